# The FAQ as a workbook: taking it out, and taking it in again.
faq-file-ready = ✅ Bộ câu hỏi đây ạ. Anh/chị đọc trang "Hướng dẫn" trong tệp, rồi sửa.
    Sửa xong, anh/chị gõ "nhập bộ câu hỏi" và gửi tệp cho em.
faq-file-link = Tệp có tên cán bộ rà soát nên em không gửi qua đây. Anh/chị mở đường dẫn này để tải về. Chỉ tải được một lần, trong { $minutes } phút.
    { $url }
faq-desk-export = Lấy tệp Excel để sửa
faq-desk-import = Gửi tệp Excel đã sửa
faq-import-ask = Anh/chị gửi tệp Excel của bộ câu hỏi đã sửa.
faq-import-stop = Thôi
faq-import-elsewhere = Ở đây em không nhận được tệp. Anh/chị mở trang trò chuyện trên máy tính để gửi.
faq-import-no-file = Em cần tệp Excel có đuôi .xlsx. Anh/chị gửi tệp đó giúp em.
faq-import-stopped = Em chưa nhập gì cả.
faq-import-nothing = Em đọc xong tệp. Tệp không khác gì bộ câu hỏi đang dùng, nên em không đổi gì.
faq-import-problems = Tệp có { $count } chỗ cần sửa, nên em chưa nhập gì.
faq-import-more-problems = Còn { $count } chỗ nữa, sửa xong năm chỗ này em kể tiếp.
faq-import-more-problems-part = Còn { $count } chỗ nữa. Tệp này kể { $most } chỗ đầu. { $left } chỗ sau em kể khi anh/chị gửi lại.
faq-import-more-problems-file = Còn { $count } chỗ nữa, tệp này kể hết.
faq-faults-file = cho-can-sua
faq-faults-more = Còn { $count } chỗ nữa: sửa những chỗ trên rồi gửi lại tệp để xem tiếp.
faq-import-line = { $line }
faq-import-more = – và { $count } câu nữa
faq-import-read = Em đọc xong tệp, chưa nhập gì.
    { $counts }
faq-import-sure = Em nhập nhé?
faq-import-yes = Nhập
faq-import-no = Thôi
faq-import-done = ✅ Em đã nhập { $count } câu. Một lát nữa em trả lời bà con theo lời mới.

faq-file-counts = Thêm { $new } câu, sửa { $changed } câu, giữ nguyên { $unchanged } câu.
    Thêm { $added } cách hỏi, bỏ { $removed } cách hỏi.
faq-file-line-new = – { $id }, "{ $question }": câu mới
faq-file-line = – { $id }, "{ $question }": { $parts }
faq-file-left-out = Có { $count } câu chỉ nằm ở trang "Cách dân hỏi", em không xem đến.
faq-file-masked = Có { $count } câu mà cách hỏi mới ghi tên hoặc số của người dân. Em đã che.
faq-file-advice = Nên xem lại { $count } câu, như { $id }: { $what }.

faq-file-problem = Trang "{ $sheet }", dòng { $row }, cột "{ $column }":
    { $what }
faq-file-unreadable = Em không đọc được tệp này. Anh/chị gửi đúng tệp lấy từ mục xuất bộ câu hỏi.
faq-file-too-big = Tệp này lớn quá. Anh/chị gửi đúng tệp lấy từ mục xuất bộ câu hỏi.
faq-file-no-sheet = Tệp thiếu trang "{ $sheet }". Anh/chị xuất lại rồi sửa trên tệp mới.
faq-file-no-column = Trang "{ $sheet }" thiếu cột "{ $column }". Anh/chị xuất lại rồi sửa trên tệp mới.
faq-file-no-id = Dòng này chưa có mã câu. Anh/chị ghi mã câu ở mỗi dòng.
faq-file-id-twice = Mã { $id } đã có ở dòng { $row }. Anh/chị gộp lại một dòng.
faq-file-id-known = Mã { $id } đã có câu khác dùng. Anh/chị đặt mã khác cho câu mới.
faq-id-taken = Mã { $id } đã có câu khác dùng.
faq-file-id-unknown = Ở đây không có câu mã { $id }. Nếu là câu mới thì để trống cột bản số.
faq-file-bad-id = Mã "{ $id }" chưa đúng. Chỉ dùng chữ thường không dấu, số và gạch ngang.
faq-file-stray = Mã { $id } không có ở trang "Câu hỏi". Anh/chị xem lại mã.
faq-file-asked-already = Câu hỏi này đã có, mã là { $id }. Anh/chị sửa ở dòng của mã đó.
faq-file-changed = Câu này vừa có người sửa, nay là bản số { $now }. Anh/chị xuất tệp mới rồi sửa lại câu này.
faq-file-empty = Ô này trống. Anh/chị điền giúp em.
faq-file-no-topic = Em không biết lĩnh vực này. Anh/chị chọn trong: { $topics }.
faq-file-bad-day = Em không đọc được ngày "{ $text }". Anh/chị viết như 31/12/2026.
faq-file-bad-citation = Em không đọc được dòng "{ $text }". Anh/chị viết: mã văn bản | điều khoản.
faq-file-no-place = Em không biết nơi "{ $text }". Anh/chị ghi "Dùng chung", hoặc tên có sẵn trong cột.
faq-file-no-basis = Câu này chưa ghi căn cứ. Anh/chị ghi mã văn bản và điều khoản.
faq-file-date-order = Căn cứ có ngày cuối đứng trước ngày đầu. Anh/chị xem lại hai ngày.
faq-file-reading = Lời này dài, bà con khó đọc. Anh/chị tách câu ngắn hơn, mỗi câu nhiều nhất 18 tiếng.
faq-file-too-long = Lời này dài quá { $most } chữ cái. Anh/chị rút gọn giúp em.
faq-file-alike = Câu này gần như đã có cách hỏi "{ $wording }". Anh/chị bỏ dòng này.
faq-file-elsewhere = Lời này giống cách hỏi của câu { $id }: "{ $wording }". Anh/chị chỉ để ở một câu.
faq-file-has-problems = Tệp còn { $count } chỗ cần sửa, nên em chưa nhập gì.

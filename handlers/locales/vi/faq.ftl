# Officials who look after the FAQ and its legal documents.
faq-changed-meanwhile = Có cán bộ khác vừa sửa câu này. Em chưa lưu. Anh/chị mở lại câu để xem bản mới.
faq-retired = Câu này đã rút, không dùng nữa. Anh/chị khôi phục câu trước khi sửa.
faq-not-retired = Câu này đang dùng, không cần khôi phục.
faq-shared = Câu này dùng chung cho nhiều xã. Anh/chị sửa được bản riêng của xã mình.
faq-has-copies = Câu này có bản riêng ở xã khác, nên không đổi nơi dùng được.
faq-no-revision = Câu này không có bản cũ số { $number } để quay lại.
faq-content-wrong = Em chưa lưu, vì nội dung còn thiếu hoặc sai ở: { $fields }.
faq-unknown-document = Em chưa lưu, vì văn bản { $document } chưa có trong sổ.
faq-review-over = Câu này đã quá hạn dùng. Anh/chị sửa ngày hết hạn trước.
faq-review-over-law = Văn bản { $document } đã hết hiệu lực. Anh/chị chọn văn bản đang dùng trước.
faq-text-number = Lời này có số điện thoại hoặc số giấy tờ. Ai cũng đọc được lời này, nên em chưa nhận. Anh/chị bỏ số ấy, chỉ ghi số trực của xã.
faq-text-shouted = Lời này có nhiều dấu chấm than, bà con đọc dễ giật mình. Anh/chị bỏ bớt giúp em.
faq-dates-wrong = Ngày cuối đứng trước ngày đầu. Anh/chị xem lại hai ngày.
faq-no-recording = Em cần một đoạn ghi âm. Anh/chị gửi lại giúp em.
faq-alias-known = Cách hỏi này đã có trong câu rồi.
faq-proposal-wrong = Cách hỏi này quá ngắn hoặc quá dài, em không lưu được.
faq-proposal-refused = Lời này không đưa vào câu hỏi chung được.
faq-proposal-decided = Đề nghị này đã có cán bộ xử lý rồi.
law-not-in-force = Văn bản { $document } hôm nay không có hiệu lực. Anh/chị chọn văn bản khác.
law-unknown = Em không thấy văn bản { $document } trong sổ.
law-incomplete = Em cần số của văn bản và mã viết liền, như: nd-146-2026-nd-cp.
law-known = Văn bản { $document } đã có trong sổ.
law-not-marked = Chưa có cán bộ nào báo văn bản này hết hiệu lực.
law-changed-meanwhile = Văn bản này hoặc câu hỏi dựa vào nó vừa được sửa. Em chưa lưu. Anh/chị xem lại rồi làm lại.
faq-notice-expiring = Có { $count } câu trả lời mẫu sắp hết hạn. Gần nhất: { $day }.
    Câu đó là: { $question }
    Anh/chị gõ "câu cần rà soát" để mở.
faq-notice-review = Có { $count } câu trả lời mẫu chờ anh/chị xem lại. Em tạm thôi dùng các câu đó.
    Câu đầu là: { $question }
    Anh/chị gõ "câu cần rà soát" để mở.

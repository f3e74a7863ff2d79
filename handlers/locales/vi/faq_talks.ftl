# Officials look after the FAQ in the chat.
menu-faq_entries = Bộ câu hỏi chính sách

faq-desk-ask = Anh/chị muốn làm gì với bộ câu hỏi?
faq-desk-search = Tìm câu
faq-desk-topic = Xem theo lĩnh vực
faq-desk-progress = Đã rà soát { $done }/{ $count } câu. Còn { $left } câu chờ rà soát lần đầu.
faq-desk-due = Câu chờ rà soát lại, sắp hết hạn ({ $count })
faq-desk-unreviewed = Câu chờ rà soát lần đầu ({ $count })
faq-desk-which-unreviewed = Còn { $count } câu chưa rà soát. Anh/chị xem câu nào?
faq-desk-none-unreviewed = Mọi câu đã có cán bộ rà soát.
faq-desk-proposals = Cách hỏi mới chờ duyệt ({ $count })
faq-desk-laws = Văn bản hết hiệu lực
faq-desk-new = Soạn câu mới
faq-desk-which-topic = Xem lĩnh vực nào?
faq-desk-of-topic = { $topic } ({ $count } câu)
faq-desk-retired = các câu đã rút
faq-desk-which = Có { $count } câu. Anh/chị xem câu nào?
faq-desk-which-due = Có { $count } câu chờ rà soát hoặc sắp hết hạn. Anh/chị xem câu nào?
faq-desk-none = Không có câu nào ở mục này.
faq-desk-none-due = Hiện không có câu nào chờ rà soát lại hoặc sắp hết hạn. Còn { $count } câu chờ rà soát lần đầu.
faq-desk-none-retired = Chưa có câu nào bị rút.
faq-restored = ✅ Em đã khôi phục câu này.
faq-ask-search = Anh/chị gõ câu hỏi, hoặc vài từ trong câu.
faq-search-words = Anh/chị gõ vài từ giúp em.
faq-search-none = Em không tìm thấy câu nào. Anh/chị thử từ khác.
faq-search-which = Em thấy { $count } câu. Chọn một câu, hoặc gõ từ khác.
faq-line-unreviewed = { $question }
faq-line-reviewed = { $question } (đã rà soát)
faq-line-to_review = { $question } (chờ rà soát)
faq-line-expired = { $question } (đã hết hạn)

faq-view-head = { $question }
    Lĩnh vực: { $topic }. Bản số { $number }. Mã câu: { $id }
faq-view-short = Trả lời: { $text }
faq-view-details = Chi tiết:
    { $details }
faq-view-how = Cách làm: { $text }
faq-view-basis = Căn cứ: { $cited }.
faq-view-no-basis = Căn cứ: chưa ghi văn bản nào.
faq-view-ended = { $document } (đã hết hiệu lực)
faq-view-recalled = { $document } (số chưa đối chiếu)
faq-view-state = { $lines }
faq-view-unreviewed = Chưa có cán bộ rà soát.
faq-view-reviewed = { $name } đã rà soát ngày { $day }.
faq-view-to_review = Đang chờ rà soát, nên em tạm thôi dùng.
faq-view-to-review-law = Đang chờ rà soát, vì văn bản { $document } hết hiệu lực. Em tạm thôi dùng.
faq-view-to-review-back = Đang chờ rà soát, vì văn bản { $document } vẫn còn hiệu lực. Căn cứ của câu đã đổi. Em tạm thôi dùng.
faq-view-expired = Đã báo hết hạn, nên em thôi dùng.
faq-view-retired = Câu này đã rút.
faq-view-ahead = Chỉ dùng từ { $day }.
faq-view-last-day = Ngày dùng cuối cùng: { $day }.
faq-view-own = Chỉ dùng ở { $place }.
faq-view-shared = Dùng chung cho mọi nơi.
faq-view-copies = Dùng chung cho nhiều xã. Anh/chị sửa thì em lưu thành bản riêng của xã.
faq-view-asked = Có { $count } cách hỏi.
faq-view-audio = Có ghi âm lời đáp.
faq-why = Vì sao em tìm ra: giống cách hỏi "{ $wording }". Chữ trùng: { $words }.
faq-why-nothing = Câu này không có chữ nào trùng với lời tìm.
faq-action = Anh/chị muốn làm gì với câu này?
faq-do-review = Đã rà soát, dùng được
faq-do-words = Sửa lời
faq-do-asked = Cách hỏi của bà con
faq-do-trust = Hạn dùng, nơi dùng, ghi âm
faq-do-past = Các bản trước
faq-do-restore = Khôi phục câu này
faq-do-back = Xem câu khác

faq-save = Lưu
faq-saved = ✅ Em đã lưu.
faq-saved-copy = Đây là bản riêng của xã. Bản dùng chung vẫn giữ nguyên.
faq-not-saved = Em chưa lưu gì.
faq-changed-leave = Để nguyên bản mới
faq-part-ask = Anh/chị sửa phần nào?
faq-part-short = Lời đáp ngắn
faq-part-details = Chi tiết
faq-part-how = Cách làm
faq-part-question = Câu hỏi
faq-basis-ask = Anh/chị đổi căn cứ thế nào?
faq-basis-more = Thêm một văn bản
faq-basis-instead = Thay bằng văn bản khác
faq-basis-none = Không có căn cứ
faq-basis-keep = Giữ nguyên
faq-basis-article = Điều, khoản nào? Gõ như "Điều 5 khoản 2".
faq-basis-whole = Cả văn bản
faq-basis-more-sure = Thêm căn cứ: { $basis }. Lưu không?
faq-basis-instead-sure = Căn cứ chỉ còn: { $basis }. Lưu không?
faq-basis-none-sure = Câu này không có căn cứ. Lưu không?
faq-detail-ask = Sửa chi tiết nào?
faq-detail-who = Ai được
faq-detail-how_much = Được bao nhiêu
faq-detail-where = Làm ở đâu
faq-detail-papers = Giấy tờ
faq-detail-how_long = Bao lâu
faq-detail-cost = Tốn tiền không
faq-detail-note = Lưu ý
faq-part-now = Lời bây giờ: { $text }
faq-part-empty = Phần này chưa có lời.
faq-part-type = Anh/chị gõ lời mới. Câu ngắn, lời dễ hiểu.
faq-part-drop = Bỏ phần này
faq-part-drop-sure = Bỏ hẳn phần này. Lưu không?
faq-part-read-back = Lời mới:
    "{ $text }"
    Lưu không?
faq-text-wrong = Lời này trống hoặc dài quá { $most } chữ cái. Anh/chị gõ lại.
faq-advice = Em thấy vài chỗ bà con khó hiểu:
    { $lines }
faq-advice-reading = câu dài, nên tách thành câu ngắn
faq-advice-abbreviation = có chữ viết tắt, nên viết đủ
faq-advice-money = số tiền nên viết thành lời
faq-advice-law-number = số văn bản nên để ở phần căn cứ
faq-advice-brackets = có dấu ngoặc, nên bỏ
faq-advice-voice = có dấu cảm, hoặc chữ khó hiểu
faq-advice-promise = có lời hứa cán bộ trả lời, nên bỏ; em tự hỏi bà con có gửi không
faq-advice-unconfirmed-figure = có con số chưa chắc, nên bỏ
faq-advice-district = nhắc cấp huyện, nay không còn
faq-advice-bare-reply = mở đầu chỉ có hoặc không, nên nói thẳng việc
faq-advice-missing-answer = chưa có lời đáp ngắn

faq-asked-list = Câu này có { $count } cách hỏi. Vài cách mới nhất:
    { $lines }
faq-asked-none = chưa có
faq-asked-add = Thêm một cách hỏi
faq-asked-remove = Bỏ một cách hỏi
faq-asked-back = Quay về câu này
faq-asked-type = Bà con hay hỏi thế nào? Anh/chị gõ đúng lời đó, đừng ghi tên người.
faq-asked-which = Bỏ cách hỏi nào?
faq-asked-add-sure = Thêm cách hỏi: "{ $text }". Lưu không?
faq-asked-remove-sure = Bỏ cách hỏi: "{ $text }". Lưu không?
faq-asked-added = ✅ Em đã học cách hỏi này.
faq-asked-removed = ✅ Em đã bỏ cách hỏi này.
faq-alias-alike = Cách hỏi này gần như đã có: "{ $wording }". Em không cần lưu thêm.
faq-alias-elsewhere = Cách hỏi này đang dẫn đến câu: "{ $question }". Anh/chị gõ lời khác, rõ hơn.

faq-review-unsure = Điều còn chưa chắc, nhờ anh/chị xem:
    { $lines }
faq-review-recalled = Số văn bản { $number } ghi theo trí nhớ, chưa đối chiếu.
faq-review-law-ended = Câu này dựa vào văn bản { $document }. Văn bản ấy đã hết hiệu lực sau { $day }. Tiền và điều kiện có thể đã đổi.
faq-review-law-now = Bây giờ theo văn bản nào?
faq-review-law-other = Theo văn bản khác
faq-review-law-without = Lời đáp vẫn đúng, không cần văn bản ấy
faq-review-law-later = Chưa biết, để câu này chờ
faq-review-law-which = Anh/chị gõ số hoặc tên văn bản đang có hiệu lực.
faq-review-law-sure = Anh/chị đã xem lại từng số tiền, từng điều kiện trong câu này chưa? Em sẽ dùng lại lời đáp mà không có văn bản thay { $document }.
faq-review-law-sure-yes = Xem rồi, lời đáp vẫn đúng
faq-review-law-settled = Văn bản { $document } đã hết hiệu lực. Nay theo { $now }.
faq-review-law-dropped = Văn bản { $document } đã hết hiệu lực. Chưa có văn bản thay.
faq-review-ask = Em ghi: { $name } đã rà soát ngày { $day }.
    Câu: { $question }
    Lời đáp này dùng được chưa?
faq-review-yes = Dùng được, ghi tên tôi
faq-review-no = Chưa
faq-reviewed = ✅ Em đã ghi câu này được rà soát.
faq-state-ask = Anh/chị muốn đổi gì?
faq-state-send = Chờ rà soát, tạm thôi dùng
faq-state-expire = Hết hạn, thôi dùng
faq-state-days = Hạn dùng
faq-state-place = Nơi dùng
faq-state-voice = Ghi âm lời đáp
faq-state-retire = Rút câu này
faq-state-send-sure = Tạm thôi dùng câu này để chờ rà soát: { $question }
    Ai hỏi thì em chuyển cho cán bộ. Lưu không?
faq-state-expire-sure = Báo câu này hết hạn: { $question }
    Ai hỏi thì em chuyển cho cán bộ. Lưu không?
faq-state-retire-sure = Rút hẳn câu này: { $question }
    Sau này khôi phục được. Lưu không?
faq-days-first = Dùng câu này từ ngày nào?
faq-days-from-now = ngay bây giờ
faq-days-last = Dùng đến hết ngày nào?
faq-days-no-end = không có hạn
faq-days-sure = Dùng từ: { $first }.
    Dùng đến: { $last }.
    Lưu không?
faq-place-ask = Câu này dùng ở đâu?
faq-place-own = Chỉ { $place }
faq-place-shared = Mọi nơi
faq-voice-read = Lời cần đọc: { $text }
faq-voice-ask = Anh/chị gửi một đoạn ghi âm đọc lời này.
faq-voice-drop = Bỏ ghi âm đang có
faq-voice-sure = Em đã nhận đoạn ghi âm. Lưu vào câu này không?
faq-voice-drop-sure = Bỏ đoạn ghi âm của câu này. Lưu không?
faq-past-none = Câu này chưa có bản nào trước đó.
faq-past-which = Bản đang dùng: { $now }. Anh/chị xem bản nào?
faq-past-line = bản { $number } · { $origin } · { $day } · { $name }
faq-past-software = phần mềm
faq-past-seed = có sẵn
faq-past-edit = sửa lời
faq-past-import = nhập tệp
faq-past-alias = thêm cách hỏi
faq-past-rollback = quay lại bản cũ
faq-past-words = Bản cũ: { $question }
faq-past-differs = Khác bản đang dùng ở: { $parts }.
faq-past-same = Bản này giống bản đang dùng.
faq-part-asked = Cách hỏi
faq-part-basis = Căn cứ
faq-view-question = Bản số { $number }: { $question }
faq-past-ask = Dùng lại bản { $number } này không?
faq-past-back = Dùng lại bản này
faq-past-done = ✅ Em đã dùng lại bản { $number }.

law-ask = Anh/chị muốn xem văn bản nào?
law-way-search = Tìm văn bản
law-way-ending = Văn bản sắp hết hiệu lực
law-way-ended = Văn bản đã hết hiệu lực
law-way-add = Ghi thêm văn bản mới
law-none = Không có văn bản nào ở mục này.
law-which = Có { $count } văn bản. Anh/chị xem văn bản nào?
law-ask-search = Anh/chị gõ số hoặc tên văn bản.
law-search-none = Em không thấy văn bản này trong sổ. Anh/chị thử số hoặc từ khác.
law-search-which = Em thấy { $count } văn bản. Chọn một, hoặc gõ lại.
law-view = { $lines }
law-view-head = { $name }
law-view-number-recalled = Số văn bản này ghi theo trí nhớ, chưa ai đối chiếu. Bà con chưa thấy số này ở câu chưa rà soát. Anh/chị xem lại văn bản rồi mới rà soát câu hỏi.
law-view-title-recalled = Tên văn bản này ghi theo trí nhớ, chưa ai đối chiếu.
law-view-from = Có hiệu lực từ { $day }.
law-view-to = Hết hiệu lực sau { $day }.
law-view-replaced = Văn bản thay thế: { $number }.
law-view-resting = Có { $count } câu hỏi dựa vào văn bản này.
law-view-shared = Sổ văn bản dùng chung cho nhiều xã. Cán bộ cấp trên mới báo hết hiệu lực được.
law-do-replaced = Báo bị văn bản khác thay
law-do-ended = Báo hết hiệu lực
law-do-take_back = Bỏ báo hết hiệu lực
law-do-related = Câu và lời đáp liên quan
law-do-back = Xem văn bản khác
law-do-return = Quay về văn bản này
law-ask-replacing = Văn bản nào thay thế? Anh/chị gõ số hoặc tên.
law-replacing-new = Văn bản mới, chưa có trong sổ
law-replaces-itself = Một văn bản không thể tự thay chính nó.
law-ask-day = Ngày cuối cùng văn bản { $number } còn hiệu lực là ngày nào?
law-end-of = Văn bản { $number } còn hiệu lực đến hết { $day }.
law-end-now = Số câu hỏi chờ rà soát ngay: { $count }.
law-end-later = Số câu hỏi chờ rà soát từ hôm sau ngày đó: { $count }.
law-end-told = Số lần em đã đáp theo văn bản này: { $count }.
law-end-answers = Số câu cán bộ đã trả lời theo văn bản này: { $count }.
law-end-sure = Em lưu nhé?
law-ended = ✅ Em đã lưu ngày hết hiệu lực.
law-ended-now = ✅ Em đã lưu. Có { $count } câu chờ rà soát, em tạm thôi dùng.
law-take-back-ask = Bỏ báo hết hiệu lực? Các câu đang chờ vì văn bản này sẽ dùng lại như trước.
law-take-back-yes = Bỏ báo
law-taken-back = ✅ Em đã bỏ báo. Có { $count } câu dùng lại như trước.
law-taken-back-moved = Có { $count } câu đã đổi căn cứ vì lần báo này. Em để các câu đó chờ rà soát:
    { $lines }
law-related-which = Anh/chị mở câu nào để sửa lại?
law-of-entry = Câu mẫu: { $question }
law-of-answer = Đã trả lời { $code }, { $day }
law-told-none = Em chưa đáp lần nào theo văn bản này.
law-told = Em đã đáp { $count } lần theo văn bản này:
    { $lines }
law-told-line = – { $day }: { $count } lần
law-add-kind = Đây là loại văn bản nào?
law-kind-bo-luat = Bộ luật
law-kind-luat = Luật
law-kind-nghi-dinh = Nghị định
law-kind-thong-tu = Thông tư
law-kind-thong-tu-lien-tich = Thông tư liên tịch
law-kind-quyet-dinh = Quyết định
law-kind-nghi-quyet = Nghị quyết
law-kind-cong-van = Công văn
law-add-number = Số văn bản là gì? Gõ đủ cả phần chữ, như "25/2008/QH12".
law-number-wrong = Số văn bản cần có số và phần chữ, như "25/2008/QH12".
law-add-title = Tên văn bản là gì?
law-add-from = Có hiệu lực từ ngày nào?
law-add-sure = { $kind } số { $number }
    { $title }
    Có hiệu lực từ { $day }. Lưu không?

faq-proposals-none = Hiện không còn cách hỏi nào chờ duyệt.
faq-proposals-later = Còn { $count } cách hỏi anh/chị để sau.
faq-proposals-left = Còn { $count } cách hỏi chờ duyệt.
faq-proposal-text = Bà con hỏi: "{ $text }"
    { $source } Đã gặp { $count } lần.
faq-proposal-official_correction = Cán bộ đã chỉ ra câu đúng.
faq-proposal-answer = Cán bộ muốn giữ lời đáp cho lần sau.
faq-proposal-household_choice = Bà con đã chọn câu này.
faq-proposal-entry = Em sẽ dẫn đến câu: { $question }
    Trả lời: { $text }
faq-proposal-answered = Cán bộ đã trả lời: { $text }
faq-proposal-ask = Anh/chị duyệt thế nào?
faq-proposal-do-approve = Đúng câu này, học đi
faq-proposal-do-other = Chọn câu khác
faq-proposal-do-new = Soạn câu mới
faq-proposal-do-reword = Sửa lời hỏi rồi học
faq-proposal-do-reject = Không học
faq-proposal-do-later = Để sau
faq-proposal-reword = Anh/chị gõ lại lời hỏi, đừng ghi tên người.
faq-proposal-rejected = Em bỏ cách hỏi này.
faq-new-question = Câu hỏi là gì? Gõ một câu ngắn.
faq-new-use = Dùng lời này: { $text }
faq-new-short = Lời đáp ngắn là gì? Câu ngắn, lời dễ hiểu.
faq-new-document = Theo văn bản nào? Gõ số hoặc tên văn bản.
faq-new-basis = Căn cứ: { $document }.
faq-new-read-back = Câu hỏi: { $question }
    Trả lời: { $text }
    { $document }
    Lưu không?

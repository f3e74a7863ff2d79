# What households read: questions, sending, looking up, meetings, their data.
question-ask = Anh/chị muốn hỏi điều gì? Gõ ngắn gọn, gửi ảnh hoặc ghi âm cũng được.
question-words = Chỗ này em cần câu hỏi bằng lời, như "thẻ bảo hiểm mất thì làm lại ở đâu".
question-of-what = Em chưa rõ anh/chị hỏi tiếp về việc gì. Anh/chị gõ đủ câu giúp em.
question-files-only = Em chưa nghe được ghi âm và chưa xem được ảnh. Em có thể chuyển cho cán bộ xem.
question-split =
    Em thấy { $count } câu hỏi. Em trả lời từng câu:
    { $parts }
paper-number-sign = (đã che số)
paper-number-hidden = Anh/chị không cần gửi số căn cước, số thẻ hay số tài khoản. Em đã che số này.
question-next = Câu: { $question }

faq-answer =
    Trả lời tự động cho câu: { $question }
    { $answer }
faq-basis-reviewed = Căn cứ: { $cited }. Xã đã rà soát ngày { $day }.
faq-basis-unreviewed = Căn cứ: { $cited }. Xã chưa rà soát câu này. Soạn ngày { $day }.
faq-basis-undated = Căn cứ: { $cited }. Xã chưa rà soát câu này.
faq-no-basis-reviewed = Xã đã rà soát câu này ngày { $day }.
faq-no-basis-unreviewed = Xã chưa rà soát câu này. Soạn ngày { $day }.
faq-no-basis-undated = Xã chưa rà soát câu này.
faq-from-session = Trả lời tự động, theo lịch của xã. Buổi họp: { $title }.
faq-session-empty = Xã chưa ghi điều này cho buổi họp sắp tới.
faq-no-session = Hiện xã chưa báo buổi họp nào.
faq-verdict = Đúng điều anh/chị hỏi chưa?
faq-yes = Đúng
faq-no = Chưa, gửi cho cán bộ
faq-more = Xem thêm
faq-open = Chỗ này em chưa trả lời chắc được. Em gửi câu hỏi của anh/chị cho cán bộ nhé?
faq-open-send = Gửi cho cán bộ
faq-photos-left = Ảnh của anh/chị chưa gửi cho ai. Vẫn gửi ảnh cho cán bộ không?
faq-files-left = Tệp của anh/chị chưa gửi cho ai. Vẫn gửi cho cán bộ không?
faq-files-send = Gửi cho cán bộ
faq-files-drop = Không gửi
faq-files-dropped = Dạ, em không gửi.
faq-open-enough = Thôi, vậy đủ rồi
faq-enough = Dạ, em không gửi gì. Cần thì anh/chị hỏi lại em.
faq-more-who = Ai được: { $text }
faq-more-how_much = Được bao nhiêu: { $text }
faq-more-where = Làm ở đâu: { $text }
faq-more-papers = Giấy tờ: { $text }
faq-more-how_long = Bao lâu: { $text }
faq-more-cost = Tốn tiền không: { $text }
faq-more-note = Lưu ý: { $text }
faq-how = Cách làm. { $how }
faq-which = Anh/chị muốn hỏi câu nào dưới đây?
faq-is-it = Có phải anh/chị hỏi: { $question }
faq-is-it-yes = Phải
faq-is-it-no = Không, gửi cho cán bộ
faq-none-of-these = Không phải, gửi cho cán bộ
faq-none = Câu này em chưa có sẵn lời đáp. Anh/chị đồng ý thì em gửi cho cán bộ trả lời.
faq-wrong = Em xin lỗi, em hiểu nhầm câu hỏi. Em có thể chuyển cho cán bộ.
faq-brief = Ý chính: { $text }
faq-plainly-call = Em xin lỗi, em nói chưa dễ hiểu. Anh/chị gọi cán bộ số { $phone }, vào { $hours }. Hỏi trưởng thôn cũng được.
faq-plainly-head = Em xin lỗi, em nói chưa dễ hiểu. Anh/chị hỏi trưởng thôn, hoặc nhờ cán bộ trả lời.
faq-to-official = Dạ, em có thể chuyển cho cán bộ.
faq-stale = Quy định về việc này đã đổi, lời đáp em có đã cũ. Em có thể chuyển cho cán bộ trả lời.
faq-in-review = Xã đang xem lại lời đáp cho câu này. Em có thể chuyển cho cán bộ trả lời.
faq-glad = Dạ, giúp được anh/chị là em mừng.

commune-ask = Anh/chị ở xã, phường nào? Bấm số hoặc gõ tên.
commune-unknown = Em chưa tìm ra xã này. Anh/chị gõ lại tên xã giúp em.
village-ask = Anh/chị ở thôn nào? Bấm số hoặc gõ tên thôn. Ở nơi khác thì gõ "nơi khác".
village-ask-other = Người đó ở thôn nào? Bấm số hoặc gõ tên thôn. Ở nơi khác thì gõ "nơi khác".
village-this-time = Lần này em ghi { $village }. Nhà anh/chị thì em vẫn ghi { $own }. Muốn sửa hẳn, xong việc này anh/chị gõ "đổi thôn".
village-mended = Dạ, em ghi là { $village }.
name-lent = { $name } (hỏi nhờ máy này)
village-which = Tên này có mấy thôn. Anh/chị ở thôn nào?
village-which-one = Tên này có mấy thôn.
village-unknown = Em chưa tìm ra thôn này. Anh/chị gõ lại tên giúp em.
village-elsewhere = nơi khác
consent-ask = Em ghi tên gọi, thôn và điều anh/chị nhờ để xã trả lời. Chỉ người lo việc này được xem. Anh/chị bảo em xoá lúc nào cũng được. Anh/chị đồng ý không?
consent-ask-other = Em ghi tên { $name }, thôn và điều nhờ hỏi để xã trả lời. Chỉ người lo việc này được xem. Bảo em xoá lúc nào cũng được. { $name } có đồng ý không?
consent-yes = Đồng ý
consent-no = Không đồng ý
consent-again = Em cần biết anh/chị có đồng ý không.
consent-name-kept = Em ghi tên { $name } khi anh/chị đồng ý.
consent-refused = Dạ, em không ghi gì cả. Anh/chị hỏi trưởng thôn, hoặc lên xã hỏi trực tiếp. Xã tiếp dân vào { $hours }.
name-ask = Xã gọi anh/chị là gì? Gõ tên, hoặc bấm số 1 nếu không muốn ghi.
name-ask-needed = Anh/chị, người đang nhắn, tên là gì? Gõ đủ họ và tên giúp em.
name-skip = Không ghi tên
name-unclear = Em chưa đọc ra tên. Anh/chị gõ lại tên giúp em.
name-another = Máy này đang ghi tên { $known }. { $named } là ai ạ?
name-another-owner = Vẫn là chủ máy, đổi tên gọi
name-another-keep = Giữ tên cũ
name-none = không ghi tên

return-ask = Xã trả lời anh/chị bằng cách nào?
return-here = Nhắn ở đây
return-village_head = Nhờ trưởng thôn báo
return-meeting = Nói ở buổi họp
back-here = trả lời ngay ở đây
back-village_head = nhờ trưởng thôn báo lại
back-meeting = trả lời ở buổi họp
kind-question = câu hỏi
kind-feedback = phản ánh
kind-petition = kiến nghị
kind-need = nhu cầu
submission-read-back =
    Em ghi { $kind }: “{ $text }”{ $files_count ->
        [0] {""}
       *[other] {" "}(kèm { $files_count } tệp)
    }
    Người gửi là { $name }, { $place }. Xã { $back }. Gửi đi không?
submission-read-back-files =
    Em gửi { $files_count } tệp của anh/chị cho cán bộ.
    Người gửi là { $name }, { $place }. Xã { $back }. Gửi đi không?
submission-send = Gửi
submission-send-quiet = Gửi, giấu tên
submission-change = Anh/chị sửa phần nào?
submission-change-text = Lời nhắn
submission-change-name = Tên
submission-change-village = Thôn
submission-change-back = Cách trả lời
submission-retell = Anh/chị gõ lại lời nhắn giúp em.
submission-dropped = Dạ, em không gửi câu này.
submission-added = Em thêm vào lời nhắn rồi.
submission-received = ✅ Em đã nhận. Mã của anh/chị: { $code }. Gõ mã này để xem kết quả.
submission-quiet = Cán bộ và giấy in không có tên anh/chị, chỉ có thôn. Máy còn giữ tên để báo lại cho anh/chị.
submission-due = Xã trả lời trước { $day }.
submission-due-meeting = Xã trả lời ở buổi họp { $day }.
submission-due-meeting-open = Xã trả lời ở buổi họp. Ngày họp xã báo sau.
submission-late = Hạn gửi câu hỏi cho buổi họp đã hết. Xã vẫn nhận và vẫn trả lời anh/chị.
submission-empty = Em chưa thấy lời nhắn. Anh/chị gõ lại giúp em.
consent-missing = Em chưa được anh/chị đồng ý ghi lại, nên chưa gửi. Anh/chị gửi lại giúp em.
codes-used-up = Em chưa cấp được mã mới. Anh/chị nhờ cán bộ ghi giúp.

petition-kind-ask = Anh/chị muốn gửi gì cho xã?
petition-kind-petition = Kiến nghị: xin xã làm giúp một việc
petition-kind-feedback = Phản ánh: báo xã một việc chưa ổn
petition-text-petition = Anh/chị xin xã làm việc gì? Ở đâu? Gõ ngắn gọn, gửi ảnh hoặc ghi âm cũng được.
petition-text-feedback = Việc gì chưa ổn? Ở đâu? Gõ ngắn gọn, gửi ảnh hoặc ghi âm cũng được.
petition-kept = Em giữ lời anh/chị. Anh/chị bấm số để em gửi đúng chỗ.
petition-words = Chỗ này em cần anh/chị kể bằng lời, như "đèn đường thôn em bị hỏng".

mine-none = Anh/chị chưa gửi câu nào. Có mã thì gõ mã vào đây.
mine-which = Anh/chị đã gửi { $count } câu. Bấm số để xem, hoặc gõ mã khác.
mine-label-waiting = { $code }: { $text } (đang xem)
mine-label-code-waiting = { $code } (đang xem)
mine-label-code-answered = { $code } (có trả lời)
mine-label-answered = { $code }: { $text } (có trả lời)
mine-whole =
    Mã { $code }, { $kind } gửi { $day }.
    “{ $text }”
mine-label-other-waiting = { $code }: hỏi cho { $name } (đang xem)
mine-label-other-answered = { $code }: hỏi cho { $name } (có trả lời)
mine-for-other = Câu này hỏi cho { $name }.
withdraw-ask =
    Anh/chị muốn rút câu này?
    { $what }
    Rút rồi xã không trả lời câu này nữa.
withdraw-yes = Rút lại
withdraw-others = Xem câu khác
withdraw-no = Để nguyên
withdraw-not = Câu này không rút qua tin nhắn được. Cần thì gõ: gặp cán bộ.
withdraw-left = Dạ, em để nguyên câu này.
withdraw-done = Dạ, em đã rút câu mã { $code }. Xã không trả lời câu này nữa.
reword-which = Anh/chị muốn sửa câu nào? Anh/chị đã gửi { $count } câu.
reword-none = Anh/chị chưa gửi câu nào để sửa.
reword-words =
    Mã { $code } đang ghi: “{ $before }”
    Anh/chị gõ trọn câu mới.
reword-sure =
    Em thay lời của mã { $code } thành: “{ $text }”
    Đúng chưa anh/chị?
reword-yes = Đúng, thay đi
reword-done = ✅ Em đã thay lời của mã { $code }. Mã và hạn trả lời giữ nguyên.
reword-answered = Mã { $code } xã đã trả lời rồi nên em không sửa nữa. Muốn hỏi thêm, anh/chị gửi câu mới.
reword-issued = Mã { $code } đã vào bảng của xã để chuẩn bị họp nên em không sửa được. Cần nói thêm, anh/chị gửi câu mới.
reword-grouped = Mã { $code } xã đang xem chung với câu khác giống vậy nên em không sửa được. Cần nói thêm, anh/chị gửi câu mới.
reword-urgent = Mã { $code } là việc gấp, cán bộ đang lo. Có gì mới, anh/chị nhắn tiếp hoặc gõ: gặp cán bộ.
reword-notice = Người hỏi vừa sửa lời của mã { $code }. Gõ mã để xem.
mine-answer-replaced = Câu trả lời trước, nay đã thay: { $text }
mine-answer = Xã trả lời: { $text }
mine-answer-basis = Xã trả lời: { $text } Căn cứ: { $basis }.
mine-due-now = Việc gấp, cán bộ được báo ngay. Chưa thấy ai gọi thì anh/chị gọi lại số khẩn cấp.
state-da_tiep_nhan = Xã đã nhận, đang chờ giao cho cán bộ.
state-cho_bo_sung = Xã cần anh/chị kể thêm cho rõ.
state-trung_lap = Nhiều nhà cùng hỏi. Xã trả lời chung một lần.
state-da_phan_cong = Xã đã giao cho cán bộ xem.
state-dang_xu_ly = Cán bộ đang xem.
state-da_tra_loi = Xã đã trả lời.
state-giai_trinh = Xã đã giải thích.
state-chuyen_cap_tren = Việc này do cấp trên quyết. Xã đã gửi lên cấp trên.
state-cap_tren_tra_loi = Cấp trên đã trả lời.
state-da_bao_dan = Xã đã báo lại anh/chị.
state-dong = Việc này đã xong.
state-rut = Câu này đã rút lại.
state-huong_dan_khac = Việc này có nơi nhận riêng. Xã đã chỉ chỗ.
state-khong_du_noi_dung = Xã chưa rõ nội dung, nên chưa trả lời được.
code-unclear = Em chưa đọc ra mã. Mã có hai chữ và sáu số, như XM 482 739.
code-unknown = Em không tìm thấy mã này. Anh/chị xem lại từng số giúp em.
code-withdrawn = Câu này đã được rút lại.
code-paused = Mã sai nhiều lần quá, em tạm nghỉ tra mã một giờ. Cần gấp thì gõ "gặp cán bộ".
code-received = Mã { $code }: xã đã nhận, chưa có trả lời.
code-answered = Mã { $code }: đã có trả lời. Chỉ người gửi xem được lời đáp.

cannot-read-listen = Có nút Nghe thì bấm, máy đọc cho nghe.
cannot-read-speak = Anh/chị cứ ghi âm điều muốn hỏi, đồng ý thì em gửi cho cán bộ.
cannot-read-call = Hoặc gọi cán bộ số { $phone }, hoặc nhờ trưởng thôn.
cannot-read-head = Hoặc nhờ trưởng thôn hỏi giúp.
contact-phone = Anh/chị gọi số { $phone }, vào { $hours }.
contact-hours = Anh/chị lên xã gặp cán bộ, vào { $hours }.
contact-office = Số của { $name }: { $phone }.
contact-office-unknown = Em chưa có số của { $name }. Anh/chị hỏi xã giúp em.
office-clinic = trạm y tế
office-police = công an xã
office-school = trường học
office-bank = ngân hàng chính sách
office-power = điện lực
office-insurance = bảo hiểm xã hội
office-post = bưu điện
office-one-stop = bộ phận một cửa
office-elsewhere = cơ quan huyện, tỉnh
contact-leave = Anh/chị để lại lời nhắn cho cán bộ không? Gõ lời nhắn vào đây.
contact-send = Anh/chị muốn gửi cán bộ điều gì? Gõ ngắn gọn, gửi ảnh hoặc ghi âm cũng được.
contact-tell = Anh/chị gõ lời nhắn giúp em.
contact-no = Không cần

meeting-none = Xã chưa báo buổi họp nào. Có lịch, xã báo qua thôn và nhắn ở đây.
meeting-none-here = { $village } chưa có buổi họp nào sắp tới. Có lịch, xã báo qua thôn và nhắn ở đây.
meeting-which = Anh/chị xem buổi nào?
meeting-no-day = chưa có ngày
meeting-title = 📅 { $title }.
meeting-open = Ngày họp và chỗ họp, xã báo sau.
meeting-where-only = Họp ở { $venue }. Ngày họp, xã báo sau.
meeting-when-only = Họp lúc { $when }. Chỗ họp, xã báo sau.
meeting-when-where = Họp lúc { $when }, ở { $venue }.
meeting-seats-mine = Thôn của anh/chị có { $value } chỗ.
meeting-seats = Mỗi thôn { $value } chỗ.
meeting-invited-all = Bà con trong thôn đều đăng ký được.
meeting-invited-some = Xã mời { $groups }. Nhà khác muốn đi thì hỏi trưởng thôn.
meeting-topics = Xã nói về { $value }.
meeting-allowance = Hỗ trợ người đi họp: { $value }.
meeting-bring = Anh/chị nhớ mang theo { $value }.
meeting-proxy = Bận thì người khác đi thay: { $value }.
meeting-languages = Tiếng nói ở buổi họp: { $value }.
meeting-responders = Người trả lời: { $value }.
meeting-contact = Cần hỏi thêm thì gặp { $value }.
meeting-results = Kết quả xem ở { $value }.
meeting-registration-closes = Hạn đăng ký: { $value }.
meeting-questions-close = Hạn gửi câu hỏi: { $value }.
meeting-answers-due = Xã trả lời các câu hỏi trước { $value }.
meeting-mine-requested = { $name } đã xin chỗ, đang chờ trưởng thôn.
meeting-mine-seat = { $name } đã có chỗ.
meeting-mine-waiting = { $name } đang chờ, số { $place }.
meeting-next = Muốn biết thôn mình còn chỗ không thì gõ tên thôn. Anh/chị muốn làm gì?
meeting-seats-left = { $village } còn { $left } trên { $seats } chỗ. Anh/chị muốn làm gì?
meeting-full = { $village } đã đủ { $seats } người. Anh/chị vẫn xin được, trưởng thôn ghi vào danh sách chờ.
meeting-full-yours = { $village } đã đủ { $seats } người. Anh/chị muốn làm gì?
meeting-closed = Anh/chị vẫn gửi câu hỏi được.
meeting-not-invited = Buổi này không có chỗ riêng cho thôn của anh/chị. Anh/chị vẫn gửi câu hỏi được.
meeting-not-yours = Buổi này không có chỗ riêng cho thôn của anh/chị.
meeting-ask-seat = Xin một chỗ
meeting-ask-question = Gửi câu hỏi trước
meeting-ask-other-seat = Xin chỗ cho người khác
meeting-withdraw = Rút lại lời xin chỗ
meeting-enough = Đủ rồi
seat-read-back = Em xin một chỗ cho { $name }, { $village }. Buổi họp lúc { $when }. Đúng không ạ?
seat-name-ask = Người đi họp tên là gì? Anh/chị gõ đủ họ và tên.
seat-yes = Đúng, xin chỗ
seat-other-name = Ghi tên người khác
seat-asked = Em đã nhắn trưởng thôn xin chỗ cho { $name }. Trưởng thôn trả lời, em báo ngay.
seat-asked-no-head = Em đã ghi xin một chỗ cho { $name } và báo cán bộ xã. Có tin, em báo ngay.
seat-dropped = Dạ, em không xin chỗ.

stand-in-which = Đổi người đi thay ai?
stand-in-name = Người đi thay tên là gì? Anh/chị gõ đủ họ và tên.
stand-in-sure = { $name } đang có tên đi họp. Em nhắn xin đổi sang { $new }. Đúng không ạ?
stand-in-yes = Đúng, xin đổi
stand-in-asked = Em đã nhắn trưởng thôn: { $new } xin đi thay { $name }. Trưởng thôn quyết việc này.
stand-in-asked-no-head = Em đã báo cán bộ xã: { $new } xin đi thay { $name }. Cán bộ quyết việc này.
stand-in-dropped = Dạ, em không đổi. Vẫn là { $name }.
notice-stand-in-no-head = Có người ở { $place } xin đổi người đi họp: { $new } đi thay { $name }. Thôn chưa có trưởng thôn trong máy. Gõ "menu" để xem đăng ký.

stop-done = Dạ, em không tự nhắn nữa. Anh/chị vẫn hỏi em lúc nào cũng được. Muốn nhận tin lại thì gõ "BẬT".
stop-already = Em đã ngừng tự nhắn rồi. Muốn nhận tin lại thì gõ "BẬT".
start-done = Dạ, từ nay xã có tin em lại nhắn. Muốn ngừng thì gõ "DỪNG".
start-already = Anh/chị vẫn đang nhận tin. Muốn ngừng thì gõ "DỪNG".
data-none = không có
data-nothing = Em không giữ tên, thôn hay câu hỏi nào của anh/chị.
data-who = Em đang giữ tên gọi: { $name }. Nơi ở: { $village }. Số điện thoại: { $phone }.
data-counts = Câu đã gửi: { $submissions }. Ảnh và tệp: { $files }. Chỗ họp: { $registrations }.
data-answers = Em ghi là đã đưa anh/chị { $count } câu trả lời mẫu. Em không ghi anh/chị hỏi gì.
data-consent = Anh/chị đồng ý cho ghi ngày { $day }.
data-consent-call = Anh/chị đồng ý cho xã gọi lại ngày { $day }.
data-draft = Em còn giữ lời anh/chị viết mà chưa gửi. { $agreed ->
    [0] Một giờ không nhắn thì em bỏ.
   *[other] { $days } ngày không nhắn thì em bỏ.
}
data-stopped = Anh/chị đã bảo em ngừng tự nhắn.
data-how = Muốn xem từng câu thì gõ "câu đã gửi". Muốn xoá thì gõ "XOÁ".
data-how-correct = Ghi sai thì gõ "sửa tên" hoặc "sửa thôn".
data-other = Hỏi cho người khác
data-enough = Đủ rồi
correct-what = Anh/chị muốn sửa gì?
correct-name = Sửa tên
correct-village = Sửa thôn
correct-village-ask = Em đang ghi anh/chị ở { $old }. Thôn đúng là thôn nào? Bấm số hoặc gõ tên thôn.
correct-village-same = Em đang ghi đúng { $village } rồi.
correct-village-open = { $count } câu chưa trả lời cũng chuyển sang { $new }.
correct-village-seat = Chỗ họp ở { $old } thì em rút. Em xin chỗ ở { $new }, trưởng thôn ở đó quyết.
correct-village-sure = Em sửa { $old } thành { $new }. Đúng không ạ?
correct-yes = Đúng, sửa đi
correct-no = Không, giữ như cũ
correct-village-done = Em đã sửa. Từ nay em ghi anh/chị ở { $new }. Giấy đã in thì không đổi.
correct-seat-asked = Em đã xin chỗ họp cho { $name } ở { $new }. Có tin, em báo ngay.
correct-seat-kept = Chỗ họp của { $name } vẫn ở { $old }. Anh/chị nhờ cán bộ xã chuyển giúp.
correct-name-ask = Em đang gọi anh/chị là { $old }. Tên đúng là gì? Gõ tên giúp em.
correct-name-sure = Em sửa tên { $old } thành { $new }. Đúng không ạ?
correct-name-done = Em đã sửa. Từ nay em gọi anh/chị là { $new }. Giấy đã in thì không đổi.
correct-name-open = { $count } câu chưa trả lời cũng ghi tên mới.
correct-name-seat = Danh sách họp vẫn ghi { $name }. Anh/chị nhờ trưởng thôn sửa giúp.
correct-kept = Dạ, em giữ như cũ.
correct-no-name = Em chưa ghi tên anh/chị. Lúc gửi câu, em sẽ hỏi tên.
correct-no-village = Em chưa ghi thôn của anh/chị. Lúc cần, em sẽ hỏi.
correct-role = Thôn này đi theo việc xã giao cho anh/chị. Muốn đổi thì nhờ cán bộ xã.
other-whose = Anh/chị hỏi cho ai? Tên và thôn của chủ máy, em giữ như cũ.
other-family = Cho người nhà, người quen
other-household = Nhà khác dùng chung máy này
other-name-family = Anh/chị hỏi cho ai? Gõ tên người đó giúp em.
other-name-household = Xã gọi anh/chị là gì? Gõ tên giúp em.
other-for = Dạ, em hỏi cho { $name }.
other-renamed = Dạ, em đã sửa.
other-greeted = Dạ, em chào { $name }.
other-words-kept = Em giữ câu này rồi, chưa gửi.
other-words-family = Người đó muốn hỏi điều gì? Gõ ngắn gọn, gửi ảnh hoặc ghi âm cũng được.
other-words-household = Anh/chị muốn hỏi điều gì? Gõ ngắn gọn, gửi ảnh hoặc ghi âm cũng được.
other-speaks = Em đang ghi theo tên { $name }. Chủ máy dùng lại thì gõ "chủ máy".
other-owners = Phần này của chủ máy, em không mở cho { $name }. Chủ máy dùng lại thì gõ "chủ máy".
other-mine = Em chỉ mở câu của { $name }. Chủ máy dùng lại thì gõ "chủ máy".
other-owner-back = Dạ, từ giờ em ghi theo tên chủ máy.
erase-ask = Em xoá tên, thôn, tệp, lời nhắn và chỗ họp của anh/chị. Câu chưa in thì rút lại, câu đã in thì giữ, bỏ tên. Xoá rồi không lấy lại được. Anh/chị xoá thật không?
erase-ask-other = Em xoá câu, tệp và chỗ họp của { $name } gửi từ máy này. Câu đã in thì giữ, bỏ tên. Xoá rồi không lấy lại được. { $name } xoá thật không?
erase-others = Nhà khác gửi { $count } câu bằng máy này. Câu đó em không xoá, chỉ gỡ khỏi máy này. Xã vẫn trả lời người gửi, nhưng không nhắn vào đây nữa.
erase-yes = Xoá hết
erase-kept = Dạ, em không xoá gì.
erase-done = Em đã xoá xong. Khi cần, anh/chị nhắn lại cho em như người mới.
erase-done-other = Em đã xoá phần vừa hỏi. Từ giờ em ghi theo tên chủ máy.
erased-name = người đã xoá tên
erased-number = (số đã xoá)
erase-official = Anh/chị đang giữ việc của xã, nên em chưa xoá được. Nhờ xã thôi giao việc trước.
small-talk-thanks = Dạ, không có gì ạ.
small-talk-greeting = Dạ, em chào anh/chị.
small-talk-abuse =
    Em xin lỗi đã làm anh/chị bực mình. Em là máy trả lời tự động.
    Muốn gặp người thì gõ "gặp cán bộ".
small-talk-complaint = Em xin lỗi đã để anh/chị bực mình. Em là máy trả lời tự động.
small-talk-complaint-ask = Điều anh/chị vừa kể, em chuyển cho cán bộ thành phản ánh nhé?
small-talk-complaint-tell = Chuyển cho cán bộ
small-talk-complaint-leave = Thôi, về trang đầu
small-talk-instruction =
    Em chỉ trả lời về chính sách cho hộ nghèo, hộ cận nghèo.
    Chuyện họp đối thoại anh/chị cũng hỏi em được.
small-talk-ready = Dạ. Khi cần, anh/chị cứ nhắn em.
small-talk-machine = Em là máy trả lời tự động của xã, không phải người. Câu em không biết, em có thể chuyển cho cán bộ xã.
small-talk-elsewhere = Chuyện này em không biết. Em trả lời về chính sách cho hộ nghèo, hộ cận nghèo và buổi họp đối thoại.
small-talk-nonsense = Em chưa hiểu, xin lỗi anh/chị. Anh/chị gõ lại, hoặc chọn một việc dưới đây.

denunciation-stop = Em dừng ở đây, không ghi lại lời vừa rồi. Em không phải nơi nhận tố cáo.
denunciation-place = Tố cáo gửi đơn hoặc đến nói trực tiếp ở { $place }. Người tố cáo được giữ kín tên.
denunciation-ask = Tố cáo phải gửi đơn hoặc đến nói trực tiếp. Người tố cáo được giữ kín tên.
denunciation-outside = Chuyện về người làm việc ở xã thì anh/chị đến nơi ngoài xã. Đó là Ban Tiếp công dân tỉnh, Thanh tra tỉnh hoặc Công an tỉnh.
denunciation-choose = Anh/chị muốn làm gì?
denunciation-listing = Không phải tố cáo, em ghi tên tiếp
denunciation-other = Không phải tố cáo, viết lại để gửi cán bộ xã
guard-tell-again = Anh/chị nhắn lại câu đó giúp em. Anh/chị đồng ý thì em gửi cán bộ xã đọc.
complaint-stop = Đây có thể là khiếu nại một quyết định. Khiếu nại có cách nộp đơn riêng và thời hạn riêng. Anh/chị nên nộp đơn sớm, cho nơi đã ra quyết định.
complaint-choose = Anh/chị muốn làm gì?
complaint-how = Xem cách khiếu nại
complaint-other = Không phải khiếu nại, viết lại để gửi cán bộ xã
scam-never = ⚠ Xã và em không bao giờ xin tiền, không bao giờ xin mã OTP. Ai xin thì đừng đưa.
scam-what = Đã lỡ chuyển tiền thì gọi ngân hàng và công an xã ngay. Anh/chị kể lại thì cán bộ mới biết.
scam-choose = Anh/chị kể lại cho cán bộ không?
scam-tell = Kể lại cho cán bộ
scam-story = Ai xin, xin gì, bằng cách nào? Anh/chị kể giúp em.

notice-new-question = Có một câu hỏi mới từ { $place }. Mã { $code }. Gõ mã để xem.
notice-new-feedback = Có một phản ánh mới từ { $place }. Mã { $code }. Gõ mã để xem.
notice-new-petition = Có một kiến nghị mới từ { $place }. Mã { $code }. Gõ mã để xem.
notice-new-need = Có một nhu cầu mới từ { $place }. Mã { $code }. Gõ mã để xem.
notice-seat-no-head = Có người ở { $place } xin chỗ đi họp, mà thôn chưa có trưởng thôn trong máy. Gõ "menu" để xem đăng ký.

# Việc của trưởng thôn: ghi người đi họp, danh sách, hỏi thay, lấy lời báo.
heads-which-village = Anh/chị làm cho thôn nào?
heads-which-session = Anh/chị làm cho buổi họp nào?
heads-no-session = { $village } chưa có buổi họp nào sắp tới. Có lịch họp, em báo anh/chị ngay.
heads-finish = Xong
heads-seats =
    { $village } có { $taken }/{ $seats } người{ $left ->
        [0] , đã đủ chỗ.
       *[other] , còn { $left } chỗ.
    }{ $waiting ->
        [0] {""}
       *[other] {" "}{ $waiting } người đang chờ.
    }{ $requested ->
        [0] {""}
       *[other] {" "}{ $requested } hộ đang xin chỗ.
    }
heads-homes = { $homes }
heads-read-which = { $count } câu trả lời chờ anh/chị đọc lại. Anh/chị đã đọc câu nào?
heads-read-line = { $code } · { $name }
heads-read-done = ✅ Em đã ghi: mã { $code } đã đọc cho người hỏi. Cảm ơn anh/chị.
heads-read-none = { $village } không còn câu trả lời nào chờ đọc lại.

reg-intro = Buổi họp { $when }. { $village } đã ghi { $taken }/{ $seats } người.
reg-legend = Loại hộ ghi bằng số cũng được: 1 nghèo, 2 cận nghèo, 3 mới thoát nghèo. 4 không nghèo, 5 ban quản lý, 6 đoàn thể.
reg-ask-names = Anh/chị gửi họ tên, mỗi người một dòng. Thêm loại hộ sau dấu phẩy. Ví dụ: Nông Thị Mẫu, hộ nghèo.
reg-ask-more = Anh/chị gửi thêm họ tên, mỗi người một dòng.
reg-enough = Đủ rồi, đọc lại
reg-no-number = Chỗ này em cần họ tên, chưa phải số.
reg-anybody-else = Ghi thêm ai nữa, anh/chị gửi tên tiếp.
reg-left-out =
    Em ghi tên, chưa ghi phần này vì không rõ loại hộ:
    { $lines }
    Cần thì anh/chị bấm số để sửa dòng.
reg-open-requests = Có { $count } người xin chỗ đang chờ anh/chị duyệt. Gõ "danh sách" để duyệt trước khi ghi thêm.
reg-number-kept = Số đứng sau tên thì em để trong tên. Đó là loại hộ thì anh/chị thêm dấu phẩy trước số.
reg-headings =
    Dòng này là đầu bảng, em bỏ qua:
    { $lines }
reg-bad-lines =
    Em chưa ghi được dòng này:
    { $lines }
reg-still-missing =
    Còn dòng này em chưa ghi được, anh/chị gửi lại giúp em:
    { $lines }
reg-same = { $name } đã có trong danh sách của thôn. Anh/chị muốn ghi ai?
reg-same-asked = { $name } đang xin một chỗ, anh/chị duyệt trong danh sách của thôn. Anh/chị muốn ghi ai?
reg-same-skip = Vẫn người đó, không ghi nữa
reg-same-other = Người khác cùng tên
reg-skipped = Em không ghi { $name } lần nữa.
reg-read-back =
    { $village }, em đọc lại { $count } người:
    { $lines }
    Đúng chưa anh/chị?
reg-read-back-one = Em ghi cho { $village }: { $line }. Đúng chưa anh/chị?
reg-by-list = Danh sách hộ của xã ghi { $name } là { $category }. Em ghi theo danh sách đó.
reg-few-left = { $village } chỉ còn { $left } chỗ. Ai ghi sau thì vào danh sách chờ.
reg-full-already = { $village } đã đủ { $seats } người. Ai ghi thêm thì vào danh sách chờ.
reg-fix = Sửa một dòng
reg-add = Ghi thêm người
reg-again = Gửi lại từ đầu
reg-left = Em chưa ghi ai. Danh sách của thôn vẫn như cũ.
reg-whose-list = Danh sách này ghi { $named }. Em ghi những người này cho thôn nào?
reg-others-list = Danh sách này ghi { $named }, không phải thôn của anh/chị. Em ghi những người này cho thôn nào?
reg-whose-leave = Thôi, không ghi
reg-whose-left = Em không ghi danh sách này.
reg-others-left = Em không ghi danh sách này. Anh/chị chuyển cho trưởng { $named } gửi em giúp.
reg-which-line = Sửa dòng số mấy?
reg-no-such-line = Anh/chị gõ giúp em một số từ 1 đến { $most }.
reg-mend = Anh/chị gửi lại họ tên hoặc loại hộ cho dòng: { $name }.
reg-drop-line = Bỏ dòng này
reg-keep-line = Giữ như cũ
reg-line-dropped = Em đã bỏ { $name } khỏi danh sách này.
reg-line-replaced = Em đã đổi { $name } thành { $instead }.
reg-several-to-mend = Có { $count } người tên như vậy.
reg-nobody-to-drop = Em chưa thấy người này trong danh sách.
reg-nobody-called = Em chưa thấy { $name } trong danh sách này.
reg-several-to-drop = Có { $count } người tên như vậy. Anh/chị gõ: bỏ dòng, rồi số của dòng.
reg-ask-told = Anh/chị đã báo cho từng người chưa? Xã chỉ ghi tên người đã biết.
reg-ask-told-one = Anh/chị đã báo cho { $name } chưa? Xã chỉ ghi tên người đã biết.
reg-told = Đã báo
reg-not-yet = Chưa báo
reg-tell-first = Anh/chị báo cho từng người giúp em. Em giữ tên ở đây. Báo xong, anh/chị bấm số 1.
reg-tell-first-one = Anh/chị báo cho { $name } giúp em. Em giữ tên ở đây. Báo xong, anh/chị bấm số 1.
reg-over-requests =
    Còn { $count } hộ xin chỗ chưa duyệt. Ghi xong lần này, { $village } { $left ->
        [0] hết chỗ
       *[other] chỉ còn { $left } chỗ
    }. Các hộ đó có thể phải chờ. Anh/chị muốn làm gì?
reg-over-decide = Duyệt các hộ xin chỗ trước
reg-over-yes = Vẫn ghi
reg-saved = Em đã ghi { $count } người. { $village } có { $taken }/{ $seats } người.{ $requested ->
        [0] {""}
       *[other] {" "}{ $requested } hộ đang xin chỗ.
    }
reg-saved-one = Em đã ghi { $name }. { $village } có { $taken }/{ $seats } người.{ $requested ->
        [0] {""}
       *[other] {" "}{ $requested } hộ đang xin chỗ.
    }
reg-waiting-one = { $village } đã đủ { $seats } người. Em ghi { $name } vào danh sách chờ, số { $place }. Có chỗ em báo ngay.
reg-waiting =
    { $village } đã đủ { $seats } người. Em ghi { $count } người vào danh sách chờ:
    { $lines }
    Có chỗ em báo ngay.
reg-waiting-line = Số { $place }: { $name }

list-shown =
    Buổi họp { $when }. { $village } có { $taken }/{ $seats } người:
    { $lines }
list-empty = Buổi họp { $when }. { $village } có { $taken }/{ $seats } người, chưa ghi ai.{ $requested ->
        [0] {""}
       *[other] {" "}{ $requested } hộ đang xin chỗ.
    }
list-line-waiting = { $line } (chờ, số { $place })
list-requests = Duyệt người xin chỗ ({ $count })
list-replace = Đổi người khác đi thay
list-cancel = Bỏ một người
list-add = Ghi thêm người
list-who-replace = Đổi người số mấy?
list-who-cancel = Bỏ người số mấy?
list-who-unknown = Anh/chị gõ giúp em số hoặc họ tên trong danh sách, từ 1 đến { $most }.
list-which = Trong danh sách có mấy người tên như vậy. Anh/chị chọn ai?
list-sure = Bỏ { $name } khỏi danh sách đi họp?
list-drop = Bỏ
list-kind = Dạ, em ghi lại: { $line }.
list-kind-of-commune = Danh sách hộ của xã ghi: { $line }. Em giữ theo xã. Sai thì anh/chị báo cán bộ.
list-dropped = Em đã bỏ { $name }.
list-moved-up = { $name } ở danh sách chờ nay đã có chỗ. Anh/chị báo giúp em.
list-new-name = Ai đi thay { $name }? Anh/chị gửi họ tên, thêm loại hộ sau dấu phẩy.
list-new-name-full = Em cần họ tên đầy đủ của { $instead } đi thay { $name }. Anh/chị gửi giúp em.
list-new-name-keep = Chưa biết, ghi { $instead }
list-sure-replace = Người đi thay { $name } là: { $instead }. Đúng chưa anh/chị?
list-replaced = Em đã ghi { $instead } đi thay { $name }.
list-not-replaced = Em chưa ghi { $instead } đi thay { $name }.
list-other-name = Ghi người có tên khác
list-request = Người xin chỗ: { $line }. { $village } có { $taken }/{ $seats } người. Anh/chị nhận không?
list-request-full = Người xin chỗ: { $line }. { $village } đã đủ { $seats } người. Nhận thì ghi vào danh sách chờ. Anh/chị nhận không?
list-accept = Nhận
list-refuse = Không
list-later = Để sau
list-sure-refuse = Anh/chị không nhận lời xin chỗ của { $name }? Thôn đang có { $taken }/{ $seats } người. Em sẽ nhắn cho người đó.
list-refuse-yes = Không nhận
list-refuse-no = Xem lại
list-accepted = Em đã ghi { $name }. Em nhắn lại cho người đó.
list-refused = Em không ghi { $name }. Em nhắn lại cho người đó.
list-request-same = { $name } đã có trong danh sách của thôn. Người xin chỗ là ai?
list-same-one = Vẫn người đó
list-same-other = Người khác cùng tên

decline-nothing = Em chưa thấy tên anh/chị trong buổi họp nào sắp tới.
decline-which = Ai không đi được?
decline-sure = Anh/chị báo { $name } không đi buổi họp { $when }. Đúng không?
decline-yes = Không đi được
decline-no = Vẫn đi
decline-kept = Vâng, em vẫn giữ chỗ.
decline-kept-asked = Vâng, em vẫn giữ lời xin chỗ. Trưởng thôn trả lời thì em báo.
decline-kept-waiting = Vâng, anh/chị vẫn ở trong danh sách chờ.
decline-gone = Tên này không còn trong danh sách họp. Anh/chị muốn đi thì hỏi trưởng thôn, hoặc mở buổi họp để xin chỗ.
decline-done = Em đã bỏ tên và báo trưởng thôn. Chỗ này dành cho người đang chờ. Anh/chị vẫn gửi câu hỏi được.
decline-done-no-seat = Em đã bỏ tên và báo trưởng thôn. Anh/chị vẫn gửi câu hỏi được.

forward-intro = Anh/chị gửi lời dưới đây cho bà con giúp em.
forward-text = { $notice }
forward-loudspeaker = Để đọc loa, anh/chị dùng lời này:
forward-register = Muốn đi, bà con báo { $head }.
forward-register-seats = Mỗi { $kind } { $seats } người, bà con báo { $head }.
loudspeaker-seats = Mỗi { $kind } có { $seats } chỗ.
loudspeaker-deadline = Hạn báo tên: { $time }, { $weekday }, ngày { $day } tháng { $month }.
forward-left = { $village } còn { $left } chỗ đi họp.
forward-full = { $village } đã đủ người. Ghi thêm thì vào danh sách chờ.

behalf-who = Anh/chị hỏi thay cho ai? Hộ đồng ý thì anh/chị gõ họ tên.
behalf-unnamed = Không nêu tên
behalf-kind = Hộ muốn gửi gì?
behalf-kind-question = Câu hỏi
behalf-kind-petition = Kiến nghị
behalf-kind-feedback = Phản ánh
behalf-words = Anh/chị kể lại lời của hộ. Gõ ngắn gọn, hoặc gửi ảnh, ghi âm.
behalf-tell = Chỗ này em cần lời kể của hộ, như "mái nhà bị dột".
behalf-which = Hộ muốn hỏi câu nào dưới đây? Anh/chị chọn, em đưa lời đáp để đọc cho hộ nghe.
behalf-verdict = Anh/chị đọc câu này cho hộ nghe. Đúng điều hộ hỏi chưa?
behalf-pass-on = Anh/chị đọc câu này cho hộ nghe. Chỗ chưa chắc, em gửi câu hỏi cho cán bộ nhé?
behalf-verdict-yes = Đúng rồi
behalf-verdict-no = Chưa, gửi cho cán bộ
behalf-answered = Cảm ơn anh/chị đã giúp hộ.
behalf-privacy = Tại buổi họp, xã nêu tên { $name } được không?
behalf-open = Nêu được
behalf-quiet = Giữ kín tên
behalf-read-back =
    Em ghi lời của một hộ ở { $village }:
    { $kind }: "{ $text }"
    Gửi đi không anh/chị?
behalf-read-back-named =
    Em ghi lời của { $name }, { $village }:
    { $kind }: "{ $text }"
    { $shown }
    Gửi đi không anh/chị?
behalf-name-open = Tên nêu được tại buổi họp.
behalf-name-quiet = Tên giữ kín, chỉ cán bộ biết.
behalf-send = Gửi
behalf-change = Anh/chị sửa phần nào?
behalf-change-text = Lời của hộ
behalf-change-name = Họ tên
behalf-change-kind = Câu hỏi hay kiến nghị
behalf-change-private = Nêu tên hay giữ kín
behalf-no-name = Lời này không nêu tên nên đã kín rồi.
behalf-left = Em không gửi. Lời của hộ em đã bỏ.
behalf-sent = Em đã nhận. Mã của hộ: { $code }. Anh/chị ghi mã này cho hộ giúp em.
behalf-due = Xã trả lời trước { $day }. Em gửi câu trả lời cho anh/chị để đọc lại cho hộ.
behalf-late = Hạn gửi câu hỏi cho buổi họp đã qua. Cán bộ vẫn xem và trả lời.

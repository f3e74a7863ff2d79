# Dialogue sessions: making, announcing, watching over.
topic-bhyt = bảo hiểm y tế
topic-giao-duc = giáo dục
topic-nha-o = nhà ở
topic-von-vay = vốn vay
topic-san-xuat = sản xuất
topic-chuan-ngheo = xét hộ nghèo
topic-btxh = chính sách xã hội
topic-nuoc-sach-dien = nước sạch, điện
topic-viec-lam = việc làm
topic-phap-ly = thủ tục giấy tờ
topic-doi-thoai = buổi đối thoại
topic-none = chưa rõ lĩnh vực

notice-invite = 📅 Mời bà con dự buổi nói chuyện về chính sách giảm nghèo.
notice-later = Ngày họp và chỗ họp, xã báo sau.
notice-topics = Xã trả lời về { $topics }.
notice-topics-more = Xã trả lời về { $topics } và việc khác.
notice-register = Muốn đi, bà con báo { $head } hoặc gõ "đăng ký".
notice-register-seats = Mỗi { $kind } { $seats } người, báo { $head } hoặc gõ "đăng ký".
session-registration-deadline = Hạn đăng ký: { $moment }.
notice-bring = Bà con nhớ mang theo { $items }.
notice-allowance = Người đi họp được nhận { $allowance }.
notice-head = Xã sắp họp dân. Nhờ anh/chị gửi tin ngay sau đây cho bà con { $villages }.
notice-head-homes =
    { $village } có { $count } nhà em chưa nhắn được. Nhờ anh/chị đến báo tận nhà. Danh sách này để anh/chị xem, đừng gửi đi.
    { $homes }
notice-head-homes-more =
    { $village }, những nhà tiếp theo, anh/chị đừng gửi đi:
    { $homes }
notice-head-unnamed = và { $count } nhà chưa có tên chủ hộ
notice-head-all-told = Các nhà có tên ở { $village }, em đều nhắn được.
notice-postponed = ⚠ Buổi họp { $before } dời ngày. Ngày mới: { $when }. Ai đã đăng ký vẫn giữ chỗ.
notice-postponed-open = ⚠ Buổi họp { $before } phải hoãn. Ngày mới, xã báo sau. Ai đã đăng ký vẫn giữ chỗ.
notice-cancelled = ⚠ Buổi họp { $before } không họp nữa. Câu hỏi đã gửi vẫn còn, xã vẫn trả lời.

session-title = Đối thoại chính sách giảm nghèo
notice-coming = sắp tới
notice-head-retell = Nhờ anh/chị báo lại { $count } người của { $village }, em chưa nhắn được.
notice-head-no-list = Em chưa có danh sách hộ của { $village }. Nhờ anh/chị báo khắp các nhà.

session-line = { $moment }, { $venue }
session-no-date = chưa có ngày
session-no-venue = chưa có chỗ
session-none = Xã chưa có buổi đối thoại nào. Vào trang đầu, chọn "Tạo buổi đối thoại".
session-none-now = Hiện không có buổi nào để làm việc này.
session-which = Anh/chị chọn buổi nào?
session-state-draft = bản nháp
session-state-announced = đang nhận đăng ký
session-state-registration_closed = đã khoá danh sách
session-state-in_progress = đang họp
session-state-concluded = đã họp xong
session-state-postponed = đang hoãn
session-state-deadline_passed = đã hết hạn đăng ký
session-state-reopened = đang mở lại đăng ký
session-state-over = đã qua giờ họp
session-state-cancelled = đã huỷ
session-of-none = Chưa gắn buổi nào
session-choice = { $line } ({ $state })

session-ask-venue = Buổi đối thoại họp ở đâu? Anh/chị gõ tên chỗ họp.
session-venue-hall = Hội trường xã
session-venue-hall-said = hội trường xã
session-unknown-yet = Chưa biết
session-ask-date = Họp ngày nào, mấy giờ? Gõ như "thứ Bảy 5/12, 7 giờ 30". Chưa có ngày thì gõ "chưa".
session-ask-hour = { $date }, lúc mấy giờ?
session-ask-which-hour = Lúc nào trong ngày?
session-ask-which-day = Thứ và ngày không khớp nhau. Anh/chị chọn ngày nào?
session-date-unreadable = Em chưa đọc được ngày giờ này. Anh/chị gõ lại, như "5/12 7h30".
session-date-no-such-day = Lịch không có ngày này. Anh/chị xem lại ngày và tháng.
session-date-no-such-hour = Không có giờ này. Anh/chị xem lại giờ và phút.
session-date-day-missing = Em mới thấy giờ, chưa thấy ngày. Anh/chị gõ cả ngày giúp em.
session-date-past = Giờ này đã qua. Anh/chị gõ lúc khác giúp em.
session-warn-past = ⚠ { $moment } đã qua rồi.
session-warn-notice = ⚠ Còn { $left } ngày là họp. Xã phải báo trước ít nhất { $days } ngày. Căn cứ: { $rule }.
session-warn-clash = ⚠ Xã đã có buổi khác lúc { $moment }.
session-ask-keep-date = Anh/chị vẫn dùng { $moment }?
session-keep-date = Vẫn dùng ngày này
session-other-date = Chọn ngày khác
session-ask-topics = Buổi này nói về những việc gì? Gõ các số, như "1 2 4", hoặc "tất cả".
session-ask-topics-more = Đã chọn: { $chosen }. Thêm việc nào nữa không?
session-topics-enough = Đủ rồi
session-ask-villages = Mời những nơi nào?
session-villages-all = Tất cả { $count } { $kind }
session-villages-some = Chọn từng nơi
session-ask-village-list = Anh/chị gõ tên hoặc số, cách nhau bằng dấu phẩy.
    { $list }
session-villages-unclear = Em chưa rõ nơi này: { $unclear }. Anh/chị gõ lại giúp em.
session-ask-seats = Mỗi nơi bao nhiêu chỗ? Gõ một số cho tất cả, hoặc riêng từng nơi, như "{ $example }: 20".
session-seats-usual = Mỗi nơi { $seats } chỗ
session-seats-unclear = Em chưa đọc được số chỗ. Anh/chị gõ như "20" hoặc "{ $example }: 20".
session-ask-deadlines = Hạn đăng ký: { $registration }. Hạn gửi câu hỏi: { $questions }. Được không anh/chị?
session-deadlines-fine = Được
session-deadlines-registration = Đổi hạn đăng ký
session-deadlines-questions = Đổi hạn gửi câu hỏi
session-ask-deadline = Hạn mới là ngày nào, mấy giờ?
session-ask-bring = Bà con cần mang theo gì không? Gõ ra, hoặc bỏ qua.
session-ask-allowance = Người đi họp có được hỗ trợ gì không? Gõ ra, như "100 nghìn đồng", hoặc bỏ qua.
session-skip = Bỏ qua
session-read-back = Em ghi thế này, anh/chị xem lại.
    { $lines }
    Đúng chưa anh/chị?
session-read-when = Họp lúc { $moment }.
session-read-no-date = Chưa có ngày họp.
session-read-venue = Họp ở { $venue }.
session-read-no-venue = Chưa có chỗ họp.
session-read-topics = Nói về { $topics }.
session-read-villages-same = Mời { $villages }, mỗi nơi { $each } chỗ, tất cả { $seats } chỗ.
session-read-villages = Mời { $villages }, tất cả { $seats } chỗ.
session-read-deadlines = Hạn đăng ký: { $registration }. Hạn gửi câu hỏi: { $questions }.
session-read-no-deadlines = Khi có ngày họp, em tính hạn sau.
session-read-bring = Mang theo { $bring }.
session-read-allowance = Hỗ trợ { $allowance }.
session-village-seats = { $village } ({ $seats } chỗ)
session-save = Đúng, lưu lại
session-edit-venue = Sửa chỗ họp
session-edit-date = Sửa ngày giờ
session-edit-topics = Sửa nội dung
session-edit-villages = Sửa nơi mời, số chỗ
session-edit-rest = Sửa hạn, đồ mang, hỗ trợ
session-saved = ✅ Em đã lưu bản nháp. Bà con chưa thấy gì cho đến khi anh/chị báo họp.
session-saved-incomplete = ✅ Em đã lưu bản nháp. Còn thiếu ngày hoặc chỗ họp, nên chưa báo được.
session-ask-next = Anh/chị muốn làm gì tiếp?
session-next-announce = Xem lời báo và báo họp
session-next-menu = Về trang đầu
session-villages-wrong = Danh sách nơi mời chưa đúng. Anh/chị làm lại từ trang đầu.
session-seats-wrong = Số chỗ phải từ 0 đến { $most }.
session-text-too-long = Phần này dài quá { $most } chữ cái. Anh/chị viết ngắn lại.
session-deadline-after-start = Hạn phải trước lúc họp. Anh/chị chọn lúc sớm hơn.
session-wrong-state = Buổi này không còn làm việc đó được. Có thể cán bộ khác vừa đổi.
session-incomplete = Buổi này còn thiếu ngày, chỗ hoặc nơi mời. Anh/chị điền đủ rồi mới báo họp.
session-over = Lúc họp đã qua, nên em chưa làm. Anh/chị chọn ngày khác trước.
session-reopen-wrong = Hạn mới phải sau bây giờ và trước lúc họp.

announce-preview = Đây là lời báo họp:
    { $notice }
announce-counts = Em nhắn được cho { $contacts } người. { $heads } nơi đã có trưởng thôn.
    { $villages }
announce-village = { $village }: nhắn được { $reached } nhà, chưa được { $unreached } nhà.
announce-village-no-head = { $village }: nhắn được { $reached } nhà, chưa được { $unreached } nhà, chưa có trưởng thôn.
announce-village-empty = { $village }: chưa có danh sách hộ.
announce-village-empty-no-head = { $village }: chưa có danh sách hộ, chưa có trưởng thôn.
announce-in-person = { $count } nhà chưa nhắn được, em nhờ trưởng thôn báo tận nơi.
announce-ask = Gửi lời báo này đi chưa?
announce-ask-again = Buổi này đã báo rồi. Gửi thêm cho người mới có tên?
announce-send = Gửi
announce-not-now = Để sau
announce-fill = Buổi này còn thiếu ngày hoặc chỗ họp. Điền bây giờ không?
announce-fill-now = Điền bây giờ
announce-done = ✅ Em đang gửi cho { $added } người. Xem số đã đến ở "Xem đăng ký các thôn".
announce-done-nothing = Mọi người đều có lời báo rồi, em không gửi thêm.
announce-adopted = Có { $count } câu bà con gửi từ trước, em gắn vào buổi này.
announce-later = Em giữ bản nháp, chưa gửi cho ai.

overview-head = { $line }. Hiện: { $state }.
overview-villages = Đăng ký từng nơi:
    { $lines }
overview-village = { $village }: { $registered }/{ $seats }
overview-waiting = chờ { $count }
overview-requested = đang xin { $count }
overview-questions = Câu hỏi đã nhận: { $lines }.
overview-questions-none = Chưa có câu hỏi nào.
overview-questions-loose = Còn { $count } câu chưa gắn buổi nào. Xem ở mục "Câu hỏi và kiến nghị".
overview-topic = { $topic } { $count }
overview-deliveries = Lời báo: đã đến { $sent }, đang gửi { $waiting }, không đến { $failed }.
overview-ask = Anh/chị muốn làm gì với buổi này?
overview-close = Khoá danh sách đăng ký
overview-reopen = Mở lại đăng ký
overview-move = Chuyển người sang nơi khác
overview-postpone = Dời ngày họp
overview-cancel = Huỷ buổi họp
overview-announce = Báo họp
overview-menu = Về trang đầu
overview-ask-until = Mở lại đến ngày nào, mấy giờ?
overview-closed = ✅ Em đã khoá danh sách. Muốn nhận thêm người, anh/chị mở lại đăng ký.
overview-reopened = ✅ Em đã mở lại đăng ký. Hạn đăng ký: { $moment }.
overview-ask-new-date = Dời sang ngày nào, mấy giờ? Chưa biết ngày thì gõ "chưa".
overview-postpone-confirm = Dời sang { $moment } và báo mọi người đã đăng ký?
overview-postpone-confirm-open = Hoãn, chưa có ngày mới, và báo mọi người đã đăng ký?
overview-yes-postpone = Dời và báo
overview-postponed = ✅ Em đã dời và đang báo { $count } người. Chỗ đã đăng ký vẫn giữ.
overview-cancel-confirm = Huỷ buổi này? Người đã đăng ký sẽ được báo.
overview-cancel-confirm-again = Huỷ rồi thì không mở lại được. Anh/chị chắc chưa?
overview-yes-cancel = Huỷ buổi họp
overview-yes-cancel-sure = Chắc, huỷ
overview-keep = Không, giữ lại
overview-cancelled = Em đã huỷ buổi họp và đang báo { $count } người. Câu hỏi vẫn còn để trả lời.

move-nobody = Buổi này chưa ghi ai, nên không có ai để chuyển.
move-from = Người cần chuyển đang ở nơi nào?
move-who = { $village } có:
    { $lines }
    Anh/chị gõ số hoặc họ tên người cần chuyển.
move-line-waiting = { $line } (đang chờ)
move-line-requested = { $line } (đang xin chỗ)
move-one-village = Buổi này chỉ mời một nơi, nên không chuyển được.
move-to = Chuyển { $name } sang nơi nào?
move-sure = Chuyển { $name } từ { $here } sang { $there }?
move-sure-full = { $there } đã đủ { $seats } người, { $name } sang đó thì phải chờ. Anh/chị vẫn chuyển không?
move-yes = Chuyển
move-no = Không, giữ nguyên
move-kept = Em giữ nguyên.
move-done = ✅ { $name } đã sang { $village }, có chỗ.
move-done-waiting = ✅ { $name } đã sang { $village }, đang chờ, số { $place }.
move-done-request = ✅ { $name } đã sang { $village }, đang chờ trưởng thôn duyệt.
move-promoted = { $name } ở danh sách chờ của { $village } nay đã có chỗ.

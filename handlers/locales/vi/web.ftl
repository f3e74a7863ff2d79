# The chat page in the browser, and the small pages beside it.
web-title = Hỏi đáp của xã
web-title-commune = Hỏi đáp { $commune }
web-robot = Trợ lý tự động
web-home = Trang đầu
web-log = Cuộc trò chuyện
web-below = Còn lựa chọn bên dưới
web-input = Viết tin nhắn
web-input-hint = Gõ câu hỏi hoặc số…
web-send = Gửi
web-photo = Ảnh
web-voice = Ghi âm
web-photo-ask = Anh/chị lấy ảnh ở đâu?
web-photo-take = Chụp ảnh mới
web-photo-pick = Chọn ảnh có sẵn
web-cancel = Thôi
web-voice-send = Gửi ghi âm
web-voice-cancel = Bỏ ghi âm
web-forget = Quên máy này
web-forget-ask = Xoá cuộc trò chuyện trên máy này?
web-forget-explain = Dùng khi máy là của người khác. Câu đã gửi, xã vẫn giữ và vẫn trả lời. Lời đáp không về máy này nữa.
web-forget-codes = Anh/chị chép lại mã câu hỏi trước khi xoá. Sau này đọc mã đó, cán bộ xã tìm được lời đáp.
web-forget-no-codes = Trên máy này chưa thấy mã nào.
web-forget-yes = Xoá trên máy này
# After an erasure: the way to a new talk, as a new person.
web-start-over = Nhắn lại từ đầu
web-skip = Tới ô viết tin
web-demo = Bản chạy thử, tên người là mẫu.
web-demo-as = Bản chạy thử, đang là { $name }.
web-demo-change = Đổi vai
web-demo-title = Chạy thử: chọn vai
web-demo-explain = Đây là xã mẫu. Tên người và số liệu đều là bịa ra để thử.
web-demo-official = Cán bộ xã
web-demo-village_head = Trưởng thôn
web-demo-household = Hộ dân

web-noscript = Máy này chưa chạy được trang trò chuyện.
web-noscript-phone = Anh/chị gọi cán bộ trực: { $phone }.
web-noscript-office = Anh/chị hỏi trưởng thôn, hoặc tới xã vào { $hours }.

web-js-listen = Nghe
web-js-stop-listening = Thôi nghe
web-js-connecting = Đang nối lại…
web-js-offline = Máy đang mất mạng. Tin sẽ tự gửi khi có mạng.
web-js-waiting = Chờ gửi
web-js-failed = Chưa gửi được
web-js-retry = Gửi lại
web-js-photo-sent = Ảnh
web-js-document-pick = Chọn tệp để gửi
web-js-document-sent = Tệp
web-js-voice-sent = Ghi âm
web-js-file-lost = Tệp không còn trên máy. Anh/chị gửi lại giúp em.
web-js-refused = Tin này chưa gửi được. Anh/chị thử gửi ngắn hơn, ảnh nhỏ hơn.
web-js-recording = Đang ghi âm
web-js-no-microphone = Máy chưa cho ghi âm. Anh/chị chọn tệp ghi âm có sẵn.
web-js-cookies-off = Trình duyệt đang chặn ghi nhớ (cookie), nên em chưa nhận được tin. Anh/chị bật lại giúp em.
web-js-me = Anh/chị:
web-js-bot = Trợ lý:
web-js-too-big = Tệp lớn quá
web-js-open-file = Tải về
web-js-recording-gone = Đoạn ghi âm này không còn.
web-js-photo-alt = Ảnh anh/chị gửi
# Stands where somebody denounced: the words are gone.
web-js-unsaid = (Lời này không được ghi lại.)

web-foreign = Em chưa nhận được việc này từ trang khác. Anh/chị mở lại trang này giúp em.
web-no-cookie = Em chưa nhận ra máy này. Anh/chị mở lại trang này giúp em.
web-too-many = Nhiều người đang cùng vào một lúc. Anh/chị chờ ít phút rồi nhắn lại giúp em.
web-unreadable = Em chưa đọc được tin này. Anh/chị gửi lại giúp em.
web-slow = Mạng chậm quá, tin chưa tới nơi. Anh/chị gửi lại giúp em.
web-broken = Máy của xã vừa có lỗi, em xin lỗi anh/chị. Anh/chị thử lại sau ít phút giúp em.
web-not-found = Không có trang này. Có thể đường dẫn bị sai hoặc đã hết hạn.
web-back = Về trang trò chuyện

web-download-title = Tải tệp về máy
web-download-explain = Tệp này có thông tin của người dân. Anh/chị chỉ tải một lần, và đừng chuyển cho người khác.
web-download-button = Tải về
web-download-gone = Đường dẫn này đã dùng rồi, hoặc đã hết hạn. Anh/chị vào lại bot để lấy đường dẫn mới.

serve-demo-host = Bản chạy thử chỉ mở trên chính máy này, nên không dùng được địa chỉ { $host }.

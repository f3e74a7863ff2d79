# Words used everywhere.
option-help = Trợ giúp
option-more = Xem thêm
option-yes = Đúng
option-no = Chưa
option-edit = Sửa
option-cancel = Thôi

menu-greeting = Chào anh/chị. Em là trợ lý tự động của xã. Em giúp anh/chị hỏi chính sách và đăng ký họp.
menu-ask = Anh/chị cần việc gì? Bấm số, hoặc gõ luôn câu muốn hỏi.
menu-more = Anh/chị cần việc gì nữa không?
menu-new_question = Hỏi chính sách
menu-session_info = Buổi họp đối thoại
menu-send_petition = Gửi kiến nghị, phản ánh
menu-my_submissions = Xem câu đã gửi
menu-official_contact = Gặp cán bộ
menu-register_attendees = Ghi người đi họp
menu-attendee_list = Danh sách của thôn
menu-ask_on_behalf = Hỏi thay cho hộ dân
menu-forward_notice = Lấy lời báo họp để gửi đi
menu-create_session = Tạo buổi đối thoại
menu-list_submissions = Câu hỏi và kiến nghị
menu-session_overview = Xem đăng ký các thôn
menu-announce = Báo họp cho dân
menu-export_files = Xuất danh sách
menu-approve_heads = Mời và duyệt trưởng thôn

help-lost = Dạ, không sao ạ. Cần người giúp thì bấm số 0.
help-sorry = Em xin lỗi, em nói chưa dễ hiểu.
help-ask = Anh/chị muốn làm gì?
help-continue = Làm tiếp việc đang dở
help-menu = Về trang đầu
help-official = Gặp cán bộ

not-understood = Em chưa hiểu, xin lỗi anh/chị. Anh/chị trả lời lại giúp em.
missed-twice = Em vẫn chưa hiểu, xin lỗi anh/chị. Bấm số 0 để được giúp hoặc gặp cán bộ.
empty-message = Em chưa thấy chữ nào. Anh/chị gõ lại giúp em.
text-too-long = Lời nhắn dài quá, em chưa đọc được. Anh/chị viết ngắn lại giúp em.
only-signs = Em chưa đọc được dấu hiệu này. Anh/chị gõ chữ hoặc bấm số giúp em.
old-button = Nút này thuộc câu cũ, em không dùng nữa. Anh/chị trả lời câu dưới đây giúp em.
not-a-question-sticker = Em chưa hiểu hình dán. Anh/chị gõ chữ hoặc bấm số giúp em.
not-a-workbook = Em không mở được tệp này. Anh/chị gửi tệp Excel có đuôi .xlsx giúp em.
not-a-question-unknown = Em chưa đọc được loại tin này. Anh/chị gõ chữ, gửi ảnh hoặc ghi âm giúp em.
file-too-big = Tệp này lớn quá, em không nhận được. Anh/chị gửi ảnh nhỏ hơn, hoặc kể bằng lời giúp em.
file-no-room = Hôm nay em không nhận thêm tệp được. Anh/chị kể bằng lời giúp em.
file-lost = Tệp chưa tới được chỗ em. Anh/chị gửi lại, hoặc kể bằng lời giúp em.
too-fast = Anh/chị nhắn nhanh quá. Từ tin này em đọc chưa kịp. Anh/chị chờ một phút rồi nhắn tiếp giúp em.
too-fast-unread = Lúc nãy tin đến nhanh quá, còn { $count } tin em chưa đọc. Anh/chị gửi lại giúp em, gộp vào một tin.
turn-failed = Máy của xã vừa có lỗi, em xin lỗi anh/chị. Anh/chị nhắn lại giúp em. Nếu vẫn lỗi, báo cán bộ mã { $error }.
not-allowed = Việc này dành cho người phụ trách. Anh/chị gõ "menu" để về trang đầu.
others-work-official = Việc này do cán bộ xã làm. Em chưa gửi gì cho ai.
others-work-head = Việc này do trưởng thôn làm, anh/chị cần thì báo trưởng thôn. Em chưa gửi gì cho ai.
not-found = Em không tìm thấy mục này. Anh/chị gõ "menu" để về trang đầu.

# Trở lại sau một thời gian im lặng.
drafts-full = Anh/chị còn mấy việc viết dở, em vẫn giữ cả. Nhờ anh/chị làm xong việc sau đây, rồi em nghe việc mới.
resume-reminder = Anh/chị đang viết dở một việc với em. Gõ 1 để viết tiếp, gõ 2 để bỏ.
resume-reminder-gone = Hôm trước anh/chị viết dở một việc. Em không giữ lời đó. Còn cần thì anh/chị nhắn lại.
resume-ask = Anh/chị còn một việc viết dở, em vẫn giữ. Viết tiếp không?
resume-ask-open = Anh/chị còn một việc đang dở. Làm tiếp không?
resume-about = Về câu: “{ $words }”
resume-ask-words = Anh/chị còn viết dở: “{ $words }”. Viết tiếp không?
resume-ask-urgent = Anh/chị còn việc gấp chưa gửi cán bộ. Quay lại để gửi không?
resume-go-urgent = Quay lại để gửi
resume-go = Viết tiếp
resume-drop = Bỏ
resume-dropped = Em đã bỏ việc viết dở.
words-gone = Lâu quá rồi, em không giữ lời anh/chị nữa. Anh/chị nhắn lại giúp em.
words-gone-short = Lâu quá rồi, em không giữ lời anh/chị nữa.

# Ảnh gửi đến.
caption-ask-photo = Em nhận được { $count } ảnh, nhưng em không xem được ảnh. Ảnh này về việc gì? Gõ ngắn gọn giúp em.
caption-ask-file = Em nhận được { $count } tệp, nhưng em không xem được tệp. Tệp này về việc gì? Gõ ngắn gọn giúp em.
caption-bare = Không cần lời, cứ gửi
caption-words = Anh/chị gõ thành lời giúp em, như "mái nhà em bị dột".
file-added = Em đã thêm vào lời anh/chị đang viết.
file-mark-photo = (ảnh)
file-mark-voice = (ghi âm)
file-mark-document = (tệp)

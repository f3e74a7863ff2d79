# For operators at the command line.
cli-about = Đối Thoại: trợ lý của hội nghị đối thoại chính sách ở xã
cli-serve = chạy tất cả trong một tiến trình
cli-serve-demo = xã mẫu và người dùng mẫu, chỉ trên máy này
cli-serve-host = địa chỉ mở cổng
cli-serve-port = số cổng
cli-database-url = địa chỉ cơ sở dữ liệu kiểu SQLAlchemy
cli-chat = nói chuyện với trợ lý ngay trên dòng lệnh
cli-chat-as = tên người nói
cli-chat-role = vai mà người đó đang giữ, hoặc người dùng mẫu của xã mẫu
cli-chat-no-role = Không có người nào tên "{ $name }" giữ vai này.
cli-chat-file = Tệp đã lưu: { $file }
cli-migrate = đưa cơ sở dữ liệu lên bản mới nhất
cli-migrated = Cơ sở dữ liệu ở bản { $revision }.
cli-faq = bộ câu hỏi thường gặp
cli-faq-match = mỗi dòng vào một câu, mỗi dòng ra một kết quả
cli-faq-match-jsonl = mỗi dòng vào là một đối tượng JSON có "text"
cli-faq-knowledge = dùng bộ câu hỏi khác
cli-faq-eval = đo độ đúng trên tập câu đã gán nhãn
cli-faq-lint = soát bộ câu hỏi
cli-faq-lint-done = { $count } điều cần sửa.
cli-faq-bad-knowledge = Không đọc được bộ câu hỏi: { $problems }
cli-bad-setting = Cấu hình sai ở: { $fields }.
cli-os-error = Không làm được: { $reason } { $file }
serve-ready = Mở trang trò chuyện: { $url }/
serve-ready-demo = Đây là xã mẫu. Vào { $url }/demo để chọn người dùng mẫu, hoặc gõ ở cửa sổ khác:
    {"  "}doithoai chat --as ho-3                 (hộ dân ở Thôn 3)
    {"  "}doithoai chat --as truong-thon-3        (trưởng thôn của Thôn 3; có từ truong-thon-1 đến truong-thon-6)
    {"  "}doithoai chat --as can-bo               (cán bộ xã)

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
    {"  "}{ $command } chat --as ho-3                 (hộ dân ở Thôn 3)
    {"  "}{ $command } chat --as truong-thon-3        (trưởng thôn của Thôn 3; có từ truong-thon-1 đến truong-thon-6)
    {"  "}{ $command } chat --as can-bo               (cán bộ xã)
cli-grant = cấp mã mời cho cán bộ hoặc trưởng thôn; mã dùng một lần
cli-grant-role = vai được cấp
cli-grant-unit = ký hiệu của xã, như khi tạo xã
cli-grant-village = tên thôn, khi cấp cho trưởng thôn
cli-granted = Mã mời: { $code }. Người nhận mở trò chuyện, gõ "mã mời", rồi gõ mã này. Mã dùng một lần, trong { $days } ngày.
cli-commune = tạo xã và các thôn của xã
cli-commune-name = tên xã, ví dụ "Xã Mẫu"
cli-commune-prefix = hai đến bốn chữ cái đứng trước mã câu hỏi, ví dụ XM
cli-commune-villages = tên các thôn, cách nhau bằng dấu chấm phẩy
cli-commune-kind = cách gọi thôn ở địa phương: thôn, bản, buôn, làng, ấp, khu phố…
cli-commune-done = Đã tạo { $name } với { $count } thôn.
cli-commune-exists = Ký hiệu { $prefix } đã có xã dùng.
cli-commune-bad-prefix = Ký hiệu phải là hai đến bốn chữ cái không dấu.
cli-commune-no-village = Cần tên của ít nhất một thôn.
cli-unknown-unit = Không có xã nào mang ký hiệu { $prefix }.
cli-unknown-village = { $name } không có trong xã này.
cli-grant-needs-village = Cấp cho trưởng thôn thì phải nêu tên thôn.

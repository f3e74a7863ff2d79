# Asking for a day and an hour.
session-ask-hour = { $date }, lúc mấy giờ?
session-ask-which-hour = Lúc nào trong ngày?
session-ask-which-day = Thứ và ngày không khớp nhau. Anh/chị chọn ngày nào?
session-ask-which-of-two = Em đọc ra hai ngày. Anh/chị chọn ngày nào?
session-date-unreadable = Em chưa đọc được ngày giờ này. Anh/chị gõ lại, như "5/12 7h30".
session-date-no-such-day = Lịch không có ngày này. Anh/chị xem lại ngày và tháng.
session-date-no-such-hour = Không có giờ này. Anh/chị xem lại giờ và phút.
session-date-day-missing = Em mới thấy giờ, chưa thấy ngày. Anh/chị gõ cả ngày giúp em.
session-date-lunar = Em chỉ đọc được ngày dương lịch. Anh/chị xem lịch, gõ ngày dương giúp em, như "5/12".
session-date-past = Giờ này đã qua. Anh/chị gõ lúc khác giúp em.
session-ask-which-year = Ngày này vừa qua rồi. Anh/chị chọn ngày nào?

day-unreadable = Em chưa đọc được ngày này. Anh/chị gõ lại, như "31/12/2026".
day-weekday-differs = Thứ và ngày không khớp nhau. Anh/chị gõ lại ngày thôi giúp em.
day-year-missing = Ngày này của năm nào? Anh/chị gõ cả năm, như "31/12/2026".

# Nguy hiểm: lời đáp, lời nhắn gửi đi, tin báo cán bộ.
danger-violence = Anh/chị và người nhà hãy đến chỗ an toàn ngay. Gọi công an 113. Có người bị thương thì gọi 115, có trẻ nhỏ bị đánh thì gọi 111.
danger-child = Anh/chị giữ cháu ở chỗ an toàn ngay. Gọi 111 để giúp trẻ em, hoặc gọi công an 113. Cháu đau nặng thì gọi 115.
danger-suicide = Em lo cho anh/chị lắm. Ai đã uống thuốc, bị thương hoặc không chịu nổi nữa thì gọi 115 ngay. Gọi cho một người thân, đừng ở một mình, đừng để ai ở một mình.
danger-hunger = Anh/chị gọi trưởng thôn ngay cho nhanh. Nói rõ nhà có mấy người, hết gạo từ hôm nào. Có người lả đi thì gọi 115.
danger-drowning = Đưa sào, dây hoặc can nhựa cho người dưới nước bám, kéo lên bờ. Không biết bơi thì đừng nhảy xuống. Gọi 115, gọi to cho người gần đó. Không thở thì ép tim, thổi ngạt ngay.
danger-disaster = Anh/chị đưa cả nhà lên chỗ cao, chỗ chắc ngay. Đừng lội qua nước xiết. Mắc kẹt thì gọi 114. Có người bị thương thì gọi 115.
danger-landslide = Cả nhà ra khỏi nhà ngay, chạy xa sườn dốc và bờ suối. Đừng quay lại lấy đồ. Có người bị vùi, mắc kẹt thì gọi 114. Có người bị thương thì gọi 115.
danger-fire = Cả nhà ra ngoài ngay, đừng quay lại lấy đồ. Gọi cứu hoả 114 liền. Khói nhiều thì cúi thấp, lấy khăn ướt che mũi. Có người bị bỏng thì gọi 115.
danger-electric = Đừng chạm vào dây, vào cột, vào người hay vũng nước bên dây. Đứng thật xa, giữ trẻ em và trâu bò xa ra. Gọi điện lực cắt điện, không có số thì gọi 114. Có người bị giật thì gọi 115.
danger-illness = Anh/chị gọi 115 ngay, nhờ người gần nhất đến giúp. Mê man, co giật thì đặt nằm nghiêng. Đột quỵ, mê man thì đừng cho ăn uống gì. Không có xe thì gọi trưởng thôn hoặc trạm y tế xã.
danger-injury = Gọi 115 ngay, có người mắc kẹt thì gọi 114. Máu chảy thì lấy vải sạch ấn chặt, bỏng thì xối nước mát. Bị điện giật thì ngắt điện rồi mới chạm vào người. Gãy xương, ngã nặng thì để nằm yên.
danger-poison = Gọi 115 ngay, hoặc đưa đến bệnh viện gần nhất. Đừng móc họng cho nôn, đừng cho ăn uống thêm. Mang theo vỏ thuốc hoặc thứ đã ăn. Không có xe thì gọi trưởng thôn hoặc trạm y tế xã.
danger-bite = Rắn cắn, hoặc ong đốt mà sưng mặt, khó thở: gọi 115 ngay. Rắn cắn thì nằm yên, đừng rạch vết cắn. Chó, mèo cắn thì rửa ngay bằng xà phòng dưới vòi nước 15 phút. Đi tiêm phòng dại trong ngày.
danger-missing = Gọi công an 113 ngay, đừng chờ. Nói rõ tên, tuổi, mặc áo gì, thấy lần cuối ở đâu, đi với ai. Trẻ em, hoặc người bị lừa bán, thì gọi thêm 111. Nhờ trưởng thôn cho người đi tìm.
danger-fear = Em nghe anh/chị. Lúc nào sợ thì sang nhà người thân, hàng xóm hoặc trưởng thôn. Bị doạ, bị đánh thì gọi công an 113, có trẻ nhỏ thì gọi 111. Chị em Hội Phụ nữ thôn cũng giúp được.
danger-fear-untold = Em chưa báo cho ai cả.
danger-cry = Có cháy, có lũ, có người mắc kẹt thì gọi 114. Có người đau nặng, bị thương thì gọi 115. Bị đánh, bị doạ thì gọi công an 113. Anh/chị nhắn em biết đang có việc gì, ở thôn nào.
danger-neighbour-number = { $text } (Gọi lại số { $phone }.)
danger-duty = Trực của xã: gọi { $phone }.
danger-alerted = Em đã báo cán bộ xã có việc gấp.
danger-alerted-nowhere = Em đã báo cán bộ xã có việc gấp, nhưng chưa rõ ở thôn nào. Anh/chị gửi lời nhắn để cán bộ biết mà tìm.
danger-choose = Gõ tên, số điện thoại thì em gửi kèm lời nhắn để cán bộ gọi lại. Hoặc bấm số.
danger-send = Gửi lời nhắn, không cần gọi lại
danger-skip = Thôi, về trang đầu
danger-consent = Em ghi số { $phone } và gửi cán bộ xã để gọi lại, kèm tên nếu có. Anh/chị bảo em xoá lúc nào cũng được. Đồng ý không?
danger-consent-yes = Đồng ý, gửi ngay
danger-consent-no = Không đồng ý
danger-consent-refused = Dạ, em không ghi số điện thoại và tên.
danger-added = { $kind ->
    [suicide] Em vẫn ở đây với anh/chị. Lời này em ghi thêm rồi. Bấm số 1 là em gửi cán bộ ngay, để có người đến với anh/chị.
   *[other] Em ghi thêm rồi. Bấm số 1 là em gửi cán bộ ngay.
}
danger-not-kept = Lời vừa nhắn có ý tố cáo, em không ghi lại. Tố cáo thì đến Ban Tiếp công dân tỉnh hoặc Thanh tra tỉnh.
danger-call-choose = Gõ tên, số điện thoại thì em gửi để cán bộ gọi lại. Hoặc bấm số.
danger-call = Nhờ cán bộ nhắn lại ở đây
danger-call-words = Người dân nhờ cán bộ liên hệ lại ngay, có việc gấp.
danger-faq = Xem chính sách của nhà nước
danger-sent = Em đã gửi cho cán bộ. Mã: { $code }. Gấp quá thì gọi ngay { $kind ->
    [violence] 113
    [missing] 113
    [fear] 113
    [cry] 113, 114 hoặc 115
    [child] 111
    [disaster] 114
    [landslide] 114
    [fire] 114
    [electric] 114
    [hunger] trưởng thôn
   *[other] 115
}.
danger-sent-call = Em đã gửi cho cán bộ, nhờ gọi lại số { $phone }. Mã: { $code }. Gấp quá thì gọi ngay { $kind ->
    [violence] 113
    [missing] 113
    [fear] 113
    [cry] 113, 114 hoặc 115
    [child] 111
    [disaster] 114
    [landslide] 114
    [fire] 114
    [electric] 114
    [hunger] trưởng thôn
   *[other] 115
}.
danger-number-late = Số này là để cán bộ gọi lại về việc gấp anh/chị vừa gửi, mã { $code }.
danger-number-added = Em đã gửi số { $phone } cho cán bộ, kèm việc gấp mã { $code }.
danger-village-told = Em đã báo cán bộ anh/chị ở thôn nào.

notice-new-danger = ⚠ Việc khẩn cấp mới từ { $place }. Mã { $code }. Gõ mã để xem ngay.
notice-danger-marked = ⚠ Cán bộ đánh dấu khẩn cấp mã { $code } từ { $place }. Gõ mã để xem ngay.
notice-danger-violence = ⚠ Việc gấp ở { $place }: có người bị đánh hoặc bị doạ. { $villages ->
    [0] Chưa rõ thôn, người đó chưa gửi lời. Có lời, em nhắn mã ngay.
   *[other] Người đó chưa gửi lời. Anh/chị gọi trưởng thôn ngay.
}
notice-danger-child = ⚠ Việc gấp ở { $place }: có trẻ em gặp nguy. { $villages ->
    [0] Chưa rõ thôn, người đó chưa gửi lời. Có lời, em nhắn mã ngay.
   *[other] Người đó chưa gửi lời. Anh/chị gọi trưởng thôn ngay.
}
notice-danger-suicide = ⚠ Việc gấp ở { $place }: có người không muốn sống. { $villages ->
    [0] Chưa rõ thôn, người đó chưa gửi lời. Có lời, em nhắn mã ngay.
   *[other] Người đó chưa gửi lời. Anh/chị gọi trưởng thôn ngay.
}
notice-danger-hunger = ⚠ Việc gấp ở { $place }: có nhà đang đói. { $villages ->
    [0] Chưa rõ thôn, người đó chưa gửi lời. Có lời, em nhắn mã ngay.
   *[other] Người đó chưa gửi lời. Anh/chị gọi trưởng thôn ngay.
}
notice-danger-drowning = ⚠ Việc gấp ở { $place }: có người đuối nước. { $villages ->
    [0] Chưa rõ thôn, người đó chưa gửi lời. Có lời, em nhắn mã ngay.
   *[other] Người đó chưa gửi lời. Anh/chị gọi trưởng thôn ngay.
}
notice-danger-disaster = ⚠ Việc gấp ở { $place }: có lũ, ngập hoặc bão. { $villages ->
    [0] Chưa rõ thôn, người đó chưa gửi lời. Có lời, em nhắn mã ngay.
   *[other] Người đó chưa gửi lời. Anh/chị gọi trưởng thôn ngay.
}
notice-danger-landslide = ⚠ Việc gấp ở { $place }: có sạt lở hoặc sập nhà. { $villages ->
    [0] Chưa rõ thôn, người đó chưa gửi lời. Có lời, em nhắn mã ngay.
   *[other] Người đó chưa gửi lời. Anh/chị gọi trưởng thôn ngay.
}
notice-danger-fire = ⚠ Việc gấp ở { $place }: có cháy. { $villages ->
    [0] Chưa rõ thôn, người đó chưa gửi lời. Có lời, em nhắn mã ngay.
   *[other] Người đó chưa gửi lời. Anh/chị gọi trưởng thôn ngay.
}
notice-danger-electric = ⚠ Việc gấp ở { $place }: có dây điện đứt hoặc rò điện. { $villages ->
    [0] Chưa rõ thôn, người đó chưa gửi lời. Có lời, em nhắn mã ngay.
   *[other] Người đó chưa gửi lời. Anh/chị gọi trưởng thôn ngay.
}
notice-danger-illness = ⚠ Việc gấp ở { $place }: có người đau nặng. { $villages ->
    [0] Chưa rõ thôn, người đó chưa gửi lời. Có lời, em nhắn mã ngay.
   *[other] Người đó chưa gửi lời. Anh/chị gọi trưởng thôn ngay.
}
notice-danger-injury = ⚠ Việc gấp ở { $place }: có người bị nạn, bị thương nặng. { $villages ->
    [0] Chưa rõ thôn, người đó chưa gửi lời. Có lời, em nhắn mã ngay.
   *[other] Người đó chưa gửi lời. Anh/chị gọi trưởng thôn ngay.
}
notice-danger-poison = ⚠ Việc gấp ở { $place }: có người bị ngộ độc. { $villages ->
    [0] Chưa rõ thôn, người đó chưa gửi lời. Có lời, em nhắn mã ngay.
   *[other] Người đó chưa gửi lời. Anh/chị gọi trưởng thôn ngay.
}
notice-danger-bite = ⚠ Việc gấp ở { $place }: có người bị rắn, chó cắn hoặc ong đốt. { $villages ->
    [0] Chưa rõ thôn, người đó chưa gửi lời. Có lời, em nhắn mã ngay.
   *[other] Người đó chưa gửi lời. Anh/chị gọi trưởng thôn ngay.
}
notice-danger-missing = ⚠ Việc gấp ở { $place }: có người mất tích hoặc bị đưa đi. { $villages ->
    [0] Chưa rõ thôn, người đó chưa gửi lời. Có lời, em nhắn mã ngay.
   *[other] Người đó chưa gửi lời. Anh/chị gọi trưởng thôn ngay.
}
notice-danger-cry = ⚠ Việc gấp ở { $place }: có người kêu cứu, chưa rõ việc gì. { $villages ->
    [0] Chưa rõ thôn, người đó chưa gửi lời. Có lời, em nhắn mã ngay.
   *[other] Người đó chưa gửi lời. Anh/chị gọi trưởng thôn ngay.
}
notice-danger-number = ⚠ Việc khẩn cấp mã { $code }: người báo vừa để lại số để gọi lại. Gõ mã để xem ngay.
notice-danger-village = ⚠ Việc khẩn cấp mã { $code }: người báo ở { $place }.
danger-more-not-kept = Lời trước có ý tố cáo, nên em không ghi thêm lời này. Cần giúp ngay thì gọi số em vừa nhắn.

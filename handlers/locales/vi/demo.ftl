# Sample data; every name says that it is one.
demo-province = Tỉnh Mẫu
demo-commune = Xã Mẫu
demo-village = Thôn { $number }
demo-village-old = Làng Mẫu { $number }
demo-official = Cán bộ Mẫu
demo-head = Trưởng thôn Mẫu { $number ->
    [1] Một
    [2] Hai
    [3] Ba
    [4] Bốn
    [5] Năm
   *[6] Sáu
 }
demo-household = Hộ Mẫu { $village ->
    [1] Một
    [2] Hai
    [3] Ba
    [4] Bốn
    [5] Năm
   *[6] Sáu
 } { $letter }
demo-session-title = Đối thoại chính sách giảm nghèo (mẫu)
demo-session-venue = hội trường xã
demo-session-bring = căn cước và giấy tờ của việc muốn hỏi

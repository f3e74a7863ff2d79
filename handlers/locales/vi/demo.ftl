# Sample data; every name says that it is one.
demo-province = Tỉnh Mẫu
demo-commune = Xã Mẫu
demo-village = Thôn { $number }
demo-village-old = Làng Mẫu { $number }
demo-official = Cán bộ Mẫu
demo-head = Trưởng thôn Mẫu { $number }
demo-household = Hộ Mẫu { $village }-{ $number }
demo-session-title = Đối thoại chính sách giảm nghèo (mẫu)
demo-session-venue = hội trường xã
demo-session-bring = căn cước và giấy tờ của việc muốn hỏi

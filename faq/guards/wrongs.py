"""Offices, and wrongs told of them."""

from __future__ import annotations

from faq.guards.office_words import GROUPS, OFFICE, ONE_OF_A_PLACE
from faq.guards.phrases import Phrases

STRONG = Phrases(
    """
    <muon/de an chan/bot/hoi_lo/can/het_tien/don_tien/cap/gian/qut/quyt/chia/day/xen
    an tien/tham !an/com/o/hoc/xe/trua
    an het/mat/cua ..2 tien/gao/qua/suat/cua_dan
    nhan hoi_lo/tien_lot_tay/phong_bi/dut_lot/tien_cua/tien_chay/tien_dut/cua_dut/tien_rieng
    nhan ..2 tien ..3 cua/roi_moi/moi_chiu/de_chay
    hoi_lo/lot_tay/tham_nhung/tham_o/tham_lam/bien_thu/bot_xen/cat_xen/an_chan/xa_xeo/bo_tui
    tham/bien tien/gao/cua/quy
    chiem doat/dung/het/luon/tien/quy
    rut ruot
    lam gia/khong ..1 giay/ho_so/chu_ky/danh_sach/chung_tu/so
    khai/lap/ke/nang/xep khong/gian/man/khong_danh_sach/khong_ten !co/duoc/du/biet/dung
    khai khong_dung
    gia_mao/gia_chu_ky/ky_thay/ky_khong/ky_gia
    doi/doi1 ..2 tien_lot/lot/phong_bi/an_chia/hoi_lo
    voi1 ..1 tien/vinh/phong_bi/qua
    voi vinh/phong_bi/tien_dan/tien_nha/tien_toi/tien_em/tien_ba_con
    biet_dieu/lam_luat/chung_chi
    <khong/chua/chang/hong/k/ko/khong_xet/chua_xet/khong_ghi/chua_ghi/khong_duyet/chua_duyet cho/dua
        /ghi/nhet/keo/xet/chon/them ..2 {kin} ..4 vao/huong/nhan/ho_ngheo
    <khong/khi/luc hay/cu/toan/lai/dem_nao_cung/toi_nao_cung/bua_nao_cung/mo/lan ..2 qua/sang/vo
        /vao/den/toi/mo ..1 nha/giuong/phong ..2 nua_dem/ban_dem/dem_khuya/luc_khuya/khuya
        /giua_dem/luc_nua_dem/ban_dem_ban_hom
    uu_tien/thien_vi/bao_che ..2 {kin}
    goi_y/bong_gio/danh_tieng ..2 boi_duong/qua/phong_bi/tien/cam_on/bieu
    toan/chi/chu_yeu cho/dua/xet/ghi/la ..1 {kin}
    chia_nhau/chia_chac/loi_dung_chuc/lam_quyen/cua_quyen/hach_sach
    bao_ke !toan
    <nac/de danh nguoi/dan/dap/toi/em/chau/con/vo/chong
    quay_roi/ga_tinh/sam_so/so_mo/gian_lan/gian_doi/cuong_hiep
    bo tui/vao_tui/tui_rieng
    xong/roi bo toi
    bo toi tien/gao/quy/rieng !su/nao
    dut tui/lot
    mua_ban/ban/chay ..1 suat/ho_ngheo/chot/danh_sach/hang_cuu_tro/gao_cuu_tro/dat_cong/dat_rung
        /dat_cua/go
    an tren dau
    xa/bot/xen/cat moi nha/ho/nguoi/suat
    mop/xa/xen/bot/tham tien/gao/khau_phan/xi_mang/suat/qua
    moc tui/noi
    doa_dan/doa_nat/chui_boi/danh_dap/ap_buc/uc_hiep/an_hiep
    <bi/so/khoi tru_dap/tra_thu
    doa ..2 cat/gach/xoa/khong_cho/duoi ..4 ho_ngheo/tro_cap/danh_sach/ten
    danh_sach/ten ma
    nguoi_chet ..3 van ..3 nhan/linh/co_ten
    nha_lau/xe_hoi/o_to/oto/nha_tang/biet_thu/giau ..8 ho_ngheo/can_ngheo/so_ngheo
    ho_ngheo/can_ngheo ..6 nha_lau/xe_hoi/o_to/oto/nha_tang/giau_nhat
    pha_rung/ban_go/danh_bac/nghien_ngap/cho_vay_nang_lai
    lam_sai !{record}
    sai_pham/vi_pham/pham_phap/lam_bay/lam_lao/khuat_tat/mo_am/gian_dan
    quyt/quit/xu/om/cuom/cuom_mat/thut_ket ..2 tien/quy
    om_tien/om_het ..4 tien/quy/$
    <bi/so/lo/nghi vu_khong
    chay_chot/mua_chuoc/mua_quan/mua_phieu
    """,
    strict=True,
    groups=GROUPS,
)
"""What nobody would call an ordinary act of the office."""
TAKING = Phrases(
    """
    {kin} [ruot] {office} ..4 duoc/co_ten/nhan/huong/vao/trung ..6 {goods}/ho_ngheo/can_ngheo/nha
    cho/cho_nguoi/dem/mang/khuan/vac/lay/boc/tuon/keo/chuyen/lua ..6 ve/vo/vao nha [minh/ong/ba
        /rieng/anh] !em/toi/chau/dan/ba_con/nguoi
    xi_mang/gao/qua/ton/gach/cat/phan/giong/bo/con_de/bon_nuoc/mi_tom/thung_mi/thuoc ..10 trong/o/ve
        /ngoai/duoi/sau san/nha/kho/vuon/chuong/hien ..2 {office}
    cho/do/ghi/khai/cham/ke/tinh ..4 {office} ..8 ma_that/that_ra/thuc_te/thuc_chat/trong_khi
        /ma_chi
    ghi/ke/khai/lap/do ..2 tang/them/khong/khong_len/gap_doi/ma ..3 dien_tich/ten/danh_sach/ho
        /so_luong/suat
    chia/phat/lo/cho/danh ..2 [cho] {kin} ..2 het/truoc/la/ca/roi/minh
    giu ..2 <ho tien/gao/qua/the/so ..8 khong_tra/khong_dua/khong_phat/chua_tra
    giu ..3 <ho tien/atm/the_atm ..3 {ours}
    giu ..3 <ho the/so/tien/atm/the_atm/gao/qua/so_do ..3 khong_tra/khong_dua/khong_phat
    giu lai ..2 tien/gao/qua/the
    <nghiem giu/cam ..3 <ho tien/tro_cap/cuu_tro/the_atm/the_ngan_hang ..5 {ours}
    <nghiem/truong lay/om/thu/rut/nuot/xoi/lot/linh/xai/tieu/dung/chiem/ban/cat/bot/tru !y/nhap
        /hoach ..3 <ho {goods} ..5 {ours}
    <nghiem lay/cam/thu/rut/om/linh/nhan/muon/vay ..4 tien ..7 khong/chua/chang/deo
        /ma_khong ..2 {gave}
    <nghiem lay/thu/rut/om/linh/muon/vay ..4 gao/qua/so/the ..7 khong/chua/chang/deo
        /ma_khong ..2 {gave}
    lay/cam/om/nuot/thu/linh/rut ..3 tien/gao/qua ..4 bo_tui/rieng/xai/tieu/ve_nha/cho_nha/bo_tron
        /lam_cua/di_nhau/danh_bac/roi_im/chia/mat_tang/bien_mat/dut_tui
    lay/an/nuot/bot/giu/lot/tru/cat ..2 mat/bot/luon/het/lai/bo ..3 tien/gao/qua/nua/phan/#
    lay tien/gao $
    lay tien/gao/qua ho_tro/cuu_tro/tu_thien/ho_ngheo/tro_cap/cong/cua
    lay/muon/mao ten/danh_nghia ..3 vay/rut/nhan/linh
    lay/thu/om/nuot/bom/xoi/tieu/xai/dung ..2 tien ho_tro/cuu_tro/tu_thien/rieng/trai/sai/quy/cong
    vay tien roi/dan
    cam/lay/nhan/an/giu ..1 cua toi/em/nha/me/bo/chong/vo/dan/ba_con ..4 tien/trieu/nghin/tram
        /chi_vang/con_bo/con_heo
    phat/cap/chia ..3 thieu/hut/hao/hao_hut ..1 moi
    thieu/hut/hao_hut moi/cua_moi bao/nha/ho/suat
    gao/tien/qua/hang cuu_tro/ho_tro/ung_ho/ho_ngheo ..14 chi_phat/phat_co/phat_thieu/chi_dua
        /dua_co/chi_nhan/hao_hut
    tron_mat/bo_tron ..4 tien/quy/$
    chiem/lan/ban/lay/cuop ..2 dat ..2 {ours}/cong/cua/rung
    phat/dua/chi/nhan/cap/giao/chia ..4 co/chi/moi/duoc [#] # trieu/nghin/ngan/tram/bao/can/ky
        /con ..3 con_lai/giu/lay/an/dau
    cho/cap/ho_tro ..2 # [#] trieu/bao/can/ky/nghin/con ..4 chi/co/moi/nhan/dua
        /phat ..3 # ..4 con_lai/giu/lay/an/dau/day
    ky ..4 # [#] trieu/nghin/bao/can ..6 chi/co/moi/dua/phat ..3 #
    <nghiem thu ..5 {money} ..6 moi_duoc/moi_cho/moi_ky/moi_lam/khong_hoa_don/khong_bien_lai
        /khong_giay/khong_phieu/khong_nop/sai/trai/ngoai_quy/vo_ly/bo_tui
    <nghiem thu/lay/cam ..3 # [#] trieu/nghin/ngan/tram ..4 roi/ma/nhung/xong ..4 {ungiven}
    thu/bat_dong/bat_nop tien trai/sai/vo_toi_va/linh_tinh/lung_tung
    lua ..3 dan/toi/em/ba_con/tien/lay/ky
    """,
    strict=True,
    groups=GROUPS,
)
"""Taking what belongs to somebody."""
KEEPING = Phrases(
    """
    <nghiem giu/cam ..3 <ho {goods} ..5 {ours}
    {ours} ..3 {office} ..1 <dang giu/cam
    <nghiem nhan/cam ..4 gao/qua/so/the ..7 khong/chua/chang/deo
        /ma_khong ..2 {gave}
    """,
    strict=True,
    groups=GROUPS,
)
"""Having what belongs to somebody; heads of villages also keep cards until people come for them."""
COLLECTS = Phrases(
    """
    lay/nhan/linh/phat/tra/dua ..3 o_dau/dau/cho_nao/noi_nao/khi_nao/bao_gio/may_gio/ngay_nao
        /luc_nao/hom_nao/bua_nao/bao_h/duoc_khong/duoc_chua
    o_dau/bao_gio/khi_nao/chung_nao/luc_nao/hom_nao/ngay_nao/may_gio/bua_nao ..5 lay/nhan/linh/phat
        /tra/dua
    toi/den/sang/qua/ra/ve dau ..2 lay/nhan/linh
    toi/den/sang/qua/ra ..3 lay/nhan/linh ..3 duoc
    co/dang ..2 giu/cam ..8 khong/chua/k/ko $
    """
)
"""Asks where or when somebody gets what is kept."""
REFUSED = Phrases(
    """
    khong/k/ko/hong/hok/chang/deo ..1 tra/dua/chiu/giao/cho_lay
    doi/bat/phai/thu ..3 tien/nop/#
    giu ..10 hoai/luon/rieng
    giu ..10 mai !lay/den/qua/ra/nhan/em/toi/minh/co
    giu lai
    doi ..1 lai
    # thang/nam
    lay ..2 mat/trom
    rut ..2 tien
    an_chan/an_bot/chiem/to_cao/to_giac/trai_phep/xai/tieu
    """
)
FEES = Phrases(
    """
    toan/toan_la/chi_co/chu_yeu [la] {kin} ..1 {office}
    doi/doi1 ..2 tien/chia/boi_duong/qua_cap
    doi/doi1 ..3 {money} ..5 moi/thi_moi
    doi/doi1 # [#] trieu/nghin/ngan/tram/chuc
    bat/ep/bat_ep ..3 nop/dong/dua/chi/bieu/ky_khong/chung ..4 tien/phong_bi/trieu/tram
        /nghin/ngan !bao_hiem/dien/nuoc
    <nghiem thu/lay/xin/cam ..1 moi/tung ho/nha/nguoi ..1 # [#] trieu/nghin/ngan/tram ..6 moi/bao_de
        /noi_de/de_lam/de_lo/de_chay/xong/roi/lam_ho_so
    lay/an/cam cua moi/tung/cac ho/nha/nguoi
    bat/ep/bat_ep ..3 nop/dong/dua/bieu/gop ..3 ga/vit/heo/lon/ruou !ra/di/den/tiem/chich/chet/benh
    # [#] trieu/nghin/ngan/tram ..3 moi [chiu/chac/duoc] {act}
    tien/phong_bi/trieu/nghin moi [chiu/chac] ky/lam_cho/lam_giay/giai_quyet/xac_nhan/duoc/duyet
        /chung/dong_dau/cho
    khong_dua/khong_co/chua_dua/khong_chi/khong_chung ..1 {money} ..3 khong/thi_khong/la_khong
        /khoi ..1 {act}
    phai dua/chi/lo/lot/bieu/chung/co ..3 {money} ..6 moi [chiu/chac] {act}
    """,
    strict=True,
    groups=GROUPS,
)
"""Asking for money; a question about it may be about a lawful fee."""
EXTORTED = Phrases(
    """
    bat/ep/bat_ep/doi/doi1 ..2 [nop/dong/dua/chi/bieu] # [#] trieu/nghin/ngan/tram/chuc ..2 moi
        /thi_moi [chiu/chac/duoc] {act}
    """,
    strict=True,
    groups=GROUPS,
)
"""A sum without which nothing is done: told, also when it is asked whether that is right."""
BRIBED = Phrases(
    """
    phai dua/lot/dut/chung/chi/biet_dieu/boi_duong/lo_lot/cung ..3 tien/phong_bi/trieu/nghin/ngan
        /tram/k/lot_tay/tay !gi/nao ..2 moi [chiu/chac/duoc/co_the] cho_vay/vay/duyet/ky/xet/vao
        /cho_vao/lam_ho_so/lam_giay/giai_quyet/cho
    {no} dua/lot/dut/chung/chi ..2 tien/phong_bi/tay/lot_tay ..1 thi/la {no} [duoc/chiu] cho/vay/ky
        /duyet/xet
    phai/bat/doi lot_tay/dut_lot ..6 moi
    """,
    groups=GROUPS,
)
"""Money under the table, told of nobody by name."""
OFFICES = Phrases(
    """
    <toi_la/em_la/chau_la/nho/xin/thua/chao/kinh_gui {office} !to/oi/a/ngan_hang/thu_y
    <toi/em/minh/chau/con/tui/cho/e/t/da chi_hoi !thoi/cho/xem/ve/gia
    ong/ba/chi/anh/co/chu/bac ..2 hoi_phu_nu/hoi_nong_dan/hoi_cuu_chien_binh/mat_tran
        /doan_thanh_nien
    """,
    groups={"office": OFFICE},
)
CERTAIN = Phrases("{one}", groups={"one": ONE_OF_A_PLACE})
GROUP_HEAD = Phrases("to_truong/to_pho/truong_nhom !dan_pho")
"""Of a savings group: what they take is a case of its own, with an answer in the FAQ."""
NAMED = Phrases(
    """
    <{no} to_cao/to_giac !dau/thi/o/gui/nop/co/bao
        /den/voi/khong/la/khac/$
    <{no} don to_cao !o/gui/nop/thi/co/phai/gom/lay/khong/la/nac_danh
    """,
    groups=GROUPS,
)
VICTIM = Phrases(
    """
    toi/em/nha_toi/nha_em/me/bo/chong/vo/chau/gia_dinh/nha_minh/minh/chi/me_em ..1 bi ..1 {office}
    bi ..1 {office} ..6 cua_toi/cua_em/cua_nha/nha_toi/nha_em/toi/em
    {office} ..4 bat/doi/lay/voi/ep/bao/thu/giu/lua/danh ..3 toi/em/nha_em/nha_toi/me_em/bo_em
        /chung_toi
    cua nha_toi/nha_em/em/toi/me_toi/bo_toi/me_em/chong_toi/gia_dinh/chung
    thon/xom/ap/ban/to #
    hom_qua/hom_kia/hom_nay/hom_truoc/tuan_truoc/thang_truoc/nam_ngoai/vua_roi/hom_no/moi_day
        /dot_vua
    {office} ..2 da/vua/dang/cu/hay/toan
    """,
    groups=GROUPS,
)
POSING = Phrases(
    """
    gia_danh/mao_danh/tu_xung/xung_la/xung_danh/gia_lam/gia_mao/mao_nhan
        /gia_vo [la/lam] ..2 {office}
    gia {office}
    """,
    groups=GROUPS,
)
"""Somebody poses as an office: what is told is no act of that office."""
ASKED_TO_HELP = Phrases(
    """
    nho/xin/de_nghi/mong/muon/yeu_cau ..1 {office} ..3 bat/xu/can_thiep/giup/xuong/den/vao/kiem_tra
        /dieu_tra/lam_ro/xem/giai_quyet/tra_loi
    goi/bao/keu/nho {office} ..3 roi/ma/chua/khong/nhung/den/xuong
    """,
    groups=GROUPS,
)
"""An office that is called, or asked to act: it is not the one that is blamed."""
PUBLIC_MONEY = Phrases(
    """
    an_chan/an_bot/bot_xen/cat_xen/xa_xeo/tham_o/bien_thu/an_cap/bo_tui/cuom/nuot ..2 tien/gao/qua
        /quy/hang/suat ..3 ho_tro/cuu_tro/ho_ngheo/cua_dan/tu_thien/dan_ngheo/vi_nguoi_ngheo
        /nha_nuoc
    may_ong/may_ba/ong_ay/ba_ay/ong_ta/bon_no/bon_ho/ho ..1 an_tien/an_chan/an_bot/an_hoi_lo
        /bot_xen/nhan_hoi_lo/bien_thu/tham_o
    phong_bi mong/day/it/dut_lot
    tien/gao/qua/hang/quy ung_ho/cuu_tro ..12 chi_phat/phat_co/chi_dua/chi_nhan
    tien/gao/qua/hang/quy ho_tro/cuu_tro/ho_ngheo/tu_thien/nha_nuoc ..8 bi ..5 an_chan/an_bot
        /bot_xen/cat_xen/xa_xeo/an_cap/bo_tui/cuom/nuot/bot_lai
    """
)
SUSPICION = Phrases(
    """
    that_ra/thuc_te/thuc_chat/trong_khi ..6 chi/khong/co/lai/thi/van
    khong ai dam/dam_noi/dam_len_tieng/dam_hoi
    ai cung biet/thay/buc/khong_dam
    ca thon/ban/xom/lang/xa/ap biet/deu_biet/ai_cung/deu_thay
    de_nghi/yeu_cau/mong ..4 xu_ly_nghiem/dieu_tra/lam_ro/xac_minh/thanh_tra
    dieu_tra/thanh_tra/lam_ro/mo_am/khuat_tat/khong_minh_bach/khong_cong_khai/thieu_minh_bach
    di dau het/mat
    dau_mat/bien_mat/khong_canh_ma_bay/boc_hoi/di_dau_het
    chu_ky ..4 khong_phai/gia
    ky thay/ho ten !giup
    bit_mieng/am_dam/lam_ngo/chi_dao_ngam/san_sau/loi_ich_nhom
    muon_nhanh/muon_duoc/muon_xong/muon_sua ..6 boi_duong/ca_phe/phong_bi/qua/tien/biet_dieu
    tien ca_phe/tra_nuoc/uong_nuoc/thuoc_nuoc/boi_duong/cam_on/boi_tron
    """
)
GOODS = Phrases("{goods}/dat/ruong/rung/go/quy/danh_sach/ngan_sach/cong_trinh/du_an", groups=GROUPS)

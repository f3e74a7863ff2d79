"""Offices, and wrongs told of them."""

from __future__ import annotations

from faq.guards.phrases import Phrases

_ONE_OF_A_PLACE = """
    truong_thon pho_thon thon_truong truong_ban truong_ap truong_xom truong_buon truong_lang
    truong_soc truong_khoi khu_truong truong_khu_pho to_truong_dan_pho chu_tich bi_thu pho_chu_tich
    pho_bi_thu ke_toan dia_chinh thu_quy chu_nhiem hieu_truong ban_quan_ly ban_thon truong_cong_an
    kiem_lam ong_thon ba_thon ong_ap ong_xom tu_phap xa_doi truong_tram
"""
_OFFICE = f"""
    {_ONE_OF_A_PLACE} can_bo cong_chuc lanh_dao cong_an ca_xa uy_ban to_truong to_pho hoi_truong
    chi_hoi chi_hoi_truong nguoi_cua_xa nguoi_tren_xa ong_xa quan_xa ong_tren_xa may_ong_xa
    may_ong_thon may_ong_tren ong_can ba_can bien_phong truong_nhom quan_chuc may_ong_can sep_thon
    chu_tich_hoi doan_the ong_hoi ba_hoi ban_dai_dien can_bo_hoi to_cao_ong to_cao_ba to_cao_anh
    to_cao_chi to_cao_thang sep_xa chinh_quyen may_ba_thon may_ba_xa dan_quan ban_giam_hieu
"""
_GROUPS = {
    "office": _OFFICE,
    "kin": """
        nguoi_nha ba_con anh_em ho_hang con_chau con_cai nguoi_quen em_ruot anh_ruot vo con chau
        bo_me cha_me em_vo em_trai em_gai chi_gai dong_ho than_quen phe_canh vo_con cho_quen
        nguoi_than ruot_thit
    """,
    "money": "tien trieu nghin ngan tram dong phong_bi cu chuc_trieu qua ruou ga",
    "goods": """
        tien gao qua bo de heo trau ga giong cay_giong phan xi_mang ton the so so_do so_bo tro_cap
        cuu_tro hang mi_tom vat_tu suat suat_qua dau_an muoi chan
    """,
    "ours": """
        cua_dan cua_nha cua_ho cua_em cua_toi cua_me cua_bo cua_ba_con cua_chung cua_thon cua_nguoi
        cua_chong cua_vo cua_ong cua_chau cua_minh cua_gia cua_ca cua_tui cua_cac nha_toi nha_em
        dan_ngheo ho_ngheo cua_hoi cua_to cua_moi cua_may cua_tre cua_cu cua_dong
    """,
    "gave": "dua tra phat giao nop chi cap bao cho_ai thay thong_bao cong_khai",
    "ungiven": """
        khong_dua khong_tra khong_giao khong_nop khong_ghi khong_vao_so khong_bien_lai khong_phieu
        khong_hoa_don khong_cho_ai khong_phat khong_thay khong_cong_khai chua_nop chua_ghi chua_dua
    """,
    "record": """
        ten ho_ten chu dem_ten nam_sinh ngay ngay_sinh nam thang dia_chi so giay giay_to the
        can_cuoc thong_tin ho_so ho_khau khai_sinh don to_khai chinh_ta
    """,
    "act": """
        ky lam cho giai_quyet xac_nhan duoc dua cap duyet ghi xet chung_nhan chung dong_dau vao
        phat nhan lap
    """,
}
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
    groups=_GROUPS,
)
"""What nobody would call an ordinary act of the office."""
TAKING = Phrases(
    """
    {kin} [ruot] {office} ..4 duoc/co_ten/nhan/huong/vao/trung ..6 {goods}/ho_ngheo/can_ngheo/nha
    cho/cho_nguoi/dem/mang/khuan/vac/lay/boc/tuon/keo/chuyen/lua ..6 ve/vo/vao nha [minh/ong/ba
        /rieng/anh] !em/toi/chau/dan/ba_con/nguoi
    xi_mang/gao/qua/ton/gach/cat/phan/giong/bo/de/bon_nuoc/mi_tom/thung_mi/thuoc ..10 trong/o/ve
        /ngoai/duoi/sau san/nha/kho/vuon/chuong/hien ..2 {office}
    cho/do/ghi/khai/cham/ke/tinh ..4 {office} ..8 ma_that/that_ra/thuc_te/thuc_chat/trong_khi
        /ma_chi
    ghi/ke/khai/lap/do ..2 tang/them/khong/khong_len/gap_doi/ma ..3 dien_tich/ten/danh_sach/ho
        /so_luong/suat
    chia/phat/lo/cho/danh ..2 [cho] {kin} ..2 het/truoc/la/ca/roi/minh
    giu ..2 <ho tien/gao/qua/the/so ..8 khong_tra/khong_dua/khong_phat/chua_tra
    giu ..3 <ho the/so/tien/atm/the_atm/gao/qua/so_do ..3 {ours}/khong_tra/khong_dua/khong_phat
    giu lai ..2 tien/gao/qua/the
    <nghiem lay/cam/giu/om/thu/rut/nuot/xoi/lot/linh/xai/tieu/dung/chiem/ban/cat/bot/tru !y/nhap
        /hoach ..3 <ho {goods} ..5 {ours}
    <nghiem lay/cam/thu/rut/om/linh/nhan/muon/vay ..4 tien/gao/qua/so/the ..7 khong/chua/chang/deo
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
    groups=_GROUPS,
)
"""Taking what belongs to somebody."""
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
    groups=_GROUPS,
)
"""Asking for money; a question about it may be about a lawful fee."""
EXTORTED = Phrases(
    """
    bat/ep/bat_ep/doi/doi1 ..2 [nop/dong/dua/chi/bieu] # [#] trieu/nghin/ngan/tram/chuc ..2 moi
        /thi_moi [chiu/chac/duoc] {act}
    """,
    strict=True,
    groups=_GROUPS,
)
"""A sum without which nothing is done: told, also when it is asked whether that is right."""
OFFICES = Phrases(
    """
    <toi_la/em_la/chau_la/nho/xin/thua/chao/kinh_gui {office} !to/oi/a/ngan_hang/thu_y
    ong/ba/chi/anh/co/chu/bac ..2 hoi_phu_nu/hoi_nong_dan/hoi_cuu_chien_binh/mat_tran
        /doan_thanh_nien
    """,
    groups={"office": _OFFICE},
)
CERTAIN = Phrases("{one}", groups={"one": _ONE_OF_A_PLACE})
GROUP_HEAD = Phrases("to_truong/to_pho/truong_nhom !dan_pho")
"""Of a savings group: what they take is a case of its own, with an answer in the FAQ."""
NAMED = Phrases(
    """
    <khong_phai/khong_phai_la/khong/dau_phai/dau_co/khong_co to_cao/to_giac !thi/o/gui/nop/co/bao
        /den/voi/khong/la/khac/$
    <khong_phai/khong_phai_la/khong don to_cao !o/gui/nop/thi/co/phai/gom/lay/khong/la/nac_danh
    """
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
    groups=_GROUPS,
)
POSING = Phrases(
    """
    gia_danh/mao_danh/tu_xung/xung_la/xung_danh/gia_lam/gia_mao/mao_nhan
        /gia_vo [la/lam] ..2 {office}
    gia {office}
    """,
    groups=_GROUPS,
)
"""Somebody poses as an office: what is told is no act of that office."""
ASKED_TO_HELP = Phrases(
    """
    nho/xin/de_nghi/mong/muon/yeu_cau ..1 {office} ..3 bat/xu/can_thiep/giup/xuong/den/vao/kiem_tra
        /dieu_tra/lam_ro/xem/giai_quyet/tra_loi
    goi/bao/keu/nho {office} ..3 roi/ma/chua/khong/nhung/den/xuong
    """,
    groups=_GROUPS,
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
GOODS = Phrases(
    "{goods}/dat/ruong/rung/go/quy/danh_sach/ngan_sach/cong_trinh/du_an", groups=_GROUPS
)

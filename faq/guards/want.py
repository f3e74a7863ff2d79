"""Hunger and sudden illness: signs, questions about aid, and signs that it cannot wait."""

from __future__ import annotations

from faq.guards.danger_words import GROUPS
from faq.guards.phrases import Phrases

_QUICK = """
    cuu cuu_voi gap ngay_gio khong_co_xe khong_ai_cho khong_xe goi_ai nhanh khan_cap giup_em
    giup_voi khong_di_duoc khong_dua khong_kip sap*_chet nguy_kich
"""
HUNGER = Phrases(
    """
    het [sach/nhan/tron/ca/mat/tieu/ranh] gao !ngon/st/nep/moi/cu
    gao ..2 het [sach/nhan/tron] roi/tu*/ca/may/$
    khong/chang/cha/chua con/co [hat/lon/mot_hat/mieng/chut/ti/it/nam/bat] gao/com !nep/ngon
    khong/chang/cha con/co ..2 gi/cai/thu_gi/do/chi ..1 an/bo_bung/bo_mom/vao_bung/nau/lot_da
        /cho_con_an !theo/nan
    het cai/thu/do/luong_thuc/luong ..1 an/thuc/$
    can luong_thuc
    dut bua
    nhin doi/com/an/bua/khat
    dang/chiu/bi/phai/con/lai [bi] doi lam/qua/an/com/bung/kho/la/meo/may/hai/ba/ca/roi/$
    {kid}/em/toi/nha/ca_nha/bung/minh/me/me_con/ba/ong/chau/con/chong ..3 doi qua/lam/lui/la/xiu
        /meo/run/khoc/ra/bung/ngat/may_ngay/mo/roi/va/ru/$
    doi la/xiu/meo/run/rung/ngat/khoc/lui/rac/ra_hong/sap*_chet/gan_chet/mo_mat/ba_ngay/hai_ngay
        /may_ngay/vang_dau/chong_mat
    chet doi !giong/ret/can
    sap*/gan chet_doi
    doi # ngay/hom/bua
    # ngay/hom/bua ..5 chua/khong/chang/cha ..2 an/hat_com/com/gi/mieng/bua/do_an/luong_thuc !theo
    # ngay/hom/bua [nay/lien/roi] ..1 nhin/doi_an/doi_bung/doi_meo/an_chao/uong_nuoc/an_rau/an_cu
    tu*_qua/hom_qua/tu*_hom_qua/sang_gio/tu*_sang/ca_ngay ..6 chua/khong/chang ..2 an_gi/gi/hat_com
        /hat_gi/bua_nao/co_gi/mieng_nao ..2 an/bung/$
    chua/khong ..2 hat_com/gi/mieng_com/hat_gi ..1 vao/trong/bo/lot bung/mom/mieng/da/long
    chi/phai/toan an rau_rung/cu_rung/cu_mai/chao_loang/rau_dai ..4 qua_ngay/song/thay_com/cam_hoi
        /doi
    an cu_rung/rau_rung/cu_mai/chao_loang/la_rung/mang thay_com/cam_hoi/qua_ngay/may_hom/tru_bua
    xin ..2 an/com ..3 doi/cam_hoi/song
    """,
    strict=True,
    groups=GROUPS,
)

RICE_AID = Phrases(
    """
    gao cuu_doi/cuu_tro/ho_tro/nha_nuoc ..5 khong/dau/o_dau/gi/ai/khi_nao/bao_gio/may
        /the_nao/chua/mo
    xin/nhan/cap/phat/linh/duoc ..3 gao/cuu_doi/luong_thuc ..4 o_dau/khong/gi/ai/khi/the_nao/cho
    co ..6 gao/phat/cap/cuu/cho/ho_tro/giup ..8 khong/chua/gi/nao/chi/$
    duoc ..6 cap/phat/cuu/ho_tro/nhan/linh/ghi/giup/xet
    ho_tro/tro_cap/tro_giup/che_do/chinh_sach/cuu_giup
    bao/keu/noi/hoi/trinh [voi/cho] ai
    giap_hat/dip_tet/thang_giap_hat
    khi_nao/bao_gio/chung_nao/bao_nhieu/may_ky/may_can
    dang_ky/lam_don/viet_don/ghi_ten/danh_sach
    nam_ngoai/nam_truoc/ngay_xua/hoi_xua/hoi_nho
    thang_nua/toi_mua/den_mua/den_vu/sang_nam/sap_toi
    neu/gia_su/so ..3 doi
    xoa_doi/giam_ngheo
    noi_tru/ban_tru/o_truong
    """
)

HUNGER_NOW = Phrases(
    """
    # ngay/hom/bua ..5 chua/khong/chang/nhin ..2 an/hat_com/com/gi/mieng/doi
    doi la/xiu/ngat/sap*_chet/gan_chet
    la di/ca
    """,
    strict=True,
)

ILLNESS = Phrases(
    """
    co_giat/tim_tai/bat_tinh/hon_me/ngung_tho/sui_bot_mep
    ngat xiu/ra/di/lim
    xiu ngang/ra/roi
    kho_tho/khong_tho_duoc/tho_khong_noi ..6 {quick}
    chay/chay1/ra/mat mau ..2 nhieu/khong_cam/hoai/am_am/qua ..4 {quick}
    ran/ran_doc/ran_luc/ran_ho ..2 can
    dien_giat/bi_dien_giat/giat_dien
    uong/an nham ..3 thuoc/hoa_chat/xang/dau/nam/la/cu
    ngo_doc
    bong nang/nuoc_soi
    dot_quy/tai_bien ..3 {quick}
    sap*/dang/chuyen/dau/vo de/da/sinh/oi ..6 {quick}
    hoc xuong/hat/di_vat ..4 {quick}
    tai_nan/tong_xe/dam_xe/lat_xe ..6 {quick}
    gay chan/tay/xuong/dui/co ..6 {quick}
    cap_cuu gap/ngay/voi/giup/nhanh
    goi/cho/can/xin/nho ..3 xe_cuu_thuong/xe_cap_cuu/bac_si/y_ta/cap_cuu ..3 gap/voi/ngay/nhanh/den
        /toi/vao/giup/dum
    dau ..2 du_doi/quan_quai ..6 {quick}
    dau [quan/that/tuc] {inside} ..3 du_doi/quan_quai/lan_lon/oan_nguoi/vat_va/toat_mo_hoi
    dau/tuc {inside} ..5 khong/k/ko/chang/het/hong ..1 {stir} [day] noi/duoc !{work}
    dau/tuc {inside} ..5 {stir} khong/k/ko/chang/het/hong [day] noi/duoc
    tuc/met/om/sot ..5 khong/k/ko/chang/het/hong ..1 ngoi/day/tho/nhac_minh [len/day] noi/duoc
    ho/oi/non/ia/tieu/dai/di_tieu/di_ngoai/di_cau/khac ra [toan/ca] mau
    bau/mang_thai/co_thai/co_bau/chua ..4 ra/chay1/chay mau
    bang_huyet/vo_oi/liet_nua_nguoi/meo_mieng/tim_ngat/me_man
    {kid} ..8 sot cao ..2 # ngay/hom/bua
    {kid} ..4 om_nang/benh_nang/om_lam ..6 khong/k/ko/chang/het/hong ..2 tien ..2 di_vien/vao_vien
        /nhap_vien/benh_vien/cap_cuu
    {kid} ..8 # ngay/hom/bua ..3 sot_cao
    sot ..2 li_bi/me_sang/me_man/khong_ha/co_giat/tim
    kho_tho/khong_tho_duoc/tho_khong_noi/tho_khong_duoc qua/lam/roi/$
    """,
    strict=True,
    groups={
        **GROUPS,
        "quick": _QUICK,
        "inside": "bung nguc dau tim ruot lung da_day",
        "stir": "di dung ngoi day tho noi chiu cua_quay nhac_minh",
        "work": "lam hoc cho hop ray xa",
    },
)

ILLNESS_EXCUSE = Phrases(
    """
    bao_hiem/the/giay/giay_to/vien_phi/chi_tra/thanh_toan/chuyen_tuyen/trai_tuyen/mien_phi
    ho_tro/tro_cap/tro_giup/che_do/chinh_sach/den_bu/boi_thuong
    duoc ..6 khong/gi/bao_nhieu/may/nao/chu
    bao_nhieu/may_trieu/may_tien
    nam_ngoai/nam_truoc/thang_truoc/tuan_truoc/hoi_truoc/ngay_xua/mai_tang/khoanh/vay_von
    bo !em/toi/chau/con/me ..3 co_giat/bat_tinh/ngo_doc/sap_de
    trau/heo/lon/ga/vit/de ..3 co_giat/bat_tinh/ngo_doc/sap_de/dang_de/chuyen_de
    muon ..2 hoi/biet/xin
    neu/gia_su/truong_hop/phong_chong/tap_huan
    """
)

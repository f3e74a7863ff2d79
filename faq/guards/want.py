"""Hunger: signs, questions about aid, and signs that it cannot wait."""

from __future__ import annotations

from faq.guards.danger_words import GROUPS
from faq.guards.phrases import Phrases

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
    dang/chiu/bi/phai/con/lai [bi] <du doi lam/qua/an/com/bung/kho/la/meo/may/hai/ba/ca/roi/$
    {kid}/em/toi/nha/ca_nha/bung/minh/me/me_con/ba/ong/chau/con/chong ..3 <du doi qua/lam/lui/la/xiu
        /meo/run/khoc/ra/bung/ngat/may_ngay/mo/roi/va/ru/$
    <du doi la/xiu/meo/run/rung/ngat/khoc/lui/rac/ra_hong/sap*_chet/gan_chet/mo_mat/ba_ngay/hai_ngay
        /may_ngay/vang_dau/chong_mat
    chet doi !giong/ret/can
    sap*/gan chet_doi
    <du doi # ngay/hom/bua
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
    <du doi la/xiu/ngat/sap*_chet/gan_chet
    la di/ca
    """,
    strict=True,
)

"""A complaint against a decision: it has its own procedure and its own deadline."""

from __future__ import annotations

from faq.guards.phrases import Phrases, Said

_GROUPS = {
    "decision": """
        quyet_dinh xu_phat bien_ban_phat thu_hoi cuong_che thong_bao_so ket_luan boi_thuong den_bu
        giai_toa giai_phong_mat_bang lay_dat pha_do thao_do dinh_chi muc_den_bu gia_den_bu ap_gia
        quyet_dinh_phat giay_phat van_ban
    """,
    "we": """
        toi em chau minh nha_toi nha_em gia_dinh_toi gia_dinh_em ba_con chung_toi nha_chau nha_minh
        gia_dinh me_toi bo_toi chong_toi dan bo_em me_em
    """,
    "against": """
        oan trai_luat sai_luat trai_phap_luat trai_phep vo_ly sai_roi la_sai bat_cong vo_li
        khong_dung khong_thoa_dang oan_uc oan_uong vo_can_cu ap_dat khong_cong_bang ep_dan sai_trai
        khong_hop_ly khong_ro_ly_do sai_su_that tuy_tien
    """,
}
_COMPLAINT = Phrases(
    """
    khieu_nai/khieu_kien ..8 {decision}
    quyet_dinh ..6 huy_bo/thu_hoi_lai
    huy quyet_dinh
    {decision} ..14 khieu_nai/khieu_kien
    {decision} ..10 {against}
    {against} ..4 quyet_dinh/cuong_che/thu_hoi
    khong dong_y/phuc/chap_nhan/nhat_tri/chiu/tan_thanh [voi] ..3 {decision}
    {decision} ..10 khong_dong_y/khong_phuc/khong_chap_nhan/khong_chiu/khong_nhat_tri/phan_doi
    khong dong_y/chiu/phuc ..8 lay_dat/thu_hoi/cuong_che/giai_toa
    den_bu/chi_tra/thu_hoi/boi_thuong/kiem_dem ..10 sai/thieu/nham/hut ..3 dien_tich/dat/met/ten/so
        /nha_toi/nha_em
    do/kiem_dem/ke_khai thieu/sai/nham/hut ..2 dat/met/ruong/ray/dien_tich_dat
    phan_doi/bac_bo ..3 {decision}
    {we} ..1 muon/xin/se/lam/gui/dang/viet/nop/can/phai/quyet/da ..2 khieu_nai/khieu_kien
    {we} khieu_nai/khieu_kien
    {we} ..2 gui/nop/lam/viet don khieu_nai/khieu_kien/kien
    don khieu_nai/khieu_kien !o/thi/nop/gui/lay/co/can/gom
    ^ khieu_nai/khieu_kien/don_khieu_nai
    phat {we} ..12 oan/vo_ly/bat_cong/khong_nop
    phat {we} ..6 oan/vo_ly/khong_dung/sai/bat_cong
    {we} bi phat ..4 oan/vo_ly/khong_dung/sai/bat_cong
    thu_hoi/lay/cuong_che/giai_toa ..2 dat/nha/ray/ruong/vuon ..10 khong [he] den_bu/boi_thuong/den
        /bu/dong/bao/thong_bao/hop
    thu_hoi/lay/cuong_che/giai_toa ..2 dat/nha/ray/ruong/vuon ..8 re_mat/qua_re/re_qua/re_nhu
        /qua_thap/thap_qua/rach_viec/toan
    den_bu/boi_thuong ..5 qua_re/re_qua/re_mat/re_nhu/qua_thap/thap_qua/thieu/khong_du/thap_hon
        /bat_cong/chang_bao_nhieu/rach
    cuong_che/pha_do/thao_do ..4 nha_toi/nha_em/chuong/quan/nha_cua/cong_trinh/mai_hien
        /hang_rao ..6 khong/trai/sai/oan/ma
    doi ..2 lai ..1 cong_bang/cong_ly/dat_bi
    kien xa/uy_ban/chu_tich/huyen/quyet_dinh !o/thi/ai
    """,
    groups=_GROUPS,
)
_POOR_LIST = Phrases(
    "ho_ngheo/can_ngheo/ra_soat/binh_xet/cham_diem/xet_ngheo/thoat_ngheo/khuyet_tat/tro_cap"
)


def complains(said: Said) -> bool:
    """Whether a message complains against a decision; the list of the poor has its own way."""
    return _COMPLAINT.search(said) is not None and _POOR_LIST.search(said) is None

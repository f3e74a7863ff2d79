"""A birth that goes wrong, or far from help; what asks about papers or aid is in ``medical``."""

from __future__ import annotations

from faq.guards.danger_words import GROUPS
from faq.guards.phrases import Phrases

_GROUPS = {
    **GROUPS,
    "quick": """
        cuu cuu_voi gap khong_co_xe khong_ai_cho khong_xe goi_ai nhanh khan_cap giup_em giup_voi
        khong_di_duoc khong_qua_duoc khong_dua khong_kip sap*_chet nguy_kich
    """,
    "woman": """
        vo vk vo_toi vo_em chi chi_toi con_gai con_dau em_gai em_dau chi_dau chau_gai ba_bau bau
        san_phu me_no nguoi_nha
    """,
    "born": "de de_xong de_roi sinh sanh sinh_xong sanh_xong de_con de_thuong de_rot sinh_con",
    "blood": "huyet nhieu_huyet mau nhieu_mau qua_nhieu_mau day_mau bang_mau",
}
BIRTH = Phrases(
    """
    <o/di/den/gui/ve/tu/nop/lam/noi/ke sap*/dang/chuyen/dau/vo de/da/da2/sinh/sanh/oi ..6 {quick}
    {woman} ..2 <o/di/den/gui/ve/tu/nop dau de !duoc/biet/xin/lam/hoi/kham/nop/nhan/mua/doi
    {woman} ..3 <noi/cau/ke/tro chuyen da/da2 ..3 roi/$/cuu/cuu_voi/gap/goi_ai/lam_sao/nhanh/voi
        /phai_lam_sao/sao_day/dau/khong_co_xe/ra_mau/vo_oi
    {woman} ..3 <dau de/sinh/sanh ..6 gap/cuu/khong_kip/giua_duong/tren_xe/doc_duong/goi_ai/nhanh
    {woman} ..4 <dau/dat/cam {born} ..6 ra/chay/chay1/mat ..2 {blood} !ap
    {woman} ..4 <dau/dat/cam {born} ..4 mau ra/chay/chay1
    {woman} ..4 {born} ..6 bang_huyet/sot_nhau/sot_rau/khong_ra_nhau/khong_ra_rau
    dang/moi/vua/vua_moi/sap*/tu de/sanh/sinh ..1 o_nha/tai_nha/tren_ray/giua_duong/doc_duong
        /tren_xe
    {woman} ..3 de_rot/de_roi ngoai/giua/tren/doc/trong/o
    vo nuoc_oi/oi
    bang_huyet
    {woman} ..2 dau_bung de !duoc/biet/xin/lam/hoi
    bau/mang_thai/co_thai/co_bau ..6 ra/chay1/chay/xuat ..1 {blood} !ap
    bau/mang_thai/co_thai/co_bau/thai ..4 te_xe/nga_xe/te_nga/truot_nga/ra_nuoc/khong_thay_may
        /sot_cao/kho_tho/nga_cau_thang/te_cau_thang
    chua ..4 ra/chay1/chay ..1 {blood} !ap
    ra/chay1/chay/xuat/rong {blood} ..2 khi/luc ..2 bau/mang_thai/co_thai/co_chua
    {woman} ..3 bi/dang/vua/moi/doa [doa] say_thai/hu_thai/dong_thai/say_thai
    """,
    strict=True,
    groups=_GROUPS,
)

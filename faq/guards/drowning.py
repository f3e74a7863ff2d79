"""Somebody in the water: signs, and what is a question about it instead."""

from __future__ import annotations

from faq.guards.danger_words import GROUPS
from faq.guards.phrases import Phrases

DROWNING = Phrases(
    """
    bi/dang/suyt/vua/moi/da [bi] duoi_nuoc
    <o/ben/phia/nha/hay/thuong/de/lo duoi_nuoc ..2 lam_sao/roi/voi/cuu/goi/lam_gi/$
    {kid}/nguoi/dua/ban ..3 <o/ben/phia/hay/so/de/thuong/lo/chong/tranh duoi_nuoc
    chet_duoi
    <o/ben/phia duoi_nuoc ..4 {kid}/nguoi
    {kid} !{beast} ..4 roi/nga/te/rot/lot/truot xuong ..1 song/song2/suoi/gieng/ao/ho/muong/kenh
        /hoc_da/nuoc/be/dap
    <cua/cai nguoi/dua/chau/be/con/chong/vo/me/bo/ba/ong ..2 roi/rot/te/nga/truot xuong ..1 song
        /song2/suoi/gieng/ao/ho/nuoc/kenh/muong
    {kid}/nguoi/ban ..3 bi ..1 chim/hut_chan/nuoc_hut ..3 song/song2/suoi/ao/ho/nuoc/bai
    {kid} ..3 tam ..1 song/song2/suoi/ho/ao ..3 chim/khong_thay/khong_len/mat_tich/hut
    thuyen/do/xuong/ghe lat/chim
    <xe lat/chim thuyen/do/xuong/ghe
    thuyen/do/xuong/ghe ..2 bi lat/chim
    """,
    strict=True,
    groups=GROUPS,
)

DROWNING_EXCUSE = Phrases(
    """
    phong/tranh/chong/phong_chong/phong_tranh/phong_ngua ..3 duoi_nuoc
    tuyen_truyen/tap_huan/day_boi/hoc_boi/lop_boi/bien_bao/rao_chan
    ho_tro/tro_cap/tro_giup/che_do/chinh_sach/quy_dinh/den_bu/boi_thuong
    bao_hiem/mai_tang/ma_chay/vien_phi/bao_nhieu/nha_nuoc/mo_coi
    duoc ..3 gi/khong/nao/chi/may
    de_nghi/kien_nghi/xin/mong ..3 lam/sua/xay/bac/dung ..1 cau
    {before}/{unreal}/nam_ngoai/hom_truoc/so
    may_bom/ong_nuoc/ruong/hoa_mau/luoi/tom/bo_trau
    """,
    groups=GROUPS,
)

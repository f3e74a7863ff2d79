"""People who are gone: lost, taken away or sold; signs, and what is a question about it instead."""

from __future__ import annotations

from faq.guards.danger_words import GROUPS
from faq.guards.phrases import Phrases

_GROUPS = {
    **GROUPS,
    "abroad": """
        trung_quoc tq trung cam campuchia campu_chia cam_pu_chia mien lao bien_gioi nuoc_ngoai
        myanmar thai_lan trung_cong ben_tau ben_kia tau mianma
    """,
    "family": """
        con con_gai con_trai chau chau_gai em_gai em_trai chi_gai chi vo chong em me nguoi dua_con
        con_em con_toi con_be be dua con_chau
    """,
    "elder": """
        me ma bo3 ck vk cha tia bo_gia bo_toi bo_em bo_chau bo_chong bo_vo bo_minh
        ba ong cu chong vo anh chi noi ngoai ba_noi ong_noi ba_ngoai ong_ngoai em_trai em_gai
        nguoi_nha ba_cu ong_cu me_gia nguoi_gia bac hang_xom nguoi_yeu ban_em
    """,
    "self": "toi tui minh tui_em chung_toi em",
    "groundnut": "trong cay nho giong ban mua hat thu hai lam an",
    "gone": "mat_tich di_lac bi_lac lac_mat lac_duong that_lac",
    "since": """
        tu*_qua tu*_hom hom_qua sang_gio tu*_sang chua_ve khong_ve chua_thay khong_thay tim_khong
        chieu_qua dem_qua toi_qua roi $ hai_ngay may_ngay may_hom cuu dau_mat tu*_trua tu*_chieu
        khong_tim tim_mai chua_ra khong_ra khong_biet_dau
    """,
}
MISSING = Phrases(
    """
    {kid} !{beast} ..6 bi ..4 bat_coc
    <vu bat_coc
    nguoi_la/ke_la/xe_la/ga_la ..4 keo/bat/du/be/cho/loi/om ..3 {kid} !{beast}
    {kid} ..4 bi ..2 nguoi_la/ke_la/ai ..2 keo/bat/be/cho/loi/du
    <dien/khi/bao/thay/nhieu/van nguoi/ke/thang/dua/dam/bon/tui/no/ho/xe/ai ..2 bat/cuop/be/cho
        /loi/keo/dan [mat] con/chau [nho/gai/trai/be] {whose} [di/mat/dem/coc/giu] ..1 $/cuu/voi
        /len_xe/so/nhot/roi
    {kid} !{beast} ..5 {gone} !hau/de
    {elder} ..4 {gone} ..4 {since}
    co nguoi [gia] ..1 {gone}
    {elder} ..3 bo_nha_di/bo_di/ra_khoi_nha ..4 # ngay/hom ..4 chua_ve/khong_ve/chua_thay/khong_thay
    {kid} ..5 di_hoc/di_choi/di_tam/di_ray/ra_khoi_nha/bo_nha/bo_di/di_chan_bo/di_rung ..5 gio
        /gio_nay/hom_qua/sang_gio/tu*_sang/sang_nay/trua_nay/dem_qua/toi_qua/chieu_gio
        /chieu_qua/qua_gio/toi ..4 chua/khong [thay] [dau] ve !hop/tien/kip
    {kid} ..5 di_hoc/di_choi/di_tam/ra_khoi_nha/bo_nha/bo_di ..4 chua/khong thay ve/dau/ve_nha
    {kid} !{beast} ..2 lac ..1 trong/giua rung/nui
    {elder}/{kid}/{self} !{beast} ..3 <{groundnut} lac [mat] [duong] [o] trong/giua/ngoai/tren/o/sau
        /vao rung/nui/trong_rung/tren_nui
    {elder}/{kid}/{self} !{beast} ..3 <{groundnut} lac rung !trong
    ^ [dang] lac_duong/lac ..1 trong/giua/ngoai/tren/o rung/nui !trong/duoc/co_trong
    bi lac ..1 trong/giua/ngoai/tren/o rung/nui
    thang_la/dua_la/ong_la ..2 du/du_do/keo/be/ru ..2 {kid}
    {elder} ..2 di_rung/di_ray/di_bien/di_cau ..2 # ngay/hom ..2 chua/khong [thay] ve
    {elder} ..2 di_rung/di_ray/di_bien/di_cau ..2 hom_qua/tu*_sang ..3 chua/khong [thay] ve
    {kid} ..3 bo_nha/bo_nha_di/bo_di ..6 # ngay/hom
    {elder}/{kid} !{beast} ..3 {out} ..6 {late} ..4 chua/khong/k/ko/hong [thay] [dau] ve !hop/kip
    {elder}/{kid} !{beast} ..3 {out} ..4 chua/khong/k/ko/hong [thay] [dau] ve ..2 toi_roi
        /khuya/troi_toi/lo_qua/so_qua/tim/#_ngay/#_hom
    {kid} !{beast} ..3 vao_rung/vo_rung/di_rung/ra_suoi/ra_song/di_tam ..3 chua/khong/k/ko thay
    lu*_lan/bi_lan/tam_than/mat_tri ..3 bo_nha/bo_di/di_dau/di_mat/ra_khoi_nha
    {elder}/{kid} !{beast} ..3 {out} ..6 mat_lien_lac/mat_tin/bat_tin/khong_lien_lac/khong_goi_duoc
    {elder} ..3 di_dau_mat/di_mat/bo_di_mat ..3 {late}
    {elder}/{kid} !{beast} ..4 di_dau/ra_khoi_nha/khoi_nha/di_choi ..2 {late} ..5 chua/khong/k/ko
        /hong thay
    {elder}/{kid} !{beast} ..4 ra_khoi_nha/khoi_nha ..2 {late} ..5 chua/khong/k/ko [thay] ve
    {kid} ..6 di_theo/theo/hen_gap ..2 nguoi_la/ke_la/thang_la/trai ..8 chua/khong [thay] ve
    {kid} ..4 lac_duong ..4 chua/khong ..1 ve/ra/thay
    tim ..4 {kid} ..6 khong_thay/chua_thay/khong_ra/khong_duoc
    khong_thay/mat_hut ..2 {kid} dau/ve/nua
    bi ..3 ban/lua_ban/lua ..1 sang/qua ..2 {abroad} !dong
    {whom} ..4 bi ..3 lua_sang/lua_qua/lua_ban/nhot_ben/giam_ben/ban_sang
    lua/bat/ban/du/du_do/du1 ..1 {family} !{beast} ..4 sang/qua/di ..2 {abroad} !dong
    {family} ..4 bi ..3 lua/bat/ban/du ..3 sang/qua ..2 {abroad} !dong
    bi ban ..2 sang/qua [ben] {abroad} !dong
    {family} ..4 bi ..3 lua/bat/ban/du/ru/ru_re/du_do ..3 sang/qua/di ..2 {abroad} !dong
    bi ..1 giu/nhot/giam/cam_giu ..1 [lai] [o] [ben] {abroad}
    bi ..1 giu/nhot/giam/cam_giu ..8 bot/bat/ep lam ..6 khong/k/ko/hong cho ve
    """,
    strict=True,
    groups=_GROUPS,
)

"""Who is lost in the forest is told from groundnuts there: both are "lạc"."""

MISSING_EXCUSE = Phrases(
    """
    <rung/di/nui/ray # nam
    ho_tro/tro_cap/tro_giup/che_do/chinh_sach/quy_dinh/tuyen_bo/toa_an/mai_tang/bao_hiem/boi_thuong
    duoc ..4 khong/gi/bao_nhieu/may/nao
    giup ..2 gi/chi
    {before}/{unreal}/nam_ngoai/tro_ve
    da ve/tim_thay/tim_duoc/thay/ra_ve/lien_lac_duoc
    <chua/khong/k/ko/hong tim duoc/thay/ra ..1 roi
    thay/tim_thay/lo xac/chon
    ^ bo nha
    <tim/chan/dat/lua/cat trau/heo/lon/ga/vit/con_bo/dan_bo/con_de/con_cho/bay_bo/con_trau ..4 lac
        /mat_tich
    di_hop/hop_thay/ky_thay/di_lam_xa
    phat ..2 bao_nhieu/the_nao/tu
    lu/bao cuon/quet
    """,
    groups=GROUPS,
)

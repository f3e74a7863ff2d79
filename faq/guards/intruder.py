"""Somebody breaks in: signs that it happens, and what tells of a theft that is over."""

from __future__ import annotations

from faq.guards.danger_words import GROUPS
from faq.guards.phrases import Phrases

_GROUPS = {
    **GROUPS,
    "thief": """
        trom an_trom ke_trom thang_trom bon_trom ten_trom dao_tac dao_chich ke_gian cuop an_cuop
        ke_cuop bon_cuop thang_cuop
    """,
    "stranger": """
        nguoi_la ke_la thang_la dam_la bon_la con_nghien thang_nghien giang_ho con_do bon_no tui_no
        thanh_nien_la ga_la nguoi_say ke_nghien
    """,
    "someone": """
        nguoi may_nguoi may_thang thang thang_say dam_nguoi bon thanh_nien no ho_pha
    """,
    "breaks": "pha_cua pha_khoa pha_cong cay_cua cay_khoa dap_cua leo_tuong leo_rao",
    "enters": """
        dot_nhap leo_vao leo_vo leo_rao leo_tuong leo_cong treo_vao treo_tuong treo_rao cay_cua
        cay_khoa cay_cong pha_cua pha_khoa pha_cong dap_cua xong_vao xong_vo lot_vao lot_vo chui_vao
        chui_vo mo_vao_nha nap_trong tron_trong
    """,
}
INTRUDER = Phrases(
    """
    {thief} ..1 dang ..4 vao/vo/trong/pha/cay/leo/o/lay/luc/rinh
    {thief} ..3 {enters}/xong/xong_vao_nha
    {stranger} ..3 {enters} ..6 nha/phong/buong/cua/rao/em/toi
    {stranger} [mat] ..2 rinh/rinh_rap/lam_lam/lang_vang ..4 nha/cua/cong/em/con
    {stranger} dang ..3 rinh/pha/dap/cay/leo/luc ..4 nha/cua/cong/em/toi
    <chong/bat/lo/so/hay co {thief} ..1 vao/vo/trong ..1 nha/vuon/phong $/roi/cuu/voi/nhanh/goi/kia
    {thief} ..2 trong/ngoai ..1 nha/vuon/cua/san/phong ..3 cuu/voi/nhanh/kia/goi_ai/goi_cong_an*
    <an/chong/xe cuop vao/vo/xong ..1 nha
    {someone} ..2 dang ..2 {breaks} !van_hoa/chuong
    {someone} ..3 pha_cua/cay_cua/pha_khoa/dap_cua ..1 nha/phong/vao/vo/xong !van_hoa/truong/kho
    dap_cua/pha_cua ..3 am_am/ram_ram/lien_tuc ..4 so/cuu/run
    """,
    strict=True,
    groups=_GROUPS,
)

INTRUDER_EXCUSE = Phrases(
    """
    {unreal}/{before}/nam_ngoai/hom_truoc/hom_qua/dem_qua/toi_qua/hom_kia/hom_no
    {thief} ..10 lay_mat/lay_di/lay_cua/lay_het/mat_het/mat_xe/mat_#/bi_mat/mat_ga/mat_tien
    mat trom
    ho_tro/den_bu/boi_thuong/bao_hiem/camera/lap_den
    phat/xu_ly/di_tu/toi ..3 bao_nhieu/the_nao/gi/may/nao
    """,
    groups=_GROUPS,
)

INTRUDER_NOW = Phrases("dang/cuu/chua_di/con_trong/con_o !{unreal}", groups=GROUPS)

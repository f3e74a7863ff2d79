"""Lightning and electric shocks: signs, and what is a question about a house that was struck."""

from __future__ import annotations

from faq.guards.danger_words import GROUPS
from faq.guards.phrases import Phrases

_GROUPS = {
    **GROUPS,
    "touch": """
        cham dung rut cam_day cam_phich vuong dap dam giam mac so_vao so_vo so_trung so_phai
        so_tay cam nam_vao
        nam_phai tri om_vao leo_len treo_len va_phai vap cau_trung cuoc_trung dut_tay
    """,
    "beside": "canh gan sau truoc o ngoai cua trau bo heo lon ga cay cot",
    "unsure": "co hay de so lo khoi neu khong",
    "unsure_bi": "co_bi hay_bi de_bi so_bi keo_bi khong_bi",
    "live": """
        day_dien o_dien dien cot_dien tru_dien cot_den tru_den cong_to to_dien tu*_dien cau_dao
        phich phich_cam sac o_cam hang_rao_dien hang_rao mai_ton may_bom tu*_lanh voi_nuoc
        bang_dien day_cap noi_com day_phoi binh_nong_lanh am_dien khung_sat cua_sat
    """,
    "wary": "chong phong tranh so lo de hay loi",
    "roof": "nha mai noc bep truong lop_hoc tram_xa cho",
    "goods": """
        tivi ti_vi tv tu_lanh do_dien quat may_bom may den bong_den dien_thoai wifi loa modem ao cay
        trau bo heo lon ga vit de
    """,
}
SHOCK = Phrases(
    """
    <vi/bi/do set danh ..1 trung ..1 <nha/bep/chuong/truong {someone} !{beast}
    <vi/bi/do set danh [#] [nguoi/chet] {someone} !{beast}/nha/mai/bep
    <vi/bi/do set danh chet nguoi
    ^ [vua] [moi] bi set danh !hong/hu/chay/khong
    <nha/cua/may/cai/den {someone} !{beast} [{of_whom}] ..2 <nha bi ..1 set danh !hong/hu/khong
    dien giat/giut/hut !minh/cap/ga/lam_hong/hong
    bi giat/giut/dat dien
    dien bat_ca/ca ..2 bi giat/giut
    tam ..4 <{unsure} bi giat/giut !minh/nuoc
    giat dien
    dien cao_the/ha_the ..1 giat/phong
    {touch} [phai/vao/vo/trung] {live} ..3 <{unsure} bi [no/dien] giat/giut/te !minh
    {touch} [phai/vao/vo/trung] {live} ..4 <may/{unsure}/{unsure_bi} giat/giut/bat_tinh/chet
        /nam_im/cung_nguoi/ngat !minh/giat/giut
    """,
    strict=True,
    groups=_GROUPS,
)

STRUCK_HOUSE = Phrases(
    """
    <{wary} set danh/phong/giang !chet/gan/hu/canh ..2 <{beside} {roof} !{goods}/van_hoa/may
    <{wary} set danh [trung/vao/vo] [mai/noc/ngay/thang] {roof} !{goods}
    nha/bep/truong ..3 <hay/so/de/lo bi ..1 set danh !hong/hu/khong/het/{goods}
    <{wary} set danh ..2 chay3/boc_chay/boc_khoi/sap nha/bep/mai/chuong/roi/$
    """,
    strict=True,
    groups=_GROUPS,
)
STRUCK_HOUSE_EXCUSE = Phrases(
    """
    {unreal}/{before}/hom_truoc/bua_truoc/nam_ngoai/nam_nay/lan_truoc/dot_truoc
    ho_tro/tro_cap/den_bu/boi_thuong/bao_hiem/thu_loi/cot_chong/chong_set
    duoc ..6 khong/gi/bao_nhieu/may/nao
    hu/hong/chay/chet/no/khong ..2 {goods}
    mat dien/mang/song
    co/hay/de ..1 bi ..4 khong/$
    """,
    groups=_GROUPS,
)
"""Aid, insurance, other times, and what the lightning broke or killed instead of the house."""

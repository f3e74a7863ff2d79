"""A live wire where people pass: signs, and what is a question about it instead.

A wire that is torn, sparks or shocks is danger whatever is wished beside it; a pole that fell, a
wire that hangs low or a leak told as a habit is none where only the repair is wished.
"""

from __future__ import annotations

from faq.guards.danger_words import GROUPS
from faq.guards.phrases import Phrases

_GROUPS = {
    **GROUPS,
    "wire": "dien cao_the ha_the trung_the dien_cao_the dien_ha_the",
    "yet": "sap* so lo hay de muon",
    "way": """
        duong san ngo hem cong loi ruong nuoc suoi truong rao xuong dat mai mai_ton giua ngang
        nam_duoi tren_duong trung_nha trung_mai cho vuon ao chan_cau
    """,
    "metal": """
        mai_ton ton mai hang_rao rao cua cua_sat cong_sat khung_sat vach tuong tu_lanh voi_nuoc
    """,
    "shock": "te_tay te_nguoi te_chan te_dai giat giut",
    "someone": "nguoi tre tre_con chau con_em con_toi con_be vo chong me_em bo_em dua_nho hoc_sinh",
}
LIVE = Phrases(
    """
    <{yet} dut/roi/rot/rung/tuot/bung day {wire} !thoai/thoi ..6 {way}
    day {wire} !thoai/thoi ..4 <{yet} dut/roi/rot/rung/tuot/bung ..6 {way}
    day {wire} !thoai/thoi ..4 <{yet} dut roi/$
    day {wire} ..6 net/toe/chay/phong/xet lua/lua1/dien
    day {wire} !thoai/thoi ..6 <{yet} cham/trung/quan/vuong ..2 {someone}
    day {wire} !thoai/thoi ..4 cham/dinh/cho/chap ..3 {metal} ..6 {shock}
    cot/tru {wire} ..8 net/toe/xet lua/lua1
    cot/tru {wire} ..8 day ..2 <{yet} dut
    {metal} ..2 co/bi/ro/nhiem/cham dien ..6 {shock} !cap
    dien ..2 ro/ho/ro_ri ..4 dang giat
    ro/ho/ro_ri/nhiem/cham dien ..6 dang giat
    """,
    strict=True,
    groups=_GROUPS,
)
FALLEN = Phrases(
    """
    day {wire} !thoai/thoi ..4 sa xuong/ra ..4 {way}/dau_nguoi/{someone}
    cot/tru {wire} ..4 <{yet} do/nga/gay/bat_goc ..1 ngang/giua/xuong/ra/roi/de/vao/trung/$
    <{yet} do/nga/gay cot/tru {wire} ..4 {way}/roi/$
    dien ..2 ro/ho/ro_ri ..4 giat/te_tay/te_nguoi !cap
    ro/ho/ro_ri/nhiem/cham dien ..6 giat/te_tay/te_nguoi/te_chan !cap
    """,
    strict=True,
    groups=_GROUPS,
)
"""What fell, hangs low or leaks."""

_EXCUSE = """
    {unreal}/{before}/hom_truoc/bua_truoc
    nam_ngoai !duong/san/ruong/suoi/vuon/ngo/cong
    duoc/tien/muc/muon ..2 ho_tro
    tro_cap/den_bu/boi_thuong/bao_hiem/mai_tang
    bao_nhieu/may_trieu
    nho/goi/tim/cho/thue ..1 tho
"""
LIVE_EXCUSE = Phrases(_EXCUSE, groups=GROUPS)
FALLEN_EXCUSE = Phrases(
    f"""
    {_EXCUSE}
    keo/dung/trong/chon/nang/sua ..1 lai/len/cao !ngang
    lam lai !duong
    xin/de_nghi/kien_nghi/nho/mong/khi_nao/bao_gio ..4 thay/lam/sua/dung/keo/nang
    hay bi/giat/te/ro
    thinh_thoang/lau_lau/doi_khi
    bao_gio/khi_nao/chung_nao/hom_nao ..4 sua/dung/keo/lam/khac_phuc/xong/co_dien
    sua/dung/keo/lam ..2 o_dau/cho_nao/bao_gio/khi_nao/chung_nao
    """,
    groups=GROUPS,
)
"""Also that somebody should mend it, or that it often happens."""
FALLEN_NOW = Phrases(
    """
    khong_dam/chua_dam/goi_mai/goi_hoai/ket/cuu/dang_giat
    ngang dau_nguoi
    """,
    groups=GROUPS,
)
"""It is in people's way now, whatever is wished beside."""

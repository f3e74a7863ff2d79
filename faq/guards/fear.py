"""Somebody at home is feared: nothing was done yet that is told, and it may be soon.

"Chồng em hay say, em sợ lắm". Drink or shouting alone is no danger, nor is any other worry: both
must be told, near each other. Without tones "sợ" is also "sổ" and "số", so that it counts only
where what follows makes it fear.
"""

from __future__ import annotations

from faq.guards.phrases import Phrases

_GROUPS = {
    "feared": """
        chong bo cha tia duong con_trai anh_trai em_trai anh_re ong_xa ong_nha thang_con nguoi_yeu
        ban_trai anh_ay ong_ay lao anh_ta me_chong chong_cu
    """,
    "rough": """
        say_ruou say_xin uong_ruou ruou_che ruou_vao nhau_nhet nhau_say nhau_hoai nhau_ve
        nhau_suot hay_nhau nghien_ruou xin_hoai xin_ve xin_suot xin_vao_la xin_len hay_xin chui
        chui_boi chui_mang chui_rua quat_thao quat_mang la_het la_mang gay_su gay_go nong_tinh
        nong_nay coc_can coc_tinh hung_hang du_dan du_tinh vu_phu ghen_tuong
        kiem_chuyen choi_da choi_thuoc nghien ngao_da dap_do nem_do nem_chen
    """,
    "me": "em toi me me_con chau minh con vo tui nha_em ca_nha tui_con may_dua_nho",
    "much": "lam qua oi ghe het vo_cung hai sot chet run lam_roi muon_chet hoai roi",
}

FEAR = Phrases(
    """
    {feared} ..6 {rough} ..8 so {much}
    {feared} ..6 say !xe/tau/song/nang/mau/thuoc/hap/nong ..8 so {much}
    {feared} ..6 {rough} ..8 {me} ..1 so $/anh/ong/no/lam
    {feared} ..6 say !xe/tau/song/nang/mau/thuoc/hap/nong ..8 {me} ..1 so $/anh/ong/no/lam
    {feared} ..6 {rough} ..8 khong/chang/cha dam* ..1 ve_nha/ngu/noi/o_nha/ve
    {feared} ..6 say !xe/tau/song/nang/mau/thuoc ..8 khong/chang/cha dam* ..1 ve_nha/ngu/noi/o_nha
    so {much} ..6 {feared} ..5 {rough}
    so {much} ..6 {feared} ..5 say !xe/tau/song/nang/mau/thuoc
    {me} ..1 so chong/anh_ay/ong_ay/cha_duong/bo_duong ..2 {much}
    {me} ..2 so ve_nha/o_nha ..1 voi/vi/chong/lam/qua
    song ..2 trong so_hai
    ^ {me} so {much} $
    ^ {me} so {much} {much} $
    ^ so {much} $
    """,
    strict=True,
    groups=_GROUPS,
)

FEAR_EXCUSE = Phrases(
    """
    phim/ti_vi/tivi/bai_hat/nam_truoc/hoi_truoc/truoc_day/ngay_xua
    so ho_ngheo/so/do/thieu/mat/khong_duoc/cat
    """
)

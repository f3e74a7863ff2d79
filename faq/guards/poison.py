"""What was swallowed, and bites: signs; what asks about insurance or aid is in ``medical``."""

from __future__ import annotations

from faq.guards.danger_words import GROUPS
from faq.guards.phrases import Phrases

_GROUPS = {
    **GROUPS,
    "about": "rau banh chua tri thuoc phong tranh ngua ve hay so khi neu lo tiem xin",
    "other_person": """
        con con_gai con_trai con_be con_nho chau be em_be dua dua_nho dua_con thang thang_be
        thang_con dua_be be_nha chong vo ck vk me ma bo ba cha tia ong ba_noi ong_noi ba_ngoai
        ong_ngoai anh chi em_trai em_gai anh_trai chi_gai ban_be ban nguoi nguoi_nha hang_xom no ho
    """,
    "did": "da da2 vua moi lo lai",
    "poison": """
        thuoc_sau thuoc_co thuoc_tru_sau thuoc_diet_co thuoc_chuot thuoc_ray thuoc_doc thuoc_diet
        thuoc_tru_co thuoc_tru thuoc_muoi thuoc_ngu
    """,
    "harmful": """
        thuoc hoa_chat xang dau nam la cu pin dong_xu dinh kim nam_cham nuoc_tay nuoc_rua xa_phong
        hat_doc qua_doc cu_doc cay_doc a_xit axit thuy_ngan ba_chuot ba_cho voi_toi
        dau_hoa nuoc_lau phan_bon con_do chai
    """,
    "sickened": """
        oi oi_mua non non_mua dau_bung ia xiu ngat chong_mat kho_tho ngo_doc tieu_chay me_man
        co_giat sui_bot bat_tinh
    """,
    "swollen": """
        sung kho_tho tho_khong khong_tho tim xiu ngat met ca_nguoi khap_nguoi toan_than di_ung
        noi_me_day noi_man soc hon_me
    """,
}
POISON = Phrases(
    """
    ngo_doc/nam_doc/trung_doc
    an la_ngon nham/lon
    bi say_thuoc/ngam_thuoc ..4 {sickened}/{now}
    an/uong/nuot/nhai/hut/ngam nham/phai/lon/nham_phai ..3 {harmful}/{poison}
    {harmful}/{poison} ..2 <nguoi an/uong/nuot nham/phai
    <nuot nuot ..2 pin/dong_xu/dong_tien_xu/dinh_oc/cay_kim/kim/nam_cham/luoi_lam/manh_kinh/rang_gia
        /xuong_ca/do_choi/hat_na/hat_nhan/vien_bi/xang/dau_hoa/thuoc_sau/thuoc_co
    an nam ..8 {sickened}
    uong ..1 xang/dau_hoa/nuoc_tay/nuoc_lau/nuoc_rua/axit/a_xit/hoa_chat/nuoc_xa/thuoc_tay_trang
    an ..6 oi_mua/non_mua/oi_thao/non_thao/oi_suot/non_ra
    {other_person} !oi [{of_whom}] [{of_whom}] [{did}] uong [phai/het/ca/nham] [chai/lo] {poison}
    {other_person} !oi [{of_whom}] [{of_whom}] [{did}] an la_ngon
    an/uong/nuot trung {poison}/ba_chuot/ba_cho
    {kid} !{beast} [{of_whom}] [{did}] liem/mut/nuot/ngam/uong [phai/nham/het] {poison}/dau_gio
        /dau_nong/dau_luyn/nuoc_javen/nuoc_javel/xa_phong/con_sat_trung/nuoc_tro_tau
    <hay/truoc/khi/lich phun/xit {poison} ..2 bi/xong/ve/roi ..2 {sickened}
    nhiem/ngam/trung/say/sac/hit [hoi/phai] thuoc_sau/thuoc_tru_sau/thuoc_co/khi_than/khi_ga/khi_gas
        /khi_doc/hoi_doc ..4 {now}/{sickened}
    """,
    strict=True,
    groups=_GROUPS,
)

DRUNK = Phrases(
    """
    uong thuoc_sau/thuoc_co/thuoc_tru_sau/thuoc_diet_co/thuoc_chuot/thuoc_ray/thuoc_doc
    uong ..1 # vien/vi/lo ..1 thuoc_ngu
    uong/noc/nuot ca/het/nguyen [#] vi/lo/chai/nam/hop/vien [thuoc] thuoc_ngu/ngu/an_than/thuoc_ray
        /thuoc_sau/thuoc_co
    """,
    strict=True,
)
"""Who tells of it without a mishap may have wanted to die."""

_BEAST = "trau/heo/lon/ga/vit/de/con_bo/dan_bo/cho/meo/con_cho/con_meo ..4 uong"
BEAST_DRANK = Phrases(_BEAST)
DRINKING_ASKED = Phrases(
    """
    uong ..2 {poison} ..5 co [bi] sao/hai/doc/nguy_hiem/anh_huong/gi/ngo_doc !ma/mot ..2 khong
        /k/ko/hong/hok/chang/$
    uong ..2 {poison} ..5 thi_sao/khong_sao/co_sao/so_cuu/giai_doc
    """,
    groups=_GROUPS,
)
"""Whether it does harm, and what helps: no word of wanting to die, and poison all the same."""

BITE = Phrases(
    """
    <{about} ran/ran_doc/ran_luc/ran_ho/ran_cap ..2 can !thiet/bo/nuoc/gi/phai/cuoc
    <{about} ran ..4 can ba/me/con/em/chong/vo/chau/toi/tui/chan/tay/nguoi !{beast}
    bi ran/ret/bo_cap/nhen ..2 can/dot/cham/mo/chich/phun
    bi ..1 cho/meo/khi/heo_rung ..4 can !ngheo/bo/cuoc/thiet/phai/chet_ga/ga/trau/heo
    <{about} cho/meo dai/dien ..1 can
    meo can {someone}/chan/tay/mat/nguoi ..4 {now}/chay_mau/chay1_mau/mau
    <gui/nop/dua/noi/ke/nhan/bao/goi/tra/hoi/lai/ve cho can con/em/chau/chong/vo/me/toi/tui/be
        /chan/tay/mat ..4 {now}/chay_mau/chay1_mau/mau
    <gui/nop/dua/noi/ke/nhan/bao/goi/tra/hoi/lai/ve cho can $
    bi ..2 ong/ong_vo_ve/ong_bo_ve/ong_mat/ong_rung/kien_lua ..2 dot/chich/cham/danh ..8 {swollen}
        /nhieu/may_chuc/ca_tram
    ong/vo_ve/bo_ve/ong_mat/ong_rung dot/chich ..8 {swollen}
    """,
    strict=True,
    groups=_GROUPS,
)

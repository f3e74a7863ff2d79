"""Somebody in the water: signs, and what is a question about it instead."""

from __future__ import annotations

from faq.guards.danger_words import GROUPS
from faq.guards.phrases import Phrases

_GROUPS = {
    **GROUPS,
    "grown": """
        nguoi dua ban chong vo ck vk me ma bo ba tia cha ong anh chi em cu_ti cu_teo cu_con
        cu_bin co bac cau ong_noi ba_noi ong_ngoai ba_ngoai ong_cu ba_cu toi tui
        minh no thang hang_xom
    """,
    "falls": """
        nga te rot truot roi3 truot_chan say_chan hut_chan lon_co nhao sut_chan chui_dau
        nga_nhao te_nhao lot_chan truot_te truot_nga
    """,
    "deep": """
        gieng muong kenh suoi ao song song2 be_nuoc bon_nuoc ho_nuoc lu*_nuoc chum_nuoc
        thung_nuoc xo_nuoc chau_nuoc thau_nuoc ham_cau ham_biogas ham_bioga ham_bi_o_ga ho_ga ho_boi
        ho_ca ho_tom ho_voi ho_sau ho_bom vung_nuoc ranh_nuoc ho rach lach bien dap_nuoc
        ho_thuy_dien ho_xa_lu
    """,
    "into": "xuong xuong_cai xuong_mieng vao vo trong",
    "else": "y kinh thuc quoc danh lam",
    "no_lake": "ngheo can_ngheo khau gia_dinh tro tich kinh dan vay don che",
    "thing": """
        dien_thoai the giay giay_to the_bao_hiem cai_vi dep mu non so_do so_ho_khau chia_khoa bong
        ba_lo cap cap_sach sach_vo may_bom ong_nuoc dong_ho cay gach da can_cuoc cccd xo gau sim
        luoi ban_ghe tu_tho do_dac cay_cau quan_ao ao_em ao_toi tien_em tien_toi tien cai_tu
    """,
    "animal": """
        trau heo lon ga vit ngan con_bo dan_bo con_de con_cho con_meo con_trau
    """,
    "owner": """
        cua em toi tui minh con chau chong vo bo me ba ong anh chi nha nho gai trai be noi ngoai
        may dua cai bi lo da vua moi
    """,
}
DROWNING = Phrases(
    """
    bi/dang/suyt/vua/moi/da [bi] duoi_nuoc
    <o/ben/phia/nha/hay/thuong/de/lo duoi_nuoc ..2 lam_sao/roi/voi/cuu/goi/lam_gi/$
    {kid}/nguoi/dua/ban ..3 <o/ben/phia/hay/so/de/thuong/lo/chong/tranh duoi_nuoc
    chet_duoi
    <o/ben/phia duoi_nuoc ..4 {kid}/nguoi
    <nha/ho/xom/thon/ban {kid}/{grown} ..3 <hay/so/de/thuong/lo/khoi/tranh bi ngat_nuoc/ngop_nuoc
    <nha/ho/xom/thon/ban {kid}/{grown} ..3 dang/vua/da [bi] ngat_nuoc/ngop_nuoc
    <hay/so/de/thuong/lo/khoi/keo/phong ngop_nuoc
    {kid} !{beast} ..4 roi/nga/te/rot/lot/truot xuong ..1 song/song2/suoi/gieng/ao/ho/muong/kenh
        /hoc_da/nuoc/be/dap
    <cua/cai nguoi/dua/chau/be/con/chong/vo/me/bo/ba/ong ..2 roi/rot/te/nga/truot xuong ..1 song
        /song2/suoi/gieng/ao/ho/nuoc/kenh/muong
    {kid} !{beast} ..4 <{else} {falls} [{into}] {deep} !{no_lake}
    <cua/cai/con/dan/bay/nha {grown} !{beast} ..4 <{else} {falls} [{into}] {deep} !{no_lake}
    <cua/cai {kid}/{grown} !{beast} [nho/nha] [em/toi/tui] [bi/da/vua/moi/lo] roi ao/ho_ga/ho_voi
        /gieng/muong/kenh/suoi/song/song2/ho $/roi/cuu/goi/lam_sao/nhanh/gan/sau/truoc/canh
    <cua/cai/nha {kid}/{grown} !{beast} ..4 lot/roi {into} {deep} !{no_lake}
    ^ [em/toi/tui] [vua/moi] bi roi/rot/lot {into} {deep} !{no_lake}
    bi [truot_chan] te/nga/truot/lan {into} {deep} !{no_lake}
    bi te/nga/truot_chan/te_nhao [{into}] {deep} !{no_lake}
    ^ [vua/moi/lo/da] te/nga/rot/roi3/truot/truot_chan/say_chan [{into}] ao/gieng/suoi
        /song2/muong/kenh/song ..2 $/roi/cuu/goi/lam_sao
    <cua/cai/con/nha {grown} !{beast} ..3 roi/rot/te/nga/truot xuong dap !dau/vao
    {kid} !{beast} ..2 lot cong/gieng/muong/ho_ga/suoi/song2
    {kid}/{grown} ..3 lan bat_ca/hang/suoi/song2/song/ho ..3 khong/chua/hong thay len/dau/noi/tam
    <nha/cua/xe/lua/ca/cay {kid}/{grown} !{beast} ..2 bi [nuoc] troi/troi2 ..1 ngoai/xuong/theo
        /giua/duoi suoi/song/song2/nuoc/dong/ho
    {kid}/nguoi/ban ..3 bi ..1 chim/hut_chan/nuoc_hut ..3 song/song2/suoi/ao/ho/nuoc/bai
    {kid} ..3 tam ..1 song/song2/suoi/ho/ao ..3 chim/khong_thay/khong_len/mat_tich/hut
    thuyen/do/xuong/ghe lat/chim
    <xe lat/chim thuyen/do/xuong/ghe
    thuyen/do/xuong/ghe ..2 bi lat/chim
    """,
    strict=True,
    groups=_GROUPS,
)
"""People say "té ao" and "rớt giếng" without "xuống". "Roi" without tones is also "rồi": it counts
only where nothing but a fall can stand."""

DROWNING_EXCUSE = Phrases(
    """
    phong/tranh/chong/phong_chong/phong_tranh/phong_ngua ..3 duoi_nuoc
    tuyen_truyen/tap_huan/day_boi/hoc_boi/lop_boi/bien_bao/rao_chan
    ho_tro/tro_cap/tro_giup/che_do/chinh_sach/quy_dinh/den_bu/boi_thuong
    bao_hiem/mai_tang/ma_chay/vien_phi/bao_nhieu/nha_nuoc/mo_coi/khuyet_tat/di_chung
    <vot/cuu/keo/len/thay/tim/boi/ra/dua duoc ..3 gi/khong/nao/chi/may
    de_nghi/kien_nghi/xin/mong ..3 lam/sua/xay/bac/dung/rao/lap ..1 cau/rao/ao/gieng/ho/lan_can/nap
    {before}/{unreal}/nam_ngoai/hom_truoc/nam_kia
    so/khoi/keo !qua/lam/nao/may/dien/hai ..4 nga/te/roi/rot/truot/lot/duoi_nuoc/duoi/chet_duoi
    lo tre/tre_em/tre_con/may_dua/con_nit/tre_nho ..2 nga/te/roi/rot/truot/lot/duoi_nuoc/duoi
    de/hay/thuong ..1 bi ..1 nga/te/roi/rot/truot/duoi_nuoc/ngop_nuoc/ngat_nuoc
    hay/thuong te/nga/truot
    rao/day/dap/lap [kin] ao/gieng/ho ..4 khoi/tranh/keo/so/de_tre/cho_tre
    {thing} [{owner}] [{owner}] [{owner}] [{owner}] roi/rot/lot/truot
    {animal} [{owner}] [{owner}] [{owner}] [{owner}] roi/rot/lot/truot/te/nga
    xe/xe_dap/xe_may cua/con/em/toi/tui/nha/chong/vo/bo/me [{owner}] [{owner}] roi/rot/lot
    rot/mat song dien_thoai/hop/hoc/zalo/mang/wifi/di_dong
    may_bom/ong_nuoc/hoa_mau/luoi/bo_trau
    <ao/ho/dam/vuong/nuoi/vuot tom
    <di/ra/ngoai/giua/bo/tu/lam/tham ruong
    """,
    groups=_GROUPS,
)

DROWNING_NOW = Phrases(
    """
    khong/chua/k/ko/hong thay ..2 dau/nua/noi/len
    cuu voi/con/chau/em/toi/tui/be
    """,
    groups=_GROUPS,
)
"""Somebody is out of sight, whatever is feared beside it."""

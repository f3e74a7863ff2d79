"""Illness and injury: signs, and what asks about insurance, aid or papers instead.

What to do first differs: a wound is pressed; after an electric shock (``shock``) the current is
cut first, what was swallowed stays down and a dog's bite is washed (``poison``).
"""

from __future__ import annotations

from faq.guards.danger_words import GROUPS
from faq.guards.phrases import Phrases

_GROUPS = {
    **GROUPS,
    "quick": """
        cuu cuu_voi gap ngay_gio khong_co_xe khong_ai_cho khong_xe goi_ai nhanh khan_cap giup_em
        giup_voi khong_di_duoc khong_qua_duoc khong_dua khong_kip sap*_chet
        nguy_kich
    """,
    "inside": "bung nguc tim ruot lung da_day dau",
    "awful": """
        du_doi* quan_quai lan_lon oan_nguoi vat_va toat_mo_hoi va_mo_hoi khung_khiep kinh_khung
        khong_chiu_noi khong_chiu_duoc khong_the_chiu chiu_het_noi nhu_bop gan_chet muon_ngat
        tai_met mat_tai tai_nhot
    """,
    "stir": "di dung ngoi day tho noi chiu cua_quay nhac_minh",
    "work": "lam hoc cho hop ray xa",
    "limb": "cot_song tay chan xuong dui co lung suon vai dau_goi",
    "badly": """
        chay_mau chay1_mau do_mau ra_mau mau_chay mau_chay1 mau_me bat_tinh ngat xiu gay be_dau nang
        nam_im nam_bat_dong khong_tinh khong_day khong_cu_dong bi_thuong cuu chan_thuong nguy
        hon_me chet lam_sao ket
    """,
}

ILLNESS = Phrases(
    """
    co_giat/tim_tai/bat_tinh/hon_me/ngung_tho/ngung_tim/ngung_tho/sui_bot_mep
    ngat xiu/ra/di/lim
    xiu ngang/ra/roi
    te/nga/lan/xiu xiu/quy/lan_ra/len_xiu
    bi ngat !dien/luong/dien/nuoc/mang/the/tro_cap/ngheo/quang
    mat y_thuc
    goi ..2 khong/hong/k/ko ..1 day/vay2/tinh/dap $/nua/roi/lam_sao
    {someone} ..2 ngat roi/$/luon/giua/ngoai/trong/tren/ngay !dien/nuoc
    dot_quy/dot_qui/xuat_huyet_nao/nhoi_mau_co_tim/nhoi_mau
    [len] con dau_tim
    <so bi/len/vua tai_bien mach_mau/{now}
    tai_bien ..3 {quick}
    {someone} tai_bien roi ..1 lam_sao/phai/goi_ai/cuu/gio/$
    kho_tho/khong_tho_duoc/tho_khong_noi ..6 {quick}
    kho_tho/khong_tho_duoc/tho_khong_noi/tho_khong_duoc qua/lam/roi/$
    nghet_tho ..1 tim/roi/qua/$
    khong/hong/k/ko/het [con] tho duoc/noi/nua/$
    liet_nua_nguoi/meo_mieng/meo_minh/meo_mom/tim_ngat/me_man
    bi hoc xuong/hat/keo/di_vat/thach/com/cai/do_choi
    hoc xuong/hat/di_vat ..4 {quick}
    ^ cap_cuu $/roi/oi/gap/voi/nhanh/em_voi/toi_voi/giup
    cap_cuu gap/ngay/voi/giup/nhanh !qua/ma
    can cap_cuu $/ngay/gap/cho
    goi [xe] cap_cuu/cuu_thuong $/so_may/so_nao/o_dau/gap/voi/the_nao/bang_cach/ngay/giup
    so/so_dien_thoai/so_dien_thoi [goi/xe] cap_cuu $/la/may/nao
    goi/cho/can/xin/nho ..3 xe_cuu_thuong/xe_cap_cuu/bac_si/y_ta/cap_cuu ..3 gap/voi/ngay/nhanh/den
        /toi/vao/giup/dum
    dau ..2 du_doi*/quan_quai ..6 {quick}
    <o/di/den/tu/ve/bat/gui/biet dau [quan/that/tuc/nhoi] {inside}/dau/mang_suon ..3 {awful}
    dau/tuc/that/nang/nhoi/buot [that/tuc] nguc ..3 {awful}/qua/lam/du/du2/kho_tho/ngop/chiu_k
        /chiu_ko/chiu_khong/chiu_hong/chiu_het/khong_chiu
    <o/di/den/tu/ve/bat/gui/biet/lan/moi/khong dau/nhoi tim ..1 qua/lam/du/du2
    tu_nhien/tu_dung/bong/bong_nhien/dot_nhien/dot_ngot ..6 noi_ngong/noi_diu/khong_noi_duoc/meo
        /liet/yeu_nua_nguoi/te_nua_nguoi
    noi_ngong/noi_diu/noi_kho/meo_mieng/meo_mom ..6 liet/meo/te/yeu/nua_nguoi/khong_cu_dong
    nua_nguoi ..2 khong_cu_dong/khong_nhuc_nhich/te_cung/te_dai
    tho khong/k/ko/hong/chang ..1 noi/duoc/ra_hoi
    len con hen/suyen
    kho_tho/nghet_tho/tho_gap/tho_doc ..4 tim/xanh/va_mo_hoi/ngat/nguc
    sac [phai] sua/chao/bot/com/nuoc ..5 tim/kho_tho/khong_tho/cuu/nghet/ngat
    {kid} ..3 bi sac sua/chao/bot/com
    {someone} ..4 nga/te/khuyu/do quy/guc/xuong_bat_tinh
    soc phan_ve/thuoc
    met/dau/la_di/la ..4 ngat luon/roi/xiu !dien
    om nguc ..2 nga/guc/quy/khuyu/xuong
    {someone} ..4 hap_hoi
    tut/ha huyet_ap/duong_huyet ..4 ngat/xiu/nga/hon_me/me_man
    dau/tuc {inside} ..5 khong/k/ko/chang/het/hong ..1 {stir} [day] noi/duoc !{work}
    dau/tuc {inside} ..5 {stir} khong/k/ko/chang/het/hong [day] noi/duoc
    tuc/met/om/sot ..5 khong/k/ko/chang/het/hong ..1 ngoi/day/tho/nhac_minh [len/day] noi/duoc
    ho/oi/non/ia/tieu/dai/di_tieu/di_ngoai/di_cau/khac ra [toan/ca] mau
    {kid} ..8 sot cao ..2 # ngay/hom/bua
    sot ..3 40/41/42 !phut/tuoi/ngay/nguoi/nghin/ngan/trieu/ho
    sot ..2 39 ruoi/5/do_5/do_ruoi
    sot cao ..3 khong_ha/khong_giam/khong_bot/noi_nham/lanh_toat/tay_chan_lanh/run_bat/li_bi/me_sang
    {kid} ..4 om_nang/benh_nang/om_lam ..6 khong/k/ko/chang/het/hong ..2 tien ..2 di_vien/vao_vien
        /nhap_vien/benh_vien/cap_cuu
    {kid} ..8 # ngay/hom/bua ..3 sot_cao
    sot ..2 li_bi/me_sang/me_man/khong_ha/co_giat/tim
    """,
    strict=True,
    groups=_GROUPS,
)

INJURY = Phrases(
    """
    ra/chay/chay1/mat/do [rat/qua] nhieu/day mau !cam/rang
    chay/chay1/ra/mat mau ..2 nhieu/khong_cam/khong_ngung/hoai/am_am/qua/lam/nhu/dam_dia !cam/rang
    mau chay/chay1/ra/phun ..2 nhieu/qua/lam/hoai/khong_cam/khong_ngung/xoi_xa/lenh_lang/am_am
        /dam_dia
    mau phun/trao/tuon/xoi
    cam mau khong/k/ko/hong ..1 duoc/noi/lai
    khong/k/ko/hong/chua cam ..1 duoc/noi mau
    dut_lia/dut_ngon/dut_ban ..2 tay/chan/ngon
    {someone} ..4 bi ..2 dao/rua/liem/cua/may/cuoc/kinh ..4 dut/chem/cat/vao/trung ..3 sau/mau/lia
        /nhieu/dut
    te_xe/nga_xe/tong_xe/dam_xe/dung_xe/lat_xe/tai_nan ..8 {badly}
    tong_xe/dam_xe/lat_xe/tai_nan ..6 {quick}
    <hay/thuong/nhieu/tung/khi/neu/da co/dang/xay_ra tai_nan !lao_dong/gi/thi/ngheo/khong/roi ..2 $
    <hay/thuong/nhieu/tung/khi/neu/da co/dang/xay_ra tai_nan !lao_dong/gi/thi/ngheo/khong/roi ..6 o
        /ngoai/tren/truoc/dau_thon/cuu/goi_ai/lam_sao/gap/voi
    <chong/bo/ba/me/cha bi/vua/moi tai_nan ..4 roi/lam_sao/goi_ai/cuu/voi/gap/$
    {someone} ..3 bi ..1 xe ..2 tong/can/dam/dung/hat/de/lat !vo/hu/phai ..4 {now}/{badly}
    <dinh xe ..2 lat/lao/roi/nga xuong/vuc/deo/ho/doc ..6 nguoi/cuu/{badly}
    xe ..3 lat ..2 de/trung {someone}
    xe [tai/may/ben/khach/oto] ..1 tong/ui/huc/can_phai [phai/trung/vao] {someone} ..2 {now}
    xe ..1 can/tong/dam phai nguoi/chau/tre/con/be
    gay {limb} ..6 {quick}
    te/nga/roi/rot xuong ..4 gay {limb}
    te/nga ..1 cay/mai/vuc/doc/cau_thang/lau/gac/dien ..4 gay/bat_tinh/khong_nhuc_nhich
    {someone} ..3 gay {limb} $/roi/lam_sao/phai_lam
    {someone} ..3 bi ..1 thuong ..2 nang $/roi/lam/qua/{now}
    co/nhieu/may nguoi ..1 bi_thuong $/roi/nang/{now}
    {someone} !{beast} ..2 roi/nga/te/rot ..2 cay/mai/mai_nha/gian_giao/lau/doc/vuc/ngua/dien/thang
        /gac/cao ..8 {badly}
    {kid} !{beast} ..2 roi/nga/te/rot ..1 tu* ..2 lau/tang/mai/cay/gac/cau_thang
    te/nga/roi/va/bi be_dau/lung_dau ..3 chay/chay1/mau/$/roi
    bi cay/go/tuong ..1 de !dan
    co nguoi ..1 bi tai_nan !lao_dong
    xe ..2 dam/tong/dung/hat nhau ..8 {badly}
    may ..2 cuon ..2 {someone}/tay/chan ..6 {now}/{badly}
    cay/da/tuong/go/may/cot ..1 de/de_trung/roi_trung/nga_trung/do_trung/cuon ..2 {someone}
        /tay/chan ..6 {now}/{badly}
    trau/bo/dao/heo_rung/lon_rung huc/hat/hut ..3 {someone} ..4 {now}/{badly}
    sap gian_giao/cau/cong/ham_mo/cau_treo/hoi_truong/nha_van_hoa/truong ..1 co_nguoi/nguoi/de
        /vui/cuu/ket
    cau/gian_giao/cau_treo ..1 sap/dut roi/co_nguoi/nguoi/$/cuu/xuong
    <chuyen dap/giam/vap/cuoc/cham phai/trung/nham min/minh/bom/luu_dan/dau_dan/vat_no
    bong/phong nang/nuoc_soi
    bi bong/phong ..2 lua/lua1/dien/nang/ca_nguoi/toan_than/dau_soi/canh_nong/nuoc_nong/xang/bo_xe
    bi bong $/roi/nang/lam_sao/qua
    nuoc_soi/dau_soi/canh_nong ..2 do/do_vao/do_len/dap/bong/van ..3 {someone}/tay/chan/mat/nguoi
    no binh_ga/binh_gas/noi_hoi/min ..6 {now}/{badly}
    """,
    strict=True,
    groups=_GROUPS,
)

MEDICAL_EXCUSE = Phrases(
    """
    bao_hiem/bhyt/bh/bhxh/giay/giay_to/vien_phi/chi_tra/thanh_toan/chuyen_tuyen/trai_tuyen
        /mien_phi
    <cao/ha/trung/nhu/co/cu the !nao/nay/kia/la/ma/thi/gio
    ho_tro/tro_cap/tro_giup/che_do/chinh_sach/den_bu/boi_thuong/khuyet_tat/ho_ngheo/can_ngheo
    <tho/di/day/noi/ngoi/dung/chiu/khong/ko/k/chua/nhin/cam duoc ..6 khong/gi/bao_nhieu/may/nao/chu
    bao_nhieu/may_trieu/may_tien
    nam_ngoai !duong/san/ray/rung/ruong/bai/suoi/vuon
    {before}/{unreal}/nam_nay/lau_nay/hom_truoc/bua_hom/may_nam/tu_nho
    tu lau !#/xuong/cao
    khong/k/ko/hong/hok/chang/chua/het ..2 di/du/den/len/ra/nop/lam/ky/nhan !tram/ra_tram/len_tram
        /vao_tram/xuong_tram ..1 hop/xa/uy_ban/don/giay/ho_so/viec/ray/nuong/hoi_nghi/doi_thoai/buoi
    khong/k/ko/hong/hok/chang ..1 di lam
    xin ..3 vang/hoan/khat/phep
    xin/phai/dang/nen/o_nha nghi
    nghi lam/viec/hoc/lien
    hop/du thay
    lop_day/lop_hoc
    thay ..3 di/du hop
    <hoi/tu_van/thac_mac ve_bao_hiem/ve_tai_nan/ve_che_do
    mai_tang/ma_chay/khoanh/vay_von/vay_tien/cho_vay/duoc_vay/xin_vay/muon_vay
    <thai/bau/chua/moi # nam/thang !tuoi
    thang/nam truoc/roi/qua
    nam mot_cho/vien
    nam ..3 benh_vien
    liet
    sau/hau khi/con/dot_quy/tai_bien/mo/sinh/de
    tung bi/dot_quy/ngat/co_giat
    xuat_vien/ra_vien/xe_lan/co_nen/dong_kinh/nhieu_lan/thinh_thoang/nam_rom/nam_huong/nam_meo
    khong_qua_khoi/qua_doi/tien_su/di_chung/phuc_hoi/hoi_phuc
    nuoi ..4 con/chau/dua/me/bo
    khai_sinh/ho_khau/tach_ho/dan_so
    bo !em/toi/chau/con/me/bi ..3 co_giat/bat_tinh/ngo_doc/sap_de
    can [chet] [mat] [#] [con] trau/heo/lon/ga/vit/nghe
    can chet [mat] [#] [con] bo/de
    trau/heo/lon/ga/vit/de/con_bo/dan_bo ..4 co_giat/bat_tinh/ngo_doc/sap_de/dang_de/chuyen_de/sot
        /uong/an/can/chet/set_danh/dien_giat/giat
    trau/heo/lon/con_bo/dan_bo/con_de !huc/hat/hut/da/dam ..4 ra_mau/ra_nhieu_mau/chay_mau/de_roi
        /de_ra
    giat/danh chet [mat] [#] [con] bo/trau/heo/lon/de/ga/vit
    muon ..3 hoi/biet/xin
    xin ..4 vao/vo/lam/hoi/giay/don/xac_nhan/ho_tro/giup_do/cap/nha/hoan/mien/nghi
    co ..6 khong a/ad/vay/ha/em/hong
    """,
    groups=_GROUPS,
)
"""Insurance, aid, papers, other times, beasts: a question about it, or how it came about."""

MEDICAL_NOW = Phrases(
    """
    goi_ai $/bay_gio/day/gio
    tu_nhien/tu_dung/bong/bong_nhien/dot_nhien/dot_ngot ..6 liet/meo/ngong/noi_ngong/xiu/te/ngat/nga
    phai_lam_sao/lam_sao bay_gio/day/gio
    nguc/tim ..3 du_doi*
    mau ..3 khong_cam/xoi_xa/khong_ngung
    hap_hoi/nguy_kich
    bang_huyet
    set danh chet bo3/bo_em/bo_toi/bo_chau
    sot ..3 40/41/42
    """,
    strict=True,
)

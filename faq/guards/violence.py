"""People who are hurt, or who hurt themselves: signs, and what is a question about the law."""

from __future__ import annotations

from faq.guards.danger_words import GROUPS
from faq.guards.phrases import Phrases

SUICIDE = Phrases(
    """
    muon/dinh/tinh/doi/doi1/nghi/toan/sap*/cho/vua/moi tu_tu/tu_sat/tu_van
    tu_tu chet/bang/thoi/cho/$
    tu_sat
    tu van1
    quyen_sinh
    tuyet_menh
    ket_lieu
    tu_thieu
    <nong/lanh/ret/doi/khat/cuoi/ban/lau/dat/gian/tuc/nang/xa/ngai/met/benh/om muon chet !duoi
    dinh/thich/uoc/tha/nghi/tinh/toan/doi/doi1/thay/them ..2 chet di/quach/cho/con/luon/het/theo
        /thoi/phut
    chet quach/phut
    chet cho/di_cho xong/roi/khoe/nhe/ranh/rui/het/dut/no
    khong/chang/cha/chan/het/ham ..1 muon/thiet/ham/con_muon song !chung/o/rieng/voi/gan/tai/ly
    khong/chang/cha/het thiet/tha_thiet/ham ..1 song
    chan song
    khong con/co ly_do/muc_dich/y_nghia ..2 song
    doi/doi1/muon/cu_doi chet $
    cu/toan/suot_ngay doi1/doi chet
    bao/noi/keu/thoi/tha chet ..1 do_kho/cho_do/cho_khoe
    se/muon/dinh/toan di tu_tu
    nghi/nghi_den/nghi_toi ..1 cai_chet
    em/toi/chau/con/minh/me/chi song khong noi
    song ..1 khong_noi_nua/lam_gi_nua/lam_chi_nua/de_lam_gi/khong_bang_chet/vo_nghia/chi_them_kho
    song khong_con_y_nghia/lam_gi_cho_kho/tiep_khong_noi/nua_de_lam_gi/lam_chi_cho_kho
    khong con/co ly_do/muc_dich/y_nghia ..1 song
    muon/uoc/dinh bien_mat khoi/cho/mai
    muon/tim giai_thoat cho/ban_than/$
    vinh_biet
    tam_biet ..4 lan_cuoi/cuoc_doi/cuoc_doi2/the_gian/coi_doi
    muon/dinh/doi/doi1/tinh/se/toan/ra/len/dang/vua ..4 nhay song/song2/cau/suoi/gieng/vuc/lau
        /xuong
    nhay song/song2/cau/suoi/lau/gieng/ho/xuong_song/xuong_suoi/xuong_song2 chet/tu/roi/cuu/$
    mua/cam/lay thuoc_sau/thuoc_chuot/thuoc_ngu/thuoc_co ..4 chet/uong/tu
    an/uong/nhai/hai/kiem/tim la_ngon
    that_co
    day_thung/soi_day/day_du ..5 buoc_san/treo/that/cot_san/tren_cay/ngoai_cay
    de_lai/viet thu/may_dong/loi ..4 vinh_biet/tuyet_menh/cho_con/cho_vo/cho_chong ..4 di/chet
    nuoi/lo/cham con/may_dua/tui_nho ..2 giup/gium/ho ..2 toi/em/toi_di/em_di $
    treo_co
    cat co_tay/mach_mau/tay_tu/gan_tay
    rach co_tay/tay_tu
    om con/chau ..3 nhay/chet/song2/song
    me_con/ca_nha/hai_me_con ..2 chet chung/het/quach/luon/di/cho
    """,
    strict=True,
    groups=GROUPS,
)

SUICIDE_EXCUSE = Phrases(
    """
    bo/trau/heo/lon/ga/vit/de/cay/lua/cho/meo/bap/ngo/ca_phe/tieu/dan/giong ..4 chet
    mai_tang/ma_chay/xoa_no/bao_hiem/tro_cap
    """
)

BY_OFFICE = Phrases(
    """
    {office} ..3 <set/de/dau/phan/nac/dinh danh/tat/dap/da/dam/danh_dap {victim} !{beast}/cho
    {office} ..4 cam/vac/xach/rut {blade} ..3 {victim}
    bi ..1 {office} ..2 danh/tat/dap/da/dam !{other}
    """,
    strict=True,
    groups=GROUPS,
)
"""Violence by somebody in office: danger, and a denunciation at the same time."""

CHILD = Phrases(
    """
    {kid} !{beast} ..6 bi ..4 {rape}/bo_doi/danh_dap/hanh_ha/bao_hanh/bop_co/lot_do
    {kid} !{beast} ..3 bi {who}/nguoi_ta ..2 nhot/troi/xich
    {kid} !{beast} ..4 bi nhot/nhot_trong/xich/xich_chan/troi_tay/troi_chan/troi_vao
    {kid} !{beast} ..4 bi ..4 <set/de/nac/dinh danh !{other}
    {kid} !{beast} ..4 bi ..4 dap/tat/da/dam vao/lien/toi
    {rape} <bi ..4 {kid}
    bo/me/cha/ba/ong/duong/ke/ghe/thay/co_giao ..3 <set/de/dau/phan/nac/dinh danh con/chau/be
        /tre/dua !{beast}/cho
    du_do/du/dan_du ..3 chau_gai/be_gai/hoc_sinh/tre_em/dua_be/con_gai ..4 di/vao/ra/len/quan_he
        /ngu
    {kid} ..4 bi ..3 du_do/rinh/rinh_rap/bam_theo/goi_gam
    {kid} ..4 bi ..3 ep/bat ..3 lay_chong/cuoi/lay_vo/ga/ban/di_an_xin/tiep_khach
    ep/bat/ga ..3 {kid} ..5 lay_chong/cuoi/lay_vo/ban_dam/di_an_xin/lay_thang/lam_vo
    # tuoi ..6 ep/bat/ga/cuop ..4 lay_chong/cuoi/lay_vo/chong/lam_vo
    danh/hanh_ha/dap/bao_hanh/nhot/xich/troi/bo_doi {kid} !{beast} ..5 da_man/bam_tim/chay_mau
        /chay1_mau/suot/moi_ngay/hoai/thuong_tich/gay/ngat/tim/sung/lai/nha/trong/tham
    bao_hanh/hanh_ha/bo_doi/xich/nhot {kid} !{beast}
    {kid} !{beast} so_sinh ..5 bo/vut/bo_roi/vut_bo
    {kid} ..3 bo_roi/vut ..4 bo_rac/ven_duong/gieng/ngoai_ray/rung
    bi ..3 keo_vo/cuop_vo/bat_vo/bat_ve_lam_vo
    thay/thay_giao/hieu_truong/bo_duong/duong/cha_duong/ong ..4 dung_cham/so_vao/so_nguc/so_mong
        /so_dit/so_vu/om_ap/om_hon/so_dui/cho_xem_phim ..3 {kid}
    """,
    strict=True,
    groups=GROUPS,
)

_GROUPS = {
    **GROUPS,
    "locked": """
        em toi me vo chau minh tui chi tao vo_con me_con hai_me_con ba_me_con bon_me_con ca_nha
        ba_noi ba_ngoai me_gia con_em con_toi con_chau vo_no con_dau chi_em nguoi cong_nhan lao_dong
    """,
    "forbids": "khong_cho k_cho ko_cho cam cam_cho",
    "outside": "ra_khoi ra_ngoai ra_duong khoi_nha roi_nha",
    "inside": "trong o lai ngoai ca cua may duoi",
    "keeper": """
        chong ck bo_duong duong me_chong nha_chong thang no han lao lao_chong anh_ta chu_no ho
        bo_chong ong_ay ga
    """,
}
VIOLENCE = Phrases(
    """
    bi [{who}] ..4 <set/de/phan/nac/dinh danh so/so1/so2/dau/dau1 lam/qua/oi/ghe/het/vo_cung/chet
    bi [{who}] ..4 <set/de/phan/nac/dinh danh !{other}
    bi ..3 chan danh
    {who} ..3 <set/de/dau/phan/nguoi/nac/dinh danh {whom} !{beast}/cho
    {who} ..3 <set/de/dau/phan/nac/dinh danh {hurt}/$
    {who} ..5 dap/danh do danh
    {who} ..3 dap/da/nem/bo dau em/toi/me/vo/con/vao
    {who} ..4 danh may hom/ngay/lan/tran/bua
    {who} ..4 danh cho/toi ..2 mot/tran/tham/bam/te/nhu/may/khong/sung/chet
    danh_dap
    <muon/suyt/vi/toi/da/da2/nam danh_nhau
    <set/dien/nac danh chet/gay/chay_mau/chay1_mau/vo_dau/bat_tinh/ngat/bam_dap/toi_tap/hoi_dong
    danh {mine} !{beast}/cho ..4 {hurt}
    moi/hay/cu/lai/suot/roi/toan/dang/chuan_bi/doi1 danh {mine} !{beast}/cho
    bi ..4 <xe/may/cay danh/dap/dam/da/tat/thoi/va vao ..1 mat/dau/bung/nguoi/lung/nguc/mom/ham
    {who} ..4 <xe/cay dam/dap/da/tat/va/thoi vao ..1 mat/dau/bung/nguoi/lung/nguc/mom/em/toi/me/vo
    {who} ..2 <khuyet/di/xe tat/va em/toi/me/vo/chau/con !{beast}
    {who} ..3 <khong/chua/xe dam toi/vo/me/nguoi/chet/nhau/thung/lung/bung
    {who} ..3 dap/da em/toi/vo/me/nhau/chau ..2 {hurt}
    bi ..3 <xe/may dam chet/thung/lung/dao/trong_thuong/nguoi/vao
    bi {who} ..3 dam !dang/lo/bao
    <rua/cuoc/liem/may/cua/gio/mai/dao chem {whom}/nhau/lia/dut/tui_bui/loan/lung_tung/nguoi/ca
        /hang !{beast}/ca/cau
    doi/doi1/doa/hu danh !dau/may/so/bat/ca
    doi/doi1/doa/hu/dinh chem/giet/dam/dot/tam_xang !dau/may/so/bat/ca
    doi/doi1/doa/hu thieu/xu/lam_thit
    {who}/nguoi_ta/chu_no ..3 doi_no/doi1_no/siet_no/xiet_no ..5 dam/dam2/chem/danh/giet/chat/dot
    <so/phim/vu/tuong dam*_chem !tom
    bi ..3 <rua/cuoc/liem/may/dao/cai chem
    bi ..2 {who} ..2 chem
    giet em/toi/me/vo/chau/nguoi/ca_nha/chong/minh/tao/ong/ba/chet/het_nha/nhau
    giet con !{beast}
    an*_mang
    cam/vac/xach/rut/gio/ke/quo/giat/lay/mang/lam_lam {blade} ..6 doi/doi1/doa/chem/dam/duoi/dung
        /ruot/danh/dap/ke_co/giet/hu/phang/quat/chan_duong/tim/lao_vao/xong/vao_nha/vao_co/kiem
        /quay/mua/dap_pha/sang_nha
    {who} ..3 cam/vac/xach/rut/lam_lam {blade} !di_ray/di_rung/di_lam/chat/phat/cat/thai
    {who} ..8 cam/vac/xach/rut/gio {blade} ..1 ngoai_cua/truoc_cua/truoc_nha/trong_nha/ngoai_san
        /dung/vao_nha/di_vao
    {who} ..4 say/say_ruou/xin/uong_ruou ..3 cam/vac/xach/rut/gio {blade} !di_ray/di_rung/di_lam
    ke/di dao/kiem/rua vao co
    bi/bi_chung ..3 phang/quat/duc_vao/dan_mat/nen_cho
    hanh_hung
    {who} ..4 hanh_ha/hanh_hung/bao_hanh/bao_luc/bop_co/siet_co/giam_long/nhot_em/nhot_toi/nhot_me
        /nhot_con
    bi ..4 hanh_ha/bao_hanh/bao_luc/bop_co/siet_co/giam_long/truy_sat/khong_che !{beast}
    bi {who} ..2 nhot/troi/xich/giam
    <nguoi_lam/ga/trai {who} ..3 nhot/xich ..1 {locked} !{beast}/cho/meo/xe/luon/choi
    {keeper} ..2 giam {locked} ..1 trong/o/lai/tai !vien
    {keeper} ..2 giu/giam {locked} ..4 khong_cho/ko_cho/k_cho ..2 ra/ve/di/roi !vien/hoc/hop/lam
    {keeper} ..4 khoa [trai] cua/phong/cong ..6 khong/k/ko cho ..4 ra/di !choi
    {keeper} ..3 {forbids} {locked} ..1 [buoc] {outside} !choi/lam/hoc/mua/cho/san
    <con/ga/vit/cho/meo/trau {locked} ..1 bi nhot/khoa_trai/nhot_lai ..1 {inside} !chuong/long
    bi troi tay/chan/vao/lai/goc/cot
    bao_hanh/bao_luc {mine}/vo/chong/me_gia/cha_me/ba_cu
    bop_co
    siet_co
    bop mui/nghet_tho
    truy_sat
    duoi/ruot danh/chem/giet/dam/theo_danh/theo_chem
    bi ..4 duoi ..1 ra_khoi_nha/ra_duong/khoi_nha
    {who} ..2 duoi [{mine}/me_con/vo_con] ..2 ra_khoi_nha/ra_duong/khoi_nha
    bao_luc gia_dinh ..3 goi/keu/bao ..1 ai/so_nao/so_may/so/dau/cho_nao !duoc_boi_thuong
    {who} danh ..3 goi/keu/bao ai/so_nao/so_may/cho_nao
    troi {mine} vao/lai/goc/cot/tay/chan
    xang ..4 dot/thieu/chay_nha/len_nguoi/vao_nguoi/chau_lua/bat_lua/chay_ca
    doi/doi1/doa/dinh/hu dot nha/nguoi/ca/chet
    tat axit/a_xit/acid
    bi cuop !dat/cong/loi/chong/mat_dat
    cuop giat/co/vao_nha/tien/xe
    ke_cuop
    bi ..3 ep ..2 ban_dam/tiep_khach/quan_he/lam_vo
    hiep_dam
    cuong_hiep
    <an/uc/ha/on hiep {mine} !{beast}/yeu
    <ham sam_so/so_mo/so_soang/dam_o/xam_hai/xam_pham/lam_nhuc/cuong_buc/bop_nguc/bop_dui
        /so_dui/so_nguc ..1 {mine} !{beast}
    {who}/tui_no/dua_nao ..4 <khi/phai/luc/sot/sau ep/doi/doi1/bat {mine} ..1 ngu/quan_he
        /lam_chuyen_do/cho_so
    mo/len/chui/leo vao/vo/len giuong {mine}
    bi ..3 hiep !hoi/dinh
    bi ..4 lam_nhuc/xam_hai/cuong_buc/sam_so/so_mo/quay_roi_tinh_duc
    doa ..3 giet/chem/danh/dot/thieu/xu/lam_thit/dam/cat_co
    de_doa/nguy_hiem ..2 tinh_mang
    dap/dap_pha do_dac/do_dac_trong_nha/nha_cua/do/nha ..6 so !do
    {man} ..8 chui/chui_boi/chui_mang/danh_chui/duoi/doa ..4 dap_pha/dap_do/dap_nha
    {man} ..5 dap_pha ..4 chui/chui_boi/doa/duoi/danh/so
    {man} ..3 uong_ruou/say/say_ruou/nhau ..6 dap_pha/dap_do/dap_nha/danh_dap/duoi ..2 nha/do/do_dac
        /vo/con/em/toi/me
    dap_pha nha ..4 {hurt}/dao/chem/doa/danh
    keu_cuu
    co nguoi ..1 bi dam/chem !dang/lo/bao
    co nguoi/thang/dua/ong ..3 chet/mau_me ..3 trong_nha/ngoai_duong/tren_ray/duoi_suoi
    mau_me ..3 me/day/dam_dia/be_bet
    """,
    strict=True,
    groups=_GROUPS,
)

LAW = Phrases(
    """
    luat_su/am_hieu_luat/tro_giup_phap_ly/bao_chua/quyen_loi/ra_toa/phap_ly
    luat ..2 phong/quy_dinh/nao/the_nao/noi/phat/gi
    quy_dinh/nghi_dinh/chinh_sach/che_do
    phat bao_nhieu/the_nao/tien/tu/may/gi/nang/hanh_chinh/khong/ra_sao/tu2
    bi phat/xu_phat/xu_ly/di_tu/di_tu2/truy_to/toi_gi ..3 khong/gi/bao_nhieu/the_nao/may/nao
    co ..2 bi phat/di_tu/di_tu2/xu_ly/o_tu
    toi gi
    {unreal}/{before}/nam_ngoai/lop_hoc
    ho_tro/tro_cap/tro_giup ..3 gi/nao/khong/bao_nhieu/the_nao/chi
    duoc ho_tro/tro_cap/huong/bao_hiem
    bao_hiem/bao_hiem_y_te/vien_phi
    <muon/doi/doi1/xin nay/gio/da/da2 ..1 ly_hon/li_hon/ly_di/li_di/bo_nhau/ly_than
    phim/ti_vi/tivi/doc_bao
    quy nao/ho_tro
    vay nang_lai/app/qua_app/nong
    muon/lai/tien nong
    hoa_giai/phan_xu/tranh_chap/hang_rao/ranh_dat/lan_dat/lan_qua/manh_ruong/bo_ruong
    ga/trau/heo/vit/con_cho/con_ga/con_bo ..8 bi danh/chem/dap/bat/giet/an
    bat_den/den_tien
    app/tin_dung_den/o_tu/o_tu2/man_han/ra_tu/ra_tu2
    """,
    groups=GROUPS,
)

ACUTE = Phrases(
    """
    dang ..3 danh/dap/chem/doa/cam/duoi/nhot/pha/gay
    gio/nay/hom_nay/hom_qua/toi_qua/dem_qua/ma ..3 lai/van/van1/cu ..4 danh/doa/dap/duoi/quay
    chay/chay1/do mau
    gay tay/chan/xuong/rang/mui/co !bo
    bam_tim/tham_tim/sung_mat/mat_sung
    ngat/xiu/bat_tinh !nghi
    cam/vac/xach/rut/gio ..1 {blade} !ray
    giet/chem
    tron/bo_chay*/khong_dam*_ve/so_qua/so_lam/hoang_loan/run_ray
    gap_lam/gap_gap/khan_cap/mau_len/nhanh_len/ngay_bay_gio/ngay_di
    toi_nay/dem_nay/hom_nay/luc_nay/vua_xong/hoi_nay
    """,
    strict=True,
    groups=GROUPS,
)

"""Flood, storm, landslide and fire: signs, questions about aid, and signs that it happens now."""

from __future__ import annotations

from faq.guards.danger_words import GROUPS
from faq.guards.phrases import Phrases

_GROUPS = {
    **GROUPS,
    "run": """
        thu_tuc tien giay ho_so don viec vay tron qua ve ra vo vao sang den toi xe an theo lo xin
        xuong len nhanh ngay voi ngang nho khap them het kiem di tot nha
    """,
    "thing": "xe o_to oto quan cho kho xuong truong rung doi2 ray nuong tiem ki_ot kiot chuong tau",
}
"""``run``: what follows "chay" where it is to run, or to run after something."""

DISASTER = Phrases(
    """
    {home} ..5 dang/bi/da*/sap* [bi] ngap/lut/co_lap/sat_lo/sat/lo_xuong/vui/lu_cuon/nuoc_cuon/cuon
        /troi2/boc_chay/chay !den/tien/vay/gao/theo/chua
    {home} ..4 ngap roi/het/sau/den/toi/noc/trang/lut/nang/mai/nua/ngang/ca/mat/nuoc/gan/$
    {home} ..4 <dot/gan/de chay roi/to/het/lon/rui/cuu/goi_ai/lam_sao/ca/bung_bung
        /ngun_ngut/goi/keu/$
    can/goi/cho/xin ..1 cuu_hoa !thi
    {home}/{thing} ..4 <dot/dan/de/va chay3 $/roi/to/lon/het/rui/cuu/lan/ngun_ngut/phung_phung
    cuu_hoa voi/gap/nhanh/ngay
    {home} ..3 troi/troi2 mat/roi/het/theo
    {home} ..4 duoi_nuoc roi/het/ca/$
    {home} ..3 sap roi/xuong/het/mat/de/$
    {home} ..4 bi sap/do_sap/vui
    sap nha/ham/tuong/bep ..3 de/roi/nguoi/vui/ket/$
    mai_nha/mai_ton/noc_nha ..1 bay ..3 dang ..1 mua/bao/gio
    toc [het] mai/noc ..8 ngoai_mua/mua_dot/mua_lanh/uot_het/dang/khong_cho_tru/cuu
    {home}/mai/o_dien/o_cam/cau_dao/bang_dien/tu_dien/day_dien/cong_to/binh_ga/binh_gas/bep_ga
        /bep_gas ..4 boc/tuon/phut/xit ..1 khoi !luong
    khoi ..3 boc/tuon/cuon ..3 tu/trong/o/tren/ra ..3 nha/mai/bep/kho/rung/tang/o_dien
    khoi ..4 mu_mit/nghi_ngut/den_kit ..3 co_nguoi/nguoi_ket/trong_do/cuu
    <phong/chong/chua/ve/hiem hoa_hoan
    binh/bep/khi/ong ga/gas ..2 xi/ro/ro_ri/phun/ho/nong_nac
    xi/ro/ro_ri binh_ga/binh_gas/bep_ga/khi_ga/khi_gas/gas
    mui gas
    lu ngap/ve/quet/dang/len/cuon/ong/ap/tran/lut/to/lon/manh/roi/toi/dang_ve/cao/keo/xuong/do !tre
        /nho
    co/dang/bi lu !tre/nho/con/ban/chung
    lut roi/to/lon/den/toi/ngap/dang/vao/nang/cao/het/sau/qua
    {water} ..3 dang/tran/cuon/ngap/vao_nha/vo_nha/len_nhanh/len_cao/chay*_xiet/ngang_nguc
        /ngang_bung/ngang_co/toi_nguc/toi_co/den_co/den_nguc/toi_noc/toi_mai/len_toi/len_den
        /vao_toi/len_gan/xiet/siet/do_ve/nhan_chim !dung/dung_de
    {water} ..3 vao/vo/tran/ngap/len/toi/den ..2 {edge} !ong/may_bom/sach/may
    nuoc [dang] len nhanh/cao/qua/toi/den/ngap/roi/gan/le/ao_ao/cuon_cuon/lien
    {water} vao/vo/tran ..2 nha/bep/nha_em/buong/san
    ngap ..2 nha/noc/mai/bung/nguc/co/dau_nguoi/goi/giuong/lung/ca_xom/ca_thon/toi_noc
    sat_lo ..5 nha/roi/nguoi/vui/dat/xuong/de/lap/cuon/$
    sat_lo nui/doi/doi2/duong ..4 xuong/vui/lap/ket/mac_ket
    lo nui/dat/doi2/doi ..4 nha/roi/nguoi/vui/xuong/de/lap
    nui/doi2/doi/taluy/dat/da/ta_luy ..3 <da/sat lo/sap/sat_lo/do_xuong/do_ap/sut/truot
        /lan_xuong ..4 nha/nguoi/vui/de/bep/lap/duong
    dat ..3 nut ..4 nha/to/dai/toac
    dat/nui/doi2/doi/san/nen/nen_nha/taluy/ta_luy/vach_nui/suon ..2 dang/da/da2/bi/lai ..1 nut
    nut ..6 so/lo ..1 sap/lo/sat_lo/sat/do/vui/truot
    dat/nui/doi2/doi/taluy/ta_luy ..3 <da/sat dang ..1 lo/sat/sat_lo/truot/sut/nut/sap
    bi vui/chon_vui/vui_lap/cuon_troi/cuon_troi2/nuoc_cuon/lu_cuon
    vui_lap
    nui/doi/doi2/taluy/ta_luy ..2 sat xuong/vao/toi ..1 nha/bep/truong/lop_hoc
    {home} ..3 chay3/chay bep/bep_ga/bep_gas $/roi/to/cuu/lan/lam_sao
    nguoi/nha/ong/ba/ca/me/hai/may/dua ..4 bi cuon/vui/lu_cuon/nuoc_cuon/ket
    mac_ket
    ket tren/giua/trong/o/duoi/lai ..4 noc/mai/suoi/song/song2/nha/ray/rung/dong/nuoc/cay/doi2
    bi co_lap
    co_lap
    vo dap/ho_chua/ho_dap/dap_thuy_dien !vo
    vo de1
    vo de ..4 <vo/no/het/mat/tien nuoc/lu/ngap/tran/lut !oi/mat/non/tien/noi
    de/de1/dap [thuy_dien/nuoc/bi/da*] vo roi/nuoc/$
    chay bep roi/cuu/to/voi/lam_sao/$
    chay nha !tro/tinh/nghi/o/hang/dat/em_xin/tap_the/cua
    chay nha o thon/ban/xom/ap/buon/lang/khu/cuoi/dau/giua/gan/tren/canh/sat
    chay nha tro/o/nghi/hang/cua ..4 roi/cuu/to/lon/lan/dang/goi/voi/gap
    chay cho !ban/buon/hang/mua
    <chua/phong/chong chay rung/lon/to/lan/quan/nuong/kho_lua/kho_lua2/kho_thoc
    <chua/phong/chong/nau/hong chay3 nha/quan/cho/kho/xuong/truong/ray/doi2/tiem/chuong !hom/ngay
    <nuoc/mau/mo_hoi/xe/dien chay !{run} ..3 ca_thon/ca_xom/may_nha/can_nha/doi2/nha
    boc chay/lua/lua1
    kho/kho_thoc/kho_lua/rung/chuong_bo/chuong_heo chay roi/to/lon/rui/lan
    lua chay !la/bia/ray/dot
    lua lan/boc/to/ngun_ngut
    lua1 chay/lan/boc/to/ngun_ngut
    dam chay/chay_to
    rung/doi2/nha/kho/quan/xuong_go/xuong_may ..3 dang chay
    <nghien/tra/cap/doi/doi2/luc_luong cuu_ho/cuu_nan !giao_thong/{home}/can_cuoc/xe
    <nghien/tra cuu ..1 nguoi/nha_em/nha_toi ..4 ngap/lu/lut/vui/sap/chay/nuoc
    nguoi/dua/chau/be ..2 roi/rot/te/nga xuong ..1 vuc/lu
    bao ..2 vao_roi/do_bo/to_qua/gio_giat/giat_manh
    loc_xoay/voi_rong
    """,
    strict=True,
    groups=_GROUPS,
)

AID = Phrases(
    """
    ho_tro/tro_cap/tro_giup/che_do/chinh_sach/quy_dinh/den_bu/boi_thuong/cuu_tro
    duoc ..6 khong/gi/bao_nhieu/may/nao/chi/nhieu/bao
    bao_nhieu/nhieu_tien/may_trieu/may_dong/may_chuc/bao_lau
    co ..6 cho/cap/phat/giup/den/bu/lo/do/phu ..5 khong/gi/chi/nao/chua/$
    den/bu/boi_thuong ..3 bao_nhieu/may/gi/tien/khong
    cho ..3 tien/gi/may/vay/chi
    xin ..5 o_dau/tien/lam_lai/cap/dau/giay/hoan/khoanh/giong/vat_lieu/ai/doi/doi2/sua/xay/cho_o
        /nha
    giup ..2 gi/chi/nao/lam_lai/khong_a/tien/khong
    khai_bao/khai/bao_cao/thong_ke/bien_ban/chup_anh/ghi_ten/danh_sach
    giay_to/giay/the/ho_so/so_do/can_cuoc/photo/the_bao_hiem/so
    lam_lai/dung_lai/xay_lai/cat_lai/sua_lai/sua/xay/lam_nha/dung_nha
    <tap/cuu/chua hoa !hoan
    ruong/hoa_mau/vuon/ao_ca/chuong/trang_trai/cay_giong/lua_giong/keo/mi/bap/ngo/lua2
    <nha/toi/den/vao/vo/ngoai/truoc/len/tran/ca/mep san !nha/truong/em/toi/nuoc
    nuoc_may/nuoc_sach/ong_nuoc/duong_ong/dong_ho_nuoc
    khoanh/ngan_hang/vay_von/vay_tien/cho_vay/no_vay/tra_no
    di_doi/di_doi2/di_roi/tai_dinh_cu/doi2_di/doi_di/doi_nha/doi2_nha/don_di/chuyen_cho/chuyen_nha
    {before}/{unreal}/nam_ngoai/mua_truoc
    hom/dot/tran/con/mua/vu ..2 lu/bao/mua/lut/nuoc vua_roi/truoc/hom_no/bua_no/hom/bua/nam_ngoai
        /vua_qua
    dot/hom/vua vua_roi/truoc/no/hom
    sau/het/xong lu/bao/lut/thien_tai/dot
    lu/lut/bao/chay xong/qua_roi
    hay/thuong/thuong_xuyen/nam_nao/moi_nam/moi_mua/mua_nao/quanh_nam/lan_nao ..5 ngap/lut/lu
        /sat_lo/sat/sap/ngap_lut
    nam nao/mo cung
    mua nao
    moi mua/nam/lan
    moi khi/lan mua
    nguy_co/tranh_lut/tranh_lu/chay_lut/chay2_lut/du_bao
    chong2 lut/lu/sat_lo/bao/ngap
    chong lut/lu/sat_lo/bao/ngap
    vung ..2 lu/ngap/sat_lo/lut/trung/xa
    thi ..4 duoc/bao/lam/no/xa/khai/sao/ai/the_nao/bao_nhieu
    bao_gio/khi_nao/chung_nao ..5 sua/lam/xay/khac_phuc/co/xong
    chua sua/thay_sua/khac_phuc/ai_sua/xay
    muon ..3 hoi/biet/xin/khai/bao/gui/sua
    bao_hiem/mai_tang/ma_chay/chon/chon_cat/vien_phi/cap_cuu_len/nam_vien/de_lai
    cam_on/ung_ho/quyen_gop/mat_trang
    doi/doi2/mua/ban/lap binh_ga/binh_gas/bep_ga
    """,
    groups=GROUPS,
)

DISASTER_NOW = Phrases(
    """
    <lich_su/doi/doi2/luc_luong cuu_ho/cuu_nan/keu_cuu !giao_thong
    mac_ket
    dang ngap/chay/lu/sap/troi/cuon/sat/tran/dang/vui/ket !tien
    dang ..2 len/tran/dang ..2 nhanh/cao/nha/$
    khong ra/thoat/di/chay ..1 duoc/noi ..3 nuoc/nha/lu
    tren/leo/ngoi noc/mai/gac/noc_nha ..4 cho/ket/roi/lanh/cuu/$
    ca_nha/nguoi/me_con/chung/hai_me_con/ba_con ..3 tren noc/mai/gac
    ket ..4 trong/giua/tren/lai/khong_ra
    ngang nguc/co/bung/that_lung
    nuoc/lu ..3 vao_nha_roi/len_nhanh_qua
    goi/cho/dieu/cu ..3 nguoi/thuyen/xuong/ca_no/bo_doi/cuu_hoa ..4 voi/gap/ngay/vao/len/den/toi
    bay_gio/gio dang
    nut ..6 so/lo ..1 sap/lo/sat_lo/sat/do/vui/truot qua/lam/roi/xuong/$
    dat/nui/doi2/doi/taluy/ta_luy ..3 dang ..1 nut/lo/sat/sat_lo/truot/sut ..2 ra/to/rong/xuong/$
    """,
    strict=True,
    groups=GROUPS,
)

FIRE = Phrases(
    """
    boc_chay/dam_chay/chua_chay/cuu_hoa/hoa_hoan/chay3
    boc/tuon/phut/xit ..1 khoi/lua/lua1
    khoi ..3 boc/tuon/cuon
    binh/bep/khi/ong ga/gas
    mui/xi/ro/ro_ri gas
    <nuoc/lu/lut/mau/bo/di/suoi/song chay !mau/lut/lu/xiet/siet/len/ra/di/vao/vo/tran/ao_ao
    lua/lua1 ..2 chay/lan/boc/to/ngun_ngut
    <gan/de/mua dot nha/roi/$
    """,
    strict=True,
)
LANDSLIDE = Phrases(
    """
    sat_lo/chon_vui/vui_lap/ho_dat/sut_lun
    dat/nui/doi2/doi/taluy/ta_luy/san/nen/nen_nha/vach_nui/suon/duong ..4 nut/sat/lo/sap/truot/sut
    lo nui/dat/doi2/doi
    bi ..1 vui/sap/do_sap
    sap nha/ham/tuong/bep
    nha/tuong/bep/ham ..4 sap !toi/den/chet/het
    nut ..6 so/lo ..1 sap/lo/sat/do/vui/truot
    """,
    strict=True,
)
FLOOD = Phrases("nuoc/lu/lut/ngap/lu_lut/lu_quet", strict=True)

"""Somebody poses as the office, or as somebody else, to get money, codes or papers."""

from __future__ import annotations

from faq.guards.phrases import Phrases, Said

_GROUPS = {
    "pose": """
        tu_xung xung xung_la gia_danh mao_danh gia_lam xung_danh mao_nhan gia_vo gia_mao tu_nhan
    """,
    "someone": """
        can_bo cong_an* xa ngan_hang truong_thon nguoi_cua vien_kiem_sat toa_an buu_dien dien_luc
        bao_hiem nhan_vien shipper giao_hang cong_ty_dien nha_mang can_bo_thue bo_doi hoi_tu_thien
        benh_vien cuc_thue csgt giao_vien bac_si doan_tu_thien chu_tich
    """,
    "pay": """
        chuyen_khoan chuyen_tien nop_phi dong_phi nop_tien dong_tien dat_coc chuyen_truoc nop_truoc
        coc_truoc dong_truoc nap_the nap_tien gui_tien mua_the_cao ck dua_tien thanh_toan tra_phi
        mat_phi le_phi tien_coc tien_phi
    """,
    "prize": """
        nhan_qua nhan_tien_ho_tro mo_khoa trung_thuong giai_ngan qua_tai_khoan_la nhan_thuong
        nhan_tien trung_giai linh_qua linh_thuong nhan_ho_tro lam_ho_so duyet_ho_so nhan_xe
        lay_thuong nhan_giai trung_xe tang_qua qua_tang phan_thuong tri_an
    """,
    "call": """
        goi_dien goi nhan_tin alo ket_ban goi_video goi_den goi_toi zalo facebook fb inbox gui nhan
        gap_video
    """,
    "press": "bam an an2 click kich nhap nhan mo vao vo truy_cap",
    "link": """
        link duong_link duong_dan lien_ket http https bit_ly trang_web web
    """,
    "pays": """
        dong nop dua lot bieu ck chuyen_khoan chuyen_tien gui_tien mat_tien ton_tien
    """,
    "list": """
        danh_sach ho_ngheo can_ngheo so_ngheo so_ho_ngheo dien_ngheo
    """,
    "caller": """
        co_nguoi nguoi_la so_la tu_xung ke_la ai_do co_so thang_nao
    """,
    "line": """
        zalo facebook fb mang tren_mang goi_dien goi_noi goi_bao goi_keu goi_toi nhan_tin nhan_zalo
        add ket_ban shipper inbox so_la nguoi_la tik_tok tiktok messenger telegram alo dien_thoai
    """,
}
_SCAM = Phrases(
    """
    xin/doi/doi1/hoi/gui/doc/cung_cap/cho/dua/lay/bao/keu/nhap ..3 otp/ma_otp/ma_xac_nhan
        /ma_xac_thuc/mat_khau
    ma otp/xac_nhan/xac_thuc/pin
    otp
    {pay} ..12 {prize}
    {prize} ..12 {pay}
    {pose} ..3 {someone} ..14 {pay}/tien/trieu/tai_khoan/thong_tin/link/can_cuoc/doa/bat/cai/ma/app
        /phi/mua/ban
    noi_la/bao_la/nhan_la {someone} ..10 {pay}/tien/trieu/tai_khoan/link/can_cuoc/doa/bat/ma/phi
    {line} ..14 chuyen_het/chuyen_tien/chuyen_khoan/ck/nap/coc/dat_coc/mua_ve/mua_the ..4 tien/#
        /truoc/vao/cho
    {line} ..10 muon/vay/xin/can # [#] trieu/nghin/ngan/tram
    {line} ..10 dau_tu/chung_khoan/tien_ao/bao_loi/lai_cao/loi_nhuan/nhom_kin/doc_lenh/gop_von
        /loi_cao
    dau_tu/chung_khoan/tien_ao/coin/san_vang ..10 mat/nap/bao_loi/loi/thay/lua/rut
    {call} ..12 doi/doi1/keu/bao/bat ..1 chuyen/nap/gui ..1 ngay/gap/truoc/#
    bat/keu/doi/doi1/phai nap/coc/dong/nop/ck/chuyen truoc ..1 [#] #/tien
    mua/ban/thue/muon tai_khoan/the ngan_hang/atm
    like/xem/danh_gia ..2 video/san_pham/don ..6 tien/nghin/ngan/#
    ghep mat/giong/khuon_mat/hinh
    gia giong/khuon_mat/hinh
    gia mat nguoi/con/chau/em/anh/chi/ban/goi/toi
    goi_video ..4 gia/muon
    bam/an/nhan phim #
    giay phat_nguoi/trieu_tap ..8 goi/phim/nop/chuyen/bam
    cat_dien/cat_nuoc ..10 chuyen_khoan/ck/nap/chuyen_tien
    goi ..12 khoa/bi_khoa ..6 doc/nhap/ma/bam/chuyen
    doc ma_so/ma ..4 gui/may/dien_thoai/cho/nhan
    chup/dua/gui ..2 can_cuoc ..8 moi/duoc/nhan ..3 qua/thung/tien/dau/gao
    dua/nop can_cuoc ..4 chup
    nhan_tin/nhan ..2 chan/khoa ..2 em/toi/luon/so/may
    link/duong_link/duong_dan/trang ..6 tang/nha_nuoc/cho_tien/nhan_tien ..10 bam/dien/nhap
    so_tiet_kiem ..2 trong_tron/het_sach/bay_sach/ve_khong/con_khong_dong
    nap # [#] nghin/ngan/tram/trieu
    nhiem_doc/nhiem_virus/dinh_virus ..14 goi/nap/tien/bam/chuyen
    giai_han/cung_giai_han/thay_boi/thay_cung/xem_boi ..8 # [#] trieu/nghin/ngan/tram
    mang/thay_boi/thay_cung/thay ..4 bao/noi/bat ..4 # [#] trieu/nghin ..3 giai/cung/han
    don_hang/buu_pham/buu_kien/goi_hang/kien_hang ..10 {pay}/ck/tien/tra_tien/tra
    khong/chua/co/k dat/mua [hang] ..3 [ma] ..3 shipper/giao_hang/don_hang
    du/moi/ru/du_do/gioi_thieu/ep cac_cu/ba_con/nguoi_gia/ba/ong/bo/me/dan/may_ba ..3 mua may/thuoc
        /noi/bep/nem/thuc_pham_chuc_nang/vong/dem
    chua bach_benh
    chua_gap/chua_tung_gap/quen_tren_mang/quen_qua_mang/quen_qua_zalo ..8 doi/doi1/xin/muon/bao/keu
        /nho ..4 mua/chuyen/gui/tien/ve/#
    tai_khoan ..2 toa/an_toan/tam_giu/vien/canh_sat/cong_an*
    chuyen het tien
    {caller} ..8 nop/chuyen/nap/gui/ck/dua/dong ..2 # [#] trieu/nghin/ngan/tram/k
    nop/chuyen/nap/ck ..2 # [#] trieu/nghin/ngan/tram/k ..3 de/moi ..2 nhan/linh/lay/duoc
    vo/giat/om/quyt/chay hui/phuong_hui
    no/khong_nap/khong_dong/khong_chuyen ..4 cat_dien/khoa_sim/khoa_the/khoa_tai_khoan
    khoa/nang_cap/chinh_chu sim/4g/5g
    sim ..4 khoa/nang_cap ..8 goi/bam/ma/link/nhan/doc
    con/chau/em/chong ..6 cap_cuu/tai_nan/dang_mo ..6 chuyen_tien/chuyen_khoan/ck/chuyen_gap
    xau_vong/xau_chuoi/dan_tui/gia_cong/viec_online/dan_phong_bi ..10 coc/dong/nop/mat/dat
    quet/chup ..1 khuon_mat/mat ..10 tien/tai_khoan/la/nguoi
    tu_xung/xung_la/gia_danh/mao_danh/gia_lam/xung_danh/mao_nhan ..3 {someone}
    bi lua dao/tien/mat/chuyen/het/sach/#/qua_mang/tren_mang/mua/qua_dien_thoai/roi/$ !sang
    lua dao
    bi lua_gat
    bi gat ..2 tien/het/mat/lay
    bi ..3 lua ..1 #/het/mat/nap/mua/chuyen/lay/tien/sach/ca
    lua ..2 mat/lay ..2 tien/#/trieu
    lua/gat [#] # trieu/nghin/ngan/tram
    lua/gat toi/em/ba/me/bo/chau/ba_con/dan !di
    {call} ..10 bat/bao/doi/doi1/keu/yeu_cau/doa/de_nghi/nho/du ..4 {pay}
    {call} ..10 trung_thuong/trung_giai/trung_xe/nhan_thuong/trung_so/trung_qua
        /duoc_tang ..12 {pay}/phi/link/tai_khoan/can_cuoc/bam/coc/tien
    {call} ..12 cong_an*/vien_kiem_sat/toa_an/canh_sat ..10 dinh_liu/lien_quan/bat/rua_tien/ma_tuy
        /phat_nguoi/lenh/vi_pham/tien/tai_khoan
    {call} ..10 bam/an/nhap/vao/click/mo ..2 link/duong_link/duong_dan/lien_ket/trang_web
    bam/an/an2/click/mo/vao ..2 link/duong_link/duong_dan/lien_ket ..10 tien/tai_khoan/mat/bi
    gui ..2 link/duong_link/duong_dan ..4 bao/keu/noi/bam
    {press} ..2 {link} ..6 nhan/linh/trung/tang/lay/rut ..2 #/tien/qua/thuong/the
    nhan/linh/trung/tang/lay/rut ..4 #/tien/qua/thuong ..8 {press} ..2 {link}
    {link} ..4 nhan/linh/trung/tang ..1 #/tien/qua/thuong
    {pays} !don/giay/ho_so/to/y ..4 de/moi/thi/la ..3 vao/vo/co_ten/ghi_ten/len/duoc/lo/chay
        /lam ..2 {list}
    duong_link/link ..3 bam/bam_vao ..3 nhan/tien/mat
    cong_an*/csgt/can_bo/nhan_vien/thue gia ..3 goi/nhan/den/xuong/bat/thu
    gia can_bo/cong_an*/nhan_vien/bo_doi/bac_si/giao_vien ..6 ban/thu/lay/lua/xin/bat/goi
    {call} ..10 dinh_liu/lien_quan ..3 ma_tuy/rua_tien/vu_an/duong_day
    can_cuoc/tai_khoan ..4 lien_quan/dinh_liu ..3 rua_tien/ma_tuy/vu_an
    tang qua ..6 phi/tien_ship/dong/bat
    doi/doi1/xin/hoi/keu/bat ..3 anh_can_cuoc/anh_chup_can_cuoc/so_can_cuoc/anh_the
    bat/keu/doi/doi1 chup can_cuoc/the
    can_cuoc ..3 nguoi_la/ke_la/so_la
    nhap/doc/doi/doi1 ma ..4 tai_khoan/ngan_hang/nguoi_la
    ngan_hang ..4 bao/noi khoa ..1 tai_khoan/the ..6 ma/link/nhap/bam
    ho/no/nguoi_ta/thang/co_nguoi/bon ..4 bao/noi/xung la/minh_la ..1 nguoi_cua/nguoi_ben/can_bo
        /nhan_vien ..2 xa/huyen/tinh/buu_dien/ngan_hang/dien ..4 thu/doi/doi1/bat/lay
    mao_danh/gia_danh/tu_xung/mao_nhan ..3 {someone}
    lay/chiem/cuop/vo/vao zalo/facebook/fb/nick/face ..6 muon/vay/nhan/xin
    fb/zalo/facebook ..3 nhan_tin/nhan/inbox muon/vay/xin ..1 tien
    link/duong_link/tin_nhan ..2 la ..8 tien/tai_khoan/bam/nhan/dang_nhap/bao/noi
    bat/bao/keu/doi/doi1/xin/gui/chup/yeu_cau/du ..3 anh_can_cuoc/so_can_cuoc/so_tai_khoan
        /tai_khoan/the_ngan_hang/vneid ..10 mat_tien/lua/nguoi_la/khong_quen/so_la
    cai/tai/tai_ve/dinh_danh ..2 app/ung_dung/phan_mem/vneid/dich_vu_cong ..10 {pay}/mat_tien/tien
        /link/la/mat
    nguoi_la/so_la/so_dien_thoai_la/thang_la/ke_la/ke_gian ..12 {pay}/tai_khoan/can_cuoc/tien/link
        /otp
    hack/bi_hack/chiem ..3 zalo/facebook/fb/tai_khoan/nick/face
    zalo/facebook/fb/nick/face ..3 bi_hack/bi_chiem/bi_mat_cap/hack
    muon tien ..6 zalo/facebook/fb/messenger
    mat/tru/bay ..2 tien/#_trieu/sach_tien ..4 tai_khoan/trong_the/trong_tai_khoan
    tai_khoan/the ..3 bi ..1 tru/rut/mat ..2 tien/sach/het/#
    viec_nhe_luong_cao/lam_nhiem_vu/cong_tac_vien_online/chot_don
    trung thuong/giai/xe ..8 {pay}/phi/link/lua/that_khong
    di/vao/den/ve ..2 thon/nha/ban/xom/lang ..6 ban/gioi_thieu/moi ..4 thuoc/may/bep/noi
        /thuc_pham ..10 gia/lua/mat/tien/qua
    """,
    strict=True,
    groups=_GROUPS,
)
_WORD = Phrases("^ [bao] scam/lua_dao/bi_lua/lua_tien/bi_lua_dao/lua_gat $")
_OWN_ANSWER = Phrases(
    """
    ru ..2 di
    vay von/ngan_hang/khoan/#/ho_ngheo/qua_app/online/nhanh/lai/chinh_sach/nong
    cho/muon/duyet/xin/khoan/can/duoc vay !{ai}
    vay ..1 tien ngan_hang/chinh_sach/von/online/qua_app
    vay_von/giai_ngan/tin_dung
    xuat_khau/lao_dong/xkld/moi_gioi
    di/sang/qua uc/my/canada/lao
    di/sang/qua han/nhat/han_quoc/nhat_ban/dai_loan/duc/a_rap/ma_lai
    hoc_bong/hoc_phi/co_giao/thay_co/nha_truong
    truong nhan/bao/goi/thu/bat/keu
    chau/con/hoc_sinh ..2 trung_thuong
    """,
    strict=True,
    groups={"ai": "a ad em nhi ta"},
)
"""Loans, work abroad and school: the FAQ has an answer of its own, tricks included."""


def warns(said: Said) -> bool:
    """Whether a message tells of a trick that has no answer of its own in the FAQ."""
    if _WORD.search(said) is not None:
        return True
    return _SCAM.search(said) is not None and _OWN_ANSWER.search(said) is None

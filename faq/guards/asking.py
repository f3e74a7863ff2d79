"""What turns the telling of a wrong into a question."""

from __future__ import annotations

from faq.guards.phrases import Phrases

ASKS_HOW = Phrases(
    """
    o_dau/cho_nao/noi_nao/the_nao/lam_sao/ra_sao/cach_nao/bang_cach/kieu_gi/o_mo/di_mo/cho_mo
        /lam_gi/lam_chi/buoc_nao/mo_ta/cua_nao
    thu_tuc/trinh_tu/mau_don/don_mau/can_giay_to/giay_to_gi
    gui/nop/noi/bao/trinh/gap/len/hoi/tim/keu/to/kien/dua/goi ..1 [cho/voi] ai !cung/deu
    voi/cho ai/co_quan_nao/ong_nao/phong_nao/cap_nao
    phan/khoan/cho/che_do/gi nao khong
    <khong/chua/chang/chan/deo ai nhan/giai_quyet/xu_ly/xet/lo/bao_ve/chiu/giup
    co_quan/phong/ban/cap/noi/ong/nganh nao
    den/di/gui/nop/len/to/kien dau !gay/the
    dau tien
    tu/hom/ngay nao
    may hom_nua/bua_nua/ngay_nua
    tinh sao/the_nao
    muon ..1 hoi !truong/phu_nu/nong_dan/vien/lo/dong
    gui/nop/trinh/len/bao ..3 nao
    duong_day_nong/bao_lau/bao_nhieu_ngay/may_ngay/may_tuan/thoi_han/khac_nhau/la_gi/la_sao
    <sai/trai/vi_pham/khong_dung/khong_theo quy_dinh
    co ..2 giu_kin/giu_bi_mat/bi_mat/lo_ten/lo_mat/bi_tra_thu/bi_tru_dap ..5 khong/k/ko/hong/chang
    lieu ..4 co/xet
    """
)
"""Where, how, to whom: no certain act is told."""
ASKS_WHETHER = Phrases(
    """
    <lai/giup/ly/thiep/tra/quyet/em/toi/voi duoc khong/chang/chua/chu
    co ..1 bi/phai/can/duoc/nen/dung ..9 khong/chang/chu $
    co ..1 bi/phai/can/duoc/nen/dung ..9 khong a/ha/vay/em/ad/nhi/chi/anh/can_bo
    co ..1 bi/phai/can/duoc/nen/dung ..9 khong
    co ..14 <vu khong $
    <lai/giup/ly/thiep/tra/quyet/em/toi/voi duoc ..6 <vu khong $
    dung/phai khong/hong/hok/k/ko/hem
    nghe/thay sai_sai/ky_ky/ky_qua/la_la/la_qua
    """
)
"""Whether something is right, or possible."""

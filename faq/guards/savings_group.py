"""What the head of a savings group takes or keeps; the FAQ answers about what was paid in."""

from __future__ import annotations

from faq.guards.office_words import GROUPS
from faq.guards.phrases import Phrases

GROUP = Phrases(
    """
    to_truong/to_pho/truong_nhom/to_vay/to_tiet_kiem/nhom_vay/tt_vay_von !dan_pho/to_dan_pho
    """
)
HEAD_TAKES = Phrases(
    """
    thu/lay/xin/doi/doi1/bat/an/huong ..3 them ..4 tien/trieu/nghin/ngan/tram/dong/k
    lay/cat/tru/bot/an/giu/xen/cau/rut/xoi ..2 bot/lai/mat/xen ..4 trieu/nghin/ngan/tram/k/tien
        /phan_tram
    tru/cat/xen/bot ..4 # [#] trieu/nghin/ngan/tram/k/phan_tram
    giu/cam ..3 <ho so/the/giay/can_cuoc/bia/bia_dat/cccd/cmnd/so_do/so_vay ..4 {ours}/khong_tra
        /khong_dua/khong_cho/khong_chiu/hoai/luon/mai/roi
    giu ..2 <ho so/the/giay/can_cuoc/bia/cccd/so_do/so_vay $
    bat/ep/bat_ep/ep_buoc/keu ..2 dong/nop/dua/gop/chi ..2 them/qua/ruou/ga/ca_phe/lot/phi
    bat/ep/bat_ep/ep_buoc ..3 dong/nop/dua/gop/chi ..4 tien/trieu/nghin/ngan/tram/k !lai/goc
        /tiet_kiem/bao_hiem
    xin/doi/doi1/goi_y ..3 ca_phe/lot_tay/boi_duong/tien_nuoc/uong_nuoc/tra_nuoc/hoa_hong
    doi/doi1 ..2 [#] # [#] trieu/nghin/ngan/tram/k ..3 moi
    <muon/de an_chan/an_bot/bot_xen/cat_xen/chiem/chiem_dung
    bat/ep/bat_ep/ep_buoc ..2 mua
    doi/doi1/xin ..1 qua/phong_bi/tien ..3 moi
    bo_tui/tui_rieng/tieu_rieng/xai_rieng
    xong/roi bo toi
    """,
    strict=True,
    groups=GROUPS,
)
"""What the head of a savings group takes beside interest, savings and what is paid back."""
HEAD_FEES = Phrases(
    """
    thu/lay ..6 phi/hoa_hong/tien_cong/tien_nuoc/le_phi/boi_duong
    thu/lay/xin/doi/doi1/bat/an/huong ..3 them ..4 phi
    lay/thu/an ..3 #/may phan_tram
    """,
    strict=True,
)
"""What is told of a fee, unless it is asked about."""
ASKS_FEE = Phrases(
    """
    bao_nhieu/bn/bnh !lan/nguoi/nam/ho/ngay/thang
    may phan_tram/tien/nghin/ngan/dong/trieu/k/phan/la !lan
    la [may/nhieu] dung/du/phai $
    phi ..2 duoc/dc khong/hong/hok/k/ko/hem/chang
    co ..2 duoc/phai/mat ..6 phi/hoa_hong/phan_tram ..2 khong/k/ko/hong/hok/hem
    """
)
PAID_IN = Phrases(
    """
    ngan_hang/nhcs/nhcsxh/bien_lai/doi_chieu
    nop/tra/dong/gop/dua ..3 cho/qua ..2 to_truong/to_pho
    thu ..3 khong/k/ko/hong/chua nop
    """
)
"""What was paid in to the head and the bank did not get: the FAQ says what to do at once."""

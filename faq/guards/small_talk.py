"""What asks nothing of the office: greetings, thanks, abuse, instructions, sums and keyboard noise.

A greeting or thanks is a message of nothing but courtesy: one word of its own, and every other word
from a closed list of pronouns, particles and wishes. So "chào cán bộ, thẻ em mất rồi" is none.
"""

from __future__ import annotations

import re
from enum import StrEnum

from faq.guards.phrases import Phrases, Said
from faq.guards.reading import read
from faq.telex import is_syllable

__all__ = ["SmallTalk", "kind_of", "small_talk"]


class SmallTalk(StrEnum):
    """What a message without a question is."""

    GREETING = "greeting"
    THANKS = "thanks"
    ABUSE = "abuse"
    INSTRUCTION = "instruction"
    MACHINE = "machine"
    ELSEWHERE = "elsewhere"
    NONSENSE = "nonsense"


_THANKS = Phrases(
    """
    camon/cmon/thanks/thank/tks/thks
    da_ta/doi_on/mang_on/biet_on
    """
)
_GREETING = Phrases(
    """
    chao/alo/hello/hi/hey/helo
    a_lo
    bot oi
    chuc ..5 suc_khoe/ngay/buoi/tuan/vui/may_man/nam_moi/ngu_ngon/binh_an
    tam_biet/bye/bai/hen_gap_lai
    vang/da [da] toi/em/con/chau ..1 biet/hieu [roi]
    khong/k/ko hoi nua
    co ai o_day/o_do/khong/truc/tra_loi
    """
)
_COURTESY_WORDS = """
    chao alo hello helo hi hey xin kinh gui thua bam tam biet bye bai hen gap lai cam on un in
    camon cmon thanks thank tks thks you doi mang ta chuc mung suc khoe ngay buoi tuan toi sang
    trua chieu moi tot lanh vui ve may man binh an nam hanh phuc manh thanh dat dao luon ngon
    ngu em anh chi co chu bac ong ba con chau minh tui nha chung nguoi ca cac quy vi ad admin
    bot ban tro ly can bo xa thon uy uban nhan dan chinh quyen to ho gia dinh da a oi nhe nghe
    nhi ha he hihi haha hehe vang ok oke oki uh u um roi vay the thi la nua nhieu lam rat qua
    that vo cung het long chan trong truoc sau tra loi giup do lo ma thoi nhom vao huong bao tu
    van giai dap thong tin nhiet tinh tan hieu ro duoc cho de su nay day kia ai khong o truc
    dang viec mot den gio hom
"""
_COURTESY = frozenset(_COURTESY_WORDS.split())
"""Words that change nothing in a greeting or in thanks."""
_LONGEST = 600
"""Letters: whoever writes more tells something."""
_THANKS_SPARE = 2
"""Words of the matter itself that thanks may name: "cảm ơn đã chỉ chỗ làm thẻ"."""
_ASKS = Phrases(
    """
    bao_nhieu/bao_gio/bao_lau/the_nao/lam_sao/tai_sao/vi_sao/o_dau/khi_nao/cho_nao/nhu_nao/ra_sao
    gi/sao/dau/nao/may_gio
    hoi/muon/can/xin ..4 hoi/biet/vay/lam/nho/giup/dang_ky
    """
)

_ABUSE = Phrases(
    """
    dm/dmm/dcm/vcl/vkl/vl/clm/dkm/dit_me/du_me/dit_con/lon_me
    dia_me/me_may/me_chung_may/cha_may/me_bot
    to_su/tien_su ..2 chung_may/tui_bay/bot
    {you} ..2 ngu/diec/dien/khung/khon/vo_dung/bat_tai/hoc_dot/dau_dat/mat_day/khon_nan/lao_toet
        /ranh_con/oc_cho/thieu_nao/vo_hoc/do_hoi/cho_chet/tra_loi_nhu/noi_nhu/rac/phe_vat
    mi/may co_diec/diec/ngu/co_ngu/bi_ngu/bi_dien/bi_khung
    do/thang/lu/bon/quan ngu/khon_nan/oc_cho/mat_day/vo_hoc/rac_ruoi/cho_chet/cho_de/dau_dat/oc_lon
        /oc_heo/oc_bo/bat_nhan/phe_vat/mat_lon/an_hai/an_bam
    ngu nhu_bo/nhu_cho/nhu_lon/vai/vl/the/vay
    dau ..1 dat_a/dat_vay/dat_the
    phe_vat/vo_tich_su
    cut di/ngay/xeo/me
    cam mom/cai_mom
    im mom/me_di/di_bot
    xam_lol/xam_lon/nhu_cut/nhu_hach/nhu_con_cac/nhu_dau_buoi
    con_cac/vai_lon/vai_ca_lon/vai_ca
    tat/tat_cho/va/dam/dap/bop_co ..1 vo_mom/vo_mat/vao_mom/chet_bot
    """,
    groups={"you": "tui_bay chung_may lu_bay con_bot thang_bot bot cai_bot may_bot"},
)
_INSTRUCTION = Phrases(
    """
    bo_qua/quen/phot_lo ..5 huong_dan/lenh/chi_dan/chi_thi/quy_tac/luat_le/quy_dinh ..3 tren/truoc
        /di/va/hay/cua_may/cua_ban/cu
    bo_qua/quen/phot_lo ..3 moi/tat_ca/het ..3 huong_dan/lenh/chi_dan/chi_thi/quy_tac/luat_le
        /quy_dinh/day
    ignore/disregard/forget ..4 instructions/instruction/rules/prompt/previous/above
    system/developer prompt/mode
    prompt/jailbreak
    you are/re
    act/pretend as/to
    dong_vai/nhap_vai !nam/thang/ky/ngay/trieu/chuc/tram/lan/dong/nghin
    gia_lam/gia_vo ..1 may/bot/la ..3 la/luat_su/bac_si/khong/giam_doc
    tu gio/bay_gio ..3 may/bot/cau_tra_loi ..2 la/phai/khong_con/se/hay
    gio may/m/bot la/lm/lam
    in/tiet_lo/liet_ke/hien/doc/cho_xem ..6 huong_dan_goc/cau_lenh/lenh_goc/ma_nguon/mat_khau
        /cau_hinh/api/token/he_thong/co_so_du_lieu/moi_nguoi_da_nhan/nguoi_da_nhan/nguoi_da_hoi
    viet ..3 code/bai_tho/doan_code/ham_python
    che_do ..2 quan_tri/admin/nha_phat_trien/developer/khong_gioi_han/debug
    select/delete/insert/union from/into/select/all
    select ..3 from
    drop table
    script ..1 alert
    """
)
_MACHINE = Phrases(
    """
    <thue/muon nguoi [that] hay [la] may/bot/robot/ai
    may/bot/robot hay [la] nguoi !lam
    phai ..2 nguoi_that/robot/bot/may_tra_loi/chatbot
    la nguoi_that/robot/chatbot khong/a/ha/phai
    ^ ai ..2 tra_loi ..2 vay/the/do/day/$
    ^ ai dang nhan/tra_loi
    ^ em/bot/ad/ban la ai $
    ^ em/bot/ad/ban la ai vay/the $
    ^ em/bot/ad/ban may_tuoi/bao_nhieu_tuoi $
    """
)
_SUM = Phrases("# [cong/tru/nhan/chia] # bang may/bao_nhieu")
_WEATHER = Phrases("troi ..2 mua/nang/bao/ret/lanh/nong/gio/am_u\nthoi_tiet/du_bao_thoi_tiet")
_ABOUT_WEATHER = """
    hom nay mai ngay kia toi chieu sang trua dem tuan troi thoi tiet du bao mua nang ret lanh nong
    gio to lon am u co khong ko k hong hok chua sao the nao ra vay a em oi xa o day minh cho hoi xin
"""
_WEATHER_WORDS = frozenset(_ABOUT_WEATHER.split())
_ASKING = frozenset({"khong", "ko", "k", "hong", "hok", "chua", "sao", "nao"})
_LONGEST_CHATTER = 12
"""Words: who asks after the machine, or the weather, in more of them tells something as well."""
_KEYS = re.compile(
    r"qwe|asd|sdf|dfg|fgh|ghj|hjk|jkl|zxc|xcv|cvb|vbn|bnm|([a-z])\1{3}|[bcdfghjklmnpqrstvwxz]{5}"
)
"""Neighbours on the keyboard, a letter held down, consonants that nobody can speak."""


def _chatter(said: Said) -> SmallTalk | None:
    """What is no matter for the office, though it looks like a question."""
    if len(said.words) > _LONGEST_CHATTER:
        return None
    if _MACHINE.search(said) is not None:
        return SmallTalk.MACHINE
    weather = _WEATHER.search(said) is not None and _WEATHER_WORDS.issuperset(said.words)
    if (weather and not _ASKING.isdisjoint(said.words)) or _SUM.search(said) is not None:
        return SmallTalk.ELSEWHERE
    typed = [word for word in said.words if not word.isdigit()]
    if typed and not any(map(is_syllable, typed)) and any(map(_KEYS.search, typed)):
        return SmallTalk.NONSENSE
    return None


def small_talk(text: str) -> SmallTalk | None:
    """What kind of small talk *text* is, or None for everything that may ask or tell something."""
    return None if len(text) > _LONGEST else kind_of(text, read(text))


def kind_of(text: str, said: Said) -> SmallTalk | None:
    """:func:`small_talk` of a text that was read already."""
    if len(text) > _LONGEST:
        return None
    if _INSTRUCTION.search(said) is not None:
        return SmallTalk.INSTRUCTION
    if _ABUSE.search(said) is not None:
        return SmallTalk.ABUSE
    chatter = _chatter(said)
    if chatter is not None:
        return chatter
    if _ASKS.search(said) is not None:
        return None
    others = sum(1 for word in said.words if word not in _COURTESY)
    if _THANKS.search(said) is not None and others <= _THANKS_SPARE:
        return SmallTalk.THANKS
    if _GREETING.search(said) is not None and others == 0:
        return SmallTalk.GREETING
    return None

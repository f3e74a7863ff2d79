"""What a message must never become: word patterns, looked at before anything is written.

A told denunciation is written nowhere (Law on Denunciations 2018, article 9: the denouncer's
identity is secret); a complaint has its own procedure; danger cannot wait for office hours. The
patterns work on folded text, so that missing accents do not hide anything. Asking *how* to
denounce or complain is an ordinary question and passes.
"""

from __future__ import annotations

import re
from enum import StrEnum

from faq.normalize import fold


class Guard(StrEnum):
    """What a text was recognised as."""

    DENUNCIATION = "denunciation"
    COMPLAINT = "complaint"
    DANGER = "danger"
    SCAM = "scam"


_ASKING_HOW = re.compile(
    r"\b(o dau|the nao|lam sao|cach nao|thu tuc|gui cho ai|nop (don )?o|bang cach|"
    r"co duoc khong|can giay to|mau don|den dau)\b"
)
_OFFICE = (
    r"(can bo|chu tich|pho chu tich|bi thu|truong thon|cong chuc|lanh dao|ong chu|ke toan|dia chinh|"
    r"cong an|ban quan ly|nguoi cua xa|to truong|truong ban|truong ap|truong ban quan ly)"
)
_WRONG = (
    r"(an chan|an bot|an tien|an hoi lo|nhan hoi lo|hoi lo|tham nhung|tham o|tham o|bien thu|bot xen|an can|"
    r"an don tien|lay tien|an cap|chiem doat|rut ruot|lam gia|khai khong|gia mao|vu khong|"
    r"nhan tien|doi tien|vay tien roi|bat nop tien|cho nguoi nha vao|dua nguoi nha vao|"
    r"uu tien nguoi nha|chia nhau|loi dung chuc|bao ke|danh nguoi|quay roi|gian lan|an gian|"
    r"an tien cuu tro|giu lai tien|an het|moi tien)"
)
_DENUNCIATION = re.compile(
    rf"\bto cao\b|\b{_OFFICE}\b.{{0,60}}\b{_WRONG}\b|\b{_WRONG}\b.{{0,60}}\b{_OFFICE}\b"
)
_COMPLAINT = re.compile(
    r"\bkhieu nai\b.{0,50}\b(quyet dinh|xu phat|thu hoi|cuong che|thong bao so)\b|"
    r"\b(quyet dinh|thong bao)\b.{0,50}\b(sai|oan|trai luat|khong dung)\b.{0,40}\bkhieu nai\b|"
    r"\b(toi|em|chau|nha toi|gia dinh toi) (muon |xin |lam don |gui don )?khieu nai\b"
)
_DANGER = re.compile(
    r"\b(tu tu|tu sat|muon chet|khong muon song|chet cho roi|chet di cho|chet quach)\b|"
    r"\b(chong|bo|me|cha|bo duong|ong ay|no|anh ta)\b.{0,25}\b(danh dap|danh me|danh con|danh toi|danh em|"
    r"bop co|doa giet|dam chem|hanh hung|cam dao)\b|\bbi (chong|bo|nguoi ta) (danh|doa)\b|"
    r"\bbao hanh\b|\b(xam hai|hiep dam|lam nhuc|dung cham) .{0,20}\b(con|chau|be|tre|em)\b|"
    r"\b(chau|be|tre|con) .{0,25}\b(bi (hiep|xam hai|bat coc|danh dap|bo roi))\b|"
    r"\b(nha|ca nha|lang|ban|thon) .{0,15}\b(dang ngap|bi ngap|nuoc cuon|bi co lap|sat lo|lu cuon)\b|"
    r"\b(lu quet|lu cuon|nuoc dang|nuoc len nhanh)\b|"
    r"\b(het gao|nhin doi|dang doi|khong con gi an|doi may ngay|may ngay chua an)\b"
)
_SCAM = re.compile(
    r"\b(ma otp|otp)\b|\b(chuyen khoan|nop phi|dong phi|nop tien)\b.{0,60}\b(qua tai khoan|nhan qua|nhan tien "
    r"ho tro|mo khoa|lam ho so)\b|\b(tu xung|gia danh)\b|^scam$|^lua dao$"
)


def screen(text: str) -> Guard | None:
    """What *text* must be treated as, or None for an ordinary message."""
    folded = " ".join(fold(text).split())
    if _DANGER.search(folded):
        return Guard.DANGER
    asking = _ASKING_HOW.search(folded) is not None
    if _DENUNCIATION.search(folded) and not asking:
        return Guard.DENUNCIATION
    if _COMPLAINT.search(folded) and not asking:
        return Guard.COMPLAINT
    if _SCAM.search(folded) and not asking:
        return Guard.SCAM
    return None

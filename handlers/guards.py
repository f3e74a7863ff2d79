"""What a message must never become: word patterns, looked at before anything is written.

A told denunciation is written nowhere (Law on Denunciations 25/2018/QH14, article 9: the
denouncer's identity is secret); a complaint has its own procedure; danger cannot wait for office
hours. The patterns work on folded text with chat spellings written out, so that missing accents do
not hide anything. Asking *how* to denounce or complain is an ordinary question and passes, unless
it tells who did what. So does dissatisfaction: "cán bộ không trả lời" is feedback.
"""

from __future__ import annotations

import re
from enum import StrEnum

from faq.normalize import accentedness, fold, syllables


class Guard(StrEnum):
    """What a text was recognised as."""

    DENUNCIATION = "denunciation"
    COMPLAINT = "complaint"
    DANGER = "danger"
    SCAM = "scam"


class Danger(StrEnum):
    """What kind of danger: it decides the first sentence of the reply and the alert."""

    SUICIDE = "suicide"
    CHILD = "child"
    VIOLENCE = "violence"
    DISASTER = "disaster"
    HUNGER = "hunger"


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(patterns) + r")\b")


_ASKING_HOW = _any(
    r"o dau",
    r"cho nao",
    r"noi nao",
    r"the nao",
    r"lam sao",
    r"ra sao",
    r"cach nao",
    r"bang cach",
    r"thu tuc",
    r"trinh tu",
    r"(?:gui|nop|noi|bao|trinh|gap|len|hoi|tim) (?:\w+ )?(?:cho )?ai",
    r"ai (?:nhan|giai quyet|xu ly|xet)",
    r"co quan nao",
    r"den dau",
    r"di dau",
    r"gui dau",
    r"nop dau",
    r"len dau",
    r"dau tien",
    r"mau don",
    r"don mau",
    r"can giay to",
    r"giay to gi",
    r"(?:co )?duoc (?:khong|hong|ko|chang)",
    r"co (?:bi|phai|can|duoc) .{1,40}(?:khong|hong|chang)(?: a| ha| vay| em| ad)*$",
    r"(?:gui|nop|trinh|len|bao) (?:\w+ ){0,3}nao",
    r"cap nao",
    r"duong day nong",
    r"bao lau",
    r"bao nhieu ngay",
    r"may ngay",
    r"thoi han",
    r"khac nhau",
    r"la gi",
    r"quy dinh",
    r"giu kin",
    r"bi tra thu",
)
_OFFICE = (
    r"(?:can bo|chu tich|bi thu|truong thon|truong ban|truong ap|truong xom|truong buon|"
    r"truong lang|to truong|truong khu pho|cong chuc|lanh dao|ke toan|dia chinh|thu quy|cong an|"
    r"ban quan ly|ban thon|nguoi cua xa|uy ban|ong xa|quan xa|hoi truong|chi hoi truong|"
    r"chu nhiem|bi thu chi bo|hieu truong|(?:ong|ba|anh|chi|thang) (?:\w+ )?(?:thon|xa|ap|xom))"
)
_WRONG = (
    r"(?:an (?:chan|bot|tien|hoi lo|can|het tien|don tien|cap tien|cap cua|gian|qut|quyt|chia)|"
    r"nhan (?:hoi lo|tien lot tay|phong bi|dut lot|tien cua dan|tien chay)|hoi lo|lot tay|"
    r"tham (?:nhung|o)|bien thu|bot xen|cat xen|xa xeo|chiem (?:doat|dung)|rut ruot|"
    r"lam (?:gia|khong) (?:giay|ho so|chu ky|danh sach|chung tu)|khai (?:khong|khong dung|gian|"
    r"man)|"
    r"gia mao|gia chu ky|ky thay|ky khong|vu khong|doi1? (?:tien|lot|phong bi|chia|an chia|hoi lo)|"
    r"vay tien (?:roi|dan)|bat (?:dan )?(?:nop|dong|dua) tien|"
    r"(?:cho|dua|ghi|nhet|keo) (?:\w+ ){0,2}(?:nguoi nha|ba con|anh em|ho hang|con chau) (?:\w+ "
    r"){0,3}"
    r"(?:vao|huong|nhan|di)|"
    r"uu tien (?:nguoi nha|ho hang|anh em)|chia nhau|chia chac|loi dung chuc|lam quyen|bao ke|"
    r"(?<!nac )danh (?:nguoi|dan|dap)|quay roi|ga tinh|gian lan|gian doi|giu lai (?:\w+ )?tien|"
    r"giu (?:the|so|tien) (?:\w+ )?cua dan|(?:moi|lay|thu|bo tui|om|nuot|bom|xoi) (?:\w+ "
    r"){0,2}tien (?:cua dan|"
    r"cuu tro|ho tro|tu thien|cua ho ngheo|rieng|trai|sai|ho ngheo)|bo tui|bo vao tui|"
    r"lay (?:gao|qua|tien) (?:\w+ ){0,2}(?:cuu tro|cua dan|ho ngheo|ve nha|cho nha)|"
    r"mua ban (?:dat|suat|ho ngheo)|ban suat|ban ho ngheo|chay (?:suat|chot|ho ngheo)|"
    r"thu (?:\w+ ){0,3}(?:trieu|nghin|tram) (?:\w+ ){0,4}(?:moi duoc|moi cho|moi ky)|"
    r"thu tien trai|an tren dau|mop tien|tham tien|moc tui|doa dan|tru dap|tra thu dan)"
)
_NOT_BLAME = _any(
    r"(?:bi|so|lo|nghi) (?:vu khong|hieu lam)",
    r"(?:nho|xin|nho|de nghi|mong|muon) (?:\w+ )?(?:can bo|cong an|xa|truong thon) (?:\w+ ){0,3}"
    r"(?:bat|xu|can thiep|giup)",
)
_DENUNCIATION = re.compile(
    rf"\bto cao\b|\bto giac (?:can bo|chu tich|truong|ong|ba|anh|viec)\b|"
    rf"\b{_OFFICE}\b.{{0,60}}\b{_WRONG}\b|\b{_WRONG}\b.{{0,40}}\bla {_OFFICE}\b|"
    rf"\b(?:phat hien|thay|biet) {_OFFICE}\b.{{0,60}}\b(?:sai pham|vi pham|pham phap)\b"
)
_TOLD = re.compile(
    rf"\b{_OFFICE}\b.{{0,60}}\b{_WRONG}\b|\b{_WRONG}\b.{{0,40}}\bla {_OFFICE}\b|"
    rf"\b(?:to cao|to giac) (?:\w+ ){{0,6}}?{_WRONG}\b"
)
"""Who did what: such words are not written down, even inside a question."""
_IN_GENERAL = _any(
    r"thi (?:\w+ ){0,2}(?:to cao|to giac|bao|gui|nop|trinh|len|gap|lam)",
    r"(?:lam sao|lam the nao|thu tuc|cach) (?:\w+ ){0,2}to cao",
)
_SOMEBODY = re.compile(
    r"\b(?:ong|ba|anh|chi|thang|chu|toi|em|chau|tui|minh|dan|vua|da|roi|dang|thay|biet|hom|"
    r"phat hien|chu tich|bi thu|truong|to truong|ke toan|dia chinh|thu quy|cong an|"
    r"chu nhiem|thon|ap|xom|nguoi cua xa|quan xa)\b"
)
"""Signs that one certain person is meant, and not "an official" in general."""
_PROPER_NAME = re.compile(r"(?<=[^\W\d_] )(?=[^\W\d_a-zà-ỹ])[^\W\d_][^\W\d_A-Z]+")
_POOR_LIST = _any(r"ho ngheo", r"can ngheo", r"ra soat", r"binh xet", r"cham diem", r"xet ngheo")
_DECISION = (
    r"(?:quyet dinh|xu phat|bien ban phat|thu hoi|cuong che|thong bao so|ket luan|"
    r"boi thuong|den bu|giai toa)"
)
_COMPLAINT = re.compile(
    rf"\bkhieu nai\b.{{0,60}}\b{_DECISION}\b|\b{_DECISION}\b.{{0,80}}\bkhieu nai\b|"
    rf"\b{_DECISION}\b.{{0,60}}\b(?:oan|trai luat|sai luat|trai phap luat|khong dong y|khong phuc|"
    rf"khong chap nhan|vo ly|sai roi|la sai|bat cong)\b|"
    rf"\b(?:khong dong y|khong phuc|khong chap nhan|phan doi) (?:voi )?(?:\w+ "
    rf"){{0,3}}{_DECISION}\b|"
    r"\b(?:toi|em|chau|tui|minh|nha toi|nha em|gia dinh toi|gia dinh em|ba con|chung toi) "
    r"(?:muon |xin |se |lam don |gui don |dang |viet don |nop don )*khieu nai\b|"
    r"^(?:khieu nai|don khieu nai)\b"
)

_SUICIDE = _any(
    r"tu tu",
    r"tu sat",
    r"(?:muon|thich|dinh|di|doi|uoc) (?:\w+ )?chet (?:di|cho|quach|luon|thoi|qua|roi|het)",
    r"(?:em|toi|chau|con|tui|minh|anh|chi|me|bo) (?:chi )?muon chet",
    r"muon chet",
    r"chet (?:quach|di|cho) (?:\w+ ){0,2}(?:xong|roi|ranh|no|khoe|nhe)",
    r"(?:khong|chang|cha|het|ko) (?:con )?(?:muon|thiet|ham) song(?: nua)?",
    r"khong thiet song",
    r"(?:em|toi|chau|con|tui|minh) song khong noi",
    r"song (?:khong noi nua|lam gi nua|de lam gi|khong bang chet)",
    r"ket lieu",
    r"nhay (?:song|cau|suoi|xuong song|xuong suoi) (?:chet|tu)",
    r"uong thuoc (?:sau|co|tru sau|diet co|chuot)",
    r"la ngon",
    r"that co",
    r"treo co",
)
_WHO_HITS = (
    r"(?:chong|vo|bo|ba|cha|me|bo duong|me ke|duong|ong ay|ong ta|anh ta|han|no|"
    r"bon no|nguoi ta|ba ngoai|anh trai|con trai|hang xom|nguoi yeu)"
)
_HITS = (
    r"(?:danh dap|(?<!set )danh (?:em|toi|me|con|vo|chau|tui|minh|bo|ba|ong|chi|dau|gay|chay mau|"
    r"den|"
    r"suot|hoai|mai|nua|qua)|dam (?:chet|em|toi|me|chem)|chem|bop co|doa giet|doi giet|doi chem|"
    r"doa chem|"
    r"hanh hung|hanh ha|cam dao|vac dao|xach dao|cam ruou danh|dap vao|tat (?:em|toi|me|vao mat)|"
    r"nhot|xich|dot nha)"
)
_VIOLENCE = _any(
    r"bao hanh",
    r"bao luc gia dinh",
    rf"{_WHO_HITS} .{{0,25}}{_HITS}",
    rf"bi {_WHO_HITS} (?:\w+ ){{0,2}}(?:danh|doa|dam|chem|hanh|nhot|duoi|bop)",
    r"bi (?:danh dap|danh den|hanh hung|doa giet|doi giet|chem|dam|bop co|bat coc|ban sang|hiep|"
    r"hiep dam)",
    r"(?:giet|chem|dam chet) (?:em|toi|nguoi|me|con|ca nha|vo)",
    r"bi lua (?:ban )?sang (?:trung quoc|campuchia|bien gioi)",
    r"^(?:\w+ ){0,3}cuu (?:em|toi|me con|chau|tui|minh|voi)(?: voi)?(?: \w+){0,2}$",
)
_CHILD_WORD = r"(?:chau|be|tre|con|con gai|con trai|dua nho|em be|tre em|hoc sinh|tui nho|chau gai)"
_CHILD = _any(
    rf"(?:xam hai|hiep dam|hiep|lam nhuc|so mo|dung cham|giao cau|sam so|dam o) "
    rf".{{0,20}}{_CHILD_WORD}",
    rf"{_CHILD_WORD} .{{0,25}}bi (?:\w+ ){{0,3}}(?:hiep|xam hai|bat coc|danh dap|bo doi|so mo|"
    r"dam o|sam so|lam nhuc|hanh ha|danh|dung cham|mat tich|lac)",
    r"(?:danh|hanh ha) (?:con|chau|be|tre) (?:\w+ ){0,3}(?:da man|bam tim|chay mau|suot|moi ngay|"
    r"thuong tich|gay)",
    rf"{_CHILD_WORD} (?:\w+ ){{0,2}}(?:mat tich|bi lac|duoi nuoc|chet duoi|bi bat ep|bi ep (?:lay|"
    rf"cuoi))",
)
_DISASTER = _any(
    r"(?:nha|ca nha|lang|ban|thon|xom|ap|buon) (?:\w+ ){0,3}(?:dang ngap|bi ngap|ngap roi|ngap het|"
    r"ngap sau|ngap den|nuoc cuon|bi cuon|bi co lap|sat lo|bi lu|lu cuon|bi vui|dang chay)",
    r"nha (?:\w+ ){0,2}(?:bi sap|sap roi|dang sap|sap sap)",
    r"(?:dang |co )lu(?: ve| quet| ong)?",
    r"lu (?:quet|cuon|ve roi|dang ve|len nhanh)",
    r"nuoc (?:lu|suoi|song|ngap) (?:\w+ )?(?:dang len|dang cao|len|cuon|vao nha|tran|ngap|ngang)",
    r"nuoc (?:dang (?:len|cao|nhanh)|len nhanh|vao nha|tran vao nha)",
    r"dat (?:dang )?(?:sat|lo|sap) (?:\w+ ){0,2}(?:nha|xuong|roi|duong|vui)",
    r"sat lo (?:\w+ ){0,3}(?:nha|roi|nguoi|vui)",
    r"(?:bi |nguoi )?mac ket",
    r"chay nha",
    r"nha (?:em|toi|chau|hang xom|ong|ba)? ?(?:dang |bi )chay",
    r"(?:cuu ho|cuu nan) (?:voi|gap|ngay|nha)",
)
_HUNGER = _any(
    r"het (?:sach )?gao (?:\w+ ){0,3}(?:an|roi|doi|may|nua)",
    r"(?:nha|ca nha|nha em|nha toi|me con|gia dinh) (?:\w+ ){0,2}(?:het gao|het an|het cai an|dut "
    r"bua)",
    r"nhin (?:doi|com)",
    r"(?:dang|chiu|bi) (?:bi )?doi (?:lam|qua|an|com|bung|kho|la|meo|may ngay|hai ngay|ba ngay)",
    r"dang (?:bi )?doi$",
    r"(?:em|toi|con|chau|nha|bung|minh|tui|me con|tui nho|may dua nho) doi (?:qua|lam|lui)",
    r"doi (?:may|hai|ba|bon) (?:ngay|hom|bua)",
    r"(?:khong|chang|ko|het) (?:con |co )?(?:gi|cai|thu gi) (?:de )?(?:an|bo vao mieng|cho con an|"
    r"bo bung)",
    r"(?:may|hai|ba|bon|\d) (?:ngay|hom|bua) (?:nay )?(?:\w+ ){0,4}(?:chua|khong|ko) (?:duoc |co "
    r")?(?:an|hat com|com|gi an|mieng nao)",
    r"doi (?:la di|xiu|meo)",
    r"khong con (?:hat gao|gao an|gao nau)",
)
_DANGERS: tuple[tuple[Danger, re.Pattern[str]], ...] = (
    (Danger.SUICIDE, _SUICIDE),
    (Danger.CHILD, _CHILD),
    (Danger.VIOLENCE, _VIOLENCE),
    (Danger.DISASTER, _DISASTER),
    (Danger.HUNGER, _HUNGER),
)
_POLICY = _any(
    r"(?:duoc|co|nhan|huong|xin|muon) (?:\w+ ){0,3}(?:ho tro|tro cap|tro giup|cuu tro|che do|den "
    r"bu)",
    r"(?:ho tro|tro cap|tro giup|cuu tro|che do|chinh sach|quy dinh) "
    r"(?:gi|nao|bao nhieu|the nao|ra sao|khong|may|nhung)",
    r"(?:xin|cho|duoc) (?:\w+ ){0,2}(?:tien|cap gao|giup gi)",
    r"thi (?:\w+ ){0,2}(?:duoc|bao|lam|no|xa|khai)",
    r"(?:giup|cho) gi",
    r"bao nhieu|mai tang|khoanh|ngan hang|khai bao|lam giay|giay to|xin giup|the y te|phieu",
    r"giap hat|dip tet|nam dau",
    r"(?:nam ngoai|nam truoc|thang truoc|dot truoc|hoi truoc|mua truoc|ngay xua|ngay truoc)",
    r"de phong|phong chong|phong tranh|tuyen truyen|vung (?:lu|ngap|sat lo)",
    r"hay (?:bi )?(?:ngap|sat lo|lu)|moi (?:mua|nam)|nguy co",
)
"""Signs that a disaster or hunger is a case for a policy and not under way."""
_PAST = _any(r"(?:hom|dot|tran) (?:\w+ )?(?:lu|bao|mua) (?:\w+ )?(?:vua roi|truoc|nam ngoai)")
_NOW = _any(
    r"dang|gap|mac ket|bi co lap|tran vao|vao nha|len nhanh|ngang (?:nguc|bung|co|goi)",
    r"cuu (?:em|toi|voi|gap|ngay|nha|ho|nan|me con)",
    r"(?:may|hai|ba|bon|\d) (?:ngay|hom|bua) (?:nay )?(?:\w+ ){0,2}(?:chua|khong|nhin|doi)",
    r"hom nay|hom qua|tu hom|toi nay|bay gio",
)
"""Signs that it is under way all the same."""

_SCAM = _any(
    r"(?:xin|doi|hoi|gui|doc|cung cap|cho|dua|lay|bao) (?:\w+ ){0,3}(?:ma )?otp",
    r"ma otp",
    r"(?:chuyen khoan|chuyen tien|nop phi|dong phi|nop tien|dong tien|dat coc) .{0,60}"
    r"(?:nhan qua|nhan tien ho tro|mo khoa|trung thuong|giai ngan|qua tai khoan la)",
    r"(?:tu xung|gia danh|mao danh|gia lam|xung la) (?:\w+ ){0,3}(?:can bo|cong an|xa|ngan hang|"
    r"truong thon|nguoi cua)",
    r"bi lua (?:dao|tien|mat|chuyen)",
    r"(?:goi dien|nhan tin|alo) (?:\w+ ){0,6}(?:bat|bao|doi|keu|yeu cau) (?:\w+ ){0,2}(?:chuyen "
    r"khoan|chuyen tien)",
)
_SCAM_WORD = re.compile(r"^(?:bao )?(?:scam|lua dao|bi lua|lua tien|bi lua dao)$")
_TONED_SUICIDE = re.compile(r"tự vẫn|tự vẩn", re.IGNORECASE)
"""Without accents it is the same as "tư vấn" (advice)."""
_OTHER_WORDS = {
    "đòi": "doi1",
    "đổi": "doi2",
    "đời": "doi2",
    "đồi": "doi2",
    "đối": "doi2",
    "đợi": "doi2",
    "đội": "doi2",
    "dành": "danh2",
    "danh": "danh2",
    "đành": "danh2",
    "sông": "song2",
    "nhìn": "nhin2",
}
"""Words that with their accents cannot be the dangerous one spelled alike without: đói, đánh…"""
_ACCENTED = 0.5


def screen(text: str) -> Guard | None:
    """What *text* must be treated as, or None for an ordinary message."""
    folded = _folded(text)
    if _danger(folded) is not None or _TONED_SUICIDE.search(text):
        return Guard.DANGER
    if tells_denunciation(text):
        return Guard.DENUNCIATION
    if _ASKING_HOW.search(folded) is not None:
        return None
    if _COMPLAINT.search(folded) and not _POOR_LIST.search(folded):
        return Guard.COMPLAINT
    if _SCAM.search(folded) or _SCAM_WORD.match(folded):
        return Guard.SCAM
    return None


def tells_denunciation(text: str) -> bool:
    """Whether *text* denounces somebody, whatever else it tells or asks.

    Asking where and how is no denunciation as long as it does not tell who did what. A text may be
    a denunciation and tell of danger, too.
    """
    folded = _folded(text)
    if _NOT_BLAME.search(folded):
        return False
    if _ASKING_HOW.search(folded) is None or _danger(folded) is not None:
        return _DENUNCIATION.search(folded) is not None
    if _TOLD.search(folded) is None:
        return False
    certain = _SOMEBODY.search(folded) or _PROPER_NAME.search(text) or re.search(r"\d", text)
    return bool(certain or not _IN_GENERAL.search(folded))


def danger_kind(text: str) -> Danger:
    """What kind of danger a text tells of; violence when it is not clear."""
    if _TONED_SUICIDE.search(text):
        return Danger.SUICIDE
    return _danger(_folded(text)) or Danger.VIOLENCE


def _danger(folded: str) -> Danger | None:
    for kind, pattern in _DANGERS:
        if pattern.search(folded):
            about_policy = _PAST.search(folded) or (
                _POLICY.search(folded) and not _NOW.search(folded)
            )
            if kind in {Danger.DISASTER, Danger.HUNGER} and about_policy:
                continue
            return kind
    return None


def _folded(text: str) -> str:
    typed = syllables(text)
    if accentedness(text) < _ACCENTED:
        return " ".join(fold(syllable) for syllable in typed)
    return " ".join(_OTHER_WORDS.get(syllable) or fold(syllable) for syllable in typed)

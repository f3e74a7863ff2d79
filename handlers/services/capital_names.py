"""Full names that people type with capital letters, and e-mail addresses.

Some capitalised syllables in a row are a name when the first of them is a family name of the Kinh
or of one of the other peoples ("Lê Minh Tuấn", "Giàng A Páo"). Names of the central highlands are
known by how they begin ("H'Hen Niê", "K'Brơi", "Y Lan"). Places and institutions of the same look
stay; in doubt a place too much is hidden rather than a name shown.
"""

from __future__ import annotations

import re

from faq.normalize import fold

_E_MAIL = re.compile(r"[\w.+-]+@\w[\w-]*(?:\.\w[\w-]*)+")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`´][^\W\d_]+)?")
_BLANK = re.compile(r"[^\S\n]+")
_MARKED = re.compile(r"[hkHKY]['’ʼ`´]")
_FEWEST, _MOST = 2, 5


def _split(text: str) -> frozenset[str]:
    return frozenset(text.split())


_KINH = """
nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn trịnh trương đinh
lâm phùng mai tô vương tăng thái hà cao châu tạ tôn lưu quách kiều lương quang văn giang khổng
đàm thân nghiêm phó mạc triệu chu chử doãn đậu khuất lại la lục ninh nhữ thạch thiều tống
trà ứng vi viên xa đồng hứa kim tiêu ung bành cù diệp hàn kha khúc lã mẫn
"""
_NORTH = """
nông bế ma mã lô lò lữ lường quàng cà cầm đèo tòng bạc vang vừ vàng giàng sùng thào mùa hạng hờ lầu
ly cứ chá cháng cư sình tráng hầu thò xồng dềnh bàn chảo tẩn phàn pờ chang vù sừng lỳ khoàng mào
lèng hủng lồ sin ngải cồ thèn lù sần phù chìu tằng voòng trạc lăng liêu moong cụt ốc đoọc lự tao lèo
pà vạ phừ giá hảng chíu lừu páo dì lìn phủng vòng phang
"""
_HIGHLANDS = """
ksor siu rcom rmah rơ kpă kpa nay niê mlô êban eban ayun kbuôr hwing byă kđoh knul adrơng ênuôl ktla
hmok bdap bkrông cil liêng ndu kră đa lơ bon pang zơ bhling alăng arất coor ating pơloong hôih
tơngôl blúp điểu pi pinăng chamaléa katơr mấu bo tro chế hlong hkruong đrong krajăn touprong brao
"""
_FAMILY = _split(_KINH + _NORTH + _HIGHLANDS)
_FAMILY_BARE = frozenset(map(fold, _FAMILY)) - _split("do la van phu bo hang")
"""As typed without accents, but for what begins other words."""
_INITIALS = _split("Y A")
_NO_NAME = _split("""
ha|noi ha|giang ha|tinh ha|nam ha|nhi ha|lan ha|long ho|chi ho|so thai|nguyen thai|binh thai|lan
thai|den thai|trang lam|dong lam|nghiep cao|bang cao|dang cao|su cao|tuoi cao|diem la|hu la|ha
la|chi han|quoc
nong|dan nong|nghiep nong|thon nong|lam luong|thuc luong|huu luong|toi dao|tao ly|do ly|lich
doan|thanh doan|the doan|vien doan|ket chau|a chau|au chau|doc chau|thanh chau|phu ninh|binh
ninh|thuan quang|nam quang|ngai quang|ninh quang|binh quang|tri giang|thanh bac|lieu bac|kan
bac|giang bac|ninh ca|mau tra|vinh tra|bong xa|hoi ma|tuy ma|so ma|qr mua|xuan mua|vu mua|he
vi|pham cu|tri cu|tru mai|tang van|phong van|ban van|hoa tu|ngay tu|thien da|nang da|lat
da|lak dong|nai dong|thap dong|bao duong|lich duong|day ban|quan ban|giao ban|chi gia|lai gia|rai
vang|sjc pho|chu pho|bi quan|ly quan|su lai|chau lao|cai ong|truong ong|chu ung|dung ung|ho kim|ngan
hang|hoa hang|thang hang|nam y|te y|ta y|si a|luoi a|pa a|di so|ho son|la giang|vien kien|giang
hoang|sa phu|tho phu|yen phu|nu tong|cuc tong|bi ba|ria bo|cong bo|nong bo|giao bo|tu bo|y bo|tai
""")
"""Two words that begin a place, an institution or a thing."""
_PLACE = _split("""
xã thôn bản làng huyện tỉnh ấp buôn xóm phường trấn phố sóc sông suối núi đèo chợ cầu trường đường
khu hẻm viện hồ tộc thác đảo cụm loại lớp nhóm hạng điểm luật xa thon huyen tinh xom phuong buon
""")
"""What stands before the name of a place or of a class; typed without accents, the sure ones."""
_ENDS = _split("""
thon xa ban lang xom ap buon to khu o hoi xin em toi va voi con vo chong chau nha huyen tinh sdt
cccd co la bi da chua di den nay
""")


def hide_capital_names(text: str, sign: str) -> str:
    """*text* with *sign* for each name in capital letters and each e-mail address."""
    text = _E_MAIL.sub(sign, text)
    words = list(_WORD.finditer(text))
    pieces: list[str] = []
    done = place = 0
    while place < len(words):
        length = _name_at(text, words, place)
        if length:
            pieces += [text[done : words[place].start()], sign]
            done = words[place + length - 1].end()
        place += length or 1
    return "".join([*pieces, text[done:]])


def _name_at(text: str, words: list[re.Match[str]], place: int) -> int:
    """How many words from *place* on are a name."""
    if _is_marked(words[place][0]):
        return len(_run(text, words, place))
    run = _run(text, words, place)
    if len(run) < _FEWEST or not _begins_name(run):
        return 0
    if f"{fold(run[0])}|{fold(run[1])}" in _NO_NAME or _is_place(text, words, place):
        return 0
    return len(run)


def _is_marked(word: str) -> bool:
    """Whether it begins as names of the highlands do; peoples are written alike."""
    return _MARKED.match(word) is not None and fold(word[2:]) not in {"mong", "re", "ho"}


def _run(text: str, words: list[re.Match[str]], place: int) -> list[str]:
    """The word at *place* and the capitalised ones behind it, with only blanks between them."""
    run = [words[place][0]]
    for before, word in zip(words[place:], words[place + 1 : place + _MOST], strict=False):
        between = text[before.end() : word.start()]
        if not _BLANK.fullmatch(between) or not _is_capitalised(word[0]) or fold(word[0]) in _ENDS:
            break
        run.append(word[0])
    return run


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() and (len(word) == 1 or not word.isupper())


def _begins_name(run: list[str]) -> bool:
    first = run[0]
    if first in _INITIALS:
        return True
    if not _is_capitalised(first):
        return False
    if first.lower() in _FAMILY:
        return True
    return all(word.isascii() for word in run) and first.lower() in _FAMILY_BARE


def _is_place(text: str, words: list[re.Match[str]], place: int) -> bool:
    if not place:
        return False
    before = words[place - 1]
    if not _BLANK.fullmatch(text[before.end() : words[place].start()]):
        return False
    return before[0].lower() in _PLACE

"""Danger to life: what is told as happening, and when it is a question about a policy instead.

Each kind has *signs*; they do not count when the message also has an *excuse* (it asks for aid, it
tells of last year, it asks about the law), unless it is *pressing* all the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from faq.guards.birth import BIRTH
from faq.guards.danger_words import GROUPS
from faq.guards.disaster import AID, DISASTER, DISASTER_NOW, FIRE, FLOOD, LANDSLIDE
from faq.guards.drowning import DROWNING, DROWNING_EXCUSE, DROWNING_NOW
from faq.guards.electric import FALLEN, FALLEN_EXCUSE, FALLEN_NOW, LIVE, LIVE_EXCUSE
from faq.guards.fear import FEAR, FEAR_EXCUSE
from faq.guards.intruder import INTRUDER, INTRUDER_EXCUSE, INTRUDER_NOW
from faq.guards.medical import ILLNESS, INJURY, MEDICAL_EXCUSE, MEDICAL_NOW
from faq.guards.missing import MISSING, MISSING_EXCUSE
from faq.guards.phrases import Phrases, Said
from faq.guards.poison import BEAST_DRANK, BITE, DRINKING_ASKED, DRUNK, POISON
from faq.guards.shock import SHOCK, STRUCK_HOUSE, STRUCK_HOUSE_EXCUSE
from faq.guards.violence import ACUTE, BY_OFFICE, CHILD, LAW, SUICIDE, SUICIDE_EXCUSE, VIOLENCE
from faq.guards.want import HUNGER, HUNGER_NOW, RICE_AID


class Danger(StrEnum):
    """What kind of danger: it decides the first sentence of the reply and the alert."""

    SUICIDE = "suicide"
    CHILD = "child"
    VIOLENCE = "violence"
    DROWNING = "drowning"
    DISASTER = "disaster"
    """Flood or storm: up to high and firm ground."""
    LANDSLIDE = "landslide"
    """The ground or the house gives way: out, and away from the slope."""
    FIRE = "fire"
    ELECTRIC = "electric"
    """A live wire where people pass: nobody goes near."""
    HUNGER = "hunger"
    ILLNESS = "illness"
    """Sudden illness, or a birth: nothing to eat or drink, off to the hospital."""
    INJURY = "injury"
    """An accident, a wound, a burn, an electric shock."""
    POISON = "poison"
    """Something harmful was eaten, drunk or swallowed."""
    BITE = "bite"
    """By a dog or a snake, or many stings."""
    MISSING = "missing"
    """Somebody is gone, taken away or sold."""
    FEAR = "fear"
    """Of somebody at home, before anything happens: a gentle word, and nobody is told unasked."""
    CRY = "cry"
    """Somebody calls for help and does not say with what."""


@dataclass(frozen=True, slots=True)
class _Kind:
    danger: Danger
    signs: Phrases
    excuse: Phrases
    pressing: Phrases


_NEVER = Phrases("")
_DENIED = Phrases(
    """
    {no} [he] bi/phai/co [bi] {harm} ..2 $/dau/nua/gi
    {no} chay $/dau/nua
    """,
    groups={
        "no": "khong k ko hong hok chua chang dau",
        "harm": """
            danh chem dam hiep chay ngap lut lu sat_lo ngat dot_quy co_giat giat dien_giat set_danh
            tai_nan bong trom cuop ran_can cho_can ngo_doc mat_tich lac doi chet
        """,
    },
)
"""What is said not to be so; it hides no danger that is told beside it."""
_CRY = Phrases(
    """
    <nghien/tra/cap cuu em/toi/me_con/con/chau/minh/mang/nha_em/nha_toi/ca_nha/voi/gap/chong/vo/ba
        /ong/me/bo !{beast}/tro/doi
    <nghien/tra/cap cuu nguoi !ngheo/co/cao
    goi/keu/bao cong_an* ..4 gap/voi/ngay/nhanh/cuu !{beast}
    nguy_kich/sap*_chet_roi
    """,
    strict=True,
    groups=GROUPS,
)
_SHORT_CRY = 12
"""A cry for help of more words is a manner of speaking, unless it tells of a danger."""
_MONEY = Phrases(
    """
    bao_nhieu/may_trieu/may_chuc
    duoc ..2 ho_tro/tro_cap/cho
    ngan_hang/vay_tien/vay_von/cho_vay/app/hoc_phi/bao_hiem/khoan/ho_so
    """
)

_KINDS = (
    _Kind(Danger.POISON, POISON, MEDICAL_EXCUSE, MEDICAL_NOW),
    _Kind(Danger.SUICIDE, SUICIDE, SUICIDE_EXCUSE, _NEVER),
    _Kind(Danger.POISON, DRINKING_ASKED, BEAST_DRANK, _NEVER),
    _Kind(Danger.SUICIDE, DRUNK, BEAST_DRANK, _NEVER),
    _Kind(Danger.CHILD, CHILD, LAW, ACUTE),
    _Kind(Danger.MISSING, MISSING, MISSING_EXCUSE, ACUTE),
    _Kind(Danger.VIOLENCE, VIOLENCE, LAW, ACUTE),
    _Kind(Danger.VIOLENCE, BY_OFFICE, LAW, ACUTE),
    _Kind(Danger.VIOLENCE, INTRUDER, INTRUDER_EXCUSE, INTRUDER_NOW),
    _Kind(Danger.DROWNING, DROWNING, DROWNING_EXCUSE, DROWNING_NOW),
    _Kind(Danger.ILLNESS, BIRTH, MEDICAL_EXCUSE, MEDICAL_NOW),
    _Kind(Danger.ELECTRIC, LIVE, LIVE_EXCUSE, _NEVER),
    _Kind(Danger.ELECTRIC, FALLEN, FALLEN_EXCUSE, FALLEN_NOW),
    _Kind(Danger.DISASTER, DISASTER, AID, DISASTER_NOW),
    _Kind(Danger.HUNGER, HUNGER, RICE_AID, HUNGER_NOW),
    _Kind(Danger.BITE, BITE, MEDICAL_EXCUSE, MEDICAL_NOW),
    _Kind(Danger.INJURY, SHOCK, MEDICAL_EXCUSE, MEDICAL_NOW),
    _Kind(Danger.FIRE, STRUCK_HOUSE, STRUCK_HOUSE_EXCUSE, _NEVER),
    _Kind(Danger.INJURY, INJURY, MEDICAL_EXCUSE, MEDICAL_NOW),
    _Kind(Danger.ILLNESS, ILLNESS, MEDICAL_EXCUSE, MEDICAL_NOW),
    _Kind(Danger.FEAR, FEAR, FEAR_EXCUSE, _NEVER),
)


def kind_of(said: Said) -> Danger | None:
    """What danger a message tells of, or None."""
    cries = _CRY.search(said) is not None and _MONEY.search(said) is None
    for one in _KINDS:
        if one.signs.search(said) is None or not _is_told(one.signs, said):
            continue
        if cries or one.pressing.search(said) is not None or one.excuse.search(said) is None:
            return _which_disaster(said) if one.danger is Danger.DISASTER else one.danger
    return Danger.CRY if cries and len(said.words) <= _SHORT_CRY else None


def _is_told(signs: Phrases, said: Said) -> bool:
    """Whether one of the *signs* stands outside of what is said not to be so."""
    denied = list(_DENIED.all(said))
    return any(
        all(sign.end <= no.at or no.end <= sign.at for no in denied) for sign in signs.all(said)
    )


def _which_disaster(said: Said) -> Danger:
    """What to do first differs; "chay" without accents beside water is to run or to flow."""
    if LANDSLIDE.search(said) is not None:
        return Danger.LANDSLIDE
    if FIRE.search(said) is not None and FLOOD.search(said) is None:
        return Danger.FIRE
    return Danger.DISASTER


def blames_office(said: Said) -> bool:
    """Whether somebody in office is said to be violent: nobody else may read that."""
    return BY_OFFICE.search(said) is not None

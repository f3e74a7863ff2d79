"""Find several questions in one message, and rather too few than too many.

A part stands alone only when it asks something and names a subject of its own; a follow-up
("Làm ở đâu? Mất bao lâu?") and a piece of story stay with the question they belong to.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from faq import split_subjects as topics
from faq import split_words as known
from faq.normalize import accentedness, clean, fold, syllables

__all__ = ["is_follow_up", "split_questions"]

_LONGEST: Final = 4000
_MOST_PARTS: Final = 6
_FEWEST_AFTER_COMMA: Final = 3
_FEWEST_LISTED: Final = 2
_FEWEST_IN_A_ROW: Final = 3
"""Questions with nothing but commas between them."""
_LONGEST_LIST: Final = 160
"""Letters of a list of questions; whoever writes more tells a story."""
_LONGEST_LOOSE: Final = 600
"""Letters of a sentence that is looked into: in a longer one a comma tells nothing."""
_MOST_PLACES: Final = 24
"""Commas and "và" of a message that are looked at: each costs a reading of its sentence."""
_MOST_PIECES: Final = 120
"""Of one message; whoever writes more of them asks nothing that could be told apart."""
_SHORT: Final = 8
_LONGEST_FOLLOW_UP: Final = 5
_SIGNS: Final = " ,;-"
_ACCENTED: Final = 0.5
_ENDING: Final = 6
_Both = tuple[re.Pattern[str], re.Pattern[str]]


@dataclass(eq=False)
class _Piece:
    """Some words of a message, read once however often they are asked about."""

    text: str

    @cached_property
    def typed(self) -> list[str]:
        return syllables(self.text)

    @cached_property
    def accented(self) -> bool:
        return accentedness(self.text) > _ACCENTED

    @cached_property
    def own(self) -> set[str]:
        """The words that say what it is about."""
        common = known.NOT_OWN if self.accented else known.NOT_OWN_BARE
        own = {word for word in self.typed if word not in common and not word.isdigit()}
        # without tones "vậy" is written like "vay", to borrow
        borrows = any(
            word == "vay" and after in known.BORROWED for word, after in pairwise(self.typed)
        )
        return own | {"vay"} if borrows else own

    @cached_property
    def bare(self) -> list[str]:
        """Its words without the polite ones at the end."""
        typed = list(self.typed)
        while typed and fold(typed[-1]) in known.PARTICLES:
            typed.pop()
        return typed


def split_questions(text: str) -> list[str]:
    """Give the questions of a message in their order; a message with one question gives itself.

    An empty message gives an empty list. What tells the story before a question stays with it,
    what comes after the last one stays with the last. No word is lost: only list marks, and the
    signs between two questions, go.
    """
    whole = clean(text)
    if not whole:
        return []
    if len(whole) > _LONGEST:
        return [whole]
    parts = _in_a_row(whole) or _of_own_subjects(whole) or _parted(whole)
    parts = [part.strip(_SIGNS) for part in parts]
    return parts if 1 < len(parts) <= _MOST_PARTS else [" ".join(whole.split())]


def is_follow_up(text: str) -> bool:
    """Tell whether a message asks, and does not say about what: "thế ở đâu", "bao lâu thì có"."""
    if len(text) > _LONGEST_LIST:
        return False
    piece = _Piece(clean(text))
    said = piece.bare
    unsure = any(word.isdigit() or word in known.UNSURE for word in said)
    return not unsure and len(said) <= _LONGEST_FOLLOW_UP and not piece.own and _asks(piece)


def _in_a_row(whole: str) -> list[str]:
    """Give short questions with nothing but signs between them, where all of it is such a row."""
    if len(whole) > _LONGEST_LIST:
        return []
    row = [_Piece(part) for part in known.SIGNS_BETWEEN.split(whole)]
    if not _FEWEST_IN_A_ROW <= len(row) <= _MOST_PARTS:
        return []
    stand = all(_ends_so(_Piece(one.text.rstrip(_SIGNS))) and one.own - known.TERMS for one in row)
    return [one.text for one in row] if stand else []


def _of_own_subjects(whole: str) -> list[str]:
    """Give the parts of a row that are about different things, where each asks on its own.

    After a full stop, or where several questions are announced, one may also wish for something or
    tell what is wrong; then most of them must ask or wish.
    """
    if len(whole) > _LONGEST_LIST:
        return []
    together = topics.TOGETHER.fullmatch(whole)
    if together is not None and not _asks(_Piece(whole)):
        named = [together["first"], together["second"]]
        return named if topics.are_apart(named) else []
    row = topics.ROW.split(whole)
    if not 1 < len(row) <= _MOST_PARTS or not topics.are_apart(row):
        return []
    pieces = [_Piece(part.rstrip(f"{_SIGNS}.")) for part in row]
    asking = [_ends_so(one) or _opens_asking(one) for one in pieces]
    announced = topics.ANNOUNCED.match(whole) is not None
    stopped = all(topics.STOPPED.search(part) for part in row[:-1])
    if all(asking):
        return row
    loose = len(row) >= _FEWEST_IN_A_ROW and (announced or stopped)
    wanted = [asks or _found(known.WISHES, one) for asks, one in zip(asking, pieces, strict=True)]
    told = all(
        want or _found(topics.TROUBLE, one) for want, one in zip(wanted, pieces, strict=True)
    )
    return row if loose and told and sum(wanted) >= _FEWEST_LISTED else []


def _parted(whole: str) -> list[str]:
    """Cut where something new may begin, and join again what does not stand alone."""
    counted = _counted(whole)
    numbered = bool(counted) or len(known.NUMBERED.findall(whole)) > 1
    places = iter(range(_MOST_PLACES))
    cut = [piece for one in _cut_at(whole, counted) for piece in _pieces(one)]
    if len(cut) > _MOST_PIECES:
        return []
    pieces = [
        _Piece(part)
        for piece in cut
        for part in _loosened(piece, places, listed=known.MARKED.match(piece) is not None)
    ]
    return _gather(pieces, fewest_own=1 if numbered else 2)


def _counted(whole: str) -> list[int]:
    """Give where the questions begin that are counted up, if they are, from the first on."""
    found = [
        one
        for one in known.ORDINALS.finditer(whole)
        if known.COUNTED.search(whole[max(0, one.start() - 8) : one.start()]) is None
    ]
    places = [(one["number"] or one["place"] or one["count"]).lower() for one in found]
    return [one.start() for one in found] if len(found) > 1 and places[0] in known.FIRST else []


def _cut_at(text: str, places: Sequence[int]) -> list[str]:
    return [text[start:end] for start, end in pairwise([0, *places, len(text)]) if start < end]


def _pieces(text: str) -> list[str]:
    """Cut where a sentence, a list entry or a saying like "với lại" begins."""
    pieces = [
        part for sentence in known.ENDS.split(text) for part in known.NUMBERED.split(sentence)
    ]
    pieces = [part for piece in pieces for part in _cut(piece)]
    return [" ".join(piece.split()) for piece in pieces if piece.strip(_SIGNS)]


def _cut(piece: str) -> list[str]:
    """Cut before every linking saying; a sign before it stays with what it ends."""
    return _cut_at(piece, [found.end() for found in known.LINKS.finditer(piece)])


def _loosened(piece: str, places: Iterator[int], *, listed: bool) -> list[str]:
    """Cut at a comma, "và" or "còn" too, where a whole question stands on either side.

    These usually join parts of one question, so that both sides must ask and name subjects of
    their own; at a comma alone even more than elsewhere, unless the piece goes on a list of
    questions (*listed*). *places* are those that may still be looked at.
    """
    if len(piece) > _LONGEST_LOOSE:
        return [piece]
    for found in known.LOOSE.finditer(piece):
        if next(places, None) is None:
            break
        left, right = _Piece(piece[: found.end()].rstrip()), _Piece(piece[found.end() :])
        if _is_no_longer(left, right):
            continue
        linked = known.LINKED.match(right.text) is not None
        new = _begins_anew(right) if linked else _goes_on_asking(right, listed=listed)
        if new and (_ends_asking(left, 1 if listed else 2) or _opens_asking(left)):
            goes_on = len(piece) <= _LONGEST_LIST
            return [left.text, *_loosened(right.text, places, listed=goes_on)]
    return [piece]


def _begins_anew(right: _Piece) -> bool:
    """Tell whether a question, or something else that is wanted, stands behind a linking word."""
    return _stands_alone(right, 2) or (known.ADDED.match(right.text) is not None and _wishes(right))


def _goes_on_asking(right: _Piece, *, listed: bool) -> bool:
    """Tell whether a question of its own stands behind a comma."""
    fewest = _FEWEST_LISTED if listed else _FEWEST_AFTER_COMMA
    return _ends_so(right) and len(right.own - known.TERMS) >= fewest


def _is_no_longer(left: _Piece, right: _Piece) -> bool:
    """Tell "không còn" (no longer) from a "không" that ends a question with "có", then "còn"."""
    return known.STILL.match(right.text) is not None and _is_torn(left)


def _is_torn(piece: _Piece) -> bool:
    """Tell whether "không" or "chưa" ends a piece in which nothing asks for yes or no."""
    return _found(known.ENDS_NOT, piece) and not _found(known.YES_OR_NO, piece)


def _ends_asking(piece: _Piece, fewest_own: int) -> bool:
    """Tell whether a piece ends with the very words that ask, and has subjects of its own."""
    return _ends_so(piece) and len(piece.own) >= fewest_own


def _ends_so(piece: _Piece) -> bool:
    asks = _found(known.ENDS_ASKING, piece) and not _found(known.DENIES, piece)
    return piece.text.endswith("?") or (asks and not _is_torn(piece))


def _found(patterns: _Both, piece: _Piece, most: int = 0) -> bool:
    """Look for a pattern in a piece, or in its last *most* words; polite words at its end go."""
    said = " ".join(piece.bare[-most:])
    accented, bare = patterns
    if piece.accented:
        return accented.search(said) is not None
    return bare.search(fold(said)) is not None


def _opens_asking(piece: _Piece) -> bool:
    """Tell whether a piece is a short question about when or where: "bao giờ họp", "họp ở đâu"."""
    if len(piece.typed) > _SHORT + 1:
        return False
    typed = " ".join(map(fold, piece.typed))
    short = typed.count(" ") < _SHORT and known.OPENS_ASKING.match(typed) is not None
    return (short or known.SHORTEST_ASKING.fullmatch(typed) is not None) and bool(piece.own)


def _gather(pieces: Sequence[_Piece], fewest_own: int) -> list[str]:
    """Join each piece to the question, or the wish beside questions, that it belongs to."""
    found: list[str] = []
    story: list[str] = []
    wants, about = False, set[str]()
    for piece in pieces:
        first = not found and not story
        added = known.ADDED.match(piece.text) is not None
        wished = not found and added and wants and len(about - known.THANKS) >= _FEWEST_LISTED
        if _stands_alone(piece, fewest_own) or (first and _opens_asking(piece)):
            found += [" ".join(story), piece.text] if wished else [" ".join([*story, piece.text])]
        elif found and added and _wishes(piece):
            found[-1] = " ".join([found[-1], *story])
            found.append(piece.text)
        elif found and _asks(piece):
            found[-1] = " ".join([found[-1], *story, piece.text])
        else:
            story.append(piece.text)
            wants, about = wants or _found(known.WISHES, piece), about | piece.own
            continue
        story, wants, about = [], False, set()
    if story and found:
        found[-1] = " ".join([found[-1], *story])
    return found


def _asks(piece: _Piece) -> bool:
    """Tell whether a piece ends like a question: with its mark or with a word that asks.

    After a full stop only the very last words count: stories are full of "không" and "nào".
    """
    if piece.text.endswith("."):
        return _ends_so(_Piece(piece.text.rstrip(".")))
    return piece.text.endswith("?") or _found(known.ASKS, piece, _ENDING)


def _wishes(piece: _Piece) -> bool:
    """Tell whether a piece says what somebody wants, and names it."""
    return _found(known.WISHES, piece) and len(piece.own - known.THANKS) >= _FEWEST_LISTED


def _stands_alone(piece: _Piece, fewest_own: int) -> bool:
    fewest = 1 if known.MARKED.match(piece.text) else fewest_own
    return _asks(piece) and len(piece.own) >= fewest

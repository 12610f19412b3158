"""How two names in like places of two texts are related, whatever they name: persons, bodies or places."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA

from ..knowledge import load
from ..text import fold
from .house_spelling import american
from .name_parts import unstroked
from .names import match_names
from .transliteration import scheme_of

NameKind = Literal["same", "house", "form", "part", "transposed", "transliterated", "misspelt", "different"]

_UMLAUTS = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ß": "ss",
        "å": "aa",
        "ø": "oe",
        "æ": "ae",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "Å": "Aa",
        "Ø": "Oe",
        "Æ": "Ae",
    }
)
"""How letters are written where they lack."""

_SHORT = 4
"""Letters that a name needs before a slip of one letter is one: "Su" and "Lu" are two names."""

_LONG = 8
"""Letters that a name needs before two slips are."""


class NameRelation(NamedTuple):
    """How two names are related.

    ``same``: letter for letter, but for case. ``house``: another use of accents, hyphens, spaces, "&" or British
    spelling. ``form``: a nickname, initials, a middle name more, an acronym. ``part``: one is a piece of the other.
    ``transposed``: the same words in another order. ``transliterated``: two schemes of romanization. ``misspelt``: a
    slip of one letter, of two in a long name, or a doubled one. ``different``: two names, as far as letters tell.
    """

    kind: NameKind
    scheme: str = ""
    """The script or language, where ``kind`` is "transliterated"."""


@lru_cache(maxsize=1 << 15)
def relate_names(a: str, b: str, person: bool = False) -> NameRelation:
    """How two names are related; their order changes nothing.

    Args:
        a: One name, as a text writes it.
        b: The other.
        person: Both are a person's; nicknames, initials and the like are then forms.
    """
    one, other = sorted((_words(a), _words(b)))
    if " ".join(a.split()).casefold() == " ".join(b.split()).casefold():
        return NameRelation("same")
    if _plain(one) == _plain(other) or _plain(_words(a.translate(_UMLAUTS))) == _plain(_words(b.translate(_UMLAUTS))):
        return NameRelation("house")
    if len(one) > 1 and sorted(one) == sorted(other):
        return NameRelation("transposed")
    return _spelling(one, other) or NameRelation((_of_person(a, b) if person else None) or _of_forms(one, other))


def _of_person(a: str, b: str) -> NameKind | None:
    """How two names of a person are related where it is not by their spelling; None where they aren't."""
    basis = match_names(*sorted((a, b))).basis
    if basis == "different":
        return None
    return "part" if basis == "part" else "misspelt" if basis == "spelling" else "form"


def _of_forms(a: tuple[str, ...], b: tuple[str, ...]) -> NameKind:
    """Whether one name is the initials or a piece of the other."""
    if _is_short_form(a, b) or _is_short_form(b, a):
        return "form"
    return "part" if _holds(a, b) or _holds(b, a) else "different"


def _words(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without what says nothing: articles, legal forms, marks."""
    table = load("name_forms")
    full: dict[str, str] = table["written_out"]
    spaced = unstroked(fold(name)).replace("&", " and ").replace("-", " ").replace(".", "").replace("'", "")
    words = (full.get(word, american(word)) for word in spaced.replace(",", " ").split())
    return tuple(word for word in words if word not in table["silent"])


def _plain(words: tuple[str, ...]) -> str:
    return "".join(words)


def _spelling(a: tuple[str, ...], b: tuple[str, ...]) -> NameRelation | None:
    """What tells the words of two names apart, where it is the spelling of one or two of them; else None."""
    if len(a) != len(b):
        slip = abs(len(a) - len(b)) == 1 and _slip(_plain(a), _plain(b), 1)
        return NameRelation("misspelt") if slip else None
    pairs = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(pairs) > max(1, len(a) - 1) and len(a) > 1:
        return None
    schemes = {scheme_of(x, y) for x, y in pairs}
    if None not in schemes and len(schemes) == 1:
        return NameRelation("transliterated", schemes.pop() or "")
    if any(x in _english() and y in _english() for x, y in pairs):
        return None
    most = 2 if len(pairs) == 1 and min(map(len, map(_plain, (a, b)))) > _LONG else 1
    return NameRelation("misspelt") if all(_slip(x, y, most) for x, y in pairs) else None


@cache
def _english() -> frozenset[str]:
    """Everyday words, of which a letter more or less makes another word, and another name: "Dean", "Deal Street"."""
    return frozenset(load("title_words")["phrase"]["modifiers"]).union(*load("common_words")["bands"].values())


def _slip(a: str, b: str, most: int) -> bool:
    """Whether two words are a slip of the pen apart: of one letter, or of ``most`` in a longer name."""
    short = min(len(a), len(b))
    if short < _SHORT:
        return False
    if sorted(a) == sorted(b) and a[0] == b[0]:
        return True
    return OSA.distance(a, b, score_cutoff=2) <= (most if a[0] == b[0] else 1)


def _is_short_form(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether one name is the initials of another: "WHO", "World Health Organization"."""
    letters = "".join(word[0] for word in full if word not in ("of", "and", "the", "for"))
    return len(short) == 1 and len(full) > 1 and short[0] in (letters, "".join(word[0] for word in full))


def _holds(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether the words of one name stand in the other, in order and next to each other."""
    size = len(part)
    return 0 < size < len(whole) and any(whole[k : k + size] == part for k in range(len(whole) - size + 1))

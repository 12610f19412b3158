"""The slot of a number or a time in its sentence: the word that governs it.

"Held 3,200 sofas" and "held 2,300 sofas" fill one slot, "built in 1971" and "opened in 1971" don't. A rule of thumb in
place of a parser: the nearest word of meaning in the same stretch between commas and conjunctions governs.
"""

from __future__ import annotations

import re

from ..knowledge import words as listed

_NEAR = 60
"""Code points around a number in which its governor stands."""

_SKIPPED = 3
"""Most small words between a number and its governor."""

_STRETCH = re.compile(r"[^\w\s'’-]|\s[-–—]\s|--|\b(?:and|or|but)\b")
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_SUBJECT = re.compile(
    r"\b(?:the|its|their|his|her)\s((?:[\w’'-]+\s){0,4}?[\w’'-]+),?\s(?:(?:which|that)\s)?"
    r"(?:(?:was|were|is|are|has been|had been)\s)?(?:(?:first|originally)\s)?([a-z]+)\s(?:in|since)\s$",
    re.IGNORECASE,
)
_SITE = re.compile(r"((?:[^\W\d_][\w'’-]*\s){1,4})([^\W\d_][\w'’-]*),?\sin\s$")
_CUT = re.compile(r"[.;:]\s|\n")


def governors(sentence: str, start: int, end: int, noun: str = "") -> frozenset[str]:
    """The words that govern ``sentence[start:end]``, a number that counts ``noun``, or a time.

    The one before is marked as such ("<held"), and so is the one behind the noun (">attended"). Names and words that
    only report something govern nothing.
    """
    before = _STRETCH.split(sentence[max(0, start - _NEAR) : start])[-1]
    words = _WORD.findall(before)[::-1]
    # "Will last 16 months" has a verb, "the last 16 months" has none.
    lasting = words[:1] == ["last"] and listed("number_names", "before_last").isdisjoint(words[1:2])
    found = {"<last"} if lasting else {f"<{word}" for word in _first(words)}
    behind = _WORD.findall(_STRETCH.split(sentence[end : end + _NEAR])[0])
    nouns = noun.split()
    if nouns and [word.lower() for word in behind[: len(nouns)]] == nouns:
        found |= {f">{word}" for word in _first(behind[len(nouns) :], auxiliaries=True)}
    return frozenset(found)


def origin(sentence: str, start: int) -> str | None:
    """What came to be in a year that stands at ``start``, and how: "stadium built"; None where a name or "it" tells it.

    Other words with the thing ("the old stand") make it another thing; names ("the Ashford stadium") don't.
    """
    stretch = _CUT.split(sentence[max(0, start - 2 * _NEAR) : start])[-1]
    match = _SUBJECT.search(stretch)
    if match is None or match[2] in listed("number_names", "closed") or not match[2].endswith(("ed", "t", "n")):
        return None
    words = [word for word in match[1].split() if word.islower()]
    return f"{' '.join(words)} {match[2]}" if words and words[-1] == match[1].split()[-1] else None


def sites(sentence: str, start: int) -> frozenset[str]:
    """The site that stands "in" a place named at ``start``: each word of "Medical Examiner's Office in" with its last.

    Nothing where the last word is no name and no body's, and where it stands alone, as many places have "the hospital".
    """
    before = _SITE.search(sentence, max(0, start - _NEAR), start)
    if before is None or not (before[2][0].isupper() or before[2] in listed("names", "words", "organizations")):
        return frozenset()
    words = (word.lower().removesuffix("'s").removesuffix("’s") for word in before[1].split())
    return frozenset(f"{word} {before[2].lower()}" for word in words if word not in listed("number_names", "closed"))


def _first(words: list[str], *, auxiliaries: bool = False) -> list[str]:
    """The first word of meaning; none where a name comes first, or where it reports something.

    ``auxiliaries``: only helping verbs may stand before it.
    """
    for at, word in enumerate(words[: _SKIPPED + 1]):
        if word.lower() in (listed("number_names", "helping") if auxiliaries else listed("number_names", "closed")):
            continue
        # "Wrote in a 42-page ruling" tells more than "said 42 people".
        reports = word in listed("happenings", "reporting") and listed("number_names", "placing").isdisjoint(words[:at])
        return [word] if word.islower() and not reports and word not in listed("number_names", "closed") else []
    return []

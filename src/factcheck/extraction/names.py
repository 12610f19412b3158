"""Spotting of proper names in running English text: who may be a person, what is an organization or a place.

A run of words written large is read once and taken apart: honorifics and titles before a name are told from the name,
words that only open a sentence are left out, coordinated names are separated, and what heads an organization keeps
its complement ("Department of Defense"). Runs repeat, within an article and between articles; their analysis is cached.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from .name_context import (
    behind_role,
    with_days,
    with_epithets,
    with_lone_surnames,
    with_namesakes,
    with_persons,
    without_peoples,
)
from .name_fronts import is_surname, is_titled, without_title
from .name_tokens import Token, initials, tokens_of
from .name_words import Name, NameKind, is_role_word, name_lexicon


class _Part(NamedTuple):
    start: int
    end: int
    kind: NameKind
    honorific: str | None
    lead: int
    given: bool


_PART_LIMIT = 40
_REACH = 16
"""Characters before a name that hold the word right before it."""
_COMPOUND = (
    "-based",
    "-old",
    "-born",
    "-owned",
    "-led",
    "-backed",
    "-era",
    "-agent",
    "-trained",
    "-turned",
    "-area",
    "-bound",
    "-wide",
)
"""Endings of compounds that a name doesn't open with: "Texas-based NAME"."""


def find_names(text: str) -> list[Name]:
    """All names of ``text`` in order, none overlapping. Linear in the length of the text."""
    names: list[Name] = []
    months = name_lexicon().month_names
    for run in name_lexicon().run.finditer(text):
        at, words = run.start(), run.group()
        dated = words.startswith(months) and _dates(text, at)
        titled = words.startswith(name_lexicon().days) and behind_role(text, at)
        for start, end, kind, honorific, lead, given in _take_apart(words, dated, titled):
            names.append(Name(at + start, at + end, kind, honorific, at + lead, given))
    names = without_peoples(text, names)
    return with_lone_surnames(
        text, with_namesakes(text, with_days(text, with_epithets(text, with_persons(text, names))))
    )


def _dates(text: str, at: int) -> bool:
    """Whether the word before ``at`` makes a month of the word behind it: "in April", "the June"."""
    before = text[max(0, at - _REACH) : at].rpartition("\n")[2].rsplit(maxsplit=1)[-1:]
    return bool(before) and (before[0].lower() in name_lexicon().before_months or before[0][-1].isdecimal())


@lru_cache(maxsize=1 << 15)
def _take_apart(run: str, dated: bool, titled: bool) -> tuple[_Part, ...]:
    """The names in one run of words written large.

    ``dated``: a month that opens it is no given name; ``titled``: a day that opens it is one.
    """
    lexicon = name_lexicon()
    tokens = tokens_of(run)
    chunks: list[list[Token]] = []
    broken = True
    for k, token in enumerate(tokens[:_PART_LIMIT]):
        before = None if broken or token.link else chunks[-1][-1]
        named = before is not None and token.low in lexicon.surnames and _before_surname(before)
        if token.low in lexicon.months and _before_last(tokens[k + 1 :]):
            named = named or (_is_title(before) if k else not dated)
        named = named or (titled and k == 0 and len(tokens) > 1)
        part = token.low in lexicon.also_parts or token.low in lexicon.particles
        named = named or (part and not broken and _is_inside(tokens, k))
        apart = token.low[1:2] == "-" or (token.low.endswith(_COMPOUND) and k + 1 < len(tokens))
        if (token.low in lexicon.none and not initials(token) and not named) or apart:
            broken = True
            continue
        if (token.link and token.link != "&") or broken or chunks[-1][-1].low in lexicon.suffixes:
            chunks.append([])
        broken = False
        chunks[-1].append(token)
    return tuple(_name_chunks(chunks))


def _before_surname(token: Token) -> bool:
    """Whether a surname has to follow: a courtesy title or a given name."""
    return token.low in name_lexicon().honorifics or token.low in name_lexicon().given


def _is_inside(tokens: list[Token], k: int) -> bool:
    """Whether a word stands between two more words of one name: "Thi Thu Ha"."""
    none = name_lexicon().none
    around = (tokens[k - 1], tokens[k + 1]) if 0 < k < len(tokens) - 1 else ()
    return bool(around) and not tokens[k].link and not any(t.low in none or t.link for t in around)


def _before_last(following: list[Token]) -> bool:
    """Whether one word more, which can be a surname, follows a month that may be a given name, and ends the run."""
    if len(following) != 1:
        return False
    lexicon, surname = name_lexicon(), following[0]
    return not (
        surname.link or surname.low in lexicon.none or surname.low in lexicon.no_names or is_role_word(surname.low)
    )


def _is_title(token: Token | None) -> bool:
    return token is not None and (token.low in name_lexicon().honorifics or is_role_word(token.low))


def _name_chunks(chunks: list[list[Token]]) -> list[_Part]:
    lexicon = name_lexicon()
    parts: list[_Part] = []
    office: int | None = None
    for chunk in chunks:
        link = chunk[0].link.split(" ")[0]
        last = parts[-1] if parts else None
        if link and last is not None and last.kind == "organization" and _complements(link, chunk):
            parts[-1] = last._replace(end=_end(chunk))
            continue
        of_office = office is not None and link in ("of", "for")
        rest = _without_jurisdiction(chunk) if of_office else chunk
        lead = office if of_office and office is not None else chunk[0].start
        office = None
        part = _name(rest, lead) if rest else None
        if part is not None:
            parts.append(part._replace(kind="person") if of_office else part)
        elif chunk[-1].low in lexicon.roles:
            office = chunk[0].start
    return parts


def _complements(link: str, chunk: list[Token]) -> bool:
    """Whether a chunk belongs to the organization before it: "Department *of Defense*", "*and Human Services*"."""
    lexicon = name_lexicon()
    if link in ("of", "for", "on"):
        return chunk[0].low not in lexicon.given
    return chunk[-1].low in lexicon.organizations and len(chunk) <= 2 and chunk[-1].low not in lexicon.known


def _without_jurisdiction(chunk: list[Token]) -> list[Token]:
    """What is left of the words behind "Secretary of" when the department is taken away."""
    lexicon = name_lexicon()
    for k, token in enumerate(chunk):
        if token.low in lexicon.given or token.low in lexicon.honorifics:
            return chunk[k:]
    # "Of National Works" names nobody, "of Finance Itumeleng Rasebolai" does.
    if len(chunk) == 2 and not (chunk[0].low in lexicon.common or chunk[0].low.endswith("s")):
        return []  # "Of Akyem Dufie" names a place.
    if len(chunk) > 2:
        return chunk[-2:] if chunk[-2].low not in lexicon.common else []
    last = chunk[-1].low
    return [] if last in lexicon.common or last in lexicon.organizations else chunk[1:]


def _name(chunk: list[Token], lead: int) -> _Part | None:
    """The name that ends a chunk, or None where the chunk is a title, a nationality or nothing but an initial."""
    lexicon = name_lexicon()
    while len(chunk) > 1 and chunk[-1].low.replace(".", "") in lexicon.degrees and chunk[-1].word.isupper():
        chunk = chunk[:-1]
    chunk, before = without_title(chunk)
    honorific = before.low if before is not None and before.low in lexicon.honorifics else None
    first, last = chunk[0], chunk[-1]
    given = first.low.partition("-")[0] in lexicon.given
    if is_role_word(last.low) and not honorific:
        titled = before is not None and is_titled(before, last)
        if not titled and not (len(chunk) > 1 and (given or is_surname(chunk))):
            return None
    if last.low in lexicon.demonyms and not (len(chunk) > 1 and given):
        return None
    if len(chunk) == 1 and (len(last.low) == 1 or last.word[0] in ',"“' or last.low in lexicon.degrees):
        return None
    kind = _kind(chunk, given)
    if before is not None and kind != "organization":
        kind = "person"
    return _Part(first.start, _end(chunk), kind, honorific, lead, given and len(chunk) > 1)


def _kind(chunk: list[Token], given: bool) -> NameKind:
    lexicon = name_lexicon()
    first, last = chunk[0], chunk[-1]
    kind: NameKind = "unknown"
    if len(chunk) == 1:
        if last.low in lexicon.known or last.low in lexicon.organizations:
            kind = "organization"
        elif last.low in lexicon.places:
            kind = "place"
        elif last.word.isupper() and len(last.low.replace(".", "")) > 1:
            kind = "organization"
    elif last.low in lexicon.organizations and not (given and len(chunk) == 2):
        kind = "organization"
    elif given or any(_tells_person(t, k > 0) for k, t in enumerate(chunk)):
        kind = "person"
    elif first.low in lexicon.place_starts or last.low in lexicon.places:
        kind = "place"
    elif any(t.low in lexicon.organizations or t.low in lexicon.known for t in chunk):
        kind = "organization"
    return kind


def _tells_person(token: Token, inside: bool) -> bool:
    lexicon = name_lexicon()
    if inside and (token.low in lexicon.suffixes or token.low in lexicon.particles):
        return True
    return initials(token) and token.low not in lexicon.places


def _end(chunk: list[Token]) -> int:
    last = chunk[-1]
    inner = last.word.endswith(".") and last.low not in name_lexicon().suffixes and len(last.low.replace(".", "")) > 2
    return last.end - inner

"""Spotting of proper names in running English text: who may be a person, what is an organization or a place.

A run of words written large is read once and taken apart: honorifics and titles before a name are told from the name,
words that only open a sentence are left out, coordinated names are separated, and what heads an organization keeps
its complement ("Department of Defense"). Runs repeat, within an article and between articles; their analysis is cached.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ..entities.genders import is_given_name
from ..entities.roles import groups_of
from .name_context import (
    behind_role,
    with_days,
    with_epithets,
    with_lone_surnames,
    with_namesakes,
    with_persons,
    without_peoples,
)
from .name_words import LINK_WORDS, Name, NameKind, is_role_word, name_lexicon


class _Part(NamedTuple):
    start: int
    end: int
    kind: NameKind
    honorific: str | None
    lead: int
    given: bool


class _Token(NamedTuple):
    word: str
    low: str
    start: int
    end: int
    link: str
    """The small word before it ("of", "and" ...), or nothing."""


_PART_LIMIT = 40
_REACH = 16
"""Characters before a name that hold the word right before it."""
_POSITION = 3
"""Letters of the longest short form of a position: "GM", "DCI"."""
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
_PEOPLE = ("ian", "oan")
"""Endings of words for the people of a state, which stand before a name: "Kentuckian"."""
_TRADES = ("er", "or", "ist", "man", "woman", "ful", "ming", "ting", "ring", "ding")
"""Endings of words for those of a trade or mood, which stand before a name: "Goalscorer", "Fuming"."""


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
    tokens = _tokens(run)
    chunks: list[list[_Token]] = []
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
        if (token.low in lexicon.none and not _initials(token) and not named) or apart:
            broken = True
            continue
        if (token.link and token.link != "&") or broken:
            chunks.append([])
        broken = False
        chunks[-1].append(token)
    return tuple(_name_chunks(chunks))


def _tokens(run: str) -> list[_Token]:
    """The words of a run, each with the small word before it."""
    words = run.split(" ")
    if not (all(map(str.isalpha, words)) and LINK_WORDS.isdisjoint(words)):
        return [_token(match) for match in name_lexicon().token.finditer(run)]
    # Most runs are letters and single spaces: their words are the tokens.
    tokens: list[_Token] = []
    at = 0
    for word in words:
        tokens.append(_Token(word, word.casefold(), at, at + len(word), ""))
        at += len(word) + 1
    return tokens


def _token(match: re.Match[str]) -> _Token:
    link, word = match.groups()
    start, end = match.span("word")
    return _Token(word, _plain(word), start, end, link.lower() if link else "")


def _before_surname(token: _Token) -> bool:
    """Whether a surname has to follow: a courtesy title or a given name."""
    return token.low in name_lexicon().honorifics or token.low in name_lexicon().given


def _is_inside(tokens: list[_Token], k: int) -> bool:
    """Whether a word stands between two more words of one name: "Thi Thu Ha"."""
    none = name_lexicon().none
    around = (tokens[k - 1], tokens[k + 1]) if 0 < k < len(tokens) - 1 else ()
    return bool(around) and not tokens[k].link and not any(t.low in none or t.link for t in around)


def _before_last(following: list[_Token]) -> bool:
    """Whether one word more, which can be a surname, follows a month that may be a given name, and ends the run."""
    if len(following) != 1:
        return False
    lexicon, surname = name_lexicon(), following[0]
    return not (
        surname.link or surname.low in lexicon.none or surname.low in lexicon.no_names or is_role_word(surname.low)
    )


_RUNGS = frozenset({"assistant", "associate", "vice", "deputy", "academic", "executive"})
"""Make another role of the role noun behind them."""


def _is_title(token: _Token | None) -> bool:
    return token is not None and (token.low in name_lexicon().honorifics or is_role_word(token.low))


def _plain(word: str) -> str:
    return word.strip('., "“”').replace("’", "'").casefold()


def _initials(token: _Token) -> bool:
    """Whether a token is initials of a person ("J.", "J.D."); those of nations are in the table of places."""
    return token.word.endswith(".") and len(token.low.replace(".", "")) * 2 == len(token.low) + 1


def _name_chunks(chunks: list[list[_Token]]) -> list[_Part]:
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


def _complements(link: str, chunk: list[_Token]) -> bool:
    """Whether a chunk belongs to the organization before it: "Department *of Defense*", "*and Human Services*"."""
    lexicon = name_lexicon()
    if link in ("of", "for", "on"):
        return chunk[0].low not in lexicon.given
    return chunk[-1].low in lexicon.organizations and len(chunk) <= 2 and chunk[-1].low not in lexicon.known


def _without_jurisdiction(chunk: list[_Token]) -> list[_Token]:
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


def _name(chunk: list[_Token], lead: int) -> _Part | None:
    """The name that ends a chunk, or None where the chunk is a title, a nationality or nothing but an initial."""
    lexicon = name_lexicon()
    while len(chunk) > 1 and chunk[-1].low.replace(".", "") in lexicon.degrees and chunk[-1].word.isupper():
        chunk = chunk[:-1]
    chunk, before = _without_title(chunk)
    honorific = before.low if before is not None and before.low in lexicon.honorifics else None
    first, last = chunk[0], chunk[-1]
    given = first.low.partition("-")[0] in lexicon.given
    if is_role_word(last.low) and not honorific:
        titled = before is not None and _is_titled(before, last)
        if not titled and not (len(chunk) > 1 and (given or _is_surname(chunk))):
            return None
    if last.low in lexicon.demonyms and not (len(chunk) > 1 and given):
        return None
    if len(chunk) == 1 and (len(last.low) == 1 or last.word[0] in ',"“' or last.low in lexicon.degrees):
        return None
    kind = _kind(chunk, given)
    if before is not None and kind != "organization":
        kind = "person"
    return _Part(first.start, _end(chunk), kind, honorific, lead, given and len(chunk) > 1)


def _is_surname(chunk: list[_Token]) -> bool:
    """Whether a role noun at a chunk's end is rather a surname: "Adline King", but "Saudi King"."""
    lexicon = name_lexicon()
    if chunk[-1].low not in lexicon.surnames:
        return False
    return not any(t.low in lexicon.no_names or t.low in lexicon.common or is_role_word(t.low) for t in chunk[:-1])


def _is_titled(before: _Token, last: _Token) -> bool:
    """Whether a role noun is rather a surname behind a title: "Mayor Miller", but "Head Porter"."""
    lexicon = name_lexicon()
    pair = f"{before.low} {last.low}" in lexicon.role_pairs
    return last.low in lexicon.also_names and before.low not in lexicon.leading and not pair


def _is_given_name(chunk: list[_Token]) -> bool:
    """Whether a role noun that opens a chunk is rather a given name before a bare surname: "Marine Le Pen"."""
    lexicon = name_lexicon()
    bare = len(chunk) == 2 or (len(chunk) == 3 and chunk[1].low in lexicon.particles)
    # No peer is addressed by an initial: "Earl J. NAME" has it as a given name.
    peer = len(chunk) == 3 and _initials(chunk[1]) and "royalty" in groups_of(chunk[0].low)
    return (bare or peer) and chunk[0].low in lexicon.given_roles


def _is_given_behind_title(chunk: list[_Token], k: int) -> bool:
    """Whether a role noun behind another one is a given name: "President Dean Sands", but "Assistant Dean Sands"."""
    lexicon = name_lexicon()
    if k == 0 or chunk[k].low not in lexicon.given_roles or f"{chunk[k - 1].low} {chunk[k].low}" in lexicon.role_pairs:
        return False
    return is_role_word(chunk[k - 1].low) and chunk[k - 1].low not in lexicon.leading | _RUNGS


def _without_title(chunk: list[_Token]) -> tuple[list[_Token], _Token | None]:
    """A chunk without the title or nationality in front, and the word that ended it."""
    lexicon = name_lexicon()
    if len(chunk) > 2 and chunk[-1].low in lexicon.roads and chunk[-1].low not in lexicon.surnames:
        return chunk, None
    for k in range(len(chunk) - 2, -1, -1):
        low = chunk[k].low
        if _is_given_here(chunk, k):
            continue
        if low in lexicon.honorifics and (k == 0 or chunk[k - 1].low not in lexicon.given):
            return chunk[k + 1 :], chunk[k]
        if k == 0 and _is_given_name(chunk):
            break
        if is_role_word(low) or low in lexicon.demonyms:
            rest = chunk[k + 1 :]
            if len(rest) == 1 and _is_given_behind_title(chunk, k):
                continue
            # "San Diego Mayor Ann Hill" names a place by a given name; in "Tom Baker" nobody stands behind the role.
            placed = bool(rest[1:]) and rest[0].low in lexicon.given
            named = k > 0 and chunk[k - 1].low in lexicon.given and not (placed or chunk[k].word.endswith("."))
            named = named and f"{chunk[k - 1].low} {low}" not in lexicon.role_pairs
            if named or _is_thing(rest):
                continue
            return rest, chunk[k] if is_role_word(low) else None
    if len(chunk) > 1 and _is_person_noun(chunk[0].low) and not _is_thing(chunk[1:]):
        return (chunk[1:], None) if len(chunk) > 2 or chunk[1].low not in lexicon.common else (chunk, None)
    if len(chunk) > 3 and _are_people(chunk[0], chunk[1]) and chunk[2].low in lexicon.given:
        return chunk[2:], None
    return (chunk[1:], None) if len(chunk) > 2 and _is_outside(chunk[0], chunk[1]) else (chunk, None)


def _is_given_here(chunk: list[_Token], k: int) -> bool:
    """Whether what is an honorific or a people's word elsewhere is a given name before a surname: "Chief Don Hale"."""
    lexicon = name_lexicon()
    low, rest = chunk[k].low, chunk[k + 1 :]
    if len(rest) != 1 or low not in lexicon.given or not (k == 0 or is_role_word(chunk[k - 1].low)):
        return False
    last = rest[0].low
    named = last in lexicon.given or last in lexicon.common or last in lexicon.organizations or is_role_word(last)
    return (low in lexicon.honorifics or low in lexicon.demonyms) and not named


def _is_person_noun(low: str) -> bool:
    """Whether a word is another one for a person, also composed: "customer", "great-grandson", "mother-of-two"."""
    persons = name_lexicon().persons
    if low in persons:
        return low not in name_lexicon().given
    first, hyphen, last = low.partition("-")
    return bool(hyphen) and (last.rpartition("-")[2] in persons or (first in persons and last.startswith("of-")))


def _is_thing(rest: list[_Token]) -> bool:
    """Whether what stands behind a role noun ends as the name of a body or place does: "Pope Francis Centre"."""
    lexicon = name_lexicon()
    last = rest[-1].low
    if last in lexicon.organizations and rest[0].low not in lexicon.given:
        return True
    ends = last in lexicon.organizations or last in lexicon.roads
    return len(rest) > 1 and ends and last not in lexicon.surnames


def _are_people(first: _Token, second: _Token) -> bool:
    """Whether two words are what somebody from a place is called: "New Yorker", "Long Islander"."""
    return (
        first.low in name_lexicon().place_starts
        and second.low.endswith("er")
        and second.low not in name_lexicon().given
    )


def _is_outside(token: _Token, following: _Token) -> bool:
    """Whether a word before a full name is no part of it: a participle, a position, somebody's state, a dateline's."""
    lexicon = name_lexicon()
    trade = token.low.endswith(_TRADES) and not is_given_name(token.low) and is_given_name(following.low)
    if trade or following.low not in lexicon.given or token.low in lexicon.given:
        return trade
    if token.word.isupper() and token.word.isalpha() and len(token.word) <= _POSITION:
        return True  # "GM NAME", "QB NAME"
    return token.low.endswith(("ing", *_PEOPLE)) or (_initials(token) and token.low in lexicon.places)


def _kind(chunk: list[_Token], given: bool) -> NameKind:
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


def _tells_person(token: _Token, inside: bool) -> bool:
    lexicon = name_lexicon()
    if inside and (token.low in lexicon.suffixes or token.low in lexicon.particles):
        return True
    return _initials(token) and token.low not in lexicon.places


def _end(chunk: list[_Token]) -> int:
    last = chunk[-1]
    inner = last.word.endswith(".") and last.low not in name_lexicon().suffixes and len(last.low.replace(".", "")) > 2
    return last.end - inner

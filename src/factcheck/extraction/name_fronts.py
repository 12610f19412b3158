"""What stands before a name in its run of capitals: titles, peoples, trades and positions."""

from __future__ import annotations

from ..entities.genders import is_given_name
from ..entities.roles import groups_of
from .name_tokens import Token, initials
from .name_words import is_role_word, name_lexicon

_POSITION = 3
"""Letters of the longest short form of a position: "GM", "DCI"."""
_PEOPLE = ("ian", "oan")
"""Endings of words for the people of a state, which stand before a name: "Kentuckian"."""
_TRADES = ("er", "or", "ist", "man", "woman", "ful", "ming", "ting", "ring", "ding")
"""Endings of words for those of a trade or mood, which stand before a name: "Goalscorer", "Fuming"."""
_RUNGS = frozenset({"assistant", "associate", "vice", "deputy", "academic", "executive"})
"""Make another role of the role noun behind them."""


def is_surname(chunk: list[Token]) -> bool:
    """Whether a role noun at a chunk's end is rather a surname: "Adline King", but "Saudi King"."""
    lexicon = name_lexicon()
    if chunk[-1].low not in lexicon.surnames:
        return False
    return not any(t.low in lexicon.no_names or t.low in lexicon.common or is_role_word(t.low) for t in chunk[:-1])


def is_titled(before: Token, last: Token) -> bool:
    """Whether a role noun is rather a surname behind a title: "Mayor Miller", but "Head Porter"."""
    lexicon = name_lexicon()
    pair = f"{before.low} {last.low}" in lexicon.role_pairs
    return last.low in lexicon.also_names and before.low not in lexicon.leading and not pair


def _is_given_name(chunk: list[Token]) -> bool:
    """Whether a role noun that opens a chunk is rather a given name before a bare surname: "Marine Le Pen"."""
    lexicon = name_lexicon()
    bare = len(chunk) == 2 or (len(chunk) == 3 and chunk[1].low in lexicon.particles)
    # No peer is addressed by an initial: "Earl J. NAME" has it as a given name.
    peer = len(chunk) == 3 and initials(chunk[1]) and "royalty" in groups_of(chunk[0].low)
    return (bare or peer) and chunk[0].low in lexicon.given_roles


def _is_given_behind_title(chunk: list[Token], k: int) -> bool:
    """Whether a role noun behind another one is a given name: "President Dean Sands", but "Assistant Dean Sands"."""
    lexicon = name_lexicon()
    if k == 0 or chunk[k].low not in lexicon.given_roles or f"{chunk[k - 1].low} {chunk[k].low}" in lexicon.role_pairs:
        return False
    return is_role_word(chunk[k - 1].low) and chunk[k - 1].low not in lexicon.leading | _RUNGS


def without_title(chunk: list[Token]) -> tuple[list[Token], Token | None]:
    """A chunk without the title or nationality in front, and the word that ended it."""
    lexicon = name_lexicon()
    if len(chunk) > 2 and chunk[-1].low in lexicon.roads and chunk[-1].low not in lexicon.surnames:
        return chunk, None
    for k in range(len(chunk) - 2, -1, -1):
        low = chunk[k].low
        if _is_given_here(chunk, k) or (k and all(token.low in lexicon.suffixes for token in chunk[k + 1 :])):
            continue  # What stands before "III" is a name, be it a trade's.
        addressed = low in lexicon.honorifics and (k == 0 or chunk[k - 1].low not in lexicon.given)
        if addressed or _are_initials_of_post(chunk[k], chunk[k + 1 :]):
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


def _is_given_here(chunk: list[Token], k: int) -> bool:
    """Whether what is an honorific or a people's word elsewhere is a given name before a surname: "Chief Don Hale"."""
    lexicon = name_lexicon()
    low, rest = chunk[k].low, chunk[k + 1 :]
    if len(rest) != 1 or low not in lexicon.given or not (k == 0 or is_role_word(chunk[k - 1].low)):
        return False
    last = rest[0].low
    named = last in lexicon.given or last in lexicon.common or last in lexicon.organizations or is_role_word(last)
    return (low in lexicon.honorifics or low in lexicon.demonyms) and not named


def _are_initials_of_post(token: Token, rest: list[Token]) -> bool:
    """Whether initials stand for a post before a surname, or for a position before a full name: "PM Hale"."""
    lexicon = name_lexicon()
    known = token.low in lexicon.posts or (len(rest) > 1 and token.low in lexicon.positions)
    thing = _is_thing(rest) or rest[-1].low in lexicon.organizations or rest[-1].low in lexicon.common
    return known and token.word.isupper() and not thing


def _is_person_noun(low: str) -> bool:
    """Whether a word is another one for a person, also composed: "customer", "great-grandson", "mother-of-two"."""
    persons = name_lexicon().persons
    if low in persons:
        return low not in name_lexicon().given
    first, hyphen, last = low.partition("-")
    return bool(hyphen) and (last.rpartition("-")[2] in persons or (first in persons and last.startswith("of-")))


def _is_thing(rest: list[Token]) -> bool:
    """Whether what stands behind a role noun ends as the name of a body or place does: "Pope Francis Centre"."""
    lexicon = name_lexicon()
    last = rest[-1].low
    if last in lexicon.organizations and rest[0].low not in lexicon.given:
        return True
    ends = last in lexicon.organizations or last in lexicon.roads
    return len(rest) > 1 and ends and last not in lexicon.surnames


def _are_people(first: Token, second: Token) -> bool:
    """Whether two words are what somebody from a place is called: "New Yorker", "Long Islander"."""
    return (
        first.low in name_lexicon().place_starts
        and second.low.endswith("er")
        and second.low not in name_lexicon().given
    )


def _is_outside(token: Token, following: Token) -> bool:
    """Whether a word before a full name is no part of it: a participle, a position, somebody's state, a dateline's."""
    lexicon = name_lexicon()
    trade = token.low.endswith(_TRADES) and not is_given_name(token.low) and is_given_name(following.low)
    if trade or following.low not in lexicon.given or token.low in lexicon.given:
        return trade
    if token.word.isupper() and token.word.isalpha() and len(token.word) <= _POSITION:
        return True  # "GM NAME", "QB NAME"
    return token.low.endswith(("ing", *_PEOPLE)) or (initials(token) and token.low in lexicon.places)

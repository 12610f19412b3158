"""The title that an article gives a speaker."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from ..entities.name_parts import name_tables, parse_name
from ..entities.names import same_person
from ..models import Speaker, Title
from ..text import without_possessive
from .titles import Holding

_BEARER = re.compile(r"([^a-z\W\d_](?<!\w.))(?=([\w'’]*+)\.?+ ([^a-z\W\d_][\w'’-]*+))")
"""A word and the next one, such as a given name and a surname: the first letter, the rest, and the surname. Neither
begins with a small letter of the basic alphabet, and a search for such letters alone passes quickly over the others."""

_SEX: Mapping[str, str] = {"mr": "he", "mrs": "she", "ms": "she", "miss": "she"}

_MOST = 30
"""Most names of one surname that are held against each other in all their forms, so that a list of names costs no more
than its length. Of more, only the same name counts."""


class _Places(NamedTuple):
    """The titles of one person, in the order of the text, and where each one's name stands."""

    titles: Sequence[Title]
    starts: Sequence[int]

    @classmethod
    def of(cls, holdings: Iterable[Holding]) -> _Places:
        first: dict[int, Title] = {}
        for holding in sorted(holdings, key=lambda h: (h.person.span.start, h.title.span.start)):
            first.setdefault(holding.person.span.start, holding.title)
        return cls(tuple(first.values()), tuple(first))

    def nearest(self, at: int) -> Title | None:
        """The title whose name stands nearest to a position, the earlier of two as near."""
        if not self.titles:
            return None
        index = bisect_left(self.starts, at)
        near = [k for k in (index - 1, index) if 0 <= k < len(self.starts)]
        return self.titles[min(near, key=lambda k: abs(self.starts[k] - at))]


class SpeakerTitles:
    """The titles that an article gives, ready to be asked for by speaker."""

    def __init__(self, text: str, holdings: Iterable[Holding]) -> None:
        """``holdings`` are the titles of persons in ``text``."""
        self._text = text
        self._by_surname: defaultdict[str, defaultdict[str, list[Holding]]] = defaultdict(lambda: defaultdict(list))
        for holding in holdings:
            self._by_surname[surname_of(holding.person.text)][holding.person.text].append(holding)
        self._places: dict[str, tuple[_Places, _Places]] = {}

    @cached_property
    def _shared(self) -> frozenset[str]:
        """The surnames of several persons, looked for when somebody with a title first speaks."""
        return shared_surnames(self._text)

    def of(self, speaker: Speaker) -> Title | None:
        """The title that the article gives this speaker, or None.

        One that names an office ("Secretary of State") goes before one that does not ("Secretary"); of several such, it
        is the one nearest to the mention. Where several persons bear the surname, only a title beside a full name
        counts.
        """
        if speaker.name not in self._places:
            own = self._own(speaker.name)
            self._places[speaker.name] = (
                _Places.of(holding for holding in own if holding.title.office is not None),
                _Places.of(holding for holding in own if holding.title.office is None),
            )
        named, other = self._places[speaker.name]
        at = speaker.mention.span.start
        return named.nearest(at) or other.nearest(at)

    def _own(self, name: str) -> list[Holding]:
        surname = surname_of(name)
        bearers: Mapping[str, list[Holding]] | None = self._by_surname.get(surname)
        if bearers is None:
            return []
        alike = [name] if name in bearers else []
        if len(bearers) <= _MOST:
            alike = [text for text in bearers if same_person(text, name)]
        if surname in self._shared:
            alike = [text for text in alike if _is_full(text) and _is_full(name)]
        return [holding for text in alike for holding in bearers[text]]


def shared_surnames(text: str) -> frozenset[str]:
    """The surnames before which a text has given names of two persons, or both "Mr." and "Mrs.", folded."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    known = name_tables().full_names
    for first, rest, surname in _BEARER.findall(text):
        if first.isupper() and surname[0].isupper():
            plain = f"{first}{rest}".casefold()
            if plain in known or plain in _SEX:
                found[_bare(surname)].add(plain)
    return frozenset(surname for surname, before in found.items() if _are_several(before, surname))


def _are_several(before: set[str], surname: str) -> bool:
    given = sorted(word for word in before if word not in _SEX)[:_MOST]
    others = any(not same_person(f"{a} {surname}", f"{b} {surname}") for a, b in combinations(given, 2))
    return others or len({_SEX[word] for word in before if word in _SEX}) > 1


def _is_full(name: str) -> bool:
    return bool(parse_name(name).given)


def surname_of(name: str) -> str:
    """The last word of a name, folded and without the ending of a possessive."""
    words = name.split()
    return _bare(words[-1]) if words else ""


def _bare(word: str) -> str:
    return without_possessive(word.casefold())

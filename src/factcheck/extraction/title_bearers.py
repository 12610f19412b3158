"""Whether what stands beside a title can be the person who has it."""

from __future__ import annotations

import re
from functools import cache

from ..entities.jurisdictions import jurisdiction_phrases, plain
from ..entities.roles import groups_of, role_phrases
from ..knowledge import load
from ..knowledge import words as listed
from .name_words import Name, name_lexicon
from .title_words import Phrase, lexicon

_OWNED = re.compile(r"['’]s\s(?P<thing>[A-Z]\w+)")


def is_plural(text: str, name: Name) -> bool:
    """Whether a name is a plural of organizations or persons, written large: "Foreign Terrorist Organizations"."""
    word = text[name.start : name.end].casefold()
    return word.endswith("s") and (word.removesuffix("s") in lexicon().organizations or word in role_phrases())


def is_place(text: str, name: Name) -> bool:
    """Whether a name is a state's or country's, a site's, or owns what a place is called: "King William's Town"."""
    owned = _OWNED.match(text, name.end)
    if owned is not None and owned["thing"].casefold() in lexicon().owned:
        return True
    written = text[name.start : name.end]
    site = written.rpartition(" ")[2].casefold()
    bare = name.kind == "unknown" or " " not in written
    if bare and site in listed("places", "sites") and site not in name_lexicon().surnames:
        return True
    return not name.given and plain(written) in jurisdiction_phrases()


def is_road(text: str, name: Name, phrase: Phrase) -> bool:
    """Whether a word behind a role noun makes the name of a road of it: "King Street", "Metropolitan Avenue"."""
    road = text[name.start : name.end].casefold() in name_lexicon().roads
    return road and bool(groups_of(phrase.head) & {"royalty", "church"})


def is_person(name: Name, phrase: Phrase) -> bool:
    """Whether a name may be a person's, given its role noun: companies and countries are owners and leaders as well."""
    return name.kind == "person" or phrase.head not in _of_things()


@cache
def _of_things() -> frozenset[str]:
    return frozenset(load("title_words")["phrase"]["of_things"])

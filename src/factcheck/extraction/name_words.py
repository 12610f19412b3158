"""The words that names are told by, and how a run of words written large is found."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from ..entities.genders import Gender, given_names, known_gender, likely_gender
from ..knowledge import load

NameKind = Literal["person", "organization", "place", "unknown"]

_UPPER = "".join(c for c in map(chr, range(0x41, 0x250)) if c.isupper())
_ELECT = ("-elect", "-designate")
_STATUS = ("ex-", "then-")
_WORD = rf"[{_UPPER}][^\W_]*+(?:(?:['’](?!s\b|S\b)|-|&)[^\W_]++)*+"
_TOKEN_PATTERN = rf"(?:[{_UPPER}]\.(?:-?[{_UPPER}]\.)*+|(?:{{abbreviations}})\.|{_WORD})"
_GAP = r"[ \t\u00a0]{1,2}"
_LINK = r"(?:of|for|and|&|on)(?:[ \t\u00a0]the)?"
LINK_WORDS = frozenset(("of", "for", "and", "on", "the"))
_NICKNAME = rf"[\"“][{_UPPER}][^\W_]++(?:[ ][{_UPPER}][^\W_]++){{0,2}}+[\"”]"


def _rest(abbreviations: list[str]) -> str:
    """What may follow the first letter of a run: a search that starts with a plain set of letters is fast."""
    endings = sorted({w[1:] for w in abbreviations} | {"r", "t"}, key=lambda w: (-len(w), w))
    word = _WORD.removeprefix(f"[{_UPPER}]")
    return rf"(?:\.(?:-?[{_UPPER}]\.)*+|(?:{'|'.join(endings)})\.|{word})"


class Name(NamedTuple):
    """A name in a text. ``text[start:end]`` is the name without honorific, title and possessive ending."""

    start: int
    end: int
    kind: NameKind
    honorific: str | None
    """Courtesy title right before it, in lower case without its full stop."""
    lead: int
    """Where the run starts that the name ends: the first word of a title written large, or ``start``."""
    given: bool = False
    """Whether it opens with a given name that a table knows."""


class NameLexicon:
    """The tables of names in the form that the rules look them up in."""

    def __init__(self) -> None:
        table, roles = load("names"), load("roles")
        honorifics = load("honorifics")
        words: dict[str, str] = table["words"]
        self.honorifics: dict[str, Gender | None] = {
            **dict.fromkeys(honorifics["male"], "male"),
            **dict.fromkeys(honorifics["female"], "female"),
            **dict.fromkeys(honorifics["any"], None),
        }
        self.female_endings = tuple(words["female_endings"].split())
        self.gendered_parts: dict[str, Gender] = {
            **dict.fromkeys(words["male_parts"].split(), "male"),
            **dict.fromkeys(words["female_parts"].split(), "female"),
        }
        self.peoples = frozenset(words["peoples"].split())
        self.epithets = frozenset(words["epithets"].split())
        self.particles = frozenset(words["particles"].split())
        self.suffixes = frozenset(words["suffixes"].split())
        self.also_parts = frozenset(words["also_parts"].split())
        self.persons = frozenset(f"{words['persons']} {words['kin_male']} {words['kin_female']}".split())
        self.before_given = frozenset(honorifics["before_given"])
        self.none = frozenset(f"{words['function_words']} {words['calendar']} {words['headline_verbs']}".split())
        timex = load("timex")
        self.months = frozenset(timex["month_names"]) | {"jan"}
        self.month_names = tuple(sorted(month.title() for month in self.months))
        self.days = ("Sunday", "Monday", "Friday", "Easter", "Christmas", "Wednesday")
        self.before_months = frozenset(timex["month_context"]) | frozenset(load("grammar")["determiners"].split())
        self.calendar = frozenset(words["calendar"].split())
        self.demonyms = frozenset(words["demonyms"].split())
        self.organizations = frozenset(words["organizations"].split())
        self.known = frozenset(words["known_organizations"].split())
        self.places = frozenset(words["places"].split())
        self.roads = frozenset(load("number_names")["streets"])
        self.place_starts = frozenset(words["place_starts"].split())
        self.given = given_names()
        phrases = [phrase for group in roles["groups"].values() for phrase in group]
        heads = {phrase.split()[-1] for phrase in phrases if " of " not in phrase and " in " not in phrase}
        self.role_pairs = frozenset(phrase for phrase in phrases if phrase.count(" ") == 1)
        short = {word for phrase in roles["short"] for word in phrase.split()}
        self.also_names = frozenset(load("title_words")["phrase"]["also_names"]) | {"king", "prince"}
        self.given_roles = self.also_names - self.honorifics.keys()
        self.surnames = frozenset(load("title_words")["phrase"]["also_surnames"]) | self.also_names
        self.leading = frozenset(load("title_words")["words"]["leading_words"])
        self.degrees = frozenset(honorifics["degrees"])
        self.posts, self.positions = frozenset(honorifics["posts"]), frozenset(honorifics["positions"])
        words_of_titles = frozenset(load("title_words")["phrase"]["modifiers"])
        self.common = words_of_titles.union(*load("common_words")["bands"].values())
        self.no_names = self.demonyms | self.places | self.organizations
        self.roles = (heads | {f"{head}s" for head in heads} | short) - (self.organizations - {"justice"})
        self.titles = self.roles | self.honorifics.keys()
        dotted = sorted((short | set(self.honorifics)) - {"king", "queen"}, key=lambda w: (-len(w), w))
        token = _TOKEN_PATTERN.format(abbreviations="|".join(w.title() for w in dotted) + "|Jr|Sr|St")
        particle = "|".join(sorted(self.particles, key=lambda w: (-len(w), w)))
        article = rf"(?:(?:{'|'.join(words['articles'].split())})-)?"
        self.run = re.compile(
            rf"[{_UPPER}](?<![\w@#].){_rest(dotted)}(?:{_GAP}(?:(?:{particle}|{_LINK}){_GAP}){{0,2}}+{article}{token}"
            rf"|{_GAP}{_NICKNAME}(?={_GAP}[{_UPPER}])|,{_GAP}(?:Jr|Sr)\b\.?)*+"
        )
        self.token = re.compile(
            rf"(?:{_GAP}(?P<link>{_LINK}){_GAP})?(?P<word>{article}{token}|,{_GAP}(?:Jr|Sr)\b\.?|{_NICKNAME}|[^\W_]++)"
        )


@cache
def name_lexicon() -> NameLexicon:
    """The tables, read once."""
    return NameLexicon()


def gender_of(name: str, honorific: str | None = None) -> Gender | None:
    """The gender that an honorific or the first given name of ``name`` tells, or None."""
    lexicon = name_lexicon()
    told = lexicon.honorifics.get(honorific) if honorific else None
    if told:
        return told
    words = name.casefold().split()
    if len(words) < 2:
        return None
    if words[-1].endswith(lexicon.female_endings):
        return "female"
    known = known_gender(words[0])
    return known or next((lexicon.gendered_parts[word] for word in words[1:] if word in lexicon.gendered_parts), None)


def leaning(name: str) -> Gender | None:
    """The gender that a full name likely has, by lists of many languages, of whose names most in -a are women's."""
    given, space, _ = name.partition(" ")
    return likely_gender(given) if space and known_gender(given.casefold()) is None else None


def kin_gender(word: str) -> Gender | None:
    """The gender that a word for kin in lower case tells ("widow"), or None."""
    return _kin().get(word)


@cache
def _kin() -> dict[str, Gender]:
    words = load("names")["words"]
    male: dict[str, Gender] = dict.fromkeys(words["kin_male"].split(), "male")
    return male | dict.fromkeys(words["kin_female"].split(), "female")


def is_role_word(low: str) -> bool:
    """Whether a word is a role or has one in it: "president", "president-elect", "ex-mayor"."""
    return low in name_lexicon().roles or low.endswith(_ELECT) or low.startswith(_STATUS)

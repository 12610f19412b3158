"""Role nouns: the words that head a title, in their singular and in one form a role."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from ..knowledge import load


@cache
def role_phrases() -> Mapping[str, str]:
    """Every form of every role noun, in lower case, with its singular: plurals and abbreviations included."""
    table = load("roles")
    heads = {head for group in table["groups"].values() for head in group}
    forms: dict[str, str] = {}
    for head in sorted(heads):
        forms.setdefault(_plural(head), head)
    forms |= table["plurals"] | table["short"]
    return forms | {head: head for head in heads}


def _plural(head: str) -> str:
    """The regular plural of a role noun."""
    if head.endswith("man") and not head.endswith("german"):
        return head.removesuffix("man") + "men"
    if head.endswith("y") and head[-2] not in "aeiou":
        return head.removesuffix("y") + "ies"
    return head + ("es" if head.endswith(("s", "ch", "sh", "x")) else "s")


@lru_cache(maxsize=1 << 14)
def groups_of(head: str) -> frozenset[str]:
    """The fields that a role noun, in the singular, belongs to, such as "military"."""
    return frozenset(name for name, heads in load("roles")["groups"].items() if head in heads)


def exclude(a: str, b: str) -> bool:
    """Whether no person holds two roles, in their one form, at one time: a mayor and a governor."""
    return _share(a, b, "exclusive")


def posts_apart(a: str, b: str) -> bool:
    """Whether two roles, in their one form, are posts of one body that nobody fills together."""
    return _share(a, b, "posts")


def ranks_apart(a: str, b: str) -> bool:
    """Whether two roles, in their one form, are two ranks of one ladder that are not called by one word."""
    return _share(a, b, "ladders") and a.rsplit(maxsplit=1)[-1] != b.rsplit(maxsplit=1)[-1]


def is_higher(a: str, b: str) -> bool:
    """Whether the first of two roles stands above the second on a ladder of ranks."""
    ladders = (ladder for ladder in load("roles")["ladders"].values() if a in ladder and b in ladder)
    return any(ladder.index(a) > ladder.index(b) for ladder in ladders)


def _share(a: str, b: str, table: str) -> bool:
    return a != b and any(a in listed and b in listed for listed in _lists(table))


@cache
def _lists(table: str) -> tuple[frozenset[str], ...]:
    """The lists of a table of roles, each role also with its domain in the one form that titles are read in."""
    domains: dict[str, str] = load("title_words")["domains"]
    return tuple(
        frozenset((*listed, *(" ".join(domains.get(word, word) for word in role.split()) for role in listed)))
        for listed in load("roles")[table].values()
    )


@lru_cache(maxsize=1 << 14)
def wider(a: str, b: str) -> bool:
    """Whether one of two roles may be called by the other: a novelist is an author."""
    table: dict[str, list[str]] = load("title_words")["wider"]
    return b in table.get(a, ()) or a in table.get(b, ()) or any(_is_kind_of(*pair) for pair in ((a, b), (b, a)))


def _is_kind_of(narrow: str, wide: str) -> bool:
    """Whether a role's last word is the other role, as of a rugby player, or its ending is that of a science."""
    if wide in ("scientist", "researcher", "expert", "academic", "professor", "doctor", "specialist", "consultant"):
        return narrow.endswith(("ologist", "icist", "ographer", "ician", "chemist", "iatrist", "historian"))
    first = narrow.partition(" ")[0]
    return narrow.endswith(f" {wide}") and first not in load("title_words")["words"]["inseparable"]


def canonical_role(phrase: str) -> str:
    """The one form of a role: singular, and the same for all its words ("chairwomen" and "chairman" are "chair").

    A phrase that is no role noun comes back as it is.
    """
    singular = role_phrases().get(phrase, phrase)
    canonical: dict[str, str] = load("title_words")["canonical"]
    return canonical.get(singular, singular)

"""Role nouns: the words that head a title, in their singular and in one form a role."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

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


@cache
def groups_of(head: str) -> frozenset[str]:
    """The fields that a role noun, in the singular, belongs to, such as "military"."""
    return frozenset(name for name, heads in load("roles")["groups"].items() if head in heads)


def exclude(a: str, b: str) -> bool:
    """Whether no person holds two roles, in their one form, at one time: a mayor and a governor, two ranks."""
    return a != b and any(a in held and b in held for held in load("roles")["exclusive"].values())


def canonical_role(phrase: str) -> str:
    """The one form of a role: singular, and the same for all its words ("chairwomen" and "chairman" are "chair").

    A phrase that is no role noun comes back as it is.
    """
    singular = role_phrases().get(phrase, phrase)
    canonical: dict[str, str] = load("title_words")["canonical"]
    return canonical.get(singular, singular)

"""Verbs that mean the same in a main sense, by WordNet: "punish" and "penalize"."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from ..knowledge import load


def synonyms(verb: str) -> frozenset[str]:
    """The verbs that mean the same as one, all as base forms in small letters; none where the table doesn't know it."""
    return _synonyms().get(verb, frozenset())


@cache
def _synonyms() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for together in load("verb_synonyms")["sets"].split("/"):
        own = {spelled for verb in together.split() for spelled in (verb, _british(verb))}
        for verb in own:
            found[verb] |= own - {verb}
    return {verb: frozenset(others) for verb, others in found.items()}


def _british(verb: str) -> str:
    """A verb in "-ize" as many British newspapers spell it."""
    return f"{verb.removesuffix('ize')}ise" if verb.endswith("ize") else verb

"""British and American spellings of one word, which outlets choose by house style."""

from __future__ import annotations

from functools import cache, lru_cache

from ..knowledge import load


@lru_cache(maxsize=1 << 14)
def american(word: str) -> str:
    """The American spelling of a word in lower case; any other word comes back as it is."""
    words, endings, kept = _tables()
    known = words.get(word)
    if known is not None or word in kept:
        return known or word
    for british, ending, least in endings:
        if len(word) >= least and word.endswith(british):
            return word.removesuffix(british) + ending
    return word


@cache
def _tables() -> tuple[dict[str, str], list[tuple[str, str, int]], frozenset[str]]:
    table = load("house_spelling")
    return table["words"], [(a, b, least) for a, b, least in table["endings"]], frozenset(table["kept"])

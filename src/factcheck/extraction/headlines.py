"""Headlines: lines of words written large without a full stop, in which capitals tell no names."""

from __future__ import annotations

import re

_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_SMALL = frozenset({"the", "and", "for", "with", "from", "over", "into", "after", "about"})
_SENTENCE_ENDS = ".!?:;,\"”’')]…"

LONGEST = 160
"""Characters of the longest line that is taken for a headline."""

FEWEST = 6
"""Words of three letters and more that a headline has at least: fewer may be a name by itself."""

LARGE = 0.8
"""Share of words written large that makes a line without a full stop a headline."""


def in_headline(text: str, at: int, *, closed: bool = False) -> bool:
    """Whether position ``at`` stands in a line of words written large without a full stop: a headline, no sentence.

    ``closed`` also takes one that has a full stop, as some outlets set behind it.
    """
    start = text.rfind("\n", max(0, at - LONGEST), at) + 1
    end = text.find("\n", at, at + LONGEST)
    if (start == 0 and at > LONGEST) or (end < 0 and len(text) > at + LONGEST):
        return False
    line = text[start : end if end >= 0 else len(text)].rstrip()
    line = line.removesuffix(".") if closed else line
    if not line or len(line) > LONGEST or line[-1] in _SENTENCE_ENDS:
        return False
    words = [word for word in _LONG_WORD.findall(line) if word.casefold() not in _SMALL]
    return len(words) >= FEWEST and sum(w[0].isupper() for w in words) >= LARGE * len(words)

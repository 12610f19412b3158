"""Furniture: lines inside or behind an article that are no prose of it, such as comment boxes and embedded posts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..knowledge import load
from ..text import Range, paragraphs
from .stamps import classify

MAX_LINE = 200
"""Longest line of furniture, in code points."""

MAX_LABEL = 80
"""Longest line that may be a button's label or a comment box, count included: twice the longest known one."""

_HEADING = re.compile(r"#{1,6}\s++(.*?)\s*#*")
_RULE = re.compile(r"(?:[-=_*~#][ \t]?){3,}+")
_PICTURE = re.compile(r"!\[[^\]]*+\]\([^)]*+\)")
_LINK = re.compile(r"!?\[([^\]]*+)\]\([^)]*+\)")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b(?: ©| \(c\))?)\s*+(?:\d{4}|[^\W\d_]).*", re.IGNORECASE)
_LABEL = re.compile(r"([A-Za-z][A-Za-z ]{1,20}):\s*+\S.*")
_COUNT = re.compile(r"\s*+(?:\(\d{1,6}\)|:)?$|^\d{1,6}\s++")
_SIGNATURE = re.compile(r"[—–-]{1,2}\s*+[^()@]{1,60}\(@\w{1,20}\)\s*+[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}")
_ROW = re.compile(r"\|.*\||[^|\t]{1,60}(?:\s\|\s[^|\t]{1,60}){2,}|[^\t]{1,60}(?:\t[^\t]{1,60}){2,}")
_TICKER = re.compile(r"[+−-]\d[\d., ]{0,8}%")
_CREDIT = re.compile(
    r"[(\[]?(?:(?:File )?Photo|Picture|Image|Illustration|Graphic|Video)s?(?: by|:| courtesy| credit)[^.!?]{2,80}[)\]]?"
)
_QUOTATION = re.compile(r"[\"“”«»„]")
_END = ".…! "


def find_furniture(text: str, start: int) -> Iterator[Range]:
    """The ranges of furniture at and behind ``start``.

    An embedded post is its signature ("— Name (@name) January 1, 2025") and the line above it, unless that line
    quotes somebody: the words are the post's, not the article's. From a comment box on, all is readers' words.
    """
    before: Range | None = None
    prose = False
    for whole in paragraphs(text):
        if whole[1] <= start:
            continue
        span = (max(whole[0], start), whole[1])
        line = text[span[0] : min(span[1], span[0] + MAX_LINE + 1)]
        if prose and _is_one_of(line, "comment_box"):
            yield span[0], len(text.rstrip())
            return
        if len(line) <= MAX_LINE and _SIGNATURE.fullmatch(line):
            if before and not _QUOTATION.search(text, *before):
                yield before
            yield span
            before = None
        elif heading(line) or is_rule(line) or is_furniture(line) or (prose and _is_stamp(line)):
            yield span
            before = None
        else:
            before, prose = span, True


def _is_stamp(line: str) -> bool:
    """Whether a line inside the prose states nothing but a day, an update or a by-line."""
    if line[-1] in '.!?…”"' and not line.endswith("m."):  # a sentence, and no "p.m."
        return False
    facts = classify(line)
    return facts is not None and any(name in ("published", "updated", "authors") for name, _ in facts)


def heading(line: str) -> str | None:
    """The words of a Markdown heading, without its marks; None where ``line`` is none."""
    match = _HEADING.fullmatch(line) if len(line) <= MAX_LINE else None
    return _LINK.sub(r"\1", match[1]).replace("**", "").replace("`", "").strip("*_ ") or None if match else None


def is_rule(line: str) -> bool:
    """Whether ``line`` is a rule, or the underline of a heading."""
    return len(line) <= MAX_LINE and bool(_RULE.fullmatch(line))


def is_furniture(line: str) -> bool:
    """Whether ``line`` alone shows that it is no prose: a picture, a credit, a "Related: ...", a button's label."""
    if len(line) > MAX_LINE:
        return False
    words = load("front_lines")["furniture"]
    label = _LABEL.fullmatch(line)
    return bool(
        (label and label[1].lower() in words["labels"])
        or _is_one_of(line, "lines")
        or line.lower().startswith(tuple(words["starts"]))
        or (line.lower().startswith(tuple(words["leads"])) and line[-1] not in '.!?”"')
        or _PICTURE.fullmatch(line)
        or _COPYRIGHT.fullmatch(line)
        or _CREDIT.fullmatch(line)
        or _is_table(line)
    )


def _is_table(line: str) -> bool:
    """Whether ``line`` is a row of a table, or a ticker of prices."""
    return bool(_ROW.fullmatch(line)) or len(_TICKER.findall(line)) > 1


def _is_one_of(line: str, kind: str) -> bool:
    """Whether ``line``, without a count of comments or a stop, is a known line of this kind."""
    if len(line) > MAX_LABEL:
        return False
    return _COUNT.sub("", line.strip(_END).lower()).strip(_END) in load("front_lines")["furniture"][kind]

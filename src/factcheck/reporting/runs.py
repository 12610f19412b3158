"""Runs of text as the page's markup. There are hundreds of thousands in a long report, so no template makes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

from .excerpt import BOILERPLATE, DIFFERING, GAP, PASSAGE, Paragraph, Run
from .visible import visible

_SPECIAL = re.compile("[&<>\"']")
_TAGS = {
    PASSAGE: ('<span class="said">', "</span>"),
    DIFFERING: ("<mark>", "</mark>"),
    GAP: ('<mark class="gap">', "</mark>"),
    BOILERPLATE: ('<span class="boilerplate">', "</span>"),
}
GIVEN = {DIFFERING: ('<mark class="given">', "</mark>")}
"""How a title is marked where it is given: nothing differs from it there."""
BRIEFLY = {DIFFERING: _TAGS[DIFFERING], GAP: _TAGS[GAP]}
"""What is marked in brief: the words that differ alone."""


def safe(text: str) -> str:
    """Text of an article on its way into the page: every sign stands for itself, and none acts on a screen."""
    shown = visible(text)
    return str(escape(shown)) if _SPECIAL.search(shown) else shown


def line(paragraph: Paragraph, tags: dict[str, tuple[str, str]] = _TAGS) -> str:
    """A paragraph of an excerpt with what its runs are."""
    parts: list[str] = []
    for run in paragraph:
        opening, closing = tags.get(run.look, ("", ""))
        parts += (opening, safe(run.missing if run.look == GAP else run.text), closing)
    return "".join(parts)


def lines(
    paragraphs: Iterable[Paragraph], tags: dict[str, tuple[str, str]] = _TAGS, ends: tuple[str, str] = ("", "")
) -> Markup:
    """The paragraphs of an excerpt, each in an element of its own, with what stands before them and behind them."""
    listed = [line(paragraph, tags) for paragraph in paragraphs]
    text = '</p>\n<p dir="auto">'.join(listed)
    return Markup(f'<p dir="auto">{ends[0]}{text}{ends[1]}</p>' if listed else "")  # noqa: S704 - all of it is safe


def whole(paragraphs: Iterable[Paragraph], anchors: Callable[[Run], Iterable[str]]) -> Markup:
    """The paragraphs of a whole article: its claims, what is disputed, what is no prose, and the places led to."""
    text = '</p>\n<p dir="auto">'.join("".join(_stretch(run, anchors) for run in each) for each in paragraphs)
    return Markup(f'<p dir="auto">{text}</p>' if text else "")  # noqa: S704 - all of it is safe


def _stretch(run: Run, anchors: Callable[[Run], Iterable[str]]) -> str:
    if not run.marks:
        return safe(run.text)
    places = "".join(f'<span id="{safe(name)}" tabindex="-1"></span>' for name in anchors(run))
    if run.look == BOILERPLATE:
        return f'{places}<span class="boilerplate">{safe(run.text)}</span>'
    words = safe(run.missing if run.look == GAP else run.text)
    if run.sides:
        gap = " class=gap" if run.look == GAP else ""
        words = f'<mark data-c="{safe(run.sides)}"{gap}>{words}</mark>'
    claims = run.claims
    return f'{places}<span class="claim {claims[-1].form}">{words}</span>' if claims else f"{places}{words}"

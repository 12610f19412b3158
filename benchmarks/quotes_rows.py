"""Rows of marked quotations, as evaluation sets hold them, made into claims and articles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from factcheck.models import Article, Claim, Form, Interval, Passage, Speaker

_MARK = re.compile(r"[\"“”]")

PRONOUNS = frozenset({"he", "she", "it", "they", "i", "we", "who", "which", "her", "his"})


def claims_and_articles(rows: Iterable[Mapping[str, Any]]) -> tuple[list[Claim], dict[str, Article], dict[str, str]]:
    """Claims and their articles from rows with id, doc, outlet, date, text, and maybe before, after, speaker.

    A claim is direct, or mixed where its row holds quotation marks inside. An article's text is put together from its
    quotations and the words around them. Returns the claims, the articles by id, and the row's id by the claim's id.
    """
    documents: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        documents[row["doc"]].append(row)
    claims: list[Claim] = []
    articles: dict[str, Article] = {}
    row_of: dict[str, str] = {}
    for doc, own in sorted(documents.items()):
        text, places = _text(own)
        day = own[0].get("date")
        published = Interval(start=date.fromisoformat(day), end=date.fromisoformat(day)) if day else None
        articles[doc] = Article(id=doc, source=own[0].get("outlet") or "", text=text, published=published)
        for row, (start, end) in zip(own, places, strict=True):
            form: Form = "mixed" if _MARK.search(row["text"]) else "direct"
            claim = Claim(
                id=Claim.key(doc, form, start, end),
                article_id=doc,
                form=form,
                content=Passage.cut(text, start, end),
                speaker=_speaker(row.get("speaker"), text, start),
            )
            claims.append(claim)
            row_of[claim.id] = row["id"]
    return claims, articles, row_of


def _text(rows: Iterable[Mapping[str, Any]]) -> tuple[str, list[tuple[int, int]]]:
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    at = 0
    for row in rows:
        before = f"{row.get('before') or ''}“"
        after = f"”{row.get('after') or ''}\n"
        places.append((at + len(before), at + len(before) + len(row["text"])))
        pieces += (before, row["text"], after)
        at = places[-1][1] + len(after)
    return "".join(pieces), places


def _speaker(name: str | None, text: str, at: int) -> Speaker | None:
    if not name or not name[0].isupper() or name.casefold() in PRONOUNS:
        return None
    return Speaker(name=name, mention=Passage.cut(text, at, at), resolved_by="name", confidence=0.9)

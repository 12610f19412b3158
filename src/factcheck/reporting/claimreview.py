"""Published verdicts as schema.org ClaimReview, for search engines and other fact-checkers.

https://schema.org/ClaimReview
"""

from __future__ import annotations

import json
from typing import Any

from ..models import Article, Conflict
from .address import link
from .decisions import Decision
from .index import ELSEWHERE, Index, articles_of, outlet
from .record import ReportRecord


def render_claimreview(report: ReportRecord) -> str:
    """ClaimReview records as JSON-LD, only for what a person has confirmed with a verdict and its web address.

    Everything else is no review: the list is empty where nobody has published a verdict.
    """
    index = Index(report)
    reviews = [
        _review(index, conflict, decision)
        for conflict in index.ranked
        if (decision := index.decisions.get(conflict.id)) and _published(decision)
    ]
    return json.dumps({"@context": "https://schema.org", "@graph": reviews}, indent=2, ensure_ascii=False) + "\n"


def _published(decision: Decision) -> bool:
    return bool(decision.status == "confirmed" and decision.rating.strip() and link(decision.url))


def _review(index: Index, conflict: Conflict, decision: Decision) -> dict[str, Any]:
    articles = [texts[0] for texts in index.witnesses(articles_of(conflict))]
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "@id": f"urn:factcheck:conflict:{conflict.id}",
        "url": decision.url,
        "claimReviewed": conflict.summary,
        "reviewRating": {"@type": "Rating", "alternateName": decision.rating.strip()},
        "itemReviewed": {"@type": "Claim", "appearance": [_appearance(article) for article in articles]},
    }
    if decision.reviewer:
        review["author"] = {"@type": "Person", "name": decision.reviewer}
    if decision.decided:
        review["datePublished"] = decision.decided.date().isoformat()
    if decision.note:
        review["reviewBody"] = decision.note
    if index.decided_elsewhere(conflict):
        review["comment"] = {"@type": "Comment", "text": ELSEWHERE}
    return review


def _appearance(article: Article) -> dict[str, Any]:
    known = {
        "headline": article.title,
        "url": link(article.url),
        "datePublished": article.published.start.isoformat()
        if article.published and article.published.start == article.published.end
        else None,
        "publisher": {"@type": "Organization", "name": outlet(article)},
    }
    return {"@type": "NewsArticle"} | {key: value for key, value in known.items() if value}

"""Clusters of quotations that are one utterance, as the scorer of clusters reads them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from quotes_rows import claims_and_articles

from factcheck.alignment.utterances import group_utterances


def predict_clusters(rows: list[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    """The cluster of each quotation; one that stands alone is left out."""
    claims, articles, row_of = claims_and_articles(rows)
    for group in group_utterances(claims, articles):
        for claim in group.claims:
            yield {"id": row_of[claim], "cluster": group.id}

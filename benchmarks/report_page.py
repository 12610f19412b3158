"""How large the HTML report gets, and how fast it opens: 5,000 conflicts over 2,000 articles of 3,000 characters.

    python benchmarks/report_page.py [CONFLICTS ARTICLES]

Prints one line of JSON: seconds to render, megabytes, and seconds until Chromium shows the page with its tools at work
(the median of three cold openings). The aims are under 2 seconds and under 12 MB.
"""

from __future__ import annotations

import json
import random
import shutil
import statistics
import sys
import tempfile
import time
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from factcheck.models import (
    Article,
    Claim,
    Conflict,
    Evidence,
    Group,
    Interval,
    Link,
    Passage,
    Side,
    Span,
    Speaker,
    Title,
)
from factcheck.reporting import render_html
from factcheck.reporting.report import Input, Provenance, Report
from factcheck.settings import Settings

LENGTH = 3000

_SYLLABLES = [onset + vowel + coda for onset in "bdfghklmnprstvw" for vowel in "aeiou" for coda in ("", "n", "r", "st")]
WORDS = random.Random(3).sample([a + b for a in _SYLLABLES for b in _SYLLABLES], 5000)
_WEIGHTS = list(accumulate(1 / (rank + 3) for rank in range(len(WORDS))))
"""Made-up words, as frequent as those of a language (Zipf's law): the text packs no better than news does."""

PEOPLE = [f"{given} {surname}".title() for given, surname in zip(WORDS[:300], WORDS[300:600], strict=True)]
"""Everybody who says something. Every second statement stands with a title."""


def _words(chance: random.Random, number: int) -> str:
    return " ".join(chance.choices(WORDS, cum_weights=_WEIGHTS, k=number)).capitalize()


def build(conflicts: int, articles: int) -> Report:
    """A report of this size. Each conflict sets a passage of one article against one of another."""
    chance = random.Random(7)
    made = [_article(chance, number) for number in range(articles)]
    claims: dict[str, Claim] = {}
    found = []
    groups = []
    for number in range(conflicts):
        pair = chance.sample(made, 2)
        own = [_claim(chance, article) for article in pair]
        claims.update((claim.id, claim) for claim in own)
        sides = tuple(_side(claim, f"reading {n} of {number}") for n, claim in enumerate(own))
        ids = tuple(claim.id for claim in own)
        link = Link(a=ids[0], b=ids[1], score=0.9, evidence={"words": 0.9, "speaker": 1.0})
        groups.append(Group(id=f"g{number}", topic="utterance", claims=ids, links=(link,)))
        found.append(
            Conflict(
                id=Conflict.fingerprint("wording", PEOPLE[number % 300], tuple(side.value for side in sides)),
                kind=chance.choice(("wording", "title", "date", "quantity")),
                nature="altered",
                severity=chance.choice(("high", "medium", "low")),
                confidence=round(chance.random(), 3),
                subject=PEOPLE[number % 300],
                summary=f"{PEOPLE[number % 300]} is quoted in one way by one source, in another by another ({number}).",
                explanation="Both stand inside quotation marks as one statement, and nothing marks the difference.",
                sides=sides,
                group_id=f"g{number}",
            )
        )
    return Report(
        provenance=Provenance(
            version="0",
            settings=Settings(),
            inputs=tuple(Input(origin=a.origin, article_id=a.id, sha256=a.sha256) for a in made),
            left_out=(),
        ),
        articles=tuple(made),
        claims=tuple(claims.values()),
        groups=tuple(groups),
        conflicts=tuple(found),
        agreements=(),
    )


def _article(chance: random.Random, number: int) -> Article:
    text = ""
    while len(text) < LENGTH:
        sentence = _words(chance, 14)
        text += sentence + chance.choice((". ", ". ", ".\n\n"))
    day = date(2024, 1, 1) + timedelta(days=number % 300)
    return Article(
        origin=f"archive/{number}.txt",
        source=f"Outlet {number % 80}",
        title=_words(chance, 7),
        url=f"https://outlet{number % 80}.example/{number}",
        published=Interval(start=day, end=day),
        text=text,
    )


def _claim(chance: random.Random, article: Article) -> Claim:
    start = chance.randrange(LENGTH - 200)
    content = Passage.cut(article.text, start, start + 90)
    mention = Passage.cut(article.text, start, start + 6)
    return Claim(
        id=Claim.key(article.id, "direct", start, start + 90),
        article_id=article.id,
        form="direct",
        content=content,
        speaker=Speaker(name=PEOPLE[start % 300], mention=mention, resolved_by="name", confidence=0.9),
        title=Title(**mention.model_dump(), head="minister") if start % 2 else None,
    )


def _side(claim: Claim, value: str) -> Side:
    start = claim.content.span.start
    passage = Evidence(
        article_id=claim.article_id,
        claim_id=claim.id,
        span=claim.content.span,
        differing=(Span(start=start + 10, end=start + 24),),
    )
    return Side(value=value, claims=(claim.id,), articles=(claim.article_id,), evidence=(passage,), witnesses=1)


def opening(path: Path) -> float:
    """Seconds from the start of navigation until the page's script has run and a frame was painted."""
    from playwright.sync_api import sync_playwright

    taken = []
    with sync_playwright() as driver:
        for _ in range(3):
            browser = driver.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
            )
            page = browser.new_page()
            page.goto(path.as_uri(), wait_until="load")
            page.wait_for_selector("#toolbar:not([hidden])")
            script = "() => new Promise(d => requestAnimationFrame(() => setTimeout(() => d(performance.now()))))"
            taken.append(float(page.evaluate(script)) / 1000)
            browser.close()
    return statistics.median(taken)


def main() -> None:
    """Measures and prints."""
    conflicts, articles = (int(number) for number in sys.argv[1:3]) if len(sys.argv) > 2 else (5000, 2000)
    report = build(conflicts, articles)
    start = time.perf_counter()
    page = render_html(report).encode()
    rendered = time.perf_counter() - start
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.html"
        path.write_bytes(page)
        opened = opening(path)
    figures = {"render_s": round(rendered, 2), "size_mb": round(len(page) / 1e6, 2), "open_s": round(opened, 2)}
    print(json.dumps({"conflicts": conflicts, "articles": articles, **figures}))


if __name__ == "__main__":
    main()

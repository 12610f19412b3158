"""Articles with marked quotations, for the tests of alignment and comparison."""

import re
from datetime import date

from factcheck.models import Article, Claim, Interval, Passage, Speaker

MARKED = re.compile(r"“([^”]*)”")


def quoted(name, text, day=None, speaker=None, form="direct", chained=(), copy_of=None, **fields):
    """An article called ``name``, and a claim of each “quotation” in it.

    ``chained`` holds the numbers of the claims that go on with the one before them.
    """
    published = Interval(start=date.fromisoformat(day), end=date.fromisoformat(day)) if day else None
    article = Article(id=name, source=name, text=text, published=published, copy_of=copy_of)
    claims = []
    for number, match in enumerate(MARKED.finditer(text)):
        start, end = match.span(1)
        claims.append(
            Claim(
                id=Claim.key(name, form, start, end),
                article_id=name,
                form=form,
                content=Passage.cut(text, start, end),
                continues=claims[-1].id if number in chained else None,
                speaker=named(speaker, text) if isinstance(speaker, str) else speaker,
                **fields,
            )
        )
    return article, claims


def named(name, text, **fields):
    """A speaker who is named in the text, or at its start where the name is not in it."""
    at = max(text.find(name), 0)
    mention = Passage.cut(text, at, at + len(name))
    given = {"mention": mention, "kind": "person", "resolved_by": "name", "confidence": 0.95, **fields}
    return Speaker(name=name, **given)

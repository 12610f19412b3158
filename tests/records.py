"""Arbitrary records: whatever the types and bounds of their fields allow, out of arbitrary Unicode."""

from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le
from hypothesis import strategies as st
from pydantic import AwareDatetime, BaseModel

from factcheck.entities.values import values_of
from factcheck.models import Article, Claim, Group, Interval, Link, Passage, Span, Speaker, When
from targets import PIECES

TEXTS = st.text(max_size=40) | st.lists(st.sampled_from(PIECES), max_size=12).map("".join).map(
    lambda text: text.encode("utf-8", "replace").decode()
)
"""Any text that UTF-8 can write: of words and signs that the rules look for, or of anything."""

PLAIN = {
    str: st.sampled_from(("", "x", "Ann Lee", "May 2025", "\0", "\u202eﬁ", "=1", "<b>")) | st.text(max_size=8),
    bool: st.booleans(),
    date: st.dates(),
    datetime: st.datetimes(timezones=st.just(UTC)),
    AwareDatetime: st.datetimes(timezones=st.just(UTC)),
    Path: st.just(Path("none.toml")),
    NoneType: st.none(),
}


def _ordered(kind, values):
    return st.tuples(values, values).map(sorted).map(lambda pair: kind(start=pair[0], end=pair[1]))


DAYS = _ordered(Interval, st.dates())
NAMES = st.sampled_from(["Ann Lee", "Bob Lee", "Ada Miller-Quill", "Lee", "\u0301"]) | TEXTS.map("Ann {}".format)
SPANS = _ordered(Span, st.integers(0, 60))


def records(kind, bounds=()):
    """Arbitrary values of a type, such as a record, within the bounds of its field.

    Beyond these bounds a speaker has a name, and a time has two days in order or none.
    """
    origin, inner = get_origin(kind), get_args(kind)
    if kind in PLAIN:
        return PLAIN[kind]
    if kind in (int, float):
        least = next(
            (bound.ge if isinstance(bound, Ge) else bound.gt + 1 for bound in bounds if isinstance(bound, Ge | Gt)), -9
        )
        most = next((bound.le for bound in bounds if isinstance(bound, Le)), 10**9)
        return st.integers(least, most) if kind is int else st.floats(least, most)
    if origin is Literal:
        return st.sampled_from(inner)
    if origin is tuple and Ellipsis not in inner:
        return st.tuples(*map(records, inner))
    if origin is tuple:
        return st.lists(records(inner[0]), max_size=2).map(tuple)
    if origin is dict:
        return st.dictionaries(records(inner[0]), records(inner[1]), max_size=2)
    if origin in (Union, UnionType):
        return st.one_of(*map(records, inner))
    if origin is Annotated:
        return records(inner[0], inner[1:])
    assert issubclass(kind, BaseModel), kind
    if kind in (Span, Interval):
        return SPANS if kind is Span else DAYS
    fields = {name: records(field.annotation, field.metadata) for name, field in kind.model_fields.items()}
    if kind is Speaker:
        fields["name"] = NAMES
    if kind is When:
        del fields["start"], fields["end"]
        days = (DAYS | st.none()).map(lambda days: dict(days or {}))
        return st.tuples(st.builds(kind, **fields), days).map(lambda pair: pair[0].model_copy(update=pair[1]))
    return st.builds(kind, **fields)


def placed(record, text, draw):
    """The record with every passage in it cut out of ``text``."""
    fields = dict(record)
    if isinstance(record, Passage) or (isinstance(record, When) and record.span):
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        fields |= {"text": text[start:end], "span": Span(start=start, end=end)}
    for name, value in fields.items():
        if isinstance(value, BaseModel) and not isinstance(value, Span):
            fields[name] = placed(value, text, draw)
        elif isinstance(value, tuple):
            fields[name] = tuple(placed(v, text, draw) if isinstance(v, BaseModel) else v for v in value)
    return record.model_copy(update=fields)


@st.composite
def _links(draw, a, b):
    """A link of two claims, by a value of each where both have one; the rest is arbitrary."""
    link = draw(records(Link)).model_copy(update={"a": a.id, "b": b.id, "values": None})
    spans = [[value.span for value in values_of(claim) if value.span] for claim in (a, b)]
    if not all(spans):
        return link
    return link.model_copy(update={"values": tuple(draw(st.sampled_from(each)) for each in spans)})


@st.composite
def stories(draw):
    """Articles, claims whose passages stand in them, and groups of the claims; all else is arbitrary."""
    texts = draw(st.lists(TEXTS, min_size=1, max_size=3))
    given = [Article(text=text, source=draw(TEXTS), published=draw(st.none() | DAYS)) for text in texts]
    articles = list({article.id: article for article in given}.values())
    claims = {}
    for article in articles:
        for record in draw(st.lists(records(Claim), max_size=2)):
            claim = placed(record, article.text, draw)
            span = claim.content.span
            own = Claim.key(article.id, claim.form, span.start, span.end)
            claims[own] = claim.model_copy(update={"id": own, "article_id": article.id, "continues": None})
    ids = sorted(claims)
    groups = []
    if len(ids) > 1:
        for number, topic in enumerate(("utterance", "person", "event")):
            held = sorted(draw(st.sets(st.sampled_from(ids), min_size=2)))
            links = tuple(draw(_links(claims[a], claims[b])) for a, b in pairwise(held))
            groups.append(Group(id=str(number), topic=topic, claims=tuple(held), links=links))
    return articles, list(claims.values()), groups

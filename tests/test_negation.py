"""A report, and its contrary."""

from datetime import date, timedelta

import pytest

from factcheck.comparison.context import Context
from factcheck.comparison.negation import compare_negation
from factcheck.models import Article, Claim, Group, Interval, Link, Passage, Span
from factcheck.settings import Settings
from quoted import named


def claim(name, cue, content, form="indirect", speaker="Ines Okafor", **fields):
    text = f"{speaker} {cue} {content}."
    at = text.index(content)
    return Article(id=name, source=name, text=text), Claim(
        id=Claim.key(name, form, at, at + len(content)),
        article_id=name,
        form=form,
        content=Passage.cut(text, at, at + len(content)),
        speaker=named(speaker, text),
        cue=Passage.cut(text, text.index(cue), text.index(cue) + len(cue)) if cue else None,
        **fields,
    )


def compared(one, other):
    (a, first), (b, second) = claim("a", *one[0], **one[1]), claim("b", *other[0], **other[1])
    link = Link(a=first.id, b=second.id, score=0.9)
    group = Group(id="g", topic="utterance", claims=(link.a, link.b), links=(link,))
    return told(group, [first, second], [a, b]), {"a": a, "b": b}


def told(group, claims, articles):
    found = compare_negation(group, Context.of([group], claims, articles), Settings())
    assert found.possible == found.agreements == ()
    return found.conflicts


def report(*words, **fields):
    return words, fields


WILL = report("said", "the port will close the north pier before winter")
NOT = report("said", "the port will not close the north pier before winter")
WONT = report("said", "the port won't close the north pier before winter")
PLAN = "the plan for a north pier"
DENIED = report("denied", "the port will close the north pier before winter")


@pytest.mark.parametrize(
    ("nature", "one", "other"),
    [
        ("negated", WILL, NOT),
        ("negated", WILL, WONT),
        ("negated", WILL, report("said", "the port will never close the north pier before winter")),
        ("negated", report("said", "they closed the north pier"), report("said", "they never closed the north pier")),
        ("excluded", report("said", f"the court rejected {PLAN}"), report("said", f"the court approved {PLAN}")),
        ("denied", WILL, DENIED),
        ("denied", report("confirmed", WILL[0][1]), DENIED),
        ("negated", report("", WILL[0][1], form="direct"), NOT),
    ],
)  # fmt: skip
def test_contraries_in_either_order(nature, one, other):
    for pair in ((one, other), (other, one)):
        found, articles = compared(*pair)
        assert [conflict.nature for conflict in found] == [nature]
        for side in found[0].sides:
            for evidence in side.evidence:
                assert all(articles[evidence.article_id].text[s.start : s.end].strip() for s in evidence.differing)


@pytest.mark.parametrize(
    ("why", "one", "other"),
    [
        ("the same", WILL, WILL),
        ("the same, negated", NOT, WONT),
        ("denied and negated", DENIED, NOT),
        ("two quotations", report("", WILL[0][1], form="direct"), report("", NOT[0][1], form="direct")),
        ("not said is not denied", WILL, report("would not say", WILL[0][1], negated=True)),
        ("two speakers", WILL, report(*NOT[0], speaker="Dana Whitlock")),
        ("another statement", WILL, report("said", "the port will not sell bread at the new kiosk")),
        ("a negation elsewhere", WILL, report("said", f"that nobody was hurt, and {WILL[0][1]}")),
    ],
)  # fmt: skip
def test_no_contraries(why, one, other):
    assert compared(one, other)[0] == (), why


DAY = date(2025, 3, 10)


@pytest.mark.parametrize(
    ("one", "other", "days", "found"),
    [
        ("she would go", "she would not go", 1, 1),
        ("she would go", "she would not go", 2, 0),
        ("she would go", "she would not stay", 1, 0),
        ("she would go", "she would go", 1, 0),
        ("the port planned no more piers this year", "more piers were planned this year", 0, 1),
        ("the port planned no more piers this year", "two more small piers were planned this year", 0, 0),
        ("the port planned no more piers this year", "no more piers were planned this year", 0, 0),
        ("the port did not need a loan for the first pier", "the port needed a loan for the second pier", 0, 0),
        ("the port would not close the north pier soon", "the port would close the south pier soon", 0, 0),
    ],
)
def test_short_reports_and_turned_ones(one, other, days, found):
    (a, first), (b, second) = claim("a", "said", one), claim("b", "said", other)
    articles = [
        article.model_copy(update={"published": Interval(start=day, end=day)})
        for article, day in ((a, DAY), (b, DAY + timedelta(days=days)))
    ]
    link = Link(a=first.id, b=second.id, score=0.95)
    group = Group(id="g", topic="utterance", claims=(link.a, link.b), links=(link,))
    assert len(told(group, [first, second], articles)) == found


@pytest.mark.parametrize(("name", "found"), [("Okafor", 1), ("Brandt", 0), ("an official", 0), ("Officials", 0)])
def test_a_surname_is_enough(name, found):
    (a, first), (b, second) = claim("a", *WILL[0]), claim("b", *NOT[0], speaker=name)
    speaker = second.speaker.model_copy(update={"resolved_by": "description"})
    second = second.model_copy(update={"speaker": speaker})
    link = Link(a=first.id, b=second.id, score=0.95)
    group = Group(id="g", topic="utterance", claims=(link.a, link.b), links=(link,))
    assert len(told(group, [first, second], [a, b])) == found


def acts(one, other, score=0.8, kind="negated", settings=None):
    """What is made of two narrated sentences with contrary acts, marked by bars."""
    articles, claims, spans = [], [], []
    for name, sentence in zip("ab", (one, other), strict=True):
        before, act, behind = sentence.split("|")
        text = before + act + behind
        articles.append(Article(id=name, source=name, text=text))
        claims.append(
            Claim(
                id=Claim.key(name, "narration", 0, len(text)),
                article_id=name,
                form="narration",
                content=Passage.cut(text, 0, len(text)),
            )
        )
        spans.append(Span(start=len(before), end=len(before + act)))
    link = Link(a=claims[0].id, b=claims[1].id, score=score, evidence={kind: 1.0}, values=tuple(spans))
    group = Group(id="g", topic="event", claims=(link.a, link.b), links=(link,))
    found = compare_negation(group, Context.of([group], claims, articles), settings or Settings())
    assert found.agreements == ()
    return found


OPEN, SHUT = "The ice road |opened| to trucks.", "The ice road |never opened| to trucks."


def test_contrary_acts_show_the_acts():
    (found,) = acts(OPEN, SHUT).conflicts
    assert (found.kind, found.nature, found.severity) == ("negation", "negated", "high")
    shown = {e.article_id: [(s.start, s.end) for s in e.differing] for side in found.sides for e in side.evidence}
    assert shown == {"a": [(13, 19)], "b": [(13, 25)]}


@pytest.mark.parametrize(
    ("score", "kind", "least", "conflicts", "possible"),
    [
        (0.7, "negated", 0.1, 1, 0),
        (0.7, "excluded", 0.1, 1, 0),
        (0.1, "negated", 0.1, 0, 1),
        (0.1, "negated", 0.2, 0, 0),
        (0.7, "share", 0, 0, 0),
    ],
)
def test_contrary_acts_are_as_sure_as_their_link(score, kind, least, conflicts, possible):
    found = acts(OPEN, SHUT, score=score, kind=kind, settings=Settings(possible=least))
    assert (len(found.conflicts), len(found.possible)) == (conflicts, possible)

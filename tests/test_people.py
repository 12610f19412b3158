"""One person is one person across articles, and never two merged into one."""

import random
from datetime import date

import pytest

from factcheck.alignment.people import group_people
from factcheck.extraction.document import Document
from factcheck.extraction.title_times import with_times
from factcheck.extraction.titles import find_titles
from factcheck.models import Article, Claim, Interval, Passage, Speaker


def gather(*texts):
    """Articles of these texts, and a narration for each title in them."""
    articles = [Article(text=text, source=f"outlet {k}") for k, text in enumerate(texts)]
    claims = []
    for article in articles:
        document = Document(article.text)
        for person, title in with_times(document, find_titles(document), (), None):
            start, end = min(person.span.start, title.span.start), max(person.span.end, title.span.end)
            subject = Speaker(name=person.text, mention=person, kind="person", resolved_by="name", confidence=1)
            claims.append(
                Claim(
                    id=Claim.key(article.id, "narration", start, end),
                    article_id=article.id,
                    form="narration",
                    content=Passage.cut(article.text, start, end),
                    subject=subject,
                    title=title,
                )
            )
    return claims, {a.id: a for a in articles}


@pytest.mark.parametrize(
    ("texts", "groups"),
    [
        (("Mayor Robert Halloran spoke.", "Bob Halloran, the mayor, left."), {"person:robert halloran"}),
        (("Mayor Robert Halloran spoke.", "Mayor Alice Halloran left."), set()),
        (
            ("Mayor Robert Halloran spoke. Mayor Halloran left.", "Mayor Robert Halloran rested."),
            {"person:robert halloran"},
        ),
        # a surname alone needs a title that supports it
        (("Utah Gov. Laura Bennett spoke.", "Governor Bennett left."), {"person:laura bennett"}),
        (("Utah Gov. Laura Bennett spoke.", "Coach Bennett left."), set()),
        # and it must not suit two
        (("Sen. Laura Bennett spoke.", "Sen. Paul Bennett left.", "Sen. Bennett rested."), set()),
        # a Jr. on one side needs it as well
        (("Sen. Frank Castellan spoke.", "Sen. Frank Castellan Jr. left."), {"person:frank castellan jr."}),
        (("Sen. Frank Castellan spoke.", "Coach Frank Castellan Jr. left."), set()),
        # what is between two names does not chain them
        (
            (
                "President George W. Harker spoke.",
                "President George H. W. Harker left.",
                "President George Harker rested.",
            ),
            set(),
        ),
        (("Mayor Carl Benson spoke. Mayor Carl Benson left.",), set()),
    ],
)
def test_groups(texts, groups):
    claims, articles = gather(*texts)
    assert {g.id for g in group_people(claims, articles)} == groups


@pytest.mark.parametrize(
    ("titles", "days", "joined"),
    [
        (("President Laura Bennett", "President Bennett"), (date(2025, 1, 1), date(2025, 9, 1)), True),
        (("President Laura Bennett", "President Bennett"), (date(1991, 1, 1), date(2025, 1, 1)), False),
        (("Coach Laura Bennett", "Coach Bennett"), (date(2025, 1, 1), date(2025, 1, 9)), True),
        (("Coach Laura Bennett", "Coach Bennett"), (date(2025, 1, 1), date(2025, 9, 1)), False),
    ],
)
def test_what_a_title_supports_depends_on_the_time(titles, days, joined):
    claims, articles = gather(*(f"{title} left." for title in titles))
    for article, day in zip(list(articles), days, strict=True):
        articles[article] = articles[article].model_copy(update={"published": Interval(start=day, end=day)})
    assert bool(group_people(claims, articles)) is joined


def test_a_group_holds_all_claims_of_the_person_and_links_them():
    claims, articles = gather(
        "Mayor Robert Halloran spoke.", "Bob Halloran, the mayor, left.", "Mayor Robert T. Halloran rested."
    )
    (group,) = group_people(claims, articles)
    assert group.topic == "person"
    assert set(group.claims) == {c.id for c in claims}
    assert len(group.links) == 2
    assert all(link.score >= 0.9 and link.evidence["name"] > 0 for link in group.links)


def test_a_speaker_counts_like_a_subject_and_organizations_do_not():
    claims, articles = gather("Mayor Robert Halloran spoke.", "Mayor Robert Halloran left.")
    spoken = claims[0].model_copy(update={"form": "direct", "speaker": claims[0].subject, "subject": None})
    assert len(group_people([spoken, claims[1]], articles)) == 1
    company = spoken.model_copy(update={"speaker": spoken.speaker.model_copy(update={"kind": "organization"})})
    assert group_people([company, claims[1]], articles) == []


def test_order_changes_nothing():
    claims, articles = gather(
        "Sen. Laura Bennett and Mayor Robert Halloran spoke.",
        "Sen. Bennett met Mayor Bob Halloran.",
        "Sen. Laura J. Bennett left.",
    )
    wanted = group_people(claims, articles)
    assert len(wanted) == 2
    for seed in range(5):
        shuffled = random.Random(seed).sample(claims, len(claims))
        assert group_people(shuffled, articles) == wanted

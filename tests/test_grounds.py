"""Why the passages of a conflict were compared, in plain words."""

import pytest

from factcheck.reporting.grounds import grounds
from factcheck.reporting.index import Index
from sample import FOUND, sample


def told(kind, nature, **link):
    """What is told of a conflict of the sample, its link changed in score and evidence."""
    conflict, group = next((c, g) for c, g in FOUND if (c.kind, c.nature) == (kind, nature))
    links = tuple(k.model_copy(update=link) for k in group.links) if link.pop("linked", True) else ()
    report = sample().model_copy(update={"groups": (group.model_copy(update={"links": links}),)})
    return grounds(conflict, Index(report))


@pytest.mark.parametrize(
    ("kind", "nature", "link", "sentence"),
    [
        (
            "wording",
            "altered",
            {"score": 0.95, "evidence": {"words": 0.914, "speaker": 1.0}},
            "Very likely one statement: the speaker is the same, 91% of the words, by weight, of the shorter version "
            "stand in the other, in one form or another.",
        ),
        (
            "wording",
            "truncated",
            {"score": 0.999, "evidence": {"words": 1.0, "speaker": 0.0, "order": 1.0, "days": 2.1, "names": 0.7}},
            "Almost surely one statement: every word of the shorter version stands in the other, in one form or "
            "another, in the same order.",
        ),
        (
            "wording",
            "altered",
            {"score": 0.7, "evidence": {"words": 0.8, "order": 0.5}},
            "Likely one statement: 80% of the words, by weight, of the shorter version stand in the other, in one form "
            "or another, 50% of them in the same order.",
        ),
        ("wording", "reordered", {"evidence": {"order": 0.5}}, "Very likely one statement."),
        ("speaker", "different", {"evidence": {"speaker": 1.0}}, "Very likely one statement."),
        (
            "date",
            "day",
            {"score": 0.9, "evidence": {}},
            "Very likely one fact: both tell of “fire”, “ferry”, “Saint”, “Brannoc”.",
        ),
        (
            "date",
            "day",
            {"score": 0.8, "evidence": {"sole": 1.0}},
            "Likely one fact: both tell of “fire”, “ferry”, “Saint”, “Brannoc”, each article gives one such "
            "value only.",
        ),
        (
            "quantity",
            "value",
            {"score": 0.3, "evidence": {"same head": 1.0, "words behind": 2.0, "other verb": 1.0}},
            "Perhaps one fact: both tell of “people”, “treated”, “smoke”, both count or measure the same, the same "
            "words stand beside both. Against it: the verbs differ.",
        ),
        (
            "quantity",
            "value",
            {"linked": False},
            "Taken for one fact because of other passages, which lie between these.",
        ),
        ("title", "different", {}, "Taken for one person: the name “Ines Corvane” stands in all 5 outlets."),
        (
            "name",
            "spelling",
            {},
            "Taken for one person: “Thomas Weil” and “Tomas Weyl” are held to be spellings of one name.",
        ),
    ],
)
def test_grounds(kind, nature, link, sentence):
    assert told(kind, nature, **link) == sentence

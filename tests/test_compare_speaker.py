"""One quotation, two speakers."""

import pytest

from factcheck.comparison.context import Context
from factcheck.comparison.speaker import compare_speakers
from factcheck.comparison.wording import compare_wording
from factcheck.models import Group, Link, Passage
from factcheck.settings import Settings
from quoted import named, quoted

SAID = "“The divers went down to the broken cable at dawn.”"


def compare_speakers_by_default(group, context):
    return compare_speakers(group, context, Settings())


def compared(one, other, said=(SAID, SAID), compare=compare_speakers_by_default, days=(None, None), evidence=()):
    made = [
        quoted(name, f"{text} said so.", day, speaker=speaker and named(speaker[0], text, **speaker[1]))
        for name, text, speaker, day in (("a", said[0], one, days[0]), ("b", said[1], other, days[1]))
    ]
    claims = [claim for _, own in made for claim in own]
    link = Link(a=claims[0].id, b=claims[1].id, score=0.99, evidence=dict(evidence))
    group = Group(id="g", topic="utterance", claims=(link.a, link.b), links=(link,))
    return compare(group, Context.of([group], claims, [article for article, _ in made]))


def who(name, **fields):
    return name, fields


def test_two_persons_are_a_conflict():
    (conflict,) = compared(who("Ines Okafor"), who("Dana Whitlock")).conflicts
    assert [side.value for side in conflict.sides] == ["Dana Whitlock", "Ines Okafor"]
    assert (conflict.kind, conflict.nature, conflict.severity) == ("speaker", "different", "high")
    assert compared(who("Ines Okafor"), who("Dana Whitlock"), compare=compare_wording).conflicts == ()


def test_a_given_name_makes_a_person_of_an_unknown_speaker():
    assert compared(who("Ines Okafor"), who("David Whitlock", kind="unknown")).conflicts


@pytest.mark.parametrize(
    ("words", "found"),
    [("I told my divers to go down at dawn.", True), ("We told our divers to go down at dawn.", False)],
)
def test_who_says_i_is_a_person(words, found):
    said = (f"“{words}”",) * 2
    assert bool(compared(who("Ines Okafor"), who("Ivalu Strand", kind="unknown"), said).conflicts) is found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("he", "she", True),
        ("she", "she", False),
    ],
)
def test_pronouns_of_two_genders_mean_two_persons(one, other, found):
    def told(name, pronoun):
        mention = Passage.cut(pronoun, 0, len(pronoun))
        return who(name, kind="unknown", resolved_by="pronoun", confidence=0.8, mention=mention)

    said = (f"{SAID} Ivalu Strand and Okoro Lind listened, and",) * 2
    assert bool(compared(told("Ivalu Strand", one), told("Okoro Lind", other), said).conflicts) is found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (who("Ines Okafor"), who("Okafor")),
        (who("Ines Okafor"), None),
        (who("Ines Okafor"), who("Tallow Bay", kind="unknown")),
        (who("James Okafor"), who("Mad Dog Okafor")),
        (who("Ines Okafor"), who("Ines Okafor and Dana Whitlock")),
        (who("Ines Okafor"), who("Dana Whitlock", on_behalf_of="Ines Okafor")),
        (who("Ines Okafor"), who("the mayor", resolved_by="description")),
        (who("Ines Okafor"), who("Port Authority", kind="organization")),
        (who("Ines Okafor"), who("Dana Whitlock", confidence=0.5)),
    ],
)
def test_no_conflict(one, other):
    assert compared(one, other).conflicts == ()
    assert compared(other, one).conflicts == ()


def test_a_pronoun_that_only_one_can_be_meant_by_is_sure():
    assert compared(who("Ines Okafor"), who("Dana Whitlock", resolved_by="pronoun", confidence=0.9)).conflicts


def test_two_who_speak_for_one_body_are_two_persons_all_the_same():
    (conflict,) = compared(who("Ines Okafor"), who("Dana Whitlock", on_behalf_of="Port Authority")).conflicts
    assert conflict.severity == "medium"


@pytest.mark.parametrize(("shared", "mass", "found"), [(0.0, 3.0, False), (0.0, 4.0, True), (3.5, 3.0, True)])
def test_articles_that_share_a_stock_phrase_and_no_name_tell_two_stories(shared, mass, found):
    both = who("Ines Okafor"), who("Dana Whitlock")
    assert bool(compared(*both, evidence={"names": shared, "mass": mass}).conflicts) is found
    words = SAID, SAID.replace("dawn", "dusk")
    same = who("Ines Okafor"), who("Ines Okafor")
    assert bool(compared(*same, words, compare_wording, evidence={"names": shared, "mass": mass}).conflicts) is found


def test_a_stock_phrase_has_many_speakers():
    assert compared(who("Ines Okafor"), who("Dana Whitlock"), ("“Thank you so much.”",) * 2).conflicts == ()


@pytest.mark.parametrize(
    ("said", "days", "found"),
    [
        (SAID, ("2025-03-01", "2025-03-20"), 1),
        (SAID, ("2025-03-01", "2025-05-20"), 0),
        (SAID, ("2025-03-01", None), 1),
        (
            "“The divers went down to the broken cable at dawn and came up before noon.”",
            ("2025-03-01", "2025-05-20"),
            1,
        ),
    ],
)
def test_short_words_months_apart_are_of_two_occasions(said, days, found):
    assert len(compared(who("Ines Okafor"), who("Dana Whitlock"), (said, said), days=days).conflicts) == found
    changed = said.replace("broken", "severed")
    same = who("Ines Okafor")
    assert len(compared(same, same, (said, changed), compare_wording, days).conflicts) == found


def test_a_short_sentence_word_for_word_tells_though_the_rest_differs():
    kinds = ("Ines Okafor", "Dana Whitlock")
    rests = "“It was dark as a cellar.”", "“My boots were gone by noon.”"
    made = []
    for at, name, rest in zip("ab", kinds, rests, strict=True):
        text = f"“Nobody on deck told us anything,” said {name}. {rest}"
        made.append(quoted(at, text, speaker=named(name, text), chained=(1,)))
    claims = [claim for _, own in made for claim in own]
    link = Link(a=made[0][1][0].id, b=made[1][1][0].id, score=0.99)
    group = Group(id="g", topic="utterance", claims=(link.a, link.b), links=(link,))
    (conflict,) = compare_speakers_by_default(group, Context.of([group], claims, [a for a, _ in made])).conflicts
    assert conflict.subject == "“Nobody on deck told us anything”"

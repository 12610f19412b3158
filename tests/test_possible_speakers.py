"""One quotation and two speakers, one of them told by a pronoun: a conflict, a possible one, or none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Settings
from factcheck.comparison.context import Context
from factcheck.comparison.speaker import ALONE, DOUBT, SURE, compare_speakers
from factcheck.models import Comparison, Group, Link
from quoted import named, quoted

SAID = "“The surveyors never opened the eastern gate of the lock.”"


def compared(*speakers, settings=None, said=SAID, known=True, kinds=("person",) * 4):
    """What is made of the words that articles a, b ... give to these speakers, by name, how told, and confidence.

    ``known``: each article names all of them.
    """
    made = []
    everybody = ", ".join(name for name, *_ in speakers) if known else "Nobody else"
    for at, (name, by, sure), kind in zip("abcd", speakers, kinds, strict=False):
        text = f"{said} {name} said so. {everybody} came."
        made.append(quoted(at, text, speaker=named(name, text, resolved_by=by, confidence=sure, kind=kind)))
    claims = [claim for _, own in made for claim in own]
    links = tuple(Link(a=claims[0].id, b=claim.id, score=0.99) for claim in claims[1:])
    group = Group(id="g", topic="utterance", claims=tuple(claim.id for claim in claims), links=links)
    return compare_speakers(group, Context.of([group], claims, [own for own, _ in made]), settings or Settings())


OKAFOR = ("Ines Okafor", "name", 0.95)


def whitlock(sure, by="pronoun"):
    return "Dana Whitlock", by, sure


@pytest.mark.parametrize(
    ("other", "conflict", "possible"),
    [
        (whitlock(0.95), 0.95, None),
        (whitlock(0.9), 0.9, None),
        (whitlock(0.89), None, 0.22),
        (whitlock(0.8), None, 0.2),
        (whitlock(0.79), None, None),
        (whitlock(0.5), None, None),
        (whitlock(0.8, "name"), 0.8, None),
        (whitlock(0.79, "name"), None, None),
        (whitlock(0.95, "description"), None, None),
        (("the diver", "description", 0.4), None, None),
        (("Okafor", "pronoun", 0.8), None, None),
        (("Adaeze Okafor", "pronoun", 0.95), None, None),
        (("Adaeze Okafor", "pronoun", 0.8), None, None),
    ],
)
def test_a_pronoun(other, conflict, possible):
    for order in ((OKAFOR, other), (other, OKAFOR)):
        found = compared(*order)
        assert [c.confidence for c in found.conflicts] == ([] if conflict is None else [conflict])
        assert [c.confidence for c in found.possible] == ([] if possible is None else [possible])


def test_a_pronoun_means_nobody_whom_its_article_does_not_name():
    (found,) = compared(OKAFOR, whitlock(0.8), known=False).conflicts
    assert found.confidence == 0.8
    assert compared(OKAFOR, whitlock(0.79), known=False) == Comparison()


def test_two_pronouns_are_as_sure_as_the_less_sure():
    assert compared(("Ines Okafor", "pronoun", 0.92), whitlock(0.91)).conflicts[0].confidence == 0.91
    (found,) = compared(("Ines Okafor", "pronoun", 0.92), whitlock(0.85)).possible
    assert found.confidence == round(0.85 * DOUBT, 2)


def test_what_is_possible_is_told_as_a_conflict_is():
    (sure,) = compared(OKAFOR, whitlock(ALONE)).conflicts
    (possible,) = compared(OKAFOR, whitlock(SURE)).possible
    assert possible.model_copy(update={"confidence": sure.confidence}) == sure
    assert (possible.kind, possible.nature, possible.severity) == ("speaker", "different", "high")


@pytest.mark.parametrize(("least", "found"), [(0.0, 1), (0.19, 1), (0.21, 0), (0.4, 0)])
def test_the_threshold_of_what_is_possible(least, found):
    assert len(compared(OKAFOR, whitlock(0.8), settings=Settings(possible=least)).possible) == found
    assert compared(OKAFOR, whitlock(0.95), settings=Settings(possible=least)).conflicts


def test_a_third_source_that_is_sure_makes_one_conflict_and_the_doubt_none_beside_it():
    found = compared(OKAFOR, whitlock(0.8), ("Dana Whitlock", "name", 0.95))
    (conflict,) = found.conflicts
    assert [side.value for side in conflict.sides] == ["Dana Whitlock", "Ines Okafor"]
    assert found.possible == ()


def test_a_pronoun_that_agrees_is_no_conflict():
    assert compared(OKAFOR, ("Ines Okafor", "pronoun", 0.8)) == Comparison()


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_doubtful_one_is_never_surer_than_a_sure_one(one, other):
    less, more = sorted((one, other))
    first, second = (compared(OKAFOR, whitlock(sure), settings=Settings(possible=0)) for sure in (less, more))
    assert len(first.conflicts) <= len(second.conflicts)
    sure = [[c.confidence for c in (*found.conflicts, *found.possible)] for found in (first, second)]
    assert sum(sure[0]) <= sum(sure[1])
    assert all(len(found.conflicts) + len(found.possible) <= 1 for found in (first, second))


def test_a_description_contradicts_a_name_that_its_article_lacks():
    (found,) = compared(OKAFOR, whitlock(0.7, "description"), known=False).conflicts
    assert found.confidence == 0.7
    assert compared(OKAFOR, whitlock(0.7, "description")) == Comparison()
    assert compared(OKAFOR, whitlock(0.69, "description"), known=False) == Comparison()


BOARD, UNION = "Ashmere Harbour Board", "Dockers' Union"


@pytest.mark.parametrize(
    ("one", "other", "possible"),
    [
        (("Ines Okafor", "name", 0.95), ("the diver", "description", 0.4), 0.1),
        (("the nurse", "description", 0.4), ("the diver", "description", 0.4), 0.1),
        (("the diver", "description", 0.4), ("a diver", "description", 0.4), None),
        ((BOARD, "name", 0.95), (UNION, "name", 0.95), 0.24),
        ((BOARD, "name", 0.95), ("Harbour Board", "name", 0.95), None),
        ((BOARD, "name", 0.95), ("the union", "description", 0.4), None),
    ],
)
def test_roles_and_organizations_are_only_possible(one, other, possible):
    kinds = ["organization" if name in (BOARD, UNION, "Harbour Board") else "person" for name, *_ in (one, other)]
    for order in ((one, other), (other, one)):
        found = compared(*order, known=False, kinds=kinds if order[0] is one else kinds[::-1])
        assert found.conflicts == ()
        assert [c.confidence for c in found.possible] == ([] if possible is None else [possible])

"""Why the passages of a conflict were taken to speak of one thing, in one plain sentence."""

from __future__ import annotations

from ..models import Claim, Conflict, Link
from ..text import fold
from .index import Index, percent

SURE = ((0.99, "Almost surely"), (0.9, "Very likely"), (0.0, "Likely"))
"""Words for the score of a link, from the score on that each stands for."""


SOLE = "each article gives one only of the kind"
"""What is told of two days, or ages, that are the only ones."""


def grounds(conflict: Conflict, index: Index) -> str:
    """Why the sides of a conflict were compared: one statement, one person, or one event, and what told so."""
    topic = index.topic(conflict)
    if topic == "person":
        return _one_person(conflict, index)
    link = index.match(conflict)
    thing = "statement" if topic == "utterance" else "event"
    if link is None:
        return f"Taken for one {thing} because of other passages, which lie between these."
    sure = next(words for least, words in SURE if link.score >= least)
    told = ", ".join(_shared(conflict, link) if topic == "utterance" else _of_event(link))
    return f"{sure} one {thing}: {told}." if told else f"{sure} one {thing}."


def _shared(conflict: Conflict, link: Link) -> list[str]:
    """What two versions of a statement have in common."""
    told = []
    if conflict.kind != "speaker" and link.evidence.get("speaker") == 1:
        told.append("the speaker is the same")
    words, order = link.evidence.get("words"), link.evidence.get("order")
    if words is not None:
        share = "every word" if words == 1 else f"{percent(words)} of the words, by weight,"
        stand = "stands" if words == 1 else "stand"
        told.append(f"{share} of the shorter version {stand} in the other, in one form or another")
    if words is not None and order is not None and conflict.nature != "reordered":
        told.append("in the same order" if order == 1 else f"{percent(order)} of them in the same order")
    return told


def _of_event(link: Link) -> list[str]:
    """What tells that two facts are of one event, whatever the sentences."""
    return [SOLE] if "sole" in link.evidence else []


def _one_person(conflict: Conflict, index: Index) -> str:
    names: dict[str, str] = {}
    for claim in sorted({claim for side in conflict.sides for claim in side.claims}):
        if name := _name(index.claims[claim]):
            names.setdefault(fold(name), name)
    outlets, articles = index.outlets_of(conflict), {a for side in conflict.sides for a in side.articles}
    where = f"{_all(len(outlets))} outlets" if len(outlets) > 1 else f"{_all(len(articles))} articles"
    if len(names) == 1:
        return f"Taken for one person: the name “{min(names.values())}” stands in {where}."
    *others, last = (f"“{names[key]}”" for key in sorted(names))
    kind = "spellings" if conflict.kind == "name" else "forms"
    return f"Taken for one person: {', '.join(others)} and {last} are held to be {kind} of one name."


def _name(claim: Claim) -> str:
    who = claim.subject if claim.form == "narration" else claim.speaker
    return " ".join(who.name.split()) if who else ""


def _all(number: int) -> str:
    return "both" if number == 2 else f"all {number}"

"""Why the passages of a conflict were taken to speak of one thing, in one plain sentence."""

from __future__ import annotations

from ..entities.roots import root
from ..knowledge import words as listed
from ..models import Claim, Conflict, Link
from ..text import fold, words
from .index import Index, articles_of, percent

SURE = ((0.99, "Almost surely"), (0.9, "Very likely"), (0.5, "Likely"), (0.0, "Perhaps"))
"""Words for the score of a link, from the score on that each stands for."""


FOR = {
    "same person": "both are of one person",
    "same head": "both count or measure the same",
    "same verb": "both hang on one verb",
    "same noun": "one noun stands before both",
    "words beside": "the same words stand beside both",
    "agreeing beside": "other values of the two sentences agree",
    "names": "names in both sentences are the same",
    "both lead": "both stand at the top of their articles",
    "sole": "each article gives one such value only",
}
"""What speaks for one fact, by the evidence of a link, the weightiest first."""

AGAINST = {
    "given elsewhere": "one article gives the other's value too",
    "both given": "an article gives both values",
    "other day": "the sentences tell of different days",
    "other head": "what is counted or measured has different names",
    "strangers": "the names beside them differ",
    "other verb": "the verbs differ",
    "differing beside": "other values of the two sentences differ",
    "one changes": "only one tells of a change",
    "one of a part": "only one tells of a part",
    "one quoted": "only one stands in a quotation",
    "one of saying": "one is the day on which something was said",
}
"""What speaks against it."""

SMALL = ("small", "helping", "determiners", "prepositions", "subordinators", "subjects", "saying", "between")
"""The lists of words that tell nothing of what a statement is about."""

SHORT = 3
"""Letters up to which a word tells nothing by itself."""

MOST = 4
"""Most reasons on either side, and most shared words, that are told."""


def grounds(conflict: Conflict, index: Index) -> str:
    """Why the sides of a conflict were compared: one statement, one person, or one fact, and what told so."""
    topic = index.topic(conflict)
    if topic == "person":
        return _one_person(conflict, index)
    link = index.match(conflict)
    thing = "statement" if topic == "utterance" else "fact"
    if link is None:
        return f"Taken for one {thing} because of other passages, which lie between these."
    sure = next(told for least, told in SURE if link.score >= least)
    told = ", ".join(_shared(conflict, link) if topic == "utterance" else _of_fact(link, index))
    against = ", ".join([reason for name, reason in AGAINST.items() if link.evidence.get(name)][:MOST])
    so = f"{sure} one {thing}: {told}." if told else f"{sure} one {thing}."
    return f"{so} Against it: {against}." if against and topic == "event" else so


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


def _of_fact(link: Link, index: Index) -> list[str]:
    """What tells that two values are of one fact: the words that their statements share, and what stands beside."""
    evidence = dict(link.evidence)
    evidence["words beside"] = evidence.get("words before", 0.0) + evidence.get("words behind", 0.0)
    reasons = [told for name, told in FOR.items() if evidence.get(name)][:MOST]
    shared = _words_of_both(link, index)
    return [f"both tell of {', '.join(f'“{word}”' for word in shared)}", *reasons] if shared else reasons


def _words_of_both(link: Link, index: Index) -> list[str]:
    """The longest words of one statement that the other has too, in one form or another, in their order."""
    one, other = (index.claims[claim].content for claim in (link.a, link.b))
    small = frozenset().union(*(listed("clauses", name) for name in SMALL))
    theirs = {root(fold(word[0])) for word in words(other.text)}
    shared = {
        fold(word[0]): word[0]
        for word in words(one.text)
        if len(word[0]) > SHORT
        and fold(word[0]) not in small
        and not word[0].isdecimal()
        and root(fold(word[0])) in theirs
    }
    longest = sorted(shared, key=lambda word: (-len(word), word))[:MOST]
    return [shared[word] for word in shared if word in longest]


def _one_person(conflict: Conflict, index: Index) -> str:
    names: dict[str, str] = {}
    for claim in sorted({claim for side in conflict.sides for claim in side.claims}):
        if name := _name(index.claims[claim]):
            names.setdefault(fold(name), name)
    outlets, articles = index.outlets_of(conflict), articles_of(conflict)
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

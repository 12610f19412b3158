"""How far in the foreground of its sentence a name stands, and what the words set apart behind it tell."""

from __future__ import annotations

import re
from functools import cache

from . import cues
from .descriptions import speaking_bodies
from .grammar import BE, NOMINATIVES, PREPOSITIONS, RELATIVES, SUBORDINATORS
from .name_words import Name
from .role_words import role_words, roles_in

_APPOSITION = re.compile(r"[^.;:\n\ufffc]{3,70}")
_INSIDE = r"(?:[^,.\n“”\"]|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z][a-z])\.)"
_VERB_AFTER = re.compile(
    rf"(?:\s*\([^()\n]{{1,60}}\))?(?P<apart>(?:\sof\s[A-Z]{_INSIDE}{{2,40}}+)?,{_INSIDE}{{2,90}}+(?:,{_INSIDE}{{2,40}}+)?,)?\s+"
    r"(?:(?:[a-z]+ly|also|later|then|himself|herself|never|still|once|now|even|again|just|already|who)\s+){0,2}"
    r"(?P<verb>[a-z]+(?:n[’']t)?)"
)
_BODY_BEHIND = re.compile(
    r",\s(?:an?|the)\s(?:[\w-]+\s){0,3}?(?P<noun>[a-z-]+)(?=,|\s(?:in|of|for|that|which|based)\b)"
)
_CLOSED = re.compile(r",\s(?:[a-z]+ly\s)?(?P<verb>[a-z]+)\b")
"""The verb of a subject that a name, set apart by commas, ends: "His insurer, NAME, said"."""
_COMPLEMENT = re.compile(r"[a-z]\s(?:for|of|at|from|with|by)\s(?:the\s)?$")
_SET_APART = re.compile(r",\s(?:[\w'’-]+\s){0,5}$")
_TITLE = re.compile(r"(?:[\w'’-]+\s){0,4}(?:[\w'’-]+,\s)?")
"""What may stand between such a phrase and a name."""
_NEAR = 48
_ENDS_SENTENCE = frozenset('.!?:”"\ufffc')
_CLOSING = frozenset('”"')
_FRONTED = PREPOSITIONS | SUBORDINATORS
_FRONT = 90
"""Characters before a name that hold what opens its sentence."""
_WHO = re.compile(r",? who (?!he\b|she\b|they\b|[A-Z])")
_OF_PLACE = re.compile(r"\b(?:from|in|at|near|of)\s(?:the\s)?\Z")
_SHORT = 10
"""Characters before a name in which such a preposition stands."""
_FOLLOWING = re.compile(r",? (?P<word>[a-z]+)")
_LAST_SENTENCE = re.compile(r"(?:^|[.!?”\"\ufffc]\s|\n)(?P<front>[A-Z][^,.!?\n\ufffc]*)\Z")
_INTRODUCING = frozenset(
    ("but", "and", "yet", "so", "still", "then", "while", "when", "as", "after", "although", "though", "for", "the")
)


def rank_of(text: str, name: Name, opens: bool) -> int:
    """How far a name is a subject, see ``Mention``. ``opens``: no other subject comes before it in its sentence."""
    following = text[name.end : name.end + 2]
    if following in ("'s", "’s"):
        return 0
    after = _VERB_AFTER.match(text, name.end) if following[:1] in (" ", ",", "\u00a0") else None
    if after is not None and not after["apart"] and after["verb"] in _modifying():
        return 0
    if after is not None and after["apart"] and _COMPLEMENT.search(text, max(0, name.lead - _NEAR), name.lead):
        return 0  # "A spokesman for NAME, NAME, said"
    if (
        opens_sentence(text, name.lead)
        or _inverted(text, name.lead)
        or _is_source(text, name.lead)
        or (opens and _leads(text, name))
    ):
        return 2
    apart = _SET_APART.search(text, max(0, name.lead - _NEAR), name.lead) if after is None else None
    if apart is not None and PREPOSITIONS.isdisjoint(apart[0].split()):
        after = _CLOSED.match(text, name.end)
    word = after["verb"] if after is not None else ""
    verb = cues.verbs().get(word)
    if verb is not None and verb.form != "ing":
        return 2 if verb.saying or opens else 1
    return 1 + opens if word in cues.words("finite") or word.endswith("ed") else 0


def _inverted(text: str, at: int) -> bool:
    """Whether a finite verb of saying stands right before ``at``: "said Name"."""
    front = text[max(0, at - 16) : at].rsplit(maxsplit=1)
    verb = cues.verbs().get(front[-1]) if front else None
    return verb is not None and verb.saying and verb.form in ("past", "s")


def _is_source(text: str, at: int) -> bool:
    """Whether what somebody says is told after whom stands at ``at``: "according to the foreman, Name"."""
    phrases = list(cues.source_phrases().finditer(text, max(0, at - _NEAR), at))
    return bool(phrases) and _TITLE.fullmatch(text, phrases[-1].end(), at) is not None


def opens_sentence(text: str, at: int) -> bool:
    """Whether a sentence starts at ``at``, or no more than a conjunction and an article before it."""
    front = text[max(0, at - 16) : at]
    line = front.rpartition("\n")[2]
    words = line.split()
    while words and words[-1].lower() in _INTRODUCING:
        if len(words) == 1:
            return len(line) < len(front) or at <= 16 or words[-1][0].isupper()
        words.pop()
    if not words:
        return True
    last = words[-1].rstrip("'’)")
    if last[-1:] in _CLOSING and len(last) > 1:  # A word or two that somebody else's sentence quotes ends none.
        return last[-2] in _ENDS_SENTENCE
    return words[-1][-1] in _ENDS_SENTENCE or last[-1:] in _ENDS_SENTENCE


def _leads(text: str, name: Name) -> bool:
    """Whether the first name of a sentence that may be a subject is one.

    Behind an adjunct or a clause that opens the sentence, and where a relative clause tells more of it: "On Friday,
    NAME", "Her brother NAME who".
    """
    if _WHO.match(text, name.end) and not _OF_PLACE.search(text, max(0, name.lead - _SHORT), name.lead):
        return True
    following = _FOLLOWING.match(text, name.end)
    if not text.startswith(", ", name.lead - 2) or following is None or following["word"] in NOMINATIVES:
        return False
    front = _LAST_SENTENCE.search(text, max(0, name.lead - _FRONT), name.lead - 2)
    words = front["front"].lower().split() if front is not None else []
    return len(words) == 1 or (bool(words) and (words[0] in _FRONTED or words[0].endswith("ing")))


@cache
def _modifying() -> frozenset[str]:
    """Nouns before which a name is no subject: "Name spokesman", "Name campaign"."""
    roles = set(role_words())
    return (
        frozenset(roles | {f"{r}s" for r in roles} | cues.words("bodies") | cues.words("belongings"))
        - cues.words("finite")
        - set(cues.verbs())
    )


def roles_behind(text: str, name: Name) -> frozenset[str]:
    """The roles that an apposition behind a name tells; "NAME, the sheriff said" is none."""
    apposition = _APPOSITION.match(text, name.end + 2) if text.startswith(", ", name.end) else None
    if apposition is None:
        return frozenset()
    words = apposition.group().lower()
    first = words.partition(",")[0].split()
    verbs = cues.verbs()
    if first[0] in RELATIVES - {"who"}:
        return frozenset()
    if first[0] == "who" and BE.isdisjoint(first[1:3]):  # "who ran for mayor" makes nobody one.
        return roles_in(words.partition(" as ")[2])
    if first[0] != "who" and any(
        (verb := verbs.get(word)) and verb.saying and verb.form in ("past", "s") for word in first[1:]
    ):
        return frozenset()
    return roles_in(words)


def is_body_behind(text: str, name: Name) -> bool:
    """Whether an apposition behind a name tells that it is a body's: "NAME, a student newspaper,"."""
    apposition = _BODY_BEHIND.match(text, name.end)
    return apposition is not None and apposition["noun"] in speaking_bodies()

"""Subjects of reporting verbs in -ing: "NAME said, adding", "quoted the mayor as saying", "NAME was heard saying"."""

from __future__ import annotations

from . import cues
from .clauses import main_subject, phrase_after, subject_before
from .noun_phrases import Source
from .tokens import Tokens, is_verb, passive


def participle_subject(tokens: Tokens, low: int, k: int) -> Source | None:
    """Who does what the verb in -ing at token index ``k`` tells, in a clause that begins at ``low``."""
    before = tokens.lows[k - 1] if k > low else ""
    quoted = _quoted_as(tokens, low, k) if before == "as" else None
    if quoted is None and is_overheard(tokens, low, k):
        quoted = subject_before(tokens, low, k - 1)
    if quoted is None and before in ("for", "as"):
        inside = tokens.within(tokens.starts[low], tokens.starts[k])
        quoted = next(
            (Source(n.start, n.end, "name", n) for n in reversed(inside) if tokens.at(n.end) == k - 1),
            None,
        )
    return quoted or _reporter_before(tokens, low, k) or main_subject(tokens, low, k)


def is_overheard(tokens: Tokens, low: int, k: int) -> bool:
    """Whether somebody is told to have been heard with what the verb in -ing at ``k`` tells: "is heard saying"."""
    return k - 1 > low and tokens.lows[k - 1] in cues.words("overhearing") and passive(tokens, k - 1, low)


def _quoted_as(tokens: Tokens, low: int, k: int) -> Source | None:
    """Who is quoted by another one: "The paper quoted the minister as saying", "NAME was quoted as saying"."""
    verbs = [j for j in tokens.reporting(low, k) if cues.verbs()[tokens.lows[j]].lemma in cues.words("quoting")]
    if not verbs:
        return None
    if passive(tokens, verbs[-1], low):
        return subject_before(tokens, low, verbs[-1])
    return phrase_after(tokens, verbs[-1] + 1, k - 1)


def _reporter_before(tokens: Tokens, low: int, k: int) -> Source | None:
    """Whose report ends with the comma before the participle at ``k``: "..., NAME said, describing it as"."""
    if k - 1 <= low or tokens.words[k - 1] != ",":
        return None
    for j in reversed(tokens.reporting(low, k - 1)):
        verb = cues.verbs()[tokens.lows[j]]
        if "," in tokens.words[j : k - 1]:
            return None
        if verb.saying and verb.form in ("past", "s") and is_verb(tokens, j, verb) and not passive(tokens, j, low):
            return subject_before(tokens, low, j)
    return None

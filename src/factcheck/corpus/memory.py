"""What a corpus remembers of its articles: their claims, and how likely pairs of statements are one utterance.

The score of a pair depends on the pair alone, so it holds for good. Which pairs are worth a score depends on the whole
corpus, so that is asked anew of the database whenever articles have come in; only pairs without a score are scored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from ..alignment.blocking import Piece, candidates
from ..alignment.statements import PackedArticle, PlainArticle, pack_article
from ..alignment.utterances import LEAST, Links, Statements, linked
from ..engines import Engine, Extracted
from ..models import Article, Claim, Group, LeftOut
from ..pipeline import shortcoming
from ..reading import Progress
from ..settings import Settings
from .basis import basis
from .identity import digest
from .store import insert, transaction

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from ..alignment.story_groups import Told

BATCH = 100
"""Articles whose claims are written at a time: what a run that is killed loses at most."""

PAIRS = 50_000
"""Pairs whose scores are written at a time."""

_NOT_ASKED = "DELETE FROM pairs WHERE NOT EXISTS (SELECT 1 FROM asked WHERE asked.a = pairs.a AND asked.b = pairs.b)"


def refresh(connection: DuckDBPyConnection, settings: Settings) -> None:
    """Forget what rests on articles that were replaced, and everything where claims would now be other ones."""
    now = basis(settings)
    with transaction(connection):
        if connection.execute("SELECT basis FROM corpus").fetchone() != (now,):
            connection.execute(
                "DELETE FROM extractions; DELETE FROM claims; DELETE FROM statement_pieces; DELETE FROM pairs"
            )
            connection.execute("UPDATE corpus SET basis = ?, aligned = false", [now])
        connection.execute("DELETE FROM extractions WHERE digest NOT IN (SELECT digest FROM articles)")
        connection.execute("DELETE FROM claims WHERE article NOT IN (SELECT article FROM extractions)")
        connection.execute("DELETE FROM statement_pieces WHERE claim NOT IN (SELECT number FROM claims)")
        # At once, since the numbers of claims that are gone are given anew.
        connection.execute(
            "DELETE FROM pairs WHERE NOT (a IN (SELECT number FROM claims) AND b IN (SELECT number FROM claims))"
        )


def learn_claims(
    connection: DuckDBPyConnection, articles: Sequence[Article], settings: Settings, engine: Engine, tell: Progress
) -> list[LeftOut]:
    """Have the claims extracted of those articles that there are none of yet; what fails is given back."""
    known = {own for (own,) in connection.execute("SELECT digest FROM extractions").fetchall()}
    missing = [article for article in articles if digest(article) not in known]
    failed: list[LeftOut] = []
    found = zip(missing, engine.extract(missing, settings), strict=True)
    done = 0
    while batch := list(islice(found, BATCH)):
        failed += [claims for _, claims in batch if isinstance(claims, LeftOut)]
        _write_claims(connection, [(a, claims) for a, claims in batch if not isinstance(claims, LeftOut)], settings)
        done += len(batch)
        tell(done, len(missing), "extracting claims")
    return failed


def _write_claims(
    connection: DuckDBPyConnection, batch: Sequence[tuple[Article, list[Claim]]], settings: Settings
) -> None:
    article_number = _next(connection, "SELECT max(article) FROM extractions")
    number = _next(connection, "SELECT max(number) FROM claims")
    extractions: list[tuple[object, ...]] = []
    rows: list[tuple[object, ...]] = []
    pieces: list[tuple[object, ...]] = []
    for at, (article, claims) in enumerate(batch, article_number):
        line = shortcoming(article, len(claims), settings)
        extractions.append((at, digest(article), line and line.model_dump_json()))
        numbers = {claim.id: n for n, claim in enumerate(claims, number)}
        number += len(claims)
        rows += [(numbers[c.id], at, c.id, c.form, c.model_dump_json()) for c in claims]
        statements = Statements(claims[: settings.max_claims], {article.id: article})
        for piece in statements.take(map(pack_article, statements.plain_articles())):
            pieces.append((numbers[statements.ids[piece.claim]], piece.day, piece.part, piece.codes))
    with transaction(connection):
        insert(connection, "extractions", extractions)
        insert(connection, "claims", rows)
        insert(connection, "statement_pieces", pieces)
        connection.execute("UPDATE corpus SET aligned = false")


def _next(connection: DuckDBPyConnection, latest: str) -> int:
    found = connection.execute(latest).fetchone()
    return 0 if not found or found[0] is None else int(found[0]) + 1


def lines(connection: DuckDBPyConnection) -> dict[str, LeftOut]:
    """By digest, the lines about articles whose claims are none or too many."""
    rows = connection.execute("SELECT digest, line FROM extractions WHERE line IS NOT NULL").fetchall()
    return {own: LeftOut.model_validate_json(line) for own, line in rows}


def learn_pairs(connection: DuckDBPyConnection, articles: Sequence[Article], tell: Progress) -> None:
    """Score the pairs that a run over all these articles would score, as far as that was not done before."""
    if connection.execute("SELECT aligned FROM corpus").fetchone() == (True,):
        return
    tell(0, None, "aligning claims")
    asked = _asked(connection, articles)
    known = set(connection.execute("SELECT a, b FROM pairs").fetchall())
    unscored = [pair for pair in asked if pair not in known]
    claims = _claims_of(connection, {number for pair in unscored for number in pair})
    statements = Statements(claims.values(), {article.id: article for article in articles})
    for _ in statements.take(map(pack_article, statements.plain_articles())):
        pass
    place = {own: at for at, own in enumerate(statements.ids)}
    at = {number: place[claim.id] for number, claim in claims.items()}
    for start in range(0, len(unscored), PAIRS):
        tell(start, len(unscored), "scoring pairs")
        chunk = unscored[start : start + PAIRS]
        found = dict(linked(((at[a], at[b]) for a, b in chunk), statements.statement))
        with transaction(connection):
            insert(connection, "pairs", [(a, b, found.get((at[a], at[b]), 0.0)) for a, b in chunk])
    with transaction(connection):
        connection.execute("CREATE OR REPLACE TEMP TABLE asked (a INTEGER, b INTEGER)")
        insert(connection, "asked", asked)
        connection.execute(_NOT_ASKED)
        connection.execute("UPDATE corpus SET aligned = true")
    tell(len(unscored), len(unscored), "scoring pairs")


def _asked(connection: DuckDBPyConnection, articles: Sequence[Article]) -> list[tuple[int, int]]:
    """The pairs that a run over all these articles would score, numbered as the corpus numbers claims."""
    ids = {digest(article): article.id for article in articles}
    rows = connection.execute("SELECT e.digest, c.id, c.number FROM claims c JOIN extractions e USING (article)")
    numbers = sorted((ids[own], claim, number) for own, claim, number in rows.fetchall() if own in ids)
    order = {own: at for at, own in enumerate(dict.fromkeys(article for article, _, _ in numbers))}
    rank = {number: (at, order[article]) for at, (article, _, number) in enumerate(numbers)}
    stored = connection.execute("SELECT claim, day, part, codes FROM statement_pieces").fetchall()
    pieces = (Piece(*rank[claim], day, part, codes) for claim, day, part, codes in stored if claim in rank)
    return [(numbers[a][2], numbers[b][2]) for a, b in candidates(pieces)]


def _claims_of(connection: DuckDBPyConnection, numbers: set[int]) -> dict[int, Claim]:
    rows = connection.execute(
        "SELECT number, record FROM claims WHERE number IN (SELECT unnest($1::INTEGER[]))", [sorted(numbers)]
    ).fetchall()
    return {number: Claim.model_validate_json(record) for number, record in rows}


class Memory:
    """An engine that answers from what a corpus remembers, and hands the rest to another engine."""

    def __init__(self, connection: DuckDBPyConnection, settings: Settings, inner: Engine) -> None:
        self._inner = inner
        self._claims: dict[str, list[Claim]] = {}
        self._links: dict[tuple[str, str], float] | None = None
        stated = connection.execute("SELECT basis, aligned FROM corpus").fetchone()
        if stated is None or stated[0] != basis(settings):
            return
        for own, record in connection.execute(
            "SELECT e.digest, c.record FROM extractions e LEFT JOIN claims c USING (article) ORDER BY c.number"
        ).fetchall():
            claims = self._claims.setdefault(own, [])
            if record is not None:
                claims.append(Claim.model_validate_json(record))
        if stated[1]:
            rows = connection.execute(
                "SELECT x.id, y.id, p.score FROM pairs p"
                " JOIN claims x ON x.number = p.a JOIN claims y ON y.number = p.b WHERE p.score >= ?",
                [LEAST],
            ).fetchall()
            self._links = {(a, b): score for a, b, score in rows}

    def extract(self, articles: Iterable[Article], settings: Settings) -> Iterator[Extracted]:
        """The claims of each article, as `Engine.extract` has it."""
        known = [(article, self._claims.get(digest(article))) for article in articles]
        fresh = self._inner.extract([article for article, claims in known if claims is None], settings)
        for _, claims in known:
            found = next(fresh) if claims is None else claims
            if claims is None and found and not isinstance(found, LeftOut):
                self._links = None  # there are claims that no link was looked for
            yield found

    def score(self, statements: Statements) -> Links:
        """The pairs that are one utterance, as `Engine.score` has it."""
        if self._links is None:
            return self._inner.score(statements)
        held = {own for pair in self._links for own in pair}
        for _ in statements.take(_packed(article, held) for article in statements.plain_articles()):
            pass
        at = {own: number for number, own in enumerate(statements.ids)}
        return {(at[a], at[b]): score for (a, b), score in self._links.items()}

    def group(self, stories: Sequence[Told]) -> Iterator[Sequence[Group]]:
        """The groups of each story, as `Engine.group` has it, by the other engine."""
        return self._inner.group(stories)


def _packed(article: PlainArticle, held: set[str]) -> PackedArticle:
    """An article's statements, packed; without content where none of them is linked, as nothing asks for it then."""
    if any(said.id in held for said in article.said):
        return pack_article(article)
    return PackedArticle(b"", article.day, (b"",) * len(article.said), ((),) * len(article.said))

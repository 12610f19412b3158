"""Which statements are found to be one utterance."""

import math
import random
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.alignment.blocking import Piece, candidates, pieces
from factcheck.alignment.grouping import groups
from factcheck.alignment.information import information, informations_by_hash, stem, terms, word_hash, word_hashes
from factcheck.alignment.limits import Bounds, Limits
from factcheck.alignment.scoring import Model, comparable, in_order, most_characters, runs
from factcheck.alignment.statements import pack_article, weights
from factcheck.alignment.surroundings import beside, marks
from factcheck.alignment.utterances import LEAST, Statements, group_utterances
from quoted import quoted

HARBOUR = "Ines Okafor, who runs the harbour of Tallow Bay, said on Monday: “{}” The ferry Marigold lay at pier 14."
FERRY = "In Tallow Bay the ferry Marigold stayed at pier 14 on Monday. “{}” said Okafor, the harbour master."
FAR = "Coach Dana Whitlock spoke in Pinehurst after the Ravens lost 31-7 to Duluth. “{}” she told reporters there."

FULL = "We will not send a single ferry past the breakwater until the divers have looked at every cable twice."


def together(*texts, form="direct", days=("2024-03-04", "2024-03-05")):
    """Whether the quotations of two articles, the only ones in them, come into one group."""
    made = [quoted(f"a{n}", text, day, form=form) for n, (text, day) in enumerate(zip(texts, days, strict=True))]
    found = group_utterances([c for _, claims in made for c in claims], {a.id: a for a, _ in made})
    return len(found) == 1 and len(found[0].claims) == 2


def ready(made):
    """The statements of articles and their claims, made ready for comparison."""
    statements = Statements([c for _, own in made for c in own], {a.id: a for a, _ in made})
    list(statements.take(map(pack_article, statements.plain_articles())))
    return [statements.statement(number) for number in range(len(statements.ids))]


@pytest.mark.parametrize(
    ("why", "other"),
    [
        ("the same", FULL),
        ("marks and case", FULL.replace("We will not", "we will NOT").replace("ferry", "ferry —")),
        ("cut short", "We will not send a single ferry past the breakwater,"),
        ("elided", "We will not send a single ferry ... until the divers have looked at every cable twice."),
        ("a word changed", FULL.replace("looked at", "checked")),
        (
            "reordered",
            "Until the divers have looked at every cable twice, we will not send a ferry past the breakwater.",
        ),
        ("more around it", f"Safety comes first. {FULL} That is all I can tell you today."),
    ],
)
def test_variants_of_one_quotation_come_together(why, other):
    assert together(HARBOUR.format(FULL), FERRY.format(other)), why


@pytest.mark.parametrize(
    ("why", "one", "other"),
    [
        ("another subject", FULL, "The cafe on the quay opens at nine and sells warm bread to everybody who waits."),
        ("common words only", "I don't know what to say.", "I just don't know."),
        ("a shared word", "The breakwater is eighty years old.", "A breakwater needs a plan."),
    ],
)
def test_other_statements_stay_apart(why, one, other):
    assert not together(HARBOUR.format(one), FERRY.format(other)), why


def test_a_look_alike_of_another_event_stays_apart():
    said = "He was such a good kid."
    assert not together(HARBOUR.format(said), FAR.format(said), days=("2024-03-04", "2021-10-09"))


def test_a_fragment_joins_its_sentence():
    made = [
        quoted(
            "a",
            "Okafor said in Tallow Bay they would wait for the “submarine cable splicers” of Norvik.",
            "2024-03-05",
            form="mixed",
        ),
        quoted(
            "b", "Okafor said: “The submarine cable splicers come by plane from Norvik to Tallow Bay.”", "2024-03-05"
        ),
    ]
    found = group_utterances([c for _, claims in made for c in claims], {a.id: a for a, _ in made})
    assert [len(group.claims) for group in found] == [2]


@pytest.mark.parametrize(
    ("form", "text", "other", "speakers", "one"),
    [
        (
            "indirect",
            "the cable ferry",
            "that the cable ferry is eighty years old",
            ("Ines Okafor", "Dana Lund"),
            False,
        ),
        ("indirect", "she would not resign", "she would resign", ("Ines Okafor", "Okafor"), True),
        ("indirect", "she would not resign", "she would resign", (None, "Okafor"), False),
        ("mixed", "disgraceful", "a disgraceful thing to see", (None, None), False),
        ("mixed", "disgraceful", "a disgraceful thing to see", ("Ines Okafor", "Okafor"), False),
        ("mixed", "a disgraceful breakwater", "It is a disgraceful breakwater", ("Ines Okafor", "Okafor"), True),
        ("mixed", "a disgraceful breakwater", "It is a disgraceful breakwater", ("Ines Okafor", "Dana Lund"), False),
        ("direct", "The lobsters are back.", "The lobsters are back.", (None, None), True),
        ("direct", "The lobsters are back.", "The lobsters are back.", ("Okafor", "Lund"), False),
        ("direct", FULL, FULL, ("Okafor", "Lund"), True),
    ],
)
def test_what_says_little_joins_only_what_one_speaker_says(form, text, other, speakers, one):
    made = [
        quoted("a", HARBOUR.format(text), "2024-03-04", form=form, speaker=speakers[0]),
        quoted("b", HARBOUR.format(other), "2024-03-04", form=form, speaker=speakers[1]),
    ]
    found = group_utterances([c for _, claims in made for c in claims], {a.id: a for a, _ in made})
    assert [len(group.claims) for group in found] == [2] * one


def test_a_paraphrase_joins_only_where_its_content_words_agree():
    near = "the divers have to look twice at every cable before a single ferry passes the breakwater"
    far = "nothing will sail before the lines are inspected"
    assert together(HARBOUR.format(FULL), FERRY.format(near), form="indirect")
    assert not together(HARBOUR.format(FULL), FERRY.format(far), form="indirect")


def test_statements_of_one_article_make_no_group():
    article, claims = quoted("a", f"“{FULL}” he said. Again he said: “{FULL}”")
    assert group_utterances(claims, {"a": article}) == []


def test_order_changes_nothing_and_links_hold_their_evidence():
    made = [quoted(n, t.format(FULL), "2024-03-04") for n, t in (("a", HARBOUR), ("b", FERRY), ("c", FERRY))]
    claims = [c for _, own in made for c in own]
    articles = {a.id: a for a, _ in made}
    first = group_utterances(claims, articles)
    random.Random(1).shuffle(claims)
    assert group_utterances(claims, dict(reversed(articles.items()))) == first
    assert [link.evidence["words"] for link in first[0].links] == [1.0, 1.0, 1.0]
    assert all(link.a < link.b and link.score > 0.9 for link in first[0].links)


def test_a_weak_link_does_not_fuse_two_groups():
    strong = {(0, 1): 0.99, (0, 2): 0.99, (1, 2): 0.99, (3, 4): 0.98, (3, 5): 0.98, (4, 5): 0.98}
    found = groups({**strong, (2, 3): 0.6}, 0.5, dict.fromkeys(range(6), 5.0), [0, 1, 2, 3, 4, 5], lambda _a, _b: 0.0)
    assert found == [(0, 1, 2), (3, 4, 5)]


def test_two_parts_of_one_long_statement_are_no_strangers():
    links = {(0, 1): 0.9, (0, 2): 0.8}
    assert groups(links, 0.5, {0: 9.0, 1: 3.0, 2: 3.0}, [0, 1, 2], lambda _a, _b: 0.0) == [(0, 1, 2)]


def test_blocking_pairs_what_shares_rare_words_and_never_one_article():
    texts = [
        (0, "the divers saw the breakwater"),
        (1, "a breakwater and divers"),
        (0, "the divers saw the breakwater"),
        (2, "bread"),
    ]
    rows = [Piece(n, article, 0, *piece) for n, (article, text) in enumerate(texts) for piece in pieces(terms(text))]
    assert list(candidates(rows)) == [(0, 1), (1, 2)]
    assert list(candidates(reversed(rows), threads=2)) == [(0, 1), (1, 2)]


def test_one_word_among_many_that_others_share_makes_no_pair():
    one, other = ([f"{kind}{n}" for n in range(13)] for kind in "xy")
    said = (["breakwater", *one], ["breakwater", *other], one, other)
    rows = [Piece(n, n, 0, *piece) for n, words in enumerate(said) for piece in pieces(words)]
    assert list(candidates(rows)) == [(0, 2), (1, 3)]
    assert (0, 1) in list(candidates(row for row in rows if row.claim < 2))


def test_a_common_word_does_not_cost_all_pairs():
    rows = [Piece(n, n, n, *piece) for n in range(400) for piece in pieces(["breakwater", f"w{n}"])]
    assert 400 < len(list(candidates(rows))) <= 400 * 3


def test_no_rows_make_no_pairs():
    assert list(candidates([])) == []


def test_the_parts_of_a_long_statement_each_have_keys():
    long = [f"w{n}" for n in range(40)]
    rows = [Piece(n, n, 0, *piece) for n, words in enumerate((long, long[31:38])) for piece in pieces(words)]
    assert [row.part for row in rows] == [0, 1, 2, 0]
    assert list(candidates(rows)) == [(0, 1)]


def test_rare_words_tell_more():
    assert information(stem("the")) < 1 < information(stem("because")) < information(stem("breakwater"))


def test_repeated_words_tell_less():
    once, twice, thrice = weights(["boom", "boom", "boom"])
    assert once > twice > thrice


@pytest.mark.parametrize(
    ("a", "b", "lengths"),
    [("a b c d", "c d a b", [2, 2]), ("a b c", "a b c", [3]), ("a a", "a", [1]), ("a b", "c", []), ("", "a", [])],
)
def test_runs(a, b, lengths):
    a, b = a.split(), b.split()
    assert [run.length for run in runs(a, b, [1.0] * len(a))] == lengths


@settings(deadline=None)
@given(*[st.lists(st.sampled_from("abc"), max_size=12)] * 2)
def test_each_run_is_the_longest_from_its_word_on(a, b):
    used: set[int] = set()
    expected, at = [], 0
    while at < len(a):
        lengths = []
        for start in range(len(b)):
            length = 0
            while (
                at + length < len(a)
                and start + length < len(b)
                and start + length not in used
                and a[at + length] == b[start + length]
            ):
                length += 1
            lengths.append(length)
        best = max(lengths, default=0)
        if best:
            where = lengths.index(best)
            used.update(range(where, where + best))
            expected.append(best)
        at += max(best, 1)
    assert [run.length for run in runs(a, b, [1.0] * len(a))] == expected


@pytest.mark.parametrize("word", ["the", "because", "breakwater", "norvik"])
def test_a_look_tells_the_information_of_its_word(word):
    assert informations_by_hash([word_hash(stem(word))]) == [information(stem(word))]


def test_names_and_numbers_of_an_article():
    text = "Rain fell. On Monday Mayor Okafor met 14 divers. Okafor left. Nobody spoke."
    found = [(mark.word, text[mark.at]) for mark in marks(text)]
    assert found == [("monday", "M"), ("mayor", "M"), ("okafor", "O"), ("14", "1"), ("okafor", "O")]


def test_the_words_beside_a_statement_are_not_its_own():
    article, (claim,) = quoted("a", "Far off. " + "x " * 100 + "The harbour was shut. “Nobody sails,” said Okafor.")
    words = beside(article.prose, claim.content.span.start, claim.content.span.end)
    assert word_hashes("harbour shut said Okafor") <= words
    assert not words & word_hashes("far nobody sails")


@pytest.mark.parametrize(("days", "month"), [(0, 1.0), (30, 1.0), (31, 0.0)])
def test_evidence_of_the_day_and_of_what_stands_around(days, month):
    later = date(2024, 3, 4) + timedelta(days)
    made = [quoted(n, t.format(FULL), d) for n, t, d in (("a", HARBOUR, "2024-03-04"), ("b", FERRY, str(later)))]
    evidence = Model().evidence(*ready(made))
    assert evidence["month"] == month
    assert evidence["beside"] > 0


def test_statements_with_few_words_in_common_are_not_compared():
    made = [
        quoted("a", HARBOUR.format(FULL)),
        quoted(
            "b", FERRY.format("Every summer painters climb onto that old rusty breakwater with brushes and buckets.")
        ),
    ]
    one, other = ready(made)
    assert not comparable(one, other)
    assert Limits(Model(), LEAST).probability(one, other) == 0
    assert comparable(one, one)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.text(max_size=60), max_size=5))
def test_any_text_goes_through(texts):
    made = [quoted(f"a{n}", f"x “{text}” y") for n, text in enumerate(texts)]
    claims = [c for _, own in made for c in own]
    ids = {c.id for c in claims}
    for group in group_utterances(claims, {a.id: a for a, _ in made}):
        assert set(group.claims) <= ids
        assert len(group.claims) > 1


SAYINGS = st.lists(st.sampled_from(f"{FULL} the the a divers Norvik no 14 what".split()), min_size=1, max_size=12)


@settings(deadline=None, max_examples=100)
@given(
    st.tuples(SAYINGS, SAYINGS),
    st.tuples(*[st.sampled_from(("direct", "mixed", "indirect"))] * 2),
    st.sampled_from((0, 30, 400)),
)
def test_a_pair_never_scores_more_than_its_limit(sayings, forms, days):
    later = date(2024, 3, 4) + timedelta(days)
    texts = [t.format(" ".join(words)) for t, words in zip((HARBOUR, FERRY), sayings, strict=True)]
    dates = ("2024-03-04", str(later))
    one, other = ready([quoted(n, t, d, form=f) for n, t, d, f in zip("ab", texts, dates, forms, strict=True)])
    model = Model()
    evidence = model.evidence(one, other)
    odds = model.intercept + sum(weight * evidence[name] for name, weight in model.weights.items())
    mass = math.log1p(min(one.total, other.total))
    assert most_characters(*in_order(one, other)) >= evidence["characters"] - 1e-9
    bounds = Bounds(evidence["words"], mass, *(evidence[f] for f in ("order", "characters", "names", "beside")))
    assert Limits(model, LEAST).odds(one, other)(bounds) >= odds - 1e-9
    probability = model.probability(one, other, evidence) if comparable(one, other) else 0.0
    found = Limits(model, LEAST).compared(one, other)
    assert found == ((probability, evidence) if probability >= LEAST else None)

"""Agreements of wording are held to the standard of conflicts: not one changed word in them."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck import check

WORDS = [
    "harbour",
    "winter",
    "council",
    "engineers",
    "bridge",
    "ferries",
    "lawfully",
    "clean",
    "seven",
    "children",
    "cables",
    "divers",
    "Thursday",
    "money",
    "northern",
    "promised",
    "tested",
    "opened",
    "quietly",
    "before",
    "never",
    "every",
    "stones",
    "river",
    "Marlow",
    "twelve",
    "rivals",
    "garden",
]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=5, max_size=14, unique=True)
SAID = st.sampled_from(
    [
        "“{}.” The mayor, Ines Okafor, said so on Monday.",
        "“{},” said Mayor Ines Okafor.",
        "“{},” Okafor said. “Nobody should worry about it.”",
        "“{},” Okafor said, “and nobody should worry about it.”",
        "Okafor promised that “{}” and left.",
        "Okafor said: “{}. Nobody should worry about it.”",
    ]
)
OPENINGS = (
    "KELMOUTH - Mayor Ines Okafor spoke to reporters on Monday about the new pier, which the town has long wanted.\n\n",
    "After a long night of talks in Kelmouth, Mayor Ines Okafor came out to tell a small crowd what was decided.\n\n",
)


def story(number, said):
    """An article that is no copy of the other one's, and where its quotation begins."""
    text = OPENINGS[number] + said
    return text, len(OPENINGS[number])


@st.composite
def two_versions(draw):
    """Two articles that quote one utterance, each cut at random, and where a word stands that one of them changed."""
    said = draw(SENTENCES)
    at = draw(st.integers(0, len(said) - 1))
    changed = [*said[:at], draw(st.sampled_from([w for w in WORDS if w not in said])), *said[at + 1 :]]
    made = []
    for number, words in enumerate((said, changed)):
        start = draw(st.integers(0, at))
        end = draw(st.integers(at + 1, len(words)))
        quoted = " ".join(words[start:end])
        text, _ = story(number, draw(SAID).format(quoted[0].upper() + quoted[1:]))
        made.append((text, text.lower().index(quoted.lower()) + len(" ".join([*words[start:at], ""]))))
    return made


def last_word(one, other, behind=("", "")):
    """Two articles that differ in the last word of a quotation before its attribution."""
    texts = [
        story(n, f"“{said}” Okafor said{more}") for n, (said, more) in enumerate(zip((one, other), behind, strict=True))
    ]
    return [(text, text.rindex(",” Okafor") - 1) for text, _ in texts]


SAFE = "The vaccine is safe for children under the age of {},"


@settings(max_examples=60, deadline=None)
@given(two_versions())
@example(last_word(SAFE.format("five"), SAFE.format("twelve"), (", “Parents should not worry.”", ".")))
@example(last_word("We took the money lawfully,", "We took the money unlawfully,", (". “Nobody doubts it.”", ".")))
@example(last_word("The gun was bought clean,", "The gun was bought stolen,", (", “and nobody knew.”", ".")))
def test_no_agreement_survives_a_changed_word(made):
    report = check(*(text for text, _ in made))
    where = {article.id: dict(made)[article.text] for article in report.articles}
    for agreement in report.agreements:
        if agreement.kind == "wording":
            held = {e.article_id for e in agreement.side.evidence if e.span.start <= where[e.article_id] < e.span.end}
            assert len(held) < 2, agreement.summary

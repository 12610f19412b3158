"""Speech: what is said, by whom, and how that is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extraction.speech import find_speech

INTRO = "Mayor Ruth Calder met Senator Paul Ibsen on Monday. "

DIRECT = [
    # cue behind, before, inverted, inside
    ("“The bridge is closed now,” Ruth Calder said.", ["Ruth Calder"]),
    ("“The bridge is closed now,” said Ruth Calder, the mayor.", ["Ruth Calder"]),
    ("Ruth Calder said: “The bridge is closed now.”", ["Ruth Calder"]),
    ("“The bridge,” Ruth Calder said on Monday, “is closed now.”", ["Ruth Calder"] * 2),
    ("“The bridge is closed,” Ruth Calder said. “Nobody may cross it.”", ["Ruth Calder"] * 2),
    ("“Is the bridge closed?” Ruth Calder asked.", ["Ruth Calder"]),
    # appositions, brackets, relative clauses, ages
    ("“The bridge is closed now,” Ruth Calder, the mayor of Dunby, said.", ["Ruth Calder"]),
    ("“The bridge is closed now,” said the mayor of Dunby, Ruth Calder.", ["Ruth Calder"]),
    ("“The bridge is closed now,” said Dunby Herald publisher Ruth Calder.", ["Ruth Calder"]),
    ("“The bridge is closed now,” Ruth Calder, 51, of Dunby, said.", ["Ruth Calder"]),
    ("“The bridge is closed now,” Rep. Ruth Calder (D-Ohio) said.", ["Ruth Calder"]),
    ("“The bridge is closed now,” Ruth Calder, who met Paul Ibsen there, said.", ["Ruth Calder"]),
    ("“The bridge is closed now,” Dunby council leader Ruth Calder told Paul Ibsen.", ["Ruth Calder"]),
    ("“The bridge is closed now,” Ruth Calder and Paul Ibsen said.", ["Ruth Calder and Paul Ibsen"]),
    ("Ruth Calder, the mayor, said Ibsen had crossed “the oldest bridge of all.”", ["Ruth Calder"]),
    ("“The bridge is closed now,” said her deputy, Paul Ibsen.", ["Paul Ibsen"]),
    (
        'Ruth Calder read from "The Old Road." Paul Ibsen spoke of a town that “had lost a bridge and a mayor.”',
        ["Paul Ibsen"],
    ),
    # other verbs share the subject
    ("Ruth Calder shook her head and said, “The bridge is closed.”", ["Ruth Calder"]),
    ("Ruth Calder attacked Paul Ibsen, saying “he never crossed it.”", ["Ruth Calder"]),
    ("Ruth Calder went on to say, “The bridge is closed.”", ["Ruth Calder"]),
    ("Paul Ibsen was asked by Ruth Calder, “Is the bridge closed?”", ["Ruth Calder"]),
    ("The ferry sank at once, Ruth Calder said, describing the wreck as “a cathedral under water.”", ["Ruth Calder"]),
    (
        "Ruth Calder said she was “in no mood to wait” for it and, in a softer voice, added that it “will come.”",
        ["Ruth Calder"] * 2,
    ),
    ("Ruth Calder would not be drawn, except to say that the bridge “moved in the night.”", ["Ruth Calder"]),
    ("“The bridge is closed for good, ” Ruth Calder was heard telling the porter.", ["Ruth Calder"]),
    ("The Dunby Herald quoted Ruth Calder as saying “the bridge is closed for good.”", ["Ruth Calder"]),
    ("The Dunby Herald reports that neighbour Ruth Calder said the keeper “was asleep on his feet.”", ["Ruth Calder"]),
    ("He was taken to Dunby for what Ruth Calder called “a very long rest indeed.”", ["Ruth Calder"]),
    ("Ruth Calder last week called the repairs “a long and lovely swindle.”", ["Ruth Calder"]),
    ("Ferry owner Ruth Calder on Friday called the repairs “a long and lovely swindle.”", ["Ruth Calder"]),
    ("“The bridge is closed for good,” Const. Ruth Calder said.", ["Ruth Calder"]),
    ("The family issued a statement saying, “He loved that bridge.”", ["The family"]),
    (
        "A clerk at the ferry house Friday declined to talk, saying only, “It is closed.”",
        ["A clerk at the ferry house"],
    ),
    ("Ruth Calder was there. “We shut it ourselves, Mr. Ibsen said. “Nobody else would.”", ["Ibsen"] * 2),
    ("“The bridge is closed for good,” Ruth Calder, a ferry owner told the Herald.", ["Ruth Calder"]),
    ("“The bridge is closed for good,” Ruth Calder, owner of two ferries, notified the council.", ["Ruth Calder"]),
    (
        "“It is closed,” Ann Lee said. “It is the oldest of bridges” and “the ugliest of all,” Ruth Calder said.",
        [*["Ann Lee"], *["Ruth Calder"] * 2],
    ),
    ("The clerks chanted “Shut it, shut it!” as Ruth Calder passed.", ["The clerks"]),
    (
        "Ann Lee called it “the best of bridges” while Ruth Calder said “it has had its day” in the reported debate.",
        ["Ann Lee", "Ruth Calder"],
    ),
    ("Ann Lee left.\n“The bridge is old.\nIt was never repaired,” Ruth Calder wrote.", ["Ruth Calder"] * 2),
    ("Divers called the wreck “a hotel for eels,” police said.", ["police"]),
    ("“The bridge is closed for good,” harbour police said in a note.", ["harbour police"]),
    (
        "Ruth Calder, a porter who spoke with the Herald, called it “a poor old thing,” saying she would miss it.",
        ["Ruth Calder"],
    ),
    ("Ruth Calder in a note said early figures suggested there was “no danger to the lower town.”", ["Ruth Calder"]),
    (
        "Ruth Calder promised that the piers would be paid for since work began in May “before the year is out.”",
        ["Ruth Calder"],
    ),
    (
        "That plan, Ruth Calder maintained, suggests that Dunby can live on claims that “nobody has ever tested.”",
        ["Ruth Calder"],
    ),
    ("Ruth Calder used a talk with a small TV crew to call the repairs “a long and lovely swindle.”", ["Ruth Calder"]),
    ("It came up at a fair in Dunby, Ill. The letter said the bridge “has had its day.”", ["The letter"]),
    ("Ruth Calder attacked such remarks on “the charm of ruins.”", ["Ruth Calder"]),
    ("A clerk near the gate had shouted “Shut it now!” by then.", ["A clerk near the gate"]),
    ("Ibsen left. “I heard him go,” Ruth Calder said. Witness B: “So did I.”", ["Ruth Calder", "Witness B"]),
    (
        "Calder's aunt, Ann Lee, said the tolls were the last straw: “Who pays for this?” Ibsen's aunt, Oda, smiled.",
        ["Ann Lee"],
    ),
    ("The judge had advice for Ruth Calder: “Do not swim here again.”", ["The judge"]),
    (
        "Outside Dunby Town Hall on Monday, Ibsen's sister, Oda Ibsen, said the tolls were “the very last straw.”",
        ["Oda Ibsen"],
    ),
    (
        "“The bridge is old,” Ruth Calder said. Oda Ibsen, a porter, agreed that it had to go.\n“It rattles so.”",
        ["Ruth Calder", "Oda Ibsen"],
    ),
    ("The plan would be funded by “closing the ferry and selling the pier.”", [None]),
    ("Ruth Calder, a spokeswoman for the ferry told the Herald: “The bridge is closed for good.”", ["Ruth Calder"]),
    ("“The bridge is closed for good,” City of Dunby Police officer Ruth Calder said.", ["Ruth Calder"]),
    ("‘We lost all but the dog’: family flees Dunby\n“It came at night,” Ruth Calder said.", [None, "Ruth Calder"]),
    # phrases, labels, signatures
    ("According to Ruth Calder, “the bridge is closed for good.”", ["Ruth Calder"]),
    ("“The bridge is closed for good,” according to Ruth Calder.", ["Ruth Calder"]),
    ("Ruth Calder: “The bridge is closed for good.”", ["Ruth Calder"]),
    ("“The bridge is closed for good.” — Ruth Calder", ["Ruth Calder"]),
    # organizations and documents
    ("The Dunby Council said the plan would “wreck the whole town at once.”", ["Dunby Council"]),
    ("“The whole town is lost,” the Dunby Herald wrote.", ["Dunby Herald"]),
    ("“The whole town is lost,” the report said.", ["the report"]),
]


@pytest.mark.parametrize(("text", "speakers"), DIRECT)
def test_direct(text, speakers):
    found = [s for s in find_speech(text) if s.form != "indirect"]
    assert [s.speaker and s.speaker.name for s in found] == speakers


REFERENCES = [
    ("She said she “respects” Ibsen and will write to the town. “It is closed,” she said.", "Ruth Calder", "pronoun"),
    (
        "Still, Calder, speaking in the rain as the porters met Ibsen, refused. “It is closed,” she said.",
        "Ruth Calder",
        "pronoun",
    ),
    ("“It is closed,” she said.", "Ruth Calder", "pronoun"),
    ("“It is closed,” he said.", "Paul Ibsen", "pronoun"),
    ("“It is closed,” the senator said.", "Paul Ibsen", "description"),
    ("“It is closed,” the mayor said.", "Ruth Calder", "description"),
    ("“It is closed,” Ibsen said.", "Paul Ibsen", "name"),
    ("“It is closed,” Mrs. Calder said.", "Ruth Calder", "name"),
]


@pytest.mark.parametrize(("text", "name", "resolved_by"), REFERENCES)
def test_references(text, name, resolved_by):
    (speech,) = [s for s in find_speech(INTRO + text) if s.form == "direct"]
    assert speech.speaker is not None
    assert (speech.speaker.name, speech.speaker.resolved_by) == (name, resolved_by)


def test_a_surname_whose_role_is_told_is_a_person_at_the_start_of_a_sentence_too():
    found = find_speech("Calder, the deputy mayor, came by train. “It is closed for good,” she said.")
    assert [s.speaker and s.speaker.name for s in found] == ["Calder"]


@pytest.mark.parametrize(
    "told", ["said family friend Ivalu Strand", "said Ivalu Strand, a family friend", "said Ivalu Strand"]
)
def test_a_role_makes_a_person_of_a_name(told):
    (speech,) = [report for report in find_speech(f'"The boats came back late," {told}.') if report.speaker]
    assert speech.speaker.kind == ("person" if "friend" in told else "unknown")


def test_a_pronoun_without_antecedent_has_no_speaker():
    (speech,) = [s for s in find_speech("“It is closed for good,” she said.") if s.form == "direct"]
    assert speech.speaker is None


def test_a_woman_is_no_antecedent_of_he():
    (speech,) = find_speech("Ruth Calder came by train.\n“It is closed for good,” he said.")
    assert speech.speaker is None


BODIES = [
    ("The New Dunby Herald broke the story. “It is closed for good,” the newspaper said.", "New Dunby Herald"),
    ("Calder Motors built it. “It is closed for good,” the company said.", "Calder Motors"),
    ("The Dunby Herald met the Rovin Post. “It is closed for good,” the newspaper said.", "the newspaper"),
    ("The Dunby Herald broke the story. “It is closed for good,” the company said.", "the company"),
]


@pytest.mark.parametrize(("text", "speaker"), BODIES)
def test_a_body_is_described_by_its_kind(text, speaker):
    assert [s.speaker.name for s in find_speech(text) if s.form == "direct"] == [speaker]


def test_a_courtesy_title_of_the_other_gender_is_somebody_else():
    text = "Mrs. Ruth Calder came by train. “It is closed for good,” Mr. Calder said."
    assert [s.speaker.name for s in find_speech(text) if s.form == "direct"] == ["Calder"]


def test_initials_and_short_forms_mean_the_organization():
    text = "The New Dunby Herald broke the story. “It is closed for good,” NDH noted."
    assert [s.speaker.name for s in find_speech(text) if s.form == "direct"] == ["New Dunby Herald"]


@pytest.mark.parametrize(
    "text",
    [
        "“It is closed for good,” said Ann Dole, a spokeswoman for Acme Group.",
        "“It is closed for good,” Acme Group spokeswoman Ann Dole said.",
    ],
)
def test_spokespersons_speak_for_somebody(text):
    (speech,) = find_speech(text)
    assert (speech.speaker.name, speech.speaker.on_behalf_of) == ("Ann Dole", "Acme Group")


def test_a_nameless_spokesman_speaks_for_somebody():
    (speech,) = find_speech("“It is closed for good,” a spokesman for Acme Group said.")
    assert (speech.speaker.name, speech.speaker.on_behalf_of) == ("a spokesman for Acme Group", "Acme Group")


CONTINUED = [
    ("“The bridge,” Ruth Calder said, “is closed now.”", [None, 0]),
    ("“The bridge is closed,” Ruth Calder said. “Nobody may cross.”", [None, 0]),
    ("“The bridge is closed,” Ruth Calder said. She left at noon. “Nobody may cross,” she said.", [None, None]),
    ("“The bridge is closed, Ruth Calder thinks.\n“Nobody may cross it,” Ruth Calder said.", [None, 0]),
]


@pytest.mark.parametrize(("text", "expected"), CONTINUED)
def test_continued(text, expected):
    assert [s.continues for s in find_speech(text) if s.form != "indirect"] == expected


def test_transcript():
    text = INTRO + "\nIBSEN: Is it closed?\nCALDER: It is closed for good.\nIBSEN: Thank you, mayor.\nQ: And now?"
    found = [s for s in find_speech(text) if s.form == "direct"]
    assert [s.speaker and s.speaker.name for s in found] == ["Paul Ibsen", "Ruth Calder", "Paul Ibsen", None]
    assert found[1].content.text == "It is closed for good."


@pytest.mark.parametrize(
    "labels",
    [
        ("RUTH CALDER", "PAUL IBSEN"), ("Q.", "A."), ("**Calder", "**Ibsen"),
        ("Ruth Calder, mayor", "Paul Ibsen (on the phone)"), (">> CALDER", ">> IBSEN"), ("THE COURT", "MR. IBSEN"),
        ("[00:12] Ruth Calder", "[00:14] Paul Ibsen"),
        ("Speaker 1", "Speaker 2"), ("Anna de Vries", "Host"),
    ],
)  # fmt: skip
def test_labels_of_any_style(labels):
    mark = {".": "", "*": ":**"}
    asked, told = (label + mark.get(label[-1] if label[-1] == "." else label[0], ":") for label in labels)
    text = f"{asked} Is it closed?\n{told} I think so.\n{asked} Thank you."
    found = [s for s in find_speech(text) if s.form == "direct"]
    assert [s.content.text for s in found] == ["Is it closed?", "I think so.", "Thank you."]
    assert len({s.speaker and s.speaker.name for s in found}) == (1 if labels[0] == "Q." else 2)


def test_labels_that_come_again_in_a_list_make_no_transcript():
    text = "Utah: Drivers must be 21.\nOhio: Boats need a light.\nUtah: Bars close at one.\nOhio: Rents are capped."
    assert [s for s in find_speech(text) if s.form == "direct"] == []


def test_labels_make_no_transcript():
    assert find_speech("Update: The bridge is open.\nWeather: It rains in Dunby.") == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Ruth Calder said, “It is closed for good.”", "direct"),
        ("Ruth Calder said the bridge was “closed for good and all.”", "mixed"),
        ("Ruth Calder called the bridge “rotten” again.", "mixed"),
    ],
)
def test_forms(text, form):
    (speech,) = [s for s in find_speech(text) if s.form != "indirect"]
    assert speech.form == form
    assert speech.speaker.name == "Ruth Calder"


NO_SPEECH = [
    "Ruth Calder appeared on DNS' “Meet the Morning.” Ibsen was away.",
    'title: "The bridge that will never be opened again in our time"\nauthor: "Ann Lee"',
    "She wrote the novel “The Long Way Home” in Dunby.",
    "The “smart” house burned down.",
    "Robert “Bob” Quill came home.",
    'He paid 6 dollars for a 12" pipe.',
    "The report is on the table.",
]


@pytest.mark.parametrize("text", NO_SPEECH)
def test_no_speech(text):
    assert find_speech(text) == []


INDIRECT = [
    ("Ruth Calder said the bridge was closed.", "the bridge was closed", "Ruth Calder", False),
    ("Ruth Calder said on Monday that the bridge was closed.", "that the bridge was closed", "Ruth Calder", False),
    ("The bridge is closed, Ruth Calder said.", "The bridge is closed", "Ruth Calder", False),
    ("The bridge is closed, said Ruth Calder.", "The bridge is closed", "Ruth Calder", False),
    ("According to Ruth Calder, the bridge is closed.", "the bridge is closed", "Ruth Calder", False),
    ("The bridge is closed, according to Ruth Calder.", "The bridge is closed", "Ruth Calder", False),
    ("Ruth Calder did not say whether the bridge was closed.", "whether the bridge was closed", "Ruth Calder", True),
    ("Ruth Calder denied that the bridge was closed.", "that the bridge was closed", "Ruth Calder", True),
    ("Ruth Calder charged that the council forgot it.", "that the council forgot it", "Ruth Calder", False),
    ("Ruth Calder reported on Monday that it was closed.", "that it was closed", "Ruth Calder", False),
    ("As the Dunby Herald reported on Monday, it was closed.", "it was closed", "Dunby Herald", False),
    ("Ruth Calder promised to close the bridge.", "to close the bridge", "Ruth Calder", False),
    ("Ruth Calder told reporters that the bridge was closed.", "that the bridge was closed", "Ruth Calder", False),
    ("Ruth Calder Says Bridge Is Closed For Good", "Bridge Is Closed For Good", "Ruth Calder", False),
    ("Ruth Calder said the bridge was closed, but the road is open.", "the bridge was closed", "Ruth Calder", False),
    (
        "Ruth Calder said she thought that the bridge was closed.",
        "she thought that the bridge was closed",
        "Ruth Calder",
        False,
    ),
    ("The report said the bridge was closed.", "the bridge was closed", "The report", False),
    ("Ruth Calder urged the council to close the bridge.", "the council to close the bridge", "Ruth Calder", False),
    # participles, infinitives, asides
    ("Ruth Calder wrote to them, saying the bridge was closed.", "the bridge was closed", "Ruth Calder", False),
    ("Ruth Calder is warning that the bridge may fall.", "that the bridge may fall", "Ruth Calder", False),
    ("Ruth Calder went on to say the bridge was closed.", "the bridge was closed", "Ruth Calder", False),
    ("Ruth Calder - in her first speech - said the bridge was closed.", "the bridge was closed", "Ruth Calder", False),
    (
        "Ruth Calder asked the council whether the bridge was closed.",
        "whether the bridge was closed",
        "Ruth Calder",
        False,
    ),
    ("Many fear that the bridge may fall.", "that the bridge may fall", "Many", False),
    # things, with and without a preposition
    ("Ruth Calder criticized the old bridge on Monday.", "the old bridge", "Ruth Calder", False),
    ("Ruth Calder declared a day off starting on Monday.", "a day off starting on Monday", "Ruth Calder", False),
    ("Ruth Calder called for a new bridge during the debate.", "a new bridge", "Ruth Calder", False),
    ("Ruth Calder repeated that promise in Dunby.", "that promise in Dunby", "Ruth Calder", False),
    ("Ruth Calder praised the bridge and has crossed it twice.", "the bridge", "Ruth Calder", False),
    # where a clause ends, and a sentence
    ("-. Ruth Calder said that the bridge was closed.", "that the bridge was closed", "Ruth Calder", False),
    ("While Ruth Calder said the bridge was closed, cars crossed it.", "the bridge was closed", "Ruth Calder", False),
    ("Ruth Calder said 31,000 cars cross the bridge.", "31,000 cars cross the bridge", "Ruth Calder", False),
    ("Drivers who support Ruth Calder came to the bridge.", "Ruth Calder", "Drivers", False),
    # relative clauses that have a subject of their own
    ("A ferry pilot who drowned in what Ruth Calder called a calm died.", "a calm died", "Ruth Calder", False),
    ("The man who sold the boat that police said was stolen fled.", "was stolen fled", "police", False),
    ("The pilot who neighbors said was kind has moved.", "was kind has moved", "neighbors", False),
    ("A man police said was armed was seen.", "was armed was seen", "police", False),
    ("The man who sold the boat said it was stolen.", "it was stolen", "The man", False),
    ("The pilot who lives there said it was late.", "it was late", "The pilot", False),
    # clauses of time, and clauses that go on
    ("The dog slept because officers said the bridge was closed.", "the bridge was closed", "officers", False),
    ("It was years after builders promised to close the bridge.", "to close the bridge", "builders", False),
    ("A woman who came after him said it was late.", "it was late", "A woman", False),
    ("Jo Hale rang and Ruth Calder came and said it was late.", "it was late", "Ruth Calder", False),
    ("Jo Hale rang the bell and said it was late.", "it was late", "Jo Hale", False),
    ("Ruth Calder and Jo Hale came and said it was late.", "it was late", "Ruth Calder and Jo Hale", False),
    # what tells more of the speaker is not said
    ("The bridge was closed, said Ruth Calder, a ferry pilot.", "The bridge was closed", "Ruth Calder", False),
    ("The bridge was closed, said Ruth Calder, 45.", "The bridge was closed", "Ruth Calder", False),
    ("The bridge was closed, said Ruth Calder, who lives on it.", "The bridge was closed", "Ruth Calder", False),
    # attitudes: adjectives and nouns
    ("Ruth Calder was not confident that the bridge would hold.", "that the bridge would hold", "Ruth Calder", True),
    ("Ruth Calder was sharply critical of the old bridge.", "the old bridge", "Ruth Calder", False),
    ("Ruth Calder's promise to close the bridge came late.", "to close the bridge", "Ruth Calder", False),
    ("Ruth Calder made the case that the bridge was old.", "that the bridge was old", "Ruth Calder", False),
    ("She rejects the claim by Ruth Calder that the bridge is old.", "that the bridge is old", "Ruth Calder", False),
]


def test_one_sentence_may_report_two_speakers():
    text = "Ruth Calder, who said the bridge was closed, added that the road was open."
    assert [s.content.text for s in find_speech(text)] == ["the bridge was closed", "that the road was open"]


def test_one_subject_may_report_twice():
    text = "Ruth Calder said the bridge was closed and has called for a new one across the river."
    assert [s.content.text for s in find_speech(text)] == ["the bridge was closed", "a new one across the river"]


@pytest.mark.parametrize(
    "text",
    [
        "It was claimed by many.",
        "The reports of Monday are here.",
        "They wait to hear the news.",
        "His claims and calls for it.",
        "Ruth Calder praised him.",
        "Ruth Calder was asked to explain it again.",
        "The bridge has the support of the town.",
        "They need cars like the old bus.",
        "The hearing with its dull talk of calendars also brought the bridge closer.",
        "He had the lamp pointed down at the ground and was walking fast.",
        "Although such a measure proposed after the flood was turned down, rain fell.",
    ],
)
def test_nouns_and_infinitives_report_nothing(text):
    assert find_speech(text) == []


@pytest.mark.parametrize(("text", "content", "speaker", "negated"), INDIRECT)
def test_indirect(text, content, speaker, negated):
    (speech,) = find_speech(text)
    assert speech.form == "indirect"
    assert (speech.content.text, speech.speaker.name, speech.negated) == (content, speaker, negated)


PIECES = """
“ ” " ' '' , . : — ( ) Ruth_Calder she said that according_to the_senator asked_by Mr._Ibsen the_bridge_is_closed
and who spokesman_for Acme_Group wants_to 12
"""
TEXTS = st.lists(st.sampled_from([*PIECES.replace("_", "\u00a0").split(), "\n"]), max_size=24).map(
    lambda pieces: " ".join(pieces).replace("\u00a0", " ")
)


@given(TEXTS | st.text(max_size=80))
def test_every_span_is_its_text(text):
    found = find_speech(text)
    for k, s in enumerate(found):
        passages = [s.content, *([s.cue] if s.cue else []), *([s.speaker.mention] if s.speaker else [])]
        assert all(text[p.span.start : p.span.end] == p.text for p in passages)
        assert s.quoted[0] <= s.content.span.start < s.content.span.end <= s.quoted[1]
        assert "\n" not in s.content.text
        assert s.continues is None or 0 <= s.continues < k
    assert found == find_speech(text)

"""A report with a conflict of every kind, built by hand, that the tests of all formats share. All of it is invented."""

from factcheck.models import (
    Agreement,
    Claim,
    Conflict,
    Evidence,
    Group,
    LeftOut,
    Link,
    Passage,
    Quantity,
    Side,
    Span,
    Speaker,
    Story,
    Title,
    When,
)
from factcheck.reporting.report import Input, KnowledgeTable, Provenance, Report
from factcheck.settings import Settings
from sample_articles import ARTICLES, COURIER, LEDGER, POST, STANDARD, WIRE, on

MISSING = (
    LeftOut(origin="stories/scan.pdf", reason="not a text file"),
    LeftOut(origin="stories/menu.txt", reason="no statement, title, date or number was found in it"),
)


def cut(article, words, after=0):
    start = article.text.index(words, after)
    return Passage.cut(article.text, start, start + len(words))


def claim(article, words, name=None, mention=None, form="direct", title=None, said=None, **more):
    content = cut(article, words)
    fields = {
        "speaker": name
        and Speaker(
            name=name,
            mention=cut(article, mention or name),
            kind="person",
            resolved_by="pronoun" if mention == "she" else "name",
            confidence=0.8 if mention == "she" else 0.97,
        ),
        "title": title
        and Title(
            **cut(article, title).model_dump(),
            head=title.split()[-1].lower(),
            status="acting" if title.startswith("acting") else "current",
        ),
        "said": said
        and When(
            value=said.start.isoformat(),
            start=said.start,
            end=said.end,
            precision="day",
            basis="published" if said == article.published else "relative",
        ),
    } | more
    span = content.span
    return Claim(
        id=Claim.key(article.id, form, span.start, span.end),
        article_id=article.id,
        form=form,
        content=content,
        **fields,
    )


def evidence(source, passage=None, *differing):
    article = next(a for a in ARTICLES if a.id == source.article_id)
    span = cut(article, passage).span if passage else source.content.span
    marks = [article.text.index(words, span.start) for words in differing]
    return Evidence(
        article_id=article.id,
        claim_id=source.id,
        span=span,
        differing=tuple(Span(start=at, end=at + len(words)) for at, words in zip(marks, differing, strict=True)),
    )


def gap(source, before):
    """Evidence where words are missing before ``before``."""
    found = evidence(source)
    article = next(a for a in ARTICLES if a.id == source.article_id)
    at = article.text.index(before, found.span.start)
    return found.model_copy(update={"differing": (Span(start=at, end=at),)})


def side(value, *items):
    articles = sorted({item.article_id for item in items})
    copies = {a.id: a.copy_of for a in ARTICLES}
    return Side(
        value=value,
        claims=tuple(sorted({item.claim_id for item in items})),
        articles=tuple(articles),
        evidence=tuple(sorted(items, key=lambda e: (e.article_id, e.span.start))),
        witnesses=len({copies[a] or a for a in articles}),
    )


def conflict(kind, nature, severity, confidence, subject, summary, explanation, *sides):
    claims = tuple(sorted({claim for s in sides for claim in s.claims}))
    found = Conflict(
        id=Conflict.fingerprint(kind, subject, tuple(s.value for s in sides)),
        kind=kind,
        nature=nature,
        severity=severity,
        confidence=confidence,
        subject=subject,
        summary=summary,
        explanation=explanation,
        sides=sides,
        group_id=f"g-{kind}-{nature}-{subject}" if confidence < 0.5 else f"g-{kind}-{nature}",
    )
    link = Link(a=sides[0].claims[0], b=sides[1].claims[0], score=0.93, evidence={"words": 0.91, "speaker": 1.0})
    topic = "person" if kind in ("title", "name") else "event" if kind in ("date", "quantity", "place") else "utterance"
    return found, Group(id=found.group_id, topic=topic, claims=claims, links=(link,))


CORVANE = "Ines Corvane"
VALVES = "We will not sail again until every cable, every pump and every valve has been checked"
DOORS = "The doors held, the crew held, and the passengers kept calm."
PUMPS = "I have asked for new pumps since autumn"
SMOKE = "people were treated for smoke"


def quantity(article, words, value):
    return (Quantity(**cut(article, words).model_dump(), value=value, counted="people treated"),)


C = {
    "l_fire": claim(LEDGER, LEDGER.text.split(". ")[0] + ".", form="narration"),
    "l_valves": claim(LEDGER, VALVES, CORVANE, "Ines Corvane", title="harbour master", said=on(2024, 3, 13)),
    "l_nobody": claim(LEDGER, "Nobody was trapped below deck", CORVANE, "she", said=LEDGER.published),
    "l_doors": claim(LEDGER, DOORS, CORVANE, "she", said=LEDGER.published),
    "l_smoke": claim(
        LEDGER,
        "Twelve people were treated for smoke",
        form="indirect",
        quantities=quantity(LEDGER, "Twelve people", 12),
    ),
    "l_pump": claim(
        LEDGER, "the pump had failed before", "Tomas Weyl", form="indirect", title="Chief engineer", negated=True
    ),
    "l_pumps": claim(LEDGER, PUMPS, "Tomas Weyl", title="Chief engineer", said=LEDGER.published),
    "p_fire": claim(POST, "The ferry Saint Brannoc stays in port after Wednesday's fire", form="narration"),
    "p_second": claim(
        POST,
        "It is the second fire on the line in three years.",
        form="narration",
        quantities=(Quantity(**cut(POST, "three years").model_dump(), kind="measure", value=3, unit="year"),),
    ),
    "p_smoke": claim(
        POST,
        "Nineteen people were treated for smoke",
        form="indirect",
        quantities=quantity(POST, "Nineteen people", 19),
    ),
    "p_valves": claim(
        POST,
        "We will not sail again until every cable and every valve has been checked",
        CORVANE,
        title="harbour director",
        said=on(2024, 3, 14),
    ),
    "p_doors": claim(
        POST, "The crew held, the doors held, and the passengers kept calm.", CORVANE, said=POST.published
    ),
    "p_pump": claim(POST, "the pump had failed before", "Thomas Weil", form="indirect", title="Chief engineer"),
    "p_pumps": claim(POST, PUMPS, "Odile Brandt", title="captain", said=POST.published),
    "w_smoke": claim(
        WIRE, "Twelve people were treated for smoke", form="indirect", quantities=quantity(WIRE, "Twelve people", 12)
    ),
    "w_reopen": claim(WIRE, "Officials expect the line to reopen within a week.", form="narration"),
    "w_nobody": claim(
        WIRE,
        "Nobody was trapped below deck, and nobody was left behind",
        CORVANE,
        title="acting harbour master",
        said=WIRE.published,
    ),
    "w_doors": claim(WIRE, DOORS, CORVANE, said=WIRE.published),
    "c_smoke": claim(
        COURIER,
        "Twelve people were treated for smoke",
        form="indirect",
        quantities=quantity(COURIER, "Twelve people", 12),
    ),
    "c_nobody": claim(
        COURIER, "Nobody was trapped below deck, and nobody was left behind", CORVANE, title="acting harbour master"
    ),
    "c_doors": claim(COURIER, DOORS, CORVANE),
    "s_shut": claim(STANDARD, "the line would stay shut", CORVANE, form="indirect", title="Harbour master"),
    "s_valves": claim(STANDARD, VALVES, CORVANE, "she"),
}

FOUND = (
    conflict(
        "wording",
        "altered",
        "high",
        0.94,
        CORVANE,
        "Ines Corvane is quoted with “every cable, every pump and every valve” by two sources and with "
        "“every cable and every valve” by another.",
        "Both stand inside quotation marks as one statement. The pumps are missing from one of them, and nothing marks "
        "the gap.",
        side(
            "every cable, every pump and every valve",
            evidence(C["l_valves"], None, ", every pump"),
            evidence(C["s_valves"], None, ", every pump"),
        ),
        side("every cable and every valve", gap(C["p_valves"], " and every valve")),
    ),
    conflict(
        "quantity",
        "value",
        "high",
        0.88,
        "people treated for smoke",
        "Two independent sources count 12 people treated for smoke, another 19.",
        "The later article has the higher number, so the toll may have grown between 13 and 15 March 2024.",
        side(
            "12",
            evidence(C["l_smoke"], None, "Twelve"),
            evidence(C["w_smoke"], None, "Twelve"),
            evidence(C["c_smoke"], None, "Twelve"),
        ),
        side("19", evidence(C["p_smoke"], None, "Nineteen")),
    ),
    conflict(
        "speaker",
        "different",
        "high",
        0.91,
        PUMPS,
        "“I have asked for new pumps since autumn” is given to Tomas Weyl by one source, to Odile Brandt by another.",
        "The same seven words stand in quotation marks in both articles, each time with a named speaker.",
        side("Tomas Weyl", evidence(C["l_pumps"], f"“{PUMPS},” Weyl said.", "Weyl")),
        side(
            "Odile Brandt",
            evidence(C["p_pumps"], f"“{PUMPS},” said the ferry's captain, Odile Brandt.", "Odile Brandt"),
        ),
    ),
    conflict(
        "negation",
        "denied",
        "high",
        0.79,
        "Tomas Weyl",
        "One source has the chief engineer deny that the pump had failed before, another has him say so.",
        "The statement is the same; one article denies the saying.",
        side(
            "denied",
            evidence(C["l_pump"], "Chief engineer Tomas Weyl denied that the pump had failed before.", "denied that"),
        ),
        side("said", evidence(C["p_pump"], "Chief engineer Thomas Weil said the pump had failed before.", "said")),
    ),
    conflict(
        "date",
        "day",
        "medium",
        0.83,
        "fire on the Saint Brannoc",
        "The fire is put on Tuesday, 12 March 2024 by one source and on Wednesday, 13 March 2024 by another.",
        "Each weekday is read from the day its article was published. An article without a date takes no part.",
        side("2024-03-12", evidence(C["l_fire"], None, "Tuesday")),
        side("2024-03-13", evidence(C["p_fire"], None, "Wednesday's")),
    ),
    conflict(
        "title",
        "different",
        "medium",
        0.72,
        CORVANE,
        "Ines Corvane is called harbour master by two sources, acting harbour master by one and harbour director "
        "by another.",
        "A harbour master and a harbour director are not known to be the same office. "
        "“Acting” may tell of a day before the appointment.",
        side(
            "harbour master",
            evidence(C["l_valves"], "said harbour master Ines Corvane", "harbour master"),
            evidence(C["s_shut"], "Harbour master Ines Corvane", "Harbour master"),
        ),
        side(
            "acting harbour master",
            evidence(C["w_nobody"], "acting harbour master Ines Corvane said", "acting harbour master"),
            evidence(C["c_nobody"], "acting harbour master Ines Corvane said", "acting harbour master"),
        ),
        side(
            "harbour director",
            evidence(C["p_valves"], "harbour director Ines Corvane told reporters", "harbour director"),
        ),
    ),
    conflict(
        "wording",
        "truncated",
        "medium",
        0.86,
        CORVANE,
        "A statement of Ines Corvane ends after “below deck” in one source and goes on in two others.",
        "The shorter quotation ends its sentence, and no ellipsis says that more was said. The two "
        "others share one text.",
        side("Nobody was trapped below deck", evidence(C["l_nobody"])),
        side(
            "Nobody was trapped below deck, and nobody was left behind",
            evidence(C["w_nobody"], None, ", and nobody was left behind"),
            evidence(C["c_nobody"], None, ", and nobody was left behind"),
        ),
    ),
    conflict(
        "place",
        "different",
        "medium",
        0.66,
        CORVANE,
        "Ines Corvane speaks at the north quay in one source and at the south quay in another.",
        "Both articles report one statement and name where it was made.",
        side("the north quay", evidence(C["l_valves"], "who spoke at the north quay", "north")),
        side("the south quay", evidence(C["p_valves"], "told reporters at the south quay", "south")),
    ),
    conflict(
        "wording",
        "reordered",
        "low",
        0.9,
        CORVANE,
        "The clauses of a statement of Ines Corvane stand in another order in one source.",
        "All the words are the same. A quotation should keep the order in which they were said.",
        side(
            "The doors held, the crew held",
            evidence(C["l_doors"], None, "The doors held, the crew held"),
            evidence(C["w_doors"], None, "The doors held, the crew held"),
            evidence(C["c_doors"], None, "The doors held, the crew held"),
        ),
        side("The crew held, the doors held", evidence(C["p_doors"], None, "The crew held, the doors held")),
    ),
    conflict(
        "name",
        "spelling",
        "low",
        0.7,
        "Tomas Weyl",
        "The chief engineer is spelled Tomas Weyl by one source and Thomas Weil by another.",
        "Both are chief engineer of one ferry and are given the same statement, so they are taken for one person.",
        side("Tomas Weyl", evidence(C["l_pump"], "Chief engineer Tomas Weyl", "Tomas Weyl")),
        side("Thomas Weil", evidence(C["p_pump"], "Chief engineer Thomas Weil", "Thomas Weil")),
    ),
)

MAYBE = (
    conflict(
        "date",
        "day",
        "medium",
        0.19,
        "line reopens",
        "Sources give the day the line reopens differently: within a week (Coastal Wire); no day (Northern Standard).",
        "One source says when, the other that it would stay shut.",
        side("within a week", evidence(C["w_reopen"], None, "within a week")),
        side("shut", evidence(C["s_shut"], None, "stay shut")),
    ),
)

STORY = Story(
    id="5ca1ab1e0000",
    name="Saint Brannoc ferry fire",
    articles=tuple(sorted(article.id for article in ARTICLES if article is not STANDARD)),
)

AGREED = (
    Agreement(
        id=Conflict.fingerprint("wording", CORVANE, (VALVES,)),
        kind="wording",
        nature="identical",
        subject=CORVANE,
        summary="Two sources quote Ines Corvane in the same words on the checks before the ferry sails.",
        side=side(VALVES, evidence(C["l_valves"]), evidence(C["s_valves"])),
        group_id="g-wording-altered",
    ),
    Agreement(
        id=Conflict.fingerprint("quantity", "people treated for smoke", ("12",)),
        kind="quantity",
        nature="identical",
        subject="people treated for smoke",
        summary="Two independent sources count 12 people treated for smoke.",
        side=side(
            "12",
            evidence(C["l_smoke"], None, "Twelve"),
            evidence(C["w_smoke"], None, "Twelve"),
            evidence(C["c_smoke"], None, "Twelve"),
        ),
        group_id="g-quantity-value",
    ),
)


def sample(articles=ARTICLES):
    """The report. Its records are sorted as those of a run are."""
    return Report(
        provenance=Provenance(
            version="0.1.0",
            settings=Settings(),
            tables=(KnowledgeTable(name="offices", sha256="ab" * 32),),
            inputs=tuple(
                Input(origin=a.origin, article_id=a.id, sha256=a.sha256)
                for a in sorted(articles, key=lambda a: a.origin)
            ),
            left_out=MISSING,
        ),
        articles=tuple(sorted(articles, key=lambda a: a.id)),
        claims=tuple(sorted(C.values(), key=lambda c: c.id)),
        stories=(STORY,),
        groups=tuple(sorted((group for _, group in (*FOUND, *MAYBE)), key=lambda g: g.id)),
        conflicts=tuple(sorted((found for found, _ in FOUND), key=lambda c: c.id)),
        possible=tuple(found for found, _ in MAYBE),
        agreements=tuple(sorted(AGREED, key=lambda a: a.id)),
    )

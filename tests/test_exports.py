"""SARIF, Web Annotation, ClaimReview and Markdown: each against its own schema, model or parser."""

import json
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import jsonschema
import pytest
from markdown_it import MarkdownIt

import hostile
from factcheck.models import Article
from factcheck.reporting import FORMATS, render_annotations, render_claimreview, render_markdown, render_sarif
from factcheck.reporting.address import identifier, place, within
from factcheck.reporting.decisions import Decision
from factcheck.reporting.index import Index
from sample import ARTICLES, COURIER, LEDGER, STANDARD, sample

SARIF = Path(__file__).parent.parent / "build" / "schemas" / "package" / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"
"""The schema by the OASIS committee, which is not part of this repository; CONTRIBUTING.md tells how to get it."""
RANKED = Index(sample()).ranked
WHEN = datetime(2024, 3, 16, 9, 30, tzinfo=UTC)
PUBLISHED = Decision(
    conflict=RANKED[0].id,
    status="confirmed",
    note="Checked against the recording.",
    reviewer="MQ",
    decided=WHEN,
    rating="Misquoted",
    url="https://checks.example/ferry",
)
DECIDED = sample().decided(
    [
        PUBLISHED,
        Decision(conflict=RANKED[1].id, status="dismissed", note="One office."),
        Decision(conflict=RANKED[2].id, status="needs work"),
        Decision(conflict="gone", status="confirmed", rating="False", url="https://checks.example/gone"),
    ]
)
REPORTS = [sample(), DECIDED, hostile.report(), sample().model_copy(update={"conflicts": ()})]

IRI = {"type": "string", "pattern": r"^[^\s<>\"{}|\\^`]+$"}
TEXT = {"type": "string"}
ANNOTATIONS = {
    # What the W3C Recommendation asks with "MUST" of the classes used here (sections 3.1-3.3, 4.2.4, 4.2.5, 5).
    "type": "object",
    "required": ["@context", "id", "type", "items"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": IRI,
        "type": {"const": "AnnotationPage"},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "type", "target"],
                "additionalProperties": False,
                "properties": {
                    "id": IRI,
                    "type": {"const": "Annotation"},
                    "motivation": {"enum": ["assessing", "questioning"]},
                    "modified": {"type": "string", "format": "date-time"},
                    "body": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["type", "value"],
                            "properties": {
                                "type": {"const": "TextualBody"},
                                "value": TEXT,
                                "format": {"const": "text/plain"},
                                "purpose": {"enum": ["describing", "tagging", "commenting"]},
                            },
                        },
                    },
                    "target": {
                        "type": "array",
                        "minItems": 1,
                        "items": {
                            "type": "object",
                            "required": ["source", "selector"],
                            "properties": {
                                "type": {"const": "SpecificResource"},
                                "source": IRI,
                                "selector": {
                                    "type": "array",
                                    "prefixItems": [
                                        {
                                            "type": "object",
                                            "required": ["type", "exact", "prefix", "suffix"],
                                            "properties": {"type": {"const": "TextQuoteSelector"}, "exact": TEXT},
                                        },
                                        {
                                            "type": "object",
                                            "required": ["type", "start", "end"],
                                            "properties": {
                                                "type": {"const": "TextPositionSelector"},
                                                "start": {"type": "integer", "minimum": 0},
                                                "end": {"type": "integer", "minimum": 0},
                                            },
                                        },
                                    ],
                                    "items": False,
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}


@pytest.mark.parametrize("report", REPORTS, ids=["sample", "decided", "hostile", "nothing found"])
def test_sarif_is_valid(report):
    log = json.loads(render_sarif(report))
    if not SARIF.is_file():
        pytest.skip("the SARIF schema is not here; CONTRIBUTING.md tells how to get it")
    schema = json.loads(SARIF.read_text(encoding="utf-8"))
    jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker()).validate(log)
    results = log["runs"][0]["results"]
    listed = [*Index(report).ranked, *report.possible]
    assert [r["partialFingerprints"]["factcheck/v1"] for r in results] == [c.id for c in listed]
    assert [r["level"] for r in results if r["ruleId"].startswith("possible-")] == ["note"] * len(report.possible)


def places(run):
    """All places of results: those that come first, and those beside them."""
    return [where for result in run["results"] for where in (*result["locations"], *result["relatedLocations"])]


def test_sarif_places_are_the_passages():
    (run,) = json.loads(render_sarif(sample()))["runs"]
    texts = {article.id: article for article in ARTICLES}
    assert run["columnKind"] == "unicodeCodePoints"
    for where in places(run):
        article, passage = texts[where["properties"]["article"]], where["properties"]["passage"]
        assert article.text[where["properties"]["start"] : where["properties"]["end"]] == passage
        assert ("region" in where["physicalLocation"]) == article.verbatim
        if article.verbatim:
            region = where["physicalLocation"]["region"]
            at = region["charOffset"]
            assert article.text[at : at + region["charLength"]] == region["snippet"]["text"] == passage
            line = article.text.split("\n")[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 :].startswith(passage)


@pytest.mark.parametrize("report", REPORTS, ids=["sample", "decided", "hostile", "nothing found"])
def test_sarif_is_as_code_scanning_takes_it(report):
    """What GitHub asks for: a physical place of each result, no scheme but file, and texts of each rule."""
    (run,) = json.loads(render_sarif(report))["runs"]
    assert all(result["locations"] for result in run["results"])
    for where in places(run):
        location = where["physicalLocation"]["artifactLocation"]
        assert urlsplit(location["uri"]).scheme in ("", "file")
        assert run["artifacts"][location["index"]]["location"]["uri"] == location["uri"]
    for rule in run["tool"]["driver"]["rules"]:
        assert all(rule[field]["text"] for field in ("shortDescription", "fullDescription", "help"))
    for result in run["results"]:
        linked = [f"]({where['id']})" in result["message"]["text"] for where in result["relatedLocations"]]
        assert all(linked)
        hashed = "primaryLocationLineHash" in result["partialFingerprints"]
        assert hashed == ("region" not in result["locations"][0]["physicalLocation"])


def test_articles_of_one_file_are_one_artifact():
    rows = [
        a.model_copy(update={"origin": f"stories/all.jsonl:{n}", "verbatim": False}) for n, a in enumerate(ARTICLES)
    ]
    (run,) = json.loads(render_sarif(sample(rows)))["runs"]
    (artifact,) = run["artifacts"]
    assert artifact["location"]["uri"] == "stories/all.jsonl"
    assert {article["id"] for article in artifact["properties"]["articles"]} == {article.id for article in ARTICLES}


@pytest.mark.parametrize(
    ("origin", "uri"),
    [
        ("stories/a b.txt", "stories/a%20b.txt"),
        ("/data/a.txt", "file:///data/a.txt"),
        ("stories/all.jsonl:17", "stories/all.jsonl"),
        ("stories/all.CSV:3", "stories/all.CSV"),
        ("wire/week.zip!mon/a.html", "wire/week.zip"),
        ("wire/week.zip!mon/all.jsonl:4", "wire/week.zip"),
        ("a.txt.gz!a.txt", "a.txt.gz"),
        ("wow!.txt", "wow%21.txt"),
        ("desk.txt:3", "desk.txt%3A3"),
        ("12:30", "12%3A30"),
        ("https://a.example/x?y=1#z", "a.example/x?y=1#z"),
        ("https://a.example:8443/x:1", "a.example%3A8443/x:1"),
        ("https://a.example/feed.xml:3", "a.example/feed.xml"),
        ("http://a.example", "a.example/"),
        ("-", "-"),
    ],
)
def test_every_article_has_a_place_in_a_repository(origin, uri):
    assert within(origin) == uri
    assert urlsplit(uri).scheme in ("", "file")


def test_sarif_suppresses_what_was_dismissed_and_nothing_else():
    results = json.loads(render_sarif(DECIDED))["runs"][0]["results"]
    assert [r["suppressions"] for r in results[:4]] == [
        [],
        [{"kind": "external", "status": "accepted", "justification": "One office."}],
        [{"kind": "external", "status": "underReview"}],
        [],
    ]
    assert [r["properties"].get("decision") for r in results[:4]] == ["confirmed", "dismissed", "needs work", None]
    assert not any("suppressions" in r for r in json.loads(render_sarif(sample()))["runs"][0]["results"])


def test_sarif_tells_what_was_left_out():
    (run,) = json.loads(render_sarif(sample()))["runs"]
    told = [note["message"]["text"] for note in run["invocations"][0]["toolExecutionNotifications"]]
    assert told == [missing.reason for missing in sample().provenance.left_out]


@pytest.mark.parametrize("report", REPORTS, ids=["sample", "decided", "hostile", "nothing found"])
def test_annotations_are_valid(report):
    page = json.loads(render_annotations(report))
    jsonschema.Draft202012Validator(ANNOTATIONS).validate(page)
    assert len({item["id"] for item in page["items"]}) == len(report.conflicts) + len(report.possible)
    asked = [item["id"] for item in page["items"] if item["motivation"] == "questioning"]
    assert asked == [f"urn:factcheck:conflict:{conflict.id}" for conflict in report.possible]


def test_annotation_selectors_find_their_words():
    articles = {identifier(article): article for article in ARTICLES}
    for item in json.loads(render_annotations(sample()))["items"]:
        for target in item["target"]:
            quote, position = target["selector"]
            text = articles[target["source"]].text
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_claimreview_holds_what_was_published_and_nothing_else():
    data = json.loads(render_claimreview(DECIDED))
    assert data["@context"] == "https://schema.org"
    (review,) = data["@graph"]
    assert review == {
        "@type": "ClaimReview",
        "@id": f"urn:factcheck:conflict:{RANKED[0].id}",
        "url": "https://checks.example/ferry",
        "claimReviewed": RANKED[0].summary,
        "reviewRating": {"@type": "Rating", "alternateName": "Misquoted"},
        "itemReviewed": {"@type": "Claim", "appearance": review["itemReviewed"]["appearance"]},
        "author": {"@type": "Person", "name": "MQ"},
        "datePublished": "2024-03-16",
        "reviewBody": "Checked against the recording.",
    }
    assert {
        "@type": "NewsArticle",
        "headline": LEDGER.title,
        "url": LEDGER.url,
        "datePublished": "2024-03-14",
        "publisher": {"@type": "Organization", "name": LEDGER.source},
    } in review["itemReviewed"]["appearance"]
    assert {"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": STANDARD.source}} in review[
        "itemReviewed"
    ]["appearance"]


@pytest.mark.parametrize(
    "change",
    [
        {"status": "dismissed"},
        {"status": "needs work"},
        {"status": None},
        {"rating": ""},
        {"rating": "  "},
        {"url": ""},
        {"url": "javascript:alert(1)"},
    ],
)
def test_no_claimreview_without_a_confirmed_and_published_verdict(change):
    report = sample().decided([PUBLISHED.model_copy(update=change)])
    assert json.loads(render_claimreview(report))["@graph"] == []


def tokens(report):
    parsed = MarkdownIt("commonmark").enable("table").parse(render_markdown(report))
    return [inner for token in parsed for inner in [token, *(token.children or ())]]


def test_markdown_marks_the_words():
    text = render_markdown(sample())
    assert "until every cable, **every pump** and every valve" in text
    assert "[The Harbor Ledger](<https://ledger.example/2024/ferry-fire>), 14 March 2024" in text
    assert f"{COURIER.source}, 14 March 2024, copy of Coastal Wire" in text
    assert "**Confirmed** by MQ: Checked against the recording." in render_markdown(DECIDED)


MARKUP = ("1. one", "- a", "+ a", "# a", "===", "**b**", "www.a.example", "a|b", "[a](b)", "`c`", "1) one")


@pytest.mark.parametrize("attack", [*hostile.ATTACKS, hostile.WORDS, *MARKUP])
def test_markdown_holds_no_foreign_markup(attack):
    found, tame = (tokens(hostile.report(words)) for words in (attack, "x"))
    kinds = {token.type for token in found}
    assert not kinds & {"html_inline", "html_block", "image", "em_open", "code_block", "fence", "ordered_list_open"}
    structure = [token.type for token in found if token.type.endswith("_open") and token.type != "strong_open"]
    assert structure == [token.type for token in tame if token.type.endswith("_open") and token.type != "strong_open"]
    assert all(token.attrs["href"].startswith("https://") for token in found if token.type == "link_open")


@pytest.mark.parametrize(
    ("origin", "uri"),
    [
        ("stories/a b.txt", "stories/a%20b.txt"),
        ("stories/ä#1?.txt", "stories/%C3%A4%231%3F.txt"),
        ("/data/a.txt", "file:///data/a.txt"),
        ("C:\\data\\a b.txt", "file:///C:/data/a%20b.txt"),
        ("data\\a.txt", "data/a.txt"),
        ("12:30.txt", "12%3A30.txt"),
        ("https://a.example/x?y=1#z", "https://a.example/x?y=1#z"),
        ("https://a.example/ü “q”", "https://a.example/%C3%BC%20%E2%80%9Cq%E2%80%9D"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("-", "-"),
    ],
)
def test_every_origin_has_a_uri(origin, uri):
    assert place(origin) == uri
    urlsplit(uri)


def test_a_text_given_directly_has_a_name():
    article = Article(text="x")
    assert identifier(article) == f"urn:factcheck:article:{article.id}"


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_text_breaks_no_format(name):
    text = FORMATS[name](hostile.report())
    if name not in ("json", "annotations", "claimreview"):
        assert not set(text) & set("\x00\x1b\u202e")
    if name in ("json", "sarif", "annotations", "claimreview"):
        assert json.loads(text)

"""Front matter, front lines, date lines, and furniture."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.models import Article
from factcheck.reading import read
from factcheck.reading.furniture import heading
from factcheck.reading.metadata import Metadata, names
from factcheck.reading.stamps import classify
from factcheck.reading.years import complete
from front_gold import BODY as FERRY
from front_gold import ROWS

SEEDS = Path(__file__).parent.parent / "seeds"
BODY = "The bridge over the Lenn is closed. It will stay so until the spring, the town's engineer said on Monday.\n"


def article(text):
    reading = read(["\n" + text] if "\n" not in text else [text])
    assert not reading.left_out
    return reading.articles[0]


def days(interval):
    return interval and (interval.start.isoformat(), interval.end.isoformat())


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Bridge Over the Lenn Closed\n\nPublished on 3 March 2024 at 10:00\n\n", "Bridge Over the Lenn Closed"),
        ("Bridge Over the Lenn Closed\nBy Ada Quill\n", "Bridge Over the Lenn Closed"),
        ("Who Will Mend the Bridge?\nBy Ada Quill\n", "Who Will Mend the Bridge?"),
        ("Bridge Over the Lenn Closed\nThe town looks for money.\nBy Ada Quill\n", "Bridge Over the Lenn Closed"),
        ("POLITICS\nBridge Over the Lenn Is Closed\nBy Ada Quill\n", "Bridge Over the Lenn Is Closed"),
        ("3 March 2024\n\nBridge Over the Lenn Closed\n\n", "Bridge Over the Lenn Closed"),
        ("Bridge Over the Lenn Closed\n\n", "Bridge Over the Lenn Closed"),
        ("Bridge Over the Lenn Closed\n\nShare\n\n", "Bridge Over the Lenn Closed"),
        ("Bridge Over the Lenn Closed\r\n\r\n", "Bridge Over the Lenn Closed"),
        ("Bridge Over the Lenn Closed\n===========\n", "Bridge Over the Lenn Closed"),
        ("# Bridge **Over** the [Lenn](https://lenn.example) Closed #\n\n", "Bridge Over the Lenn Closed"),
        ("Bridge Over the Lenn Closed\n", None),  # no blank line, no metadata
        ("The bridge was closed on Sunday.\n\n", None),  # a sentence
        ("Who will mend the bridge?\n\n", None),  # may be a sentence of the body
        ("Title: Bridge Over the Lenn Closed\n\n", "Bridge Over the Lenn Closed"),
        ("", None),
        ("date 2024-03-03 ", None),
        ("date 2024-03-03\nBridge Over the Lenn Closed\n\n", "Bridge Over the Lenn Closed"),
    ],
)
def test_a_headline_needs_evidence(head, title):
    found = article(head + BODY)
    assert found.title == title
    assert found.prose.strip().endswith(BODY.strip())
    assert title is None or "Bridge Over the Lenn" not in found.prose.replace(BODY, "")


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("Published on 2 February 2025 at 02:35", [("published", "2 February 2025 at 02:35")]),
        ("Published: Feb. 2, 2025, 2:35 a.m. ET", [("published", "Feb. 2, 2025, 2:35 a.m. ET")]),
        ("First published 2025-02-02T02:35:00Z", [("published", "2025-02-02T02:35:00Z")]),
        ("Published 3 hours ago", [("published", "3 hours ago")]),
        ("Last updated Sunday, 2 February 2025", [("updated", "Sunday, 2 February 2025")]),
        ("Posted 1 May 2025, updated 2 May 2025", [("published", "1 May 2025"), ("updated", "2 May 2025")]),
        ("By Ada Quill | 3 May 2025 | 4 min read", [("authors", "Ada Quill"), ("published", "3 May 2025")]),
        ("By Ada Quill and Bo de la Rue, Staff Writers", [("authors", "Ada Quill and Bo de la Rue, Staff Writers")]),
        ("Written by Ada Quill", [("authors", "Ada Quill")]),
        ("Friday, 28 November 2025", [("published", "Friday, 28 November 2025")]),
        ("*By Ada Quill*", [("authors", "Ada Quill")]),
        ("**Published:** 3 May 2025", [("published", "3 May 2025")]),
        ("5 minute read", []),
        ("2 hours ago", []),
        ("Reading time: 5 minutes", []),
        ("https://lenn.example/bridge", [("url", "https://lenn.example/bridge")]),
        ("Source: The Lenn Courier", [("source", "The Lenn Courier")]),
        ("Published reports said otherwise", None),
        ("Published on Friday was a report", None),
        ("By Friday the water had gone", None),
        ("By then all was lost", None),
        ("Updated figures came in May 2025", None),
        ("May 2025", None),  # no day, and no word that says what it is
        ("In 2025 the bridge fell", None),
        ("Note: the bridge is closed", None),
        ("By Ada Quill, who saw the bridge fall", None),
    ],
)
def test_front_lines_are_told_from_prose(line, facts):
    assert classify(line) == facts


def _stated(found):
    day = found.published.start.isoformat() if found.published else ""
    return day, found.source, found.place.text if found.place else "", found.title or ""


def test_what_heads_state():
    wanted = told = right = 0
    for head, *gold in ROWS:
        found = article(head + FERRY)
        stated = _stated(found)
        wanted += sum(map(bool, gold))
        told += sum(map(bool, stated))
        right += sum(a == b != "" for a, b in zip(gold, stated, strict=True))
        assert found.place is None or found.text[found.place.span.start : found.place.span.end] == found.place.text
        assert FERRY.strip() in found.prose
    assert len(ROWS) >= 150
    assert right / told >= 0.98
    assert right / wanted >= 0.95


@pytest.mark.parametrize(
    ("stated", "text", "names", "day"),
    [
        ("Jan. 21", "On January 18, 2025 it fell. It burned on Tuesday.", (), "2025-01-21"),
        ("Jan. 2", "It fell on 30 December 2024.", (), "2025-01-02"),
        ("Tuesday, Jan. 21", "It fell on January 18, 2025.", (), "2025-01-21"),
        ("Monday, Jan. 21", "It fell on January 18, 2025.", (), None),
        ("Jan. 21", "Six years after January 18, 2019 nobody forgets.", (), None),
        ("Jan. 21", "It fell on January 18, 2019. A bill of 2024 is no help.", (), None),
        ("Jan. 21", "It fell on January 18, 2019, they said on Wednesday.", (), None),
        ("Jan. 21", "It fell.", ("https://lenn.example/2025/01/22/fell",), "2025-01-21"),
        ("Jan. 21", "It fell.", ("", "2025-01-21-lenn"), "2025-01-21"),
        ("Jan. 21", "It fell.\n\n© 2025 Lenn Courier", (), "2025-01-21"),
        ("Feb. 29", "It fell.\n\n© 2025 Lenn Courier", (), None),
        ("Jan. 21", "In 2017 fires burned more.", (), None),
        ("yesterday", "It fell on January 18, 2025.", (), None),
    ],
)
def test_a_day_gets_its_year(stated, text, names, day):
    found = complete(stated, text, *names)
    assert (found and found.start.isoformat()) == day


def test_a_day_gets_the_year_of_the_articles_beside_it(tmp_path):
    for name, head in (("a", "LENN, Jan. 2 (Northern Wire) — "), ("b", "Published on 30 December 2024\n\n"), ("c", "")):
        (tmp_path / f"{name}.txt").write_text(head + BODY, encoding="utf-8")
    found = {Path(a.origin).stem: a for a in read(tmp_path).articles}
    assert days(found["a"].published) == ("2025-01-02", "2025-01-02")
    assert found["a"].assumed == ("published",)
    assert found["b"].assumed == ("source",)
    assert found["c"].published is None
    (tmp_path / "e.txt").write_text(f"Bridge closed\n\nUpdated 01/03/2025 9:01 AM\n\n{BODY}", encoding="utf-8")
    (closed,) = (a for a in read(tmp_path).articles if a.title)
    assert days(closed.published) == ("2025-01-03", "2025-01-03")
    (tmp_path / "e.txt").unlink()
    (tmp_path / "d.txt").write_text("Published on 3 January 2024\n\nNew Year on the Lenn was dry.\n", encoding="utf-8")
    assert all(a.published is None for a in read(tmp_path).articles if a.place)


@pytest.mark.parametrize(
    ("name", "outlet", "day"),
    [
        ("2024-03-03-northern-wire.txt", "northern-wire", "2024-03-03"),
        ("northern-wire_20240303.txt", "northern-wire", "2024-03-03"),
        ("10_13plus-lenncourier.example.txt", "lenncourier.example", None),
        ("www.lenncourier.example.txt", "lenncourier.example", None),
        ("1-northern-wire.txt", "1-northern-wire", None),
        ("20241399.txt", "20241399", None),
        ("2024-03-03.txt", "2024-03-03", "2024-03-03"),
    ],
)
def test_a_file_name_is_the_last_resort(tmp_path, name, outlet, day):
    (tmp_path / name).write_text(BODY, encoding="utf-8")
    (found,) = read(tmp_path).articles
    assert found.source == outlet
    assert days(found.published) == (day and (day, day))
    assert found.assumed == (("published", "source") if day else ("source",))
    (tmp_path / name).write_text(
        "The Lenn Courier\n4 March 2024\n\nBridge over the Lenn closed\n\n" + BODY, encoding="utf-8"
    )
    (found,) = read(tmp_path).articles
    assert (found.source, days(found.published)[0], found.assumed) == ("The Lenn Courier", "2024-03-04", ())


@pytest.mark.parametrize(
    ("tail", "source", "day"),
    [
        ("First published 3 March 2024 at 10:00", "", "2024-03-03"),
        ("This article was first published on March 3, 2024.", "", "2024-03-03"),
        ("A version of this article appears in print on March 3, 2024, Section A", "", "2024-03-03"),
        ("© 2024 The Lenn Courier. All rights reserved.", "The Lenn Courier", None),
        ("Copyright 2024 Lenn Ferries Inc.", "Lenn Ferries Inc", None),
        ("SOURCE Lenn Ferries Inc.", "Lenn Ferries Inc.", None),
        ("© Ada Quill", "", None),
        ("He published on March 3, 2024 a book.", "", None),
    ],
)
def test_last_lines(tail, source, day):
    found = article(BODY + "\n" + tail + "\n")
    assert (found.source, days(found.published)) == (source, day and (day, day))


@pytest.mark.parametrize(
    "text",
    [
        "Bridge shut again\nhttps://lenn.example/1\nFerry sinks\nhttps://lenn.example/2\nMayor quits\n",
        "Bridge shut\nFerry sinks\nMayor quits\nRain to come\nWhat to read\n",
    ],
)
def test_a_list_of_links_is_no_article(text):
    reading = read([text])
    assert not reading.articles
    assert [item.reason for item in reading.left_out] == ["is a list of links or headlines, not an article"]


def test_a_place_belongs_to_the_text():
    assert Article(text="a").place is None


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("Ada Quill", ("Ada Quill",)),
        ("Ada Quill, Bo O’Rue and Cy J. Vane", ("Ada Quill", "Bo O’Rue", "Cy J. Vane")),
        ("Ludwig van den Berg", ("Ludwig van den Berg",)),
        ("Ada Quill, BBC News, Lisbon", ("Ada Quill",)),
        ("Ada Quill in Lisbon", ("Ada Quill",)),
        ("Ada Quill, Political Correspondent", ("Ada Quill",)),
        ("the news desk", ("the news desk",)),
        ("Reuters", ("Reuters",)),
        ("the river", None),
        ("Ada Quill went home", None),
        ("", None),
    ],
)
def test_names_of_a_byline(byline, expected):
    assert names(byline) == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "---\ntitle: On Bridges\noutlet: Lenn Courier\ndate: 2024-03-03\n---\n",
            ("On Bridges", "Lenn Courier", (), 3),
        ),
        ("---\r\ntitle: On Bridges\r\n---\r\n", ("On Bridges", "", (), None)),
        ("---\nauthors:\n  - name: Ada Quill\n  - Bo Rue\n...\n", (None, "", ("Ada Quill", "Bo Rue"), None)),
        (
            "---\ntitle: Bridges: a history\nauthor: 'Ada Quill'\n---\n",
            ("Bridges: a history", "", ("Ada Quill",), None),
        ),
        ("---\npublished: 2024-03-03T23:30:00-05:00\n---\n", (None, "", (), 3)),
        ('+++\ntitle = "On Bridges"\ndate = 2024-03-03T01:00:00Z\n+++\n', ("On Bridges", "", (), 3)),
        ("---\nsource: https://www.courier.example/a\n---\n", (None, "courier.example", (), None)),
        ('---\ntitle: "broken \\ud800 half"\n---\n', ("broken ? half", "", (), None)),
    ],
)
def test_front_matter_fills_the_fields(block, expected):
    found = article(block + BODY)
    day = found.published.start.day if found.published else None
    assert (found.title, found.source, found.authors, day) == expected
    assert found.text == block + BODY
    assert found.prose.strip() == BODY.strip()


@pytest.mark.parametrize(
    "text",
    [
        "---\n\n" + BODY,
        "---\nThe first rule has no key\n---\n" + BODY,
        "+++\nnot = [valid\n+++\n" + BODY,
        "---\ntitle: never closed\n" + BODY,
        "---\n" + "- [" * 4000 + "\n---\n" + BODY,
    ],
)
def test_what_only_looks_like_front_matter_stays_text(text):
    assert BODY.strip() in article(text).prose


@pytest.mark.parametrize("url", ["https://[broken", "ftp://lenn.example/a", "lenn"])
def test_no_host_is_guessed(url):
    assert article(f"---\nurl: '{url}'\n---\n" + BODY).source == ""


@pytest.mark.parametrize(
    ("language", "code"), [("en", "en"), ("en-GB", "en"), ("pt_BR", "pt"), ("English", None), ("x", None)]
)
def test_languages_are_codes(language, code):
    assert article(f"---\nlanguage: {language}\n---\n" + BODY).language == code


def test_what_is_stated_first_holds():
    metadata = Metadata()
    for stated in ("3 March 2024", "4 March 2024"):
        metadata.put("published", stated)
    assert days(metadata.published) == ("2024-03-03", "2024-03-03")


@pytest.mark.parametrize(
    ("lead", "dateline"),
    [
        ("WASHINGTON (AP) — The mayor spoke.", "WASHINGTON (AP) — "),
        ("NEW YORK — Two boats sank.", "NEW YORK — "),
        ("KYIV, Ukraine, Nov. 28 (Reuters) - The mayor spoke.", "KYIV, Ukraine, Nov. 28 (Reuters) - "),
        ("Rome (AFP) – The mayor spoke.", "Rome (AFP) – "),
        ("date 2024-03-03 PARIS — The mayor spoke.", "date 2024-03-03 PARIS — "),
        ("NATO — the alliance — met.", ""),
        ("Smith - The man spoke.", ""),
        ("“WE DID” — The mayor spoke.", ""),
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(lead, dateline):
    found = article(lead + "\n\n" + BODY)
    assert "".join(found.text[s.start : s.end] for s in found.boilerplate) == dateline
    assert found.published is None or dateline.startswith("date")


@pytest.mark.parametrize(
    ("tail", "kept"),
    [
        ("Add comment\n\nComments\n\nThere are no comments yet.\n", ""),
        ("Comments (2)\n\nI saw it fall, said my aunt.\n\nSo did I.\n", ""),
        ("Related: Why Bridges Fall\n", ""),
        ("Source: Lenn Institute\n\nThe end came soon.\n", "The end came soon."),
        ("© 2024 Lenn Courier. All rights reserved.\n", ""),
        ("Advertisement\n\nThe end came soon.\n", "The end came soon."),
        ("## What comes next\n\nThe end came soon.\n", "The end came soon."),
        ("![a bridge](bridge.png)\n\n***\n\nThe end came soon.\n", "The end came soon."),
        ("Look at this! pic.twitter.com/abc\n— Ada Quill (@adaquill) January 28, 2025\n", ""),
        ("“It fell,” she wrote.\n— Ada Quill (@adaquill) January 28, 2025\n", "“It fell,” she wrote."),
        ("> “It fell,” she wrote.\n", "> “It fell,” she wrote."),
        ("Related questions: none were asked.\n", "Related questions: none were asked."),
        ("The comments were kind.\n", "The comments were kind."),
        ("#bridge is the word of the day.\n", "#bridge is the word of the day."),
        ("Share on Facebook\n\nTweet\n", ""),
        ("Photo: Bo Rue/Lenn Courier\n\n(Photo by Bo Rue)\n", ""),
        ("Advertisement · Scroll to continue\n", ""),
        ("Updated 3:15 p.m. on 4 March 2024\n", ""),
        ("ACME +1.2% | LENN -0.4% | ROPE +0.1%\n", ""),
        ("| Year | Boats | Dead |\n| 2022 | 14 | 3 |\n\nTOTAL\t14\t3\n", ""),
        ("Read more: Why bridges fall\n\nMore from the Courier\n", ""),
        ("We use cookies to make this site better for you.\n\nSign up for our newsletter here.\n", ""),
        ("Reporting by Ada Quill; Editing by Bo Rue\n", ""),
        ("View in browser\n\nYou are receiving this email because you asked for it.\n", ""),
        ("More on the bridge was said by nobody.\n", "More on the bridge was said by nobody."),
        ("Shares rose 1.2% on Monday.\n", "Shares rose 1.2% on Monday."),
    ],
)
def test_furniture_is_no_prose(tail, kept):
    assert article(BODY + "\n" + tail).prose.replace(BODY, "").strip() == kept


@pytest.mark.parametrize(("line", "words"), [("# A *b* c", "A *b* c"), ("#b", None), ("### C ###", "C"), ("# ", None)])
def test_headings(line, words):
    assert heading(line) == words


@pytest.mark.parametrize(
    ("prefix", "title", "authors", "published"),
    [
        ("000", None, (), None),
        ("001", None, (), date(2025, 11, 28)),
        ("002", "Pentagon Chief Does Not Rule Out Strikes on Cartels in Mexico", ("the news desk",), date(2025, 2, 2)),
        ("003", None, (), date(2025, 8, 8)),
        ("004", None, (), None),
    ],
)
def test_the_samples(prefix, title, authors, published):
    (path,) = SEEDS.glob(f"{prefix}_*.txt")
    (found,) = read(path).articles
    assert (found.title, found.authors, found.source) == (title, authors, path.stem)
    assert (found.published and found.published.start) == published
    assert found.text == path.read_text(encoding="utf-8")
    for words in ("minute read", "Published on", "date 2025", "no comments", "Related:", "pic.twitter", "Source:"):
        assert words not in found.prose


@given(
    st.lists(
        st.sampled_from(
            [
                *BODY.split(),
                "\n",
                "\n\n",
                "---\n",
                "# ",
                "By Ada Quill\n",
                "Comments\n",
                "date 2024-03-03 ",
                "— A (@a) May 1, 2025\n",
                "Source: x\n",
                "Published on 3 May 2024\n",
                "WASHINGTON — ",
                "title: a\n",
                "\u2028",
                "\r",
            ]
        )
    )
)
def test_spans_lie_inside_the_text_in_order(pieces):
    text = " ".join(pieces) + "\n."
    found = read([text]).articles[0]
    ends = [end for span in found.boilerplate for end in (span.start, span.end)]
    assert found.text == text
    assert len(found.prose) == len(text)
    assert ends == sorted(ends)
    assert not ends or ends[-1] <= len(text)
    assert all(span.start < span.end for span in found.boilerplate)

"""What must hold for any bytes: one check a reader, an extractor, the comparison, and a form of the report.

Each check takes bytes and raises where a property breaks. ``run.py`` hands them to a fuzzer; the tests run a few seeds.
"""

from __future__ import annotations

import csv
import io
import json
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

from factcheck import Article, Claim, Interval, LeftOut, Passage, Report, Settings, When, check, extract
from factcheck.comparison.collation import collate
from factcheck.comparison.tokens import Piece
from factcheck.comparison.tokens import reading as words_of_quotation
from factcheck.entities.dates import read_date
from factcheck.entities.names import match_names, name_keys, one_letter_apart, spelled_differently
from factcheck.entities.offices import merged
from factcheck.entities.title_relation import relate
from factcheck.extraction.dates import find_dates
from factcheck.extraction.names import find_names
from factcheck.extraction.narration import find_people, find_slots, find_statements
from factcheck.extraction.quantities import find_quantities
from factcheck.extraction.quotations import find_quotations
from factcheck.extraction.speech import find_speech
from factcheck.extraction.titles import find_titles
from factcheck.reading.articles import to_article
from factcheck.reading.blob import Blob, Budget, Place
from factcheck.reading.decoding import UnreadableError
from factcheck.reading.draft import Context, Item, Reader
from factcheck.reading.formats import READERS, read_blob, read_plain
from factcheck.reporting import FORMATS, render_csv, render_html, render_json, render_text
from factcheck.reporting.decisions import load_decisions
from factcheck.text import fold, paragraphs, sentences
from hostile import report as report_of

Check = Callable[[bytes], None]

LIMITS = Settings(max_bytes=200_000, max_unpacked=2_000_000, max_depth=3)

PIECES = (
    "“", "”", '"', "''", "``", "«", "»", "‘", "’", "'", "(", ")", "[", "]", "…", "...", ".", "?", "!",
    ",", ":", ";", "—", "-",
    "\n", "\n\n", "\r", "\x00", "\x0b", "\x85", "\u2028", "\u3000", "\u200b", "\u202e", "\ufeff", "\u00a0",
    "\u0301", "\ud800", "\udfff",
    "\U0001f600", "ﬁ", "ß", "İ", "ſ", "Ⅻ", "½", "٣", "²", "1,", "$5", "%", "1st", "12",
    "2025-13-45", "Feb. 30", "31", "May",
    "Monday", "last", "ago", "said", "he", "she", "who", "that", "not", "denied", "according to",
    "Mr.", "Sen.", "Jr.",
    "former", "Secretary of", "President", "Ann", "Lee", "Bob", "LEE", "McÉlan-O'Toole", "of",
    "and", "people killed",
    "34", "-year-old", "million", "tells us", "asked", "Police", "A:", "- ", "# ", "By ",
)  # fmt: skip
"""Words and signs that the rules look for, and code points that break naive ones."""

ACTIVE = {"applet", "base", "embed", "form", "frame", "frameset", "iframe", "img", "link", "math", "object", "portal"}
"""Tags that load or run something; no page of a report has them."""

STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What moves a terminal's cursor, colours it, or turns the order of what follows."""

FORMULA = tuple("=+-@\t\r＝＋－＠")


def text_of(data: bytes) -> str:
    """The text that bytes stand for: words and signs of the rules, or UTF-8 where broken bytes are lone surrogates."""
    if data[:1] < b"\x80":
        return "".join(PIECES[byte % len(PIECES)] + " " * (byte >= 128) for byte in data[1:])
    return data[1:].decode("utf-8", "surrogateescape")


def article_of(data: bytes, source: str = "a") -> Article:
    """An article whose day, if it has one, the first bytes tell."""
    number = int.from_bytes(data[:3], "big")
    day = date.fromordinal(1 + number % date.max.toordinal()) if number % 4 else None
    published = Interval(start=day, end=day) if day else None
    return Article(text=text_of(data[3:]), source=source, published=published)


def passages(claim: Claim) -> Iterator[Passage]:
    """Every piece of the article that a claim holds."""
    yield claim.content
    yield from claim.quantities
    yield from (part for part in (claim.title, claim.cue, claim.venue) if isinstance(part, Passage))
    yield from (who.mention for who in (claim.speaker, claim.subject) if who is not None)
    yield from _of_times((*claim.dates, claim.said))


def _of_times(times: Iterable[When | None]) -> Iterator[Passage]:
    for when in times:
        if when is not None and when.span is not None and when.text is not None:
            yield Passage(text=when.text, span=when.span)


def _true(text: str, found: Iterable[Passage | None]) -> None:
    for passage in found:
        assert passage is None or text[passage.span.start : passage.span.end] == passage.text, passage


def read_with(reader: Reader, data: bytes) -> None:
    """A reader gives articles and reasons, raises nothing else than its own error, and writes whole records."""
    context = Context(LIMITS, lambda inner: read_blob(inner, LIMITS))
    try:
        blob = Blob(io.BytesIO(data), Place("input", "input", "input"), Budget(LIMITS.max_unpacked), rewinds=True)
        for item in reader(blob, context):
            _sound(item)
    except (UnreadableError, OSError):
        return


def read_any(data: bytes) -> None:
    """A file of any kind gives at least an article or a reason, and raises nothing."""
    blob = Blob(io.BytesIO(data), Place("input", "input", "input"), Budget(LIMITS.max_unpacked), rewinds=True)
    items = list(read_blob(blob, LIMITS))
    assert items
    for item in items:
        _sound(item)


def _sound(item: Item) -> None:
    if isinstance(item, LeftOut):
        assert "\n" not in item.reason, item
        assert not STEERING.search(item.reason), item
        return
    try:
        article, *_ = to_article(item, None)
    except UnreadableError:
        return
    assert article.text.strip()
    assert len(article.prose) == len(article.text)
    assert all(span.end <= len(article.text) for span in article.boilerplate)
    assert Article.model_validate_json(article.model_dump_json()) == article


def offices(data: bytes) -> None:
    """A user's table of offices is taken, or refused by ValueError."""
    _from_file(data, ".json", lambda path: merged.__wrapped__((path,)).find("President of Acme"))


def decisions(data: bytes) -> None:
    """A file of decisions is taken, or refused by ValueError."""
    _from_file(data, ".json", load_decisions)


def _from_file(data: bytes, suffix: str, load: Callable[[Path], object]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"own{suffix}")
        path.write_bytes(data)
        try:
            load(path)
        except ValueError:
            return


def text_parts(data: bytes) -> None:
    """Paragraphs hold sentences, both in order; folding twice folds no further."""
    text = text_of(data)
    lines, found = list(paragraphs(text)), list(sentences(text))
    for ranges in (lines, found):
        edges = [edge for pair in ranges for edge in pair]
        assert edges == sorted(edges)
        assert all(text[start:end].strip() for start, end in ranges)
    assert all(any(start >= a and end <= b for a, b in lines) for start, end in found)
    assert fold(fold(text)) == fold(text)


def dates(data: bytes) -> None:
    """Time expressions stand where they say, in order."""
    article = article_of(data)
    found = find_dates(article.text, article.published)
    _true(article.text, _of_times(found))
    starts = [when.span.start for when in found if when.span]
    assert starts == sorted(starts)


def quantities(data: bytes) -> None:
    """Quantities stand where they say, and no bound lies on the wrong side."""
    text = text_of(data)
    found = find_quantities(text)
    _true(text, found)
    for quantity in found:
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high, quantity


def names(data: bytes) -> None:
    """Names stand apart from each other, in order."""
    text = text_of(data)
    found = find_names(text)
    edges = [edge for name in found for edge in (name.start, name.end)]
    assert edges == sorted(edges)
    for name in found:
        assert name.lead <= name.start < name.end <= len(text), name
    _true(text, find_people(text))


def entities(data: bytes) -> None:
    """Two strings hold together as names or titles alike in either order; a day is read or not."""
    half = len(data) // 2
    a, b = text_of(data[:half]), text_of(data[half:])
    read_date(a)
    assert match_names(a, b) == match_names(b, a)
    assert spelled_differently(a, b) == spelled_differently(b, a)
    assert one_letter_apart(a, b) == one_letter_apart(b, a)
    one, other = set(name_keys(a)), set(name_keys(b))
    assert match_names(a, b).score == 0 or one & other or not (one and other)
    assert relate(a, b) == relate(b, a)


def titles(data: bytes) -> None:
    """Persons and their titles stand where they say."""
    text = text_of(data)
    _true(text, (part for holding in find_titles(text) for part in (holding.person, holding.title)))


def narration(data: bytes) -> None:
    """Slots, their values and persons stand where they say, a value inside its sentence; statements hold no slot."""
    article = article_of(data)
    times = find_dates(article.text, article.published)
    slots = find_slots(article.text, find_quantities(article.text, times), times)
    _true(article.text, (part for slot in slots for part in (slot.content, slot.subject)))
    for slot in slots:
        assert article.text[slot.span.start : slot.span.end] == slot.value.text, slot
        assert slot.content.span.start <= slot.span.start <= slot.span.end <= slot.content.span.end, slot
    taken = [(slot.span.start, slot.span.end) for slot in slots]
    statements = find_statements(article.text, taken)
    _true(article.text, statements)
    for found in statements:
        assert not any(start < found.span.end and found.span.start < end for start, end in taken), found


def quotations(data: bytes) -> None:
    """Quotations stand apart from each other, in order, their words inside of their marks."""
    text = text_of(data)
    at = 0
    for found in find_quotations(text):
        assert at <= found.start <= found.inner_start <= found.inner_end <= found.end <= len(text), found
        at = found.end


def speech(data: bytes) -> None:
    """Speech, its speakers and its reporting words stand where they say; what goes on goes on from before."""
    text = text_of(data)
    found = find_speech(text)
    for number, one in enumerate(found):
        _true(text, (one.content, one.cue, one.speaker and one.speaker.mention))
        assert one.continues is None or one.continues < number, one
        assert one.clause is None or one.clause[0] <= one.clause[1] <= len(text), one


def claims(data: bytes) -> None:
    """Every passage of a claim stands where it says, and every claim has an id of its own."""
    article = article_of(data)
    found = extract(article)
    assert len({claim.id for claim in found}) == len(found)
    for claim in found:
        _true(article.text, passages(claim))


def wording(data: bytes) -> None:
    """Two readings are laid side by side within their words, and a reading never differs from itself."""
    half = len(data) // 2
    a, b = (words_of_quotation([Piece(text_of(part), 0, True)]) for part in (data[:half], data[half:]))
    found = collate(a, b)
    assert 0 <= found.share <= 1
    for difference in found.differences:
        for (start, end), one in ((difference.a, a), (difference.b, b)):
            assert 0 <= start <= end <= len(one.tokens), difference
    assert not collate(a, a).differences


def whole(data: bytes) -> None:
    """Three articles give one report, whatever their order."""
    third = len(data) // 3
    articles = [article_of(data[n * third : (n + 1) * third], source) for n, source in enumerate("abc")]
    report = check(*articles)
    assert check(*reversed(articles)) == report
    known = {article.id: article.text for article in report.articles}
    for conflict in (*report.conflicts, *report.possible):
        for side in conflict.sides:
            assert all(evidence.span.end <= len(known[evidence.article_id]) for evidence in side.evidence)


def page(data: bytes) -> None:
    """Whatever stands in an article makes no script, no style, no active tag or attribute, no link but to the web."""
    assert _Page(render_html(report_of(_storable(data)))).code == _Page(render_html(report_of("x"))).code


class _Page(HTMLParser):
    """Raises at what no page of a report has."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.code: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in ACTIVE, tag
        self.code += [tag] if tag in ("script", "style", "svg") else []
        for name, value in attrs:
            assert not name.startswith("on"), name
            assert name not in {"src", "srcset", "style", "action", "formaction", "background", "ping"}, name
            if name in ("href", "xlink:href"):
                assert value is not None, tag
                assert value.startswith(("#", "http://", "https://")), value

    handle_startendtag = handle_starttag


def forms(data: bytes) -> None:
    """Every form of the report is written; JSON reads back, CSV holds no formula, text steers no terminal."""
    report = report_of(_storable(data))
    written = {name: render(report) for name, render in FORMATS.items()}
    assert all(document.encode("utf-8") for document in written.values())
    assert Report.model_validate_json(render_json(report)) == report
    for name in ("sarif", "annotations", "claimreview"):
        json.loads(written[name])
    for row in csv.reader(io.StringIO(render_csv(report), newline="")):
        assert not any(cell.startswith(FORMULA) for cell in row), row
    assert not STEERING.search(render_text(report))


def _storable(data: bytes) -> str:
    """Text without lone surrogates, which no article of a report can have."""
    return text_of(data).encode("utf-8", "replace").decode() or "x"


READER_TARGETS: dict[str, Check] = {
    f"read-{kind}": partial(read_with, reader) for kind, reader in sorted({"text": read_plain, **READERS}.items())
}
"""One a reader; its seeds are whole files of its kind."""

TEXT_TARGETS: dict[str, Check] = {
    "text": text_parts,
    "dates": dates,
    "quantities": quantities,
    "names": names,
    "entities": entities,
    "titles": titles,
    "narration": narration,
    "quotations": quotations,
    "speech": speech,
    "claims": claims,
    "wording": wording,
    "whole": whole,
    "page": page,
    "forms": forms,
}
"""One an extractor, one for the comparison, one for the page, one for all other forms of a report."""

TARGETS: dict[str, Check] = {
    **READER_TARGETS,
    "read": read_any,
    "offices": offices,
    "decisions": decisions,
    **TEXT_TARGETS,
}

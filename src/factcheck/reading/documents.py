"""PDF, Word and EPUB documents."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from .archives import METHODS
from .blob import Blob
from .decoding import UnreadableError, transcode
from .draft import Context, Draft, Item, foreign, left_out, need
from .lines import unwrap
from .markup import parse, words
from .metadata import Metadata

MAX_PAGES = 1_000
"""Most pages of a PDF document."""

MAX_PARTS = 10_000
"""Most files inside a Word or EPUB document."""

LEAST_WIDTH = 25
"""Narrowest column of print, in code points: a text with no wider line is no running text."""

MOST_WIDTH = 200
"""Widest line of print, in code points."""

SLACK = 0.85
"""Share of the widest line behind which a line of print is full: letters differ in width, and words are not divided."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HYPHEN = re.compile(r"(\w+)-\n(\S+) ?")
_DIGITS = re.compile(r"\d+")
_NAMESPACES = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def kind_of_zip(blob: Blob) -> str:
    """Whether a file in ZIP form is a Word document, an EPUB book, or an archive.

    Raises:
        UnreadableError: It is an office document of another kind, or damaged.
    """
    with foreign("a ZIP archive"), zipfile.ZipFile(blob.seekable()) as archive:
        names = set(archive.namelist())
    blob.seekable()
    if "word/document.xml" in names:
        return "docx"
    if "META-INF/container.xml" in names:
        return "epub"
    if "[Content_Types].xml" in names or "content.xml" in names:
        raise UnreadableError("is an office document of a kind that is not read")
    return "zip"


def read_pdf(blob: Blob, context: Context) -> Iterator[Item]:
    """The text layer of a PDF document. Its metadata are left aside: they tell of the printing, not of the article."""
    what = "a PDF document"
    data = blob.whole(context.settings.max_bytes)
    pypdf = need("pypdf", "documents", what)
    pages: list[list[str]] = []
    left = context.settings.max_bytes
    with foreign(what):
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("is a PDF document that needs a password")
        if len(reader.pages) > MAX_PAGES:
            raise UnreadableError(f"has more than {MAX_PAGES:,} pages (MAX_PAGES)")
        for page in reader.pages:
            pages.append([line.strip() for line in page.extract_text().splitlines()])
            left -= sum(map(len, pages[-1]))
            if left < 0:
                raise UnreadableError(f"holds more text than {context.settings.max_bytes:,} bytes (max_bytes)")
    text = "\n".join(line for page in _without_running_lines(pages) for line in page)
    if not text.strip():
        raise UnreadableError("is a PDF document without text, such as a scan")
    text = _HYPHEN.sub(lambda match: f"{_whole_word(match, text)}\n", text)
    text = unwrap(text, least=LEAST_WIDTH, most=MOST_WIDTH, slack=SLACK)
    yield Draft(blob.place, text, Metadata(url=blob.url))


def read_docx(blob: Blob, context: Context) -> Iterator[Item]:
    """The body of a Word document, with the insertions that were tracked and without the deletions."""
    what = "a Word document (DOCX)"
    docx = need("docx", "documents", what)
    _check_size(blob, context, what)
    with foreign(what):
        body = docx.Document(blob.seekable()).element.body
        paragraphs = _word_paragraphs(body)
    metadata = Metadata(url=blob.url)
    metadata.put("title", next((text for style, text in paragraphs if style == "Title"), ""))
    yield Draft(blob.place, "\n\n".join(text for _, text in paragraphs if text), metadata)


def read_epub(blob: Blob, context: Context) -> Iterator[Item]:
    """The parts of an EPUB book in their order of reading, each an article. What the book states holds for all."""
    what = "an EPUB book"
    etree = need("lxml.etree", "documents", what)
    _check_size(blob, context, what)
    with foreign(what):
        archive = zipfile.ZipFile(blob.seekable())
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        container = etree.fromstring(archive.read("META-INF/container.xml"), parser)
        path = container.find(".//c:rootfile", _NAMESPACES).get("full-path")
        book = etree.fromstring(archive.read(path), parser)
        names = _chapters(book, path)
    for number, name in enumerate(names, 1):
        place = blob.place.item(number)
        try:
            with foreign("a part of an EPUB book"):
                tree = parse(transcode(archive.read(name)))
                text, metadata = words(tree), _chapter_metadata(tree, book)
        except UnreadableError as error:
            yield left_out(place, str(error))
            continue
        if text:
            yield Draft(place, text, metadata)


def _check_size(blob: Blob, context: Context, what: str) -> None:
    """Count what the parts say they unpack to. The zipfile module never unpacks a part to more than that.

    Raises:
        UnreadableError: It is more than one document may have.
    """
    limit = 10 * context.settings.max_bytes
    with foreign(what), zipfile.ZipFile(blob.seekable()) as archive:
        sizes = [member.file_size for member in archive.infolist()]
        plain = all(member.compress_type in METHODS for member in archive.infolist())
    if len(sizes) > MAX_PARTS or sum(sizes) > limit or not plain:
        raise UnreadableError(f"is {what} that unpacks to more than {limit:,} bytes (ten times max_bytes)")
    blob.budget.spend(sum(sizes))


def _without_running_lines(pages: list[list[str]]) -> list[list[str]]:
    """``pages`` without the first and last lines that come again on most of them, but for their numbers."""
    filled = [[line for line in page if line] for page in pages]
    ends = Counter(key for page in filled if page for key in {_DIGITS.sub("0", page[0]), _DIGITS.sub("0", page[-1])})
    running = {key for key, count in ends.items() if count > max(1, len(pages) // 2)}
    if not running:
        return pages
    return [[line for line in page if _DIGITS.sub("0", line) not in running] for page in pages]


def _whole_word(match: re.Match[str], text: str) -> str:
    """The word that a line's end divides. The hyphen stays where the word has one elsewhere, or a name or number."""
    first, rest = match.groups()
    with_hyphen = f"{first}-{rest}"
    return with_hyphen if not rest[0].islower() or with_hyphen in text else first + rest


def _word_paragraphs(body: Any) -> list[tuple[str, str]]:
    """The style and the text of each paragraph, in order; tables and text boxes included."""
    found: list[tuple[str, list[str]]] = []
    for element in body.iter(*(_WORD + name for name in ("p", "pStyle", "t", "tab", "br", "cr"))):
        name = element.tag.removeprefix(_WORD)
        if name == "p":
            found.append(("", []))
        elif not found or any(parent.tag in (_FALLBACK, f"{_WORD}moveFrom") for parent in element.iterancestors()):
            continue
        elif name == "pStyle":
            found[-1] = (element.get(f"{_WORD}val", ""), found[-1][1])
        else:
            found[-1][1].append((element.text or "") if name == "t" else " ")
    return [(style, "".join(parts).strip()) for style, parts in found]


def _chapters(book: Any, path: str) -> list[str]:
    """The files of the book in their order of reading."""
    items = {
        item.get("id"): item
        for item in book.iterfind(".//opf:manifest/opf:item", _NAMESPACES)
        if "nav" not in (item.get("properties") or "").split()
    }
    order = [items.get(ref.get("idref")) for ref in book.iterfind(".//opf:spine/opf:itemref", _NAMESPACES)]
    folder = posixpath.dirname(path)
    return [
        posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))
        for item in order
        if item is not None
    ]


def _chapter_metadata(tree: Any, book: Any) -> Metadata:
    metadata = Metadata()
    heading = next((words(found) for name in ("h1", "h2", "h3", "title") for found in tree.iter(name)), "")
    metadata.put("title", heading)
    for field, name in (
        ("source", "publisher"),
        ("source", "title"),
        ("authors", "creator"),
        ("published", "date"),
        ("language", "language"),
    ):
        metadata.put(field, book.findtext(f".//dc:{name}", "", _NAMESPACES))
    return metadata

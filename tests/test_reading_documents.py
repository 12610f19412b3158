"""PDF, Word and EPUB documents, made here by hand as far as their libraries only read."""

import io
import zipfile
from datetime import date

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from factcheck.reading import read
from factcheck.settings import Settings
from test_reading_archives import readable

LINES = [
    "Bridge closed for the winter",
    "By Ada Quill",
    "The bridge over the Lenn is closed, the engineer said on Monday, and",
    "it will open again in spring, she added, when the council has the mo-",
    "ney. Nobody was hurt.",
    "The mayor did not comment.",
]


def pdf(*pages):
    """A PDF document with one line of text below the other on each page."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for lines in pages:
        shown = " T* ".join("(" + line.replace("(", r"\(").replace(")", r"\)") + ") Tj" for line in lines)
        stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    data, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{at:010} 00000 n \n" for at in offsets)
    data += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return data.encode("latin-1")


def word(*paragraphs, title=None):
    document = docx.Document()
    if title:
        document.add_paragraph(title, style="Title")
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return document


def saved(document):
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def zipped(members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
BOOK = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
<dc:title>The Courier of 3 March</dc:title><dc:publisher>The Courier</dc:publisher><dc:date>2025-03-03</dc:date>
<dc:language>en</dc:language></metadata><manifest>
<item id="n" href="nav.xhtml" properties="nav"/><item id="b" href="text/b%20b.xhtml"/><item id="a" href="a.xhtml"/>
<item id="gone" href="gone.xhtml"/></manifest>
<spine><itemref idref="n"/><itemref idref="b"/><itemref idref="a"/><itemref idref="gone"/></spine></package>"""
XHTML = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head/><body>{}</body></html>'
EPUB = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "OEBPS/book.opf": BOOK,
    "OEBPS/nav.xhtml": XHTML.format("<p>Contents</p>"),
    "OEBPS/text/b b.xhtml": XHTML.format("<h1>Bridge closed</h1><p>The bridge is <i>closed</i>, Quill said.</p>"),
    "OEBPS/a.xhtml": XHTML.format("<h2>Mayor silent</h2><p>The mayor did not comment.</p>"),
}


def put(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", ["a.pdf", "a.txt"])
def test_a_pdf_document(tmp_path, name):
    (found,) = read(put(tmp_path, name, pdf(LINES))).articles
    assert (
        "The bridge over the Lenn is closed, the engineer said on Monday, and it will open again in spring, she added, "
        "when the council has the money. Nobody was hurt.\nThe mayor did not comment." in found.text
    )
    assert (found.title, found.authors) == ("Bridge closed for the winter", ("Ada Quill",))


def test_running_lines_of_a_pdf_document_are_dropped(tmp_path):
    pages = [["The Courier", f"Word {word} of the article.", f"Page {number}"] for number, word in enumerate("abc", 1)]
    (found,) = read(put(tmp_path, "a.pdf", pdf(*pages))).articles
    assert found.text.split("\n") == ["Word a of the article.", "Word b of the article.", "Word c of the article."]


@pytest.mark.parametrize(
    ("lines", "word"),
    [
        (["a " * 30 + "inter-", "national law"], "international"),
        (["a " * 30 + "Lenn-", "Sava bridge"], "Lenn-Sava"),
        (["a " * 30 + "so-", "called truce, so-called"], "so-called truce"),
        (["a " * 30 + "2024-", "25 season"], "2024-25"),
    ],
)
def test_divided_words_of_print(tmp_path, lines, word):
    (found,) = read(put(tmp_path, "a.pdf", pdf(lines))).articles
    assert word in found.text


def test_a_word_document(tmp_path):
    document = word("By Ada Quill", "The bridge is closed, Quill said.", title="Bridge closed")
    tracked = document.add_paragraph("It will open in ")._p
    for piece in (
        "<w:del {0}><w:r><w:delText>summer</w:delText></w:r></w:del>",
        "<w:ins {0}><w:r><w:t>spring</w:t></w:r></w:ins>",
        "<w:moveFrom {0}><w:r><w:t> or never</w:t></w:r></w:moveFrom>",
        "<w:r {0}><w:tab/><w:t>she said.</w:t></w:r>",
    ):
        tracked.append(parse_xml(piece.format(nsdecls("w"))))
    document.add_table(1, 2).cell(0, 1).text = "In a cell."
    (found,) = read(put(tmp_path, "a.docx", saved(document))).articles
    assert (found.title, found.authors) == ("Bridge closed", ("Ada Quill",))
    assert found.text.split("\n\n")[2:] == [
        "The bridge is closed, Quill said.",
        "It will open in spring she said.",
        "In a cell.",
    ]


def test_an_epub_book(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "a.epub", zipped(EPUB))
    reading = read("a.epub")
    assert [
        (found.origin, found.title, found.source, found.language)
        for found in sorted(reading.articles, key=lambda a: a.origin)
    ] == [
        ("a.epub:1", "Bridge closed", "The Courier", "en"),
        ("a.epub:2", "Mayor silent", "The Courier", "en"),
    ]
    assert {found.published.start for found in reading.articles} == {date(2025, 3, 3)}
    assert "The bridge is closed, Quill said." in {
        line for found in reading.articles for line in found.text.split("\n")
    }
    assert [item.origin for item in reading.left_out] == ["a.epub:3"]


BOMB = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "' + "&a;" * 50 + '">]>'


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.pdf", pdf([]), "is a PDF document without text, such as a scan"),
        ("a.pdf", pdf(["x"])[:200], "is a PDF document that is damaged ("),
        ("a.docx", zipped({"word/document.xml": "<a/>"}), "is a Word document (DOCX) that is damaged ("),
        (
            "a.docx",
            zipped({"word/document.xml": "0" * 20_000_000}),
            "is a Word document (DOCX) that unpacks to more than",
        ),
        ("a.epub", zipped({"META-INF/container.xml": "<a/>"}), "is an EPUB book that is damaged ("),
        (
            "a.epub",
            zipped({**EPUB, "META-INF/container.xml": BOMB + CONTAINER.replace("OEBPS", "&b;")}),
            "is an EPUB book that is damaged (",
        ),
        (
            "a.xlsx",
            zipped({"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>"}),
            "is an office document of a kind that is not read",
        ),
        ("a.odt", zipped({"content.xml": "<a/>"}), "is an office document of a kind that is not read"),
    ],
    ids=readable,
)
def test_bad_documents_are_left_out(tmp_path, name, data, reason):
    ((origin, why),) = [
        (i.origin, i.reason) for i in read(put(tmp_path, name, data), settings=Settings(max_bytes=1_000_000)).left_out
    ]
    assert origin.endswith(name)
    assert why.startswith(reason)

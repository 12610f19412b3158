"""Web pages: the body, and what the page states of itself."""

from datetime import date
from pathlib import Path

import pytest

from factcheck.reading import read
from factcheck.reading.markup import MAX_TAGS, looks_like_markup, plain_text

BODY = (
    "<p>“The bridge is <b>closed</b>,” the engineer Ada Quill said on Monday. It will open again in spring.</p>"
    "<p>The mayor, Tom Vale, told reporters that fourteen cars had been moved from the deck before noon, and that he "
    "would ask the council for money as soon as it met again.</p>"
)


def page(head="", body=BODY, lang=' lang="en-GB"'):
    return (
        f"<!DOCTYPE html><html{lang}><head><title>Bridge closed | The Lenn Courier</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav><article><h1>Bridge closed</h1>{body}</article>"
        "<footer>© The Lenn Courier. Imprint. Privacy.</footer></body></html>"
    )


HEAD = (
    '<meta property="og:site_name" content="The Lenn Courier"><meta name="author" content="Bo Reed">'
    '<meta property="article:published_time" content="2025-03-03T23:30:00-05:00">'
    '<meta property="article:modified_time" content="2025-03-05T08:00:00Z">'
    '<link rel="canonical" href="https://courier.example/bridge">'
)


def only(tmp_path, data, name="page.html"):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    reading = read(path)
    assert not reading.left_out
    (found,) = reading.articles
    for span in found.boilerplate:
        assert found.text[span.start : span.end]
    return found


@pytest.mark.parametrize("name", ["page.html", "page", "page.txt", "page.json"])
def test_a_page_gives_its_body_and_what_it_states(tmp_path, name):
    found = only(tmp_path, page(HEAD), name)
    assert (found.title, found.source, found.authors) == ("Bridge closed", "The Lenn Courier", ("Bo Reed",))
    assert (found.published.start, found.updated.start) == (date(2025, 3, 3), date(2025, 3, 5))
    assert (found.url, found.language) == ("https://courier.example/bridge", "en")
    assert "“The bridge is closed,” the engineer Ada Quill said" in found.text
    assert not {"Sport", "Imprint"} & set(found.prose.split())
    assert "Bridge closed" not in found.prose


def test_a_page_given_as_a_text_is_a_page():
    (found,) = read(page(HEAD).replace('charset="x"', "") + "\n").articles
    assert (found.source, found.origin) == ("The Lenn Courier", "")


@pytest.mark.parametrize(
    ("head", "published", "updated"),
    [
        ("", None, None),
        ('<meta property="article:published_time" content="2025-03-05">', "2025-03-05", None),
        ('<meta name="date" content="02/03/2025">', None, None),
        ('<meta name="date" content="2025-03">', None, None),
        ('<meta name="date" content="March 7, 2025">', "2025-03-07", None),
        ('<meta name="date" content="7. März 2025">', "2025-03-07", None),
        ('<meta name="date" content="20250307">', "2025-03-07", None),
        ('<link rel="canonical" href="https://courier.example/2025/03/09/bridge">', "2025-03-09", None),
        ('<meta property="article:modified_time" content="2025-03-05T08:00:00Z">', None, "2025-03-05"),
        ('<meta http-equiv="last-modified" content="2025-03-05">', None, "2025-03-05"),
        ('<meta name="date" content="02/02/2025">', "2025-02-02", None),
        ('<meta name="date" content="28/03/2025">', "2025-03-28", None),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-03-04"}</script>',
            "2025-03-04",
            None,
        ),
    ],
)
def test_days_of_a_page(tmp_path, head, published, updated):
    found = only(tmp_path, page(head))
    assert (found.published and found.published.start.isoformat()) == published
    assert (found.updated and found.updated.start.isoformat()) == updated


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="iso-8859-1">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251"),
        ('<meta charset="utf-8">', "utf-8"),
        ("", "utf-8"),
        ('<meta charset="iso-8859-1">', "utf-8-sig"),
        ('<meta charset="punycode">', "utf-8"),
    ],
)
def test_a_page_is_decoded_as_it_declares(tmp_path, declared, encoding):
    word = "Жёлудь" if encoding == "cp1251" else "Lefèvre"
    found = only(
        tmp_path,
        page(declared, BODY.replace("Tom Vale", word).replace("“", "'").replace("”", "'")).encode(encoding, "ignore"),
    )
    assert word in found.text


def test_the_front_and_repeated_paragraphs_are_boilerplate(tmp_path):
    quote = "<p>The council meets on the first day of every single month.</p>"
    found = only(tmp_path, page(body=f"<p>By Bo Reed</p>{BODY}{quote}{BODY}{quote}"))
    assert found.authors == ("Bo Reed",)
    assert found.prose.count("The council meets on the first day") == 1


@pytest.mark.parametrize("html", ["<html></html>", "<html><body><script>x()</script></body></html>"])
def test_a_page_without_an_article_is_left_out(tmp_path, html):
    path = tmp_path / "page.html"
    path.write_text(html)
    assert [item.reason for item in read(path).left_out] == ["is a web page without an article"]


@pytest.mark.parametrize("html", ["<html><body>" + "<p>a" * (MAX_TAGS + 1), "<html>" + "<" * (MAX_TAGS + 1)])
def test_a_page_of_too_many_tags_is_left_out(tmp_path, html):
    path = tmp_path / "page.html"
    path.write_text(html)
    assert [item.reason for item in read(path).left_out] == ["has more than 100,000 tags (MAX_TAGS)"]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One <b>two</b>\n three.</p><p>Four</p>", "One two three.\nFour"),
        ("<div>a<br>b</div>tail", "a\nb\ntail"),
        ("<p>x<script>evil()</script>y<style>z</style></p>", "xy"),
        ('<span style="display: none">Preheader</span><p>Seen</p>', "Seen"),
        ("5 &lt; 6 &amp; so", "5 < 6 & so"),
        ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
        ("<!-- note --><p>a</p>", "a"),
        ("<p>&lt;script&gt;</p>", "<script>"),
    ],
)
def test_the_words_of_markup(html, text):
    assert plain_text(html) == text


def test_deep_markup_needs_no_deep_stack():
    assert plain_text("<div>" * 20_000 + "word") in ("word", "")


@pytest.mark.parametrize(
    ("text", "is_markup"),
    [
        ("<p>One</p>", True),
        ("<div class='a'>One<br>Two", True),
        ("<3 is a heart", False),
        ("a < b", False),
        ("No <b>tags</b> first", False),
        ("<angle> and no end", False),
    ],
)
def test_markup_is_told_from_text(text, is_markup):
    assert looks_like_markup(text) is is_markup


def test_no_file_is_needed_for_a_name_of_the_outlet(tmp_path):
    found = only(tmp_path, page('<link rel="canonical" href="https://www.courier.example/a">'))
    assert found.source in ("courier.example", "The Lenn Courier")
    assert only(tmp_path, page(lang=""), "herald.html").language is None
    assert Path(only(tmp_path, page(lang=""), "herald.html").origin).name == "herald.html"


def test_a_layout_of_tables_is_unfolded(tmp_path):
    menu = "<td class='menu'><a href='/'>Home</a> <a href='/b'>Archive</a></td>"
    body = f"<td><h1>Bridge closed</h1><p>LENN, March 3, 2025 - {BODY}<br>The mayor spoke on Monday.<p>{BODY}</td>"
    (tmp_path / "a.html").write_text(
        f"<html><body><table><tr>{menu}{body}</tr></table></body></html>", encoding="utf-8"
    )
    (found,) = read(tmp_path / "a.html").articles
    assert found.published.start == date(2025, 3, 3)
    assert "Archive" not in found.text
    assert "\nThe mayor spoke" in found.text


def test_an_index_page_is_left_out(tmp_path):
    items = "".join(
        f"<h2><a href='/{n}'>Bridge number {n} over the Lenn is shut</a></h2><p>Why it is.</p>" for n in range(9)
    )
    (tmp_path / "a.html").write_text(f"<html><body><main>{items}</main></body></html>", encoding="utf-8")
    reading = read(tmp_path / "a.html")
    assert not reading.articles
    assert "is a front or index page" in reading.left_out[0].reason


def test_the_title_of_a_page_names_its_site(tmp_path):
    head = "<title>Bridge closed | Lenn Courier</title>"
    page = f"<html><head>{head}</head><body><article><h1>Bridge closed</h1><p>{BODY}</p></article></body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    (found,) = read(tmp_path / "a.html").articles
    assert (found.title, found.source) == ("Bridge closed", "Lenn Courier")

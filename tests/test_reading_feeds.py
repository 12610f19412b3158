"""RSS and Atom feeds."""

import html
from datetime import date

import pytest

from factcheck.reading import read

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Courier</title><language>en-gb</language><link>https://courier.example</link>
<item><title>Bridge &amp; road closed</title><link>https://courier.example/a</link>
<pubDate>Mon, 03 Mar 2025 23:10:00 -0500</pubDate><dc:creator>Ada Quill</dc:creator>
<description>Short &lt;b&gt;hint&lt;/b&gt;</description>
<content:encoded><![CDATA[<p>The bridge is <b>closed</b>.</p>
<script>x()</script><p>5 &lt; 6, Quill said.</p>]]></content:encoded></item>
<item><title>No tags</title><description>Fewer than 5 &lt; 6 &amp;amp; more, he said.</description></item>
<item><title>Nothing</title></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Herald</title>
<entry><title>Bridge open</title><link href="https://herald.example/b"/><published>2025-03-05T10:00:00Z</published>
<updated>2025-03-06T10:00:00Z</updated><author><name>Tom Vale</name></author><author><name>Bo Reed</name></author>
<content type="html">&lt;p&gt;The bridge is open.&lt;/p&gt;</content></entry>
<entry><title>Same day</title><published>2025-03-05T10:00:00Z</published><updated>2025-03-05T11:00:00Z</updated>
<summary>It is open.</summary></entry></feed>"""


def only(reading, title):
    return next(found for found in reading.articles if found.title == title)


def test_an_entry_that_was_escaped_twice(tmp_path):
    marked = "<p>The bridge is closed.</p><p>&ldquo;No,&rdquo; she said.</p>"
    words = html.escape(html.escape(marked))
    item = f"<item><title>Quill&amp;apos;s bridge</title><description>{words}</description></item>"
    (tmp_path / "a.rss").write_text(f"<rss version='2.0'><channel><title>The Courier</title>{item}</channel></rss>")
    (found,) = read(tmp_path / "a.rss").articles
    assert (found.title, found.text) == ("Quill's bridge", "The bridge is closed.\n“No,” she said.")


@pytest.mark.parametrize("name", ["feed.rss", "feed.xml", "feed.txt", "feed"])
def test_an_rss_feed(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text(RSS)
    reading = read(name)
    found = only(reading, "Bridge & road closed")
    assert found.text == "The bridge is closed.\n5 < 6, Quill said."
    assert (found.source, found.authors, found.url) == ("The Courier", ("Ada Quill",), "https://courier.example/a")
    assert (found.published.start, found.language, found.origin) == (date(2025, 3, 3), "en", f"{name}:1")
    assert only(reading, "No tags").text == "Fewer than 5 < 6 & more, he said."
    assert [(item.origin, item.reason) for item in reading.left_out] == [(f"{name}:3", "has no text")]


def test_an_atom_feed_given_as_a_text():
    reading = read(ATOM)
    found = only(reading, "Bridge open")
    assert (found.text, found.source, found.authors) == ("The bridge is open.", "The Herald", ("Tom Vale", "Bo Reed"))
    assert (found.published.start, found.updated.start) == (date(2025, 3, 5), date(2025, 3, 6))
    assert only(reading, "Same day").updated is None


@pytest.mark.parametrize(
    ("xml", "reason"),
    [
        (
            '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + RSS.partition("?>")[2],
            "declares XML entities, which are not expanded",
        ),
        (
            '<?xml version="1.0"?><!DOCTYPE rss [<!entity x SYSTEM "file:///etc/passwd">]>' + RSS.partition("?>")[2],
            "declares XML entities, which are not expanded",
        ),
        ("<rss><channel></channel></rss>\n", "is a feed (RSS or Atom) without an article"),
        ('<?xml version="1.0"?>\n<invoice></invoice>', "is an XML file that is no feed, which is not read"),
    ],
)
def test_bad_feeds_are_left_out(tmp_path, xml, reason):
    path = tmp_path / "feed.xml"
    for data in (xml.encode(), xml.encode("utf-16")):
        path.write_bytes(data)
        reading = read(path)
        assert not reading.articles
        assert [item.reason for item in reading.left_out] == [reason]

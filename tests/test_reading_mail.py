"""E-mail newsletters, and pages saved in their form."""

from datetime import date
from email.message import EmailMessage

import pytest

from factcheck.reading import read
from factcheck.reading.lines import unwrap
from test_reading_archives import readable

FULL = "The bridge over the Lenn is closed, the engineer said on Monday"
PROSE = (
    "The bridge over the Lenn is closed, the engineer Ada Quill said on Monday. It will open again in spring, she "
    "added, “and not a day earlier.”\n\nThe mayor did not want to comment on it when he was asked after lunch."
)


def message(plain=None, html=None, **headers):
    mail = EmailMessage()
    mail["From"] = "The Morning Courier <news@courier.example>"
    mail["Subject"] = "Bridge closed – what we know"
    mail["Date"] = "Mon, 03 Mar 2025 06:00:00 +0100"
    mail["Message-ID"] = "<1@courier.example>"
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    if plain is not None:
        mail.set_content(plain)
    if html is not None:
        mail.add_alternative(html, subtype="html") if plain is not None else mail.set_content(html, subtype="html")
    return mail


@pytest.mark.parametrize("name", ["a.eml", "a.txt", "a"])
@pytest.mark.parametrize(
    ("mail", "text"),
    [
        (message("See it on the web."), "See it on the web."),
        (
            message("See it on the web.", "<p>The bridge is <b>closed</b>.</p><p>Read on.</p>"),
            "The bridge is closed.\nRead on.",
        ),
        (message(html="<p>Only “this”.</p>"), "Only “this”."),
    ],
    ids=readable,
)
def test_a_newsletter(tmp_path, name, mail, text):
    (tmp_path / name).write_bytes(bytes(mail))
    (found,) = read(tmp_path / name).articles
    assert found.text.strip() == text
    assert (found.title, found.source) == ("Bridge closed – what we know", "The Morning Courier")
    assert found.published.start == date(2025, 3, 3)


FORWARDED = """\
Have a look.

-------- Forwarded Message --------
Subject: Fwd: Bridge over the Lenn closed
Date: Sun, 2 Mar 2025 09:00:00 +0000
From: Lenn Courier <news@lenn.example>

> LENN - The bridge is closed.
>
> “Not before spring,” she said.

--
The desk
"""


@pytest.mark.parametrize(
    ("plain", "text", "source", "day"),
    [
        (FORWARDED, "LENN - The bridge is closed.\n\n“Not before spring,” she said.", "Lenn Courier", 2),
        ("> The bridge is closed.\n>\n> It is.", "The bridge is closed.\n\nIt is.", "The Morning Courier", 3),
        ("I say so.\n> The bridge is closed.", "I say so.\n> The bridge is closed.", "The Morning Courier", 3),
    ],
)
def test_a_forwarded_message(tmp_path, plain, text, source, day):
    (tmp_path / "a.eml").write_bytes(bytes(message(plain, Subject2="x")))
    (found,) = read(tmp_path / "a.eml").articles
    assert found.text.strip() == text
    assert (found.source, found.published.start.day) == (source, day)
    assert not found.title.startswith("Fwd")


def test_a_page_saved_as_one_file(tmp_path):
    page = f"<html><head><title>Bridge closed</title></head><body><article><p>{PROSE * 2}</p></article></body></html>"
    mail = message(html=page, Snapshot_Content_Location="https://courier.example/a")
    (tmp_path / "a.mhtml").write_bytes(bytes(mail))
    (found,) = read(tmp_path / "a.mhtml").articles
    assert (found.url, found.title, found.source) == ("https://courier.example/a", "Bridge closed", "courier.example")


@pytest.mark.parametrize(
    "text",
    [
        "Date: 2025-03-03\nSource: Courier\n\nThe bridge is closed, he said.\n",
        "Subject: the bridge\n\nMessage-ID: none\n",
        "Mr. Vale: no comment.\nReceived: nothing.",
    ],
)
def test_labelled_lines_are_no_message(text):
    assert read(text).articles[0].text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"MIME-Version: 1.0\nContent-Type: image/png\n\nabc", "is an e-mail message without a text"),
        (b"Message-ID: <1@x>\n\n", "is empty"),
        (b"Message-ID: <1@x>\nContent-Type: text/plain; charset=rot13\n\n \n", "is empty"),
    ],
    ids=readable,
)
def test_bad_messages_are_left_out(tmp_path, data, reason):
    (tmp_path / "a.eml").write_bytes(data)
    assert [item.reason for item in read(tmp_path / "a.eml").left_out] == [reason]


@pytest.mark.parametrize(
    ("wrapped", "text"),
    [
        (f"{FULL}\nmorning.\n\nNo.", f"{FULL} morning.\n\nNo."),
        (f"{FULL} it\nis.\nNext one.", f"{FULL} it is.\nNext one."),
        ("Short\nlines\nonly", "Short\nlines\nonly"),
        ("x" * 90 + "\nand then", "x" * 90 + "\nand then"),
        ("", ""),
    ],
)
def test_wrapped_lines_are_put_together(wrapped, text):
    assert unwrap(wrapped, least=60, most=80, slack=1) == text

"""E-mail newsletters, and web pages that a browser saved as one file (MHTML), which is a kind of e-mail."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from .blob import Blob
from .decoding import UnreadableError, transcode
from .draft import Context, Draft, Item, foreign, read_member
from .forwarded import forwarded, subject
from .lines import unwrap
from .markup import plain_text
from .metadata import Metadata

if TYPE_CHECKING:
    from email.message import EmailMessage

LEAST_WIDTH = 60
"""Plain messages whose widest line is shorter than this, in code points, are not wrapped."""

MOST_WIDTH = 80
"""A longer line is not wrapped either: mail programs wrap at 72 to 78."""

_PAGE = "Snapshot-Content-Location"


def read_mail(blob: Blob, context: Context) -> Iterator[Item]:
    """The message, its HTML before its plain text, which is often no more than a link. Attachments are not read."""
    what = "an e-mail message"
    data = blob.whole(context.settings.max_bytes)
    with foreign(what):
        message = _parsed(data)
        body = message.get_body(("html", "plain"))
        content = body.get_payload(decode=True) if body else None
        if body is None or not isinstance(content, bytes):
            raise UnreadableError("is an e-mail message without a text")
        charset, is_html = body.get_content_charset(), body.get_content_subtype() == "html"
        page = str(message.get(_PAGE, "")).strip()
        outer = _metadata(message)
    if page and is_html:
        place = replace(blob.place, file=f"{blob.place.stem}.html")
        yield from read_member(blob, context, place, lambda: io.BytesIO(content), url=page, charset=charset)
        return
    text, metadata = transcode(content, charset), Metadata()
    text = forwarded(plain_text(text) if is_html else text, metadata)
    if not is_html:
        text = unwrap(text, least=LEAST_WIDTH, most=MOST_WIDTH, slack=1)
    metadata.fill(outer)
    yield Draft(blob.place, text, metadata)


def _parsed(data: bytes) -> EmailMessage:
    from email import message_from_bytes
    from email.policy import default

    return message_from_bytes(data, policy=default)


def _metadata(message: EmailMessage) -> Metadata:
    metadata = Metadata()
    metadata.put("title", subject(str(message.get("Subject", ""))))
    metadata.put("published", str(message.get("Date", "")))
    metadata.put("language", str(message.get("Content-Language", "")))
    sender = message.get("From")
    addresses = getattr(sender, "addresses", ())
    if addresses:
        metadata.put("source", addresses[0].display_name or addresses[0].domain)
    return metadata

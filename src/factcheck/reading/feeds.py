"""RSS and Atom feeds: an entry an article, as far as the feed carries its text."""

from __future__ import annotations

import html
import io
from collections.abc import Iterator
from typing import Any

from .blob import Blob
from .decoding import UnreadableError
from .draft import Context, Draft, Item, foreign, left_out, need
from .markup import headline, holds_tags, opened, plain_text
from .metadata import Metadata


def read_feed(blob: Blob, context: Context) -> Iterator[Item]:
    """The entries of a feed. No link is followed: of an entry that only hints at its article, the hint is read."""
    what = "a feed (RSS or Atom)"
    feedparser = need("feedparser", "feeds", what)
    data = blob.whole(context.settings.max_bytes)
    if b"<!ENTITY" in data.replace(b"\0", b"").upper():
        raise UnreadableError("declares XML entities, which are not expanded")
    with foreign(what):
        # A stream, because a string could be taken for an address and fetched. All markup is dropped below.
        parsed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
        entries, feed = list(parsed.entries), parsed.feed
    for number, entry in enumerate(entries, 1):
        place = blob.place.item(number)
        try:
            with foreign("an entry of a feed"):
                text, metadata = _text(entry), _metadata(entry, feed)
        except UnreadableError as error:
            yield left_out(place, str(error))
        else:
            yield Draft(place, text, metadata)


def _text(entry: Any) -> str:
    """The full content where the entry has it, else its summary."""
    values = [_plain(item) for item in (*entry.get("content", ()), entry.get("summary_detail", {}))]
    text = next((value for value in values if value.strip()), None)
    if text is None:
        raise UnreadableError("has no text")
    return text


def _metadata(entry: Any, feed: Any) -> Metadata:
    metadata = Metadata()
    for field, stated in (
        ("title", headline(_plain(entry.get("title_detail", {})))),
        ("source", entry.get("source", {}).get("title", "")),
        ("source", headline(_plain(feed.get("title_detail", {})))),
        ("authors", "; ".join(author.get("name", "") for author in entry.get("authors", ()))),
        ("published", entry.get("published", "")),
        ("published", entry.get("created", "")),
        ("updated", entry["updated"] if "updated" in entry else ""),  # noqa: SIM401 - `get` would give `published`
        ("url", entry.get("link", "")),
        ("language", entry.get("title_detail", {}).get("language") or feed.get("language", "")),
    ):
        metadata.put(field, stated or "")
    if metadata.updated == metadata.published:
        metadata.updated = None
    return metadata


def _plain(detail: Any) -> str:
    """The words of a text construct, whatever type it has."""
    value = opened(str(detail.get("value") or ""))
    if detail.get("type") == "text/plain":
        return value
    return plain_text(value) if holds_tags(value) else html.unescape(value)

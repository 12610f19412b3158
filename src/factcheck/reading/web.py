"""Saved or fetched web pages: the article's body and what the page states about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .blob import Blob
from .decoding import UnreadableError, transcode
from .draft import Context, Draft, Item, foreign, need
from .markup import parse
from .metadata import Metadata

LAST_DAY = "2100-01-01"
"""Later days are no days of publication. Given, because htmldate would else take today, and differ tomorrow."""

_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE)
_DECLARED_WITHIN = 4_096
_DATES = {"extensive_search": False, "original_date": True, "max_date": LAST_DAY}


def read_page(blob: Blob, context: Context) -> Iterator[Item]:
    """The article of a page: its body without menus, comments and advertisements."""
    data = blob.whole(context.settings.max_bytes)
    what = "a web page (HTML)"
    trafilatura = need("trafilatura", "web", what)
    declared = _CHARSET.search(data, 0, _DECLARED_WITHIN)
    tree = parse(transcode(data, blob.charset, declared[1].decode() if declared else None))
    with foreign(what):
        found = trafilatura.bare_extraction(
            tree, url=blob.url, with_metadata=True, include_comments=False, date_extraction_params=dict(_DATES)
        )
    if found is None or not (found.text or "").strip():
        raise UnreadableError("is a web page without an article")
    with foreign(what):
        metadata = _metadata(found, tree, data, blob.url)
    yield Draft(blob.place, found.text, metadata)


def _metadata(found: Any, tree: Any, data: bytes, url: str | None) -> Metadata:
    metadata = Metadata()
    metadata.put("title", found.title or "")
    if found.sitename != found.hostname and found.sitename not in (found.url or "").split("/"):  # else it is the host
        metadata.put("source", found.sitename or "")
    metadata.put("authors", found.author or "")
    metadata.put("url", found.url or "")
    metadata.put("url", url or "")
    metadata.put("language", tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
    published = _certain(found.date, data)
    metadata.put("published", published)
    htmldate = need("htmldate", "web", "a web page (HTML)")
    updated = _certain(htmldate.find_date(tree, **{**_DATES, "original_date": False}), data)
    if updated > published:
        metadata.put("updated", updated)
    return metadata


def _certain(day: str | None, data: bytes) -> str:
    """``day`` as htmldate gives it, but empty where the page gives it only as digits whose order can't be known."""
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", day or "")
    if not match:
        return ""
    year, month, date = match.groups()
    if int(date) > 12 or date == month:
        return match[0]
    plain = re.compile(rf"{year}(?:[-/.]?0?{int(month)}[-/.]?0?{int(date)})(?!\d)".encode())
    pair = rf"(?:0?{int(month)}[-/.]0?{int(date)}|0?{int(date)}[-/.]0?{int(month)})[-/.](?:{year}|{year[2:]})"
    swapped = re.compile(rf"(?<!\d){pair}(?!\d)".encode())
    return match[0] if plain.search(data) or not swapped.search(data) else ""

"""Saved or fetched web pages: the article's body and what the page states about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .blob import Blob
from .decoding import UnreadableError, transcode
from .draft import Context, Draft, Item, foreign, need
from .markup import parse, unfold_tables
from .metadata import Metadata

LAST_DAY = "2100-01-01"
"""Later days are no days of publication. Given, because htmldate would else take today, and differ tomorrow."""

LEAST_LINES = 6
"""A body of fewer lines is no index of articles."""

MAX_SITE_WORDS = 5
"""Longest name of a site behind a page's title, in words."""

_TITLE_MARK = re.compile(r"\s+[|–—-]\s+")
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE)
_DECLARED_WITHIN = 4_096
_CHANGE = re.compile(r"modif|updat|revis", re.IGNORECASE)
_DATES = {"extensive_search": False, "original_date": True, "max_date": LAST_DAY}


def read_page(blob: Blob, context: Context) -> Iterator[Item]:
    """The article of a page: its body without menus, comments and advertisements."""
    data = blob.whole(context.settings.max_bytes)
    what = "a web page (HTML)"
    trafilatura = need("trafilatura", "web", what)
    declared = _CHARSET.search(data, 0, _DECLARED_WITHIN)
    page = transcode(data, blob.charset, declared[1].decode() if declared else None)
    tree = parse(page)
    htmldate = need("htmldate", "web", what)
    with foreign(what):
        unfold_tables(tree)
        links = {" ".join(link.text_content().split()) for link in tree.iter("a")}
        updated = htmldate.find_date(tree, **{**_DATES, "original_date": False})
        _drop_days_of_change(tree)
        found = trafilatura.bare_extraction(
            tree, url=blob.url, with_metadata=True, include_comments=False, date_extraction_params=dict(_DATES)
        )
    if found is None or not (found.text or "").strip():
        raise UnreadableError("is a web page without an article")
    if _is_index(links, found.text):
        raise UnreadableError("is a front or index page: links to articles, with a line on each")
    metadata = _metadata(found, blob.url, " ".join((tree.findtext(".//title") or "").split()))
    metadata.put("language", tree.get("lang") or tree.get("xml:lang") or "")
    stated = f"{page} {blob.url}"
    published, updated = (day if day and _is_stated(day, stated) else "" for day in (found.date, updated))
    metadata.put("published", published)
    if updated > published:
        metadata.put("updated", updated)
    yield Draft(blob.place, found.text, metadata)


def _site(page_title: str, title: str) -> str:
    """The site's name where the page's title is the headline with that behind it: "Bridge closed | Lenn Courier"."""
    head, _, site = _TITLE_MARK.sub("\n", page_title).rpartition("\n")
    return site if title and head == title and 0 < len(site.split()) <= MAX_SITE_WORDS else ""


def _metadata(found: Any, url: str | None, page_title: str) -> Metadata:
    metadata = Metadata()
    metadata.put("title", found.title or "")
    if found.sitename != found.hostname and found.sitename not in (found.url or "").split("/"):  # else it is the host
        metadata.put("source", found.sitename or "")
    metadata.put("source", _site(page_title, metadata.title or ""))
    metadata.put("authors", found.author or "")
    metadata.put("url", found.url or "")
    metadata.put("url", url or "")
    return metadata


def _is_index(links: set[str], text: str) -> bool:
    """Whether two in five lines of a page's body are links, or more, as where each article has a line or two."""
    lines = [" ".join(line.strip("-•* ").split()) for line in text.splitlines() if line.strip()]
    return len(lines) >= LEAST_LINES and 5 * sum(line in links for line in lines) >= 2 * len(lines)


def _drop_days_of_change(tree: Any) -> None:
    """Take the days of change out of the page's head: htmldate falls back on them for the day of publication."""
    for element in list(tree.iter("meta")):
        names = " ".join(element.get(name, "") for name in ("property", "name", "itemprop", "http-equiv"))
        if _CHANGE.search(names):
            element.drop_tree()


def _is_stated(day: str, page: str) -> bool:
    """Whether the page gives the day that htmldate found in full, and not in digits whose order can't be known.

    It fills in what is missing ("2025-03") from today, and takes 02/03/2025 for the second of March.
    """
    year, month, date = (int(part) for part in day.split("-"))
    between = r"(?=\D{0,20}[^\W\d_]|,)\D{1,20}"  # a month's name, or the comma behind a day
    forms = [rf"{year}\D{{0,2}}0?{month}\D{{0,2}}0?{date}", rf"0?{date}{between}{year}"]
    if date > 12 or date == month:
        forms += [
            rf"0?{first}[-/. ]{{1,2}}0?{second}[-/. ]{{1,2}}{year}" for first, second in ((month, date), (date, month))
        ]
    return any(re.search(rf"(?<!\d){form}(?!\d)", page) for form in forms)

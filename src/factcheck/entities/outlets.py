"""Outlets: which names and addresses belong to one outlet, and which agencies several outlets take their texts from."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from urllib.parse import urlsplit

from ..knowledge import load, words
from ..models import Article
from ..text import fold


def outlet_key(article: Article) -> str:
    """What articles of one outlet share: the registered domain of its site, else the outlet's name without "the".

    An article that credits a wire agency is that agency's, whoever prints it. Two articles whose outlet is not known
    are never one's.
    """
    if article.credit:
        return f"wire {article.credit}"
    host = _host(article.url) if article.url else _host(f"//{article.source}")
    if host:
        return registered_domain(host)
    return fold(article.source).removeprefix("the ") or article.id


def registered_domain(host: str) -> str:
    """The part of a host's name that somebody registered: "edition.cnn.com" is of "cnn.com".

    Below some domains, as "co.uk" or "wordpress.com", everybody may register: there one part more counts.
    """
    labels = host.lower().rstrip(".").removeprefix("www.").split(".")
    shared = ".".join(labels[-2:]) in words("outlets", "shared_domains")
    country = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in words("outlets", "second_level")
    return ".".join(labels[-3:] if shared or country else labels[-2:])


def wire(name: str) -> str | None:
    """The usual name of a wire agency that ``name`` means, or None where it is none."""
    return _wires().get(fold(name).removeprefix("the ").strip(" .()/"))


@cache
def _wires() -> Mapping[str, str]:
    table = load("outlets")["wires"]
    return {fold(form): usual for usual, forms in table.items() for form in (usual, *forms)}


def _host(address: str) -> str | None:
    try:
        host = urlsplit(address).hostname
    except ValueError:
        return None
    return host if host and "." in host and " " not in host else None

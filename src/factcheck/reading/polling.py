"""One look at a feed: what is there now, if it has changed since the last look."""

from __future__ import annotations

from datetime import datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import NamedTuple

from ..knowledge import load
from ..models import LeftOut, Reading
from ..settings import Settings
from . import Found, found_in, settle
from .decoding import UnreadableError
from .formats import kind_of, read_blob
from .urls import RefusedError, Validators, fetched


class Poll(NamedTuple):
    """What one look at a feed brought."""

    reading: Reading | None
    """What is there; None where nothing has changed, or where nothing came."""
    validators: Validators | None
    """What to ask with the next time; None where it is as before."""
    failure: str | None = None
    """Why nothing came, in words that complete "the feed ..."."""
    wait: float | None = None
    """Seconds that the server asks to be left alone."""
    gone: bool = False
    """The server says that the address is gone for good."""


def poll(address: str, settings: Settings, now: datetime, known: Validators | None = None) -> Poll:
    """Ask for what is at ``address``, unless it is what it was.

    Args:
        address: Where a feed lies (RSS or Atom).
        settings: The limits and ``private_addresses`` are used.
        now: The time, with its zone, from which a date of the server's ``Retry-After`` counts.
        known: What the server said the last time of the version that is here already.

    Returns:
        What came. Whatever goes wrong raises nothing: it is the ``failure``.
    """
    try:
        with fetched(address, settings, known) as answer:
            kind = kind_of(answer.blob, settings)
            if kind != "feed":
                # A page that says "back soon" is no article.
                return Poll(None, None, f"is {load('file_kinds')['kinds'][kind]}, not a feed")
            found = [_placed(found_in(item, address, None)) for item in read_blob(answer.blob, settings)]
    except RefusedError as error:
        if error.status == HTTPStatus.NOT_MODIFIED and known is not None:
            return Poll(None, None)
        gone = error.status == HTTPStatus.GONE
        return Poll(None, None, str(error), seconds(error.wait, now), gone)
    except UnreadableError as error:
        return Poll(None, None, str(error))
    reading = settle(found)
    if not reading.articles:
        # Nothing that could be read: perhaps it broke off, so what the server said of this version must not be kept.
        return Poll(None, None, reading.left_out[0].reason)
    return Poll(reading, answer.validators)


def _placed(found: Found) -> Found:
    """An entry with its own address as its origin: its number in the feed is another one at each look."""
    if isinstance(found.item, LeftOut) or not found.item.url:
        return found
    return found._replace(item=found.item.model_copy(update={"origin": found.item.url}))


def seconds(stated: str | None, now: datetime) -> float | None:
    """The seconds that a ``Retry-After`` asks for (RFC 9110, section 10.2.3); None where it can't be read."""
    if stated is None:
        return None
    if stated.strip().isascii() and stated.strip().isdigit():
        return float(stated.strip())
    try:
        until = parsedate_to_datetime(stated)
    except (ValueError, TypeError):
        return None
    if until.tzinfo is None:
        return None
    return max(0.0, (until - now).total_seconds())

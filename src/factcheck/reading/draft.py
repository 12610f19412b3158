"""What every reader takes and gives: a blob of bytes goes in; drafts of articles, and what was left out, come out."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, BinaryIO, cast

from ..models import LeftOut
from ..settings import Settings
from .blob import Blob, ExhaustedError, Place
from .decoding import UnreadableError, printable
from .metadata import Metadata

_MAX_DETAIL = 120


@dataclass
class Draft:
    """An article as a reader found it: its text, and what is known of it from outside the text."""

    place: Place
    text: str
    metadata: Metadata = field(default_factory=Metadata)
    plain: bool = False
    """It is plain text or Markdown, and may begin with a block of front matter."""
    verbatim: bool = False
    """The text is all that the file holds, sign by sign, in UTF-8."""


Item = Draft | LeftOut


@dataclass(frozen=True)
class Context:
    """What readers share: the settings of the run, and the way to read what they find inside."""

    settings: Settings
    read: Callable[[Blob], Iterator[Item]]


Reader = Callable[[Blob, Context], Iterator[Item]]
"""Reads one kind of file. It raises ``UnreadableError`` where the file as a whole gives nothing."""


def left_out(place: Place, reason: str) -> LeftOut:
    """The record that says why ``place`` gave no article."""
    return LeftOut(origin=place.label, reason=printable(reason))


def read_member(
    blob: Blob,
    context: Context,
    place: Place,
    opener: Callable[[], object],
    **known: Any,
) -> Iterator[Item]:
    """What one member of the archive in ``blob`` holds. A damaged member doesn't end the archive.

    Args:
        blob: The archive.
        context: As for any reader.
        place: The member's own.
        opener: Gives the stream of the member.
        known: What ``Blob.inner`` is told beside that.

    Raises:
        ExhaustedError: The whole archive may unpack no further.
    """
    try:
        with foreign("a member of an archive"):
            inner = blob.inner(cast(BinaryIO, opener()), place, **known)
    except ExhaustedError:
        raise
    except UnreadableError as error:
        yield left_out(place, str(error))
    else:
        yield from context.read(inner)


def need(module: str, extra: str, what: str) -> Any:
    """The library ``module``, imported only now.

    Raises:
        UnreadableError: It is not installed. The reason names the extra that brings it.
    """
    logger = logging.getLogger(module.partition(".")[0])
    if not logger.handlers:  # else its warnings about hostile input would go to the user's terminal
        logger.addHandler(logging.NullHandler())
    try:
        return import_module(module)
    except ImportError:
        raise UnreadableError(f"is {what}; to read it, run: pip install 'factcheck-news[{extra}]'") from None


@contextmanager
def foreign(what: str) -> Iterator[None]:
    """Turn whatever a library raises over the content of a file into one reason, but for warnings.

    Parsers of hostile bytes raise errors of every class, also such as their documentation does not name; one bad item
    must not stop a batch.

    Raises:
        UnreadableError: With the library's own words.
    """
    try:
        yield
    except (UnreadableError, Warning):
        raise
    except Exception as error:
        detail = " ".join(str(error).split())[:_MAX_DETAIL] or type(error).__name__
        raise UnreadableError(f"is {what} that is damaged ({detail})") from None

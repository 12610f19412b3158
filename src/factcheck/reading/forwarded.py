"""Forwarded mail: a message in a message, behind its own head and maybe a mark on each line (RFC 3676, 4.5)."""

from __future__ import annotations

import re

from .metadata import Metadata

MAX_HEAD = 12
"""Most lines of a forwarded message's head."""

_MARK = re.compile(
    r"(?:>[ \t]?)*+(?:-{2,}[ \t]*(?:Forwarded|Original)[ \t]message[ \t]*-{2,}|Begin forwarded message:)", re.IGNORECASE
)
_FIELD = re.compile(r"(?:>[ \t]?)*+\*?(From|Date|Sent|Subject|To|Cc|Reply-To):\*?[ \t]*(.*)", re.IGNORECASE)
_QUOTED = re.compile(r">[ \t]?")
_PREFIX = re.compile(r"(?:(?:fwd?|re|tr|wg|aw):\s*+)++", re.IGNORECASE)
_ADDRESS = re.compile(r"\s*[<\[(]\S*@\S*[>\])]")


def forwarded(text: str, metadata: Metadata) -> str:
    """The innermost message that ``text`` forwards, or ``text``; what its head states goes into ``metadata``.

    What stands above it is a note to the one who gets it. Its signature is left out.
    """
    lines = text.splitlines()
    marks = [at for at, line in enumerate(lines) if _MARK.match(line)]
    if marks:
        lines = _without_head(lines[marks[-1] + 1 :], metadata)
    signature = next((at for at, line in enumerate(lines) if line.rstrip() == "--"), None)
    lines = lines[:signature]
    while any(map(str.strip, lines)) and all(not line.strip() or line.startswith(">") for line in lines):
        lines = [_QUOTED.sub("", line, count=1) for line in lines]
    return "\n".join(lines)


def subject(stated: str) -> str:
    """A subject without what mail programs put before it: "Fwd: ..."."""
    return _PREFIX.sub("", stated, count=1)


def _without_head(lines: list[str], metadata: Metadata) -> list[str]:
    """The lines behind the head of a forwarded message, whose fields hold before those of the message around it."""
    end = 0
    for at, line in enumerate(lines[:MAX_HEAD]):
        field = _FIELD.match(line)
        if field is None and line.strip(" >\t"):
            break
        if field:
            end = at + 1
            name = {"from": "source", "sent": "published", "date": "published", "subject": "title"}.get(
                field[1].lower()
            )
            if name:
                metadata.put(name, subject(_ADDRESS.sub("", field[2])).strip(" \"'"))
    return lines[end:]

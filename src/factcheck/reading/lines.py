"""Wrapped lines: plain messages and PDF pages break a paragraph into lines, which are put together again."""

from __future__ import annotations


def unwrap(text: str, *, least: int, most: int, slack: float) -> str:
    """``text`` with a line a paragraph.

    A line goes on in the next one where the next one's first word would not have fitted behind it any more; a writer
    who ends a paragraph mostly leaves more room.

    Args:
        text: Lines and blank lines.
        least: Where the widest line is shorter than this, in code points, the text is not wrapped.
        most: A line longer than this is not wrapped itself, and does not count as the widest.
        slack: The share of the width behind which a line counts as full: 1 for a fixed pitch, less for print.
    """
    lines = [line.strip() for line in text.splitlines()]
    width = max((len(line) for line in lines if len(line) <= most), default=0)
    if width < least:
        return "\n".join(lines)
    joined: list[str] = []
    before = ""
    for line in lines:
        word = line.split(" ", 1)[0]
        if before and word and len(before) <= most and len(before) + 1 + len(word) > slack * width:
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
        before = line
    return "\n".join(joined)

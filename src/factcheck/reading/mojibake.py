"""Mojibake: UTF-8 that a program before has read as Windows-1252, and written out so ("isnâ€™t" for "isn’t")."""

from __future__ import annotations

import re

LEAST = 2
"""So many damaged characters show that a text is damaged; one alone may be meant, as in a text on encodings."""

# WHATWG Encoding Standard, windows-1252: the five bytes that Microsoft left open stand for themselves.
_BYTES = {bytes([b]).decode("cp1252", "ignore") or chr(b): b for b in range(0x80, 0x100)}
_TAIL = "".join(re.escape(char) for char, byte in _BYTES.items() if byte < 0xC0)
_DAMAGED = re.compile(f"[\u00c2-\u00df][{_TAIL}]|[\u00e0-\u00ef][{_TAIL}]{{2}}|[\u00f0-\u00f4][{_TAIL}]{{3}}")


def repaired(text: str) -> str:
    """``text`` with such characters made whole again, where it has two of them or more."""
    found = [_whole(match) for match in _DAMAGED.finditer(text)]
    if sum(character is not None for character in found) < LEAST:
        return text
    return _DAMAGED.sub(lambda match: _whole(match) or match[0], text)


def _whole(match: re.Match[str]) -> str | None:
    try:
        return bytes(_BYTES[char] for char in match[0]).decode("utf-8")
    except UnicodeDecodeError:
        return None

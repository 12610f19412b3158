"""Foreign text made safe to look at: what would act on a screen or reorder a line is shown as a sign instead."""

from __future__ import annotations

import re

_BIDI = (0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_SIGNS: dict[int, str] = (
    {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"}
    | {0x7F: "\u2421"}
    | dict.fromkeys((*range(0x80, 0xA0), *range(0xD800, 0xE000)), "\ufffd")
    | {code: f"[U+{code:04X}]" for code in _BIDI}
)
_ACTING = re.compile(f"[{''.join(re.escape(chr(code)) for code in _SIGNS)}]")


def visible(text: str) -> str:
    """``text`` with control characters, bidirectional controls and lone surrogates shown as signs.

    Tabs and line feeds stay. A right-to-left letter needs no control character, so right-to-left prose is untouched,
    while an override that would turn a line around (CVE-2021-42574) shows as ``[U+202E]``, and an escape sequence
    that would steer a terminal as ``␛``.
    """
    return text.translate(_SIGNS) if _ACTING.search(text) else text

"""The insides of a long report's entries, deflated in small chunks, each of which the page's script unpacks alone."""

from __future__ import annotations

import zlib
from base64 import b85encode
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..models import Article

if TYPE_CHECKING:
    from markupsafe import Markup


class Packing:
    """Which chunk holds the inside of each entry, and the chunks.

    The passages of an entry stand apart from it, each behind the article that it quotes, because deflate finds
    repeated text only within 32 kB; the entry names their places.
    """

    def __init__(self, kinds: Mapping[str, tuple[Sequence[str], int]]) -> None:
        """Take the ids of the entries of each kind in their order, with how many of it make a chunk."""
        self._chunks: list[Sequence[str]] = []
        self.first: dict[str, tuple[int, int]] = {}
        """The first chunk of each kind, and how many entries a chunk has."""
        for kind, (names, size) in kinds.items():
            self.first[kind] = len(self._chunks), size
            self._chunks += [names[at : at + size] for at in range(0, len(names), size)]
        self._places = {
            name: f"{number}.{place}" for number, chunk in enumerate(self._chunks) for place, name in enumerate(chunk)
        }
        self._inside: dict[str, str] = {}
        self._passages: defaultdict[str, list[str]] = defaultdict(list)

    def place(self, name: str) -> str | None:
        """The chunk that holds an entry's inside, and the place in it; None where that stands in the page itself."""
        return self._places.get(name)

    def put(self, name: str, inside: str) -> None:
        """Put the inside of an entry away."""
        self._inside[name] = inside

    def keep(self, article: Article, passage: str) -> Markup:
        """Put a passage away, and give what stands in its place."""
        from markupsafe import Markup

        home = f"a-{article.id}"
        kept = self._passages[home]
        kept.append(passage)
        return Markup(f"\x1d{self._places[home]}.{len(kept)}\x1d")  # noqa: S704 - numbers

    def coded(self) -> Markup:
        """The chunks, one a line, deflated, in base 85.

        A chunk has its entries in order, a record separator between them, and each its inside and then its passages, a
        unit separator between them. These can't occur in the markup, as control characters are made visible. How many
        bytes were added to make whole words stands first. A less-than sign could open a tag or a comment; a comma
        stands for it.
        """
        from markupsafe import Markup

        lines = []
        for chunk in self._chunks:
            entries = ("\x1f".join((self._inside[name], *self._passages[name])) for name in chunk)
            deflated = zlib.compress("\x1e".join(entries).encode(), 9)
            coded = b85encode(deflated, pad=True).decode()
            lines.append(f"{-len(deflated) % 4}{coded.replace('<', ',')}")
        return Markup("\n".join(lines))  # noqa: S704 - nothing in it is a tag

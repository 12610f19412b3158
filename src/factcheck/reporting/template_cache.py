"""Compiled templates, kept beside their sources as Python keeps compiled modules."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from tempfile import NamedTemporaryFile

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

_FOLDER = Path(__file__).parent / "templates"


class TemplateCache(BytecodeCache):
    """Keeps what jinja compiles in ``__pycache__``: compiling the templates takes longer than a small check.

    As with modules, nothing is written where Python writes no bytecode or the folder can't be written to, and
    ``PYTHONPYCACHEPREFIX`` moves the files. A file of another jinja, Python or template is compiled anew.
    """

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with the compiled template, where it was kept."""
        with suppress(OSError), _kept(bucket).open("rb") as file:
            bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the compiled template of a bucket, whole or not at all."""
        if sys.dont_write_bytecode:
            return
        target = _kept(bucket)
        with suppress(OSError):
            target.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=target.parent, delete=False) as file:
                file.write(bucket.bytecode_to_string())
            Path(file.name).replace(target)


def _kept(bucket: Bucket) -> Path:
    return Path(cache_from_source(str(_FOLDER / f"{bucket.key}.html")))

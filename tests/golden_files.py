"""Files that hold what is expected. ``REFRESH_GOLDEN=1 pytest`` writes them anew; read the diff before a commit."""

import os
from pathlib import Path

REFRESH = os.environ.get("REFRESH_GOLDEN") == "1"


def expected(path: Path, found: str) -> str:
    """What the file holds, after it was written anew where that was asked for."""
    if REFRESH:
        path.write_bytes(found.encode())
    return path.read_bytes().decode()

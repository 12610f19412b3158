"""Where a fuzzer starts: whole files of each kind, and texts that hold what the rules look for."""

from __future__ import annotations

import json

from targets import PIECES, READER_TARGETS, TEXT_TARGETS
from test_reading_hostile import WHOLE

SENTENCES = (
    "“We will not sail before Monday,” said harbour master Ann Lee, 34, who spoke on Feb. 30. She denied it.\n",
    "Sen. Bob Lee (R-Ohio) told reporters: \"The 'last' ferry [was] late … again.\" Twelve people were killed.\n",
    "Former Secretary of Defense Ann Lee, the president's aide, and 1,200 others paid about $5.5 million in May.\n",
    "According to police, at least 3 to 5 per cent of them left three weeks ago. “No”, he said. ‘Never.’\n",
)
OFFICES = {
    "organizations": [{"id": "acme", "names": [{"name": "Acme", "since": "2024-03-01"}], "aliases": ["A."]}],
    "offices": [{"id": "head", "names": [{"name": "President of Acme"}], "organization": "acme", "leads": True}],
    "as_of": "2024-03-01",
}
DECISIONS = {
    "format": "factcheck-decisions",
    "version": 1,
    "decisions": [{"conflict": "0123456789ab", "status": "confirmed", "decided": "2024-03-16T09:30:00Z"}],
}


def seeds_of(target: str) -> list[bytes]:
    """The inputs that the target of this name starts from. All of them pass."""
    if target in READER_TARGETS:
        return [WHOLE[target.removeprefix("read-")]]
    if target in TEXT_TARGETS:
        plain = [b"\xff\0\1" + sentence.encode() for sentence in SENTENCES]
        return [*plain, *(b"\xff" + sentence.encode() for sentence in SENTENCES), bytes(range(len(PIECES)))]
    known = {"offices": OFFICES, "decisions": DECISIONS}
    return [json.dumps(known[target]).encode()] if target in known else list(WHOLE.values())

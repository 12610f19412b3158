"""Who said it, in small articles of many beats, countries and registers; each tells its speakers."""

from pathlib import Path

import pytest

from factcheck.extraction.speech import find_speech

ARTICLES = [
    block.strip() for block in (Path(__file__).with_name("speakers.txt")).read_text(encoding="utf-8").split("== ")
]


def parts(block):
    """The text of an article, and its rows of a quotation's first words and its speaker."""
    lines = block.splitlines()[1:]
    rows = [tuple(line[2:].split(" | ")) for line in lines if line.startswith("> ")]
    return "\n".join(line for line in lines if not line.startswith("> ")).strip(), rows


@pytest.mark.parametrize("block", [block for block in ARTICLES if block], ids=lambda block: block.partition("\n")[0])
def test_speakers(block):
    text, rows = parts(block)
    found = [speech for speech in find_speech(text) if speech.form != "indirect"]
    told = {
        start: [s.speaker.name if s.speaker else None for s in found if s.content.text.startswith(start)]
        for start, _ in rows
    }
    assert {start: speaker in told[start] for start, speaker in rows} == dict.fromkeys(told, True), told

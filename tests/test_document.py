"""Documents: what several finders share, found once."""

from factcheck.extraction.document import Document
from factcheck.extraction.narration import find_people
from factcheck.extraction.speech import find_speech
from factcheck.extraction.titles import find_titles

TEXT = "Mayor Ada Quill said the bridge will open. “It is ready,” she told Tom Reed.\n\nMr. Reed, a banker, agreed."


def test_document_is_handed_back_as_it_is() -> None:
    document = Document.of(TEXT)
    assert Document.of(document) is document
    assert document.names is document.names


def test_finders_read_a_document_as_they_read_its_text() -> None:
    document = Document(TEXT)
    for find in (find_titles, find_speech, find_people):
        assert find(document) == find(TEXT) != []

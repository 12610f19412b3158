"""What the room of reading takes, what it leaves out, and in what order things come."""

import codecs
import errno
import gzip
import io
import json
import os
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.models import Article
from factcheck.reading import read
from factcheck.reading.decoding import UnreadableError, decode
from factcheck.settings import Settings

TEXT = "The bridge is closed, the engineer said. It will open in spring.\n"


def reasons(reading):
    return [(item.origin, item.reason) for item in reading.left_out]


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "text",
    [
        "One line.\nAnother line",
        "The mayor said no.",
        "The mayor said “no.”",
        "Is the bridge closed? Nobody knows",
        "word " * 60,
        "a" * 300,
        "See the mayor/council talks. They failed.",
        "~20 people came. Nobody spoke.",
    ],
)
@pytest.mark.usefixtures("here")
def test_a_text_is_a_text(text):
    (found,) = read(text).articles
    assert (found.text, found.origin, found.source) == (text, "", "")


MENDED = "She said it isn’t over and won’t be.".encode().decode("cp1252").encode()


@pytest.mark.parametrize(
    ("name", "data", "verbatim"),
    [
        ("a.txt", TEXT.encode(), True),
        ("a.md", b"---\ntitle: Bridge shut\n---\n" + TEXT.encode(), True),
        ("a.txt", codecs.BOM_UTF8 + TEXT.encode(), True),
        ("a.txt", TEXT.replace("\n", "\r\n").encode(), True),
        ("a.txt", TEXT.encode("utf-16"), False),
        ("a.txt", MENDED, False),
        ("a.txt.gz", gzip.compress(TEXT.encode(), mtime=0), False),
        ("a.html", f"<html><body><p>{TEXT}</p></body></html>".encode(), False),
        ("a.jsonl", json.dumps({"text": TEXT}).encode(), False),
    ],
)
def test_a_text_is_verbatim_where_it_is_all_that_its_file_holds(here, name, data, verbatim):
    (here / name).write_bytes(data)
    (found,) = read(here / name).articles
    assert found.verbatim == verbatim


@pytest.mark.usefixtures("here")
def test_a_text_that_is_given_directly_is_no_files():
    assert not read(TEXT).articles[0].verbatim


@pytest.mark.parametrize(
    "path",
    [
        "artcles",
        "artcles/one.txt",
        "my articles/first draft.txt",
        "./My articles. All of them.",
        "/home/ada/My articles. All of them.",
        "~/a b",
        "C:\\My articles\\one. Two three.txt",
        "notes from Mr. Quill",
        "my folder",
        "my folder.",
        "one.pdf",
    ],
)
@pytest.mark.usefixtures("here")
def test_a_mistyped_path_is_never_a_text(path):
    assert reasons(read(path)) == [(Path(path).as_posix(), "no such file or folder")]


@pytest.mark.usefixtures("here")
def test_what_lies_there_is_a_path_however_it_reads():
    Path("It will not open. Ever").write_text(TEXT)
    (found,) = read("It will not open. Ever").articles
    assert found.text == TEXT


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "holds only white space"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"%PDF-1.7 plain", "is a PDF document that is damaged ("),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is a PNG picture, which is not read"),
        (b"PK\x03\x04\x14\0", "is a ZIP archive that is damaged ("),
        (b"some words\0more words", "is binary, not text (or UTF-16 without a byte order mark)"),
        (b"\x01\x02\x03\x04 words", "is binary, not text"),
        (b"<!DOCTYPE html>\n<html><script>Words", "is a web page without an article"),
        (b'<?xml version="1.0"?><note>Words</note>', "is an XML file that is no feed, which is not read"),
        (b"{\\rtf1 words}", "is a rich text document (RTF), which is not read"),
        (b"\xff\xfea", "begins like UTF-16-LE but is not valid"),
        ("Über öde Äcker, größere Höfe … ".encode() + b"\xc3", "is UTF-8 with broken bytes (the first is byte 40)"),
        (bytes(range(128, 256)), "is in an encoding that could not be recognised; save it as UTF-8"),
    ],
)
def test_bad_files_are_named_and_the_others_read(here, data, reason):
    Path("bad.txt").write_bytes(data)
    Path("good.txt").write_text(TEXT)
    for given_inputs in ((here,), ("bad.txt", "good.txt"), (["good.txt", ("bad.txt",)],)):
        reading = read(*given_inputs)
        assert [found.source for found in reading.articles] == ["good"]
        ((origin, why),) = reasons(reading)
        assert Path(origin).name == "bad.txt"
        assert why == reason or (reason.endswith("(") and why.startswith(reason))


def test_a_byte_order_mark_is_no_part_of_a_given_text():
    (found,) = read("\ufeffBridge Closed\nBy Ada Quill\n" + TEXT).articles
    assert (found.title, found.text[:6]) == ("Bridge Closed", "Bridge")


@pytest.mark.parametrize("text", ["", "\ufeff\n", "  ", "\n", "a\0b", "a b\ud800 c\n", "<html>\n</html>"])
def test_bad_texts_are_left_out(text):
    (item,) = read([text]).left_out
    item.model_dump_json()
    assert item.origin.startswith('text "')


def test_a_given_article_passes_unchanged_unless_it_can_not_be_written():
    good = Article(text="a", title="A", source="S")
    assert read([good]).articles == (good,)
    assert read(Article(text="a\ud800", title="B")).left_out[0].origin == "B"


@pytest.mark.parametrize("data", [b"a" * 101, b"\xff" * 101, b"%PDF-" + b"a" * 100])
@pytest.mark.usefixtures("here")
def test_a_large_file_is_left_out_before_it_is_read(data):
    Path("large.txt").write_bytes(data)
    limited = Settings(max_bytes=100)
    (item,) = read("large.txt", settings=limited).left_out
    assert item.reason == "is larger than 100 bytes, the most that one article may have (max_bytes)"


@pytest.mark.usefixtures("here")
def test_the_limit_counts_bytes_and_includes_its_own_size():
    limited = Settings(max_bytes=100)
    Path("fits.txt").write_bytes(b"a" * 100)
    assert len(read("fits.txt", "b" * 300, "é" * 90 + "\n", settings=limited).articles) == 1


@pytest.mark.usefixtures("here")
def test_one_line_of_twenty_megabytes_is_read_when_it_may_be():
    line = "The bridge is closed. " * 900_000
    (found,) = read([line], settings=Settings(max_bytes=25_000_000)).articles
    assert (found.title, found.boilerplate) == (None, ())


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "The café isn’t “open”.\r\nNo.\r"),
        ("utf-8-sig", "The café isn’t “open”."),
        ("utf-16", "The café isn’t “open”."),
        ("utf-32", "The café isn’t “open”."),
        ("cp1252", "The mayor of Oldtown said the bridge “isn’t safe” and Señor Peña agreed with Ms Lefèvre."),
        ("cp1252", "O prefeito disse que a ponte não será aberta amanhã. Ações judiciais são prováveis."),
        ("latin-1", "Le café est fermé, et le maire a déclaré que le pont le sera aussi."),
        ("cp1251", "Мэр города заявил в понедельник, что мост будет закрыт на ремонт."),
        ("koi8_r", "Мэр города заявил в понедельник, что мост будет закрыт на ремонт."),
        ("cp1253", "Ο δήμαρχος είπε ότι η γέφυρα θα κλείσει τη Δευτέρα."),
        ("cp1254", "Belediye başkanı pazartesi günü köprünün kapatılacağını söyledi."),
        ("gb18030", "市长周一表示，大桥将关闭维修。工程预计持续到明年。"),
    ],
)
def test_encodings(encoding, text):
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1250", "Burmistrz powiedział, że most zostanie zamknięty w poniedziałek. Źródła milczą."),
        ("cp1255", "ראש העיר אמר שהגשר ייסגר ביום שני."),
    ],
)
def test_an_encoding_that_fits_as_well_as_another_is_not_guessed(encoding, text):
    with pytest.raises(UnreadableError, match="could not be recognised"):
        decode(text.encode(encoding))


def test_folders_are_read_below_and_hidden_files_are_not(here):
    for name in ("b/two.md", "a.txt", "b/c/three.MARKDOWN", ".hidden.txt", ".git/x.txt", "b/data.log", "b/four.text"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(f"{TEXT} {name}\n")
    reading = read(here)
    assert [found.source for found in reading.articles] == ["a", "four", "three", "two"]
    assert not reading.left_out
    assert [found.source for found in read("b/data.log").articles] == ["data"]


@pytest.mark.usefixtures("here")
def test_a_folder_without_text_is_named():
    Path("empty").mkdir()
    Path("empty/picture.png").write_bytes(b"\x89PNG")
    assert reasons(read("empty")) == [("empty", "is a folder without a file of a kind that is read")]


def test_links(here):
    Path("a").mkdir()
    Path("a/one.txt").write_text(TEXT)
    Path("a/up").symlink_to(here)
    Path("gone.txt").symlink_to("nothing.txt")
    Path("loop.txt").symlink_to("loop.txt")
    reading = read(".", "gone.txt", "loop.txt")
    assert [found.origin for found in reading.articles] == ["a/one.txt"]
    assert reasons(reading) == [
        ("gone.txt", "is a link to something that is not there"),
        ("loop.txt", "is a link that leads back to itself"),
    ]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "there is no permission to read it"),
        (OSError(errno.EIO, "Input/output error"), "can't be read (Input/output error)"),
    ],
)
@pytest.mark.usefixtures("here")
def test_what_the_system_refuses(monkeypatch, error, reason):
    Path("locked.txt").write_text(TEXT)

    def refuse(*_args):
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    assert reasons(read(Path("locked.txt"))) == [("locked.txt", reason)]


def test_a_folder_that_may_not_be_entered(here, monkeypatch):
    def refuse(path):
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    assert reasons(read(here)) == [(here.as_posix(), "there is no permission to read it")]


@pytest.mark.usefixtures("here")
def test_a_path_that_can_not_be():
    assert reasons(read(Path("a\0b"))) == [("a?b", "is no possible path")]


def test_a_file_name_that_is_no_unicode_can_be_written_out(here):
    try:
        Path(os.fsdecode(b"caf\xe9.txt")).write_text(TEXT)
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    (found,) = read(here).articles
    found.model_dump_json()
    assert found.source == "caf?"


def test_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"By Ada Quill\n\n" + TEXT.encode())))
    (found,) = read("-").articles
    assert (found.origin, found.source, found.authors) == ("-", "standard input", ("Ada Quill",))


def test_an_empty_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert reasons(read("-")) == [("-", "is empty")]


@pytest.mark.parametrize("wrong", [b"The mayor said no.", 3, None, io.StringIO("a\nb")])
def test_other_things_are_an_error_of_the_caller(wrong):
    with pytest.raises(TypeError, match="an input is"):
        read([wrong])


def test_nothing_gives_nothing():
    assert read() == read([]) == read(iter(()))


@pytest.mark.usefixtures("here")
def test_an_article_counts_once():
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(TEXT)
    reading = read("b.txt", "a.txt", "./a.txt", TEXT)
    assert [found.origin for found in reading.articles] == ["a.txt"]
    assert reasons(reading) == [
        ("a.txt", "given more than once"),
        ("b.txt", "the same article as a.txt"),
        ('text "The bridge is closed, the engineer said.…"', "the same article as a.txt"),
    ]


@pytest.mark.usefixtures("here")
def test_one_file_given_twice_is_said_so():
    Path("a.txt").write_text(TEXT)
    assert reasons(read("a.txt", ".")) == [("a.txt", "given more than once")]


@pytest.mark.usefixtures("here")
def test_two_outlets_with_one_text_stay_two():
    both = [Article(source=name, text=TEXT) for name in ("Courier", "Herald")]
    assert len(read(both).articles) == 2


def test_ids_are_unique():
    reading = read(Article(id="x", text="a"), Article(id="x", text="b"))
    assert len(reading.articles) == 1
    assert reading.left_out[0].reason.startswith("has the id of another article, text ")


@pytest.mark.usefixtures("here")
def test_progress_counts_every_input():
    Path("a.txt").write_text(TEXT)
    Path("b.txt").write_bytes(b"")
    seen = []
    read("a.txt", "b.txt", "gone", progress=lambda *state: seen.append(state))
    assert seen == [(1, 2, "reading"), (2, 2, "reading")]


@pytest.mark.usefixtures("here")
def test_the_order_of_inputs_changes_nothing():
    Path("a.txt").write_text(TEXT)
    Path("b.txt").write_text(TEXT)
    Path("c.md").write_text("---\ndate: 2024-03-03\n---\n" + TEXT)
    inputs = ["a.txt", "b.txt", "c.md", "gone", TEXT, Article(text=TEXT, source="a", authors=("A",))]
    results = {read(*order).model_dump_json() for order in permutations(inputs)}
    assert len(results) == 1


SHORT = st.text(max_size=30)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=300) | st.binary(max_size=40).map(lambda data: b"The caf" + data + b" is open."))
def test_any_bytes_give_an_article_or_a_reason(tmp_path, data):
    path = tmp_path / "any.txt"
    path.write_bytes(data)
    reading = read(path)
    assert len(reading.articles) + len(reading.left_out) == 1
    reading.model_dump_json()


@given(st.text(st.characters(exclude_categories=())))
def test_any_string_gives_an_article_or_a_reason(text):
    reading = read(["\n" + text])
    assert len(reading.articles) + len(reading.left_out) == 1
    reading.model_dump_json()


@given(
    st.lists(SHORT.map("\n".__add__) | st.builds(lambda t, s: Article(text=t, source=s), SHORT, SHORT), max_size=6),
    st.randoms(),
)
def test_any_order_gives_the_same(inputs, random):
    shuffled = list(inputs)
    random.shuffle(shuffled)
    assert read(inputs) == read(shuffled)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The bridge is closed,” Lefèvre said – for good.", "“The bridge is closed,” Lefèvre said – for good."),
        ("â€œThe bridge,â€\x9d she said â€“ it isnâ€™t there.", "“The bridge,” she said – it isn’t there."),
        ("Â£5 and cafÃ© and naÃ¯ve", "£5 and café and naïve"),
        ("One Ã© is no damage.", "One Ã© is no damage."),
    ],
)
def test_mojibake_is_mended(tmp_path, text, expected):
    (tmp_path / "a.txt").write_text(f"{text}\nThe bridge is closed, she said.\n", encoding="utf-8")
    (found,) = read(tmp_path / "a.txt").articles
    assert found.text.split("\n")[0] == expected

"""ZIP and tar archives, compressed files, WARC: what is in them, and what hostile ones try."""

import bz2
import gzip
import io
import tarfile
import zipfile
from datetime import date

import pytest

from factcheck.reading import read
from factcheck.settings import Settings

TEXT = "The bridge is closed, the engineer said. It will open in spring.\n"
MEMBERS = {
    "one.txt": TEXT.encode(),
    "deep/two.json": b'[{"text": "It is open.", "outlet": "Herald"}, {"text": "It is not.", "outlet": "Post"}]',
    "deep/picture.png": b"\x89PNG",
    ".hidden/three.txt": b"Never seen.",
    "__MACOSX/._one.txt": b"\0\5",
    "bad.txt": b"\0\1",
}
EXPECTED = [("deep/two.json:1", "Herald"), ("deep/two.json:2", "Post"), ("one.txt", "one")]


def readable(value):
    """The part of a test's name that stands for ``value``: not its bytes, which hold the time they were made."""
    return value if isinstance(value, str) else type(value).__name__


def zipped(members, method=zipfile.ZIP_DEFLATED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def tarred(members):
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return file.getvalue()


def here(tmp_path, monkeypatch, name, data):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_bytes(data)
    return name


def reasons(reading):
    return [(item.origin, item.reason) for item in reading.left_out]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped(MEMBERS)),
        ("a.zip", zipped(MEMBERS, zipfile.ZIP_STORED)),
        ("a", zipped(MEMBERS, zipfile.ZIP_BZIP2)),
        ("a.tar", tarred(MEMBERS)),
        ("a.tar.gz", gzip.compress(tarred(MEMBERS))),
        ("a.tgz", gzip.compress(tarred(MEMBERS))),
        ("a.tar.bz2", bz2.compress(tarred(MEMBERS))),
    ],
    ids=readable,
)
def test_every_archive_gives_the_same_articles(tmp_path, monkeypatch, name, data):
    reading = read(here(tmp_path, monkeypatch, name, data))
    assert sorted((found.origin, found.source) for found in reading.articles) == [
        (f"{name}!{member}", source) for member, source in EXPECTED
    ]
    assert [item.origin for item in reading.left_out] == [f"{name}!bad.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [name]


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".bz2", bz2.compress)], ids=readable)
def test_a_compressed_file_keeps_its_name(tmp_path, monkeypatch, suffix, pack):
    name = here(tmp_path, monkeypatch, f"a.jsonl{suffix}", pack(b'{"text": "One."}\n{"text": "Two."}\n'))
    assert sorted(found.origin for found in read(name).articles) == [f"{name}:1", f"{name}:2"]


def test_archives_in_archives(tmp_path, monkeypatch):
    name = here(tmp_path, monkeypatch, "a.zip", zipped({"b.tar": tarred({"c.zip": zipped({"d.txt": TEXT})})}))
    assert [found.origin for found in read(name).articles] == ["a.zip!b.tar!c.zip!d.txt"]
    reading = read(name, settings=Settings(max_depth=2))
    assert reasons(reading) == [
        ("a.zip!b.tar!c.zip", "is an archive inside 2 others, and no more may be nested (max_depth)")
    ]


@pytest.mark.parametrize(
    ("member", "reason"),
    [
        ("../a.txt", "has a path that leads out of the archive"),
        ("b/../../a.txt", "has a path that leads out of the archive"),
        ("/etc/a.txt", "has a path that leads out of the archive"),
        ("C:/a.txt", "has a path that leads out of the archive"),
    ],
)
@pytest.mark.parametrize("make", [zipped, tarred])
def test_paths_that_lead_out_are_named(tmp_path, monkeypatch, make, member, reason):
    reading = read(here(tmp_path, monkeypatch, "a.x", make({member: TEXT.encode(), "good.txt": b"It is open.\n"})))
    assert [found.source for found in reading.articles] == ["good"]
    assert [why for _, why in reasons(reading)] == [reason]


def test_links_and_devices_in_archives_are_not_followed(tmp_path, monkeypatch):
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo(f"{kind.decode()}.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    link = "is a link, and links in archives are not followed"
    assert reasons(read(here(tmp_path, monkeypatch, "a.tar", file.getvalue()))) == [
        ("a.tar!1.txt", link),
        ("a.tar!2.txt", link),
        ("a.tar!3.txt", "is no ordinary file"),
        ("a.tar!6.txt", "is no ordinary file"),
    ]
    info = zipfile.ZipInfo("link.txt")
    info.external_attr = 0o120777 << 16
    assert reasons(read(here(tmp_path, monkeypatch, "a.zip", zipped({info: "/etc/passwd"})))) == [
        ("a.zip!link.txt", link)
    ]


@pytest.mark.parametrize(
    ("name", "data", "origin"),
    [
        ("a.zip", zipped({f"{n}.txt": bytes(5_000_000) for n in range(5)}), "a.zip"),
        ("a.jsonl.gz", gzip.compress((b'{"a": "' + b"x" * 9_000 + b'"}\n') * 2_000), "a.jsonl.gz"),
        ("a.zip", zipped({"b.zip": zipped({f"{n}.txt": bytes(5_000_000) for n in range(5)})}), "a.zip"),
        (
            "a.tgz",
            gzip.compress(tarred({"b.txt": TEXT.encode(), "c.png": bytes(20_000_000), "d.txt": TEXT.encode()})),
            "a.tgz",
        ),
    ],
    ids=readable,
)
def test_a_bomb_stops_at_the_limit(tmp_path, monkeypatch, name, data, origin):
    assert len(data) < 200_000
    reading = read(here(tmp_path, monkeypatch, name, data), settings=Settings(max_unpacked=9_000_000))
    assert (origin, "unpacks to more than 9,000,000 bytes (max_unpacked); the rest is not read") in reasons(reading)


def test_what_stands_before_the_limit_is_kept(tmp_path, monkeypatch):
    name = here(tmp_path, monkeypatch, "a.zip", zipped({"a.txt": TEXT, "b.txt": bytes(5_000_000), "c.txt": TEXT}))
    reading = read(name, settings=Settings(max_unpacked=1_000_000, max_bytes=100_000_000))
    assert [found.origin for found in reading.articles] == ["a.zip!a.txt"]


def test_a_name_of_megabytes_in_a_tar_archive(tmp_path, monkeypatch):
    name = "x" * 1_000_000 + ".txt"
    reading = read(here(tmp_path, monkeypatch, "a.tar.gz", gzip.compress(tarred({"a.txt": TEXT.encode(), name: b"b"}))))
    assert len(reading.articles) == 1
    assert reasons(reading) == [("a.tar.gz", "is a tar archive that is damaged (a header is too long)")]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.zip", zipped({}), "is a ZIP archive without an article"),
        ("a.zip", zipped({"a.png": b""}), "is a ZIP archive without an article"),
        ("a.zip", zipped({"a.txt": TEXT})[:-30], "is a ZIP archive that is damaged ("),
        ("a.gz", gzip.compress(TEXT.encode())[:-9], "is damaged ("),
        ("a.gz", b"no gzip", "is damaged (Not a gzipped file"),
        ("a.gz", gzip.compress(TEXT.encode())[:20] + b"\xff" * 9, "is damaged ("),
        ("a.bz2", bz2.compress(TEXT.encode())[:-9], "is damaged ("),
        ("a.zip", zipped({"a.txt": TEXT}, zipfile.ZIP_LZMA), "is compressed by a method that is not read"),
        ("a.zip", zipped({"a.txt": TEXT}, zipfile.ZIP_STORED).replace(b"closed", b"opened"), "is damaged (Bad CRC-32"),
        ("a.tar", tarred({"a.txt": TEXT.encode() * 900})[:9000], "is damaged ("),
    ],
    ids=readable,
)
def test_damaged_archives_are_named(tmp_path, monkeypatch, name, data, reason):
    reading = read(here(tmp_path, monkeypatch, name, data))
    assert not reading.articles
    assert reasons(reading)[-1][1].startswith(reason)


def warc(*records, compress=True):
    data = b""
    for address, status, headers, body in records:
        lines = (f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in headers), "", "")
        block = "\r\n".join(lines).encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        record = head.encode() + block + b"\r\n\r\n"
        data += gzip.compress(record) if compress else record
    return data


HTML = [("Content-Type", "text/html; charset=windows-1252")]
PAGE = (
    "<html><head><title>Bridge closed</title><meta name='date' content='2025-03-03'></head><body><article>"
    "<p>“The bridge is closed,” Lefèvre said. It will open again in spring, she added, when there is money again.</p>"
    "<p>The mayor did not want to comment on the matter when he was asked about it after lunch on the same day.</p>"
    "</article></body></html>"
)


def test_an_arc_archive(tmp_path, monkeypatch):
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1252\r\n\r\n" + PAGE.encode("cp1252")
    head = b"filedesc://a.arc 0.0.0.0 20250303000000 text/plain 76\n1 0 InternetArchive\nURL IP-address Archive-date "
    head += b"Content-type Archive-length\n\n"
    line = b"http://courier.example/a 127.0.0.1 20250303101010 text/html %d\n" % len(answer)
    (found,) = read(here(tmp_path, monkeypatch, "a.arc", head + line + answer + b"\n")).articles
    assert (found.origin, found.source) == ("a.arc!http://courier.example/a", "courier.example")


@pytest.mark.parametrize("compress", [True, False])
def test_a_warc_archive(tmp_path, monkeypatch, compress):
    page = PAGE.encode("cp1252")
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(page), page)
    data = warc(
        ("https://courier.example/a", "200 OK", HTML, page),
        ("https://herald.example/b", "200 OK", [*HTML, ("Transfer-Encoding", "chunked")], chunked),
        ("https://post.example/c", "200 OK", [*HTML, ("Content-Encoding", "gzip")], gzip.compress(page)),
        ("https://post.example/d.png", "200 OK", [("Content-Type", "image/png")], b"\x89PNG"),
        ("https://post.example/e", "404 Not Found", HTML, page),
        ("https://post.example/f", "200 OK", [*HTML, ("Content-Encoding", "br")], b"..."),
        compress=compress,
    )
    name = here(tmp_path, monkeypatch, "a.warc.gz" if compress else "a.warc", data)
    reading = read(name)
    assert [(found.origin, found.source, found.url) for found in reading.articles] == [
        (f"{name}!https://{host}", host.partition("/")[0], f"https://{host}")
        for host in ("courier.example/a", "herald.example/b", "post.example/c")
    ]
    assert all("“The bridge is closed,” Lefèvre said." in found.text for found in reading.articles)
    assert {found.published.start for found in reading.articles} == {date(2025, 3, 3)}
    assert reasons(reading) == [(f"{name}!https://post.example/f", "is compressed by a method that is not read (br)")]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"WARC/1.0\r\n\r\n", "is a WARC archive without an article"),
        (
            b"WARC/1.0\r\nWARC-Type: response\r\nX: " + b"a" * 3_000_000,
            "is a WARC archive with a record that is longer than it says",
        ),
        (b"WARC/1.0\r\nnonsense", "is a WARC archive"),
    ],
    ids=readable,
)
def test_bad_warc_archives_are_named(tmp_path, monkeypatch, data, reason):
    reading = read(here(tmp_path, monkeypatch, "a.warc.gz", gzip.compress(data)))
    assert not reading.articles
    assert [why.startswith(reason) for _, why in reasons(reading)] == [True]

"""Web addresses, against a server of the test's own on 127.0.0.1."""

import gzip
import json

import pytest

from factcheck.reading import read, urls
from factcheck.settings import Settings
from servers import serving

ALLOWED = Settings(private_addresses=True)
PAGE = (
    "<html lang='en'><head><title>Bridge closed</title></head><body><article>"
    "<p>“The bridge is closed,” Lefèvre said. It will open again in spring, she added, when there is money again.</p>"
    "<p>The mayor did not want to comment on the matter when he was asked about it after lunch on the same day.</p>"
    "</article></body></html>"
)
LATIN = {"Content-Type": "text/html; charset=windows-1252"}
JSON = json.dumps([{"text": "One."}, {"text": "Two."}]).encode()


PATHS = {
    "/page": (200, LATIN, PAGE.encode("cp1252")),
    "/gzip": (200, {**LATIN, "Content-Encoding": "gzip"}, gzip.compress(PAGE.encode("cp1252"))),
    "/br": (200, {"Content-Encoding": "br"}, b"..."),
    "/data.json": (200, {}, JSON),
    "/note.txt": (200, {"Content-Type": "text/plain; charset=koi8-r"}, "Мост закрыт.\n".encode("koi8_r")),
    "/moved": (302, {"Location": "/page"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/nowhere": (302, {"Location": "http://[::1"}, b""),
    "/gone": (410, {}, b""),
    "/empty": (200, {}, b""),
    "/big": (200, {}, b"a" * 2_000),
    "/short": (200, {"Content-Length": "9000"}, b"The bridge"),
}


@pytest.fixture(scope="module")
def site():
    with serving(lambda path, _: PATHS[path]) as address:
        yield address


@pytest.mark.parametrize(("path", "final"), [("/page", "/page"), ("/gzip", "/gzip"), ("/moved", "/page")])
def test_a_page_is_fetched(site, path, final):
    (found,) = read(site + path, settings=ALLOWED).articles
    assert "“The bridge is closed,” Lefèvre said." in found.text
    assert (found.origin, found.url, found.source, found.title) == (
        site + path,
        site + final,
        "127.0.0.1",
        "Bridge closed",
    )


def test_what_an_address_leads_to_is_read_as_any_file(site):
    articles = read(f"{site}/data.json", settings=ALLOWED).articles
    assert {found.origin for found in articles} == {f"{site}/data.json:1", f"{site}/data.json:2"}
    (found,) = read(f"{site}/note.txt", settings=ALLOWED).articles
    assert (found.text, found.url) == ("Мост закрыт.\n", f"{site}/note.txt")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/loop", "is redirected more than 5 times (MAX_REDIRECTS)"),
        ("/file", "is an address that is not fetched: only http and https are"),
        ("/nowhere", "can't be fetched ("),
        ("/gone", "can't be fetched (the server answers 410 Gone)"),
        ("/empty", "is empty"),
        ("/big", "is larger than 1,000 bytes, the most that one article may have (max_bytes)"),
        ("/br", "is compressed by a method that is not read (br)"),
        ("/short", "breaks off while it arrives ("),
    ],
)
def test_bad_answers_are_named(site, path, reason):
    (item,) = read(site + path, settings=Settings(private_addresses=True, max_bytes=1_000)).left_out
    assert item.origin == site + path
    assert item.reason.startswith(reason)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "169.254.169.254", "10.0.0.1", "2130706433"]
)
def test_private_addresses_are_refused(host):
    (item,) = read(f"http://{host}:9/secret").left_out
    assert item.reason.endswith("is a private, loopback or link-local address (private_addresses)")


def test_a_redirect_to_a_private_address_is_refused(site, monkeypatch):
    monkeypatch.setattr(urls, "is_public", lambda number: number == "127.0.0.1")
    monkeypatch.setitem(PATHS, "/inward", (302, {"Location": "http://127.0.0.2:9/"}, b""))
    (item,) = read(f"{site}/inward").left_out
    assert item.reason.startswith("is not fetched: 127.0.0.2 is a private")


def test_a_name_is_looked_up_once_and_connected_to_as_judged(site, monkeypatch):
    port = int(site.rpartition(":")[2])
    asked = []

    def resolve(host, *_args, **_options):
        asked.append(host)
        return [(2, 1, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(urls.socket, "getaddrinfo", resolve)
    (found,) = read(f"http://courier.example:{port}/page", settings=ALLOWED).articles
    assert (found.source, asked[0]) == ("courier.example", "courier.example")
    assert set(asked[1:]) <= {"127.0.0.1"}


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("fe80::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.215.14", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("2002:5db8:d70e::", True),
    ],
)
def test_public_addresses(number, public):
    assert urls.is_public(number) is public


def test_an_answer_that_takes_too_long_is_given_up(site, monkeypatch):
    monkeypatch.setattr(urls, "MAX_SECONDS", -1.0)
    (item,) = read(f"{site}/page", settings=ALLOWED).left_out
    assert item.reason == "takes longer than -1 seconds to arrive (MAX_SECONDS)"


def test_an_answer_that_is_too_large_is_given_up(site, monkeypatch):
    monkeypatch.setattr(urls, "MAX_HELD", 10)
    (item,) = read(f"{site}/page", settings=ALLOWED).left_out
    assert item.reason == "is larger than 10 bytes (MAX_HELD)"


def test_other_schemes_are_not_fetched():
    (item,) = read("ftp://courier.example/a").left_out
    assert item.reason == "is an address that is not fetched: only http and https are"

"""Pages, feeds and files on the web. Only public addresses are asked, unless the settings allow others."""

from __future__ import annotations

import io
import ipaddress
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import PurePosixPath
from typing import Any, BinaryIO, NamedTuple, cast
from urllib.parse import unquote

from ..settings import Settings
from ..version import __version__
from .blob import MAX_HELD, Blob, Budget, Place
from .decoding import UnreadableError
from .draft import need

MAX_REDIRECTS = 5
"""So many redirects are followed."""

TIMEOUT = 20.0
"""Longest wait for a connection, or for the next bytes, in seconds."""

MAX_SECONDS = 120.0
"""Longest time that one answer may take in all, in seconds."""

_SCHEMES = ("http", "https")
_OK = 200
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class RefusedError(UnreadableError):
    """The server answers, but not with what was asked for."""

    def __init__(self, status: int, phrase: str, wait: str | None) -> None:
        super().__init__(f"can't be fetched (the server answers {status} {phrase})")
        self.status = status
        """The HTTP status."""
        self.wait = wait
        """The answer's ``Retry-After``, as it stands there."""


class Validators(NamedTuple):
    """What a server said of the version that it sent (RFC 9110, section 8.8), to ask it for a newer one only."""

    etag: str | None = None
    modified: str | None = None

    def headers(self) -> dict[str, str]:
        """The conditions of the next request (RFC 9110, section 13.1)."""
        stated = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in stated.items() if value}


class Answer(NamedTuple):
    """What a server sent, and what it said of this version."""

    blob: Blob
    validators: Validators


@contextmanager
def fetched(address: str, settings: Settings, known: Validators | None = None) -> Iterator[Answer]:
    """The answer to a GET of ``address``, read as it comes in.

    Each host, that of a redirect too, is looked up once, judged, and then connected to as judged, so that a name can't
    change its meaning in between. No proxy is used.

    Args:
        address: What to fetch.
        settings: The limits and ``private_addresses`` are used.
        known: What was said of the version that is here already. The server may then answer 304.

    Raises:
        RefusedError: The server's answer is an error, or 304.
        UnreadableError: There is no answer, or none that may be read.
    """
    httpx = need("httpx", "web", "a web address")
    headers = {"User-Agent": f"factcheck-news/{__version__}", "Accept-Encoding": "identity"}
    headers |= (known or Validators()).headers()
    with ExitStack() as stack:
        try:
            client = stack.enter_context(httpx.Client(timeout=TIMEOUT, trust_env=False, headers=headers))
            url = httpx.URL(address)
            for _ in range(MAX_REDIRECTS + 1):
                response = stack.enter_context(closing(_answer(client, url, settings)))
                if not response.has_redirect_location:
                    break
                url = url.join(response.headers["location"])
            else:
                raise UnreadableError(f"is redirected more than {MAX_REDIRECTS} times (MAX_REDIRECTS)")
            _check(response)
            place = Place(address, address, PurePosixPath(unquote(url.path)).name)
            body = cast(BinaryIO, io.BufferedReader(_Body(response)))
            charset = response.charset_encoding
            validators = Validators(response.headers.get("etag"), response.headers.get("last-modified"))
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise UnreadableError(f"can't be fetched ({error or type(error).__name__})") from None
        yield Answer(Blob(body, place, Budget(settings.max_unpacked), url=str(url), charset=charset), validators)


def _answer(client: Any, url: Any, settings: Settings) -> Any:
    """The first answer that one of the host's addresses gives."""
    failure: Exception = UnreadableError("can't be fetched (its host has no address)")
    for number in _numbers(url, settings):
        request = client.build_request("GET", url, extensions={"sni_hostname": url.host})
        request.url = url.copy_with(host=number)
        try:
            return client.send(request, stream=True)
        except need("httpx", "web", "a web address").ConnectError as error:
            failure = error
    raise failure


def _numbers(url: Any, settings: Settings) -> list[str]:
    """The addresses of the host of ``url``.

    Raises:
        UnreadableError: It has none, or one that is not public and not allowed.
    """
    if url.scheme not in _SCHEMES or not url.host:
        raise UnreadableError("is an address that is not fetched: only http and https are")
    try:
        found = socket.getaddrinfo(url.host, url.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise UnreadableError(f"can't be fetched (the host {url.host} is not known)") from None
    numbers = list(dict.fromkeys(str(address[4][0]) for address in found))
    if not settings.private_addresses and not all(map(is_public, numbers)):
        raise UnreadableError(
            f"is not fetched: {url.host} is a private, loopback or link-local address (private_addresses)"
        )
    return numbers


def is_public(number: str) -> bool:
    """Whether an IP address belongs to the public internet, also where IPv6 only wraps it."""
    address = ipaddress.ip_address(number)
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None and not is_public(str(inner)):
            return False
        if inner is not None:
            return True
    return address.is_global and not address.is_multicast


def _check(response: Any) -> None:
    if response.status_code != _OK:
        raise RefusedError(response.status_code, response.reason_phrase, response.headers.get("retry-after"))
    encoding = response.headers.get("content-encoding", "identity").lower()
    if encoding not in ("identity", "gzip", "x-gzip"):
        raise UnreadableError(f"is compressed by a method that is not read ({encoding[:20]})")


class _Body(io.RawIOBase):
    """The answer's bytes as they were sent. What is compressed is unpacked as any compressed file is."""

    def __init__(self, response: Any) -> None:
        self._errors = need("httpx", "web", "a web address").HTTPError
        self._parts = response.iter_raw()
        self._part = b""
        self._left = MAX_HELD
        self._until = time.monotonic() + MAX_SECONDS

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            while not self._part:
                self._part = next(self._parts)
                self._left -= len(self._part)
                if self._left < 0:
                    raise UnreadableError(f"is larger than {MAX_HELD:,} bytes (MAX_HELD)")
                if time.monotonic() > self._until:
                    raise UnreadableError(f"takes longer than {MAX_SECONDS:.0f} seconds to arrive (MAX_SECONDS)")
        except StopIteration:
            return 0
        except self._errors as error:
            raise UnreadableError(f"breaks off while it arrives ({error or type(error).__name__})") from None
        data = self._part[: len(buffer)]
        self._part = self._part[len(data) :]
        buffer[: len(data)] = data
        return len(data)

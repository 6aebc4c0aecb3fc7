"""The guarded door: which addresses are asked, what is refused, and that every fetch ends."""

from __future__ import annotations

import gzip
import socket
import ssl
import struct
import time
import zlib
from collections.abc import Callable, Iterator, Sequence

import httpcore
import pytest
import trustme

from octave_api import fetch as door
from octave_api.errors import SourceError
from octave_api.fetch import Limits, fetch
from octave_api.web.page import Page
from octave_api.web.urlpolicy import AllowList, is_public, target
from tests.web.site import WebServer, serve

PUBLIC = "93.184.216.34"
SHORT = Limits(seconds=0.4)


@pytest.fixture
def web() -> Iterator[WebServer]:
    """A loopback server."""
    with serve() as server:
        yield server


class Net:
    """A network of our own: names and their answers, and a note of each connection made."""

    def __init__(self, names: dict[str, Sequence[Sequence[str]]], reply: bytes = b"") -> None:
        self.names = {name: list(answers) for name, answers in names.items()}
        self.looked_up: list[str] = []
        self.connected: list[str] = []
        self.reply = reply or b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nhello"
        self.replies: dict[str, bytes] = {}

    def resolve(self, host: str, port: int) -> Sequence[str]:
        self.looked_up.append(host)
        answers = self.names.get(host, [])
        if not answers:
            raise socket.gaierror(socket.EAI_NONAME, "no such host")
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def connect(self, address: str, port: int, timeout: float) -> httpcore.NetworkStream:
        self.connected.append(address)
        return httpcore.MockStream([self.replies.get(address, self.reply)])

    def fetch(self, url: str, **options: object) -> Page:
        return fetch(url, resolve=self.resolve, connect=self.connect, environ={}, **options)  # type: ignore[arg-type]


def short(value: object) -> str:
    """Name a case after the beginning of its input, which may be very long."""
    return repr(value)[:60]


def refusal(call: Callable[[], object]) -> SourceError:
    """Give the SourceError that `call` ends in, after a look at its form."""
    with pytest.raises(SourceError) as caught:
        call()
    error = caught.value
    assert error.message.endswith(".")
    assert "\n" not in error.message
    return error


# Which URLs


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://169.254.169.254/latest/meta-data/", "address_not_public"),
        ("http://127.0.0.1/", "address_not_public"),
        ("http://0.0.0.0/", "address_not_public"),
        ("http://10.1.2.3/", "address_not_public"),
        ("http://168.63.129.16/", "address_not_public"),
        ("http://192.0.0.192/", "address_not_public"),
        ("http://100.100.100.200/", "address_not_public"),
        ("http://[::1]/", "address_not_public"),
        ("http://[fd00:ec2::254]/", "address_not_public"),
        ("http://[::ffff:169.254.169.254]/", "address_not_public"),
        ("http://[::ffff:a9fe:a9fe]/", "address_not_public"),
        ("http://[::7f00:1]/", "address_not_public"),
        ("http://[64:ff9b::7f00:1]/", "address_not_public"),
        ("http://[2002:7f00:1::]/", "address_not_public"),
        ("http://[fec0::1]/", "address_not_public"),
        ("http://127.1/", "bad_host"),
        ("http://0/", "bad_host"),
        ("http://2852039166/", "bad_host"),
        ("http://0xa9fea9fe/", "bad_host"),
        ("http://0251.0376.0251.0376/", "bad_host"),
        ("http://127。0。0。1/", "bad_host"),
        ("http://①②⑦.⓪.⓪.①/", "bad_host"),
        ("http://１２７.0.0.1/", "bad_host"),
        ("http://[fe80::1%25eth0]/", "bad_host"),
        ("http://localhost%2e/", "bad_host"),
        ("http://./", "bad_host"),
        ("http://-a.test/", "bad_host"),
        (f"http://{'a' * 300}.test/", "bad_host"),
        ("http://f:18446744073709551697/c", "bad_url"),
        ("http://public.test:65536/", "bad_url"),
        ("http://public.test:-1/", "bad_url"),
        ("http://[::1/", "bad_url"),
        ("http://a\nb.test/", "bad_url"),
        ("http://a.test/\x00", "bad_url"),
        ("http://a.test/\ud800", "bad_url"),
        ("http://good.test\\@127.0.0.1/", "bad_url"),
        (f"http://a.test/{'x' * 200_000}", "bad_url"),
        ("acme.test/about", "bad_url"),
        ("acme.test:8080/about", "bad_url"),
        ("", "bad_url"),
        ("http://good.test@127.0.0.1/", "userinfo"),
        ("http://user:secret@good.test/", "userinfo"),
        ("http://public.test:22/", "bad_port"),
        ("http://public.test:6379/", "bad_port"),
        ("http://public.test:0/", "bad_port"),
        ("file:///etc/passwd", "bad_scheme"),
        ("gopher://public.test/", "bad_scheme"),
        ("data:text/html,hello", "bad_scheme"),
        ("javascript:alert(1)", "bad_scheme"),
    ],
    ids=short,
)
def test_a_url_that_may_not_be_asked_is_refused_without_lookup_or_connection(
    url: str, code: str
) -> None:
    """The URL alone is enough to refuse it."""
    net = Net({})
    error = refusal(lambda: net.fetch(url))
    assert error.code == code
    assert net.looked_up == []
    assert net.connected == []
    assert "secret" not in error.message


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "localhost."])
def test_a_name_for_this_machine_is_refused_by_its_address(host: str) -> None:
    """No list of bad names is needed: the lookup's answer decides."""
    net = Net({"localhost": [["127.0.0.1", "::1"]]})
    assert refusal(lambda: net.fetch(f"http://{host}/")).code == "address_not_public"
    assert net.connected == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("::ffff:93.184.216.34", True),
        ("::ffff:10.0.0.1", False),
        ("172.31.255.255", False),
        ("172.32.0.1", True),
        ("198.19.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("2001::1", False),
        ("2001:db8::1", False),
        ("3fff::1", False),
        ("5f00::1", False),
        ("fe80::1", False),
    ],
)
def test_public_addresses_are_told_from_all_others(address: str, public: bool) -> None:
    """The table covers IANA's special blocks, and mapped addresses by what is inside."""
    parsed = target(f"http://[{address}]/" if ":" in address else f"http://{address}/", ANYTHING)
    assert parsed.address is not None
    assert is_public(parsed.address) is public


class _Anything(AllowList):
    def covers(self, host: str, port: int) -> bool:
        return True


ANYTHING = _Anything()


def test_an_international_name_and_its_ascii_form_are_one_url() -> None:
    """Both spellings give one canonical URL."""
    written = target("https://bücher.test/Über uns?q=ä#top", AllowList())
    assert written == target("HTTPS://xn--bcher-kva.test:443/%C3%9Cber%20uns?q=%C3%A4", AllowList())
    assert written.url == "https://xn--bcher-kva.test/%C3%9Cber%20uns?q=%C3%A4"


# Which addresses


@pytest.mark.parametrize("answers", [[PUBLIC, "127.0.0.1"], ["127.0.0.1", PUBLIC], ["oops"]])
def test_one_private_answer_among_several_refuses_the_host(answers: list[str]) -> None:
    """Order does not matter, and nothing is connected to."""
    net = Net({"mixed.test": [answers]})
    error = refusal(lambda: net.fetch("http://mixed.test/"))
    assert error.code == "address_not_public"
    assert "mixed.test" in error.message
    assert "127.0.0.1" not in error.message
    assert net.connected == []


def test_a_rebinding_name_is_looked_up_once_and_connected_where_it_was_judged() -> None:
    """A second, private answer is never asked for."""
    net = Net({"rebind.test": [[PUBLIC], ["127.0.0.1"]]})
    assert net.fetch("http://rebind.test/").body == b"hello"
    assert net.looked_up == ["rebind.test"]
    assert net.connected == [PUBLIC]


def test_the_next_address_is_tried_when_one_does_not_answer() -> None:
    """Hosts with a dead IPv6 address are read over IPv4."""
    net = Net({"two.test": [["2606:2800:220:1::1", PUBLIC]]})
    connect = net.connect

    def connect_v4(address: str, port: int, timeout: float) -> httpcore.NetworkStream:
        if ":" in address:
            raise httpcore.ConnectError("unreachable")
        return connect(address, port, timeout)

    page = fetch("http://two.test/", resolve=net.resolve, connect=connect_v4, environ={})
    assert page.body == b"hello"


def test_a_host_that_cannot_be_found_says_so_and_asks_about_the_network() -> None:
    """This is what a machine without a network shows."""
    error = refusal(lambda: Net({}).fetch("http://nowhere.test/"))
    assert error.code == "dns_failed"
    assert error.message.startswith("Could not find the host nowhere.test")
    assert "online" in error.message


def test_a_lookup_that_never_answers_ends() -> None:
    """The operating system's lookup has no limit of its own."""

    def resolve(host: str, port: int) -> Sequence[str]:
        time.sleep(2)
        return [PUBLIC]

    limits = Limits(lookup_seconds=0.05)
    error = refusal(lambda: fetch("http://a.test/", resolve=resolve, environ={}, limits=limits))
    assert error.code == "dns_timeout"


def test_a_refused_connection_is_typed(web: WebServer) -> None:
    """A port where nothing listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        environ = {"OCTAVE_FETCH_ALLOW": "127.0.0.1"}
        error = refusal(lambda: fetch(f"http://127.0.0.1:{port}/", environ=environ))
    assert error.code == "connect_failed"


# The operator's switches


def test_an_allowed_host_is_read_only_at_the_port_that_was_named(web: WebServer) -> None:
    """`host:port` opens one port, `host` opens all."""
    url = web.put("/", "hello")
    assert fetch(url, environ=web.environ).body == b"hello"
    assert fetch(url, environ={"OCTAVE_FETCH_ALLOW": "a.test, 127.0.0.1"}).body == b"hello"
    elsewhere = {"OCTAVE_FETCH_ALLOW": f"127.0.0.1:{web.port - 1}"}
    assert refusal(lambda: fetch(url, environ=elsewhere)).code == "bad_port"
    assert len(web.asked) == 2


@pytest.mark.parametrize(
    ("entry", "host", "port", "covered"),
    [
        ("intranet.test", "intranet.test", 8080, True),
        ("intranet.test:80", "intranet.test", 8080, False),
        ("Bücher.test", "xn--bcher-kva.test", 80, True),
        ("::1", "::1", 80, True),
        ("[0:0::1]:8080", "::1", 8080, True),
        ("[::1]:8080", "::1", 80, False),
        ("", "", 80, False),
        ("test", "intranet.test", 80, False),
    ],
)
def test_the_allow_list_means_hosts_exactly(
    entry: str, host: str, port: int, covered: bool
) -> None:
    """No entry opens more than it names."""
    assert AllowList(entry).covers(host, port) is covered


@pytest.mark.parametrize("off", ["off", "OFF", "0", "false"])
def test_fetching_can_be_switched_off(web: WebServer, off: str) -> None:
    """The switch wins over the allow list."""
    environ = {**web.environ, "OCTAVE_FETCH": off}
    assert refusal(lambda: fetch(web.url(), environ=environ)).code == "fetch_off"
    assert web.asked == []


def test_no_proxy_and_no_cookie_of_the_environment_is_used(
    web: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proxy would make the judged address meaningless."""
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("OCTAVE_API_KEY", "canary-key")
    web.put("/b", "hello")
    web.redirect("/a", "/b")
    web.put("/a", status=302, headers={"Location": "/b", "Set-Cookie": "session=1"})
    assert fetch(web.url("/a"), environ=web.environ).body == b"hello"
    for asked in web.asked:
        assert "cookie" not in asked.headers
        assert "authorization" not in asked.headers
        assert "canary-key" not in str(asked.headers)


# Redirects


def test_a_redirect_is_followed_and_the_last_address_told(web: WebServer) -> None:
    """Relative ones too."""
    web.put("/new/page", "hello")
    url = web.redirect("/old", "new/page?x=1")
    page = fetch(url, environ=web.environ)
    assert (page.url, page.final_url) == (url, web.url("/new/page?x=1"))


@pytest.mark.parametrize(
    ("to", "code"),
    [
        ("http://127.0.0.1:6379/", "bad_port"),
        ("http://127.0.0.1/", "address_not_public"),
        ("http://inside.test/", "address_not_public"),
        ("//169.254.169.254/", "address_not_public"),
        ("http://user@good.test/", "userinfo"),
        ("file:///etc/passwd", "bad_scheme"),
        ("gopher://good.test/", "bad_scheme"),
        ("data:text/html,hello", "bad_scheme"),
        ("javascript:alert(1)", "bad_scheme"),
        ("http://[", "bad_redirect"),
        ("", "bad_redirect"),
    ],
)
def test_a_redirect_passes_the_same_door(to: str, code: str) -> None:
    """The page that points on is asked once, and nothing after it."""
    net = Net({"good.test": [[PUBLIC]], "inside.test": [["10.0.0.8"]]})
    net.reply = f"HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n".encode()
    assert refusal(lambda: net.fetch("http://good.test/")).code == code
    assert net.connected == [PUBLIC]


def test_a_redirect_loop_ends_after_five(web: WebServer) -> None:
    """One request and five redirects."""
    url = web.redirect("/loop", "/loop")
    assert refusal(lambda: fetch(url, environ=web.environ)).code == "too_many_redirects"
    assert len(web.asked) == 6


def test_the_body_of_a_redirect_is_not_read(web: WebServer) -> None:
    """A body without end does not hold up what follows."""
    web.put("/end", "hello")
    web.send_slowly(b"HTTP/1.1 302 Found\r\nLocation: /end\r\n\r\n", b"x" * 65_536, path="/start")
    assert fetch(web.url("/start"), environ=web.environ).body == b"hello"


# What servers answer


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, "login_required"),
        (403, "forbidden"),
        (404, "not_found"),
        (410, "not_found"),
        (418, "http_error"),
        (429, "rate_limited"),
        (500, "server_error"),
        (503, "server_error"),
        (304, "http_error"),
    ],
)
def test_a_status_that_is_no_success_is_typed(web: WebServer, status: int, code: str) -> None:
    """The page of an error is no source."""
    url = web.put("/", "<h1>Sorry</h1>", status=status)
    assert refusal(lambda: fetch(url, environ=web.environ)).code == code


def test_the_page_carries_what_the_server_said_of_it(web: WebServer) -> None:
    """Type and charset are separated, the body is unpacked."""
    url = web.put("/", "grüße", content_type='Text/HTML; charset="UTF-8"', packed=True)
    page = fetch(url, environ=web.environ)
    assert (page.status, page.content_type, page.charset) == (200, "text/html", "UTF-8")
    assert page.body.decode() == "grüße"
    assert web.asked[0].headers["accept-encoding"] == "gzip"
    assert web.asked[0].headers["host"] == f"127.0.0.1:{web.port}"


@pytest.mark.parametrize(
    ("field", "media_type", "charset"),
    [
        ("text/html;charset=utf-8; q=1", "text/html", "utf-8"),
        ("text/html; CHARSET = 'latin1'", "text/html", "latin1"),
        ("text/html, text/html; charset=utf-8", "text/html", None),
        ("html", "", None),
        (";charset=", "", None),
    ],
)
def test_a_content_type_of_any_form_is_read(
    web: WebServer, field: str, media_type: str, charset: str | None
) -> None:
    """Servers write it in many ways."""
    page = fetch(web.put("/", "hello", content_type=field), environ=web.environ)
    assert (page.content_type, page.charset) == (media_type, charset)


def test_a_host_whose_addresses_do_not_answer_is_told_from_a_slow_one() -> None:
    """The time that a connection may take is less than the whole."""

    def connect(address: str, port: int, timeout: float) -> httpcore.NetworkStream:
        raise httpcore.ConnectTimeout("no answer")

    error = refusal(lambda: fetch(f"http://{PUBLIC}/", connect=connect, environ={}))
    assert error.code == "connect_failed"


def test_a_page_without_content_type_has_none(web: WebServer) -> None:
    """Sniffing is done elsewhere."""
    page = fetch(web.put("/", "hello", content_type=None), environ=web.environ)
    assert (page.content_type, page.charset) == ("", None)


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        b"hello\r\n",
        b"HTTP/0.9 hello",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nten bytes.",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
        b"HTTP/1.1 200 OK\r\nX: a\x00b\r\n\r\nhello",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" + b"X: y\r\n" * 200_000,
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
    ],
    ids=short,
)
def test_a_broken_answer_is_typed(web: WebServer, reply: bytes) -> None:
    """Whatever a peer sends, the error is ours."""

    def send(connection: socket.socket) -> None:
        connection.sendall(reply)
        connection.shutdown(socket.SHUT_RDWR)

    url = web.misbehave("/", send)
    assert refusal(lambda: fetch(url, environ=web.environ)).code in {"network", "http_error"}


def test_a_reset_connection_is_typed(web: WebServer) -> None:
    """RST in the middle of the body."""

    def reset(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()

    assert refusal(lambda: fetch(web.misbehave("/", reset), environ=web.environ)).code == "network"


# TLS


@pytest.fixture
def authority(monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """A certificate authority that `fetch` trusts for the length of a test."""
    authority = trustme.CA()
    context = ssl.create_default_context()
    authority.configure_trust(context)
    monkeypatch.setattr(door, "_tls", lambda: context)
    return authority


def _https(authority: trustme.CA, name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


def _fetch_as(host: str, web: WebServer, limits: Limits | None = None) -> Page:
    return fetch(
        web.url("/", host=host),
        resolve=lambda host, port: ["127.0.0.1"],
        environ={"OCTAVE_FETCH_ALLOW": host},
        limits=limits,
    )


def test_the_certificate_is_checked_against_the_host_not_the_address(
    authority: trustme.CA,
) -> None:
    """The connection is pinned to an address, and TLS still speaks of the name."""
    with serve(_https(authority, "good.test")) as web:
        web.put("/", "hello")
        assert _fetch_as("good.test", web).body == b"hello"
        assert refusal(lambda: _fetch_as("other.test", web)).code == "tls_failed"


def test_an_unknown_certificate_authority_is_refused(authority: trustme.CA) -> None:
    """There is no way round it, and no second try over http."""
    with serve(_https(trustme.CA(), "good.test")) as web:
        web.put("/", "hello")
        assert refusal(lambda: _fetch_as("good.test", web)).code == "tls_failed"
        assert web.asked == []


# Bounds


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        (b"", b""),
        (b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", b"T: x\r\n"),
    ],
)
def test_a_slow_peer_ends_at_the_deadline(web: WebServer, first: bytes, rest: bytes) -> None:
    """The deadline is one for the whole exchange: a byte now and then does not move it."""
    web.send_slowly(first, rest)
    error = refusal(lambda: fetch(web.url(), environ=web.environ, limits=SHORT))
    assert error.code == "deadline"
    assert error.message == (
        "127.0.0.1 did not answer within 0.4 seconds. Paste the page's text instead."
    )


def test_the_deadline_holds_over_redirects_together(web: WebServer) -> None:
    """Each hop is quick enough by itself."""

    def slow(connection: socket.socket) -> None:
        time.sleep(0.15)
        connection.sendall(b"HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n")

    url = web.misbehave("/", slow)
    limits = Limits(seconds=0.4, redirects=100)
    assert refusal(lambda: fetch(url, environ=web.environ, limits=limits)).code == "deadline"


def test_a_stalled_tls_handshake_ends_at_the_deadline(authority: trustme.CA) -> None:
    """A listener that accepts and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        environ = {"OCTAVE_FETCH_ALLOW": "127.0.0.1"}
        error = refusal(lambda: fetch(f"https://127.0.0.1:{port}/", environ=environ, limits=SHORT))
    assert error.code == "deadline"


@pytest.mark.parametrize(
    "first",
    [
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\n",
        b"HTTP/1.1 103 Early Hints\r\n\r\n",
    ],
)
def test_an_endless_answer_ends_at_the_byte_limit(web: WebServer, first: bytes) -> None:
    """Bytes are counted on the wire, so it does not matter what they stand for."""
    line = b"HTTP/1.1 103 Early Hints\r\n\r\n" if b"103" in first else b"X: y\r\n" * 1000
    web.send_slowly(first, line * 1000)
    limits = Limits(bytes=200_000)
    error = refusal(lambda: fetch(web.url(), environ=web.environ, limits=limits))
    assert error.code == "too_large"
    assert "0.2 MB" in error.message


def test_an_announced_size_above_the_limit_is_refused_unread(web: WebServer) -> None:
    """Nothing of the body needs to arrive."""
    url = web.misbehave(
        "/", lambda peer: peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9999999999999\r\n\r\n")
    )
    assert refusal(lambda: fetch(url, environ=web.environ)).code == "too_large"


def test_a_gzip_bomb_is_refused_without_being_blown_up(
    web: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """100 kB that stand for 100 MB: no more than the limit is ever unpacked."""
    packer = zlib.compressobj(9, wbits=31)
    zeros = bytes(1_000_000)
    bomb = b"".join(packer.compress(zeros) for _ in range(100)) + packer.flush()
    unpacked: list[int] = []
    real = zlib.decompressobj

    class Counting:
        def __init__(self, wbits: int) -> None:
            self.inner = real(wbits=wbits)

        def decompress(self, data: bytes, max_length: int) -> bytes:
            out = self.inner.decompress(data, max_length)
            unpacked.append(len(out))
            return out

    monkeypatch.setattr(zlib, "decompressobj", Counting)
    url = web.put("/", bomb, headers={"Content-Encoding": "gzip"})
    assert refusal(lambda: fetch(url, environ=web.environ)).code == "too_large"
    assert unpacked == [5_000_001]


@pytest.mark.parametrize(
    "coding",
    ["gzip, gzip, gzip", "br", "zstd", "deflate", "gzip, br", "x-secret", "gzip," * 5000],
    ids=short,
)
def test_a_packing_that_was_not_asked_for_is_refused(web: WebServer, coding: str) -> None:
    """Stacked gzip is how 265 bytes become gigabytes."""
    body = gzip.compress(gzip.compress(gzip.compress(b"x" * 1000)))
    url = web.put("/", body, headers={"Content-Encoding": coding})
    expected = {"content_encoding"} if len(coding) < 100 else {"content_encoding", "network"}
    assert refusal(lambda: fetch(url, environ=web.environ)).code in expected


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (gzip.compress(b"hello " * 1000)[:-20], "truncated"),
        (gzip.compress(b"hello")[:5], "truncated"),
        (b"hello", "content_encoding"),
    ],
)
def test_gzip_that_is_cut_or_none_is_refused(web: WebServer, body: bytes, code: str) -> None:
    """Half a page is never taken for the whole."""
    url = web.put("/", body, headers={"Content-Encoding": "gzip"})
    assert refusal(lambda: fetch(url, environ=web.environ)).code == code


def test_gzip_of_several_members_is_read_whole(web: WebServer) -> None:
    """As servers that pack piece by piece send it."""
    body = gzip.compress(b"hello ") + gzip.compress(b"world") + b"\0\0\0"
    url = web.put("/", body, headers={"Content-Encoding": "x-gzip"})
    assert fetch(url, environ=web.environ).body == b"hello world"


def test_errors_of_an_endless_url_are_short() -> None:
    """A message is one line that a person reads."""
    error = refusal(lambda: fetch(f"http://{'x' * 9000}.test/", environ={}))
    assert len(error.message) < 250

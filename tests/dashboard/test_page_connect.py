"""The Connect page in each of its states, and the whole dashboard against a cloud."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from octave_api.library import Library
from octave_api.server import create_app
from octave_api.service import Service
from pages.parts import connection
from tests.app_helpers import ROOT, finish, seen, session
from tests.app_samples import TEXT
from tests.conftest import LiveServer
from tests.fake_cloud import KEY, Cloud, fake_cloud

WRONG = "canary-wrong-key-11aa"


@pytest.fixture
def at(tmp_path: Path) -> Iterator[AppTest]:
    """A session that has not run yet."""
    with session(tmp_path) as app:
        yield app


@pytest.fixture
def cloud(monkeypatch: pytest.MonkeyPatch) -> Iterator[Cloud]:
    """Octave's cloud, on this machine."""
    with fake_cloud() as found:
        monkeypatch.setattr(connection, "CLOUD", found.address)
        monkeypatch.setattr(connection, "is_cloud", lambda host: host == "127.0.0.1")
        yield found


def arrive(at: AppTest) -> AppTest:
    """Go to the page by way of the first one."""
    at.run()
    at.switch_page("pages/connect.py").run()
    assert not at.exception
    return at


def connect(at: AppTest, way: str, *, address: str = "", key: str = "") -> str:
    """Type a connection, test it, and give what the page says."""
    at.radio(key="connect-way").set_value(way).run()
    if way == "self-hosted":
        at.text_input(key="connect-address").set_value(address)
        at.text_input(key="connect-server-key").set_value(key)
    if way == "cloud":
        at.text_input(key="connect-cloud-key").set_value(key)
    at.button(key="connect-test").click().run()
    assert not at.exception
    return seen(at)


def in_use(at: AppTest) -> str:
    """Give the first page with its footer, which says what is in use."""
    return seen(at.switch_page("app.py").run())


def shown(at: AppTest, key: str) -> bool:
    """Tell whether a key is anywhere but in its own masked field."""
    fields = [field for field in at.text_input if field.value == key]
    assert all(field.proto.type == field.proto.PASSWORD for field in fields)
    return any(key in line for line in seen(at).splitlines() if line != key)


def says(at: AppTest) -> str:
    """Give the complaint on the page."""
    found = set(re.findall(r'role="alert">(.*?)</div>', seen(at)))
    assert len(found) == 1
    return str(found.pop())


def test_embedded_is_the_first_choice_and_answers(at: AppTest, tmp_path: Path) -> None:
    """Version and library are told, the library's place is not."""
    arrive(at)
    assert at.radio(key="connect-way").value == "embedded"
    page = connect(at, "embedded")
    assert "The engine answers, version 0.1.0." in page
    assert "Its library keeps 0 personas and segments." in page
    assert str(tmp_path) not in page


def test_each_way_says_what_leaves_this_machine(at: AppTest) -> None:
    """One sentence stands under each way."""
    arrive(at)
    captions = list(at.radio(key="connect-way").proto.captions)
    assert captions == list(connection.LEAVES.values())


def test_a_library_that_cannot_be_used_is_told_without_its_path(
    at: AppTest, tmp_path: Path
) -> None:
    """The page stands, with a sentence."""
    arrive(at)
    connection.client_for.clear()
    (tmp_path / "library.sqlite").write_bytes(b"this is no library" * 100)
    page = connect(at, "embedded")
    assert "its library is not" in page or "cannot be" in page
    assert str(tmp_path) not in page


def test_a_server_of_ones_own_is_used_after_its_test(at: AppTest) -> None:
    """Health and library are told; the footer follows; so does the call."""
    with LiveServer(create_app(Service(Library(":memory:")))) as address:
        page = connect(arrive(at), "self-hosted", address=f"{address}/")
        host = address.removeprefix("http://")
        assert f"{host} is ready, version 0.1.0." in page
        assert f"--url {address}/api/v2/persona/generate" in at.code[0].value
        assert f"Connected to {host}." in in_use(at)


def test_a_server_that_wants_a_key_says_so(at: AppTest) -> None:
    """Without a key, with a wrong one, with the right one."""
    service = Service(Library(":memory:"), keys=["right"])
    with LiveServer(create_app(service)) as address:
        arrive(at)
        connect(at, "self-hosted", address=address)
        assert "wants a key" in says(at)
        connect(at, "self-hosted", address=address, key=WRONG)
        assert "does not accept this key" in says(at)
        assert at.text_input(key="connect-server-key").value == WRONG
        connect(at, "self-hosted", address=address, key="right")
        assert "is ready" in seen(at)


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("", "Type the address"),
        ("127.0.0.1:8000", "Try http://127.0.0.1:8000"),
        ("octave.example", "Try https://octave.example"),
        ("http://127.0.0.1:9/api/v2", "Try http://127.0.0.1:9"),
        ("http://127.0.0.1:9/api/v2/persona/generate", "Try http://127.0.0.1:9"),
        ("ftp://example.com", "no address of a server"),
        ("http://a:b@example.com", "no user and password"),
        ("http://[::1", "no address of a server"),
        ("http://127.0.0.1:9", "cannot be reached"),
        ("https://app.octavehq.com", "needs an API key"),
    ],
)
def test_a_wrong_address_is_told_and_kept(at: AppTest, address: str, sentence: str) -> None:
    """Each complaint says what to type; the field keeps what was typed; nothing is in use."""
    connect(arrive(at), "self-hosted", address=address)
    assert sentence in says(at)
    assert at.text_input(key="connect-address").value == address
    assert "Embedded engine" in in_use(at)


def test_an_address_of_something_else_is_told(at: AppTest, site_address: str) -> None:
    """A web page is no server of ours."""
    connect(arrive(at), "self-hosted", address=site_address)
    assert "not as a server for Octave Explorer" in says(at)


def test_the_cloud_accepts_a_key_and_tells_its_credits(at: AppTest, cloud: Cloud) -> None:
    """Credits and their period are shown, the key nowhere."""
    connect(arrive(at), "cloud", key=KEY)
    assert at.metric[0].label == "Credits left this month"
    assert at.metric[0].value == "4,850 of 5,000"
    assert not shown(at, KEY)
    assert "api_key: $OCTAVE_API_KEY" in at.code[0].value
    assert cloud.asked == [("GET", "/api/v2/api-key/validate", KEY)]


def test_a_wrong_key_is_told_and_kept_and_not_repeated(
    at: AppTest, cloud: Cloud, caplog: pytest.LogCaptureFixture
) -> None:
    """What the server says of it is not repeated; no log holds it; nothing is in use."""
    caplog.set_level(logging.DEBUG)
    connect(arrive(at), "cloud", key=WRONG)
    assert "does not accept this key" in says(at)
    assert not shown(at, WRONG)
    assert WRONG not in caplog.text
    assert at.text_input(key="connect-cloud-key").value == WRONG
    assert "Embedded engine" in in_use(at)


def test_no_key_for_the_cloud_is_told_before_anything_is_sent(at: AppTest, cloud: Cloud) -> None:
    """The sentence says where to get one."""
    connect(arrive(at), "cloud")
    assert "needs an API key" in says(at)
    assert cloud.asked == []


def test_a_test_that_fails_leaves_the_connection_in_use(at: AppTest, cloud: Cloud) -> None:
    """The pages go on with what worked."""
    connect(arrive(at), "cloud", key=KEY)
    connect(at, "self-hosted", address="http://127.0.0.1:9")
    assert f"Connected to {cloud.address.removeprefix('http://')}." in in_use(at)


def test_disconnecting_forgets_the_key(at: AppTest, cloud: Cloud) -> None:
    """Nothing of the session holds it afterwards."""
    connect(arrive(at), "cloud", key=KEY)
    at.button(key="disconnect").click().run()
    assert not at.exception
    assert at.radio(key="connect-way").value == "embedded"
    assert "connection" not in at.session_state
    assert at.session_state["connect-cloud-key"] == ""
    assert "Embedded engine" in in_use(at)


def test_a_key_of_this_machine_never_goes_to_a_typed_address(
    at: AppTest, cloud: Cloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever opens the dashboard cannot have the key sent to a server of theirs."""
    monkeypatch.setenv("OCTAVE_BASE_URL", "https://octave.example")
    monkeypatch.setenv("OCTAVE_API_KEY", WRONG)
    monkeypatch.setattr(connection, "is_cloud", lambda host: False)
    connect(arrive(at), "self-hosted", address=cloud.address)
    assert cloud.asked
    assert {key for _, _, key in cloud.asked} == {""}


def test_what_is_set_on_this_machine_is_the_default(
    at: AppTest, cloud: Cloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a key in the environment the cloud is chosen, and the empty field means that key."""
    monkeypatch.setenv("OCTAVE_API_KEY", KEY)
    arrive(at)
    assert at.radio(key="connect-way").value == "cloud"
    assert at.text_input(key="connect-cloud-key").placeholder == "As set on this machine"
    connect(at, "cloud")
    assert at.metric[0].value == "4,850 of 5,000"


def test_secrets_come_before_the_environment(
    at: AppTest, cloud: Cloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`.streamlit/secrets.toml` is the file of this app; the environment is everybody's."""
    monkeypatch.setenv("OCTAVE_API_KEY", WRONG)
    at.secrets["OCTAVE_API_KEY"] = KEY
    arrive(at)
    connect(at, "cloud")
    assert {key for _, _, key in cloud.asked} == {KEY}


def test_the_call_is_an_example_until_something_was_generated(at: AppTest) -> None:
    """Then it is the last request, in three notations."""
    arrive(at)
    assert "An example" in seen(at)
    assert "Enterprise Sales Leader" in at.code[0].value
    at.switch_page("pages/generate.py").run()
    at.pills(key="desk").set_value("own").run()
    at.text_area(key="text:own:0").set_value(TEXT)
    at.button(key="generate").click().run()
    finish(at)
    at.switch_page("pages/connect.py").run()
    assert "The last call on Generate" in seen(at)
    at.segmented_control(key="connect-view").set_value("JSON").run()
    assert json.loads(at.code[0].value)["personas"][0]["sources"][0]["value"] == TEXT
    at.segmented_control(key="connect-view").set_value("Python").run()
    assert "OctaveClient.embedded()" in at.code[0].value


def test_the_whole_dashboard_works_with_answers_without_evidence(at: AppTest, cloud: Cloud) -> None:
    """Generate and Explore against the cloud: no origin marks, and a line that says why."""
    connect(arrive(at), "cloud", key=KEY)
    at.switch_page("pages/generate.py").run()
    at.pills(key="desk").set_value("own").run()
    at.text_area(key="text:own:0").set_value(TEXT)
    at.button(key="generate").click().run()
    finish(at)
    assert not at.exception
    page = seen(at)
    assert "VP of Sales" in page
    assert "evidence" in page
    assert "claims quoted" not in page
    at.switch_page("pages/explore.py").run()
    assert not at.exception
    assert "has no library to read" in seen(at)
    assert KEY not in page + seen(at)


def test_two_sessions_have_clients_of_their_own(tmp_path: Path, cloud: Cloud) -> None:
    """One session's key is not another's: the second is still embedded."""
    with session(tmp_path) as first:
        connect(arrive(first), "cloud", key=KEY)
        second = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        assert "Embedded engine" in seen(second.run())

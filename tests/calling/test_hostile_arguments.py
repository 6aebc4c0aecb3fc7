"""Whatever text a caller hands to a method of a client: an answer, or an error of the tree."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import anyio
import httpx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from octave_api import (
    AsyncOctaveClient,
    BadRequestError,
    ConfigurationError,
    OctaveClient,
    OctaveError,
)
from octave_api.calling.calls import MAX_ADDRESS
from tests.recorder import ITEM, Connect, Recorder, sync
from tests.test_cleaning import HALF, TEXTS

PARTS = (
    *("", "personas", "segments", "products", "brand_voices", "playbooks", "resources"),
    "library",
)
"""The client itself, and what it has under names."""
HERE = {"close", "embedded", "preview_generate"}
"""Methods that send nothing."""
ODD: dict[str, Callable[[str], Any]] = {
    "items": lambda text: [{"name": text, "sources": [{"type": "TEXT", "value": text}]}],
    "sources": lambda text: [{"type": "TEXT", "value": text}],
    "entities": lambda text: [],
    "changes": lambda text: {"name": text, text: text},
    "linking_strategy": lambda text: {"mode": text},
    "runtime_context": lambda text: {text: [text]},
    "tags": lambda text: [text],
    "oids": lambda text: [text],
    "fields": lambda text: {"name": text, "description": text, "type": text},
    "filters": lambda text: {"text": text, "product_oid": text},
    "wanted": lambda text: {"text": text, "tags": [text]},
}
"""What stands for a text where a method takes something else."""


def methods() -> Iterator[tuple[str, str]]:
    """Give the name of a part of the client, "" for itself, and of a method there."""
    with OctaveClient.embedded(":memory:") as client:
        for part in PARTS:
            owner = getattr(client, part) if part else client
            for name, _ in inspect.getmembers(owner, inspect.ismethod):
                if not name.startswith("_") and name not in HERE:
                    yield part, name


METHODS = sorted(methods())


def arguments(method: Callable[..., Any], text: str) -> dict[str, Any]:
    """Give each parameter that holds texts this one; numbers are 1, switches stay as they are."""
    given: dict[str, Any] = {}
    for name, parameter in inspect.signature(method).parameters.items():
        kind = str(parameter.annotation)
        if name in ODD:
            value = ODD[name](text)
            several = parameter.kind is inspect.Parameter.VAR_KEYWORD
            given.update(value if several else {name: value})
        elif kind.startswith("int"):
            given[name] = 1
        elif not kind.startswith(("bool", "float")):
            given[name] = text
    return given


@pytest.fixture(scope="module")
def embedded() -> Iterator[OctaveClient]:
    """One client for all examples."""
    with OctaveClient.embedded(":memory:") as client:
        yield client


def told(run: Callable[[], object]) -> str:
    """Give what came: "answered", or the code of an error of the tree; others are raised."""
    try:
        run()
    except OctaveError as error:
        return error.code
    return "answered"


FEW = settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FEW
@given(st.sampled_from(METHODS), TEXTS)
@example(("", "entities"), HALF)
@example(("library", "search"), f"mills {HALF}")
@example(("", "generate_personas"), "\n")
def test_every_method_answers_or_refuses(
    embedded: OctaveClient, method: tuple[str, str], text: str
) -> None:
    """No text of a caller, half a character included, comes out as an error of another library."""
    part, name = method
    call = getattr(getattr(embedded, part) if part else embedded, name)
    given = arguments(call, text)
    told(lambda: list(islice(call(**given), 1)) if name == "all" else call(**given))


@pytest.mark.parametrize("method", METHODS, ids=".".join)
def test_every_method_takes_half_a_character(
    embedded: OctaveClient, method: tuple[str, str]
) -> None:
    """In both clients alike."""
    part, name = method
    text = f"a{HALF}"
    call = getattr(getattr(embedded, part) if part else embedded, name)
    given = arguments(call, text)
    come = told(lambda: list(islice(call(**given), 1)) if name == "all" else call(**given))

    async def twin() -> None:
        async with AsyncOctaveClient.embedded(":memory:") as client:
            other = getattr(getattr(client, part) if part else client, name)
            if name == "all":
                async for _ in other(**given):
                    break
            else:
                await other(**given)

    assert told(lambda: anyio.run(twin)) == come


def test_half_a_character_is_sent_as_its_replacement() -> None:
    """In the query, in a header and in a body."""
    app = Recorder(200)
    client = sync(app)
    with pytest.raises(OctaveError):
        client.entities(text=f"mills {HALF}\0")
    with pytest.raises(OctaveError):
        client.library.duplicate("pe_1", f"mills {HALF}")
    assert app.seen[0].url.params["text"] == "mills \ufffd"
    assert b"ufffd" in app.seen[1].content
    assert b"ud800" not in app.seen[1].content
    transport = httpx.MockTransport(app)
    own = OctaveClient("", "https://own.test", author=f" Ann{HALF} ", transport=transport)
    own.generate_personas([ITEM])
    assert app.seen[2].headers["x-octave-author"] == "Ann%EF%BF%BD"


def test_what_no_address_holds_is_refused(connect: Connect) -> None:
    """A search text that is too long is told by its name; nothing is sent."""
    app = Recorder(200)
    with pytest.raises(BadRequestError, match="text: This is too long to send") as caught:
        connect(app, "entities", text="x" * MAX_ADDRESS, kind="persona")
    assert caught.value.fields[0].code == "too_long"
    assert not app.seen


@pytest.mark.parametrize("key", [HALF, "é", "a\nb", " a", "\0"])
def test_what_no_header_holds_is_refused(connect: Connect, key: str) -> None:
    """An idempotency key is never altered: one that cannot be sent is told; nothing is sent."""
    app = Recorder(200)
    with pytest.raises(BadRequestError, match="idempotency-key: ") as caught:
        connect(app, "generate_personas", [ITEM], idempotency_key=key)
    assert caught.value.fields[0].code == "not_a_key"
    assert not app.seen


@FEW
@given(TEXTS | st.text("a.-:[]%@/é0", max_size=90))
@example("a" * 70 + ".test")
@example("xn--a.test")
@example("a..test")
@example("own.test:99999")
def test_every_setting_is_taken_or_refused(text: str) -> None:
    """Address, key and author: a client is made that can ask, or the error says why not."""

    def ask(key: str, address: str, author: str) -> None:
        transport = httpx.MockTransport(Recorder(200))
        with OctaveClient(key, address, author=author, transport=transport) as client:
            assert client.way != "embedded"
            client.health()

    for settled in ((text, "https://own.test", ""), ("k", f"http://{text}", text), ("k", text, "")):
        told(functools.partial(ask, *settled))


@pytest.mark.parametrize("host", ["a" * 70 + ".test", "xn--a.test", "a..test", "own.test:99999"])
def test_host_that_no_lookup_takes_is_no_address(host: str) -> None:
    """It is told when the client is made; a name in another script is one."""
    with pytest.raises(ConfigurationError, match="base_url must begin with"):
        OctaveClient("k", f"https://{host}")
    assert OctaveClient("k", "https://bücher.test").base_url == "https://xn--bcher-kva.test"

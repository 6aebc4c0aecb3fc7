"""Text at the door: what nobody sees is gone, the rest stays, and offsets are led over."""

from __future__ import annotations

import json
import sys
import unicodedata
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from octave_api import OctaveClient
from octave_api.cleaning import clean, clean_data, offsets, whole_escapes
from octave_api.fields import label
from octave_api.library import Library
from octave_api.revising import bundles
from octave_api.serving.entities import CreatePersonaRequest
from octave_api.serving.problems import read_body

HALF = "\ud800"
# All of Unicode, halves of surrogate pairs too, and often what must not pass.
NASTY = "\0\x1b\x85\x9b\r\n\t\u2028\u202e\u2066\u200f\u200b\ufeff\ufffe\U000e0041\U000e007f" + HALF
TEXTS = st.text(st.characters(codec=None, exclude_categories=()) | st.sampled_from(NASTY))
LINE = "Plant managers keep two production lines running and order spare parts."


def must_go(character: str) -> bool:
    """Tell by its Unicode properties whether nobody should meet a character in a text."""
    code = ord(character)
    joiners = (0x200C, 0x200D)
    return (
        (unicodedata.category(character) == "Cc" and character not in "\t\n")
        or unicodedata.category(character) == "Cs"
        or (unicodedata.bidirectional(character) in BIDI and code not in joiners)
        or 0xE0000 <= code <= 0xE007F
        or code == 0xFEFF
        or code & 0xFFFE == 0xFFFE
        or 0xFDD0 <= code <= 0xFDEF
    )


BIDI = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}


def test_each_character_of_unicode() -> None:
    """What must go is gone; every letter, digit, mark, symbol and emoji stays as it is."""
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        left = clean(character)
        assert not any(must_go(one) for one in left), hex(code)
        if unicodedata.category(character)[0] in "LNMPS" or character in " \t\n\u00a0\u3000":
            assert left == character, hex(code)
        assert left in (character, "", "\n", "\ufffd")


@given(TEXTS)
@example("a\r\nb\rc\u2028d\x0be\x85f")
def test_cleaning_once_is_enough(text: str) -> None:
    """The result is clean, fits in UTF-8, and only has line feeds."""
    left = clean(text)
    assert clean(left) == left
    assert left.encode().decode() == left
    assert not any(must_go(one) for one in left)
    assert left.splitlines(keepends=True) == left.replace("\r", "\n").splitlines(keepends=True)


@given(TEXTS, TEXTS)
@example("a\r", "\nb")
def test_beginning_stays_the_beginning(first: str, second: str) -> None:
    """So that an offset can be led over by what stands before it."""
    assert clean(first + second).startswith(clean(first))


@given(TEXTS)
@example("\r\n\0\0a\r\n")
def test_offsets_are_led_over(text: str) -> None:
    """Each place of a text stands where its cleaned beginning ends."""
    moved = offsets(text)
    assert [moved(at) for at in range(len(text) + 1)] == [
        len(clean(text[:at])) for at in range(len(text) + 1)
    ]


@given(st.recursive(TEXTS | st.none() | st.integers(), lambda x: st.lists(x) | st.dictionaries(
    st.text(), x)))  # fmt: skip
def test_data_is_cleaned_wherever_a_text_stands(data: Any) -> None:
    """Its shape and its keys stay."""

    def same(one: Any, other: Any) -> bool:
        if isinstance(one, str):
            return bool(clean(one) == other)
        if isinstance(one, list):
            return all(map(same, one, other))
        if isinstance(one, dict):
            return bool(one.keys() == other.keys()) and all(same(one[k], other[k]) for k in one)
        return bool(one == other)

    assert same(data, clean_data(data))


def test_address_is_left_to_the_door_of_the_web() -> None:
    """An address with a control in it is refused there, not mended here."""
    source = {"type": "URL", "value": "http://exa\0mple.com/"}
    assert clean_data([source], addresses=True) == [source]
    assert clean_data({**source, "name": "a\0"}, addresses=True) == {
        "type": "URL", "value": "http://example.com/", "name": "a",
    }  # fmt: skip
    with OctaveClient.embedded(":memory:") as client, pytest.raises(Exception, match="address"):
        client.generate_personas([{"sources": [source]}])


def test_a_field_of_somebody_s_own_is_named_without_what_nobody_sees() -> None:
    """Keys stay as they are; the name that a reader meets is clean."""
    assert label("order\u202eSize\U000e0041") == "Order size"


def test_what_only_looks_like_an_address_is_cleaned() -> None:
    """Where a request has no sources, nothing passes in the shape of one."""
    field = {"type": "URL", "value": [NASTY]}
    with OctaveClient.embedded(":memory:") as client:
        oid = client.personas.create(name="Ada").oid
        client.library.edit(oid, {"data": {"customFields": [field]}})
        assert client.personas.get(oid).data.custom_fields[0].value == [clean(NASTY)]


@given(TEXTS)
@example("\\" + HALF)
@example("\\ud800")
def test_half_a_character_in_json_is_replaced(text: str) -> None:
    """And nothing else: an escaped backslash before a "ud800" is no such half."""
    body = json.dumps({"name": "a" + text}).encode()
    whole = json.loads(body)["name"]
    assert json.loads(whole_escapes(body))["name"] == "".join(
        "\ufffd" if "\ud800" <= one <= "\udfff" else one for one in whole
    )
    read = read_body(CreatePersonaRequest, body)
    assert read.name == clean(whole)


def quotes_stand(client: OctaveClient, oid: str) -> int:
    """Hold every quote to its offsets; give how many there are."""
    evidence = client.evidence(oid)
    quoted = [claim for claim in evidence.claims if claim.quote is not None]
    for claim in quoted:
        assert claim.source is not None
        assert evidence.sources[claim.source].text[claim.start : claim.end] == claim.quote
    assert all(clean(one.text) == one.text for one in evidence.sources)
    return len(quoted)


@pytest.mark.parametrize("mark", [*NASTY, "\r\n", "e\u0301", "\u0958", "\U0001f680"], ids=ascii)
def test_quotes_stand_at_their_offsets(mark: str) -> None:
    """Whatever stands before, within and behind what is quoted; letters are not composed."""
    text = f"{mark}Responsibilities:\n- {LINE[:9]}{mark}{LINE[9:]}{mark}\n- Signs {mark} orders\n"
    with OctaveClient.embedded(":memory:") as client:
        found = 0
        for generate in (client.generate_personas, client.generate_segments):
            answer = generate([{"sources": [{"type": "TEXT", "value": text}]}])
            assert answer.data
            oid = answer.data[0].oid
            found += quotes_stand(client, oid)
            assert client.evidence(oid).sources[0].text == clean(text)
        assert found


def test_bundle_of_older_texts_is_cleaned_with_its_offsets() -> None:
    """A quote of a text that still held such characters is a quote of the cleaned one."""
    text = f"\ufeffIntro\0duction\r\n{LINE}\u202e\r\nThe end."
    start = text.index(LINE[:5])
    end = start + len(LINE) + 1
    entity = {"oId": "pe_1", "name": "Ada\u202e", "description": LINE}
    claim = {"pointer": "/description", "text": LINE, "origin": "SOURCE", "source": 0,
             "start": start, "end": end, "quote": text[start:end]}  # fmt: skip
    source = {"index": 0, "type": "TEXT", "value": text, "text": text}
    entry = {"kind": "persona", "entity": entity,
             "evidence": {"oId": "pe_1", "sources": [source], "claims": [claim]}}  # fmt: skip
    file = json.dumps({"format": bundles.FORMAT, "version": 1, "entries": [entry]})
    library = Library(":memory:")
    with OctaveClient.embedded(library) as client:
        made = client.library.import_text(file)
        assert made.data[0].name == "Ada"
        assert quotes_stand(client, made.data[0].oid) == 1
        assert client.evidence(made.data[0].oid).claims[0].quote == LINE

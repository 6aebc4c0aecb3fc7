"""The library's own calls: versions, edits and their evidence, diff, merge, undo, tags, import."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from octave_api import BadRequestError, ConflictError, NotFoundError, OctaveClient
from octave_api.contract import Claim, Evidence, Persona, SourceText
from octave_api.revising.bundles import Bundle
from octave_api.revising.revisions import diff
from octave_api.revising.sentences import sentence_around

LINE = "VP of Sales professionals who manage enterprise deals and drive revenue growth"


@pytest.fixture
def own() -> Iterator[OctaveClient]:
    """An embedded client of Ada's."""
    with OctaveClient.embedded(":memory:", author="Ada Ünal") as client:
        yield client


def made(client: OctaveClient, text: str = LINE, **options: Any) -> Persona:
    """Generate a persona of a text."""
    item = {"sources": [{"type": "TEXT", "value": text}]}
    answer = client.generate_personas([item], **options)
    assert answer.data is not None
    return answer.data[0]


def claims(client: OctaveClient, oid: str, pointer: str) -> list[Claim]:
    """Give the claims of one text."""
    return [one for one in client.evidence(oid).claims if one.pointer == pointer]


def test_every_save_is_a_version(client: OctaveClient) -> None:
    """Each has its number, its time, its author and what was done, by every way."""
    oid = made(client).oid
    client.personas.update(oid, name="Head of sales")
    client.library.tag(oid, [" west ", "west", "key"])
    client.library.archive(oid)
    client.library.restore(oid, 1)
    found = client.library.versions(oid)
    assert [one.number for one in found] == [5, 4, 3, 2, 1]
    actions = ["restored", "archived", "tagged", "edited", "generated"]
    assert [one.action for one in found] == actions
    assert {one.author for one in found} == {"Local User"}
    assert client.library.entity(oid, 3).about.tags == ["key", "west"]
    assert client.library.entity(oid, 2).data.name == "Head of sales"
    assert client.library.entity(oid).data.name == client.library.entity(oid, 1).data.name
    assert client.library.entity(oid).evidence.claims == client.evidence(oid).claims
    with pytest.raises(NotFoundError) as caught:
        client.library.entity(oid, 6)
    assert caught.value.fields[0].path == "version"


def test_author_is_told(own: OctaveClient) -> None:
    """The name that the client was given stands in the version, whatever letters it has."""
    oid = made(own).oid
    assert own.library.versions(oid)[0].author == "Ada Ünal"
    assert own.library.search().about[0].author == "Ada Ünal"
    assert own.library.changes().data[0].names == [own.entity(oid).name]


# Edits and their evidence


def test_moved_text_keeps_its_claim(own: OctaveClient) -> None:
    """An item that only changes place, or letter case, keeps its quote."""
    persona = made(own)
    duties = persona.data.primary_responsibilities
    changed = [duties[1], duties[0].upper(), *duties[2:]]
    own.library.edit(persona.oid, {"data": {"primaryResponsibilities": changed}})
    for at, old in ((0, duties[1]), (1, duties[0])):
        claim = claims(own, persona.oid, f"/data/primaryResponsibilities/{at}")[0]
        assert (claim.origin, claim.edited) == ("SOURCE", False)
        assert claim.text == changed[at]
        assert old.lower().split()[-1] in (claim.quote or "").lower()


def test_edited_claim_loses_a_quote_that_no_longer_matches(own: OctaveClient) -> None:
    """Words of the quote keep it, marked as edited; other words are a person's own."""
    persona = made(own)
    quote = claims(own, persona.oid, "/data/primaryResponsibilities/0")[0].quote or ""
    shorter = " ".join(quote.split()[:2])
    rest = persona.data.primary_responsibilities[1:]
    own.library.edit(persona.oid, {"data": {"primaryResponsibilities": [shorter, *rest]}})
    claim = claims(own, persona.oid, "/data/primaryResponsibilities/0")[0]
    assert (claim.origin, claim.edited, claim.quote) == ("SOURCE", True, quote)
    own.library.edit(
        persona.oid, {"data": {"primaryResponsibilities": [f"{shorter}, mostly", *rest]}}
    )
    claim = claims(own, persona.oid, "/data/primaryResponsibilities/0")[0]
    assert (claim.origin, claim.edited, claim.quote, claim.source) == ("EDITED", True, None, None)


def test_description_is_edited_by_sentence(own: OctaveClient) -> None:
    """A sentence that stays keeps its claim; the new one is a person's own."""
    persona = made(own)
    first = claims(own, persona.oid, "/description")[0]
    own.library.edit(persona.oid, {"description": f"{first.text} Lives in Essen."})
    found = claims(own, persona.oid, "/description")
    assert [one.text for one in found] == [first.text, "Lives in Essen."]
    assert [one.origin for one in found] == [first.origin, "EDITED"]


def test_questions_are_edited_in_place(own: OctaveClient) -> None:
    """A reworded question loses its note; one that is archived keeps its claim."""
    persona = made(own)
    asked = [one.to_dict() for one in persona.qualifying_questions]
    asked[0]["question"] = "Do they pay by invoice?"
    asked[1]["archivedAt"] = "2026-01-31T00:00:00Z"
    own.library.edit(persona.oid, {"qualifyingQuestions": asked})
    evidence = own.evidence(persona.oid)
    assert claims(own, persona.oid, "/qualifyingQuestions/0")[0].origin == "EDITED"
    assert claims(own, persona.oid, "/qualifyingQuestions/1")[0].origin == "INFERRED"
    noted = {one.pointer for one in evidence.questions}
    assert "/qualifyingQuestions/0" not in noted
    assert "/qualifyingQuestions/1" in noted
    assert own.entity(persona.oid).qualifying_questions[1].archived_at is not None


def test_filled_gap_is_no_gap(own: OctaveClient) -> None:
    """What a person filled in is not asked for again."""
    persona = made(own)
    assert "/data/whyWeMatterToThem" in {one.pointer for one in own.evidence(persona.oid).gaps}
    own.library.edit(persona.oid, {"data": {"whyWeMatterToThem": ["We save a day a week"]}})
    assert "/data/whyWeMatterToThem" not in {one.pointer for one in own.evidence(persona.oid).gaps}


def test_edit_of_an_older_version_is_refused(client: OctaveClient) -> None:
    """Two people who edit at once do not overwrite each other."""
    oid = made(client).oid
    client.library.edit(oid, {"name": "First"}, based_on=1)
    with pytest.raises(ConflictError) as caught:
        client.library.edit(oid, {"name": "Second"}, based_on=1)
    assert caught.value.fields[0].path == "basedOn"
    assert client.entity(oid).name == "First"


@pytest.mark.parametrize(
    "changes",
    [{"name": ""}, {"oId": "pe_x"}, {"data": {"painPoints": 7}},
     {"qualifyingQuestions": [{"question": "A?", "fitType": "MAYBE"}]}],
)  # fmt: skip
def test_edit_that_is_none_is_refused(own: OctaveClient, changes: dict[str, Any]) -> None:
    """What no entity can be is a 400, and no version is made."""
    oid = made(own).oid
    with pytest.raises(BadRequestError):
        own.library.edit(oid, changes)
    assert len(own.library.versions(oid)) == 1


# Differences


def test_diff_tells_texts_and_settings(own: OctaveClient) -> None:
    """Added, removed, changed and moved, with what was there before."""
    persona = made(own)
    one, two, *rest = persona.data.primary_responsibilities
    asked = [question.to_dict() for question in persona.qualifying_questions]
    asked[0]["weight"] = "LOW"
    changes = {
        "name": "Chief seller",
        "active": False,
        "data": {"primaryResponsibilities": [two, one, *rest, "Own the budget"]},
        "qualifyingQuestions": asked,
    }
    own.library.edit(persona.oid, changes)
    found = {(one.kind, one.pointer): (one.before, one.after) for one in
             own.library.diff(persona.oid, 1, 2).fields}  # fmt: skip
    last = len(rest) + 2
    assert found[("changed", "/name")] == (persona.name, "Chief seller")
    assert found[("changed", "/active")] == (True, False)
    assert found[("changed", "/qualifyingQuestions/0/weight")] == ("HIGH", "LOW")
    assert found[("added", f"/data/primaryResponsibilities/{last}")] == (None, "Own the budget")
    moved = [pointer for kind, pointer in found if kind == "moved"]
    assert len(moved) == 1
    assert own.library.diff(persona.oid, 2, 2).fields == []
    assert own.library.diff(persona.oid, 1, 1).claims == []


def test_diff_after_generating_again_names_the_sentence(own: OctaveClient) -> None:
    """Each claim that moved says which sentence of the changed text did it."""
    text = "Plant managers order spare parts. They keep two lines running."
    persona = made(own, text, strict=True)
    changed = text.replace("order spare parts", "order lubricants and spare parts")
    source = {"type": "TEXT", "value": changed}
    answer = own.library.regenerate(persona.oid, [source], strict=True)
    assert (answer.version, answer.data.oid) == (2, persona.oid)
    moved = own.library.diff(persona.oid, 1, 2).claims
    assert moved
    assert any(
        "“Plant managers order spare parts.” became “Plant managers order lubricants" in one.cause
        for one in moved
    )
    # The other sentence is as it was, and so is what rests on it.
    assert not [one for one in moved if "two lines" in (one.sentence_after or "")]
    assert own.evidence(persona.oid).oid == persona.oid


def test_diff_names_a_sentence_for_each_claim_of_a_long_text() -> None:
    """Each sentence of a description has a cause of its own; marks of lists are not shown."""

    def state(lines: list[str], said: list[str]) -> tuple[Persona, Evidence]:
        text = "\n".join(f"- {one}" for one in lines)
        claims = [
            Claim(pointer="/description", text=one, origin="SOURCE", source=0, quote=line,
                  start=text.index(line), end=text.index(line) + len(line))
            for one, line in zip(said, lines, strict=True)
        ]  # fmt: skip
        source = SourceText(index=0, type="TEXT", value=text, text=text)
        body = {"oId": "pe_1", "name": "A", "description": " ".join(said)}
        evidence = Evidence(oid="pe_1", sources=[source], claims=claims)
        return Persona.model_validate(body), evidence

    before = state(
        ["They run two lines", "Parts are late by a day", "They report weekly"],
        ["Runs two lines.", "Parts are late by a day.", "Reports weekly."],
    )
    after = state(
        ["They run two lines", "Parts are late by a week", "They report to the board"],
        ["Runs two lines.", "Parts are late by a week.", "Reports to the board."],
    )
    moved = diff("pe_1", (1, 2), before, after).claims
    assert [one.cause for one in moved] == [
        "“Parts are late by a day” became “Parts are late by a week”",
        "“They report to the board” is new.",
        "“They report weekly” is gone.",
    ]
    assert moved[0].sentence_after == "Parts are late by a week"
    assert after[1].claims[1].quote == "Parts are late by a week"


def test_sentence_around_a_quote() -> None:
    """A quote's sentence ends where it does, in its own line."""
    text = "One here. Two is longer, with v2.5 in it! Three\nFour."
    for quote, sentence in (
        ("longer", "Two is longer, with v2.5 in it!"),
        ("One here.", "One here."),
        ("Three", "Three"),
        ("Four", "Four."),
    ):
        start = text.index(quote)
        assert sentence_around(text, start, start + len(quote)) == sentence


# Merging, copying, undoing


def test_merge_keeps_both_with_their_evidence(client: OctaveClient) -> None:
    """Items and questions of both, each once, each claim with its own source."""
    one = made(
        client, "Plant managers order spare parts. They keep two lines running.", strict=True
    )
    two = made(client, "Plant managers plan the shifts. They keep two lines running.", strict=True)
    client.library.tag(two.oid, ["west"])
    answer = client.library.merge(one.oid, two.oid)
    merged, evidence = answer.data, client.evidence(one.oid)
    duties = merged.data.primary_responsibilities  # type: ignore[union-attr]
    assert len(duties) == len({duty.casefold() for duty in duties})
    for old in (one, two):
        for duty in old.data.primary_responsibilities:
            assert duty.casefold() in {other.casefold() for other in duties}
    assert [source.index for source in evidence.sources] == [0, 1]
    pointers = {claim.pointer for claim in evidence.claims}
    assert {f"/data/primaryResponsibilities/{at}" for at in range(len(duties))} <= pointers
    for claim in evidence.claims:
        if claim.quote is not None:
            assert claim.source is not None
            text = evidence.sources[claim.source].text
            assert text[claim.start : claim.end] == claim.quote
    with pytest.raises(NotFoundError):
        client.entity(two.oid)
    undone = client.library.undo(answer.change_oid)
    assert {entity.oid for entity in undone.data} == {one.oid, two.oid}
    assert client.entity(one.oid) == one
    assert client.library.entity(two.oid).about.tags == ["west"]


def test_merge_of_what_does_not_go_together(own: OctaveClient) -> None:
    """Neither with itself, nor a persona with a segment, nor with nothing."""
    persona, segment = made(own), own.segments.create(name="Mills")
    for other in (persona.oid, segment.oid):
        with pytest.raises(ConflictError):
            own.library.merge(persona.oid, other)
    with pytest.raises(NotFoundError) as caught:
        own.library.merge(persona.oid, "pe_none")
    assert caught.value.fields[0].path == "otherOId"


def test_copy_stands_alone(own: OctaveClient) -> None:
    """A copy has its own id, name and history, and the evidence of the original."""
    persona = made(own)
    copy = own.library.duplicate(persona.oid).data
    assert (copy.name, copy.oid != persona.oid) == (f"{persona.name} (copy)", True)
    assert len(own.library.versions(copy.oid)) == 1
    kept = {one.pointer for one in own.evidence(copy.oid).claims if one.quote}
    assert kept == {one.pointer for one in own.evidence(persona.oid).claims if one.quote} - {
        "/name"
    }


def test_undo_can_be_undone_and_is_refused_when_overtaken(client: OctaveClient) -> None:
    """Undo of an undo does it again; what was changed since is not overwritten."""
    persona = made(client)
    edited = client.library.edit(persona.oid, {"name": "Renamed"})
    undone = client.library.undo(edited.change_oid)
    assert client.entity(persona.oid).name == persona.name
    client.library.undo(undone.change_oid)
    assert client.entity(persona.oid).name == "Renamed"
    with pytest.raises(ConflictError):
        client.library.undo(edited.change_oid)
    with pytest.raises(NotFoundError):
        client.library.undo("ch_none")
    first = client.library.changes(limit=100).data[-1]
    assert (first.action, first.undoable) == ("generated", False)


def test_generating_can_be_undone(own: OctaveClient) -> None:
    """All of one request goes, and comes back."""
    items = [{"name": n, "sources": [{"type": "TEXT", "value": LINE}]} for n in ("A", "B")]
    own.generate_personas(items)
    change = own.library.changes().data[0]
    assert (change.names, change.undoable) == (["A", "B"], True)
    gone = own.library.undo(change.oid)
    assert (len(gone.gone), own.entities().total) == (2, 0)
    own.library.undo(gone.change_oid)
    assert own.entities().total == 2


# Finding


def test_search_by_everything(client: OctaveClient) -> None:
    """Words, kinds, tags, days, archive and order, alone and together."""
    ada = client.personas.create(name="Ada", pain_points=["Turbine noise"])
    bob = client.personas.create(name="bob", description="A turbine buyer.")
    mills = client.segments.create(name="Mills", description="Turbine users.")
    client.library.tag(ada.oid, ["west", "key"])
    client.library.tag(mills.oid, ["west"])
    client.library.archive(bob.oid)

    def names(**wanted: Any) -> list[str]:
        return [one.name for one in client.library.search(**wanted).data]

    assert names(text="TURB") == ["Mills", "Ada"]
    assert names(text="noise turbine") == ["Ada"]
    assert names(text="noise mills") == []
    assert names(text="key") == ["Ada"]
    assert names(tags=["west"]) == ["Mills", "Ada"]
    assert names(tags=["west", "key"], kind="persona") == ["Ada"]
    assert names(archived="only") == ["bob"]
    assert names(archived="any", sort="name") == ["Ada", "bob", "Mills"]
    assert names(archived="any", sort="updated", text="turbine") == ["bob", "Mills", "Ada"]
    assert names(since="2000-01-01", until="2000-01-31") == []
    assert len(names(since="2000-01-01", until="2999-01-01")) == 2
    assert {one.tag: one.count for one in client.library.tags()} == {"key": 1, "west": 2}
    page = client.library.search(archived="any", limit=1, offset=1)
    assert (page.total, page.has_next, page.about[0].archived) == (3, True, True)
    with pytest.raises(BadRequestError):
        client.library.search(since="yesterday")


@pytest.mark.parametrize("text", ['"', "a OR b", "NEAR(", "x*", "100%", "a_b", "'; --", "\0", "-x"])
def test_odd_words_are_only_words(client: OctaveClient, text: str) -> None:
    """No mark of a query language means anything here."""
    made_of = f"it says {text} there"
    client.personas.create(name="Odd", description=made_of)
    client.personas.create(name="Other", description="plain words")
    found = client.library.search(text=text)
    assert found.total == (2 if not text.strip("\0") else 1)


# Bringing in and taking out


def test_bundle_is_equal_when_it_comes_back(own: OctaveClient) -> None:
    """Our JSON holds entities, evidence and tags, byte for byte."""
    oid = made(own).oid
    own.library.tag(oid, ["west"])
    own.segments.create(name="Mills \0 🚀")
    file = own.library.bundle().file()
    with OctaveClient.embedded(":memory:") as other:
        answer = other.library.import_text(file)
        assert (answer.added, answer.updated, answer.unchanged) == (2, 0, 0)
        entries = {one.entity.oid: one.to_dict() for one in other.library.bundle().entries}
        again = {one["entity"]["oId"]: one for one in json.loads(file)["entries"]}
        assert entries == again
        assert other.evidence(oid).claims == own.evidence(oid).claims
        assert other.library.import_text(file).unchanged == 2
        gone = other.library.undo(answer.change_oid or "")
        assert (len(gone.gone), other.entities().total) == (2, 0)
    assert Bundle.model_validate_json(file).entries


def test_contract_json_is_read_in_each_form(own: OctaveClient) -> None:
    """An answer of generate, of list, of get, one entity, or a list of them."""
    item = {"sources": [{"type": "TEXT", "value": LINE}]}
    answer = own.generate_personas([item])
    assert answer.data is not None
    entity = answer.data[0].to_dict()
    flat = {"_metadata": {}, **entity}
    for content in (answer.to_dict(), own.personas.list().to_dict(), flat, entity, [entity]):
        with OctaveClient.embedded(":memory:") as other:
            found = other.library.import_text(json.dumps(content))
            assert (found.added, found.data[0].to_dict()) == (1, entity)
    changed = {**entity, "name": "Renamed"}
    kept = own.library.import_text(json.dumps(changed))
    assert (kept.updated, kept.data[0].name) == (1, "Renamed")
    assert own.evidence(entity["oId"]).sources
    foreign = own.library.import_text(json.dumps({"name": "S", "data": {"keyPriorities": ["x"]}}))
    assert foreign.data[0].oid.startswith("sg_")


def test_table_of_questions(own: OctaveClient) -> None:
    """Columns by name, in any order and spelling; added to an entity, or as a new one."""
    table = (
        "Fit type;Question;Weight;Rationale\n"
        "good;Do they run SAP?;high;Job ads\n"
        "bad;'=Is it a reseller?;Instant disqualifier;\n"
        ";Do they grow?;;\n;;;\n"
    )
    fresh = own.library.import_text(table, name="Plant questions.csv").data[0]
    assert fresh.name == "Plant questions"
    assert [(q.question, q.fit_type, q.weight) for q in fresh.qualifying_questions] == [
        ("Do they run SAP?", "GOOD", "HIGH"),
        ("=Is it a reseller?", "BAD", "INSTANT_DISQUALIFIER"),
        ("Do they grow?", "GOOD", "MEDIUM"),
    ]
    persona = made(own)
    answer = own.library.import_text(table, into=persona.oid)
    assert len(answer.data[0].qualifying_questions) == len(persona.qualifying_questions) + 3
    again = own.library.import_text(table, into=persona.oid)
    assert (again.unchanged, again.change_oid) == (1, None)
    named = "persona,question\nAda,One?\nBob,Two?\nAda,Three?\n"
    several = own.library.import_text(named)
    assert [one.name for one in several.data] == ["Ada", "Bob"]
    with pytest.raises(NotFoundError) as caught:
        own.library.import_text(table, into="pe_none")
    assert caught.value.fields[0].path == "into"


@pytest.mark.parametrize(
    "content", ["{", "[]", "{}", "[1]", '{"format": "octave-explorer", "version": 9}', " ",
                '{"name": 7}', "a,b\n1,2\n", "question\n", ",\n", '"', "[" * 100_000],
)  # fmt: skip
def test_file_that_is_none_of_these_is_told(own: OctaveClient, content: str) -> None:
    """The reason is one sentence, and nothing is kept."""
    with pytest.raises(BadRequestError) as caught:
        own.library.import_text(content)
    assert caught.value.fields[0].path == "content"
    assert own.entities().total == 0


def test_evidence_of_a_hand_made_entity_is_the_person(own: OctaveClient) -> None:
    """Each text of an entity that was created has a claim that says so."""
    persona = own.personas.create(name="Ada", pain_points=["Noise"])
    evidence: Evidence = own.evidence(persona.oid)
    assert {one.origin for one in evidence.claims} == {"EDITED"}
    assert {one.pointer for one in evidence.claims} >= {"/name", "/data/painPoints/0"}

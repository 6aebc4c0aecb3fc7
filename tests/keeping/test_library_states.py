"""Any order of what can be done to a library, against a plain model of it; on two stores."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from octave_api import NotFoundError, OctaveClient
from octave_api.cleaning import clean
from octave_api.contract import Source, SourceText
from octave_api.library import Library
from octave_api.service import Service
from tests.keeping import postgres

STEPS = int(os.environ.get("OCTAVE_STATEFUL_STEPS", "15"))
EXAMPLES = int(os.environ.get("OCTAVE_STATEFUL_EXAMPLES", "10"))
# As they come out of the door: what nobody sees is another test's.
WORDS = (
    st.text(st.characters(exclude_categories=("Cs",), codec="utf-8"), min_size=1, max_size=12)
    .map(clean)
    .filter(lambda text: any(c.isalnum() for c in text))
)
LINE = "Plant managers keep two production lines running and order spare parts."


class Model:
    """What one entity should be: everything the machine looks at, and nothing else."""

    def __init__(self, name: str, pains: list[str], questions: list[str]) -> None:
        self.name, self.pains, self.questions = name, pains, questions
        self.archived = False
        self.tags: list[str] = []

    def state(self) -> tuple[Any, ...]:
        """Give the state as a value that later changes leave alone."""
        return (self.name, tuple(self.pains), tuple(self.questions), self.archived,
                tuple(self.tags))  # fmt: skip

    def become(self, state: tuple[Any, ...]) -> None:
        """Take a state that was given before."""
        self.name, self.archived = state[0], state[3]
        self.pains, self.questions, self.tags = list(state[1]), list(state[2]), list(state[4])


class LibraryMachine(RuleBasedStateMachine):
    """The client on one side, plain Python on the other."""

    path = ""
    entities = Bundle("entities")

    def __init__(self) -> None:
        super().__init__()
        self.client = self.open()
        self.live: dict[str, Model] = {}
        self.versions: dict[str, list[tuple[Any, ...]]] = {}
        self.gone: set[tuple[str, int]] = set()

    def open(self) -> OctaveClient:
        """Open the library as a program that starts does."""
        return OctaveClient.embedded(Library(self.path))

    def teardown(self) -> None:
        self.client.close()

    def saved(self, oid: str, number: int) -> None:
        """Note the version that a change made, and hold its number to the model's."""
        self.versions.setdefault(oid, []).append(self.live[oid].state())
        assert number == len(self.versions[oid])

    def added(self, entity: Any) -> str:
        """Take over a new entity."""
        pains = list(entity.data.pain_points)
        asked = [one.question for one in entity.qualifying_questions]
        self.live[entity.oid] = Model(entity.name, pains, asked)
        self.versions[entity.oid] = [self.live[entity.oid].state()]
        return str(entity.oid)

    @initialize(target=entities)
    def first(self) -> str:
        return self.create("first", [])

    @rule(target=entities, name=WORDS, pains=st.lists(WORDS, max_size=3))
    def create(self, name: str, pains: list[str]) -> str:
        made = self.client.personas.create(name=name, pain_points=pains)
        assert (made.name, made.data.pain_points) == (name, pains)
        return self.added(made)

    @rule(target=entities, name=WORDS)
    def generate(self, name: str) -> str:
        item = {"name": name, "sources": [{"type": "TEXT", "value": LINE}]}
        made = self.client.generate_personas([item], strict=True).data
        assert made is not None
        return self.added(made[0])

    @rule(oid=entities, name=WORDS, pains=st.lists(WORDS, max_size=3))
    def edit(self, oid: str, name: str, pains: list[str]) -> None:
        model = self.live.get(oid)
        if model is None:
            with pytest.raises(NotFoundError):
                self.client.library.edit(oid, {"name": name})
            return
        changes = {"name": name, "data": {"painPoints": pains}}
        answer = self.client.library.edit(oid, changes, based_on=len(self.versions[oid]))
        model.name, model.pains = name, pains
        self.saved(oid, answer.version)

    @rule(oid=entities, tags=st.lists(WORDS, max_size=2))
    def tag(self, oid: str, tags: list[str]) -> None:
        if oid in self.live:
            answer = self.client.library.tag(oid, tags)
            plain = {tag.replace("\0", "").strip() for tag in tags} - {""}
            self.live[oid].tags = sorted(plain)
            self.saved(oid, answer.version)

    @rule(oid=entities, aside=st.booleans())
    def archive(self, oid: str, aside: bool) -> None:
        if oid in self.live:
            library = self.client.library
            answer = library.archive(oid) if aside else library.unarchive(oid)
            self.live[oid].archived = aside
            self.saved(oid, answer.version)

    @rule(oid=entities, data=st.data())
    def restore(self, oid: str, data: st.DataObject) -> None:
        if oid in self.live:
            number = data.draw(st.integers(1, len(self.versions[oid])))
            if (oid, number) in self.gone:
                return
            answer = self.client.library.restore(oid, number)
            self.live[oid].become(self.versions[oid][number - 1])
            self.saved(oid, answer.version)

    @rule(oid=entities, name=WORDS)
    def edit_and_undo(self, oid: str, name: str) -> None:
        if oid in self.live:
            before = self.live[oid].state()
            answer = self.client.library.edit(oid, {"name": name})
            self.live[oid].name = name
            self.saved(oid, answer.version)
            self.client.library.undo(answer.change_oid)
            self.live[oid].become(before)
            self.saved(oid, answer.version + 1)

    @rule(oid=consumes(entities), back=st.booleans(), target=entities)
    def delete(self, oid: str, back: bool) -> Any:
        if oid not in self.live:
            return multiple()
        gone = self.client.library.delete(oid)
        model = self.live.pop(oid)
        with pytest.raises(NotFoundError):
            self.client.personas.get(oid)
        if back:
            self.client.library.undo(gone.change_oid)
            self.live[oid] = model
            # The deleted state is a version too, and to restore it is to delete again.
            self.versions[oid] += [model.state(), model.state()]
            self.gone.add((oid, len(self.versions[oid]) - 1))
        return oid

    @rule(oid=entities, other=entities)
    def merge(self, oid: str, other: str) -> None:
        if oid == other or oid not in self.live or other not in self.live:
            return
        answer = self.client.library.merge(oid, other)
        merged = answer.data.data.pain_points  # type: ignore[union-attr]
        one, two = self.live[oid], self.live.pop(other)
        assert merged[: len(one.pains)] == one.pains
        assert set(one.pains) <= set(merged) <= set(one.pains) | set(two.pains)
        asked = [question.question for question in answer.data.qualifying_questions]
        assert set(one.questions) <= set(asked) <= set(one.questions) | set(two.questions)
        one.pains, one.questions = list(merged), asked
        one.tags = list(dict.fromkeys([*one.tags, *two.tags]))
        self.saved(oid, answer.version)

    @rule(target=entities, oid=entities)
    def duplicate(self, oid: str) -> Any:
        if oid not in self.live:
            return multiple()
        made = self.client.library.duplicate(oid).data
        model = self.live[oid]
        copy = self.added(made)
        self.live[copy].archived, self.live[copy].tags = model.archived, list(model.tags)
        self.versions[copy] = [self.live[copy].state()]
        assert self.live[copy].pains == model.pains
        return copy

    @rule()
    def export_and_import(self) -> None:
        """What is exported is the same elsewhere, and nothing new where it came from."""
        bundle = self.client.library.bundle(list(self.live)) if self.live else None
        if bundle is None:
            return
        again = self.client.library.import_text(bundle.file())
        assert (again.added, again.updated, again.unchanged) == (0, 0, len(self.live))
        with OctaveClient.embedded(":memory:") as elsewhere:
            assert elsewhere.library.import_text(bundle.file()).added == len(self.live)
            other = elsewhere.library.bundle(list(self.live))
            assert [one.to_dict() for one in other.entries] == [
                one.to_dict() for one in bundle.entries
            ]

    @rule()
    def restart(self) -> None:
        self.client.close()
        self.client = self.open()

    @rule(oid=entities)
    def search(self, oid: str) -> None:
        """An entity is found by each word of its name, with its tags."""
        if oid in self.live:
            model = self.live[oid]
            found = {
                entity.oid: about
                for entity, about in self.client.library.all(text=model.name, archived="any")
            }
            assert found[oid].tags == model.tags

    @invariant()
    def library_is_as_the_model(self) -> None:
        found = {
            entity.oid: (
                entity.name,
                tuple(entity.data.pain_points),  # type: ignore[union-attr]
                tuple(one.question for one in entity.qualifying_questions),
                about.archived,
                tuple(about.tags),
            )
            for entity, about in self.client.library.all(archived="any")
        }
        assert found == {oid: model.state() for oid, model in self.live.items()}
        assert self.client.personas.list().total == sum(
            not model.archived for model in self.live.values()
        )


SETTINGS = settings(
    max_examples=EXAMPLES,
    stateful_step_count=STEPS,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
)


def test_any_order_on_sqlite(tmp_path: Path) -> None:
    """A file holds exactly what the model says, after every step."""

    class Machine(LibraryMachine):
        def open(self) -> OctaveClient:
            if not self.path:
                self.path = tempfile.mktemp(".db", dir=tmp_path)
            return OctaveClient.embedded(self.path)

    run_state_machine_as_test(Machine, settings=SETTINGS)


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    """A PostgreSQL server of this module's own."""
    pytest.importorskip("psycopg")
    if postgres.binaries() is None:
        if os.environ.get("OCTAVE_REQUIRE_POSTGRES"):
            pytest.fail("PostgreSQL's binaries are not installed")
        pytest.skip("PostgreSQL's binaries are not installed")
    # A socket's path must be short, shorter than pytest's own folders are.
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    try:
        with postgres.running(folder) as address:
            yield address
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def fresh(address: str) -> None:
    """Take away all tables of a database."""
    engine = sa.create_engine(address)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    engine.dispose()


def test_any_order_on_postgres(database: str) -> None:
    """The same on a real server."""

    class Machine(LibraryMachine):
        path = database

        def __init__(self) -> None:
            fresh(database)
            super().__init__()

    run_state_machine_as_test(Machine, settings=SETTINGS)


def test_two_servers_on_postgres_carry_a_key_out_once(database: str) -> None:
    """Both begin before either ends: one run, and both give its answer."""
    fresh(database)
    libraries = [Library(database) for _ in range(2)]
    body = {"personas": [{"sources": [{"type": "TEXT", "value": LINE}]}]}
    pairs = [(b"content-type", b"application/json"), (b"idempotency-key", b"once")]
    both = threading.Barrier(2)

    def read_source(source: Source) -> SourceText:
        both.wait()
        return SourceText(index=0, type="TEXT", value=source.value, text=source.value)

    def post(library: Library) -> tuple[int, bytes]:
        service = Service(library, read_source=read_source)
        path = "/api/v2/persona/generate"
        answer = service.handle("POST", path, pairs, json.dumps(body).encode())
        return answer.status, answer.body

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(post, libraries)
    assert first == second
    assert first[0] == 200
    assert libraries[0].entities()[1] == 1
    for library in libraries:
        library.close()


def test_schema_2_on_postgres_gets_the_tables_that_it_lacks(database: str) -> None:
    """The step runs there as well, and what there was stays."""
    fresh(database)
    library = Library(database)
    with library.changing("created") as change:
        change.add_item("product", {"name": "LineKeeper"})
    with library.transaction(write=True) as connection:
        connection.exec_driver_sql("DROP TABLE answers, prospects, item_versions")
        connection.exec_driver_sql("UPDATE octave_about SET value = '2' WHERE name = 'schema'")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0002'")
    library.close()
    library = Library(database)
    assert library.answers.find("", "once") is None
    assert len(library.items.ids("product")) == 1
    library.close()


HOSTILE = "Ada\0 \u202eb \ud800 \U000e0041c\r\nd\ufeff\ufffe"


def test_hostile_texts_are_cleaned_alike_on_postgres(database: str) -> None:
    """Names, edits, tags, imports and searches: the same texts as in a file of SQLite's."""
    fresh(database)
    found = []
    for library in (Library(database), Library(":memory:")):
        with OctaveClient.embedded(library) as client:
            oid = client.personas.create(name=HOSTILE, pain_points=[HOSTILE]).oid
            client.library.edit(oid, {"description": HOSTILE})
            client.library.tag(oid, [HOSTILE])
            client.library.import_text(f"question\n{HOSTILE} runs?\n", name=HOSTILE)
            client.products.create(name=HOSTILE)
            with pytest.raises(NotFoundError):
                client.personas.get("pe\0")
            kept = client.personas.get(oid)
            found.append(
                (
                    [kept.name, kept.description, kept.data.pain_points],
                    [one.tag for one in client.library.tags()],
                    client.library.search(text=HOSTILE, tags=[HOSTILE]).total,
                    sorted(one.name for one in client.personas.all()),
                    [one.name for one in client.products.all()],
                )
            )
    assert found[0] == found[1]
    left = "Ada b \ufffd c\nd"
    assert found[0][0] == [left, left, [left]]
    assert found[0][2] == 1


def test_postgres_is_told_about_without_its_password(database: str) -> None:
    """A server that is not there, and a wrong address, are typed errors that hide the password."""
    from octave_api import LibraryError

    for address in (
        "postgresql://u:canary@127.0.0.1:1/x?connect_timeout=1",
        "postgresql://u:canary@[/x",
    ):
        with pytest.raises(LibraryError) as caught:
            Library(address)
        assert "canary" not in str(caught.value)
    fresh(database)
    library = Library(database)
    with library.changing("created") as change:
        assert change.add_item("product", {"name": "A\0B"})["name"] == "A\0B"
    assert library.items.page("product", text="a")[1] == 1
    library.close()

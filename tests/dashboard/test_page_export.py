"""The Export menu of a result: every format offered, and none made before it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from octave_api.export import FORMATS
from octave_api.revising import bundles
from pages.parts import exports
from tests.app_helpers import session
from tests.export_samples import subject


def test_every_format_is_in_the_menu_once() -> None:
    """None is forgotten, none is offered twice."""
    offered = [name for names in exports._GROUPS.values() for name in names]
    assert sorted(offered) == sorted(FORMATS)
    assert {found.extension for found in FORMATS.values()} <= set(exports._ICONS)


def test_a_result_can_be_exported_and_a_rerun_makes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The buttons are there with their names; no file is made until one is pressed."""

    def never(*args: object, **kwargs: object) -> None:
        raise AssertionError("made before it was asked for")

    monkeypatch.setattr(exports, "export", never)
    with session(tmp_path) as at:
        at.run()
        assert not at.exception
        labels = [one.proto.label for one in at.get("download_button")]
    assert "Everything, as a zip" in labels
    assert {found.label for found in FORMATS.values()} <= set(labels)


def test_a_press_makes_the_file() -> None:
    """What the button calls gives the bytes of the format."""
    one = subject()
    make = exports._maker([one.entity], lambda oid: one.evidence, {}, hide_typical=False)
    assert make("one-page").startswith(b"%PDF")
    assert [read.entity for read in bundles.read(make("json").decode())] == [one.entity]

"""What is loaded for good is not looked through again after every run."""

from __future__ import annotations

import gc

from pages.parts import memory


def test_what_is_loaded_is_taken_for_permanent_once_a_page() -> None:
    """A second call for the same page takes nothing more, so nothing piles up."""
    memory.settle.clear()
    try:
        memory.settle("One")
        kept = gc.get_freeze_count()
        assert kept > 0
        rings = [[n] for n in range(5_000)]
        memory.settle("One")
        assert gc.get_freeze_count() <= kept
        assert len(rings) == 5_000
    finally:
        gc.unfreeze()
        memory.settle.clear()

"""Several writes as one transaction: a block in which all of a thread's writes are joined."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager

import sqlalchemy as sa

Begin = Callable[..., AbstractContextManager[sa.Connection]]
"""Begins a transaction; called with `write=True` by who means to write."""

First = Callable[[sa.Connection], None]


class Units:
    """The blocks of a library's threads; `begin` gives a transaction of its own."""

    def __init__(self, begin: Begin) -> None:
        self._begin = begin
        self._own = _Own()

    @contextmanager
    def one(self, first: First | None) -> Iterator[None]:
        """Join what this thread writes in the block; see `Library.together`."""
        with ExitStack() as stack:
            self._own.unit = _Unit(stack, self._begin, first)
            try:
                yield
            finally:
                self._own.unit = None

    def joined(self, *, write: bool) -> sa.Connection | None:
        """Give the block's transaction, begun at its first write; None where there is none."""
        return None if self._own.unit is None else self._own.unit.connection(write)


class _Unit:
    def __init__(self, stack: ExitStack, begin: Begin, first: First | None) -> None:
        self._stack = stack
        self._begin = begin
        self._first = first
        self._connection: sa.Connection | None = None

    def connection(self, write: bool) -> sa.Connection | None:
        if self._connection is None and write:
            self._connection = self._stack.enter_context(self._begin(write=True))
            if self._first is not None:
                self._first(self._connection)
        return self._connection


class _Own(threading.local):
    unit: _Unit | None = None

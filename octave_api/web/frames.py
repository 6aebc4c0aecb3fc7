"""Byte strings over a pipe: four bytes of length, big-endian, and so many bytes."""

from __future__ import annotations

from typing import BinaryIO


def read_frame(stream: BinaryIO) -> bytes | None:
    """Read one frame; None where the stream ends before it does."""
    head = stream.read(4)
    if len(head) < 4:
        return None
    size = int.from_bytes(head, "big")
    body = stream.read(size)
    return body if len(body) == size else None


def write_frame(stream: BinaryIO, body: bytes) -> None:
    """Write one frame; raises OSError where nobody reads any more."""
    stream.write(len(body).to_bytes(4, "big"))
    stream.write(body)
    stream.flush()

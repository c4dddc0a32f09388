"""Reading is a function of the bytes: within a module of tests each file that no test touches is read once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from navigator import load
from navigator.reader.record import Read, read_bytes


@contextmanager
def files_read_once() -> Iterator[None]:
    """While it lasts, the loader remembers what it has read."""
    remembered = cache(read_bytes)

    def read(path: Path, stem: str, kind: str, record_type: type) -> Read:
        return remembered(path.read_bytes(), stem, kind, record_type)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(load, "read", read)
        yield

"""The whole set, printed once for all tests."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from navigator.base import KnowledgeBase
from navigator.load import read_records
from sheets.compile import Pdf, Printer
from sheets.registry import sheets
from sheets.sheet import Press

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 11, 23)
ADDRESS = "https://example.org/navigator/"


@pytest.fixture(scope="session", name="base")
def _base() -> KnowledgeBase:
    """The shipped content."""
    base, _ = read_records(ROOT / "content")
    return base


@pytest.fixture(scope="session", name="press")
def _press(base: KnowledgeBase) -> Press:
    """A press for a site that has an address."""
    return Press(base, TODAY, ADDRESS)


@pytest.fixture(scope="session", name="printed")
def _printed(press: Press) -> list[Pdf]:
    """Every sheet of the set, compiled without a cache."""
    return Printer(press).print(sheets(press))

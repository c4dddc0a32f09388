"""The shelf life: terms by kind, days counted from the last review, states on a day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from navigator.freshness import REMINDER, TERMS, ages, later, layer, months
from navigator.load import read_content
from navigator.model import Case, FieldTest, Note, Record, Review, Term
from tests.rules.sound import TODAY, lay, sound_content

DAY = dt.date(2026, 11, 23)


def record(model: type[Record], **given: Any) -> Record:
    """A record with nothing but what its age depends on."""
    log = (Review(date=DAY, by="editors", sources=("a-work",), result="created"),)
    return model.model_construct(**{"id": "one", "reviews": log, "shelf_life": None, **given})


def note(**given: Any) -> Record:
    return record(Note, **{"regions": (), "industries": (), "recommendations": ("social-capital",), **given})


@pytest.mark.parametrize(
    ("one", "name", "term"),
    [
        (record(Term), "core", 24),
        (note(industries=("food",)), "industry", 12),
        (note(regions=("asean",)), "region", 6),
        (note(regions=("asean",), industries=("food",)), "region", 6),
        (note(industries=("food",), recommendations=("external-restrictions",)), "restrictions", 3),
        (record(Case), "case", 12),
        (record(FieldTest), "case", 12),
    ],
)
def test_the_narrower_the_advice_the_sooner_it_ages(one: Record, name: str, term: int) -> None:
    """A note takes the shortest of the terms that fit it."""
    assert (layer(one), months(one)) == (name, term)


def test_terms_are_those_of_the_issue() -> None:
    """Core 24 months, industry 12, region 6, restrictions 3."""
    assert {name: TERMS[name] for name in ("core", "industry", "region", "restrictions")} == {
        "core": 24, "industry": 12, "region": 6, "restrictions": 3,
    }


@pytest.mark.parametrize(
    ("day", "term", "due"),
    [
        ("2026-11-23", 24, "2028-11-23"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-12-01", 1, "2027-01-01"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-31", 12, "2027-12-31"),
    ],
)
def test_months_end_where_the_month_does(day: str, term: int, due: str) -> None:
    """The thirty-first of August and half a year are the end of February."""
    assert later(dt.date.fromisoformat(day), term).isoformat() == due


def test_states_change_on_the_days_that_pages_carry() -> None:
    """Fresh, soon, overdue, long overdue; each day named is the last or the first of its state."""
    found = ages(note(regions=("asean",)))
    one = dt.timedelta(days=1)

    assert (found.due, found.gone) == (dt.date(2027, 5, 23), dt.date(2027, 11, 23))
    assert found.due - found.remind == dt.timedelta(days=REMINDER)
    assert found.state(DAY) == "fresh"
    assert [found.state(found.remind - one), found.state(found.remind)] == ["fresh", "soon"]
    assert [found.state(found.due), found.state(found.due + one)] == ["soon", "overdue"]
    assert [found.state(found.gone), found.state(found.gone + one)] == ["overdue", "stale"]


def test_a_new_review_renews_the_record() -> None:
    """The last entry of the log counts, not the first."""
    log = (
        Review(date=DAY, by="editors", sources=("a-work",), result="created"),
        Review(date=dt.date(2027, 5, 1), by="editors", sources=("a-work",), result="confirmed"),
    )

    assert ages(note(regions=("asean",), reviews=log)).due == dt.date(2027, 11, 1)


def test_nobody_fails_because_records_have_aged(tmp_path: Path) -> None:
    """The check of an old content finds what it found on the first day: nothing, not even a warning."""
    lay(tmp_path / "content", sound_content())

    assert read_content(tmp_path / "content", dt.date.fromisoformat(TODAY)).problems == ()
    assert read_content(tmp_path / "content", dt.date(2046, 1, 1)).problems == ()

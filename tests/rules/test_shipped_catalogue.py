"""The shipped catalogue: how many ways there are, and what must never be mixed."""

from __future__ import annotations

from pathlib import Path

import pytest

from navigator.base import KnowledgeBase
from navigator.load import read_records
from navigator.model import Mode, Outcome
from navigator.model.tree import Family

CONTENT = Path(__file__).resolve().parents[2] / "content"
USER, SUPPLIER = "mode-shared-equipment", "mode-eaas-supplier"


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return read_records(CONTENT)[0]


def modes(base: KnowledgeBase) -> dict[str, Mode]:
    return {one.id: one for one in base.records.values() if isinstance(one, Mode) and one.status != "retired"}


def test_at_least_twenty_two_ways_in_eight_groups(base: KnowledgeBase) -> None:
    there = modes(base)
    families = {one.id for one in base.records.values() if isinstance(one, Family)}

    assert len(there) >= 22
    assert {one.family for one in there.values()} == families
    assert len(families) == 8


def test_the_two_sides_of_equipment_as_a_service_are_kept_apart(base: KnowledgeBase) -> None:
    """Each warns of the other, they stand in different groups, and neither is a step from the other."""
    user, supplier = modes(base)[USER], modes(base)[SUPPLIER]

    assert (user.family, supplier.family) == ("networks", "contracts")
    for one, other in ((user, supplier), (supplier, user)):
        assert other.id in {step.mode for step in one.not_the_same}
        assert other.id not in {step.mode for step in (*one.up, *one.down)}


def test_the_five_lawful_outcomes(base: KnowledgeBase) -> None:
    outcomes = {one.id for one in base.records.values() if isinstance(one, Outcome)}

    assert outcomes == {f"outcome-{name}" for name in ("preparation", "pause", "reduction", "leaving", "return")}


def test_every_way_leads_on_somewhere(base: KnowledgeBase) -> None:
    """From each one may go on, up or down: none is a dead end."""
    assert [id for id, one in modes(base).items() if not (one.up or one.down)] == []

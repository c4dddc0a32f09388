"""Every requirement is listed; what is said to be met is shown, and the evidence can fail."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.requirements.catalogue import EVERY_ID, ROOT, Requirement, copied, requirements
from tests.requirements.project import Project

LISTED = requirements()
SHOWN = [one for one in LISTED if one.shown_by and not one.by_test]


@pytest.fixture(scope="module")
def project() -> Project:
    """The project as it stands; its pages are rendered once."""
    return Project(ROOT)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A light copy, to be broken and mended."""
    folder = tmp_path_factory.mktemp("requirements") / "project"
    copied(ROOT, folder)
    return folder


def test_all_97_are_listed_once_in_their_order() -> None:
    """None is lost, none is invented."""
    assert tuple(one.id for one in LISTED) == EVERY_ID
    assert len(EVERY_ID) == 97


@pytest.mark.parametrize("one", SHOWN, ids=lambda one: one.id)
def test_evidence_names_its_requirement(one: Requirement) -> None:
    """The list and the code cannot drift apart."""
    assert (one.evidence().__doc__ or "").startswith(f"{one.id}: ")


def test_no_evidence_is_left_over() -> None:
    """Each function that speaks of a requirement is named in the list."""
    written = {f"{file.stem}.{name}" for file in Path(__file__).parent.glob("*.py")
               for name in re.findall(r'^def ([a-z]\w+)\(.*\n    """(?:FR-|P0)', file.read_text("utf-8"), re.MULTILINE)}

    assert written == {one.shown_by for one in SHOWN}


@pytest.mark.parametrize("one", SHOWN, ids=lambda one: one.id)
def test_what_is_met_is_shown(one: Requirement, project: Project) -> None:
    """The evidence finds nothing missing."""
    assert one.evidence()(project) == []


@pytest.mark.parametrize("one", SHOWN, ids=lambda one: one.id)
def test_evidence_fails_on_a_broken_project(one: Requirement, copy: Path) -> None:
    """With one edit the same evidence misses something; without the edit the copy is sound for the next one."""
    assert one.mutation is not None
    path = copy / one.mutation.file
    whole = path.read_bytes()
    if one.mutation.delete:
        path.unlink()
    else:
        path.write_text(one.mutation.broken(whole.decode("utf-8")), encoding="utf-8")
    try:
        missed = one.evidence()(Project(copy))
    finally:
        path.write_bytes(whole)

    assert missed != []

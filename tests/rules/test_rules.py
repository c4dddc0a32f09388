"""Rules over all records: one case file for each way in which they are broken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from navigator import rules
from navigator.load import read_content
from navigator.problems import Problem
from tests.remembered import files_read_once
from tests.rules.sound import TODAY, lay, sound_content

FOLDER = Path(__file__).resolve().parents[1] / "cases" / "rules"
CASES = sorted(FOLDER.glob("*.yml"))


@pytest.fixture(scope="module", autouse=True)
def _once() -> Iterator[None]:
    with files_read_once():
        yield


def given(case: Path) -> dict[str, Any]:
    spec: dict[str, Any] = yaml.safe_load(case.read_text(encoding="utf-8"))
    return spec


def problems_of(spec: dict[str, Any], folder: Path) -> tuple[Problem, ...]:
    """Lay the sound content with the edits and the files of the case over it, and check it."""
    files = sound_content() | spec.get("files", {})
    for edit in spec.get("edit", ()):
        assert edit["old"] in files[edit["file"]], f"{edit['file']} has no {edit['old']!r}"
        files[edit["file"]] = files[edit["file"]].replace(edit["old"], edit["new"], 1)
    for name in spec.get("remove", ()):
        del files[name]
    lay(folder / "content", files)
    return read_content(folder / "content", dt.date.fromisoformat(TODAY)).problems


def test_sound_content_has_no_problem(tmp_path: Path) -> None:
    """What every case spoils is sound before it is spoilt."""
    assert [str(problem) for problem in problems_of({}, tmp_path)] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path, tmp_path: Path) -> None:
    """The content under `edit`, `files` and `remove` has exactly the problems under `problems`."""
    spec = given(case)

    assert [str(problem) for problem in problems_of(spec, tmp_path)] == spec["problems"]


def test_every_rule_is_broken_by_some_case() -> None:
    """A rule that has never been seen to fail may not work at all."""
    broken = {problem.split()[1] for case in CASES for problem in given(case)["problems"]}

    assert [rule.code for rule in rules.ALL if rule.code not in broken] == []


def test_codes_are_stable_words_of_the_guide() -> None:
    """A code names one rule, and the rule says itself in a Russian sentence."""
    codes = [rule.code for rule in rules.ALL]

    assert len(codes) == len(set(codes))
    for rule in rules.ALL:
        assert rule.line[0].isupper(), rule.code
        assert rule.line.endswith("."), rule.code
        assert "\n\n" not in rule.line, rule.code

"""Scaffolds: every kind has one, each field is explained in it, and filled it reads without a remark."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest

from navigator.load import read_records
from navigator.model import KINDS
from navigator.reader.blanks import BLANK
from navigator.reader.record import read_bytes
from navigator.scaffold import path_of, scaffold
from navigator.schema import schema
from tests.rules.sound import lay, sound_content

TODAY = dt.date(2026, 11, 23)
ALL = [kind for kind, _ in KINDS.values()]
_COUNT = iter(range(10**6))


def filled(name: str, field: Mapping[str, Any]) -> str:
    """A value that the field takes; two of one list differ."""
    words = [word for word in field.get("enum", ()) if isinstance(word, str)]
    if words:
        return f'"{words[0]}"'
    if field.get("type") == "integer" or "minimum" in field:
        return str(field.get("minimum", 1))
    if "pattern" in field or field.get("type") == "object" or "anyOf" in field:
        return f"name-{next(_COUNT)}"
    return "Короткий текст о деле. ".ljust(field.get("minLength", 1) + 5, "д").strip()[: field.get("maxLength", 200)]


@pytest.mark.parametrize("kind", ALL)
def test_a_filled_scaffold_is_read_without_a_remark(kind: str) -> None:
    model = next(model for other, model in KINDS.values() if other == kind)
    done = read_bytes(scaffold(kind, "some-name", TODAY, value=filled).encode(), "some-name", kind, model)

    assert [f"{one.line}: {one.code} {one.message}" for one in done.findings] == []
    assert isinstance(done.record, model)
    assert done.record.id == "some-name"


@pytest.mark.parametrize("kind", ALL)
def test_every_field_of_the_kind_is_there_with_its_explanation(kind: str) -> None:
    text = scaffold(kind, "some-name", TODAY)
    plain = " ".join(line.strip().lstrip("#").strip() for line in text.splitlines())
    shape = schema(next(model for other, model in KINDS.values() if other == kind))

    for name, field in shape["properties"].items():
        assert f"{name}:" in plain
        assert " ".join(field["description"].split()) in plain, f"{kind}: {name}"


@pytest.mark.parametrize("kind", ALL)
def test_an_unfilled_scaffold_never_passes(kind: str, tmp_path: Any) -> None:
    lay(tmp_path / "content", {path_of(kind, "some-name"): scaffold(kind, "some-name", TODAY)})

    _, problems = read_records(tmp_path / "content")

    assert BLANK in scaffold(kind, "some-name", TODAY)
    assert any(problem.severity == "error" for problem in problems)
    assert all(problem.code[0] == "D" for problem in problems), "only values are missing, the form is sound"


def test_a_switched_off_field_is_switched_on_by_taking_away_the_sign() -> None:
    text = scaffold("term", "some-name", TODAY, value=filled).replace("#related:", "related:")
    done = read_bytes(text.encode(), "some-name", "term", KINDS["glossary"][1])

    assert done.findings == []
    assert len(done.record.related) == 1  # type: ignore[union-attr]


def test_an_existing_record_lends_its_values_as_examples(tmp_path: Any) -> None:
    lay(tmp_path / "content", sound_content())
    base, _ = read_records(tmp_path / "content")

    text = scaffold("term", "some-name", TODAY, base)

    assert "# Термин в именительном падеже. Например: Конструкт 1\n" in text
    assert "Например: Слово." in text


def test_what_may_be_chosen_is_named_beside_the_field(tmp_path: Any) -> None:
    lay(tmp_path / "content", sound_content())
    base, _ = read_records(tmp_path / "content")

    text = " ".join(scaffold("note", "some-name", TODAY, base).replace("\n#", " ").split())

    assert "Есть: north, south." in text
    assert "Есть: mode-diversity, decomposition, internal-factors" in text

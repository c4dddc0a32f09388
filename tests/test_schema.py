"""Schemas for editors say what the models say, are committed as generated, and take what the reader takes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from navigator.model import KINDS
from navigator.schema import files

ROOT = Path(__file__).resolve().parents[1]
MADE = files()


class Editor(yaml.SafeLoader):
    """Types as an editor sees them: numbers and true, but no dates."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [pair for pair in pairs if not pair[0].endswith("timestamp")]
        for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def schema_of(kind: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(MADE[f"schema/{kind}.schema.json"])
    return made


@pytest.mark.parametrize("name", MADE)
def test_the_committed_file_is_the_generated_one(name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8") == MADE[name], "run make generated"


def test_no_schema_is_left_of_a_kind_that_is_no_more() -> None:
    assert {f"schema/{path.name}" for path in (ROOT / "schema").iterdir()} == MADE.keys() - {".vscode/settings.json"}


@pytest.mark.parametrize("kind", [kind for kind, _ in KINDS.values()])
def test_the_schema_is_sound_closed_and_explained_in_russian(kind: str) -> None:
    schema = schema_of(kind)
    jsonschema.Draft7Validator.check_schema(schema)

    for mapping in (schema, *schema["definitions"].values()):
        assert mapping["additionalProperties"] is False
        assert any("а" <= letter <= "я" for letter in mapping["title"])
        for name, field in mapping["properties"].items():
            assert any("а" <= letter <= "я" for letter in field["description"]), f"{kind}: {name}"


@pytest.mark.parametrize("folder", KINDS)
def test_an_editor_finds_nothing_wrong_in_our_records(folder: str) -> None:
    validator = jsonschema.Draft7Validator(schema_of(KINDS[folder][0]))

    for path in sorted((ROOT / "content" / folder).glob("*.yml")):
        record = yaml.load(path.read_text(encoding="utf-8"), Editor)  # noqa: S506
        assert [f"{path.name}: {error.json_path}: {error.message}" for error in validator.iter_errors(record)] == []


def test_an_editor_takes_a_year_and_true_as_they_are_typed() -> None:
    validator = jsonschema.Draft7Validator(schema_of("source")["properties"]["year"])
    link = jsonschema.Draft7Validator(schema_of("term")["properties"]["link"])

    assert validator.is_valid(2009)
    assert validator.is_valid("2009")
    assert link.is_valid(False)
    assert link.is_valid("false")
    assert not link.is_valid("нет")


def test_the_editor_is_told_which_schema_each_folder_has() -> None:
    wired = json.loads(MADE[".vscode/settings.json"])["yaml.schemas"]

    assert wired == {f"./schema/{kind}.schema.json": f"content/{folder}/*.yml" for folder, (kind, _) in KINDS.items()}

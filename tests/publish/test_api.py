"""What machines read: every record once, as its schema says, the same bytes for the same content."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from build import ROOT
from navigator.base import KnowledgeBase
from navigator.load import read_records
from navigator.model import KINDS
from navigator.model.tree import Combination, Flag
from navigator.tree.condition import parse
from publish.api import LICENCE, made, plain, write
from tests.rules.sound import lay, sound_content

TODAY = dt.date(2026, 11, 23)
BASE, _ = read_records(ROOT / "content")
FILES = made(BASE, TODAY, "2026-11-23.abcd1234", "https://example.org/navigator")
KIND_NAMES = sorted(kind for kind, _ in KINDS.values())


def read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FILES[name])
    return found


def test_every_record_stands_there_once() -> None:
    listed = [entry["id"] for kind in KIND_NAMES for entry in read(f"{kind}.json")["records"]]

    assert sorted(listed) == sorted(BASE.records)


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_records_are_what_the_schema_beside_them_says(kind: str) -> None:
    """In the order of their ids, each under the day when it is due."""
    file = read(f"{kind}.json")
    validator = jsonschema.Draft7Validator(read(f"schema/{kind}.schema.json"))

    assert file["schema"] == f"api/schema/{kind}.schema.json"
    assert [one["id"] for one in file["records"]] == sorted(one["id"] for one in file["records"])
    for entry in file["records"]:
        assert entry["record"]["id"] == entry["id"]
        assert entry["due"] < entry["gone"]
        validator.validate(entry["record"])


def test_schemas_are_the_committed_ones() -> None:
    for kind in KIND_NAMES:
        name = f"schema/{kind}.schema.json"
        assert FILES[name] == (ROOT / name).read_text(encoding="utf-8")


def test_nothing_that_an_author_wrote_is_lost() -> None:
    """Provenance, references as ids, reviews: a record read back is the record."""
    for kind, model in KINDS.values():
        for entry in read(f"{kind}.json")["records"]:
            assert model.model_validate(entry["record"]) == BASE.records[entry["id"]]


def test_conditions_are_written_as_in_the_records() -> None:
    for record in BASE.records.values():
        if isinstance(record, Combination | Flag):
            assert parse(plain(record)["when"]) == record.when


def test_the_index_names_every_file_with_its_counts() -> None:
    index = read("index.json")

    assert (index["version"], index["date"], index["format"]) == ("2026-11-23.abcd1234", "2026-11-23", 1)
    assert index["site"] == "https://example.org/navigator/"
    assert index["licence"] == LICENCE
    assert [one["kind"] for one in index["kinds"]] == KIND_NAMES
    named = {name for one in index["kinds"] for name in (one["file"], one["schema"])} | {index["tree"], index["board"]}
    assert named == {f"api/{name}" for name in FILES} - {"api/index.json"}
    assert sum(one["records"] for one in index["kinds"]) == index["records"] == len(BASE.records)


def test_without_an_address_the_index_names_none() -> None:
    assert "site" not in json.loads(made(BASE, TODAY, "1")["index.json"])


def test_the_tree_is_the_one_that_the_browser_takes() -> None:
    tree = read("tree.json")

    assert len(tree["tree"]["questions"]) == len(BASE.of_kind("question"))
    assert all(len(mark) == 4 for mark in tree["marks"])


def test_the_same_content_is_the_same_bytes_in_whatever_order_it_was_read(tmp_path: Path) -> None:
    turned = KnowledgeBase(dict(reversed(BASE.records.items())), BASE.origins)
    write(BASE, tmp_path / "one", TODAY, "v")
    write(turned, tmp_path / "two", TODAY, "v")

    files = sorted(file.relative_to(tmp_path / "one") for file in (tmp_path / "one").rglob("*.json"))
    assert len(files) == len(FILES)
    for file in files:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes(), file


def test_no_file_says_on_which_machine_it_was_made() -> None:
    for name, text in FILES.items():
        assert str(ROOT) not in text, name
        assert str(Path.home()) + "/" not in text, name


def test_letters_stay_letters() -> None:
    assert "Редакция «Методического навигатора»" in FILES["person.json"]
    assert "\\u0" not in FILES["term.json"]


def test_content_without_a_tree_says_nothing_of_one(tmp_path: Path) -> None:
    lay(tmp_path, {name: text for name, text in sound_content().items() if name != "tree/tree.yml"})
    base, _ = read_records(tmp_path)
    tree = json.loads(made(base, TODAY, "v")["tree.json"])

    assert tree["records"] == []
    assert "tree" not in tree

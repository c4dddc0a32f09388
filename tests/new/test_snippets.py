"""Snippets for the editor: by the title of a record its id."""

from __future__ import annotations

import json
from pathlib import Path

from navigator.load import read_records
from navigator.snippets import FILE, snippets
from tests.rules.sound import lay, sound_content

ROOT = Path(__file__).resolve().parents[2]


def test_every_record_is_found_by_its_title_and_by_its_id(tmp_path: Path) -> None:
    lay(tmp_path / "content", sound_content())
    base, _ = read_records(tmp_path / "content")
    made = json.loads(snippets(base))

    assert made.keys() == base.records.keys()
    assert made["term-trial"] == {"scope": "yaml", "prefix": ["Проба", "term-trial"], "body": "term-trial",
                                  "description": "Термин глоссария: Проба"}


def test_the_file_of_this_machine_is_not_committed() -> None:
    assert f"/{FILE}" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()

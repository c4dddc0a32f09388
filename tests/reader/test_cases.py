"""Whatever is wrong with a file is named with its place and its mend: one case a situation."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from navigator.load import read_records
from navigator.reader import codes, record

CASES = Path(__file__).parents[1] / "cases" / "reader"
SOUND = CASES / "sound"
SOURCES = Path(record.__file__).parents[1]


def cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['name']}")
        for path in sorted(CASES.glob("*.yml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def text_of(case: dict[str, Any]) -> str:
    """The file of a case: its own text, or the sound record with one thing replaced."""
    if "text" in case:
        return str(case["text"])
    name = Path(case["file"]).stem.replace("е", "e")
    text = (SOUND / f"{name}.yml").read_text(encoding="utf-8")
    if "replace" in case:
        old, new = case["replace"]
        assert old in text, f"{old!r} is not in the sound record"
        text = text.replace(old, new)
    return re.sub(r"@(\D?)(\d+)@", lambda match: (match[1] or "x") * int(match[2]), text)


def bytes_of(case: dict[str, Any]) -> bytes:
    encoding = case.get("encoding", "utf-8")
    if encoding == "surrogates":
        return text_of(case).encode("utf-8", errors="surrogateescape")
    return text_of(case).encode(encoding)


def put(case: dict[str, Any], root: Path) -> None:
    """The content folder of a case."""
    for name, data in {case["file"]: bytes_of(case), **case.get("beside", {})}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    for name in case.get("folders", ()):
        (root / name).mkdir(parents=True)
    for name, target in case.get("links", {}).items():
        (root / name).symlink_to(target)
    for name in case.get("pipes", ()):
        os.mkfifo(root / name)


def problems_of(case: dict[str, Any], folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    root = folder / "content"
    put(case, root)
    if case.get("closed"):

        def refuse(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)
    if "room" in case:
        monkeypatch.setattr("navigator.reader.folder.MOST_FILES", case["room"])
    _, problems = read_records(root)
    return [str(problem) for problem in sorted(problems)]


@pytest.mark.parametrize("case", cases())
def test_case(case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert problems_of(case, tmp_path, monkeypatch) == case["problems"]


def said_by(*files: Path) -> set[str]:
    """The codes that the modules name."""
    return {code for path in files for code in re.findall(r'"([ABCD]\d\d)"', path.read_text(encoding="utf-8"))}


def test_every_code_of_the_reader_has_a_case() -> None:
    """A problem that has never been seen may never be said."""
    modules = [path for path in (SOURCES / "reader").glob("*.py") if path.stem != "codes"]
    shown = {line.split()[1] for case in cases() for line in case.values[0]["problems"]}
    last_resort = {"B99"}  # what is found there gets a code of its own

    assert said_by(*modules, SOURCES / "load.py") - shown == last_resort


def test_every_code_of_the_reader_has_a_line_in_the_guide() -> None:
    modules = [path for path in (SOURCES / "reader").glob("*.py") if path.stem != "codes"]

    assert said_by(*modules, SOURCES / "load.py", SOURCES / "ids_lock.py") == codes.LINES.keys()

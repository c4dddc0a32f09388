"""scripts/new.py: writes where it should, refuses what would go elsewhere or look like something else."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import called
from tests.rules.sound import lay, sound_content

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(name="content")
def _content(tmp_path: Path) -> Path:
    lay(tmp_path / "content", sound_content())
    return tmp_path / "content"


def new(content: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return called("new", "--content", str(content), *words)


def test_it_starts_from_the_command_line() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "new.py"), "--content", "no-such-folder", "term", "term-x"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)

    assert done.returncode == 2
    assert "no-such-folder" in done.stderr


def names(content: Path) -> set[str]:
    return {path.relative_to(content).as_posix() for path in content.rglob("*") if path.is_file()}


def test_a_record_begins_in_the_folder_of_its_kind(content: Path) -> None:
    done = new(content, "--today", "2026-11-23", "term", "term-bridge")

    text = (content / "glossary" / "term-bridge.yml").read_text(encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert text.startswith("# yaml-language-server: $schema=../../schema/term.schema.json\n")
    assert "\nid: term-bridge\n" in text
    assert "date: 2026-11-23" in text


def test_without_words_every_kind_is_named(content: Path) -> None:
    done = new(content)

    assert done.returncode == 0
    assert "term           Термин глоссария" in done.stdout


@pytest.mark.parametrize(("id", "message"), [
    ("../outside", "имя «../outside» не годится"),
    ("/etc/passwd", "не годится"),
    ("nested/name", "не годится"),
    ("..", "не годится"),
    ("term.yml", "не годится"),
    ("Term", "не годится"),
    ("a" * 61, "имя длиннее 60 знаков"),
    ("рынок", "не годится"),
    ("term\nx", "имя «term\\x0ax» не годится"),
    ("con\u0441truct", "буква «с» (знак 4) русская, хотя выглядит как латинская «c»"),
    ("term-trial", "имя «term-trial» уже занято (content/glossary/term-trial.yml)"),
    ("mode-diversity-item-1", "уже занято (вид item)"),
])
def test_a_bad_name_is_refused_and_nothing_is_written(content: Path, id: str, message: str) -> None:
    before = names(content)
    done = new(content, "term", id)

    assert done.returncode == 1
    assert message in done.stderr
    assert names(content) == before
    assert not (content.parent / "outside.yml").exists()


def test_a_name_that_was_once_used_is_refused(content: Path) -> None:
    (content / "ids.lock").write_text("term-gone term 2026-01-01 retired\n", encoding="utf-8")
    done = new(content, "term", "term-gone")

    assert done.returncode == 1
    assert "уже было на сайте (term, 2026-01-01), второй раз имена не занимают" in done.stderr


def test_a_folder_that_leads_elsewhere_is_refused(content: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    shutil.rmtree(content / "modes")
    (content / "modes").symlink_to(tmp_path / "elsewhere")
    done = new(content, "mode", "mode-new")

    assert done.returncode == 1
    assert "ссылка на другое место" in done.stderr
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_an_unknown_kind_is_answered_with_the_nearest(content: Path) -> None:
    done = new(content, "tern", "term-bridge")

    assert done.returncode == 2
    assert "вида записей «tern» нет; может быть, «term»?" in done.stderr


def test_a_kind_may_be_named_by_its_folder(content: Path) -> None:
    assert new(content, "glossary", "term-bridge").returncode == 0


@pytest.mark.parametrize("name", ["con", "aux", "com1"])
def test_a_name_that_windows_keeps_for_a_device_is_refused(content: Path, name: str) -> None:
    done = new(content, "term", name)

    assert done.returncode == 1
    assert f"имя «{name}» Windows оставляет за устройством, файл там не откроется; выберите другое" in done.stderr

"""The check command: its three formats, its three exit codes, and never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from navigator.problems import Place, Problem
from navigator.report import github_report, summary, text_report

ROOT = Path(__file__).resolve().parents[1]
SOUND = ROOT / "tests" / "cases" / "reader" / "sound"
OFFER = (SOUND / "term-offer.yml").read_text(encoding="utf-8")


def check(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "check.py"), *arguments],
        capture_output=True, text=True, encoding="utf-8", check=False, cwd=cwd, timeout=600,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0"},
    )  # fmt: skip
    assert "Traceback" not in done.stdout + done.stderr
    return done


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with one broken record; much else is missing from it."""
    folder = tmp_path / "content" / "glossary"
    folder.mkdir(parents=True)
    (folder / "term-offer.yml").write_text(OFFER.replace("term: Оферта", "term: Шаг 1: найти"), encoding="utf-8")
    return tmp_path / "content"


def test_our_content_is_sound_from_any_folder(tmp_path: Path) -> None:
    done = check("--format", "json", cwd=tmp_path)

    assert [row for row in json.loads(done.stdout)["problems"] if row["severity"] == "error"] == []
    assert done.returncode == 0


def test_text_names_the_place_the_code_and_the_mend_and_ends_with_the_count(content: Path) -> None:
    done = check("--content", str(content))
    lines = done.stdout.splitlines()

    assert done.returncode == 1
    assert (
        "content/glossary/term-offer.yml:4:12 B10 двоеточие с пробелом в строке; возьмите весь текст "
        'в прямые кавычки: title: "Индия: этикетка" (ёлочки здесь не помогают) или запишите после >- с новой строки'
    ) in lines
    assert lines[-1].startswith("Найдено: ")


def test_json_has_the_stable_shape(content: Path) -> None:
    done = check("--content", str(content), "--format", "json")
    report = json.loads(done.stdout)
    row = next(row for row in report["problems"] if row["code"] == "B10")

    assert done.returncode == 1
    assert report["records"] == 0
    assert row.keys() == {"file", "line", "column", "code", "severity", "message", "fix"}
    assert (row["file"], row["line"], row["column"]) == ("content/glossary/term-offer.yml", 4, 12)
    assert row["severity"] == "error"


def test_github_gets_annotations(content: Path) -> None:
    done = check("--content", str(content), "--format", "github")

    assert done.returncode == 1
    assert any(
        line.startswith("::error file=content/glossary/term-offer.yml,line=4,col=12,title=B10::двоеточие")
        for line in done.stdout.splitlines()
    )


def test_problems_come_sorted_by_place(content: Path) -> None:
    rows = json.loads(check("--content", str(content), "--format", "json").stdout)["problems"]
    places = [(row["file"], row["line"], row["column"]) for row in rows]

    assert places == sorted(places)


@pytest.mark.parametrize("arguments", [
    ("--content", "/nowhere"), ("--content", __file__), ("--content", ""), ("--content", "a\x01b"), ("--content",),
    ("--today", "2026-02-30"), ("--today", "23.11.2026"), ("--today", ""), ("--today", "２０２６-11-23"),
    ("--format", "xml"), ("--nonsense",), ("content",),
])  # fmt: skip
def test_wrong_use_is_answered_in_russian(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = check(*arguments, cwd=tmp_path)

    if arguments != ("--content", ""):  # the present folder, which holds no records
        assert done.returncode == 2
        assert done.stdout == ""
        assert any("а" <= letter <= "я" for letter in done.stderr)
    assert done.returncode in (1, 2)


def test_help_is_in_russian() -> None:
    done = check("--help")

    assert done.returncode == 0
    assert "Проверяет записи" in done.stdout


def test_an_empty_folder_misses_what_must_be_there(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()

    done = check("--content", str(tmp_path / "content"), "--format", "json")
    rows = json.loads(done.stdout)["problems"]

    assert done.returncode == 1
    assert sum(row["file"] == "content/recommendations" and row["line"] == row["column"] == 1 for row in rows) >= 8


def test_whatever_lies_in_the_folder_there_is_no_traceback(content: Path) -> None:
    glossary = content / "glossary"
    (glossary / "term-folder.yml").mkdir()
    (glossary / "term-link.yml").symlink_to("/nowhere")
    (glossary / "term-self.yml").symlink_to("term-self.yml")
    (glossary / "term-bytes.yml").write_bytes(bytes(range(256)) * 8)
    (glossary / "term-zeros.yml").write_bytes(b"\0" * 5000)
    (glossary / "term-huge.yml").write_bytes(b"a: b\n" * 200_000)
    (glossary / "term-deep.yml").write_bytes(b"a: " + b"[" * 200_000)
    (glossary / "term-wide.yml").write_bytes(b"a: {" + b"{? " * 80_000)
    (glossary / "a\nb\x1b[31m.yml").write_text("id: x\n", encoding="utf-8")
    (content / "ids.lock").write_bytes(b"\xff\xfe broken")
    (content / "pages").symlink_to("glossary")
    (content / "sources").write_text("not a folder", encoding="utf-8")
    os.mkfifo(glossary / "term-pipe.yml")
    with open(os.fsencode(glossary) + b"/term-\xff.yml", "wb") as odd:
        odd.write(b"id: term-x\n")

    for form in ("text", "json", "github"):
        done = check("--content", str(content), "--format", form)
        assert done.returncode == 1
        assert done.stderr == ""
        assert "\x1b" not in done.stdout


def test_a_link_to_the_content_folder_is_followed(content: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(content)

    assert check("--content", str(link)).returncode == 1


def test_the_source_line_and_a_caret_are_shown_in_a_terminal(content: Path) -> None:
    problem = Problem(Place("content/glossary/term-offer.yml", 4, 12), "B10", "error", "что", "как")

    assert text_report([problem], content).splitlines()[1:] == [
        "     4 | term: Шаг 1: найти",
        "       |            ^",
    ]


def test_counts_are_in_good_russian() -> None:
    def found(errors: int, warnings: int) -> str:
        place = Place("content/x.yml")
        rows = [Problem(place, "B10", "error", "", "")] * errors + [Problem(place, "A21", "warning", "", "")] * warnings
        return summary(rows).replace("\u00a0", " ")

    assert found(1, 2) == "Найдено: 1 ошибка и 2 предупреждения в 1 файле."
    assert found(21, 0) == "Найдено: 21 ошибка в 1 файле."
    assert found(0, 5) == "Найдено: 5 предупреждений в 1 файле. Публиковать можно: предупреждения не мешают."
    assert found(0, 0) == "Замечаний нет."


def test_annotations_are_escaped() -> None:
    problem = Problem(Place("content/a,b:c.yml", 1, 2), "B10", "warning", "100 %\nв строке", "как")

    assert github_report([problem]) == (
        "::warning file=content/a%2Cb%3Ac.yml,line=1,col=2,title=B10::100 %25%0Aв строке; как"
    )


@pytest.mark.parametrize("report", [
    lambda problem: github_report([problem]), lambda problem: text_report([problem], ROOT),
], ids=["github", "text"])
def test_words_of_a_stranger_are_no_command_in_the_middle_of_a_line(report: Callable[[Problem], str]) -> None:
    """GitHub obeys `##[…]` wherever it stands in what a step prints."""
    problem = Problem(Place("content/##[group]a.yml", 1, 2), "K10", "error", "«##[stop-commands]x»", "##[add-mask]а")

    assert "##[" not in report(problem)
    assert "#·[stop-commands]x" in report(problem)

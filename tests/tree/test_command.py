"""`scripts/advise.py` as programs and people call it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "advise.py"), *arguments], input=given, capture_output=True,
        encoding="utf-8", cwd=ROOT, check=False, env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


def test_one_set_in_one_result_out(tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    file.write_text('{"foreign-sales": "never", "no-such": "x"}', encoding="utf-8")

    done = run("--json", str(file))

    assert done.returncode == 0
    assert json.loads(done.stdout)["dropped"] == ["no-such"]


def test_a_list_in_a_list_out() -> None:
    done = run("--json", "-", given='[{}, {"offer": "software"}]')

    assert [one["survey"] for one in json.loads(done.stdout)] == ["short", "short"]


def test_a_person_reads_russian() -> None:
    done = run("-", given='{"foreign-sales": "never", "restrictions": "no-lawful-way", "offer": "consumer-goods"}')

    assert done.returncode == 0
    assert done.stdout.startswith("! Законный путь на этот рынок пока не найден")
    assert "языковая модель" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "given", "said"),
    [
        (("-",), "{", "это не JSON"),
        (("-",), "[1]", "нужен набор ответов"),
        (("no-such-file.json",), "", "не читается"),
        ((), "", "не назван файл"),
        (("--wrong", "-"), "{}", "нет ключа"),
        (("--content", "no-such-folder", "-"), "{}", "нет"),
    ],
)
def test_wrong_use_is_said_in_russian(arguments: tuple[str, ...], given: str, said: str) -> None:
    done = run(*arguments, given=given)

    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""

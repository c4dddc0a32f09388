"""scripts/due.py: what is due on a day, and whose it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.rules.sound import lay, sound_content

ROOT = Path(__file__).resolve().parents[2]


def due(content: Path, today: str) -> str:
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "due.py"), "--content", str(content), "--today", today],
        capture_output=True, text=True, encoding="utf-8", check=True, timeout=600,
    ).stdout


def test_fresh_content_has_nothing_due(tmp_path: Path) -> None:
    lay(tmp_path / "content", {"glossary/term-trial.yml": sound_content()["glossary/term-trial.yml"]})

    assert "Перепроверять пока нечего." in due(tmp_path / "content", "2026-11-23")


def test_what_is_due_is_named_with_its_day_and_its_owner(tmp_path: Path) -> None:
    files = sound_content()
    lay(tmp_path / "content", {name: files[name] for name in ("glossary/term-trial.yml", "people/editors.yml")})

    assert "## Скоро срок: 2" in due(tmp_path / "content", "2028-11-01")
    late = due(tmp_path / "content", "2028-12-01")
    assert "## Просрочено: 2" in late
    assert "- `content/glossary/term-trial.yml` — срок 2028-11-23, Редакция" in late
    assert "## Давно просрочено: 2" in due(tmp_path / "content", "2031-01-01")

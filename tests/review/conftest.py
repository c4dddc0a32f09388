"""A small repository with sound content, made on the fly."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.rules.sound import lay, sound_content

Git = Callable[..., str]


@pytest.fixture(name="git")
def _git(tmp_path: Path) -> Git:
    """Runs git in the repository, without the settings of this machine."""
    root = tmp_path / "repo"
    root.mkdir()

    def git(*words: str) -> str:
        return subprocess.run(
            ["git", "-c", "user.name=Эксперт", "-c", "user.email=expert@example.org", "-c", "commit.gpgsign=false",
             "-c", "core.hooksPath=/dev/null", "-C", str(root), *words],
            check=True, capture_output=True, text=True, encoding="utf-8",
        ).stdout

    git("init", "-q", "-b", "main")
    lay(root / "content", sound_content())
    git("add", "-A")
    git("commit", "-q", "-m", "sound")
    return git


@pytest.fixture(name="root")
def _root(git: Git, tmp_path: Path) -> Path:
    return tmp_path / "repo"

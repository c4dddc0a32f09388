"""A finished site replaces the old one in one step, and nothing else is ever deleted."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from publish import swap


def site(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(text, encoding="utf-8")
    (folder / swap.MARKER).write_text("{}", encoding="utf-8")
    return folder


def test_a_new_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    """After the swap the target is the fresh site and nothing is left beside it."""
    old, fresh = site(tmp_path / "site", "old"), site(tmp_path / "fresh", "new")

    swap.swap(fresh, old)

    assert (old / "index.html").read_text(encoding="utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_without_an_exchange_the_swap_still_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that cannot exchange names gets two renames."""
    monkeypatch.setattr(swap, "_exchange", lambda first, second: False)
    old, fresh = site(tmp_path / "site", "old"), site(tmp_path / "fresh", "new")

    swap.swap(fresh, old)

    assert (old / "index.html").read_text(encoding="utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_swap_cut_between_two_renames_is_repaired(tmp_path: Path) -> None:
    """The kept copy comes back when the target is missing."""
    site(tmp_path / ".site.previous", "old")

    swap.recover(tmp_path / "site")

    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("kind", ["full", "file", "link"])
def test_a_folder_that_no_build_made_is_refused(tmp_path: Path, kind: str) -> None:
    """A mistyped target keeps its files."""
    target = tmp_path / "documents"
    if kind == "full":
        target.mkdir()
        (target / "diary.txt").write_text("mine", encoding="utf-8")
    elif kind == "file":
        target.write_text("mine", encoding="utf-8")
    else:
        target.symlink_to(site(tmp_path / "elsewhere", "old"))

    with pytest.raises(swap.NotOurFolderError):
        swap.swap(site(tmp_path / "fresh", "new"), target)

    assert target.exists()


def test_killed_at_any_moment_a_whole_site_is_there(tmp_path: Path) -> None:
    """A process that swaps for ever is killed at random moments; the target is always whole."""
    target = site(tmp_path / "site", "whole")
    worker = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from publish import swap
        target, count = Path(sys.argv[1]), 0
        while True:
            count += 1
            fresh = target.with_name(f"fresh-{count}-{sys.argv[2]}")
            fresh.mkdir()
            (fresh / "index.html").write_text("whole", encoding="utf-8")
            (fresh / swap.MARKER).write_text("{}", encoding="utf-8")
            swap.swap(fresh, target)
        """
    )
    scripts = Path(swap.__file__).resolve().parents[1]
    for attempt in range(6):
        process = subprocess.Popen([sys.executable, "-c", worker, str(target), str(attempt)], cwd=scripts)
        time.sleep(0.25 + attempt * 0.037)
        process.kill()
        process.wait()
        swap.recover(target)
        assert (target / "index.html").read_text(encoding="utf-8") == "whole"
        assert (target / swap.MARKER).is_file()

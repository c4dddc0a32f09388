"""The build command: all or nothing, the same bytes each time, clear words when it cannot."""

from __future__ import annotations

import filecmp
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from build import ROOT
from tests.site.conftest import TODAY


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "build.py"), *map(str, arguments)],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )


@pytest.fixture(name="content")
def _content(tmp_path: Path) -> Path:
    """A copy of the shipped content that a test may break."""
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_two_builds_with_one_date_are_byte_identical(site: Path, tmp_path: Path) -> None:
    """Nothing of the clock, the machine or the order of a set gets into the site."""
    again = tmp_path / "again"

    done = run("--out", again, "--today", TODAY.isoformat())

    assert done.returncode == 0, done.stderr
    assert files(again) == files(site)
    _, differing, errors = filecmp.cmpfiles(site, again, files(site), shallow=False)
    assert (differing, errors) == ([], [])


def test_a_failed_build_leaves_the_last_site(site: Path, content: Path, tmp_path: Path) -> None:
    """Broken content: exit 1, the problem by file and line, the old site untouched, no litter."""
    out = Path(shutil.copytree(site, tmp_path / "out" / "site"))
    before = files(out)
    (content / "stages" / "launch.yml").write_text("id: launch\ntitle: [", encoding="utf-8")

    done = run("--content", content, "--out", out)

    assert done.returncode == 1
    assert "content/stages/launch.yml:" in done.stderr
    assert "Traceback" not in done.stderr
    assert files(out) == before
    assert [path.name for path in out.parent.iterdir()] == ["site"]


def test_a_killed_build_leaves_the_last_site(site: Path, tmp_path: Path) -> None:
    """Killed at several moments, the folder still holds the whole old site."""
    out = Path(shutil.copytree(site, tmp_path / "out" / "site"))
    before = files(out)
    for delay in (0.4, 1.2, 2.5):
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "scripts" / "build.py"), "--out", str(out), "--today", TODAY.isoformat()],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )
        time.sleep(delay)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert files(out) == before


def test_a_folder_with_somebody_elses_files_is_refused(tmp_path: Path) -> None:
    """Exit 2 and the files stay."""
    out = tmp_path / "papers"
    out.mkdir()
    (out / "diary.txt").write_text("mine", encoding="utf-8")

    done = run("--out", out)

    assert done.returncode == 2
    assert "сборка не создавала" in done.stderr
    assert (out / "diary.txt").read_text(encoding="utf-8") == "mine"


def test_a_missing_content_folder_is_wrong_use(tmp_path: Path) -> None:
    """Exit 2 with the name of the folder."""
    done = run("--content", tmp_path / "nowhere", "--out", tmp_path / "out")

    assert done.returncode == 2
    assert "нет папки с записями" in done.stderr


def test_a_failing_template_fails_the_build_with_the_page_named(tmp_path: Path) -> None:
    """A macro that raises stops the build; the message names the page."""
    project = tmp_path / "project"
    for name in ("content", "docs", "macros", "overrides", "scripts"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", project / "mkdocs.yml")
    stub = project / "docs" / "method.md"
    stub.write_text(stub.read_text(encoding="utf-8").replace("{{ ", "{{ no_such_"), encoding="utf-8")

    done = subprocess.run(
        [sys.executable, str(project / "scripts" / "build.py"), "--out", str(tmp_path / "out")],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )

    assert done.returncode == 1
    assert "method.md" in done.stderr
    assert not (tmp_path / "out").exists()

"""The preview outlives a broken file: the last good site stays, the problem is shown, the mend recovers it."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from build import ROOT

PATIENCE = 90.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(name="project")
def _project(tmp_path: Path) -> Path:
    """A copy of everything the preview reads, so that the test may break it."""
    for name in ("content", "docs", "macros", "overrides", "scripts", "schema"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.fixture(name="preview")
def _preview(project: Path) -> Iterator[str]:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, str(project / "scripts" / "serve.py"), "--port", str(port)], cwd=project,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    yield f"http://127.0.0.1:{port}/"
    process.send_signal(signal.SIGINT)
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def read(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            return str(answer.read().decode("utf-8"))
    except (urllib.error.URLError, ConnectionError):
        return ""


def wait_for(address: str, wanted: str, present: bool = True) -> str:
    """The page once it does (or does not) hold `wanted`."""
    end = time.monotonic() + PATIENCE
    page = ""
    while time.monotonic() < end:
        page = read(address)
        if page and (wanted in page) is present:
            return page
        time.sleep(0.3)
    raise AssertionError(f"«{wanted}» {'never came' if present else 'never went'}; the page ends: {page[-800:]}")


def test_the_preview_survives_a_broken_file_and_sees_every_edit(project: Path, preview: str) -> None:
    """Break a record, mend it, edit a template: each is seen, and a whole site is there throughout."""
    page = preview + "recommendations/mode-diversity/"
    wait_for(page, "</html>")
    record = project / "content" / "recommendations" / "mode-diversity.yml"
    sound = record.read_text(encoding="utf-8")

    record.write_text(sound.replace("short:", "shrot:", 1), encoding="utf-8")
    broken = wait_for(page, "последняя правка не собралась")
    assert "mode-diversity.yml" in broken
    assert "Откуда это" in broken or "<h1" in broken

    record.write_text(sound.replace("short: ", "short: Проверка ", 1), encoding="utf-8")
    mended = wait_for(page, "Проверка ")
    assert "последняя правка не собралась" not in mended

    template = project / "overrides" / "partials" / "footer.html"
    template.write_text(template.read_text(encoding="utf-8") + "<!-- edited template -->", encoding="utf-8")
    wait_for(preview, "<!-- edited template -->")

    code = project / "scripts" / "navigator" / "dates.py"
    months = code.read_text(encoding="utf-8")
    assert "ноября" in months
    code.write_text(months.replace("ноября", "листопада"), encoding="utf-8")
    wait_for(page, "листопада")

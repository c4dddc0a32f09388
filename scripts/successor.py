"""Builds the same stubs with Zensical, the successor of the theme, so that the way out of MkDocs stays open.

Nothing depends on the outcome: `make zensical` tells how far the successor comes. Exit codes: 0 built, 1 not built.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
from pathlib import Path

import yaml
from mkdocs.config import load_config

from navigator.load import read_content
from navigator.version import fingerprint
from publish import prints, stubs, workspace

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".build" / "zensical"
RELEASE = "zensical==0.0.73"


def _install(packages: Path) -> None:
    """Puts Zensical beside our packages, not among them: it brings versions of its own."""
    if not packages.is_dir():
        subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
                        "--target", str(packages), RELEASE], check=True)


def _write_settings(docs: Path, out: Path, nav: object) -> Path:
    """Settings that inherit those of the project and name the prepared folder and its navigation."""
    settings = {"INHERIT": os.path.relpath(ROOT / "mkdocs.yml", FOLDER), "docs_dir": docs.name, "site_dir": out.name,
                "theme": {"custom_dir": os.path.relpath(ROOT / "overrides", FOLDER)}, "nav": nav}
    file = FOLDER / "mkdocs.yml"
    file.write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return file


def main() -> int:
    """Prepares the stubs as the build does, hands them to Zensical and counts the pages."""
    today = dt.datetime.now(tz=dt.UTC).date()
    content = ROOT / "content"
    base = read_content(content, today).base
    for made in ("docs", "print", "site"):
        shutil.rmtree(FOLDER / made, ignore_errors=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    workspace.settle_environment(content, today, f"{today.isoformat()}.{fingerprint(content)}")
    prints.make(base, today, os.environ.get("SITE_URL", ""), FOLDER, ROOT / ".build" / "sheets")
    docs, out = workspace.prepare(ROOT / "docs", FOLDER, base), FOLDER / "site"
    nav = stubs.navigation(base, load_config(str(ROOT / "mkdocs.yml")).nav or [])
    settings = _write_settings(docs, out, nav)
    _install(FOLDER / "packages")
    path = os.pathsep.join(str(part) for part in (FOLDER / "packages", ROOT, ROOT / "scripts"))
    ended = subprocess.run([sys.executable, "-m", "zensical", "build", "-f", str(settings)], check=False,
                           env={**os.environ, "PYTHONPATH": path})
    pages = sum(1 for _ in out.rglob("*.html"))
    print(f"Zensical: {pages} pages in {out.relative_to(ROOT)}, exit code {ended.returncode}")
    return min(ended.returncode, 1)


if __name__ == "__main__":
    sys.exit(main())

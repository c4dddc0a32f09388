"""Builds the search index with Pagefind: Russian stemming, loaded only when a reader searches."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


class SearchError(Exception):
    """Pagefind stopped; the text is what it said."""


def index(site: Path) -> None:
    """Writes `pagefind/` into the built site."""
    done = subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", str(site), "--silent"],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )
    if done.returncode:
        raise SearchError((done.stdout + done.stderr).strip())
    bundle = site / "pagefind"
    # Ready-made interfaces of Pagefind: the site has its own dialog.
    for unused in [*bundle.glob("pagefind-*ui*"), bundle / "pagefind-highlight.js"]:
        unused.unlink(missing_ok=True)

"""What a first visit to a page weighs, compressed as a web server sends it."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import unquote, urlsplit

# Already compressed by their format.
_PACKED = {".woff2", ".png", ".jpg", ".webp", ".gz", ".zip", ".pdf"}


def compressed(file: Path) -> int:
    """Bytes that travel for `file`: gzip level 6 for text, as they are for packed formats."""
    data = file.read_bytes()
    return len(data) if file.suffix in _PACKED else len(gzip.compress(data, 6, mtime=0))


def visit(site: Path, requested: list[str]) -> dict[str, int]:
    """Bytes by path for the addresses that a browser asked for, each counted once."""
    weights: dict[str, int] = {}
    for address in requested:
        path = unquote(urlsplit(address).path)
        file = site / path.lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        if file.is_file():
            weights[path] = compressed(file)
    return weights

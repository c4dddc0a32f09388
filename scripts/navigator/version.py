"""The version of a content folder: it changes when any record does."""

from __future__ import annotations

import hashlib
from pathlib import Path


def fingerprint(content: Path) -> str:
    """Eight hex digits over the names and bytes of all records."""
    digest = hashlib.sha256()
    for file in sorted(content.rglob("*.yml")):
        digest.update(file.relative_to(content).as_posix().encode())
        digest.update(b"\0")
        digest.update(file.read_bytes())
    return digest.hexdigest()[:8]

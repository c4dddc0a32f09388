"""Puts a finished site in the place of the old one in a single step.

The system's own exchange of two names is used where it has one (Linux, macOS),
so a build killed at any moment leaves a whole site: the old or the new one.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

# A folder is only ever replaced when it is empty or carries this file: a mistyped --out must cost nobody their files.
MARKER = "build.json"

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2


class NotOurFolderError(Exception):
    """The target holds files that no build of ours has made."""


def ensure_replaceable(target: Path) -> None:
    """Raises NotOurFolderError unless `target` is absent, empty or an earlier build."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise NotOurFolderError(target)
    if target.is_dir() and any(target.iterdir()) and not (target / MARKER).is_file():
        raise NotOurFolderError(target)


def _exchange(first: Path, second: Path) -> bool:
    """Exchanges two names atomically; False where the system or the file system cannot."""
    libc = ctypes.CDLL(None, use_errno=True)
    a, b = os.fsencode(first), os.fsencode(second)
    if sys.platform == "darwin" and hasattr(libc, "renamex_np"):
        return bool(libc.renamex_np(a, b, _RENAME_SWAP) == 0)
    if hasattr(libc, "renameat2"):
        return bool(libc.renameat2(_AT_FDCWD, a, _AT_FDCWD, b, _RENAME_EXCHANGE) == 0)
    return False


def recover(target: Path) -> None:
    """Brings back the last site if a swap without exchange was cut short."""
    kept = target.with_name(f".{target.name}.previous")
    if kept.is_dir() and not target.exists():
        kept.rename(target)
    shutil.rmtree(kept, ignore_errors=True)


def swap(fresh: Path, target: Path) -> None:
    """Makes `fresh` the new `target`; both must stand on one file system."""
    ensure_replaceable(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists():
        fresh.rename(target)
        return
    if _exchange(fresh, target):
        shutil.rmtree(fresh, ignore_errors=True)
        return
    kept = target.with_name(f".{target.name}.previous")
    target.rename(kept)
    fresh.rename(target)
    shutil.rmtree(kept, ignore_errors=True)

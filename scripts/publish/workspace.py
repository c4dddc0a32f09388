"""The build's own copy of `docs/` and the facts about a build: its version and its environment."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
from pathlib import Path

from navigator.base import KnowledgeBase
from publish import light, stubs
from publish.swap import MARKER


def prepare(docs: Path, into: Path, base: KnowledgeBase) -> Path:
    """Copies the stubs and assets of `docs`, adds stubs for records without one written by hand, lightens scripts."""
    target = into / "docs"
    shutil.copytree(docs, target)
    stubs.write(base, target)
    light.lighten(target / "assets" / "js")
    return target


def settle_environment(content: Path, today: dt.date, version: str) -> None:
    """Hands the macros what they need through the environment that `mkdocs.yml` reads."""
    midnight = dt.datetime.combine(today, dt.time(), tzinfo=dt.UTC)
    os.environ.update(
        NAVIGATOR_CONTENT=str(content),
        NAVIGATOR_TODAY=today.isoformat(),
        NAVIGATOR_VERSION=version,
        SOURCE_DATE_EPOCH=str(int(midnight.timestamp())),
        NO_MKDOCS_2_WARNING="1",
    )


def leave_marker(site: Path, today: dt.date, version: str, records: int) -> None:
    """Writes what was built, when and from what; the file also marks the folder as ours."""
    facts = {"built": today.isoformat(), "version": version, "records": records}
    (site / MARKER).write_text(json.dumps(facts, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")

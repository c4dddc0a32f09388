"""Runs MkDocs over the stubs and cleans up what the theme brings and the site never loads."""

from __future__ import annotations

import io
import logging
import os
import shutil
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from navigator.base import KnowledgeBase
from publish import stubs

ROOT = Path(__file__).resolve().parents[2]

# What Material ships and no page of ours loads: its scripts, styles and pictures, its search (adr/0004). The packed
# sitemap carries a time of its own.
_UNUSED = ("assets/javascripts", "assets/stylesheets", "assets/images", "search", "sitemap.xml.gz")


class PagesError(Exception):
    """MkDocs stopped or warned; the lines say where."""


class _Collector(logging.Handler):
    """Keeps what MkDocs says at warning level and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def render(docs: Path, out: Path, base: KnowledgeBase) -> None:
    """Builds the pages of `docs` into `out`, with the records of `base` in the navigation; PagesError on a warning."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    # MkDocs is slow to import and prints a notice unless the line above came first.
    from mkdocs.commands.build import build  # noqa: PLC0415
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    collector = _Collector()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    said = io.StringIO()
    try:
        # The macros plugin prints its own banners; they matter only when something went wrong.
        with redirect_stdout(said), redirect_stderr(said):
            config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(out), strict=True,
                                 not_in_nav=stubs.unlisted(base))
            config.nav = stubs.navigation(base, config.nav or [])
            build(config)
    except (MkDocsException, SystemExit) as stop:
        lines = [*collector.lines, str(stop)]
        raise PagesError("\n".join(line for line in lines if line) or said.getvalue()) from stop
    finally:
        logger.removeHandler(collector)
    if collector.lines:
        raise PagesError("\n".join(collector.lines))


def prune(out: Path) -> None:
    """Removes files that no page of the site loads."""
    for name in _UNUSED:
        path = out / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)

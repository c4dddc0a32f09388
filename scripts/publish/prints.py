"""The sheets on paper as a part of the site: PDFs, their ZIP, the facts that pages show about them."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from navigator.base import KnowledgeBase
from sheets.compile import Pdf, Printer
from sheets.registry import sheets
from sheets.sheet import Press

FOLDER = "print"
ZIP = "navigator-print.zip"
_SHOWN = ("title", "description", "group", "page", "subject", "variant")  # of a sheet, by pages of the site
FACTS = "NAVIGATOR_PRINTS"  # the setting that names the file of facts; mkdocs.yml reads it


def make(base: KnowledgeBase, today: dt.date, site_url: str, work: Path, cache: Path | None = None) -> list[Pdf]:
    """Every sheet of the content, as PDF and in one ZIP, in a folder of `work`; SheetError when one cannot be made.

    What pages say about the sheets is left beside them, in a file that the environment names.
    """
    # A code that leads to this very machine helps nobody who holds the paper.
    local = urlsplit(site_url).hostname in ("127.0.0.1", "localhost", "::1")
    press = Press(base, today, "" if local else site_url)
    printed = Printer(press, cache).print(sheets(press))
    folder = work / FOLDER
    folder.mkdir()
    for pdf in printed:
        (folder / f"{pdf.sheet.name}.pdf").write_bytes(pdf.content)
    _pack(printed, folder / ZIP, today)
    facts = work / "prints.json"
    facts.write_text(json.dumps(_facts(printed, folder / ZIP), ensure_ascii=False), encoding="utf-8")
    os.environ[FACTS] = str(facts)
    return printed


def publish(work: Path, site: Path) -> None:
    """Puts the folder that `make` left in `work` into the built site."""
    shutil.copytree(work / FOLDER, site / FOLDER, dirs_exist_ok=True)


def _pack(printed: Iterable[Pdf], file: Path, today: dt.date) -> None:
    """The same bytes for the same PDFs and day."""
    midnight = (today.year, today.month, today.day, 0, 0, 0)
    with zipfile.ZipFile(file, "w") as pack:
        for pdf in printed:
            entry = zipfile.ZipInfo(f"navigator-print/{pdf.sheet.name}.pdf", midnight)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
            pack.writestr(entry, pdf.content)


def _facts(printed: Iterable[Pdf], pack: Path) -> dict[str, object]:
    return {
        "zip": {"file": f"{FOLDER}/{ZIP}", "bytes": pack.stat().st_size},
        "sheets": [{
            **{name: getattr(pdf.sheet, name) for name in _SHOWN},
            "file": f"{FOLDER}/{pdf.sheet.name}.pdf", "pages": pdf.pages, "bytes": len(pdf.content),
            "version": pdf.version,
        } for pdf in printed],
    }

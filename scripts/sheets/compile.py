"""Compiles sheets into PDFs: tagged, archival, the same bytes for the same content and day, kept between builds."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version as version_of
from pathlib import Path

import typst

from navigator.dates import day
from navigator.plural import counted
from sheets import qr
from sheets.sheet import Press, Sheet
from sheets.words import text

HERE = Path(__file__).resolve().parent
TEMPLATES = HERE / "templates"
FONTS = HERE / "fonts"
STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
_TIGHTEST = 3  # a sheet of so many pages is set closer, in so many steps, before it is called too long
_KEEP = 400  # PDFs of earlier builds that stay in the cache
_IMPORT = re.compile(r'^\s*#(?:import|include) "([\w.-]+\.typ)"', re.MULTILINE)
_UNKNOWN_LETTER = re.compile(r"the text (.+?) (?:could not|cannot) be displayed")


class SheetError(Exception):
    """A sheet could not be made; the line is for the author, in Russian."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """A compiled sheet."""

    sheet: Sheet
    content: bytes
    pages: int
    version: str


class Printer:
    """Compiles the sheets of one press; with a folder to keep them in, each only when something of it changed."""

    def __init__(self, press: Press, cache: Path | None = None) -> None:
        """Open the fonts and see what the cache holds."""
        self._press = press
        self._cache = cache
        self._kept = {file.stem.rpartition("-")[0]: file for file in cache.glob("*-*.pdf")} if cache else {}
        self._midnight = int(dt.datetime.combine(press.today, dt.time(), tzinfo=dt.UTC).timestamp())

    def print(self, sheets: Iterable[Sheet]) -> list[Pdf]:
        """The PDFs in the order given; SheetError for the first that cannot be made."""
        made = [self._one(sheet) for sheet in sheets]
        if self._cache:
            _forget(self._cache)
        return made

    def _one(self, sheet: Sheet) -> Pdf:
        data, version = framed(self._press, sheet)
        key = self._key(sheet, data)
        if kept := self._kept.get(key):
            kept.touch()
            return Pdf(sheet, kept.read_bytes(), int(kept.stem.rpartition("-")[2]), version)
        content, pages = self._typeset(sheet, data, 0)
        for tightness in range(1, _TIGHTEST + 1):
            if sheet.most is None or pages <= sheet.most:
                break
            content, pages = self._typeset(sheet, data, tightness)
        if sheet.most is not None and pages > sheet.most:
            raise SheetError(
                f"лист «{sheet.title}» занял {counted(pages, 'страницу', 'страницы', 'страниц')}, а должен поместиться "
                f"на {counted(sheet.most, 'страницу', 'страницы', 'страниц')}: сократите тексты записей "
                f"{', '.join(sheet.records)}"
            )
        if self._cache:
            _keep(self._cache / f"{key}-{pages}.pdf", content)
        return Pdf(sheet, content, pages, version)

    def _typeset(self, sheet: Sheet, data: str, tightness: int) -> tuple[bytes, int]:
        try:
            content, warnings = self._compiler.compile_with_warnings(
                input=TEMPLATES / sheet.template, sys_inputs={"data": data, "tightness": str(tightness)},
                pdf_standards=STANDARDS, timestamp=self._midnight,
            )
            pages = int(self._compiler.query("<pages>", field="value", one=True))
        except typst.TypstError as error:
            raise SheetError(_russian(sheet, error.message)) from error
        if warnings:
            raise SheetError(_russian(sheet, warnings[0].message))
        if not isinstance(content, bytes):
            raise TypeError(f"{sheet.name}: one PDF is expected")
        return content, pages

    @cached_property
    def _compiler(self) -> typst.Compiler:
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
        return typst.Compiler(root=TEMPLATES, font_paths=fonts)

    def _key(self, sheet: Sheet, data: str) -> str:
        """Everything that the bytes of the PDF depend on."""
        parts = (version_of("typst"), *STANDARDS, str(self._midnight), self._fonts, *_sources(sheet.template), data)
        return _digest("\0".join(parts))[:32]

    @cached_property
    def _fonts(self) -> str:
        return _digest("".join(hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(FONTS.glob("*.ttf"))))


def framed(press: Press, sheet: Sheet) -> tuple[str, str]:
    """The data of a sheet with its frame as JSON, and the version that the sheet shows.

    The version is of the words that this sheet prints, not of the whole content or the day of the build: while it
    stays, the paper in hand says what the site says.
    """
    data = dict(sheet.data(press))
    reviewed = [press.base.records[id].reviews[-1].date for id in sheet.records] or [press.today]
    url = press.site_url.rstrip("/") + "/" + sheet.page if press.site_url else ""
    frame: dict[str, object] = {
        "title": text(sheet.title),
        "description": sheet.description,
        "author": "Редакция «Методического навигатора»",
        "article": text("По статье С. В. Илькевича (2025), DOI 10.14451/1.242.173"),
        "keywords": ["выход на внешние рынки", "малые и средние предприятия"],
        "checked": day(min(reviewed)),
        "draft": any(press.base.records[id].status == "draft" for id in sheet.records),
        "address": url.partition("://")[2] if url else None,
        "url": url or None,
        "qr": qr.svg(url) if url else None,
    }
    version = f"{max(reviewed).isoformat()}.{_digest(_json({**data, 'frame': frame}))[:8]}"
    frame |= {"version": version, "made": day(press.today)}
    return _json({**data, "frame": frame}), version


def _sources(template: str, seen: set[str] | None = None) -> list[str]:
    """The text of a template and of those it imports."""
    seen = seen if seen is not None else set()
    if template in seen:
        return []
    seen.add(template)
    source = (TEMPLATES / template).read_text(encoding="utf-8")
    return [source, *(part for name in _IMPORT.findall(source) for part in _sources(name, seen))]


def _keep(file: Path, content: bytes) -> None:
    """Puts a PDF into the cache whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(f".{os.getpid()}")
    part.write_bytes(content)
    part.replace(file)


def _forget(cache: Path) -> None:
    """Drops the PDFs that nobody has asked for the longest."""
    files = sorted(cache.glob("*.pdf"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
    for file in files[_KEEP:]:
        file.unlink(missing_ok=True)


def _russian(sheet: Sheet, message: str) -> str:
    what = f"Typst сообщает: {message}"
    if found := _UNKNOWN_LETTER.search(message):
        what = f"в шрифте листов нет знака из слов «{found[1]}»; замените его в записях {', '.join(sheet.records)}"
    return f"лист «{sheet.title}» ({sheet.name}.pdf) не собрался: {what}"


def _json(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()

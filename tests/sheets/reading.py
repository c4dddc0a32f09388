"""Reads a PDF back: its tags, its fonts, and where on the page each run of letters stands."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

MM = 72 / 25.4
Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True)
class Run:
    """Letters set in one go: their box on the page in points, from the lower left corner."""

    left: float
    right: float
    base: float
    size: float


@lru_cache(maxsize=128)
def reader(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content), strict=True)


@lru_cache(maxsize=128)
def words(content: bytes) -> str:
    """The text of all pages with the ends of lines and the hyphens at them undone, spaces plain and single.

    One glyph serves hyphens of words and of line ends. The PDF tells them apart by ActualText, which pypdf passes over.
    """
    text = "\n".join(page.extract_text() for page in reader(content).pages)
    text = re.sub("[\u00ad-]\n", "", text).replace("\u00ad", "-").replace("\u200b", "")
    return " ".join(text.split())


def tags(content: bytes) -> list[Any]:
    """Every element of the structure tree."""
    found: list[Any] = []
    waiting = [reader(content).trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop().get_object()
        if isinstance(element, list):
            waiting += list(element)
        elif isinstance(element, dict):
            if "/S" in element:
                found.append(element)
            if "/K" in element:
                waiting.append(element["/K"])
    return found


def fonts(page: PageObject) -> Iterator[tuple[str, Any]]:
    """The fonts of a page with their descriptors."""
    for font in page["/Resources"].get("/Font", {}).values():
        inner = font.get_object()["/DescendantFonts"][0].get_object()
        yield str(inner["/BaseFont"]), inner["/FontDescriptor"].get_object()


def runs(page: PageObject) -> list[Run]:
    """Where every run of letters stands; the page is set by Typst: two-byte codes, no nested forms with text."""
    widths = {name: _widths(font.get_object()) for name, font in page["/Resources"].get("/Font", {}).items()}
    found: list[Run] = []
    stack: list[Matrix] = []
    place, text, font, size = _SAME, _SAME, "", 0.0
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        match operator:
            case b"q":
                stack.append(place)
            case b"Q":
                place = stack.pop()
            case b"cm":
                place = _times(tuple(map(float, operands)), place)
            case b"Tf":
                font, size = str(operands[0]), float(operands[1])
            case b"Tm":
                text = tuple(map(float, operands))
            case b"Tj" | b"TJ":
                parts = operands[0] if operator == b"TJ" else [operands[0]]
                length = sum(_length(part, widths[font]) for part in parts) / 1000 * size
                at = _times(text, place)
                found.append(Run(at[4], at[4] + at[0] * length, at[5], abs(at[3]) * size))
    return [run for run in found if run.right - run.left > 0.1]


def _length(part: Any, widths: dict[int, float]) -> float:
    if isinstance(part, int | float):
        return -float(part)
    raw = part.original_bytes
    return sum(widths[int.from_bytes(raw[at: at + 2])] for at in range(0, len(raw), 2))


def _widths(font: Any) -> dict[int, float]:
    """Advance of each code of a font, a default for those not named."""
    inner = font["/DescendantFonts"][0].get_object()
    found = _Widths(float(inner.get("/DW", 1000)))
    listed = list(inner["/W"])
    while listed:
        first, second = int(listed.pop(0)), listed.pop(0).get_object()
        if isinstance(second, list):
            found.update({first + index: float(width) for index, width in enumerate(second)})
        else:
            found.update(dict.fromkeys(range(first, int(second) + 1), float(listed.pop(0))))
    return found


class _Widths(dict[int, float]):
    def __init__(self, usual: float) -> None:
        super().__init__()
        self._usual = usual

    def __missing__(self, code: int) -> float:
        return self._usual


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def overlaps(found: list[Run]) -> list[tuple[Run, Run]]:
    """Pairs of runs whose letters stand on each other: what happens when words leave their place."""
    pairs = []
    for index, one in enumerate(found):
        for other in found[index + 1:]:
            apart = min(one.right, other.right) - max(one.left, other.left) < 0.6
            low, high = sorted((one, other), key=lambda run: run.base)
            if not apart and high.base - low.base < low.size * 0.55:
                pairs.append((one, other))
    return pairs

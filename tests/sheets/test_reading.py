"""The reader of PDFs sees what it is there to see."""

from __future__ import annotations

import pytest
import typst

from sheets.compile import FONTS
from tests.sheets.reading import MM, overlaps, reader, runs, words


def typeset(source: str) -> bytes:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    page = '#set page(width: 60mm, height: 40mm, margin: 5mm)\n#set text(font: "Literata", size: 10pt, lang: "ru")\n'
    return typst.compile((page + source).encode(), font_paths=fonts, timestamp=0)


@pytest.mark.parametrize(
    ("source", "pairs"),
    [
        ("Одна строка.\n\nДругая строка.", 0),
        ("#place[Одно слово]\n#place(dx: 4mm)[Другое слово]", 1),
        ("#box(width: 8mm, clip: false, box(width: 40mm)[Длинное-длинное])#place(dx: 10mm, dy: -1mm)[Сосед]", 1),
    ],
)
def test_words_on_words_are_seen(source: str, pairs: int) -> None:
    assert len(overlaps(runs(reader(typeset(source)).pages[0]))) == pairs


def test_words_beyond_the_edge_are_seen() -> None:
    found = runs(reader(typeset("#box[Превысокомногорассмотрительствующий]")).pages[0])

    assert max(run.right for run in found) > 60 * MM


def test_hyphens_of_line_ends_are_undone() -> None:
    text = words(typeset("#set text(hyphenate: true)\nВысокотехнологичное оборудование, экспериментирование."))

    assert "Высокотехнологичное оборудование" in text

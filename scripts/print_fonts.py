"""Cuts the fonts of the printed sheets out of the Literata package: one family, three styles, drawn for small sizes.

Run it by hand when the family or the set of letters changes:
    pip download --no-deps fontpkg-literata==3.103 && unzip fontpkg_literata-*.whl
    python scripts/print_fonts.py fontpkg_literata
Needs the `dev` extra (fonttools). The result and the licence are committed in scripts/sheets/fonts.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

TARGET = Path(__file__).resolve().parent / "sheets" / "fonts"
# Text on the sheets is set in 7 to 11 points; headings take the same cut.
OPTICAL_SIZE = 10
STYLES = {"Regular": ("Literata[opsz,wght].ttf", 400), "Bold": ("Literata[opsz,wght].ttf", 700),
          "Italic": ("Literata-Italic[opsz,wght].ttf", 400)}
LETTERS = (
    *range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x400, 0x460),
    *map(ord, "«»„“”‘’‚–—…·•§©°±×′″−→←↑↓≤≥€₽№\u2010\u2011\u200b\u202f\u2009"),
)


def cut(package: Path, style: str) -> int:
    """Writes one style and returns its size in bytes."""
    file, weight = STYLES[style]
    font = TTFont(package / "files" / file)
    font = instancer.instantiateVariableFont(font, {"opsz": OPTICAL_SIZE, "wght": weight}, updateFontNames=False)
    options = Options(layout_features=["kern", "ccmp", "locl", "mark", "mkmk", "tnum"], hinting=False)
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    _name(font, style, weight)
    target = TARGET / f"Literata-{style}.ttf"
    font.recalcTimestamp = False
    font.save(target)
    return target.stat().st_size


def _name(font: TTFont, style: str, weight: int) -> None:
    """Says of the static font what it is: the variable one calls every instance regular."""
    for record in font["name"].names:
        words = {1: "Literata", 2: style, 4: f"Literata {style}", 6: f"Literata-{style}"}.get(record.nameID)
        if words:
            font["name"].setName(words, record.nameID, record.platformID, record.platEncID, record.langID)
    font["OS/2"].usWeightClass = weight
    bold, italic = style == "Bold", style == "Italic"
    font["OS/2"].fsSelection = 0x20 if bold else 0x01 if italic else 0x40
    font["head"].macStyle = 1 if bold else 2 if italic else 0


def main() -> None:
    """Cuts every style and copies the licence."""
    package = Path(sys.argv[1])
    TARGET.mkdir(parents=True, exist_ok=True)
    for style in STYLES:
        print(style, cut(package, style))
    shutil.copyfile(package / "LICENSE", TARGET / "OFL.txt")


if __name__ == "__main__":
    main()

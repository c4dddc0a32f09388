"""Cuts the site's two font files out of the Literata package: one family, Cyrillic and Latin.

Run it by hand when the family or the set of letters changes:
    npm pack @fontsource-variable/literata && tar xzf fontsource-variable-literata-*.tgz
    python scripts/fonts.py package
Needs the `dev` extra (fonttools, brotli). The result and the licence are committed in docs/assets/fonts.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

TARGET = Path(__file__).resolve().parents[1] / "docs" / "assets" / "fonts"
WEIGHTS = (400, 700)
LETTERS = {
    "cyrillic": "".join(chr(code) for code in range(0x0410, 0x0450)) + "Ёё№",
    "latin": "".join(chr(code) for code in range(0x20, 0x7F))
    + "\u00a0«»„“”‘’‚–—…·•§©°±×′″−→↑↓€™"
    + "ÄÅÇÈÉÖØÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüýšž",
}


def cut(package: Path, script: str) -> int:
    """Writes one subset and returns its size in bytes."""
    font = TTFont(package / "files" / f"literata-{script}-wght-normal.woff2")
    options = Options(layout_features=["kern", "ccmp", "locl", "liga", "mark", "mkmk", "tnum"], flavor="woff2")
    options.name_IDs = [0, 1, 2, 13, 14]
    subsetter = Subsetter(options)
    subsetter.populate(text=LETTERS[script])
    subsetter.subset(font)
    font = instancer.instantiateVariableFont(font, {"wght": WEIGHTS})
    font.flavor = "woff2"
    target = TARGET / f"literata-{script}.woff2"
    font.save(target)
    return target.stat().st_size


def main() -> None:
    """Cuts both subsets and copies the licence."""
    package = Path(sys.argv[1])
    TARGET.mkdir(parents=True, exist_ok=True)
    for script in LETTERS:
        print(script, cut(package, script))
    shutil.copyfile(package / "LICENSE", TARGET / "OFL.txt")


if __name__ == "__main__":
    main()

"""The code on a sheet leads to the page that the sheet names."""

from __future__ import annotations

import json
import re

import segno

from sheets.compile import framed
from sheets.registry import sheets
from sheets.sheet import Press
from tests.sheets.conftest import ADDRESS

QUIET = 2  # modules of white around the code


def test_each_code_is_that_of_the_page_of_its_sheet(press: Press) -> None:
    """Read back from the picture that is drawn, module by module."""
    for sheet in sheets(press):
        address = ADDRESS + sheet.page
        frame = json.loads(framed(press, sheet)[0])["frame"]
        wanted = {
            (x, y) for y, row in enumerate(segno.make(address, error="m", micro=False).matrix)
            for x, module in enumerate(row) if module
        }

        assert frame["url"] == address, sheet.name
        assert drawn(frame["qr"]) == wanted, sheet.name


def drawn(svg: str) -> set[tuple[int, int]]:
    """The black modules of a picture: strokes to the right, one module high."""
    path = re.search(r' d="([^"]+)"', svg)
    assert path
    found: set[tuple[int, int]] = set()
    x, y = 0.0, 0.0
    for step, numbers in re.findall(r"([Mmh])([-\d. ]+)", path[1]):
        first, *second = map(float, numbers.split())
        if step == "h":
            found |= {(int(x) + at - QUIET, int(y) - QUIET) for at in range(int(first))}
            x += first
        else:
            x, y = (first, second[0]) if step == "M" else (x + first, y + second[0])
    return found

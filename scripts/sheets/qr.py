"""QR codes as small SVG pictures."""

from __future__ import annotations

import io
from functools import lru_cache

import segno


@lru_cache
def svg(address: str) -> str:
    """The code of an address: black on white with the quiet zone that scanners need."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", xmldecl=False, svgns=True, scale=4, border=2)
    return out.getvalue().decode()

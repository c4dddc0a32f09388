"""Draws commitment against control: where each group of ways stands, from the same levels as the table."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from navigator.model import Attribute
from navigator.model.tree import Family
from navigator.typography import set_spaces

_LEVELS = 5
_CELL = 60  # the side of the square that one pair of levels takes
_LEFT, _TOP = 46, 14
_RADIUS = 14


def plane(families: Sequence[Family], across: Attribute | None, up: Attribute | None) -> Markup:
    """The picture as inline SVG; empty where an axis or every group is missing."""
    if across is None or up is None:
        return Markup("")
    placed = [one for one in families if across.id in one.attributes and up.id in one.attributes]
    if not placed:
        return Markup("")
    side = _CELL * _LEVELS
    named = f"По горизонтали — {across.title.lower()}, по вертикали — {up.title.lower()}, от 1 до {_LEVELS}"
    said = ("; ".join(f"{one.title}: {one.attributes[across.id]} и {one.attributes[up.id]}" for one in placed) + ".")
    knots = "".join(_cell(placed, across.id, up.id, column, row)
                    for row in range(_LEVELS, 0, -1) for column in range(1, _LEVELS + 1))
    # Every word that comes from a record is escaped where it is placed.
    return Markup(  # noqa: S704
        f'<svg class="plane" viewBox="0 0 {_LEFT + side + 10} {_TOP + side + 56}" role="img" '
        f'aria-labelledby="plane-title" aria-describedby="plane-said">'
        f'<title id="plane-title">{escape(set_spaces(named))}</title>'
        f'<desc id="plane-said">{escape(set_spaces(said))}</desc>'
        f"{_grid(side)}{_axes(across, up, side)}{knots}</svg>"
    )


def _grid(side: int) -> str:
    """Lines between the levels, so that equal values are seen to share a square."""
    steps = range(0, side + 1, _CELL)
    lines = "".join(f"M{_LEFT + step} {_TOP}v{side}M{_LEFT} {_TOP + step}h{side}" for step in steps)
    return f'<path class="plane-grid" d="{lines}"/>'


def _axes(across: Attribute, up: Attribute, side: int) -> str:
    """Levels beside the squares and the names of both attributes."""
    middle = _CELL // 2
    parts = []
    for level in range(1, _LEVELS + 1):
        parts.append(_text(_LEFT + (level - 1) * _CELL + middle, _TOP + side + 20, str(level), "svg-note"))
        parts.append(_text(_LEFT - 12, _TOP + side - (level - 1) * _CELL - middle + 5, str(level), "svg-note"))
    parts.append(_text(_LEFT + side // 2, _TOP + side + 46, f"{across.title} →", "svg-direction"))
    turned = f'transform="rotate(-90 14 {_TOP + side // 2})"'
    parts.append(_text(14, _TOP + side // 2 + 5, f"{up.title} →", "svg-direction", turned))
    return "".join(parts)


def _cell(families: Sequence[Family], across: str, up: str, column: int, row: int) -> str:
    """The groups of one square side by side, smaller where there are many."""
    here = [one for one in families if one.attributes[across] == column and one.attributes[up] == row]
    if not here:
        return ""
    columns = 1 if len(here) == 1 else 2 if len(here) <= 4 else 3
    rows = -(-len(here) // columns)
    room = _CELL / max(columns, rows)
    radius = min(_RADIUS, room / 2 - 1.5)
    left, top = _LEFT + (column - 1) * _CELL, _TOP + (_LEVELS - row) * _CELL
    parts = []
    for index, family in enumerate(here):
        line, place = divmod(index, columns)
        in_line = min(columns, len(here) - line * columns)
        x = left + _CELL / 2 + (place - (in_line - 1) / 2) * room
        y = top + _CELL / 2 + (line - (rows - 1) / 2) * room
        parts.append(
            f'<g data-group="{escape(family.id)}"><circle class="svg-knot" cx="{x:g}" cy="{y:g}" r="{radius:g}"/>'
            f"{_text(round(x, 2), round(y + radius * 0.36, 2), str(family.number), 'svg-number')}</g>"
        )
    return "".join(parts)


def _text(left: float, top: float, words: str, kind: str, more: str = "") -> str:
    place = f'x="{left:g}" y="{top:g}"{" " + more if more else ""}'
    return f'<text class="{kind}" {place}>{escape(set_spaces(words))}</text>'

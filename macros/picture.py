"""Draws the stages and the directions of participation as one picture, from the records themselves."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from navigator.model import Direction, Stage
from navigator.typography import set_spaces

# What each direction looks like: an arrow drawn in a box of 40 × 28 points. A new direction gets the level line.
_ARROWS = {
    "increase": "M2 24L34 6M34 6l-10 .8M34 6l-4.6 8.8",
    "hold": "M2 14H36M36 14l-8-6M36 14l-8 6",
    "reduce": "M2 4L34 22M34 22l-10-.8M34 22l-4.6-8.8",
    "re-entry": "M2 4C10 22 16 26 22 22S30 12 36 4M36 4l-9.6 3M36 4l-1 10",
}
_TERM = "вместе — не менее 2–3 лет"


@dataclass(frozen=True, slots=True)
class _Frame:
    """The measures of a picture, wide or upright."""

    width: int
    stage_step: int
    stage_left: int
    columns: int  # of directions
    wrap: int


_WIDE = _Frame(width=720, stage_step=180, stage_left=90, columns=4, wrap=17)
_TALL = _Frame(width=340, stage_step=64, stage_left=34, columns=2, wrap=17)


def stages(found: Sequence[Stage], directions: Sequence[Direction], upright: bool) -> Markup:
    """The picture as inline SVG; `upright` is for a narrow screen."""
    frame = _TALL if upright else _WIDE
    head = _tall_line(found, frame) if upright else _wide_line(found, frame)
    top = frame.stage_step * len(found) + 60 if upright else 190
    body = _directions(directions, frame, top)
    rows = -(-len(directions) // frame.columns)
    height = top + 34 + rows * 92
    name = "stages-picture-tall" if upright else "stages-picture"
    said = (f"Стадии по порядку: {', '.join(one.title for one in found)}; {_TERM}. "
            f"Направления участия: {', '.join(one.title for one in directions)}.")
    # Every word that comes from a record is escaped where it is placed.
    return Markup(  # noqa: S704
        f'<svg class="{"picture-tall" if upright else "picture-wide"}" viewBox="0 0 {frame.width} {height}" role="img" '
        f'aria-labelledby="{name}-title"><title id="{name}-title">{escape(said)}</title>{head}{body}</svg>'
    )


def _wide_line(found: Sequence[Stage], frame: _Frame) -> str:
    """Stages from left to right under a brace that holds their term."""
    last = frame.stage_left + frame.stage_step * (len(found) - 1)
    first = frame.stage_left
    middle = (first + last) // 2
    brace = (f"M{first - 50} 52q0-14 14-14H{middle - 12}q12 0 12-12q0 12 12 12H{last + 36}q14 0 14 14")
    parts = [
        _text(middle, 16, _TERM, "svg-term"),
        f'<path class="svg-brace" d="{brace}"/>',
        f'<path class="svg-line" d="M{first - 50} 96H{last + 58}m0 0l-10-7m10 7l-10 7"/>',
    ]
    for index, stage in enumerate(found):
        left = first + index * frame.stage_step
        parts.append(_knot(left, 96, stage))
        parts += [_text(left, 138 + row * 20, line, "svg-stage") for row, line in enumerate(_lines(stage.title, frame))]
    return "".join(parts)


def _tall_line(found: Sequence[Stage], frame: _Frame) -> str:
    """Stages from top to bottom."""
    left, step = frame.stage_left, frame.stage_step
    end = step * len(found) + 4
    parts = [f'<path class="svg-line" d="M{left} 12V{end}m0 0l-7-10m7 10l7-10"/>']
    for index, stage in enumerate(found):
        top = 36 + index * step
        parts.append(_knot(left, top, stage))
        parts.append(_text(left + 32, top + 6, stage.title, "svg-stage", "start"))
    parts.append(_text(left - 24, end + 28, _TERM, "svg-term", "start"))
    return "".join(parts)


def _directions(directions: Sequence[Direction], frame: _Frame, top: int) -> str:
    """Arrows with their names, in rows."""
    step = frame.width // frame.columns
    parts = [_text(frame.width // 2, top + 8, "куда движется участие в рынке", "svg-note")]
    for index, direction in enumerate(directions):
        row, column = divmod(index, frame.columns)
        middle, height = column * step + step // 2, top + 26 + row * 92
        path = _ARROWS.get(direction.id, _ARROWS["hold"])
        parts.append(f'<path class="svg-arrow" transform="translate({middle - 19} {height})" d="{path}"/>')
        parts += [_text(middle, height + 50 + line * 18, words, "svg-direction")
                  for line, words in enumerate(_lines(direction.title, frame))]
    return "".join(parts)


def _knot(left: int, top: int, stage: Stage) -> str:
    return (f'<circle class="svg-knot" cx="{left}" cy="{top}" r="17"/>'
            f'{_text(left, top + 6, str(stage.number), "svg-number")}')


def _text(left: int, top: int, words: str, kind: str, anchor: str = "middle") -> str:
    place = "" if anchor == "middle" else f' text-anchor="{anchor}"'
    return f'<text class="{kind}" x="{left}" y="{top}"{place}>{escape(set_spaces(words))}</text>'


def _lines(words: str, frame: _Frame) -> list[str]:
    return textwrap.wrap(words, frame.wrap, break_long_words=False)

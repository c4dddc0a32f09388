"""Blanks that a scaffold has left for an author to fill."""

from __future__ import annotations

from collections.abc import Iterator

from navigator.model.base import Strict
from navigator.reader import fields
from navigator.reader.finding import Finding
from navigator.reader.tree import Node

BLANK = "???"
_LONGEST_TOLD = 120


def blanks(top: Node, kind: type[Strict]) -> Iterator[Finding]:
    """Every value of the tree that is still a blank, with what should stand there; later steps keep silent of it."""
    left: list[tuple[Node, tuple[str | int, ...]]] = [(top, ())]
    while left:
        node, path = left.pop()
        if isinstance(node.value, dict):
            left += [(child, (*path, name)) for name, child in node.value.items()]
        elif isinstance(node.value, list):
            left += [(child, (*path, at)) for at, child in enumerate(node.value)]
        elif node.value.strip() == BLANK and path:
            node.reported = True
            yield _of(node, path, kind)


def _of(node: Node, path: tuple[str | int, ...], kind: type[Strict]) -> Finding:
    name = next(step for step in reversed(path) if isinstance(step, str))
    where = f"в списке «{name}» осталось" if isinstance(path[-1], int) else f"поле «{name}» не заполнено:"
    field = fields.field_at(kind, path)
    words = fields.words_of(field)
    if name == "text" and len(path) > 1:
        field = fields.field_at(kind, path[:-1]) or field  # what the paragraph is about, not what a paragraph is
    told = str(getattr(field, "description", None) or "")
    if words and (len(told) > _LONGEST_TOLD or not all(word in told for word in words)):
        told = f"Одно из: {', '.join(words)}."
    fix = " ".join(("впишите своё.", told)).strip()
    return Finding(*node.spot, "D14", f"{where} «{BLANK}»", fix)

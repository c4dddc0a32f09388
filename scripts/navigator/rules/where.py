"""Finds the line and column of a character inside a text, as the author's file has it.

A value is folded, unquoted and stripped on its way from the file, so offsets of
the two differ. Visible characters do not: they are counted off one by one.
"""

from __future__ import annotations

from navigator.base import KnowledgeBase
from navigator.problems import Place
from navigator.reader.tree import walk


def place_within(base: KnowledgeBase, record: str, path: tuple[str | int, ...], value: str, offset: int) -> Place:
    """The place of a character of a value; the value's own place where the file cannot be followed."""
    origin = base.origins.get(record)
    if origin is not None:
        node, done = walk(origin.node, path)
        if done == len(path) and isinstance(node.value, str):
            at = _follow(origin.text, node.span, value, offset)
            if at is not None:
                line = origin.text.count("\n", 0, at) + 1
                return Place(origin.file, line, at - origin.text.rfind("\n", 0, at))
    return base.place(record, *path)


def _follow(text: str, span: tuple[int, int], value: str, offset: int) -> int | None:
    """The offset in the file of the character at `offset` of the value."""
    at, end = span
    if text[at : at + 1] in (">", "|"):
        at = text.find("\n", at, end)
    for sign in value[:offset]:
        if not sign.isspace():
            at = text.find(sign, at, end) + 1 if at >= 0 else 0
            if at == 0:
                return None
    if at < 0:
        return None
    if offset < len(value) and not value[offset].isspace():
        found = text.find(value[offset], at, end)
        return found if found >= 0 else None
    return at

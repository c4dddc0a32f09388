"""Values of a YAML file as the author wrote them: text, lists and mappings, each with its place.

Nothing is converted here: `NO`, `010` and `2026-11-23` are text until the model
of the record says what they mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias, Union


@dataclass(slots=True)
class Node:
    """A value with its place; `key` is the place of the key it stands under, `span` its offsets in the text."""

    value: str | list[Node] | dict[str, Node]
    line: int
    column: int
    span: tuple[int, int] = (0, 0)
    key: tuple[int, int] | None = None
    plain: bool = False  # written without quotes
    reported: bool = False  # a problem here is known, later steps keep silent

    @property
    def spot(self) -> tuple[int, int]:
        """Where to point an author: at the text itself, or at the key that a list or mapping stands under."""
        if self.key is not None and not isinstance(self.value, str):
            return self.key
        return (self.line, self.column)

    @property
    def heading(self) -> tuple[int, int]:
        """The key of this value, or the value itself where it has none."""
        return self.key or (self.line, self.column)


Plain: TypeAlias = Union[str, list["Plain"], dict[str, "Plain"]]  # noqa: UP007 -- it names itself


def plain(node: Node) -> Plain:
    """The value without places, as the models take it."""
    if isinstance(node.value, dict):
        return {key: plain(child) for key, child in node.value.items()}
    if isinstance(node.value, list):
        return [plain(child) for child in node.value]
    return node.value


def walk(node: Node, path: Sequence[str | int]) -> tuple[Node, int]:
    """The deepest node on the path and how many of its steps lead there."""
    for done, step in enumerate(path):
        child: Node | None = None
        if isinstance(node.value, dict) and isinstance(step, str):
            child = node.value.get(step)
        elif isinstance(node.value, list) and isinstance(step, int) and 0 <= step < len(node.value):
            child = node.value[step]
        if child is None:
            return node, done
        node = child
    return node, len(path)


def spot(node: Node, path: Sequence[str | int]) -> tuple[int, int]:
    """Line and column of the value at the path, or of the nearest mapping that should hold it."""
    found, done = walk(node, path)
    return found.spot if done == len(path) else found.heading

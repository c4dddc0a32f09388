"""The shape in which a condition is told to people: answers, joined by «и» and «или», without a «not» over several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from navigator.tree.condition import AllOf, Condition, Is, Not


@dataclass(frozen=True, slots=True)
class Literal:
    """The answer to a question is among the options, or is not."""

    question: str
    options: tuple[str, ...]
    among: bool


@dataclass(frozen=True, slots=True)
class Joined:
    """Parts that must all hold, or of which one must."""

    word: str  # «и» or «или»
    parts: tuple[Shape, ...]


Shape: TypeAlias = Literal | Joined


def pushed(condition: Condition, holds: bool = True) -> Shape:
    """The condition with «not» pushed down to the answers, and parts of a kind drawn together."""
    if isinstance(condition, Is):
        return Literal(condition.question, condition.options, holds)
    if isinstance(condition, Not):
        return pushed(condition.part, not holds)
    word = "и" if isinstance(condition, AllOf) == holds else "или"
    parts: list[Shape] = []
    for part in condition.parts:
        shape = pushed(part, holds)
        parts += shape.parts if isinstance(shape, Joined) and shape.word == word else (shape,)
    return parts[0] if len(parts) == 1 else Joined(word, tuple(parts))

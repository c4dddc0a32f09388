"""Russian plural forms: 1 пункт, 2 пункта, 5 пунктов."""

from __future__ import annotations

from navigator.typography import NBSP


def plural(number: int, one: str, few: str, many: str) -> str:
    """The form of a noun that stands after the number."""
    tens, ones = abs(number) % 100, abs(number) % 10
    if 11 <= tens <= 14 or ones == 0 or ones >= 5:
        return many
    return one if ones == 1 else few


def counted(number: int, one: str, few: str, many: str) -> str:
    """The number and its noun, held together by a non-breaking space."""
    return f"{number}{NBSP}{plural(number, one, few, many)}"

"""Leaves out of a set of answers what it does not need, so that a reader sees what matters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


def shrunk(answers: Mapping[str, Any], holds: Callable[[Mapping[str, Any]], bool]) -> dict[str, Any]:
    """The answers without those that can go while it still holds; all of them where it does not hold."""
    kept = dict(answers)
    for id in answers if holds(kept) else ():
        fewer = {other: answer for other, answer in kept.items() if other != id}
        if holds(fewer):
            kept = fewer
    return kept

"""What is wrong with the content, and where: the one shape in which every check answers.

A check never raises for content and never prints; it yields problems, so one
run shows an author everything at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A place in a file; the file is named relative to the parent of the content folder, counts start at 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """Something to mend: what is wrong and how to mend it, both for an author and so in Russian."""

    place: Place
    code: str
    severity: Severity
    message: str
    fix: str

    def __str__(self) -> str:
        return f"{self.place} {self.code} {self.message}; {self.fix}"


def has_errors(problems: tuple[Problem, ...]) -> bool:
    """Whether the content may not be published; warnings do not hold it back."""
    return any(problem.severity == "error" for problem in problems)

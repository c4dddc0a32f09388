"""What a step of the reader has found in one file, before the name of the file is known to it."""

from __future__ import annotations

from dataclasses import dataclass

from navigator.problems import Place, Problem, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem at a line and a column of the file being read."""

    line: int
    column: int
    code: str
    message: str
    fix: str
    severity: Severity = "error"

    def in_file(self, file: str) -> Problem:
        """The problem this finding is, once the file is known."""
        return Problem(Place(file, self.line, self.column), self.code, self.severity, self.message, self.fix)

"""Problems as text for an author, as JSON for programs, as annotations for GitHub."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from navigator.plural import counted
from navigator.problems import Problem
from navigator.reader.letters import ODD_SPACES

_WIDTH = 100  # of the shown piece of a source line


def text_report(problems: Sequence[Problem], folder: Path, snippets: bool = True) -> str:
    """A line for each problem, warnings marked; with the line of the file and a caret under the place."""
    sources = _Sources(folder)
    lines: list[str] = []
    for problem in problems:
        mark = "предупреждение: " if problem.severity == "warning" else ""
        lines.append(_safe(f"{problem.place} {problem.code} {mark}{problem.message}; {problem.fix}"))
        if snippets:
            lines += sources.snippet(problem)
    return "\n".join(lines)


def summary(problems: Sequence[Problem], records: int | None = None) -> str:
    """The last line: how many of what in how many files."""
    of = f" в {counted(records, 'записи', 'записях', 'записях')}" if records is not None else ""
    if not problems:
        return f"Замечаний нет{of}."
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    parts = [
        counted(errors, "ошибка", "ошибки", "ошибок") if errors else "",
        counted(warnings, "предупреждение", "предупреждения", "предупреждений") if warnings else "",
    ]
    files = len({problem.place.file for problem in problems})
    found = " и ".join(part for part in parts if part)
    tail = "" if errors else " Публиковать можно: предупреждения не мешают."
    return f"Найдено: {found} в {counted(files, 'месте', 'местах', 'местах') if files == 0 else _files(files)}.{tail}"


def json_report(problems: Sequence[Problem], records: int) -> str:
    """The stable form for programs."""
    rows = [
        {
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "code": problem.code,
            "severity": problem.severity,
            "message": problem.message,
            "fix": problem.fix,
        }
        for problem in problems
    ]
    return json.dumps({"problems": rows, "records": records}, ensure_ascii=False, indent=2)


def github_report(problems: Sequence[Problem]) -> str:
    """Workflow commands that put each problem beside its line in a pull request."""
    return "\n".join(
        f"::{problem.severity} file={_property(problem.place.file)},line={problem.place.line},"
        f"col={problem.place.column},title={_property(problem.code)}::{_data(f'{problem.message}; {problem.fix}')}"
        for problem in problems
    )


def _files(number: int) -> str:
    return counted(number, "файле", "файлах", "файлах")


def _safe(text: str) -> str:
    """The text without signs that could steer a terminal; one sign stays one."""
    return _unmarked("".join(sign if sign.isprintable() or sign in ODD_SPACES else "·" for sign in text))


def _unmarked(text: str) -> str:
    """The text without the old mark of a workflow command, which GitHub obeys in the middle of a line too."""
    return text.replace("##[", "#·[")


def _data(text: str) -> str:
    """Escaped as GitHub reads the message of a workflow command."""
    return _unmarked(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escaped as GitHub reads a property of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


class _Sources:
    """Lines of the files that problems point at, read once, only when asked for."""

    def __init__(self, folder: Path) -> None:
        self.parent = folder.absolute().resolve().parent
        self.lines: dict[str, list[str]] = {}

    def snippet(self, problem: Problem) -> list[str]:
        """The line and the caret; nothing where there is no such line."""
        lines = self._of(problem.place.file)
        if problem.place.line > len(lines):
            return []
        row, at = lines[problem.place.line - 1], problem.place.column - 1
        if not row.strip():
            return []
        begin = max(0, at - _WIDTH // 2) if len(row) > _WIDTH else 0
        piece = row[begin : begin + _WIDTH]
        lead, tail = "…" if begin else "", "…" if begin + _WIDTH < len(row) else ""
        number = f"{problem.place.line:>6} | "
        return [f"{number}{lead}{_safe(piece)}{tail}", f"{' ' * 6} | {' ' * (len(lead) + at - begin)}^"]

    def _of(self, file: str) -> list[str]:
        if file not in self.lines:
            path = self.parent / file
            try:
                text = path.read_text(encoding="utf-8-sig", errors="replace") if _is_ordinary(path) else ""
            except (OSError, ValueError):
                text = ""
            self.lines[file] = text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if text else []
        return self.lines[file]


def _is_ordinary(path: Path) -> bool:
    """A file of a bearable size: no pipe, no link, no folder."""
    return path.is_file() and not path.is_symlink() and path.stat().st_size <= 512 * 1024

"""Reads a content folder into a knowledge base, together with everything that is wrong with it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from navigator.base import KnowledgeBase, Origin
from navigator.model import KINDS
from navigator.problems import Problem
from navigator.reader.compose import compose
from navigator.reader.tree import plain


@dataclass(frozen=True)
class Loaded:
    """What was read, and the problems of all files, sorted by place."""

    base: KnowledgeBase
    problems: tuple[Problem, ...]


def read_content(folder: Path, today: dt.date) -> Loaded:
    """Every record of the folder and every problem; never raises for content."""
    from pydantic import ValidationError

    folder = folder.resolve()
    records, origins, problems = {}, {}, []
    for name, (kind, model) in KINDS.items():
        for path in sorted((folder / name).glob("*.yml")):
            file = path.relative_to(folder.parent).as_posix()
            text = path.read_text(encoding="utf-8")
            composed = compose(text)
            problems += [finding.in_file(file) for finding in composed.findings]
            if composed.node is None:
                continue
            try:
                record = model.model_validate(plain(composed.node))
            except ValidationError as error:
                problems += [Problem(__import__("navigator.problems").problems.Place(file), "D99", "error", str(e["loc"]) + e["msg"], "?") for e in error.errors()]
                continue
            records[record.id], origins[record.id] = record, Origin(file, text, composed.node)
    return Loaded(KnowledgeBase(records, origins), tuple(sorted(problems)))

"""Everything that a change says about itself, gathered from two versions of the content."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from navigator.base import KnowledgeBase
from navigator.change.meaning import SETS, Meaning, meaning
from navigator.change.promises import Promises, promises
from navigator.change.stamps import Stamp, stamps
from navigator.load import Loaded, read_content
from navigator.model import KINDS
from navigator.model.scenario import Scenario
from navigator.model.tree import TREE_KINDS
from navigator.problems import Problem
from navigator.tree.tree import Tree

# Folders whose records decide an advice or show it.
TREE_FOLDERS = (*TREE_KINDS, "tree/guarantees", "scenarios", "recommendations")


@dataclass(frozen=True, slots=True)
class Changed:
    """A record that differs, by what happened to it."""

    id: str
    kind: str
    what: str  # added, changed, retired, removed


@dataclass(frozen=True, slots=True)
class Review:
    """What to tell the author and the reviewer of a change."""

    files: tuple[str, ...]
    records: tuple[Changed, ...]
    problems: tuple[Problem, ...]  # in the changed files, and those that the change brought about elsewhere
    others: int  # problems of other files, there before
    stamps: tuple[Stamp, ...]
    base: KnowledgeBase
    meaning: Meaning | None = None  # none where the tree is untouched or cannot be walked
    promises: Promises | None = None
    unwalked: bool = False  # the tree was touched and one of its versions cannot be walked

    @property
    def sound(self) -> bool:
        """Whether the change may be accepted: no error, no broken promise, no rubber stamp."""
        errors = any(problem.severity == "error" for problem in self.problems)
        return not (errors or self.stamps or (self.promises and self.promises.broken))


def review(old: Path, new: Path, files: Sequence[str], today: dt.date, sets: int = SETS) -> Review:
    """The review of the change from one content folder to the other; `files` are those that differ."""
    before, after = read_content(old, today), read_content(new, today)
    shown = _problems(before, after, files)
    plain = Review(
        tuple(files), tuple(_records(before.base, after.base)), shown, len(after.problems) - len(shown),
        stamps(before.base, after.base), after.base,
    )
    if not any(file.partition("/")[2].startswith(tuple(f"{folder}/" for folder in TREE_FOLDERS)) for file in files):
        return plain
    return _with_tree(plain, before.base, after.base, sets)


def _with_tree(plain: Review, before: KnowledgeBase, after: KnowledgeBase, sets: int) -> Review:
    parts = (plain.files, plain.records, plain.problems, plain.others, plain.stamps, plain.base)
    if any(problem.severity == "error" and _is_of_tree(problem) for problem in plain.problems):
        return Review(*parts, unwalked=True)
    try:
        old, new = Tree.of(before.records.values()), Tree.of(after.records.values())
        scenarios = [one for one in after.of_kind("scenario") if isinstance(one, Scenario) and one.status != "retired"]
        return Review(*parts, meaning(old, new, scenarios, sets), promises(old, new, before, after))
    except (LookupError, ValueError):
        return Review(*parts, unwalked=True)


def _is_of_tree(problem: Problem) -> bool:
    return problem.place.file.partition("/")[2].startswith(tuple(f"{folder}/" for folder in TREE_FOLDERS))


def _problems(before: Loaded, after: Loaded, files: Sequence[str]) -> tuple[Problem, ...]:
    """Problems of the changed files, and those elsewhere that were not there before."""
    known = {(one.place.file, one.code, one.message) for one in before.problems}
    touched = set(files)
    return tuple(
        one for one in after.problems
        if one.place.file in touched or (one.place.file, one.code, one.message) not in known
    )


def _records(before: KnowledgeBase, after: KnowledgeBase) -> list[Changed]:
    found = []
    order = {kind: number for number, (kind, _) in enumerate(KINDS.values())}
    for id in sorted({*before.records, *after.records}):
        old, new = before.records.get(id), after.records.get(id)
        if old == new:
            continue
        kind = (after if new else before).kind_of(id) or ""
        if new is None:
            what = "removed" if id not in after.unread else "changed"
        elif old is None:
            what = "changed" if id in before.unread else "added"
        else:
            what = "retired" if new.status == "retired" and old.status != "retired" else "changed"
        found.append(Changed(id, kind, what))
    return sorted(found, key=lambda one: (order.get(one.kind, 99), one.id))

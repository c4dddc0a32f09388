"""The list of requirements as `tests/requirements.yml` holds it, and a copy of the project with one edit."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

from tests.requirements.project import Project

ROOT = Path(__file__).resolve().parents[2]
LIST = ROOT / "tests" / "requirements.yml"
Evidence = Callable[[Project], list[str]]

# What evidence looks at: all that a mutation may touch, and nothing heavy.
_LOOKED_AT = (
    "content", "docs", "macros/templates", "overrides", "mkdocs.yml", "LICENSE", "LICENSE-TEXTS.md",
    "scripts/build.py", "scripts/sheets/templates", "tests/tree/witnesses.json",
)

_GROUPS = (("A", 35), ("B", 5), ("C", 9), ("D", 5), ("E", 4), ("F", 7), ("G", 6), ("H", 3), ("I", 4), ("J", 3),
           ("K", 4), ("L", 5))
EVERY_ID = (*(f"FR-{letter}{number:02}" for letter, last in _GROUPS for number in range(1, last + 1)),
            *(f"P{number:02}" for number in range(1, 8)))


class Mutation(BaseModel):
    """One edit of one file: `find` becomes `put`, or the file goes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: str
    find: str = ""
    put: str = ""
    delete: bool = False

    @model_validator(mode="after")
    def _one_edit(self) -> Self:
        if self.delete == bool(self.find) or self.find == self.put != "":
            raise ValueError("a mutation either deletes its file or replaces something by something else")
        return self

    def broken(self, text: str) -> str:
        """The text after the edit; the words to replace must be there."""
        assert self.find in text, f"{self.file} no longer holds «{self.find}»: choose another mutation"
        return text.replace(self.find, self.put, 1)


class Requirement(BaseModel):
    """A line of the list."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    text: str = Field(min_length=10)
    state: Literal["met", "partly", "later"]
    issue: tuple[int, ...] = Field(min_length=1)
    missing: str = ""
    shown_by: str = ""
    mutation: Mutation | None = None

    @model_validator(mode="after")
    def _state_says_what_it_must(self) -> Self:
        shown = bool(self.shown_by) and self.mutation is not None
        if shown != (self.state != "later") or bool(self.missing) != (self.state == "partly"):
            raise ValueError(f"{self.id}: {self.state} needs evidence with a mutation unless it is later; "
                             "partly, and only partly, says what is missing")
        return self

    @property
    def by_test(self) -> bool:
        """Whether a test of its own shows it."""
        return "::" in self.shown_by

    def evidence(self) -> Evidence:
        """The function that shows it."""
        module, _, name = self.shown_by.partition(".")
        found = getattr(import_module(f"tests.requirements.{module}"), name)
        assert callable(found)
        return found


def requirements() -> list[Requirement]:
    """The list."""
    return [Requirement.model_validate(one) for one in yaml.safe_load(LIST.read_text(encoding="utf-8"))]


def copied(root: Path, to: Path) -> None:
    """The parts of the project that evidence looks at."""
    for path in _LOOKED_AT:
        source, target = root / path, to / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("fonts", "img"))
        else:
            shutil.copy2(source, target)

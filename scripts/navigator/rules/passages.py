"""Every text that a reader is shown, with the record and the path it stands at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from navigator.model import Provenance, Recommendation, Record, Source
from navigator.model.base import Strict
from navigator.prose import Out, Prose, Ref, Strong, Text, take_apart
from navigator.rules.words import WORD
from navigator.typography import plain_spaces

Path = tuple[str | int, ...]
Role = Literal["prose", "label", "data"]

# Fields by what they hold: prose may carry marks, a label may not, data is quoted as it was printed.
PROSE = frozenset({"text", "why", "action", "evidence", "ask", "changes", "reason", "hint", "change", "work", "lift"})
PROSE |= {"low", "high", "span", "stake", "reveals", "stop"}
LABELS = frozenset(
    {"title", "short", "description", "term", "synonyms", "name", "note", "retired_reason", "incomplete"}
)
LABELS |= {"area", "period", "time", "position", "consent", "shows", "papers"}
DATA = frozenset({"english", "key", "authors", "editors", "container", "edition", "place", "publisher"})
DATA |= {"year", "volume", "issue", "pages", "article_number", "construct", "version", "label"}


@dataclass(frozen=True)
class Passage:
    """One text of one record; `text` has plain spaces, offsets are those of the typed value."""

    record: str
    path: Path
    text: str
    role: Role
    statement: Provenance | None

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the text in small letters."""
        return frozenset(WORD.findall(self.text.lower()))

    def spoken(self) -> Iterator[tuple[int, str]]:
        """Runs of plain words with their offsets; printed data are not our words."""
        if self.role == "label":
            yield 0, self.text
        elif self.role == "prose":
            for token in self.prose.tokens:
                if isinstance(token, Text):
                    yield token.at, token.text
                elif isinstance(token, Strong):
                    yield token.at + 2, token.text
                elif isinstance(token, Ref | Out) and token.words:
                    yield self.text.index(token.words, token.at), token.words

    @property
    def prose(self) -> Prose:
        """The text taken apart into its marks."""
        return take_apart(self.text)


def passages_of(record: Record) -> Iterator[Passage]:
    """The texts of a record in the order of its fields."""
    for path, value, statement in _leaves(record, (), None):
        role = _role(record, path)
        if role is not None:
            yield Passage(record.id, path, plain_spaces(value), role, statement)


def provenances(record: Record) -> Iterator[tuple[Path, Provenance]]:
    """Every statement, link and item of a record with its path."""
    yield from _provenances(record, ())


def _role(record: Record, path: Path) -> Role | None:
    field = next(part for part in reversed(path) if isinstance(part, str))
    if isinstance(record, Source) and len(path) <= 2 and field == "title":
        return "data"
    if isinstance(record, Recommendation) and path == ("title",):
        return "data"
    if field in PROSE:
        return "prose"
    if field in LABELS:
        return "label"
    return "data" if field in DATA else None


def _leaves(value: object, path: Path, statement: Provenance | None) -> Iterator[tuple[Path, str, Provenance | None]]:
    if isinstance(value, Strict):
        inner = value if isinstance(value, Provenance) else statement
        for field in type(value).model_fields:
            yield from _leaves(getattr(value, field), (*path, field), inner)
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from _leaves(part, (*path, number), statement)
    elif isinstance(value, str):
        yield path, value, statement


def _provenances(value: object, path: Path) -> Iterator[tuple[Path, Provenance]]:
    if isinstance(value, Provenance):
        yield path, value
    if isinstance(value, Strict):
        for field in type(value).model_fields:
            yield from _provenances(getattr(value, field), (*path, field))
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from _provenances(part, (*path, number))

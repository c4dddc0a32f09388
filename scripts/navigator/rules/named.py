"""Every id that a record names, in its fields and in its prose, with the kind it must lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from navigator.model import (
    Case,
    Checklist,
    Factor,
    FieldTest,
    Link,
    Mode,
    Note,
    Provenance,
    Recommendation,
    Record,
    Review,
    StageWeight,
    Term,
)
from navigator.model.base import Strict
from navigator.model.catalogue import Step
from navigator.prose import Ref
from navigator.rules.passages import Passage, Path

# Which kind an id field must lead to; None is any kind. People are looked after by group L.
_FIELDS: tuple[tuple[type[Strict], str, str | None], ...] = (
    (Provenance, "sources", "source"),
    (Review, "sources", "source"),
    (Recommendation, "sources", "source"),
    (Link, "recommendation", "recommendation"),
    (StageWeight, "stage", "stage"),
    (Checklist, "recommendation", "recommendation"),
    (Factor, "items", "item"),
    (Factor, "questions", "question"),
    (Term, "related", None),
    (Mode, "family", "family"),
    (Mode, "terms", "term"),
    (Step, "mode", "mode"),
    (Note, "recommendations", "recommendation"),
    (Case, "recommendations", "recommendation"),
    (Case, "stages", "stage"),
    (Case, "works", "source"),
    (FieldTest, "recommendations", "recommendation"),
    (FieldTest, "tested", None),
)

# What kinds are called in messages.
NAMES = {
    "recommendation": "рекомендация",
    "checklist": "чек-лист",
    "item": "пункт чек-листа",
    "stage": "стадия",
    "direction": "направление",
    "factor": "фактор",
    "term": "термин",
    "source": "источник",
    "person": "человек",
    "page": "страница",
    "question": "вопрос",
    "family": "группа способов",
    "mode": "способ",
    "attribute": "признак",
    "outcome": "исход",
    "note": "заметка",
    "case": "случай",
    "field-test": "апробация",
    "sheet": "лист для встречи",
}


@dataclass(frozen=True, slots=True)
class Reference:
    """An id that a record names: where, of which kind it must be."""

    record: str
    path: Path
    id: str
    kind: str | None
    offset: int | None = None  # in the text, when named in prose


def _named(record_id: str, value: object, path: Path) -> Iterator[Reference]:
    if isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from _named(record_id, part, (*path, number))
    if not isinstance(value, Strict):
        return
    for owner, field, kind in _FIELDS:
        if isinstance(value, owner):
            named = getattr(value, field)
            if isinstance(named, str):
                yield Reference(record_id, (*path, field), named, kind)
            else:
                for number, target in enumerate(named):
                    yield Reference(record_id, (*path, field, number), target, kind)
    for field in type(value).model_fields:
        yield from _named(record_id, getattr(value, field), (*path, field))


def references_in(records: Iterable[Record], passages: Iterable[Passage]) -> Iterator[Reference]:
    """Every id named in fields, then every id named in prose."""
    for record in records:
        yield from _named(record.id, record, ())
    for passage in passages:
        if passage.role == "prose":
            for token in passage.prose.tokens:
                if isinstance(token, Ref) and token.id:
                    yield Reference(passage.record, passage.path, token.id, None, token.at)

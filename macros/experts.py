"""The pages of the experts' layer: notes, cases, field tests, and what of them a result shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from macros import shelf
from macros.page import AnyRecord, Made, fill, lookup
from macros.pen import Pen
from macros.site import Site
from macros.usage import cited
from navigator.base import KnowledgeBase
from navigator.freshness import ages
from navigator.model import Case, FieldTest, Note, Page, Record
from navigator.model.experts import Placed
from navigator.model.tree import TreeSettings

# What a reader is told of a step of a case, and of how far a case was checked.
MOVES = {"entry": "вход", "increase": "рост участия", "hold": "без изменений", "reduce": "сокращение",
         "exit": "уход с рынка", "re-entry": "возврат", "no-entry": "отказ от входа"}
CHECKS = {"unchecked": "не проверено", "abstract": "сверено с аннотацией или выпиской",
          "full-text": "сверено с полным текстом", "expert": "подтвердил эксперт"}
# Steps by which cases are chosen: the others say too little.
_CHOSEN_MOVES = ("exit", "re-entry", "no-entry", "increase", "hold")
_CONTEXTS = {"region": "regions", "industry": "industries", "company": "companies"}


@dataclass(frozen=True, slots=True)
class Choice:
    """A region or an industry with how many records there are of it."""

    id: str
    label: str
    count: int


def notes_page(site: Site) -> Made:
    """All notes with a choice by region and industry, and the gaps."""
    notes = in_force(site.base, Note)
    return _overview(site, "notes-overview", "notes.md.j2", notes, notes=notes)


def note_page(site: Site, id: str) -> Made:
    """One note."""
    return _entry(site, lookup(site, id, Note), "note.md.j2")


def cases_page(site: Site) -> Made:
    """All cases with a choice by region, industry and step, and the field tests."""
    cases, tests = in_force(site.base, Case), in_force(site.base, FieldTest)
    moves = [Choice(move, MOVES[move], sum(move in moves_of(case) for case in cases)) for move in _CHOSEN_MOVES]
    return _overview(site, "cases-overview", "cases.md.j2", (*cases, *tests), cases=cases, tests=tests, moves=moves,
                     moves_of=moves_of)


def case_page(site: Site, id: str) -> Made:
    """One case."""
    return _entry(site, lookup(site, id, Case), "case.md.j2", checks=CHECKS)


def field_test_page(site: Site, id: str) -> Made:
    """One trial of the method."""
    return _entry(site, lookup(site, id, FieldTest), "fieldtest.md.j2")


def attachments(site: Site, pen: Pen) -> list[dict[str, Any]]:
    """What a result may add below the advice; whether it is shown depends on what the reader chose and on the day."""
    found: list[dict[str, Any]] = []
    for record in (*in_force(site.base, Note), *in_force(site.base, Case)):
        days = ages(record)
        found.append({
            "id": record.id, "kind": "note" if isinstance(record, Note) else "case", "title": record.title,
            "about": record.description, "url": pen.to(record.id), "draft": record.status == "draft",
            "regions": list(record.regions), "industries": list(record.industries),
            "companies": list(record.companies), "moves": moves_of(record) if isinstance(record, Case) else (),
            "remind": days.remind.isoformat(), "due": days.due.isoformat(),
            "gone": days.gone.isoformat(),
        })
    return found


def in_force(base: KnowledgeBase, model: type[AnyRecord]) -> tuple[AnyRecord, ...]:
    """Records of a kind by their titles, those that were withdrawn left out."""
    found = (one for one in base.records.values() if isinstance(one, model) and one.status != "retired")
    return tuple(sorted(found, key=lambda one: (shelf.alphabetical(str(getattr(one, "title", ""))), one.id)))


def labels(base: KnowledgeBase) -> Mapping[str, str]:
    """What regions, industries and kinds of company are called, by their ids, in the order of the tree."""
    settings = [one for one in base.records.values() if isinstance(one, TreeSettings)]
    return {choice.id: choice.label for one in settings for context in one.context for choice in context.choices}


def choices(base: KnowledgeBase, context: str, records: Sequence[Placed]) -> list[Choice]:
    """The choices of a context with how many of the records belong to each."""
    field = _CONTEXTS[context]
    settings = [one for one in base.records.values() if isinstance(one, TreeSettings)]
    return [
        Choice(choice.id, choice.label, sum(choice.id in getattr(record, field) for record in records))
        for one in settings for part in one.context if part.id == context for choice in part.choices
    ]


def moves_of(case: Case) -> tuple[str, ...]:
    """The steps of a case, each once, in its order."""
    return tuple(dict.fromkeys(step.move for step in case.path))


def _overview(site: Site, id: str, template: str, records: Sequence[Placed], **more: object) -> Made:
    record = lookup(site, id, Page)
    facts = {"title": record.title, "description": record.description, "script": "context", "style": "experts"}
    return fill(site, record, template, facts, state=shelf.state(records), labels=labels(site.base),
                names=MOVES, regions=choices(site.base, "region", records),
                industries=choices(site.base, "industry", records),
                recommendations=[Choice(one.id, one.short, sum(one.id in getattr(entry, "recommendations", ())
                                                               for entry in records))
                                 for one in site.base.recommendations], **more)


def _entry(site: Site, record: Placed, template: str, **more: object) -> Made:
    facts = {"title": record.title, "description": record.description, "style": "experts"}
    return fill(site, record, template, facts, labels=labels(site.base), names=MOVES,
                works=_works(site.base, record), **more)


def _works(base: KnowledgeBase, record: Record) -> tuple[str, ...]:
    """The works that the statements of a record cite, each once."""
    return tuple(one for one in dict.fromkeys(cited(record)) if base.kind_of(one) == "source")


PAGES: tuple[Callable[..., Made], ...] = (notes_page, note_page, cases_page, case_page, field_test_page)

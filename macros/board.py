"""The board: what is due and whose it is, where nothing is written, what changed last, who wrote and reviewed.

`facts` is plain values, so that the page and its JSON say the same. Nothing here knows today: rows carry their days,
and the reader's clock says what is overdue.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from macros.address import NoAddressError, address, name
from macros.page import Made, prose
from macros.site import Site
from navigator.base import KnowledgeBase
from navigator.freshness import ages
from navigator.model import Case, FieldTest, Note, Person, Record, Review
from navigator.model.experts import Placed
from navigator.model.tree import TreeSettings

# One, two, five of a kind; in the order in which kinds are counted on the page.
WORDS: Mapping[str, tuple[str, str, str]] = {
    "recommendation": ("рекомендация", "рекомендации", "рекомендаций"),
    "checklist": ("чек-лист", "чек-листа", "чек-листов"),
    "family": ("группа способов", "группы способов", "групп способов"),
    "mode": ("способ", "способа", "способов"),
    "outcome": ("исход", "исхода", "исходов"),
    "attribute": ("признак", "признака", "признаков"),
    "note": ("заметка", "заметки", "заметок"),
    "case": ("случай", "случая", "случаев"),
    "field-test": ("апробация", "апробации", "апробаций"),
    "question": ("вопрос", "вопроса", "вопросов"),
    "combination": ("сочетание ответов", "сочетания ответов", "сочетаний ответов"),
    "flag": ("предупреждение", "предупреждения", "предупреждений"),
    "tree": ("настройка опросника", "настройки опросника", "настроек опросника"),
    "guarantee": ("обещание дерева", "обещания дерева", "обещаний дерева"),
    "scenario": ("пример компании", "примера компаний", "примеров компаний"),
    "stage": ("стадия", "стадии", "стадий"),
    "direction": ("направление", "направления", "направлений"),
    "factor": ("фактор", "фактора", "факторов"),
    "term": ("термин", "термина", "терминов"),
    "source": ("источник", "источника", "источников"),
    "sheet": ("лист встречи", "листа встречи", "листов встречи"),
    "page": ("страница", "страницы", "страниц"),
    "person": ("имя", "имени", "имён"),
}
RESULTS = {"created": "составлено", "confirmed": "подтверждено", "changed": "исправлено", "retired": "снято"}
ROLES = {"article-author": "автор статьи", "editors": "редакция", "expert": "эксперт", "reviewer": "проверяющий"}
_FIELDS = {"region": "regions", "industry": "industries"}
_NOT_A_GAP = ("other-region", "other-industry")  # «другой» is nobody's market
_MOST_CHANGES = 20  # groups of changes that are shown: older ones are in the history of the records


def board_page(site: Site) -> Made:
    """The board as a page."""
    base = site.base
    return prose(site, "board", "board.md.j2", script="board", style="board", said=facts(base), words=WORDS,
                 roles=ROLES, results=RESULTS, date=dt.date.fromisoformat, by_kind=_by_kind,
                 placed=lambda id: _has_place(base, id))


def facts(base: KnowledgeBase) -> dict[str, Any]:
    """Everything the board says, as plain values."""
    records = sorted(base.records.values(), key=lambda one: one.id)
    alive = [one for one in records if one.status != "retired"]
    return {
        "records": _states(records),
        "kinds": [{"kind": kind, **_states(base.of_kind(kind))} for kind in WORDS if base.of_kind(kind)],
        "due": due(base, alive),
        "coverage": {**{id: _places(base, id) for id in _FIELDS}, "recommendation": _recommendations(base)},
        "missing": _missing(base, alive),
        "changes": changes(base, records)[:_MOST_CHANGES],
        "people": [_person(person, records) for person in base.people],
    }


def due(base: KnowledgeBase, records: Iterable[Record]) -> list[dict[str, Any]]:
    """Records with the same days and owner together, the earliest due day first."""
    def key(one: Record) -> tuple[str, str, str]:
        return ages(one).due.isoformat(), ages(one).gone.isoformat(), owner(one)

    rows = []
    for (day, gone, person), group in groupby(sorted(records, key=key), key=key):
        found = list(group)
        rows.append({"due": day, "remind": ages(found[0]).remind.isoformat(), "gone": gone, "owner": person,
                     "records": [{"id": one.id, "kind": base.kind_of(one.id) or ""} for one in found]})
    return rows


def owner(record: Record) -> str:
    """Who is asked: the author where there is one, else whoever looked last."""
    return str(getattr(record, "author", record.reviews[-1].by))


def changes(base: KnowledgeBase, records: Iterable[Record]) -> list[dict[str, Any]]:
    """Entries of the review logs, the newest first; those of one day, person and result together."""
    entries = [(review, record) for record in records for review in record.reviews]
    entries.sort(key=lambda one: (one[0].date, one[0].by, one[0].result, one[1].id), reverse=True)
    found = []
    for (day, by, result), group in groupby(entries, key=lambda one: (one[0].date, one[0].by, one[0].result)):
        of = sorted(group, key=lambda one: one[1].id)
        found.append({"date": day.isoformat(), "by": by, "result": result,
                      "records": [_entry(base, review, record) for review, record in of]})
    return found


def _entry(base: KnowledgeBase, review: Review, record: Record) -> dict[str, str]:
    entry = {"id": record.id, "kind": base.kind_of(record.id) or ""}
    return entry | ({"note": review.note} if review.note else {})


def _states(records: Iterable[Record]) -> dict[str, int]:
    counted = Counter(one.status for one in records)
    return {"total": counted.total(), **{status: counted[status] for status in ("draft", "published", "retired")}}


def _places(base: KnowledgeBase, context: str) -> list[dict[str, Any]]:
    settings = [one for one in base.records.values() if isinstance(one, TreeSettings)]
    return [_row(base, choice.id, choice.label, _FIELDS[context])
            for one in settings for part in one.context if part.id == context
            for choice in part.choices if choice.id not in _NOT_A_GAP]


def _recommendations(base: KnowledgeBase) -> list[dict[str, Any]]:
    return [_row(base, one.id, one.short, "recommendations")
            for one in base.recommendations if one.status != "retired"]


def _row(base: KnowledgeBase, id: str, label: str, field: str) -> dict[str, Any]:
    """Which notes, cases and field tests there are about something, and how old the oldest of them is."""
    found = [one for one in base.records.values()
             if isinstance(one, Placed) and one.status != "retired" and id in getattr(one, field)]

    def about(model: type[Placed]) -> list[str]:
        return sorted(one.id for one in found if isinstance(one, model))

    return {"id": id, "label": label, "notes": about(Note), "cases": about(Case), "field_tests": about(FieldTest),
            **_oldest(found)}


def _oldest(records: Sequence[Placed]) -> dict[str, str]:
    """The days of the record that is due first; nothing where there is none."""
    first = min((ages(one) for one in records), key=lambda one: (one.due, one.gone), default=None)
    return {} if first is None else {"reviewed": min(ages(one).reviewed for one in records).isoformat(),
                                     "remind": first.remind.isoformat(), "due": first.due.isoformat(),
                                     "gone": first.gone.isoformat()}


def _missing(base: KnowledgeBase, alive: Sequence[Record]) -> dict[str, Any]:
    """What nobody has done yet, beside notes and cases that are not there."""
    placed = [one for one in alive if isinstance(one, Placed)]
    sources = [one for one in base.sources if one.status != "retired"]
    return {
        "experts": sum(one.role in ("expert", "reviewer") for one in base.people if one.status != "retired"),
        "without_second_reviewer": [one.id for one in placed if one.second_reviewer is None],
        "placed": len(placed),
        "told": sum(isinstance(one, Case) and one.basis == "told" for one in placed),
        "field_tests": sum(isinstance(one, FieldTest) for one in placed),
        "sources_not_read_whole": [one.id for one in sources if one.read != "whole"],
        "sources": len(sources),
    }


def _person(person: Person, records: Sequence[Record]) -> dict[str, Any]:
    """What a person wrote, looked at and thinks otherwise."""
    own = [(review, one) for one in records for review in one.reviews if review.by == person.id]
    results = Counter(review.result for review, _ in own)
    placed = [one for one in records if isinstance(one, Placed)]
    return {
        "id": person.id, "name": person.name, "role": person.role,
        **{result: results[result] for result in RESULTS},
        "author_of": [one.id for one in placed if one.author == person.id],
        "second_reviewer_of": [one.id for one in placed if one.second_reviewer == person.id],
        "dissents_in": [one.id for one in placed if any(view.by == person.id for view in one.dissent)],
        **({"last": max(review.date for review, _ in own).isoformat()} if own else {}),
    }


def _by_kind(entries: Iterable[Mapping[str, str]]) -> list[tuple[str, list[Mapping[str, str]]]]:
    """Entries under their kinds, in the order in which kinds are counted."""
    found = {kind: [one for one in entries if one["kind"] == kind] for kind in WORDS}
    return [(kind, of) for kind, of in found.items() if of]


def _has_place(base: KnowledgeBase, id: str) -> bool:
    """Whether the record is shown somewhere under a name: combinations and guarantees are not."""
    try:
        return bool(address(base, id) and name(base, id)) or id == "home"
    except (NoAddressError, KeyError):
        return False


PAGES: tuple[Callable[..., Made], ...] = (board_page,)

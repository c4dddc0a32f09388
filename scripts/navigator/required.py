"""Records without which the site has holes: they are missed where they are absent."""

from __future__ import annotations

from collections.abc import Iterator

from navigator.base import KnowledgeBase
from navigator.model import KINDS
from navigator.problems import Place, Problem

_FOLDER = {kind: folder for folder, (kind, _) in KINDS.items()}

# What the site is made of: pages that its menu leads to, offices that sign, the article itself.
_NAMED: dict[str, tuple[str, ...]] = {
    "direction": ("increase", "hold", "reduce", "re-entry"),
    "page": (
        "home", "method", "where-to-turn", "licence", "recommendations-overview", "checklists-overview",
        "stages-overview", "glossary-overview", "sources-overview",
    ),
    "person": ("editors",),
    "source": ("ilkevich-2025",),
}
_NUMBERED = {"recommendation": 8, "stage": 4}
_WORDS = {
    "direction": "направления", "page": "страницы", "person": "записи", "source": "работы",
    "recommendation": "рекомендации", "stage": "стадии",
}


def missing_records(base: KnowledgeBase) -> Iterator[Problem]:
    """Every record that must be there and is not, at its folder; a file that cannot be read is not missing."""
    for kind, ids in _NAMED.items():
        for id in ids:
            if base.kind_of(id) is None:
                yield _absent(base, kind, f"нет {_WORDS[kind]} «{id}»", f"добавьте файл {id}.yml")
    for kind, last in _NUMBERED.items():
        numbers = [getattr(record, "number", 0) for record in base.of_kind(kind)]
        unread = sum(1 for other in base.unread.values() if other == kind)
        absent = [number for number in range(1, last + 1) if number not in numbers]
        for number in absent[: max(0, len(absent) - unread)] if unread else absent:
            yield _absent(base, kind, f"нет {_WORDS[kind]} № {number}, а их должно быть {last}",
                          f"добавьте файл с number: {number}")
    if "checklist" not in base.unread.values():
        for recommendation in base.recommendations:
            if base.checklist_for(recommendation.id) is None:
                yield _absent(base, "checklist", f"нет чек-листа рекомендации «{recommendation.id}»",
                              f"добавьте файл checklist-{recommendation.id}.yml")


def _absent(base: KnowledgeBase, kind: str, message: str, fix: str) -> Problem:
    return Problem(Place(f"{base.folder}/{_FOLDER[kind]}"), "D30", "error", message, fix)

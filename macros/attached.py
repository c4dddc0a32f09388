"""The notes and cases that stand beside a recommendation, a way in or a stage: links from there to here."""

from __future__ import annotations

from macros.shelf import alphabetical
from navigator.base import KnowledgeBase
from navigator.model import Case, Note

_FIELDS = ("recommendations", "ways", "stages")


def attached(base: KnowledgeBase, id: str) -> dict[str, tuple[Note | Case, ...]]:
    """Notes, then cases, that name the record, by their titles; those that were withdrawn are left out."""
    found: dict[str, tuple[Note | Case, ...]] = {}
    for name, model in (("Заметки", Note), ("Случаи", Case)):
        records = [
            one for one in base.records.values()
            if isinstance(one, model) and one.status != "retired"
            and any(id in getattr(one, field, ()) for field in _FIELDS)
        ]
        if records:
            found[name] = tuple(sorted(records, key=lambda one: (alphabetical(one.title), one.id)))
    return found

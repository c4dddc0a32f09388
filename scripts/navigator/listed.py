"""Short lists that a field chooses from: what a person can be shown at once, beside the field or in a form."""

from __future__ import annotations

from collections.abc import Mapping

from navigator.base import KnowledgeBase
from navigator.model.tree import TreeSettings

# Fields by the kind of the records they name, and by the list of the tree they choose from.
_KINDS = {"recommendations": "recommendation", "ways": "family", "stages": "stage"}
_CONTEXT = {"regions": "region", "industries": "industry", "companies": "company"}


def listed(base: KnowledgeBase) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """For each such field the ids it may hold with what they are called."""
    settings = next((one for one in base.of_kind("tree") if isinstance(one, TreeSettings)), None)
    context = {str(one.id): one.choices for one in settings.context} if settings else {}
    found = {
        field: tuple((one.id, str(getattr(one, "short", getattr(one, "title", one.id))))
                     for one in base.of_kind(kind) if one.status != "retired")
        for field, kind in _KINDS.items()
    }
    return found | {
        field: tuple((one.id, " ".join(one.label.split())) for one in context.get(name, ()))
        for field, name in _CONTEXT.items()
    }

"""Where on the site a record is shown, and by what name a text refers to it."""

from __future__ import annotations

from navigator.base import KnowledgeBase
from navigator.model import (
    Checklist,
    Direction,
    Factor,
    Page,
    Person,
    Recommendation,
    Source,
    Stage,
    Term,
)

# Pages of prose whose address is not their id.
_PAGES = {
    "home": "",
    "recommendations-overview": "recommendations/",
    "checklists-overview": "checklists/",
    "stages-overview": "stages/",
    "glossary-overview": "glossary/",
    "sources-overview": "sources/",
}
_FACTOR_PAGES = {"internal": "internal-factors", "external": "external-factors"}


class NoAddressError(LookupError):
    """A record of this id has no place on the site."""


def address(base: KnowledgeBase, id: str) -> str:
    """The address of a record relative to the root of the site, with its anchor where it has one."""
    if id not in base.records and id in base.items:
        checklist, _ = base.items[id]
        return f"checklists/{checklist.recommendation}/#{id}"
    match base.records.get(id):
        case Recommendation():
            return f"recommendations/{id}/"
        case Checklist(recommendation=recommendation):
            return f"checklists/{recommendation}/"
        case Stage() | Direction():
            return f"stages/#{id}"
        case Factor(side=side):
            return f"recommendations/{_FACTOR_PAGES[side]}/#{id}"
        case Term():
            return f"glossary/#{id}"
        case Source():
            return f"sources/#{id}"
        case Person():
            return f"licence/#{id}"
        case Page():
            return _PAGES.get(id, f"{id}/")
    raise NoAddressError(id)


def name(base: KnowledgeBase, id: str) -> str:
    """The words a reference shows when its author gave none."""
    if id not in base.records and id in base.items:
        return base.items[id][1].action
    match base.records.get(id):
        case Recommendation(short=short):
            return short
        case Checklist(recommendation=recommendation):
            return f"чек-лист «{name(base, recommendation)}»"
        case Stage(title=title) | Direction(title=title) | Factor(title=title) | Page(title=title):
            return title
        case Term(term=term):
            return term
        case Source(key=key):
            return key
        case Person(name=shown):
            return shown
    raise NoAddressError(id)


def between(page: str, target: str) -> str:
    """The link from one address to another; both are relative to the root and pages end in a slash."""
    path, _, anchor = target.partition("#")
    tail = f"#{anchor}" if anchor else ""
    if path == page and tail:
        return tail
    return ("../" * page.count("/") + path or "./") + tail

"""Where on the site a record is shown, and by what name a text refers to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from navigator.base import KnowledgeBase
from navigator.model import (
    Attribute,
    Case,
    Checklist,
    Direction,
    Factor,
    FieldTest,
    MeetingSheet,
    Mode,
    Note,
    Outcome,
    Page,
    Person,
    Recommendation,
    Record,
    Source,
    Stage,
    Term,
)
from navigator.model.scenario import Scenario
from navigator.model.tree import Family, Flag, Question

# Pages of prose whose address is not their id.
_PAGES = {
    "home": "",
    "recommendations-overview": "recommendations/",
    "checklists-overview": "checklists/",
    "stages-overview": "stages/",
    "glossary-overview": "glossary/",
    "sources-overview": "sources/",
    "tree-overview": "tree/",
    "tree-rules": "tree/rules/",
    "tree-examples": "tree/examples/",
    "ways-overview": "ways/",
    "ways-compare": "ways/compare/",
    "ways-outcomes": "ways/outcomes/",
    "print-overview": "print/",
    "notes-overview": "notes/",
    "experts-overview": "experts/",
    "experts-templates": "experts/templates/",
    "experts-rules": "experts/rules/",
    "experts-forms": "experts/forms/",
    "experts-review": "experts/review/",
    "experts-hosting": "experts/hosting/",
    "cases-overview": "cases/",
}
_FACTOR_PAGES = {"internal": "internal-factors", "external": "external-factors"}


# Where a record of a kind is shown; checklists and factors stand on the page of their recommendation.
_ADDRESSES: Mapping[type[Record], Callable[[Any], str]] = {
    Recommendation: lambda one: f"recommendations/{one.id}/",
    Checklist: lambda one: f"checklists/{one.recommendation}/",
    Stage: lambda one: f"stages/#{one.id}",
    Direction: lambda one: f"stages/#{one.id}",
    Factor: lambda one: f"recommendations/{_FACTOR_PAGES[one.side]}/#{one.id}",
    Term: lambda one: f"glossary/#{one.id}",
    Source: lambda one: f"sources/#{one.id}",
    Person: lambda one: f"licence/#{one.id}",
    Family: lambda one: f"ways/{one.id}/",
    Mode: lambda one: f"ways/{one.id}/",
    Attribute: lambda one: f"ways/compare/#{one.id}",
    Outcome: lambda one: f"ways/outcomes/#{one.id}",
    Question: lambda one: f"tree/#{one.id}",
    Flag: lambda one: f"tree/rules/#{one.id}",
    Scenario: lambda one: f"tree/examples/#{one.id}",
    Note: lambda one: f"notes/{one.id}/",
    Case: lambda one: f"cases/{one.id}/",
    FieldTest: lambda one: f"cases/{one.id}/",
    MeetingSheet: lambda one: "print/",
    Page: lambda one: _PAGES.get(one.id, f"{one.id}/"),
}
# The field that names a record of a kind; a checklist is named after its recommendation.
_NAMES: Mapping[type[Record], str] = {
    Recommendation: "short", Stage: "title", Direction: "title", Factor: "title", Page: "title", Term: "term",
    Source: "key", Person: "name", Family: "title", Mode: "title", Attribute: "title", Outcome: "title",
    Question: "text", Flag: "title", Scenario: "title",
    Note: "title", Case: "title", FieldTest: "title", MeetingSheet: "title",
}


class NoAddressError(LookupError):
    """A record of this id has no place on the site."""


def address(base: KnowledgeBase, id: str) -> str:
    """The address of a record relative to the root of the site, with its anchor where it has one."""
    record = base.records.get(id)
    if record is not None:
        return _ADDRESSES[type(record)](record)
    if id in base.items:
        checklist, _ = base.items[id]
        return f"checklists/{checklist.recommendation}/#{id}"
    raise NoAddressError(id)


def name(base: KnowledgeBase, id: str) -> str:
    """The words a reference shows when its author gave none."""
    record = base.records.get(id)
    if isinstance(record, Checklist):
        return f"чек-лист «{name(base, record.recommendation)}»"
    if record is not None:
        return str(getattr(record, _NAMES[type(record)]))
    if id in base.items:
        return base.items[id][1].action
    raise NoAddressError(id)


def between(page: str, target: str) -> str:
    """The link from one address to another; both are relative to the root and pages end in a slash."""
    path, _, anchor = target.partition("#")
    tail = f"#{anchor}" if anchor else ""
    if path == page and tail:
        return tail
    return ("../" * page.count("/") + path or "./") + tail

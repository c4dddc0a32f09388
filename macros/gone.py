"""What stood on a page and was withdrawn: links and printed sheets lead to its anchor, so that is kept."""

from __future__ import annotations

from dataclasses import dataclass

from macros.address import address, name
from macros.site import Site
from navigator.base import KnowledgeBase
from navigator.model import Attribute, Outcome, Record
from navigator.model.scenario import Scenario
from navigator.model.tree import Flag, Question

# Kinds that their pages leave out once they are withdrawn; others are shown in their place with a word about it.
_LEFT_OUT = (Attribute, Outcome, Flag, Question, Scenario)


@dataclass(frozen=True, slots=True)
class Gone:
    """An anchor that a page keeps: of a record, or of an item of a checklist, of which nothing but the id is left."""

    id: str
    name: str = ""
    record: Record | None = None


def gone(site: Site, page: str) -> tuple[Gone, ...]:
    """Everything withdrawn from the page at an address of the site, by id."""
    base = site.base
    found = [Gone(one.id, name(base, one.id), one) for one in base.records.values()
             if isinstance(one, _LEFT_OUT) and one.status == "retired"
             and address(base, one.id).partition("#")[0] == page]
    return tuple(sorted((*found, *_items(site, page)), key=lambda one: one.id))


def replacement(base: KnowledgeBase, record: Record) -> str:
    """The address of the page that stands for a withdrawn one from now on; nothing where none was named."""
    if record.status != "retired" or record.replaced_by not in base.records:
        return ""
    return address(base, record.replaced_by or "").partition("#")[0]


def handed_over(site: Site, record: Record) -> str:
    """Where the page of a withdrawn record hands its readers over; nothing where either has no page of its own."""
    instead = replacement(site.base, record)
    whole = record.replaced_by in site.base.records and "#" not in address(site.base, record.replaced_by or "")
    return f"{instead}#after-{record.id}" if whole and "#" not in address(site.base, record.id) else ""


def came_here(site: Site, record: Record) -> tuple[Record, ...]:
    """Withdrawn records whose pages hand their readers over to the page of this one, by id."""
    found = (one for one in site.base.records.values()
             if one.status == "retired" and one.replaced_by == record.id and handed_over(site, one))
    return tuple(sorted(found, key=lambda one: one.id))


def _items(site: Site, page: str) -> list[Gone]:
    """Withdrawn items of the checklist of this page: ids of one list begin alike."""
    begins = {item.id.partition("-")[0] for checklist in site.base.checklists
              if address(site.base, checklist.id) == page for item in checklist.items}
    return [Gone(id) for id in site.retired_items if id.partition("-")[0] in begins and id not in site.base.items]

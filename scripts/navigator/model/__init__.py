"""Typed records of the knowledge base, one model a kind, one folder a kind."""

from __future__ import annotations

from navigator.model.base import Provenance, Record, Review, Section, ShelfLife, Statement
from navigator.model.catalogue import Attribute, Mode, Outcome
from navigator.model.experts import Case, FieldTest, Note
from navigator.model.guarantee import Guarantee
from navigator.model.knowledge import (
    Checklist,
    Direction,
    Factor,
    HandOff,
    Item,
    Link,
    Page,
    Person,
    Recommendation,
    Source,
    Stage,
    StageWeight,
    Term,
)
from navigator.model.scenario import Scenario
from navigator.model.sheet import SHEET_KINDS, MeetingSheet
from navigator.model.tree import TREE_KINDS

# Folder of content/ -> (kind, model). The kind is the word used in ids.lock, schemas and messages.
KINDS: dict[str, tuple[str, type[Record]]] = {
    "recommendations": ("recommendation", Recommendation),
    "checklists": ("checklist", Checklist),
    "stages": ("stage", Stage),
    "directions": ("direction", Direction),
    "factors": ("factor", Factor),
    "glossary": ("term", Term),
    "sources": ("source", Source),
    "people": ("person", Person),
    "pages": ("page", Page),
    "modes": ("mode", Mode),
    "attributes": ("attribute", Attribute),
    "outcomes": ("outcome", Outcome),
    **TREE_KINDS,
    "tree/guarantees": ("guarantee", Guarantee),
    "scenarios": ("scenario", Scenario),
    "notes": ("note", Note),
    "cases": ("case", Case),
    "field-tests": ("field-test", FieldTest),
    **SHEET_KINDS,
}

__all__ = [
    "KINDS", "Attribute", "Case", "Checklist", "Direction", "Factor", "FieldTest", "Guarantee", "HandOff", "Item",
    "Link", "MeetingSheet", "Mode", "Note", "Outcome", "Page", "Person", "Provenance", "Recommendation", "Record",
    "Review", "Scenario", "Section", "ShelfLife", "Source", "Stage", "StageWeight", "Statement", "Term",
]

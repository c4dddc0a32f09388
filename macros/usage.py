"""Which pages of the site cite a work: the other side of every provenance mark."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from pydantic import BaseModel

from navigator import prose
from navigator.base import KnowledgeBase
from navigator.model import Provenance, Recommendation, Record

ARTICLE = "ilkevich-2025"
_CATALOGUE = ("family", "mode", "attribute", "outcome", "note", "case", "field-test")


class Usage:
    """Works by the records that cite them."""

    def __init__(self, base: KnowledgeBase) -> None:
        """Take the records; they are walked when somebody first asks."""
        self._base = base

    def of(self, source: str) -> tuple[str, ...]:
        """Ids of the records, other than works themselves, that cite the work, in order of kind and number."""
        return self._found.get(source, ())

    @cached_property
    def _found(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for record in self._ordered():
            for source in sorted(set(cited(record))):
                if source != record.id and self._base.kind_of(source) == "source":
                    found.setdefault(source, []).append(record.id)
        return {source: tuple(ids) for source, ids in found.items()}

    def _ordered(self) -> Iterator[Record]:
        base = self._base
        for group in (base.pages, base.recommendations, base.checklists, base.stages, base.directions,
                      base.factors, *map(base.of_kind, _CATALOGUE), base.terms, base.people):
            yield from group


def cited(record: Record) -> Iterator[str]:
    """The works that a record cites, as often as it does."""
    if isinstance(record, Recommendation):
        yield from record.sources
    yield from _walk(record)


def _walk(value: object) -> Iterator[str]:
    """Works named by a mark or by a reference in a text, at any depth; the review log is not a citation."""
    if isinstance(value, BaseModel):
        if isinstance(value, Provenance):
            yield from value.sources
            if value.mark == "article":
                yield ARTICLE
        for name in type(value).model_fields:
            if name != "reviews":
                yield from _walk(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _walk(one)
    elif isinstance(value, str) and "[[" in value:
        yield from (token.id for token in prose.parse(value) if isinstance(token, prose.Ref))

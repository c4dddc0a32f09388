"""Reviews that look like a rubber stamp: one and the same entry put into many records at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from navigator.base import KnowledgeBase
from navigator.model import Record, Review

MOST = 5


@dataclass(frozen=True, slots=True)
class Stamp:
    """An entry with the records that a change puts it into."""

    review: Review
    records: tuple[str, ...]


def stamps(before: KnowledgeBase, after: KnowledgeBase, most: int = MOST) -> tuple[Stamp, ...]:
    """Entries that more than `most` records receive in one change; an entry of creation re-checks nothing."""
    found: dict[tuple[object, ...], list[tuple[str, Review]]] = {}
    for record in after.records.values():
        for review in _added(before.records.get(record.id), record):
            if review.result != "created":
                key = (review.date, review.by, review.sources, review.result, review.note)
                found.setdefault(key, []).append((record.id, review))
    return tuple(
        Stamp(rows[0][1], tuple(sorted({id for id, _ in rows})))
        for _, rows in sorted(found.items(), key=lambda pair: pair[1][0][0])
        if len({id for id, _ in rows}) > most
    )


def _added(old: Record | None, new: Record) -> Iterator[Review]:
    """Entries of the log that were not there."""
    known = Counter(_key(one) for one in old.reviews) if old else Counter[str]()
    for review in new.reviews:
        if known[_key(review)]:
            known[_key(review)] -= 1
        else:
            yield review


def _key(review: Review) -> str:
    return review.model_dump_json()

"""Rules of sheets for a meeting: it ends when it says it does (group D)."""

from __future__ import annotations

from collections.abc import Iterator

from navigator.model import MeetingSheet
from navigator.rules.rule import Found, Look, rule


@rule("D27")
def minutes_add_up(look: Look) -> Iterator[Found]:
    """Отрезки встречи вместе занимают столько минут, сколько она длится."""
    for record in look.base.of_kind("sheet"):
        if not isinstance(record, MeetingSheet):
            continue
        total = sum(slot.minutes for slot in record.slots)
        if total != (record.minutes or 0):
            place = look.place(record.id, ("minutes",) if record.minutes else ("id",))
            yield Found(
                place, f"отрезки встречи занимают {total} мин, а в minutes стоит {record.minutes or 0}",
                "измените минуты отрезков или minutes",
            )


RULES = (minutes_add_up,)

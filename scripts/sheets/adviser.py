"""The adviser's sheets: a meeting minute by minute, what to say aloud, what is left on paper."""

from __future__ import annotations

from functools import partial

from navigator.model import MeetingSheet
from navigator.model.sheet import Slot
from navigator.plural import counted
from sheets import words
from sheets.sheet import Data, Press, Sheet
from sheets.workshop import meeting_sheets

GROUP = "Консультанту"
_ONE_PAGE = 7  # so many parts of a meeting can be held in one hand


def sheets(press: Press) -> tuple[Sheet, ...]:
    """A sheet for each meeting that is told minute by minute."""
    return tuple(
        Sheet(
            name=f"adviser-{record.id.removeprefix('sheet-')}", title=record.title, description=record.description,
            template="adviser.typ", data=partial(_data, record=record), records=(record.id,), page="experts/",
            group=GROUP, most=2 if _long(record) else 1,
        )
        for record in meeting_sheets(press) if record.slots
    )


def _data(press: Press, record: MeetingSheet) -> Data:
    base = press.base
    starts = [sum(one.minutes for one in record.slots[:index]) for index in range(len(record.slots))]
    said = (one for slot in record.slots for one in (*slot.say, *slot.do))
    return {
        "long": _long(record),
        "keyed": words.keyed((*record.lead, *record.before, *said, *record.after)),
        "lead": [words.owned(base, one) for one in record.lead],
        "before": [words.owned(base, one) for one in record.before],
        "after": [words.owned(base, one) for one in record.after],
        "slots": [_slot(press, start, slot) for start, slot in zip(starts, record.slots, strict=True)],
        "total": counted(sum(one.minutes for one in record.slots), "минута", "минуты", "минут"),
    }


def _long(record: MeetingSheet) -> bool:
    return len(record.slots) > _ONE_PAGE


def _slot(press: Press, start: int, slot: Slot) -> Data:
    return {
        "from": clock(start),
        "to": clock(start + slot.minutes),
        "minutes": words.text(counted(slot.minutes, "минута", "минуты", "минут")),
        "title": words.text(slot.title),
        "say": [words.owned(press.base, one) for one in slot.say],
        "do": [words.owned(press.base, one) for one in slot.do],
        "papers": words.text("; ".join(f"«{one}»" for one in slot.papers)),
    }


def clock(minutes: int) -> str:
    """Minutes since the start as on a watch: «1:05»."""
    return f"{minutes // 60}:{minutes % 60:02}"

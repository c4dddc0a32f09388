"""How long a record stays fresh: terms by kind, the day when it is due, where it stands on a given day.

Nothing here knows today. Pages carry the days and the reader's clock decides;
commands are told the day.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Literal

from navigator.model import Case, FieldTest, Note, Record

# Months from the last review. The narrower the advice, the sooner it ages.
TERMS = {"core": 24, "case": 12, "industry": 12, "region": 6, "restrictions": 3}
WORDS = {"core": "общие записи", "case": "случаи", "industry": "заметки об отраслях", "region": "заметки о регионах",
         "restrictions": "заметки об ограничениях"}
RESTRICTIONS = "external-restrictions"  # a note to this recommendation is about restrictions
REMINDER = 30  # days before the due day from which a record is about to be due

State = Literal["fresh", "soon", "overdue", "stale"]


@dataclass(frozen=True, slots=True)
class Ages:
    """The days of a record: last review, reminder, due, and the one from which results leave it out."""

    reviewed: dt.date
    remind: dt.date
    due: dt.date
    gone: dt.date

    def state(self, today: dt.date) -> State:
        """Where the record stands on a day; on the due day itself it is still in time."""
        if today > self.gone:
            return "stale"
        if today > self.due:
            return "overdue"
        return "soon" if today >= self.remind else "fresh"


def layer(record: Record) -> str:
    """Which of the terms is the record's: the shortest of those that fit a note."""
    if isinstance(record, Note):
        if RESTRICTIONS in record.recommendations:
            return "restrictions"
        return "region" if record.regions else "industry"
    return "case" if isinstance(record, Case | FieldTest) else "core"


def months(record: Record) -> int:
    """The term of a record: its own where it names one, else the usual one."""
    return record.shelf_life.months if record.shelf_life else TERMS[layer(record)]


def ages(record: Record) -> Ages:
    """The days of a record; it is long overdue when a whole further term has gone by."""
    reviewed, term = record.reviews[-1].date, months(record)
    due = later(reviewed, term)
    return Ages(reviewed, due - dt.timedelta(days=REMINDER), due, later(reviewed, 2 * term))


def later(day: dt.date, months: int) -> dt.date:
    """The same day so many months later; the last of the month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))

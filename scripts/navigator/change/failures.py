"""What fails a review besides the problems of files, as problems that can stand beside their lines."""

from __future__ import annotations

from collections.abc import Iterator

from navigator.change.report import stamp_line
from navigator.change.review import Review
from navigator.change.stamps import Stamp
from navigator.problems import Problem

# Titles of annotations: these have no code of a rule, for no single file breaks one.
STAMP, PROMISE = "штамп", "обещание"
_PROMISE_FIX = "верните правила или измените обещание и скажите в note, почему"


def of(found: Review) -> tuple[Problem, ...]:
    """Equal entries of logs at each record that has one, and broken promises at the promise."""
    return (*_stamps(found), *_promises(found))


def _stamps(found: Review) -> Iterator[Problem]:
    for stamp in found.stamps:
        message, fix = stamp_line(stamp)
        for id in stamp.records:
            place = found.base.place(id, "reviews", _number(found, id, stamp))
            yield Problem(place, STAMP, "error", message, fix)


def _number(found: Review, id: str, stamp: Stamp) -> int:
    """Which entry of the log it is; the last one that says the same."""
    reviews = found.base.records[id].reviews
    return max(number for number, one in enumerate(reviews) if one == stamp.review)


def _promises(found: Review) -> Iterator[Problem]:
    for one in found.promises.broken if found.promises else ():
        place = found.base.place(one.guarantee.id, "title")
        yield Problem(place, PROMISE, "error", f"нарушено обещание «{one.guarantee.title}»: {one.what}", _PROMISE_FIX)

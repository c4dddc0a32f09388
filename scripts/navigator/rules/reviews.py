"""Rules of the review log: a date says what was looked at and by whom (group J)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from navigator.rules.rule import Found, Look, rule


@rule("J01")
def review_is_past(look: Look) -> Iterator[Found]:
    """День проверки не в будущем."""
    for record in look.base.records.values():
        for number, review in enumerate(record.reviews):
            if review.date > look.today:
                place = look.base.place(record.id, "reviews", number, "date")
                yield Found(place, f"проверка {review.date} ещё не наступила", "впишите день, когда запись проверили")


@rule("J02")
def log_is_in_order(look: Look) -> Iterator[Found]:
    """Записи журнала идут по дням, новые в конце."""
    for record in look.base.records.values():
        for number, (earlier, later) in enumerate(pairwise(record.reviews), start=1):
            if later.date < earlier.date:
                place = look.base.place(record.id, "reviews", number, "date")
                yield Found(place, f"{later.date} стоит после {earlier.date}", "новые проверки дописывайте в конец")


@rule("J05")
def log_begins_with_creation(look: Look) -> Iterator[Found]:
    """Первая запись журнала — created, и она одна."""
    for record in look.base.records.values():
        for number, review in enumerate(record.reviews):
            place = look.base.place(record.id, "reviews", number, "result")
            if number == 0 and review.result != "created":
                yield Found(place, f"журнал начинается с «{review.result}»", "первой поставьте запись created")
            elif number and review.result == "created":
                yield Found(place, "запись составлена дважды", "впишите confirmed или changed")


@rule("J06", severity="warning")
def change_says_what_changed(look: Look) -> Iterator[Found]:
    """Проверка, после которой запись изменена или снята, говорит в note, что именно."""
    for record in look.base.records.values():
        for number, review in enumerate(record.reviews):
            if review.result in ("changed", "retired") and review.note is None:
                place = look.base.place(record.id, "reviews", number, "result")
                yield Found(place, f"{review.result} без note", "добавьте note: что изменили и почему")


RULES = (review_is_past, log_is_in_order, log_begins_with_creation, change_says_what_changed)

"""Rules of the review log: a date says what was looked at and by whom (group J)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from navigator.model.experts import Placed
from navigator.rules.passages import provenances
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


@rule("J10")
def confirmed_by_its_own_works(look: Look) -> Iterator[Found]:
    """Заметку, случай и апробацию подтверждают по работе, на которой запись стоит, а не по посторонней."""
    for record in look.base.records.values():
        if not isinstance(record, Placed):
            continue
        cited = {name for _, said in provenances(record) for name in said.sources}
        for number, review in enumerate(record.reviews):
            if review.result == "confirmed" and cited and not cited & set(review.sources):
                place = look.base.place(record.id, "reviews", number, "sources")
                listed = ", ".join(sorted(cited))
                message = "запись подтверждена по работам, на которых она не стоит"
                yield Found(place, message, f"сверьте с её работами и назовите их: {listed}")


RULES = (
    review_is_past, log_is_in_order, log_begins_with_creation, change_says_what_changed, confirmed_by_its_own_works,
)

"""Rules of who stands behind the experts' layer: author, second reviewer, teller, dissenter (groups J and L)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from navigator.model import Case, FieldTest
from navigator.model.experts import Placed
from navigator.rules.passages import Path
from navigator.rules.rule import Found, Look, rule

_AGREED = ("expert", "reviewer")  # whoever published something is named by that


def named_people(record: Placed) -> Iterator[tuple[Path, str]]:
    """Everybody whom the record names, with the path."""
    yield ("author",), record.author
    if record.second_reviewer is not None:
        yield ("second_reviewer",), record.second_reviewer
    for number, one in enumerate(record.dissent):
        yield ("dissent", number, "by"), one.by
    if isinstance(record, Case) and record.told is not None:
        yield ("told", "by"), record.told.by
    if isinstance(record, FieldTest):
        for number, name in enumerate(record.testers):
            yield ("testers", number), name


def _placed(look: Look) -> Iterator[Placed]:
    for record in look.base.records.values():
        if isinstance(record, Placed):
            yield record


@rule("L05")
def named_person_is_known(look: Look) -> Iterator[Found]:
    """Автор, второй рецензент, рассказчик, несогласный и тот, кто пробовал, есть в content/people."""
    people = {person.id for person in look.base.people}
    for record in _placed(look):
        for path, name in named_people(record):
            if name not in people:
                known = ", ".join(f"«{one}»" for one in sorted(people)) or "никого"
                yield Found(look.base.place(record.id, *path), f"в content/people нет «{name}»", f"есть: {known}")


@rule("L06")
def second_reviewer_is_another(look: Look) -> Iterator[Found]:
    """Второй рецензент — не автор, и в журнале есть его проверка."""
    for record in _placed(look):
        if record.second_reviewer is None:
            continue
        place = look.base.place(record.id, "second_reviewer")
        if record.second_reviewer == record.author:
            yield Found(place, "второй рецензент — сам автор", "попросите другого человека или уберите поле")
        elif record.second_reviewer not in {one.by for one in record.reviews if one.result != "created"}:
            fix = "добавьте в reviews его запись: confirmed или changed"
            yield Found(place, f"в журнале нет проверки «{record.second_reviewer}»", fix)


@rule("L07")
def published_has_a_second_reviewer(look: Look) -> Iterator[Found]:
    """Опубликованную заметку, случай или апробацию читал второй рецензент."""
    for record in _placed(look):
        if record.status == "published" and record.second_reviewer is None:
            place = look.base.place(record.id, "status")
            yield Found(place, "запись опубликована без второго рецензента", "верните status: draft или назовите его")


@rule("L08")
def person_agreed_to_be_named(look: Look) -> Iterator[Found]:
    """Эксперт и рецензент согласились быть названными: в записи человека есть consent."""
    for person in look.base.people:
        if person.kind == "person" and person.role in _AGREED and person.consent is None:
            place = look.base.place(person.id, "role")
            yield Found(place, f"нет согласия «{person.id}» быть названным", "впишите в consent, как и когда")


@rule("J09")
def spoken_day_is_past(look: Look) -> Iterator[Found]:
    """День особого мнения и день рассказа — не в будущем."""
    for record in _placed(look):
        days: list[tuple[Path, dt.date]] = []
        days += [(("dissent", number, "date"), one.date) for number, one in enumerate(record.dissent)]
        if isinstance(record, Case) and record.told is not None:
            days.append((("told", "date"), record.told.date))
        for path, day in days:
            if day > look.today:
                yield Found(look.base.place(record.id, *path), f"{day} ещё не наступило", "впишите настоящий день")


RULES = (
    named_person_is_known,
    second_reviewer_is_another,
    published_has_a_second_reviewer,
    person_agreed_to_be_named,
    spoken_day_is_past,
)

"""Rules of people: whoever is named on the site is known and named with care (group L)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from navigator.rules.rule import Found, Look, rule

_PRIVATE = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:\+7|\b8)[\s\u00a0(-]*\d{3}[\s\u00a0)-]*\d{3}[\s\u00a0-]*\d{2}[\s\u00a0-]*\d{2}"
)

_HINT = re.compile(r"@|\d{2,3}\D{0,3}\d{2}")  # a cheap look before the thorough one


@rule("L01")
def reviewer_is_known(look: Look) -> Iterator[Found]:
    """Проверивший запись есть в content/people."""
    people = {person.id for person in look.base.people}
    for record in look.base.records.values():
        for number, review in enumerate(record.reviews):
            if review.by not in people:
                place = look.base.place(record.id, "reviews", number, "by")
                known = ", ".join(f"«{name}»" for name in sorted(people)) or "никого"
                yield Found(place, f"в content/people нет «{review.by}»", f"есть: {known}")


@rule("L02")
def no_private_contact(look: Look) -> Iterator[Found]:
    """Ни почты, ни телефона человека в записях нет: они публичны."""
    for passage in look.passages:
        match = _PRIVATE.search(passage.text) if _HINT.search(passage.text) else None
        if match:
            fix = "уберите; как связаться с редакцией, задаёт настройка сайта"
            yield Found(look.at(passage, match.start()), f"личный контакт «{match[0]}»", fix)


@rule("L03")
def role_suits_the_kind(look: Look) -> Iterator[Found]:
    """Редакция — организация (kind: office), автор статьи, эксперт и рецензент — люди (kind: person)."""
    for person in look.base.people:
        if (person.kind == "office") != (person.role == "editors"):
            place = look.base.place(person.id, "role")
            message = f"роль {person.role} при kind: {person.kind}"
            yield Found(place, message, "у редакции kind: office и role: editors, у людей — другие роли")


@rule("L04")
def published_was_seen_by_a_person(look: Look) -> Iterator[Found]:
    """Опубликованную запись (status: published) подтвердил человек, а не только редакция."""
    people = {person.id for person in look.base.people if person.kind == "person"}
    for record in look.base.records.values():
        confirmed = {review.by for review in record.reviews if review.result == "confirmed"}
        if record.status == "published" and not confirmed & people:
            message = "запись опубликована, а человек её не подтвердил"
            fix = "верните status: draft или добавьте в reviews подтверждение эксперта"
            yield Found(look.base.place(record.id, "status"), message, fix)


RULES = (reviewer_is_known, no_private_contact, role_suits_the_kind, published_was_seen_by_a_person)

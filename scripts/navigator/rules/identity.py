"""Rules of identity: an id means one thing for ever (group C)."""

from __future__ import annotations

from collections.abc import Iterator

from navigator.model import Recommendation
from navigator.problems import Place
from navigator.rules.named import NAMES
from navigator.rules.passages import Path
from navigator.rules.rule import Found, Look, rule
from navigator.terms import normal_forms


@rule("C02")
def id_is_unique(look: Look) -> Iterator[Found]:
    """Id не повторяется нигде: ни среди записей всех видов, ни среди пунктов чек-листов."""
    first: dict[str, Place] = {record_id: look.base.place(record_id, "id") for record_id in look.base.records}
    for checklist in look.base.checklists:
        for number, item in enumerate(checklist.items):
            place = look.base.place(checklist.id, "items", number, "id")
            if item.id in first:
                message = f"id «{item.id}» уже занят: {first[item.id]}"
                yield Found(place, message, "дайте этому пункту другое имя")
            else:
                first[item.id] = place


@rule("C05")
def retired_is_explained(look: Look) -> Iterator[Found]:
    """Снятая запись говорит, почему снята и когда; у остальных этих полей нет."""
    for record in look.base.records.values():
        if record.status == "retired":
            if record.retired_reason is None:
                place = look.base.place(record.id, "status")
                yield Found(place, f"запись «{record.id}» снята, а причины нет", "добавьте retired_reason")
            if record.reviews[-1].result != "retired":
                place = look.base.place(record.id, "reviews", len(record.reviews) - 1, "result")
                message = f"запись «{record.id}» снята, а в журнале это не отмечено"
                yield Found(place, message, "добавьте в конец reviews запись с result: retired")
            continue
        for field in ("retired_reason", "replaced_by"):
            if getattr(record, field) is not None:
                place = look.base.place(record.id, field)
                message = f"поле {field} бывает только у снятой записи"
                yield Found(place, message, "уберите поле или поставьте status: retired")


@rule("C06")
def replacement_is_in_force(look: Look) -> Iterator[Found]:
    """Замена снятой записи существует, того же вида и сама не снята."""
    for record in look.base.records.values():
        if record.replaced_by is None:
            continue
        place = look.base.place(record.id, "replaced_by")
        target = look.base.records.get(record.replaced_by)
        if target is None:
            yield Found(place, f"нет записи «{record.replaced_by}»", "впишите id действующей записи")
        elif target is record:
            yield Found(place, f"запись «{record.id}» заменяет сама себя", "впишите id другой записи или уберите поле")
        elif target.status == "retired":
            fix = f"впишите «{target.replaced_by}»" if target.replaced_by else "впишите id действующей записи"
            yield Found(place, f"замена «{target.id}» сама снята", fix)
        elif look.base.kind_of(target.id) != look.base.kind_of(record.id):
            actual, expected = (NAMES[look.base.kind_of(one.id) or ""] for one in (target, record))
            message = f"замена «{target.id}» — {actual}, а нужно: {expected}"
            yield Found(place, message, "впишите id записи того же вида")


@rule("C07")
def term_has_one_place(look: Look) -> Iterator[Found]:
    """Название или синоним термина не повторяется в глоссарии ни в каком числе и падеже, с «ё» или без."""
    first: dict[tuple[str, ...], tuple[str, str]] = {}
    for term in look.base.terms:
        names: list[tuple[Path, str]] = [(("term",), term.term)]
        names += [(("synonyms", number), name) for number, name in enumerate(term.synonyms)]
        for path, name in names:
            key = tuple(min(normal_forms(word)) for word in name.split())
            if key in first:
                owner, other = first[key]
                message = f"«{name}» — то же, что «{other}» в записи «{owner}»"
                yield Found(look.place(term.id, path), message, "оставьте имя в одной записи")
            else:
                first[key] = (term.id, name)


@rule("C10")
def section_has_its_own_anchor(look: Look) -> Iterator[Found]:
    """У разделов одной страницы разные id: по ним ведут ссылки внутрь страницы."""
    for record in look.base.records.values():
        field = "expanded" if isinstance(record, Recommendation) else "sections"
        seen: set[str] = set()
        for number, section in enumerate(getattr(record, field, ())):
            if section.id in seen:
                place = look.base.place(record.id, field, number, "id")
                yield Found(place, f"раздел «{section.id}» на этой странице уже есть", "дайте разделу другой id")
            seen.add(section.id)


RULES = (id_is_unique, retired_is_explained, replacement_is_in_force, term_has_one_place, section_has_its_own_anchor)

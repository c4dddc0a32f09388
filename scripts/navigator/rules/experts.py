"""Rules of the experts' layer: where a record belongs, what a case stands on (groups D, E and I)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from navigator.model import Case, Note, Source
from navigator.model.base import Id
from navigator.model.experts import Placed
from navigator.model.tree import TreeSettings
from navigator.rules.passages import Path, provenances
from navigator.rules.rule import Found, Look, rule

# Fields of a record and the context of the tree that they choose from.
_CONTEXTS = {"regions": "region", "industries": "industry", "companies": "company"}
_NOUNS = {"regions": "региона", "industries": "отрасли", "companies": "вида компании"}
_WAYS = frozenset({"family", "mode"})
# How a company signs itself; studies speak of firms without their names.
_COMPANY = re.compile(
    r"\b(?:ООО|ОАО|ЗАО|ПАО|АО|НПО|ИП)\s+(?:«[^»]+»|[A-ZА-ЯЁ][\w.-]*)|"
    r"\b[A-Z][\w&-]*\s+(?:GmbH|Ltd|LLC|Inc|Corp|S\.p\.A|AG|Oy|A/S)\b|"
    r"\b(?i:компани|фирм|завод|фабрик|бренд|марк|сет)\w*\s+«[^»]+»"
)
# A figure of statistics that would carry a conclusion alone.
_COEFFICIENT = re.compile(
    r"(?i:коэффициент\w*|корреляци\w*|регресси\w*|эластичност\w*)[^.!?]{0,40}?\d+[.,]\d+|"
    r"(?:β|R²|R2|\b[pр])\s?[=<>≤≥]\s?-?\d+[.,]\d+"
)
_PLACES = {"full-text": "полный текст", "abstract": "аннотация", "expert": "эксперт"}


def _placed(look: Look) -> Iterator[Placed]:
    """Notes, cases and field tests."""
    for record in look.base.records.values():
        if isinstance(record, Placed):
            yield record


@rule("D26")
def note_has_its_context(look: Look) -> Iterator[Found]:
    """Заметка говорит, о каком она регионе или отрасли; общее для всех живёт в рекомендациях."""
    for record in _placed(look):
        if isinstance(record, Note) and not record.regions and not record.industries:
            place = look.base.place(record.id, "id")
            fix = "добавьте regions или industries; общее для всех допишите в рекомендацию"
            yield Found(place, "у заметки нет ни региона, ни отрасли", fix)


@rule("E08")
def context_is_one_of_the_trees(look: Look) -> Iterator[Found]:
    """Регион, отрасль и вид компании — из списков дерева (content/tree/tree.yml, context)."""
    settings = [one for one in look.base.records.values() if isinstance(one, TreeSettings)]
    if not settings:
        return
    known = {str(one.id): [choice.id for choice in one.choices] for one in settings[0].context}
    for record in _placed(look):
        for field, context in _CONTEXTS.items():
            for number, name in enumerate(getattr(record, field)):
                if name not in known.get(context, ()):
                    place = look.base.place(record.id, field, number)
                    listed = ", ".join(known.get(context, ())) or "списка пока нет"
                    yield Found(place, f"{_NOUNS[field]} «{name}» в списке дерева нет", f"есть: {listed}")


@rule("E09")
def ways_are_ways(look: Look) -> Iterator[Found]:
    """В поле ways стоят группы способов и способы."""
    for record in _placed(look):
        lists: list[tuple[Path, tuple[Id, ...]]] = [(("ways",), getattr(record, "ways", ()))]
        for step, one in enumerate(record.path if isinstance(record, Case) else ()):
            lists.append((("path", step, "ways"), one.ways))
        for path, name in (((*field, number), name) for field, names in lists for number, name in enumerate(names)):
            if look.base.kind_of(name) not in _WAYS:
                place = look.base.place(record.id, *path)
                yield Found(place, f"«{name}» — не группа способов и не способ", "впишите id способа или группы")


@rule("I27")
def case_stands_on_something(look: Look) -> Iterator[Found]:
    """Случай пересказывает исследование (works) или рассказан кем-то (told): одно из двух."""
    for case in _cases(look):
        place = look.base.place(case.id, "basis")
        if case.basis == "sources" and not case.works:
            yield Found(place, "случай по источникам, а works нет", "назовите работы или поставьте basis: told")
        if case.basis == "told" and case.told is None:
            yield Found(place, "случай со слов, а told нет", "запишите, кто и когда рассказал")
        if case.basis == "sources" and case.told is not None:
            yield Found(place, "told при basis: sources", "уберите told или поставьте basis: told")


@rule("I28")
def case_was_checked_as_it_says(look: Look) -> Iterator[Found]:
    """Проверен случай настолько, насколько прочитаны его работы и насколько его видел эксперт."""
    people = {person.id for person in look.base.people if person.kind == "person"}
    for case in _cases(look):
        works = [one for one in map(look.base.records.get, case.works) if isinstance(one, Source)]
        seen = any(review.by in people and review.result == "confirmed" for review in case.reviews)
        true = {
            "unchecked": True,
            "abstract": any(work.read in ("whole", "abstract", "excerpt") for work in works),
            "full-text": any(work.read == "whole" for work in works),
            "expert": seen,
        }
        if not true[case.check_status]:
            place = look.base.place(case.id, "check_status")
            message = f"сверка ({_PLACES[case.check_status]}) ничем не показана"
            fix = "нужна запись эксперта в reviews" if case.check_status == "expert" else "сверьте с read у works"
            yield Found(place, message, f"{fix} — или поставьте check_status: unchecked")


@rule("I29")
def case_cites_its_works(look: Look) -> Iterator[Found]:
    """Каждая работа случая сказала в нём хоть что-то, и чужих работ в словах источника нет."""
    for case in _cases(look):
        cited: set[str] = set()
        for path, said in provenances(case):
            if said.mark != "source":
                continue
            cited.update(said.sources)
            for number, name in enumerate(said.sources):
                if name not in case.works:
                    place = look.base.place(case.id, *path, "sources", number)
                    yield Found(place, f"«{name}» нет в works случая", "добавьте работу в works")
        for number, name in enumerate(case.works):
            if name not in cited:
                place = look.base.place(case.id, "works", number)
                yield Found(place, f"из работы «{name}» ничего не сказано", "поставьте mark: source или уберите работу")


@rule("I30")
def case_is_no_press_story(look: Look) -> Iterator[Found]:
    """Случай по источникам стоит на исследовании, а не на одних страницах сайтов и новостях."""
    for case in _cases(look):
        works = [one for one in map(look.base.records.get, case.works) if isinstance(one, Source)]
        if works and all(work.type == "web" for work in works):
            place = look.base.place(case.id, "works")
            yield Found(place, "случай стоит на одних страницах сайтов", "найдите исследование или уберите случай")


@rule("I31")
def nothing_stands_on_a_coefficient(look: Look) -> Iterator[Found]:
    """Вывод в заметке, случае и апробации не стоит на одном коэффициенте: в другой выборке он будет другим."""
    for passage in look.passages:
        if isinstance(look.base.records[passage.record], Placed) and passage.role != "data":
            match = _COEFFICIENT.search(passage.text)
            if match:
                fix = "скажите словами, что и у кого наблюдали, и назовите работу"
                yield Found(look.at(passage, match.start()), f"вывод стоит на числе: «{match[0]}»", fix)


@rule("L09")
def company_is_not_named(look: Look) -> Iterator[Found]:
    """Компаний по имени в заметках, случаях и апробациях нет: имя называют, когда его проверил человек."""
    for passage in look.passages:
        if isinstance(look.base.records[passage.record], Placed) and passage.role != "data":
            match = _COMPANY.search(passage.text)
            if match:
                fix = "скажите, какая это компания, не называя её"
                yield Found(look.at(passage, match.start()), f"компания по имени: «{match[0]}»", fix)


def _cases(look: Look) -> Iterator[Case]:
    for record in _placed(look):
        if isinstance(record, Case):
            yield record


RULES = (
    note_has_its_context,
    context_is_one_of_the_trees,
    ways_are_ways,
    case_stands_on_something,
    case_was_checked_as_it_says,
    case_cites_its_works,
    case_is_no_press_story,
    nothing_stands_on_a_coefficient,
    company_is_not_named,
)

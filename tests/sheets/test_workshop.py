"""Sheets for a workshop: what is printed, and room for a pen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from navigator.base import KnowledgeBase
from navigator.model import Attribute, MeetingSheet
from sheets import workshop
from sheets.compile import Pdf, Printer
from sheets.sheet import Press
from tests.sheets.reading import overlaps, reader, runs, words
from tests.sheets.test_scoring import letters

ONE_PAGE = ("plan-trial", "restrictions", "decisions")
KINDS = ("Оплата", "Перевозка", "Запреты и разрешения", "Отказы партнёров", "Доступ к сервисам")


@pytest.mark.parametrize("name", ONE_PAGE)
def test_a_sheet_is_one_page_with_every_row_of_its_record(printed: list[Pdf], base: KnowledgeBase, name: str) -> None:
    pdf = next(pdf for pdf in printed if pdf.sheet.name == name)
    record = base.records[f"sheet-{name}"]
    assert isinstance(record, MeetingSheet)
    text = letters(words(pdf.content))
    parts = [part for one in record.parts for row in one.rows for part in (row.title, row.text)]

    assert pdf.pages == 1
    assert [part for part in parts if letters(part) not in text] == []


@pytest.mark.parametrize("name", ONE_PAGE)
def test_rows_grow_with_their_words_and_keep_room_to_write(press: Press, name: str) -> None:
    """A longer prompt moves what is below it and covers nothing."""
    record = press.base.records[f"sheet-{name}"]
    assert isinstance(record, MeetingSheet)
    parts = tuple(
        part.model_copy(update={"rows": tuple(
            row.model_copy(update={"text": f"{row.text} " * 5}) for row in part.rows)}) for part in record.parts
    )
    records = {**press.base.records, record.id: record.model_copy(update={"parts": parts})}
    grown = replace(press, base=KnowledgeBase(records, press.base.origins))
    sheet = next(sheet for sheet in workshop.sheets(grown) if sheet.name == name)
    pages = reader(Printer(grown).print([replace(sheet, most=None)])[0].content).pages

    assert [page for page in pages if overlaps(runs(page))] == []


def test_restrictions_have_five_kinds_with_a_source_a_day_and_what_it_changes(printed: list[Pdf]) -> None:
    text = words(next(pdf.content for pdf in printed if pdf.sheet.name == "restrictions"))

    assert [kind for kind in KINDS if kind not in text] == []
    assert [head for head in ("Источник", "День", "Что это меняет") if head not in text] == []


def test_decisions_have_days_of_review_and_the_comment_of_the_adviser(printed: list[Pdf]) -> None:
    text = words(next(pdf.content for pdf in printed if pdf.sheet.name == "decisions"))

    assert [part for part in ("Пересмотр, день", "Комментарий консультанта", "Подпись") if part not in text] == []


def test_the_comparison_has_a_column_for_each_attribute_and_stays_one_page(press: Press) -> None:
    """Nine columns with long names still fit; without attributes there is no such sheet."""
    names = ("Обратимость", "Зависимость от партнёра", "Вложения", "Контроль", "Скорость", "Знание рынка", "Риск",
             "Нагрузка на людей", "Доля прибыли")
    record = next(iter(press.base.records.values()))
    alone = {id: one for id, one in press.base.records.items() if not isinstance(one, Attribute)}
    made = {
        f"made-{number}": Attribute.model_validate({
            "id": f"made-{number}", "reviews": record.reviews, "number": number, "title": title,
            "text": {"text": "Слова.", "mark": "editorial"}, "low": "почти ничего не нужно", "high": "нужно много",
        }) for number, title in enumerate(names, 1)
    }
    nine = Press(KnowledgeBase({**alone, **made}), press.today, press.site_url)
    sheet = next(sheet for sheet in workshop.sheets(nine) if sheet.name == "compare-ways")
    page = reader(Printer(nine).print([sheet])[0].content).pages[0]

    assert [name for name in names if letters(name) not in letters(page.extract_text())] == []
    assert overlaps(runs(page)) == []
    assert not [one for one in workshop.sheets(Press(KnowledgeBase(alone), press.today)) if one.name == "compare-ways"]

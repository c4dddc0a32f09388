"""Whose words a sheet prints: keys with their legend or a plain statement; and where the order comes from."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from navigator.base import KnowledgeBase
from navigator.model import MeetingSheet, Page
from navigator.model.tree import Question, TreeSettings
from sheets import scoring, survey, workshop
from sheets.compile import Pdf, Printer
from sheets.sheet import Press
from tests.sheets.reading import words
from tests.sheets.test_scoring import letters

LEGEND = "Откуда это:"
KEY = re.compile(r"ред\.|ст\. \d")
STATEMENT = re.compile(r"(?:Слова|Вопросы)[^.]* — редакции\b|Откуда взят каждый пункт, сказано на его чек-листе\.")
ORDERED = {"survey", "tree", "scoring"}


def test_every_sheet_says_whose_words_it_prints(printed: list[Pdf]) -> None:
    """A legend without keys explains nothing, keys without a legend say nothing."""
    assert [pdf.sheet.name for pdf in printed if not _told(words(pdf.content))] == []


def _told(text: str) -> bool:
    before, legend, _ = text.partition(LEGEND)
    return bool(KEY.search(before)) if legend else bool(STATEMENT.search(text))


def test_every_sheet_of_the_rules_says_where_the_order_comes_from(printed: list[Pdf], base: KnowledgeBase) -> None:
    """In the words of the site, that the article does not rank among them."""
    page = base.records["tree-overview"]
    assert isinstance(page, Page)
    said = page.lead[-1].text
    rules = {id for id, one in base.records.items() if isinstance(one, Question | TreeSettings)}
    ruled = [pdf for pdf in printed if rules & set(pdf.sheet.records)]

    assert "Статья рекомендации не ранжирует" in said
    assert {pdf.sheet.name for pdf in ruled} == ORDERED
    assert [pdf.sheet.name for pdf in ruled if letters(said) not in letters(words(pdf.content))] == []


def test_the_order_is_told_in_the_words_of_the_record(press: Press) -> None:
    """A record that is changed changes the sheets; content without it still prints them."""
    page = press.base.records["tree-overview"]
    assert isinstance(page, Page)
    lead = (*page.lead[:-1], page.lead[-1].model_copy(update={"text": "Порядок подписан."}))
    changed = {**press.base.records, page.id: page.model_copy(update={"lead": lead})}
    without = {id: one for id, one in press.base.records.items() if id != page.id}

    for records, told in ((changed, True), (without, False)):
        other = replace(press, base=KnowledgeBase(records, press.base.origins))
        text = words(Printer(other).print(scoring.sheets(other))[0].content)
        assert ("Порядок подписан." in text) == told
        assert "Статья рекомендации не ранжирует" not in text


@pytest.mark.parametrize("name", ["decisions", "plan-trial", "restrictions", "compare-ways"])
def test_a_line_that_is_not_the_editors_has_its_key(press: Press, name: str) -> None:
    """The statement stays true when an expert marks a line of a sheet otherwise."""
    record = press.base.records[f"sheet-{name}"]
    assert isinstance(record, MeetingSheet)
    lead = (record.lead[0].model_copy(update={"mark": "article", "lines": ("45",)}), *record.lead[1:])
    records = {**press.base.records, record.id: record.model_copy(update={"lead": lead})}
    other = replace(press, base=KnowledgeBase(records, press.base.origins))
    sheet = next(sheet for sheet in workshop.sheets(other) if sheet.name == name)
    text = words(Printer(other).print([sheet])[0].content)

    assert "(ст. 45)" in text
    assert "Слова на листе — редакции, кроме того, за чем в скобках стоит другое." in text
    assert LEGEND in text


def test_a_reason_that_is_not_the_editors_has_its_key(press: Press) -> None:
    question = press.base.records["foreign-sales"]
    assert isinstance(question, Question)
    option = next(one for one in question.options if one.effects)
    effect = option.effects[0].model_copy(update={"mark": "article", "lines": ("45",), "sources": ()})
    marked = option.model_copy(update={"effects": (effect, *option.effects[1:])})
    options = tuple(marked if one.id == option.id else one for one in question.options)
    records = {**press.base.records, question.id: question.model_copy(update={"options": options})}
    other = replace(press, base=KnowledgeBase(records, press.base.origins))
    text = words(Printer(other).print(survey.sheets(other))[0].content)

    assert "(ст. 45)" in text
    assert "Слова вопросов, ответов и причин — редакции, кроме того" in text

"""Meetings by the minute: they end on time, words leave room for work, papers on the table exist."""

from __future__ import annotations

import pytest

from navigator.base import KnowledgeBase
from navigator.model import MeetingSheet
from navigator.model.sheet import Slot
from navigator.tree.tree import Tree
from sheets.adviser import clock
from sheets.compile import Pdf
from sheets.numbering import Numbering
from tests.sheets.reading import words
from tests.sheets.test_scoring import letters

MEETINGS = {"sheet-client-talk": 30, "sheet-group-session": 120}
ALOUD = 130  # words a minute, said aloud
SILENT = 200  # read to oneself
THINKING = 0.25  # minutes over an answer
MARKING = 0.05  # minutes for a box and a digit


@pytest.fixture(name="meeting", params=MEETINGS)
def _meeting(request: pytest.FixtureRequest, base: KnowledgeBase) -> MeetingSheet:
    record = base.records[request.param]
    assert isinstance(record, MeetingSheet)
    return record


def spoken(slot: Slot) -> float:
    """Minutes that the words of a slot take when said aloud."""
    return sum(len(one.text.split()) for one in slot.say) / ALOUD


def test_minutes_add_up(meeting: MeetingSheet) -> None:
    assert sum(slot.minutes for slot in meeting.slots) == meeting.minutes == MEETINGS[meeting.id]


def test_words_leave_others_the_time(meeting: MeetingSheet) -> None:
    """In no part does the adviser speak half of it, in the whole not a fifth."""
    long = {slot.id: round(spoken(slot), 1) for slot in meeting.slots if spoken(slot) > slot.minutes / 2}

    assert long == {}
    assert sum(map(spoken, meeting.slots)) < MEETINGS[meeting.id] / 5


def test_the_short_survey_can_be_answered_in_its_minutes(meeting: MeetingSheet, base: KnowledgeBase) -> None:
    """Reading every question with its hint and its answers to oneself, thinking over each, marking the answer."""
    tree = Tree.of(base.records.values())
    parts = [one.text + " " + (one.hint or "") for one in tree.short]
    parts += [option.text for one in tree.short for option in one.options]
    read = sum(len(part.split()) for part in parts)
    slot = next(slot for slot in meeting.slots if slot.id == "survey")

    assert len(tree.short) == 14, "слова «четырнадцать вопросов» на листах консультанта"
    assert spoken(slot) + read / SILENT + len(tree.short) * (THINKING + MARKING) <= slot.minutes


def test_papers_on_the_table_are_sheets_of_the_set(meeting: MeetingSheet, printed: list[Pdf]) -> None:
    titles = {pdf.sheet.title for pdf in printed} | {"Сравнение способов выхода"}

    assert [paper for slot in meeting.slots for paper in slot.papers if paper not in titles] == []


def test_the_sheet_prints_each_part_with_its_time_and_all_its_words(meeting: MeetingSheet, printed: list[Pdf]) -> None:
    pdf = next(pdf for pdf in printed if pdf.sheet.name == f"adviser-{meeting.id.removeprefix('sheet-')}")
    text = letters(words(pdf.content))
    said = [one.text for slot in meeting.slots for one in (*slot.say, *slot.do)]
    ends = [clock(sum(slot.minutes for slot in meeting.slots[:number])) for number in range(1, len(meeting.slots) + 1)]

    assert pdf.pages == (1 if meeting.id == "sheet-client-talk" else 2)
    assert [part for part in (*said, *ends) if letters(part) not in text] == []


def test_the_example_said_aloud_is_true(base: KnowledgeBase) -> None:
    """«На четвёртый вопрос — „не проверяли“, цифра четыре, четыре балла первому столбцу»."""
    tree = Tree.of(base.records.values())
    numbering = Numbering(tree)
    effect = tree.options["restrictions"]["unchecked"].effects[0]

    assert (numbering.number("restrictions"), numbering.digit("restrictions", "unchecked")) == (4, "4")
    assert effect.recommendations == {tree.settings.ties[0]: 4}

"""Records of sheets for a meeting: what is printed to be filled in together, and how an adviser leads the hour."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from navigator.model.base import DIGITS, Id, Record, Statement, Strict, Summary, Text, Whole

Minutes = Annotated[int, Field(ge=1), DIGITS]


class Prompt(Statement, title="Строка листа"):
    """A row to fill in: its title, and in `text` what to write there."""

    id: Id = Field(description="Постоянное имя строки внутри листа.")
    title: Text = Field(description="О чём строка: одно-четыре слова.")


class Part(Strict, title="Часть листа"):
    """A headed run of rows to fill in."""

    id: Id = Field(description="Постоянное имя части внутри листа.")
    title: Text = Field(description="Заголовок части без точки в конце.")
    rows: tuple[Prompt, ...] = Field(min_length=1, description="Строки по порядку.")


class Slot(Strict, title="Отрезок встречи"):
    """Minutes of a meeting: what is said aloud, what everybody does meanwhile."""

    id: Id = Field(description="Постоянное имя отрезка внутри листа.")
    minutes: Minutes = Field(description="Сколько минут отведено.")
    title: Text = Field(description="О чём этот отрезок.")
    say: tuple[Statement, ...] = Field(min_length=1, description="Что консультант говорит вслух, его словами.")
    do: tuple[Statement, ...] = Field(min_length=1, description="Что в это время делают и что остаётся на бумаге.")
    papers: tuple[Text, ...] = Field(default=(), description="Имена листов набора, которые лежат на столе.")


class MeetingSheet(Record, title="Лист для встречи"):
    """A sheet to be filled in together, or the plan of a meeting minute by minute."""

    number: Whole = Field(ge=1, description="Порядок в наборе.")
    title: Text = Field(description="Название листа.")
    description: Summary = Field(description="Одно предложение: зачем этот лист.")
    lead: tuple[Statement, ...] = Field(min_length=1, description="Как им пользоваться, одним-двумя предложениями.")
    parts: tuple[Part, ...] = Field(default=(), description="Что заполнять: части со строками.")
    minutes: Minutes | None = Field(default=None, description="Сколько длится встреча: сумма её отрезков.")
    before: tuple[Statement, ...] = Field(default=(), description="Что подготовить до встречи.")
    slots: tuple[Slot, ...] = Field(default=(), description="Отрезки встречи по порядку.")
    after: tuple[Statement, ...] = Field(default=(), description="Что сделать после встречи.")


SHEET_KINDS: dict[str, tuple[str, type[Record]]] = {"sheets": ("sheet", MeetingSheet)}

__all__ = ["SHEET_KINDS", "MeetingSheet", "Part", "Prompt", "Slot"]

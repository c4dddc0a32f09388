"""Records of the catalogue: attributes to compare by, ways in, and lawful outcomes that are no ways in."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from navigator.model.base import DIGITS, Id, Provenance, Record, Statement, Summary, Text, Whole

Level = Annotated[int, Field(ge=1, le=5), DIGITS]


class Attribute(Record, title="Признак для сравнения"):
    """What ways in are compared by, on an ordinal scale from 1 to 5."""

    number: Whole = Field(ge=1, description="Порядок столбца в таблице.")
    title: Text = Field(description="Название признака: одно-три слова.")
    text: Statement = Field(description="Что этот признак значит для собственника.")
    low: Text = Field(description="Что значит 1, самое малое.")
    high: Text = Field(description="Что значит 5, самое большое.")


class Step(Provenance, title="Соседний способ"):
    """A neighbouring way: where one may go next, or what it is easily taken for."""

    mode: Id = Field(description="id другого способа.")
    why: Text = Field(description="Когда и зачем к нему переходят или чем он отличается — одно предложение.")


class Trial(Provenance, title="Первая дешёвая проба"):
    """A cheap trial that can be begun, ends by itself and tells something whichever way it turns out."""

    text: Text = Field(description="Что сделать: действие, которое можно начать в понедельник.")
    span: Text = Field(description="Сколько она длится самое большее.")
    stake: Text = Field(description="Что вы потеряете самое большее: каких денег, времени, людей, имени. Без сумм.")
    reveals: Text = Field(description="Что по ней станет видно, чего не видно на бумаге.")
    stop: Text = Field(description="По какому признаку остановиться, не дожидаясь конца.")


class Mode(Record, title="Способ выхода на рынок"):
    """One way into a foreign market."""

    family: Id = Field(description="id группы способов, к которой он относится.")
    number: Whole = Field(ge=1, description="Порядок внутри группы.")
    title: Text = Field(max_length=70, description="Название способа словами собственника.")
    description: Summary = Field(description="Одно предложение для поиска и карточек.")
    meaning: Statement = Field(description="Что это значит, одним предложением.")
    how: tuple[Statement, ...] = Field(min_length=2, max_length=5, description="Как это устроено.")
    fits: tuple[Statement, ...] = Field(min_length=2, max_length=5, description="Когда за него многое говорит.")
    not_fits: tuple[Statement, ...] = Field(min_length=2, max_length=5, description="Когда многое говорит против.")
    keep: tuple[Statement, ...] = Field(min_length=1, max_length=4, description="Что остаётся у вас.")
    give: tuple[Statement, ...] = Field(min_length=1, max_length=4, description="Что вы отдаёте.")
    leaving: tuple[Statement, ...] = Field(min_length=1, max_length=4, description="Чего стоит уход с рынка.")
    trial: Trial = Field(description="Первая дешёвая проба.")
    up: tuple[Step, ...] = Field(default=(), description="Куда переходят, когда участие растёт.")
    down: tuple[Step, ...] = Field(default=(), description="Куда переходят, когда участие сокращают.")
    not_the_same: tuple[Step, ...] = Field(default=(), description="С чем его легко спутать.")
    terms: tuple[Id, ...] = Field(default=(), description="id терминов глоссария, которые здесь нужны.")


class Outcome(Record, title="Законный исход, который не способ"):
    """A lawful outcome that is no way in: preparation, pause, reduction, leaving, return."""

    number: Whole = Field(ge=1, description="Порядок показа.")
    title: Text = Field(description="Название исхода.")
    description: Summary = Field(description="Одно предложение для поиска и карточек.")
    meaning: Statement = Field(description="Что это значит, одним предложением.")
    when: tuple[Statement, ...] = Field(min_length=2, description="Когда за него многое говорит.")
    do: tuple[Statement, ...] = Field(min_length=2, description="Что сделать.")
    keep: tuple[Statement, ...] = Field(min_length=1, description="Что остаётся у вас.")
    then: tuple[Statement, ...] = Field(min_length=1, description="Что может быть дальше и при каких условиях.")


__all__ = ["Attribute", "Level", "Mode", "Outcome", "Step", "Trial"]

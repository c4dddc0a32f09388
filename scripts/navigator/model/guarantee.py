"""Records of guarantees: promises about every advice, with the condition that is proved."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from navigator.model.base import DIGITS, Id, Record, Statement, Strict, Text, Whole
from navigator.model.tree import Condition, YesNo


class From(Strict, title="Ответы, которые ничего не вызывают"):
    """Options of a question that raise nothing when they are given instead of another answer."""

    question: Id = Field(description="Вопрос.")
    options: tuple[Id, ...] = Field(min_length=1, description="Варианты.")
    against: Id | None = Field(default=None, description="С каким вариантом сравнить; без него — с отсутствием ответа.")


class Claim(Strict, title="Что обещано"):
    """What holds of the result; several fields are all promised together."""

    paused: YesNo | None = Field(default=None, description="true — рынок на паузе, false — не на паузе.")
    gate: Id | None = Field(default=None, description="Предупреждение, которое стоит над результатом.")
    shown: tuple[Id, ...] = Field(default=(), description="Предупреждения, которые показаны.")
    first: Id | None = Field(default=None, description="Рекомендация, которая стоит первой.")
    among_three: tuple[Id, ...] = Field(default=(), description="Рекомендации, которые среди трёх первых.")
    front_most: Annotated[int, Field(ge=0), DIGITS] | None = Field(
        default=None, description="Сколько групп самое большее стоит впереди."
    )
    front_never: tuple[Id, ...] = Field(default=(), description="Группы, которые вперёд не ставятся.")
    considered_least: Annotated[int, Field(ge=1), DIGITS] | None = Field(
        default=None,
        description="Сколько групп самое меньшее стоит впереди или для сравнения. Если меньше — у каждой другой "
        "названы запрет или возражение, которые её убрали.",
    )
    veto_ignores: tuple[Id, ...] = Field(
        default=(), description="Вопросы, от ответа на которые не зависят ни запреты, ни пауза."
    )
    no_flag_from: tuple[From, ...] = Field(
        default=(), description="Ответы, которые сами не вызывают ни одного предупреждения."
    )
    flags_stay: YesNo | None = Field(
        default=None,
        description="true — новый ответ не убирает предупреждения, пока вопросы его условия задаются.",
    )
    exceptions: tuple[Id, ...] = Field(
        default=(), description="Для flags_stay: предупреждения, в условии которых есть not."
    )
    short_obeys: YesNo | None = Field(
        default=None,
        description="true — короткий опрос не ставит вперёд группу, на которую при тех же ответах полный даёт запрет.",
    )
    possible: tuple[Literal["first", "front", "flag"], ...] = Field(
        default=(),
        description="Что бывает хотя бы при одних ответах: first — каждая рекомендация первой, front — каждая группа "
        "впереди, flag — каждое предупреждение показано.",
    )


class Guarantee(Record, title="Обещание"):
    """A promise that holds for every set of answers, or for all those under its condition."""

    number: Whole = Field(ge=1, description="Порядок показа.")
    title: Text = Field(description="Обещание одним предложением, без точки в конце.")
    text: tuple[Statement, ...] = Field(min_length=1, description="Что это значит для собственника и почему так.")
    assume: Condition | None = Field(default=None, description="При каких ответах; без условия — при любых.")
    claim: Claim = Field(description="Что при них верно для результата.")


__all__ = ["Claim", "From", "Guarantee"]

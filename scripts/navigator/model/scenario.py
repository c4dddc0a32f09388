"""Scenarios: constructed companies with answers and the advice that is expected for them.

Expectations are written by hand before any run; they are worked examples and tests at once.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from navigator.model.base import Date, Id, Record, Statement, Strict, Text
from navigator.model.tree import YesNo


def _several(value: Any) -> Any:
    """One option may be written without brackets."""
    return (value,) if isinstance(value, str) else value


Answer = Annotated[
    tuple[Id, ...],
    BeforeValidator(_several),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]


class Priorities(Strict, title="Чего ждут от тройки рекомендаций"):
    """What is expected of the three recommendations."""

    must: tuple[Id, ...] = Field(default=(), max_length=3, description="Рекомендации, которые должны быть в тройке.")
    first: tuple[Id, ...] = Field(default=(), description="Из чего должна быть первая; пусто — любая.")
    never: tuple[Id, ...] = Field(default=(), description="Рекомендации, которых в тройке быть не должно.")


class Modes(Strict, title="Чего ждут от групп способов"):
    """What is expected of the groups of ways in."""

    front_any: tuple[Id, ...] = Field(default=(), description="Хотя бы одна из этих групп должна стоять впереди.")
    front_none: tuple[Id, ...] = Field(default=(), description="Эти группы впереди стоять не должны.")


class Warned(Strict, title="Чего ждут от предупреждений"):
    """What is expected of the flags."""

    must: tuple[Id, ...] = Field(default=(), description="Предупреждения, которые должны появиться.")
    never: tuple[Id, ...] = Field(default=(), description="Предупреждения, которых быть не должно.")


class Expected(Strict, title="Ожидаемый совет"):
    """What a careful adviser stakes their name on; the rest is left open."""

    stage: Id | None = Field(default=None, description="Стадия.")
    direction: Id | None = Field(default=None, description="Направление участия.")
    gate: Id | None = Field(default=None, description="Предупреждение, которое стоит над результатом.")
    paused: YesNo = Field(default="false", description="true — рынок должен оказаться на паузе.")
    priorities: Priorities = Field(default_factory=Priorities, description="Тройка рекомендаций.")
    modes: Modes = Field(default_factory=Modes, description="Группы способов.")
    flags: Warned = Field(default_factory=Warned, description="Предупреждения.")


class Scenario(Record, title="Разбор: вымышленная компания"):
    """A constructed company with its answers and the advice expected for it."""

    title: Text = Field(description="Кто это и в чём вопрос, без имён.")
    constructed: Literal["true"] = Field(description="true — компания придумана; настоящие случаи лежат в cases.")
    story: Statement = Field(description="Рассказ о компании, четыре — восемь предложений.")
    answers: dict[Id, Answer] = Field(description="Ответы: вопрос — вариант или список вариантов.")
    expected: Expected = Field(description="Чего ждёт автор от совета. Пишется до запуска правил.")
    author: Id = Field(description="id автора ожиданий из content/people.")
    written: Date = Field(description="День, когда записаны ожидания.")
    reason: Statement = Field(description="Почему автор ждёт именно этого.")
    shows: Text = Field(description="Чему учит разбор, одно предложение.")

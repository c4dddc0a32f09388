"""Conditions over answers: a closed language of `all`, `any`, `not` and `question: option`.

Content cannot run code, so a condition can be read aloud, proved and carried
over to the browser. In YAML::

    when:
      all:
        - trusted-contacts: [untested, correspondence-only]
        - any:
            - motive: order-or-invitation
            - preference: share
        - not: {market-knowledge: no-idea}

Several options of one question mean «any of them»; a mapping of several
questions means all of them. The reserved answer `dont-know` may stand among
the options; a question without an answer matches none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

DONT_KNOW = "dont-know"
SKIP = "skip"

Given: TypeAlias = Mapping[str, tuple[str, ...]]


class ConditionError(ValueError):
    """What is written is not a condition; the message is for the author."""


@dataclass(frozen=True, slots=True)
class Is:
    """The answer to the question is one of the options."""

    question: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition


Condition: TypeAlias = Is | AllOf | AnyOf | Not


def parse(value: object) -> Condition:
    """The condition that plain YAML values spell; ConditionError where they spell none."""
    if isinstance(value, Is | AllOf | AnyOf | Not):
        return value
    if not isinstance(value, Mapping) or not value:
        raise ConditionError("условие — это поля «all», «any», «not» или «вопрос: вариант»")
    parts = tuple(_field(str(key), part) for key, part in value.items())
    return parts[0] if len(parts) == 1 else AllOf(parts)


def _field(key: str, value: object) -> Condition:
    if key in ("all", "any"):
        if not isinstance(value, list | tuple) or not value:
            raise ConditionError(f"под «{key}» нужен список условий")
        parts = tuple(parse(part) for part in value)
        return AllOf(parts) if key == "all" else AnyOf(parts)
    if key == "not":
        return Not(parse(value))
    options = (value,) if isinstance(value, str) else value
    if not isinstance(options, list | tuple) or not options or not all(_is_name(one) for one in options):
        raise ConditionError(f"у вопроса «{key}» нужен вариант или список вариантов")
    return Is(key, tuple(str(one) for one in options))


def _is_name(value: object) -> bool:
    return isinstance(value, str) and value.strip() != ""


def holds(condition: Condition | None, given: Given) -> bool:
    """Whether the condition holds for the answers; an absent condition always does."""
    if condition is None:
        return True
    if isinstance(condition, Is):
        answer = given.get(condition.question)
        return answer is not None and any(one in condition.options for one in answer)
    if isinstance(condition, AllOf):
        return all(holds(part, given) for part in condition.parts)
    if isinstance(condition, AnyOf):
        return any(holds(part, given) for part in condition.parts)
    return not holds(condition.part, given)


def leaves(condition: Condition | None) -> Iterator[Is]:
    """Every `question: option` of the condition, in order."""
    if isinstance(condition, Is):
        yield condition
    elif isinstance(condition, AllOf | AnyOf):
        for part in condition.parts:
            yield from leaves(part)
    elif isinstance(condition, Not):
        yield from leaves(condition.part)


def witnesses(condition: Condition, given: Given) -> Iterator[tuple[str, str]]:
    """The answers that make a condition hold, in order; what stands under `not` makes nothing hold."""
    if isinstance(condition, Is):
        for option in given.get(condition.question, ()):
            if option in condition.options:
                yield condition.question, option
    elif isinstance(condition, AllOf | AnyOf):
        for part in condition.parts:
            if holds(part, given):
                yield from witnesses(part, given)


def data(condition: Condition) -> dict[str, Any]:
    """The condition as plain values, for the browser; `parse` reads it back."""
    if isinstance(condition, Is):
        return {condition.question: list(condition.options)}
    if isinstance(condition, AllOf | AnyOf):
        return {"all" if isinstance(condition, AllOf) else "any": [data(part) for part in condition.parts]}
    return {"not": data(condition.part)}

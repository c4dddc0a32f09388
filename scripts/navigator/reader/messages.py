"""A Russian answer for every way in which a value can differ from the model of its record.

Keyed on the error types of pydantic and of our own types; a test walks the
models and proves that none of them can raise a type that has no answer here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from navigator.plural import counted
from navigator.reader import fields, letters
from navigator.reader.tree import Node


@dataclass(frozen=True, slots=True)
class Wrong:
    """A value that the model does not take."""

    name: str  # of the field
    node: Node
    field: Any  # what the model says about it
    limits: Mapping[str, Any]  # context of the error
    within: bool  # the value is an entry of a list

    @property
    def subject(self) -> str:
        """The field in words."""
        return f"в списке «{self.name}»" if self.within else f"поле «{self.name}»"


Answer = tuple[str, str, str]  # code, what is wrong, how to mend it


def nearest(word: str, words: tuple[str, ...] | list[str]) -> str | None:
    """The word that was probably meant."""
    known = {one.lower(): one for one in words}
    close = get_close_matches(letters.latin_twin(word.lower()) or word.lower(), list(known), n=1, cutoff=0.6)
    return known[close[0]] if close else None


def _shown(node: Node) -> str:
    """A value as an author would recognise it, short."""
    if isinstance(node.value, list):
        return "список"
    if isinstance(node.value, dict):
        return "поля"
    value = " ".join(node.value.split())
    return f"«{value[:40]}…»" if len(value) > 40 else f"«{value}»"


def _fixed_word(wrong: Wrong) -> Answer:
    words = fields.words_of(wrong.field)
    listed = ", ".join(words)
    if not isinstance(wrong.node.value, str):
        return "D06", f"{wrong.subject}: здесь {_shown(wrong.node)}, а нужно одно слово", f"впишите одно из: {listed}"
    if words in (("true",), ("true", "false"), ("false",)):
        fix = "впишите true или удалите строку" if words == ("true",) else "впишите true (да) или false (нет)"
        return "D09", f"{wrong.subject}: {_shown(wrong.node)} вместо {' или '.join(words)}", fix
    if twin := letters.look_alike(wrong.node.value):
        return "A07", twin, "наберите слово заново в английской раскладке"
    guess = nearest(wrong.node.value, words)
    hint = f"может быть, «{guess}»? Возможные значения: {listed}" if guess else f"возможные значения: {listed}"
    return "D03", f"{wrong.subject}: значения {_shown(wrong.node)} нет", hint


def _id_form(wrong: Wrong) -> Answer:
    value = wrong.node.value if isinstance(wrong.node.value, str) else ""
    if twin := letters.look_alike(value):
        return "A07", twin, "наберите имя заново в английской раскладке"
    return (
        "D10", f"{wrong.subject}: {_shown(wrong.node)} не похоже на имя записи (id)",
        "имя состоит из строчных латинских букв, цифр и дефисов между ними и начинается с буквы: target-market",
    )


def _too_short(wrong: Wrong) -> Answer:
    least = wrong.limits["min_length"]
    if least == 1:
        return "D04", f"{wrong.subject}: текст пустой", "впишите текст или удалите строку целиком"
    now = len(str(wrong.node.value).strip())
    return (
        "D04", f"{wrong.subject}: {counted(now, 'знак', 'знака', 'знаков')}, а нужно не меньше {least}",
        "скажите подробнее",
    )


def _too_long(wrong: Wrong) -> Answer:
    now, most = len(str(wrong.node.value).strip()), wrong.limits["max_length"]
    return (
        "D04", f"{wrong.subject}: {counted(now, 'знак', 'знака', 'знаков')}, а помещается не больше {most}",
        f"сократите на {counted(now - most, 'знак', 'знака', 'знаков')}",
    )


def _entries(number: int) -> str:
    return counted(number, "пункт", "пункта", "пунктов")


def _few(wrong: Wrong) -> Answer:
    now, least = len(wrong.node.value), wrong.limits["min_length"]
    have = f"всего {_entries(now)}" if now else "нет ни одного пункта"
    fix = f"добавьте {'ещё ' if now else ''}{_entries(least - now)}"
    return "D05", f"в списке «{wrong.name}» {have}, а нужно не меньше {least}", fix


def _many(wrong: Wrong) -> Answer:
    now, most = len(wrong.node.value), wrong.limits["max_length"]
    return (
        "D05", f"в списке «{wrong.name}» {_entries(now)}, а нужно не больше {most}",
        f"уберите {_entries(now - most)} или соедините близкие",
    )


def _not_list(wrong: Wrong) -> Answer:
    value = wrong.node.value
    first = next(iter(value), "") if isinstance(value, dict) else value
    if isinstance(first, str) and first.lstrip().startswith("-"):
        return "D06", f"{wrong.subject}: после дефиса нет пробела, и список не получился", "поставьте пробелы: «- …»"
    entries = fields.holds_fields(wrong.field) is not None
    shape = "«- text: …» с новой строки" if entries else "в квадратных скобках: [первое, второе]"
    return "D06", f"{wrong.subject}: нужен список, а здесь {_kind(wrong.node)}", f"запишите значения списком — {shape}"


def _not_fields(wrong: Wrong) -> Answer:
    model = fields.holds_fields(wrong.field)
    needed = [name for name, one in model.model_fields.items() if one.is_required()] if model else []
    needed.sort(key=lambda name: name != "text")
    names = ", ".join(needed[:4])
    if wrong.within:
        return (
            "D06", f"{wrong.subject}: пункт должен состоять из полей, а здесь {_kind(wrong.node)}",
            f"запишите пункт полями: «- {needed[0] if needed else 'text'}: …» и под ним остальные ({names})",
        )
    return (
        "D06", f"{wrong.subject}: нужны вложенные поля ({names}), а здесь {_kind(wrong.node)}",
        "впишите вложенные поля с новой строки и с отступом в два пробела",
    )


def _not_text(wrong: Wrong) -> Answer:
    if isinstance(wrong.node.value, list):
        return (
            "D06", f"{wrong.subject}: нужен текст, а здесь список",
            "уберите дефис или, если текст начинается со скобки «[», возьмите весь текст в кавычки",
        )
    return (
        "D06", f"{wrong.subject}: нужен текст, а здесь набор полей",
        "если в тексте есть двоеточие или фигурные скобки, возьмите весь текст в кавычки",
    )


def _not_mapping(wrong: Wrong) -> Answer:
    return (
        "D06", f"{wrong.subject}: нужны пары «id: число», а здесь {_kind(wrong.node)}",
        "запишите их в фигурных скобках: {fast-scaling: 1} — или строками с отступом",
    )


def _condition(wrong: Wrong) -> Answer:
    return (
        "D12", f"{wrong.subject}: {wrong.limits['what']}",
        "запишите условие полями: «вопрос: вариант», «вопрос: [вариант, вариант]», all, any или not",
    )


def _kind(node: Node) -> str:
    if isinstance(node.value, str):
        return f"текст {_shown(node)}"
    return "список" if isinstance(node.value, list) else "набор полей"


def _date_form(wrong: Wrong) -> Answer:
    return "D07", f"{wrong.subject}: {_shown(wrong.node)} — не дата", "запишите дату как ГГГГ-ММ-ДД: 2026-11-23"


def _date_absent(wrong: Wrong) -> Answer:
    return "D07", f"{wrong.subject}: дня {_shown(wrong.node)} нет в календаре", "проверьте месяц и число"


def _whole_form(wrong: Wrong) -> Answer:
    fix = "впишите число цифрами, без пробелов, точек и нулей впереди"
    if isinstance(wrong.node.value, str) and re.fullmatch(r"\d+\s*[-–—,;]\s*\d+", wrong.node.value):
        fix = "перечислите числа через запятую в квадратных скобках: [12, 13, 14]"
    return "D08", f"{wrong.subject}: {_shown(wrong.node)} — не целое число", fix


def _low(wrong: Wrong) -> Answer:
    return "D08", f"{wrong.subject}: {_shown(wrong.node)} — слишком мало", f"впишите число от {wrong.limits['ge']}"


def _high(wrong: Wrong) -> Answer:
    return "D08", f"{wrong.subject}: {_shown(wrong.node)} — слишком много", f"впишите число до {wrong.limits['le']}"


def _flag(wrong: Wrong) -> Answer:
    return "D09", f"{wrong.subject}: {_shown(wrong.node)} вместо true или false", "впишите true (да) или false (нет)"


# Error type -> answer. Missing and unknown fields are answered in `typed`: they need the whole mapping.
ANSWERS: dict[str, Callable[[Wrong], Answer]] = {
    "literal_error": _fixed_word,
    "string_pattern_mismatch": _id_form,
    "string_too_short": _too_short,
    "string_too_long": _too_long,
    "too_short": _few,
    "too_long": _many,
    "tuple_type": _not_list,
    "model_type": _not_fields,
    "string_type": _not_text,
    "date_form": _date_form,
    "date_absent": _date_absent,
    "whole_form": _whole_form,
    "greater_than_equal": _low,
    "less_than_equal": _high,
    "bool_form": _flag,
    "dict_type": _not_mapping,
    "condition_form": _condition,
}

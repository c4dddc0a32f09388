"""Russian spacing and plural forms: what a reader sees at the end of a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.plural import counted, plural
from navigator.typography import plain_spaces, set_spaces


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("выход на рынок", "выход на~рынок"),
        ("И в этом случае", "И~в~этом случае"),
        ("а не в том", "а~не~в~том"),
        ("рынок — это люди", "рынок~— это люди"),
        ("не менее 2–3 лет", "не~менее 2–3~лет"),
        ("около 15 % и № 5", "около 15~% и~№~5"),
        ("С. В. Илькевич", "С.~В.~Илькевич"),
        ("Илькевич С. В., 2025", "Илькевич~С.~В., 2025"),
        ("сроки, цены и т. д.", "сроки, цены и~т.~д."),
        ("т. е. сегодня", "т.~е. сегодня"),
        ("1 200 000 рублей", "1~200~000 рублей"),
        ("так ли это", "так~ли это"),
        ("модель» же", "модель»~же"),
        ("сотрудники и др.", "сотрудники и~др."),
        ("из-за границы", "из-за~границы"),
        ("Т. 15, № 3. – С. 260", "Т.~15, №~3.~– С.~260"),
        ("кто-то по-русски пришёл", "кто-то по-русски пришёл"),
        ("[[term-x|выход на рынок]] и", "[[term-x|выход на~рынок]] и"),
    ],
)
def test_spaces_hold_together_what_a_line_must_not_break(typed: str, shown: str) -> None:
    assert set_spaces(typed) == shown.replace("~", "\u00a0")


@given(st.text(alphabet="аивнеС.В №—–19 %лт«»\n-", max_size=60))
def test_setting_twice_changes_nothing_and_only_spaces_ever_change(text: str) -> None:
    """Offsets of a problem are counted in the set text and shown in the typed one."""
    once = set_spaces(text)

    assert set_spaces(once) == once
    assert len(once) == len(text)
    assert plain_spaces(once) == plain_spaces(text)


@pytest.mark.parametrize(
    ("number", "form"),
    [
        (0, "пунктов"),
        (1, "пункт"),
        (2, "пункта"),
        (4, "пункта"),
        (5, "пунктов"),
        (11, "пунктов"),
        (12, "пунктов"),
        (14, "пунктов"),
        (21, "пункт"),
        (22, "пункта"),
        (100, "пунктов"),
        (101, "пункт"),
        (111, "пунктов"),
    ],
)
def test_noun_after_a_number_takes_its_form(number: int, form: str) -> None:
    assert plural(number, "пункт", "пункта", "пунктов") == form
    assert counted(number, "пункт", "пункта", "пунктов") == f"{number}\u00a0{form}"

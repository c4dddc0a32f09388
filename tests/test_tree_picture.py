"""The picture of the tree and the words beside it, drawn from small trees and from the shipped one."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from macros.condition_words import in_numbers, in_words
from macros.tree_branches import branches, spoken
from macros.tree_picture import FORMS, PAPER, TALL, WIDE, Form, drawn, wrapped
from navigator.tree.condition import parse
from tests.site import survey

SPACE = "{http://www.w3.org/2000/svg}"


def names() -> dict[str, str]:
    """What the picture calls things."""
    base, tree = survey.base(), survey.tree()
    titled = (*base.stages, *base.directions, *tree.families, *tree.flags)
    return {**{one.id: one.short for one in base.recommendations}, **{one.id: one.title for one in titled}}


def picture(form: Form) -> ElementTree.Element:
    """The picture as XML: whatever a record holds, it is well-formed."""
    markup = str(drawn(survey.tree(), names(), form)).replace("<svg ", f'<svg xmlns="{SPACE[1:-1]}" ', 1)
    return ElementTree.fromstring(markup)  # noqa: S314 - our own picture


def plain(text: str) -> str:
    """The text with plain spaces."""
    return re.sub(r"\s", " ", text)


def said(id: str) -> dict[str, list[str]]:
    """The words of the branches at a question by kind."""
    tree, found = survey.tree(), dict[str, list[str]]()
    for one in branches(tree, names(), tree.by_id[id]):
        found.setdefault(one.kind, []).append(one.words)
    return found


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_question_stands_in_the_order_of_the_survey(form: Form) -> None:
    """Each once, the short survey first, as a link that says its number and its words."""
    links = picture(form).findall(f".//{SPACE}a")

    assert [one.get("href") for one in links] == [f"#q-{one.id}" for one in survey.tree().walked]
    assert [plain(str(one.get("aria-label"))) for one in links] == [
        f"Вопрос {number}: {plain(one.text)}" for number, one in enumerate(survey.tree().walked, start=1)
    ]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_warning_and_gate_branches_off(form: Form) -> None:
    """Nothing that may stand above an advice or in it is missing from the picture."""
    chips = {one.get("data-flag") for one in picture(form).findall(f".//{SPACE}g") if one.get("data-flag")}

    assert chips == {one.id for one in survey.tree().flags}


def test_a_question_that_not_everybody_is_asked_has_a_bypass_and_says_whom() -> None:
    """One bypass and one condition for each of them."""
    tree = survey.tree()
    conditional = [one.id for one in tree.questions if one.when is not None]
    made = picture(WIDE)

    assert len([one for one in made.findall(f".//{SPACE}path") if one.get("class") == "bypass"]) == len(conditional)
    assert [one.id for one in tree.questions if "ask" in said(one.id)] == conditional


def test_branches_say_which_answer_leads_where() -> None:
    """A stage, a closed group, a warning by one answer, a gate with its pause, a warning by several answers."""
    assert said("foreign-sales")["point"] == [
        "Стадия: «Подготовка», «Запуск», «Рост», «Консолидация»", "Направление: «Возврат»",
    ]
    assert said("responsible-person")["veto"] == [
        "«Пока никто»: не впереди «Совместное предприятие», «Своя структура за рубежом»",
    ]
    assert "«Пока никто»: «Нет ответственного»" in said("responsible-person")["flag"]
    assert said("restrictions")["gate"][0].endswith("ворота, пауза «Законный путь на этот рынок пока не найден»")
    assert said("horizon")["flag"] == ["Вместе с вопросом 1: «Срок меньше, чем занимает путь»"]
    assert said("market-size")["ask"] == ["Спрашивают, если на вопрос 3 не ответили «Не знаем, с чего начать»"]


def test_a_question_says_what_its_answers_speak_about() -> None:
    """Recommendations by name, groups by number; what is closed to a group speaks about it too."""
    tree = survey.tree()

    assert spoken(tree, names(), tree.by_id["written-strategies"]) == "Внутренние факторы"
    assert plain(spoken(tree, names(), tree.by_id["preference"])) == "6 групп способов"


def test_and_never_stands_beside_or_without_brackets() -> None:
    """What is meant cannot be read in two ways."""
    tree = survey.tree()
    condition = parse({"all": [
        {"market-knowledge": "no-idea"},
        {"any": [{"offer": "software"}, {"not": {"restrictions": ["unchecked", "dont-know"]}}]},
    ]})

    assert in_numbers(condition, tree) == (
        "на вопрос 3 ответили «Не знаем, с чего начать» и (на вопрос 2 ответили «Программы или цифровой продукт» "
        "или на вопрос 4 не ответили ни «Не проверяли», ни «не знаю»)"
    )
    assert in_words(parse({"not": {"offer": "software"}}), tree) == (
        "на вопрос «Что даёт вам основную выручку?» не ответили «Программы или цифровой продукт»"
    )


def test_lines_are_not_longer_than_their_form() -> None:
    """Words are wrapped at plain spaces; what is held together stays together."""
    lines = wrapped("Продаём регулярно: 3 страны и больше или 10–25 % выручки", 30)

    assert max(map(len, lines)) <= 30
    assert any("25\u00a0%" in line for line in lines)


def test_two_columns_are_about_even() -> None:
    """The picture for a desk and for paper is not much higher than half of one column."""
    def height(form: Form) -> int:
        return int(str(picture(form).get("viewBox")).split()[3])

    for form in (WIDE, PAPER):
        one = Form(form.name, form.width, 1, form.words, form.line, form.about, form.branch, form.small, form.pad,
                   form.gap)
        assert height(form) <= 0.6 * height(one)
    assert height(TALL) > height(WIDE)

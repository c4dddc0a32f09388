"""The survey as a person walks it: the whole way, a change of mind, the views, the reader without a script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.site import survey

SCENARIOS = sorted(survey.companies())
FIVE = SCENARIOS[::5][:5]


@pytest.mark.parametrize("act", [survey.by_mouse, survey.by_keyboard], ids=["mouse", "keyboard"])
@pytest.mark.parametrize("name", FIVE)
def test_the_whole_way_ends_with_the_advice_of_the_rules(page: Page, address: str, name: str, act: object) -> None:
    """Short survey, result, «уточнить», full survey, result: nothing answered is asked again."""
    answers = survey.companies()[name]
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address + "tree/")

    start = page.get_by_role("link", name=re.compile("^Начать"))
    start.focus()
    page.keyboard.press("Enter")
    survey.answer_all(page, answers, act)
    short = {id: options for id, options in answers.items() if survey.tree().by_id[id].survey == "short"}
    survey.agrees(page, short)
    assert page.evaluate("document.activeElement.textContent") == "Что важнее всего сейчас"

    more = page.get_by_role("button", name=re.compile("^(Уточнить|Продолжить)$"))
    if more.count():
        more.first.focus()
        page.keyboard.press("Enter")
        survey.answer_all(page, answers, act)
    survey.agrees(page, answers)


def test_left_is_said_and_goes_down(page: Page, address: str) -> None:
    """«Осталось не больше N вопросов» counts down to the last question."""
    page.goto(address + "tree/#v=1&view=question&at=foreign-sales")
    before = page.locator("[data-left]").inner_text()
    assert before == f"Осталось не больше {len(survey.tree().short)} вопросов."

    survey.by_mouse(page, ["never"])
    assert page.locator("[data-left]").inner_text() == f"Осталось не больше {len(survey.tree().short) - 1} вопросов."


def test_nothing_chosen_is_told_and_dont_know_is_an_answer(page: Page, address: str) -> None:
    """«Дальше» without an answer says what to do; «Не знаю» goes on."""
    page.goto(address + "tree/#v=1&view=question&at=foreign-sales")
    page.get_by_role("button", name="Дальше").click()
    expect(page.get_by_role("alert")).to_contain_text("Выберите вариант")

    survey.by_mouse(page, ["dont-know"])
    assert "foreign-sales=dont-know" in page.url


def test_not_knowing_is_offered_once(page: Page, address: str) -> None:
    """Every question has one answer for who does not know; an old link that says it as everywhere shows it."""
    page.goto(address + "tree/#v=1&country-risk=dont-know&view=all")
    offered = page.locator("section.question").evaluate_all(
        "all => all.map((one) => one.querySelectorAll('input[value=dont-know], input[value=unknown]').length)")

    assert offered == [1] * len(survey.tree().questions)
    expect(page.locator("#country-risk--unknown")).to_be_checked()


def test_changing_an_early_answer_returns_to_the_summary_and_drops_with_a_note(page: Page, address: str) -> None:
    """A seller who says that there are no sales is no longer asked how they go; everything else stays."""
    answers = next(one for one in survey.companies().values() if "dynamics" in one and len(one) > 15)
    page.goto(address + survey.fragment(answers, view="summary"))
    rows = page.locator(".answers li").count()

    page.get_by_role("button", name=re.compile("^Изменить ответ на вопрос «Продаёте")).click()
    page.locator('label[for="foreign-sales--never"]').click()
    page.get_by_role("button", name="Сохранить").click()

    assert survey.view(page) == "summary"
    expect(page.locator("[data-notices]")).to_contain_text("больше не относится: ответ снят")
    assert "dynamics" not in page.url
    kept = [id for id in answers if id not in ("dynamics", "foreign-sales")]
    assert all(f"{id}=" in page.url for id in kept)
    assert page.locator(".answers li").count() == rows - 1


def test_a_change_that_brings_a_question_says_so(page: Page, address: str) -> None:
    """The new question is named on the summary."""
    page.goto(address + "tree/#v=1&foreign-sales=never&offer=software&view=summary")
    page.get_by_role("button", name=re.compile("^Изменить ответ на вопрос «Продаёте")).click()
    page.locator('label[for="foreign-sales--one-off"]').click()
    page.get_by_role("button", name="Сохранить").click()

    expect(page.locator("[data-notices]")).to_contain_text("появился вопрос")


def test_all_questions_on_one_page_follow_the_answers(page: Page, address: str) -> None:
    """Questions that do not apply go; the result is the same as step by step."""
    page.goto(address + "tree/")
    page.get_by_role("link", name="Все вопросы на одной странице").click()
    assert page.locator('[data-question="dynamics"]').is_hidden()

    page.locator('label[for="foreign-sales--regular-few"]').click()
    assert page.locator('[data-question="dynamics"]').is_visible()
    page.locator('label[for="dynamics--growing"]').click()
    page.locator('label[for="foreign-sales--never"]').click()
    assert page.locator('[data-question="dynamics"]').is_hidden()
    expect(page.locator("[data-notices]")).to_contain_text("ответ снят")

    page.get_by_role("button", name="Показать результат").click()
    survey.agrees(page, {"foreign-sales": ["never"]})


def test_an_exclusive_answer_and_dont_know_stand_alone(page: Page, address: str) -> None:
    """Where several may be chosen, «не знаю» clears the others and the other way round."""
    question = next(one for one in survey.tree().questions if one.multiple)
    page.goto(address + f"tree/#v=1&view=question&at={question.id}")
    boxes = page.locator(f'[data-question="{question.id}"] input')
    page.locator(f'label[for="{question.id}--{question.options[0].id}"]').click()
    page.locator(f'label[for="{question.id}--dont-know"]').click()
    assert boxes.evaluate_all("all => all.filter(one => one.checked).map(one => one.value)") == ["dont-know"]

    page.locator(f'label[for="{question.id}--{question.options[0].id}"]').click()
    assert boxes.evaluate_all("all => all.filter(one => one.checked).map(one => one.value)") == [question.options[0].id]


def test_words_follow_the_company(page: Page, address: str) -> None:
    """Who does not sell abroad is asked about contacts abroad, not in a country that is not chosen."""
    page.goto(address + "tree/#v=1&foreign-sales=never&at=trusted-contacts&view=question")
    expect(page.locator('[data-question="trusted-contacts"] h2')).to_contain_text("за рубежом")

    page.goto(address + "tree/#v=1&foreign-sales=core-business&at=trusted-contacts&view=question")
    expect(page.locator('[data-question="trusted-contacts"] h2')).to_contain_text("в этой стране")


def test_a_question_that_is_not_about_me_leads_to_the_remark(page: Page, address: str) -> None:
    """The remark holds the question's id and the situation."""
    page.goto(address + "tree/#v=1&foreign-sales=never&at=offer&view=question")
    page.get_by_role("button", name="Вопрос не про меня").click()

    text = page.locator("#remark-text").input_value()
    assert "(offer)" in text
    assert "foreign-sales=never" in text
    assert page.evaluate("document.activeElement.id") == "remark-text"


def test_what_would_bring_a_recommendation_up_is_work(page: Page, address: str) -> None:
    """On request, the smallest change as work to do; beyond two answers it says so."""
    page.goto(address + survey.fragment(survey.companies()[FIVE[0]], view="result"))
    page.locator("[data-fold=others] > summary").click()
    for ask in page.locator("[data-fold=others] details.ask").all():
        ask.locator("summary").click()
        expect(ask.locator("div")).to_contain_text(re.compile("Самая малая работа|больше двух ответов"))


def test_the_result_says_where_to_grow_and_which_skills_to_build(page: Page, address: str) -> None:
    """Both headings, each with lines of its own, from the three and the groups in front."""
    page.goto(address + survey.fragment(survey.companies()[FIVE[0]], view="result"))
    page.locator("[data-fold=growth] > summary").click()
    part = page.locator("[data-fold=growth]")

    expect(part.get_by_role("heading", name="Куда развиваться", exact=True)).to_be_visible()
    expect(part.get_by_role("heading", name="Какие умения создать", exact=True)).to_be_visible()
    assert part.locator("ul").count() == 2
    assert part.locator("ul").nth(1).locator("li").count() >= 3


def test_skipped_restrictions_are_told_before_anything_else(page: Page, address: str) -> None:
    """Whoever skips the question of restrictions is asked for it at the top of the result."""
    page.goto(address + "tree/#v=1&foreign-sales=never&offer=software&view=result")
    page.locator("[data-pane=result] .gate").get_by_role("button", name="Ответить").click()
    assert survey.at(page) == "restrictions"


def test_without_a_script_every_question_is_there(browser: Browser, address: str) -> None:
    """Questions, options and what each speaks for; nothing that would need a script."""
    context: BrowserContext = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "tree/")

    for question in survey.tree().questions:
        section = page.locator(f'[data-question="{question.id}"]')
        assert section.is_visible()
        own = any(option.id == "unknown" for option in question.options)  # «не знаю» in words of its own
        assert section.locator(".option").count() == len(question.options) + (0 if own else 1)
        assert section.locator(".speaks:visible li").count() >= len(question.options)
    assert page.locator("[data-js]:visible").count() == 0
    context.close()

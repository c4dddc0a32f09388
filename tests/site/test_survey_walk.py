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
    part = page.locator("[data-fold=growth]")
    expect(part).to_have_count(1)
    part.locator("summary").first.click()

    expect(part.get_by_role("heading", name="Куда развиваться", exact=True)).to_be_visible()
    expect(part.get_by_role("heading", name="Какие умения создать", exact=True)).to_be_visible()
    assert part.locator("ul").count() == 2
    assert part.locator("ul").nth(1).locator("li").count() >= 3


@pytest.mark.parametrize("name", SCENARIOS[::4])
def test_the_result_leads_along_the_stage(page: Page, address: str, name: str) -> None:
    """First the three of this month, then the steps of the stage in the company's own order, then what follows it."""
    answers = survey.companies()[name]
    said = survey.advice(answers)
    page.goto(address + survey.fragment(answers, view="result"))
    page.locator("[data-fold=stage] > summary").click()
    legs = page.locator("[data-fold=stage] .route > li")
    stages = survey.base().stages
    at = next((at for at, one in enumerate(stages) if one.id == said["stage"]), None)
    if at is None:
        assert legs.count() == 0
        return

    expect(legs.nth(0)).to_contain_text("три дела на этот месяц")
    order = [one["id"] for one in said["recommendations"]]
    named = legs.nth(1).locator("li").evaluate_all(
        "all => all.map((one) => [...one.querySelectorAll('a:not(.mark a)')].map((link) => link.getAttribute('href')))")
    places = [min(order.index(link.rstrip("/").split("/")[-1]) for link in links) for links in named]
    assert len(places) == len(stages[at].first)
    assert places == sorted(places)
    expect(legs.nth(2)).to_contain_text(plain(stages[at].next[0].text))
    assert legs.count() == (4 if at + 1 < len(stages) else 3)
    if at + 1 < len(stages):
        expect(legs.nth(3)).to_contain_text(stages[at + 1].title)


def plain(text: str) -> re.Pattern[str]:
    """The words of a text, whatever spaces and links stand between them."""
    return re.compile(r"\s+".join(map(re.escape, text.split()[:5])))


def test_each_of_the_three_has_a_sentence_of_its_own(page: Page, address: str) -> None:
    """One answer may speak for two of them: the first screen does not say it twice."""
    for answers in survey.companies().values():
        page.goto("about:blank")
        page.goto(address + survey.fragment(answers, view="result"))
        three = page.locator("[data-block=priorities] > li")
        told = [text.split(". ", 1)[1] for text in three.all_inner_texts()]
        assert len(set(told)) == 3, told


def test_an_answer_in_a_reason_leads_to_its_question_and_back(page: Page, address: str) -> None:
    """What a reason rests on can be read again and changed; the reader is then back at the result."""
    answers = {**survey.companies()[FIVE[0]], "responsible-person": ["nobody"]}
    page.goto(address + survey.fragment(answers, view="result"))
    page.locator("[data-fold=reasons] > summary").click()
    link = page.locator("[data-fold=reasons] a.to").first
    question = re.search(r"at=([a-z-]+)", link.get_attribute("href") or "")
    link.click()
    assert question
    assert survey.at(page) == question[1]
    expect(page.locator("[data-left]")).to_have_text("После ответа вы вернётесь к результату.")
    page.get_by_role("button", name="Сохранить").click()
    survey.agrees(page, answers)


def test_a_closed_market_leads_to_another_one(page: Page, address: str) -> None:
    """Beside the pause stands a way on: what was said of the company stays, what was said of the country is asked."""
    answers = survey.companies()["scenario-no-lawful-way"]
    market = {one.id for one in survey.tree().questions if {"target-market", "regulation"} & set(one.determinants)}
    page.goto(address + survey.fragment(answers, view="result", region="asean"))
    page.locator(".gate").get_by_role("button", name="Ответить о другом рынке").click()

    expect(page.locator("[data-notices]")).to_contain_text("Ответы о компании на месте")
    assert survey.at(page) == "market-knowledge"
    kept = set(re.findall(r"[#&]([a-z-]+)=", page.url)) & set(answers)
    assert kept == set(answers) - market
    assert "region=" not in page.url
    page.go_back()
    survey.agrees(page, answers)


def test_what_must_change_is_never_the_objection_again(page: Page, address: str) -> None:
    """Where the answer cannot be changed by work, it says what it depends on."""
    page.goto(address + survey.fragment({"offer": ["complex-equipment"], "foreign-sales": ["never"]}, view="result"))
    page.locator("[data-fold=ways] > summary").click()
    way = page.locator("[data-id=online-marketplaces]")
    expect(way).to_contain_text("Без монтажа и сервиса такое через площадку не продать", use_inner_text=True)
    change = way.locator(".side:has-text('Что должно измениться') + ul")
    expect(change).to_contain_text("Это свойство нынешнего продукта")


def test_answered_questions_are_not_called_the_last(page: Page, address: str) -> None:
    """Back on a question when everything else is answered, the reader hears that the result comes next."""
    short = {id: options for id, options in survey.companies()[FIVE[0]].items()
             if survey.tree().by_id[id].survey == "short"}
    open_still = {id: options for id, options in short.items() if id != "offer"}
    page.goto(address + survey.fragment(open_still, at="foreign-sales", view="question"))
    expect(page.locator("[data-left]")).to_contain_text("Осталось не больше")


def test_who_comes_back_to_the_start_goes_on(page: Page, address: str) -> None:
    """With answers in the address the start offers to go on, not to begin."""
    page.goto(address + "tree/#v=1&foreign-sales=never&view=start")
    page.get_by_role("link", name="Продолжить").click()
    assert survey.at(page) == "offer"


def test_skipped_restrictions_are_told_before_anything_else(page: Page, address: str) -> None:
    """Whoever skips the question of restrictions is asked for it at the top of the result."""
    page.goto(address + "tree/#v=1&foreign-sales=never&offer=software&view=result")
    page.locator("[data-pane=result] .gate").get_by_role("link", name="Ответить").click()
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

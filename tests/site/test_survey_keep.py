"""What a reader keeps and takes away: passes, ticks, files, paper; and how all of it is deleted."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

from build import ROOT
from tests.site import survey

COMPANIES = survey.companies()
# The longest results of all published companies, and the shortest.
FULLEST = ("scenario-parts-order-beyond-capacity", "scenario-machines-localisation", "scenario-rich-leap",
           "scenario-risky-money", "scenario-no-lawful-way", "scenario-shrinking-abroad",
           "scenario-almost-nothing-answered")
ONE, OTHER = "scenario-alien-market-guide", "scenario-almost-nothing-answered"


def _save(page: Page, address: str, name: str, title: str) -> None:
    page.goto("about:blank")
    page.goto(address + survey.fragment(COMPANIES[name], view="result"))
    page.get_by_label("Сохранить результат").fill(title)
    page.get_by_role("button", name="Сохранить", exact=True).click()
    expect(page.locator("[data-notices]")).to_contain_text(f"«{title}» сохранён")


def test_nothing_is_kept_until_asked(page: Page, address: str) -> None:
    """A whole result leaves the storage as it was."""
    page.goto(address + survey.fragment(COMPANIES[ONE], view="result"))
    assert page.evaluate("Object.keys(localStorage)") == []


def test_two_passes_side_by_side(page: Page, address: str) -> None:
    """Named passes open again, and two show what differs."""
    _save(page, address, ONE, "Рынок А")
    _save(page, address, OTHER, "Рынок Б")
    page.goto(address + "tree/#")
    page.reload()
    for box in page.locator(".passes input[type=checkbox]").all():
        box.click()

    pair = page.locator("[data-pair] table")
    expect(pair).to_contain_text("Что важнее всего")
    assert pair.locator("thead th").all_inner_texts() == ["", "Рынок Б", "Рынок А"]
    page.get_by_role("button", name="Открыть «Рынок А»").click()
    survey.agrees(page, COMPANIES[ONE])


def test_an_old_pass_says_which_rule_changed(page: Page, address: str) -> None:
    """With other points behind one answer the pass names the answer, the old and the new points."""
    _save(page, address, ONE, "Весна")
    page.evaluate("""() => {
      const kept = JSON.parse(localStorage.getItem("navigator.passes"));
      const { result } = kept.passes[0];
      result.points.find((row) => row[0] === result.three[0])[4] += 7;
      result.three.reverse();
      localStorage.setItem("navigator.passes", JSON.stringify(kept));
    }""")
    page.goto(address + "tree/#")
    page.reload()

    told = page.locator(".passes details")
    expect(told.locator("summary")).to_have_text("Правила изменились: совет теперь другой")
    told.locator("summary").click()
    expect(told).to_contain_text("на вопрос «")
    expect(told).to_contain_text("стало")


@pytest.mark.parametrize(("digest", "told"), [
    ("thresholds", "изменились пороги для групп способов"), ("held", "изменились правила о месте рекомендаций"),
    ("ties", "изменились места при равных баллах"), ("flags", "изменились условия предупреждений"),
])
def test_an_old_pass_names_rules_that_give_no_points(page: Page, address: str, digest: str, told: str) -> None:
    """Thresholds, places, ties and warnings may change the advice without a point."""
    _save(page, address, ONE, "Весна")
    page.evaluate("""(digest) => {
      const kept = JSON.parse(localStorage.getItem("navigator.passes"));
      kept.passes[0].result.digests[digest] = "other";
      localStorage.setItem("navigator.passes", JSON.stringify(kept));
    }""", digest)
    page.goto(address + "tree/#")
    page.reload()

    details = page.locator(".passes details")
    details.locator("summary").click()
    assert [words.inner_text() for words in details.locator("li").all()] == [told]


def test_a_pass_of_today_is_silent_about_rules(page: Page, address: str) -> None:
    """Nothing changed, nothing is said."""
    _save(page, address, ONE, "Сейчас")
    assert page.locator(".passes details").count() == 0


def test_ticks_are_shared_with_the_checklists_and_one_button_deletes_everything(page: Page, address: str) -> None:
    """A tick here is a tick there; deleting takes passes, ticks and scheme."""
    _save(page, address, ONE, "Пробный")
    page.locator("[data-fold=checklist] > summary").click()
    item = page.locator("[data-fold=checklist] [data-item]").first
    item.locator("input").check()
    id = item.get_attribute("data-item") or ""
    checklist, _ = survey.base().items[id]
    page.goto(address + f"checklists/{checklist.recommendation}/")
    assert page.locator(f'[data-item="{id}"] input').is_checked()
    page.evaluate("localStorage.setItem('navigator.scheme', 'dark'); localStorage.setItem('other', '1')")

    page.goto(address + "tree/")
    page.get_by_role("button", name="Удалить всё").click()
    assert page.evaluate("localStorage.length") > 1
    page.get_by_role("button", name="Точно удалить").click()
    expect(page.locator("[data-notices]")).to_contain_text("удалено")
    assert page.evaluate("Object.keys(localStorage)") == ["other"]


@pytest.mark.parametrize("how", [
    "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
], ids=["full", "blocked"])
def test_a_storage_that_takes_nothing_is_told(context: BrowserContext, address: str, how: str) -> None:
    """The result stands; saving and ticking say that they cannot."""
    context.add_init_script(how)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(address + survey.fragment(COMPANIES[ONE], view="result"))
    survey.agrees(page, COMPANIES[ONE])

    page.get_by_role("button", name="Сохранить", exact=True).click()
    expect(page.locator("[data-notices]")).to_contain_text("не даёт хранить")
    page.locator("[data-fold=checklist] > summary").click()
    page.locator("[data-fold=checklist] [data-item] input").first.check()
    expect(page.locator("[data-notices]")).to_contain_text("не даёт хранить")
    assert faults == []


def test_spoilt_storage_is_begun_anew(page: Page, address: str) -> None:
    """Whatever another hand wrote under our keys breaks nothing."""
    page.goto(address + "tree/")
    for spoilt in ("{", "[]", '{"passes":5}', '{"passes":[{"name":1}]}', '{"v":1,"passes":[null,{"name":"x"}]}'):
        page.evaluate("text => localStorage.setItem('navigator.passes', text)", spoilt)
        page.goto("about:blank")
        page.goto(address + survey.fragment(COMPANIES[ONE], view="result"))
        survey.agrees(page, COMPANIES[ONE])
    _save(page, address, ONE, "Снова")


def test_another_tab_is_heard(context: BrowserContext, address: str) -> None:
    """A pass saved in one tab appears in the other."""
    first, second = context.new_page(), context.new_page()
    first.goto(address + "tree/")
    _save(second, address, ONE, "Из другой вкладки")

    expect(first.locator(".passes")).to_contain_text("Из другой вкладки")


def test_the_file_of_answers_is_read_by_the_command(page: Page, address: str, tmp_path: Path) -> None:
    """JSON from the page, the same advice from `scripts/advise.py`."""
    page.goto(address + survey.fragment(COMPANIES[ONE], view="result"))
    with page.expect_download() as download:
        page.get_by_role("button", name="Файл для программ").click()
    file = tmp_path / "answers.json"
    download.value.save_as(file)

    done = subprocess.run([sys.executable, str(ROOT / "scripts" / "advise.py"), "--json", str(file)],
                          capture_output=True, text=True, encoding="utf-8", check=True)
    said = json.loads(done.stdout)
    assert [one["id"] for one in said["recommendations"][:3]] == survey.shown(page)["priorities"]
    assert said["dropped"] == []


def test_words_and_calendar_are_taken_away(page: Page, address: str, tmp_path: Path) -> None:
    """Markdown for people with everything that counts, a calendar entry with the link."""
    page.goto(address + survey.fragment(COMPANIES[ONE], view="result"))
    with page.expect_download() as download:
        page.get_by_role("button", name="Файл для людей").click()
    download.value.save_as(tmp_path / "result.md")
    text = (tmp_path / "result.md").read_text("utf-8").replace("\u00a0", " ")
    for words in ("# Методический навигатор", "## Что важнее всего сейчас", "## Предупреждения", "## Сравните",
                  "## План", "## Ваши ответы", "Это не консультация", "Версия правил", "## Куда развиваться",
                  "## Какие умения создать", "## Что узнать на «Мой экспорт»", "проба:", "[ред.]".replace("[", "\\[")
                  .replace("]", "\\]"), f"<{address}tree/#v=1&"):
        assert words in text, words

    page.get_by_label("Следующая проверка").fill("2027-03-01")
    with page.expect_download() as calendar:
        page.get_by_role("button", name="В календарь").click()
    calendar.value.save_as(tmp_path / "check.ics")
    entry = (tmp_path / "check.ics").read_bytes().decode("utf-8")
    assert "DTSTART;VALUE=DATE:20270301\r\n" in entry
    assert all(len(line.encode("utf-8")) <= 75 for line in entry.split("\r\n"))
    assert "alien" in entry.replace("\r\n ", "") or "foreign-sales=" in entry.replace("\r\n ", "")


def test_link_and_text_are_copied(browser_context_with_clipboard: Page, address: str) -> None:
    """The buttons put the address and the words on the clipboard and say so."""
    page = browser_context_with_clipboard
    page.goto(address + survey.fragment(COMPANIES[ONE], view="result"))
    page.get_by_role("button", name="Скопировать ссылку").click()
    expect(page.locator("[data-notices]")).to_contain_text("Ссылка скопирована")
    link = page.evaluate("navigator.clipboard.readText()")
    box = page.locator("[data-notices]").bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 900 - box["height"], "said where the reader is, not at the top of a long page"
    page.goto("about:blank")
    page.goto(link)
    survey.agrees(page, COMPANIES[ONE])


def test_the_text_tells_the_stage_the_road_and_a_line_for_each_of_the_eight(
    browser_context_with_clipboard: Page, address: str
) -> None:
    """What is copied stands alone: nothing of the order is left without a reason."""
    page = browser_context_with_clipboard
    page.goto(address + survey.fragment(COMPANIES[ONE], view="result"))
    page.get_by_role("button", name="Скопировать текстом").click()
    expect(page.locator("[data-notices]")).to_contain_text("Текст скопирован")
    text = page.evaluate("navigator.clipboard.readText()")

    assert re.search(r"^— Стадия: \w+$", text, re.MULTILINE)
    assert "Когда стадия пройдена: " in text
    assert "Это не\u00a0консультация" in text
    for number in range(1, 9):
        assert re.search(rf"^{number}\. [^:\n]+: .+", text, re.MULTILINE), number
    assert ".;" not in text
    assert ".)" not in text


@pytest.fixture(name="browser_context_with_clipboard")
def _with_clipboard(context: BrowserContext) -> Page:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    return context.new_page()


def _long() -> dict[str, dict[str, list[str]]]:
    """Companies that answered every question, so that much speaks for and against."""
    draw = random.Random(20)  # noqa: S311
    return {f"every answer {number}": {one.id: [draw.choice(one.options).id] for one in survey.tree().questions}
            for number in range(6)}


PRINTED = {**{name: COMPANIES[name] for name in FULLEST}, **_long()}


@pytest.mark.parametrize("name", PRINTED)
def test_paper_takes_two_sheets(page: Page, address: str, tmp_path: Path, name: str) -> None:
    """A4, at most two pages, everything with its reasons, room for a comment, the code to open it again."""
    page.goto(address + survey.fragment(PRINTED[name], view="result"))
    code = re.sub(r"\s", "", page.locator("[data-code]").inner_text())
    page.pdf(path=tmp_path / "result.pdf", prefer_css_page_size=True)
    reader = PdfReader(tmp_path / "result.pdf")

    assert len(reader.pages) <= 2
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]
    text = re.sub(r"\s", "", " ".join(one.extract_text() for one in reader.pages))
    for words in ("Что важнее всего сейчас", "Остальные пять", "План", "Проба", "Комментарий консультанта",
                  "Чему научились", "Когда стадия пройдена" if "foreign-sales" in PRINTED[name] else "Стадию",
                  "не консультация", f"вводят на первом экране опросника): {code}"):
        assert re.sub(r"\s", "", words) in text, words


def test_paper_holds_every_question_and_the_notes_of_a_region(page: Page, address: str, tmp_path: Path) -> None:
    """All questions to think over; titles of notes and cases, where some were asked for."""
    page.goto(address + survey.fragment(COMPANIES[ONE], view="result") + "&region=africa")
    asked = page.locator("[data-fold=reasons] .why-one > ul:last-of-type > li").all_text_contents()
    titles = page.locator("[data-attached] li > a").all_text_contents()
    page.pdf(path=tmp_path / "result.pdf", prefer_css_page_size=True)
    reader = PdfReader(tmp_path / "result.pdf")
    text = re.sub(r"\s", "", " ".join(one.extract_text() for one in reader.pages))

    assert len(reader.pages) <= 2
    assert len(asked) >= 6
    assert titles
    for words in (*(one.partition("?")[0] for one in asked), *titles):
        assert re.sub(r"\s", "", words) in text, words


def test_paper_without_a_script_names_where_each_sentence_comes_from(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    """Every question with its options and marks; what only a screen can unfold stays off the sheet."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "tree/")
    page.pdf(path=tmp_path / "survey.pdf", prefer_css_page_size=True)
    context.close()
    text = re.sub(r"\s", "", " ".join(one.extract_text() for one in PdfReader(tmp_path / "survey.pdf").pages))

    for question in survey.tree().questions:
        assert re.sub(r"\s", "", question.text) in text, question.id
    assert "[]" not in text
    assert "Почемуспрашиваем" not in text
    assert text.count("редакция") > 50


def test_the_own_checklist_prints_alone(page: Page, address: str, tmp_path: Path) -> None:
    """Its own button prints nothing but the items."""
    page.goto(address + survey.fragment(COMPANIES[ONE], view="result"))
    page.evaluate("window.print = () => { window.printed = document.body.classList.contains('print-own'); }")
    page.locator("[data-fold=checklist] > summary").click()
    page.get_by_role("button", name="Напечатать этот лист").click()
    assert page.evaluate("window.printed") is True
    page.evaluate("document.body.classList.add('print-own')")
    page.pdf(path=tmp_path / "own.pdf", prefer_css_page_size=True)
    text = re.sub(r"\s", "", " ".join(one.extract_text() for one in PdfReader(tmp_path / "own.pdf").pages))
    assert "Сделано,еслиесть" in text
    assert "Гдевы" not in text

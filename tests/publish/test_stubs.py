"""For kinds that experts add to, a record alone makes a page and its place in the navigation."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

import pytest

from build import ROOT, build
from macros.address import address
from macros.render import PAGES
from navigator.base import KnowledgeBase
from navigator.load import read_records
from navigator.model import KINDS, Mode, Record
from navigator.model.tree import Family
from publish import stubs

TODAY = dt.date(2026, 11, 23)
SAID = {"text": "Слова редакции.", "mark": "editorial"}
ABOUT = "Одно предложение о записи, которого хватает для поиска и для карточки на сайте."
REVIEWS = [{"date": "2026-11-23", "by": "editors", "sources": ["ilkevich-2025"], "result": "created"}]


def family(id: str, number: int) -> Family:
    return Family.model_validate({"id": id, "number": number, "title": f"Группа {number}", "meaning": SAID,
                                  "trial": SAID, "grows": [SAID], "reviews": REVIEWS})


def mode(id: str, group: str, number: int = 1, **more: object) -> Mode:
    some = [SAID, SAID]
    return Mode.model_validate({
        "id": id, "family": group, "number": number, "title": f"Способ {id}", "description": ABOUT, "meaning": SAID,
        "how": some, "fits": some, "not_fits": some, "keep": some, "give": some, "leaving": some,
        "trial": {**SAID, "span": "Месяц.", "stake": "Время.", "reveals": "Спрос.", "stop": "Если не отвечают."},
        "reviews": REVIEWS, **more,
    })


def base(*records: Record) -> KnowledgeBase:
    return KnowledgeBase({record.id: record for record in records})


def test_every_record_gets_a_stub_that_names_its_file_and_its_macro(tmp_path: Path) -> None:
    stubs.write(base(family("first", 1), mode("agent", "first")), tmp_path)

    assert (tmp_path / "ways" / "first.md").read_text(encoding="utf-8") == (
        '---\nsource: content/families/first.yml\n---\n\n{{ way_page("first") }}\n'
    )
    assert '{{ mode_page("agent") }}' in (tmp_path / "ways" / "agent.md").read_text(encoding="utf-8")


def test_a_retired_record_keeps_its_page(tmp_path: Path) -> None:
    gone = mode("agent", "first", status="retired", retired_reason="Способа больше нет.")

    stubs.write(base(family("first", 1), gone), tmp_path)

    assert (tmp_path / "ways" / "agent.md").is_file()


def test_a_withdrawn_record_leaves_the_navigation() -> None:
    """Its page is there for old links, its entry is not; nor are those of a kind that has too many."""
    known = base(family("first", 1), mode("one", "first"),
                 mode("two", "first", status="retired", retired_reason="Способа больше нет."))

    assert stubs.navigation(known, []) == [{"Способы выхода": [{"Группа 1": ["ways/first.md", "ways/one.md"]}]}]
    assert stubs.unlisted(known) == "/ways/two.md"

    many = {"mode": stubs.Shelf("notes/{id}.md", "mode_page", "Заметки", "title", listed=False)}
    assert stubs.navigation(known, [], many) == []
    assert stubs.unlisted(known, many) == "/notes/one.md\n/notes/two.md"


def test_a_stub_never_replaces_a_page(tmp_path: Path) -> None:
    (tmp_path / "ways").mkdir()
    (tmp_path / "ways" / "compare.md").write_text("рукой", encoding="utf-8")

    with pytest.raises(stubs.AddressTakenError, match=r"^content/modes/compare\.yml: адрес ways/compare/ уже занят"):
        stubs.write(base(family("first", 1), mode("compare", "first")), tmp_path)

    assert (tmp_path / "ways" / "compare.md").read_text(encoding="utf-8") == "рукой"


def test_ways_stand_in_the_navigation_under_their_group() -> None:
    nav: list[Any] = [{"Главная": "index.md"}, {"Способы выхода": ["ways/index.md"]}]
    known = base(family("second", 2), family("first", 1), mode("two", "first", 2), mode("one", "first"))

    made = stubs.navigation(known, nav)

    assert made == [{"Главная": "index.md"}, {"Способы выхода": [
        "ways/index.md",
        {"Группа 1": ["ways/first.md", "ways/one.md", "ways/two.md"]},
        {"Группа 2": ["ways/second.md"]},
    ]}]
    assert nav[1] == {"Способы выхода": ["ways/index.md"]}


def test_the_name_of_a_group_is_no_code_in_the_navigation() -> None:
    group = family("first", 1).model_copy(update={"title": 'Группа" x="<'})

    assert stubs.navigation(base(group), []) == [{"Способы выхода": [{"Группа&quot; x=&quot;&lt;": ["ways/first.md"]}]}]


def test_a_section_that_is_not_there_is_begun_and_an_empty_one_is_not() -> None:
    assert stubs.navigation(base(mode("one", "absent")), ["index.md"]) == [
        "index.md", {"Способы выхода": ["ways/one.md"]}
    ]
    assert stubs.navigation(base(), ["index.md"]) == ["index.md"]


def test_a_kind_without_groups_is_a_plain_list() -> None:
    shelves = {"mode": stubs.Shelf("notes/{id}.md", "mode_page", "Заметки", "title")}

    assert stubs.navigation(base(mode("one", "first")), [], shelves) == [{"Заметки": ["notes/one.md"]}]


def test_shelves_agree_with_macros_kinds_and_addresses() -> None:
    """A line of the table names a macro that exists and the address by which other pages link."""
    shipped, _ = read_records(ROOT / "content")
    kinds = {kind for kind, _ in KINDS.values()}
    for kind, shelf in stubs.SHELVES.items():
        assert kind in kinds
        assert shelf.macro in PAGES
        for record in shipped.of_kind(kind):
            assert address(shipped, record.id) == shelf.path.format(id=record.id).removesuffix(".md") + "/"


def test_one_file_more_is_one_page_more(tmp_path: Path) -> None:
    """A new file in the content appears with its page, in the menu of its group, on the page of its group."""
    content = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    (content / "modes").mkdir(exist_ok=True)
    said = "{text: Коротко о деле, mark: editorial}"
    text = (
        "id: mode-of-a-test\nfamily: networks\nnumber: 99\n"
        "title: 'Пробный\" http-equiv=\"refresh\" x=\" < способ'\n"
        "description: Сюда пишут одно предложение о способе, его видно в карточке группы и в поиске.\n"
        f"meaning: {said.replace('Коротко', 'Смысл')}\n"
        + "".join(f"{name}: [{said.replace('Коротко', f'Слово {name}')}, {said.replace('Коротко', f'Фраза {name}')}]\n"
                  for name in ("how", "fits", "not_fits", "keep", "give", "leaving"))
        + f"trial: {said.replace('Коротко', 'Проба')[:-1]}, "
          "span: Срок пробы, stake: Цена пробы, reveals: Смысл пробы, stop: Конец пробы}\n"
        + "reviews:\n  - {date: 2026-11-23, by: editors, sources: [ilkevich-2025], result: created}\n"
    )
    (content / "modes" / "mode-of-a-test.yml").write_text(text, encoding="utf-8")
    for old, new in (("mode-of-a-test", "mode-gone"), ("number: 99", "number: 100"), ("Пробный", "Снятый"),
                     ("family:", "status: retired\nretired_reason: Так больше не делают.\nfamily:"),
                     *((f"{word} ", f"Прежнее {word.lower()} ") for word in ("Смысл", "Слово", "Фраза", "Проба")),
                     ("Сюда пишут одно", "Прежде сюда писали одно")):
        text = text.replace(old, new)
    text += "  - {date: 2026-11-23, by: editors, sources: [ilkevich-2025], result: retired}\n"
    (content / "modes" / "mode-gone.yml").write_text(text, encoding="utf-8")

    build(content, tmp_path / "site", TODAY)

    page = (tmp_path / "site" / "ways" / "mode-of-a-test" / "index.html").read_text(encoding="utf-8")
    group = (tmp_path / "site" / "ways" / "networks" / "index.html").read_text(encoding="utf-8")
    whole = "Пробный&quot; http-equiv=&quot;refresh&quot; x=&quot; &lt; способ"
    assert f"<title>{whole} — " in page
    assert f'<meta property="og:title" content="{whole} — ' in page
    assert 'aria-label="Раздел «Сети, альянсы, экосистемы»"' in page
    assert "../mode-of-a-test/" in group
    gone = (tmp_path / "site" / "ways" / "mode-gone" / "index.html").read_text(encoding="utf-8")
    assert "Запись снята: Так больше не делают." in gone.replace("\xa0", " ")
    assert "../mode-gone/" not in group

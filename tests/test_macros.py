"""Pages are made of records and of nothing else: links, marks, anchors, escaping, versions."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest
import yaml

from macros import picture, shelf
from macros.address import NoAddressError, address, between, name
from macros.marks import mark_of, runs
from macros.page import NoRecordError
from macros.pen import Pen
from macros.render import PAGES, checklist_page, glossary_page, recommendation_page, sources_page
from macros.site import Site, site_of
from macros.usage import Usage
from navigator.base import KnowledgeBase
from navigator.model import (
    KINDS,
    Checklist,
    Direction,
    Page,
    Person,
    Provenance,
    Recommendation,
    Record,
    Source,
    Stage,
    Term,
)

ROOT = Path(__file__).resolve().parents[1]
REVIEWS = [{"date": "2026-11-23", "by": "editors", "sources": ["ilkevich-2025"], "result": "created"}]
ABOUT = "Одно предложение о записи, которого хватает для поиска и для карточки на сайте."


def said(text: str = "Слова редакции.", **more: object) -> dict[str, object]:
    return {"text": text, "mark": "editorial", **more}


def source(id: str, key: str, **more: object) -> Source:
    return Source.model_validate({"id": id, "type": "article", "key": key, "title": "Работа", "language": "ru",
                                  "read": "whole", "reviews": REVIEWS, **more})


def recommendation(id: str, number: int, **more: object) -> Recommendation:
    some = [said(), said(), said()]
    return Recommendation.model_validate({
        "id": id, "number": number, "title": f"Название {number}", "short": f"Имя {number}", "description": ABOUT,
        "compact": [said()], "why": [said()], "questions": some, "actions": some, "mistakes": some, "outcome": some,
        "skills": [said()],
        "expanded": [{"id": "first", "title": "Первый раздел", "paragraphs": [said()]},
                     {"id": "stages", "title": "Раздел с занятым якорем", "paragraphs": [said()]}],
        "links": [{"recommendation": "other", "why": "Рядом.", "mark": "editorial"}] * 2,
        "stages": [{"stage": "launch", "why": "Тут.", "mark": "article", "lines": ["45"]}],
        "sources": ["ilkevich-2025"], "reviews": REVIEWS, **more,
    })


def checklist(**more: object) -> Checklist:
    items = [{"id": f"item-{index}", "action": f"Сделайте дело {index}.", "evidence": "Запись с датой.",
              "level": "compact" if index < 3 else "expanded", "mark": "editorial"} for index in range(10)]
    items[4]["hand_off"] = {"ask": "Какие есть правила?", "changes": "Что это меняет в вашей модели — цену?"}
    return Checklist.model_validate({"id": "checklist-main", "recommendation": "main", "intro": [said()],
                                     "items": items, "reviews": REVIEWS, **more})


def term(id: str, word: str, **more: object) -> Term:
    return Term.model_validate({"id": id, "term": word, "definition": [said("Объяснение слова.")],
                                "reviews": REVIEWS, **more})


def page(id: str) -> Page:
    return Page.model_validate({"id": id, "title": "Страница", "description": ABOUT, "lead": [said()],
                                "reviews": REVIEWS})


def site(*more: Record, **settings: str) -> Site:
    records: list[Record] = [
        source("ilkevich-2025", "Илькевич, 2025"),
        source("root-1994", "Root, 1994", doi="10.1000/abc.5", number=2),
        recommendation("main", 1), recommendation("other", 2), checklist(),
        Stage.model_validate({"id": "launch", "number": 2, "title": "Запуск", "description": ABOUT,
                              "text": [said()] * 2, "signs": [said()] * 2, "first": [said()] * 2, "next": [said()],
                              "reviews": REVIEWS}),
        Person.model_validate({"id": "editors", "name": "Редакция", "kind": "office", "role": "editors",
                               "about": [said()], "reviews": REVIEWS}),
        term("term-agent", "Агент"), page("glossary-overview"), page("sources-overview"), *more,
    ]
    return Site(KnowledgeBase({record.id: record for record in records}), settings.get("version", "v7"),
                settings.get("remark_email", ""))


def pen(shown: Site | None = None, at: str = "recommendations/main/") -> Pen:
    return Pen(shown or site(), at)


@pytest.mark.parametrize(
    ("at", "target", "link"),
    [
        ("", "recommendations/main/", "recommendations/main/"),
        ("recommendations/main/", "", "../../"),
        ("recommendations/main/", "sources/#root-1994", "../../sources/#root-1994"),
        ("sources/", "sources/#root-1994", "#root-1994"),
        ("", "", "./"),
    ],
)
def test_links_are_relative_to_the_page_they_stand_on(at: str, target: str, link: str) -> None:
    assert between(at, target) == link


@pytest.mark.parametrize(
    ("id", "where", "words"),
    [
        ("main", "recommendations/main/", "Имя 1"),
        ("checklist-main", "checklists/main/", "чек-лист «Имя 1»"),
        ("item-3", "checklists/main/#item-3", "Сделайте дело 3."),
        ("launch", "stages/#launch", "Запуск"),
        ("term-agent", "glossary/#term-agent", "Агент"),
        ("root-1994", "sources/#root-1994", "Root, 1994"),
        ("editors", "licence/#editors", "Редакция"),
        ("glossary-overview", "glossary/", "Страница"),
    ],
)
def test_every_record_has_an_address_and_a_name(id: str, where: str, words: str) -> None:
    assert (address(site().base, id), name(site().base, id)) == (where, words)


def test_an_unknown_id_stops_the_page() -> None:
    with pytest.raises(NoAddressError):
        pen().prose("Слова и [[absent]].")
    with pytest.raises(NoRecordError, match="absent"):
        recommendation_page(site(), "absent")
    with pytest.raises(NoRecordError, match="checklist"):
        checklist_page(site(), "main")


def test_prose_links_references_and_terms_once_in_a_section() -> None:
    writer = pen()
    first = writer.prose("Агент и [[other]]; агенту [снова](https://example.org/).")
    assert '<a class="term" href="../../glossary/#term-agent">Агент</a>' in first
    assert '<a href="../../recommendations/other/">Имя\u00a02</a>' in first or ">Имя 2</a>" in first
    assert first.count("term-agent") == 1
    assert 'rel="external noopener">снова</a>' in first
    assert "term-agent" not in writer.prose("Об агенте опять.")
    writer.section()
    assert "term-agent" in writer.prose("Об агенте в новом разделе.")


def test_a_term_is_not_linked_from_its_own_entry() -> None:
    writer = pen(at="glossary/")
    writer.about("term-agent")
    assert "term-agent" not in writer.prose("Агент — это посредник.")


def test_content_can_bring_no_markup_of_its_own() -> None:
    evil = "<img src=x onerror=alert(1)> & **важно**"
    assert pen().prose(evil).startswith("&lt;img")
    assert "<strong>важно</strong>" in pen().prose(evil)
    assert "<img" not in pen().words(evil)
    shown = markdown.markdown(pen().heading(2, "<img> *и* [x](y) & {: #z }", "anchor"), extensions=["attr_list"])
    assert shown == '<h2 id="anchor">&lt;img&gt; *и* [x](y) &amp; {: #z }</h2>'.replace("& ", "&amp; ")


def test_words_for_labels_hold_no_links() -> None:
    assert pen().words("Спросите [[other|соседей]] и агента.") == "Спросите соседей и\u00a0агента."


def test_a_mark_says_where_a_statement_comes_from() -> None:
    base = site().base
    article = mark_of(base, Provenance(mark="article", lines=(45, 46, 47, 9), sources=("root-1994",)))
    assert (article.word, article.lines, article.works) == ("статья", "9, 45–47", (("root-1994", "Root, 1994"),))
    assert article.spoken == "Так говорит статья, строки\u00a09, 45–47; она ссылается на: Root, 1994"
    work = mark_of(base, Provenance(mark="source", sources=("root-1994",)))
    assert (work.word, work.spoken) == ("", "Так говорит работа: Root, 1994")
    ours = mark_of(base, Provenance(mark="editorial", topic=(31,)))
    assert (ours.word, ours.spoken) == ("редакция", "Пояснение редакции; тема названа в статье, строка\u00a031")


def test_lines_are_written_as_runs() -> None:
    assert runs((3, 1, 2, 7, 9, 8)) == "1–3, 7–9"
    assert runs(()) == ""


def test_a_recommendation_page_has_its_parts_and_explicit_anchors() -> None:
    made = recommendation_page(site(), "main")
    anchors = re.findall(r"^#+ .*\{: #([a-z-]+)", made.markdown, re.MULTILINE)
    assert anchors == ["top", "why", "first", "text-stages", "questions", "actions", "mistakes", "outcome", "stages",
                       "links", "sources"]
    assert "«Название\u00a01»" in made.markdown or "«Название 1»" in made.markdown
    assert '<a href="../../sources/#ilkevich-2025">Илькевич, 2025</a>' in made.markdown
    assert (made.meta["title"].replace("\u00a0", " "), made.meta["description"][:4]) == ("Имя 1", "Одно")
    assert made.markdown.count('class="mark ') >= 20
    assert "статья<span class=\"vh\">, строка</span>&nbsp;45" in made.markdown


def test_every_page_shows_check_version_legend_and_remark() -> None:
    made = recommendation_page(site(version="2026-11-23.abc"), "main").markdown
    assert "Составлено: 23\u00a0ноября 2026, Редакция" in made
    assert "Версия содержания: 2026-11-23.abc." in made
    assert "Что значат отметки" in made
    assert "Запись: main\nВерсия: 2026-11-23.abc\nАдрес: recommendations/main/" in made
    assert '<span class="draft">черновик</span>' in made.split("</p>")[0]


def test_a_remark_is_mailed_only_where_an_address_is_set() -> None:
    assert "mailto:" not in recommendation_page(site(), "main").markdown
    with_mail = recommendation_page(site(remark_email="a@example.org"), "main").markdown
    assert 'href="mailto:a@example.org"' in with_mail


def test_each_item_is_a_labelled_box_with_evidence_and_level() -> None:
    made = checklist_page(site(), "checklist-main")
    assert made.markdown.count("<li data-item=") == 10
    for index in range(10):
        assert f'<input type="checkbox" id="box-item-{index}"' in made.markdown
        assert f'<label for="box-item-{index}">Сделайте дело' in made.markdown
    assert made.markdown.count('<span class="level">главное</span>') == 3
    assert made.markdown.count("Сделано, если есть:") == 10
    assert made.markdown.count("Узнайте на «Мой экспорт»:") == 1
    assert made.markdown.replace("\u00a0", " ").count("Что это меняет в вашей модели") == 1
    assert made.meta["script"] == "checklist"


def test_the_glossary_stands_by_letters() -> None:
    shown = site(term("term-yolka", "Ёлка"), term("term-zhuk", "Жук"), term("term-eaas", "EaaS"))
    letters = [(letter, [one.id for one in terms]) for letter, _, terms in shelf.by_letter(shown.base.terms)]
    assert letters == [("А", ["term-agent"]), ("Е", ["term-yolka"]), ("Ж", ["term-zhuk"]), ("E", ["term-eaas"])]
    assert '<h3 id="term-yolka">Ёлка' in glossary_page(shown).markdown


def test_sources_stand_by_role_and_name_who_cites_them() -> None:
    shown = site(source("abc", "Абв, 2020"), term("term-root", "Рут", definition=[said(mark="source",
                                                                                      sources=["root-1994"])]))
    assert [(group.id, [one.id for one in group.works]) for group in shelf.by_role(shown.base.sources)] == [
        ("the-article", ["ilkevich-2025"]), ("list", ["root-1994"]), ("other", ["abc"])]
    assert shelf.citing(shown, "root-1994") == shelf.Citing((), ("term-root",))
    assert Usage(shown.base).of("ilkevich-2025") == ("main", "other")
    made = sources_page(shown).markdown
    assert '<a class="out" href="https://doi.org/10.1000/abc.5" rel="external noopener">10.1000/abc.5</a>' in made


def test_the_picture_is_drawn_from_the_records() -> None:
    stages = [Stage.model_validate({"id": f"s{number}", "number": number, "title": f"Стадия <{number}>",
                                    "description": ABOUT, "text": [said()] * 2, "signs": [said()] * 2,
                                    "first": [said()] * 2, "next": [said()], "reviews": REVIEWS})
              for number in (1, 2, 3)]
    directions = [Direction.model_validate({"id": id, "title": id, "text": [said()], "reviews": REVIEWS})
                  for id in ("reduce", "increase", "sideways")]
    assert [one.id for one in shelf.in_order(directions)] == ["increase", "reduce", "sideways"]
    for upright in (False, True):
        drawn = picture.stages(stages, directions, upright)
        assert drawn.count('class="svg-knot"') == 3
        assert drawn.count('class="svg-arrow"') == 3
        assert "Стадия &lt;2&gt;" in drawn
        assert "не\u00a0менее 2–3\u00a0лет" in drawn or "не менее 2–3 лет" in drawn.replace("\u00a0", " ")


def test_content_is_read_again_only_when_it_changes(tmp_path: Path) -> None:
    settings = {"content": str(tmp_path), "version": "", "remark_email": ""}
    first = site_of(settings, ROOT)
    assert site_of(settings, ROOT).base is first.base
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "term-x.yml").write_text("id: term-x\n", encoding="utf-8")
    second = site_of(settings, ROOT)
    assert second.base is not first.base
    assert second.version != first.version


def _stubs() -> dict[str, tuple[str, str]]:
    """Stubs by path: the record they name and the macro they call."""
    found = {}
    for file in sorted((ROOT / "docs").rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        match = re.fullmatch(r"---\nsource: (\S+)\n(?:weight: \S+\n)?---\n\n\{\{ (.+) \}\}\n", text)
        assert match, f"{file.name} is more than a stub"
        found[file.relative_to(ROOT / "docs").as_posix()] = (match[1], match[2])
    return found


def test_stubs_call_macros_that_exist_for_records_of_known_kinds() -> None:
    for stub, (record, call) in _stubs().items():
        called = re.fullmatch(r'(\w+)\((?:"([a-z-]+)")?\)', call)
        assert called, stub
        assert called[1] in PAGES, stub
        folder = record.split("/")[1]
        assert folder in KINDS, stub
        assert called[2] in (None, Path(record).stem), stub


def test_navigation_and_stubs_are_one_to_one() -> None:
    config = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Loose)  # noqa: S506

    def files(nav: object) -> list[str]:
        if isinstance(nav, str):
            return [nav]
        inner = nav.values() if isinstance(nav, dict) else nav
        return [file for one in inner for file in files(one)]

    assert sorted(files(config["nav"])) == sorted(_stubs())


class _Loose(yaml.SafeLoader):
    """Reads mkdocs.yml without knowing its tags."""


_Loose.add_multi_constructor("!", lambda loader, suffix, node: None)

"""Pages of the experts' layer as records grow up: dissent, a second reviewer, cases told by people, field tests."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from macros.attached import attached
from macros.experts import attachments, case_page, field_test_page, note_page, notes_page
from macros.page import NoRecordError
from macros.pen import Pen
from macros.render import recommendation_page
from macros.site import Site
from navigator.load import read_records
from tests.rules.sound import lay, sound_content

NOTE, CASE, TEST = "notes/note-north.yml", "cases/case-bakers.yml", "field-tests/test-bakers.yml"
ANNA = """# yaml-language-server: $schema=../../schema/person.schema.json
id: anna
status: draft
name: Анна Вымышленная
kind: person
role: expert
consent: письмо редакции, 12 октября 2026
about:
  - text: Вымышленный эксперт.
    mark: editorial
reviews:
  - date: 2026-11-23
    by: editors
    sources: [ilkevich-2025]
    result: created
"""
PAGE = """# yaml-language-server: $schema=../../schema/page.schema.json
id: {id}
status: draft
title: Страница
description: Здесь собственник узнает, что собрано на этой странице и почему это ему полезно.
lead:
  - text: Да.
    mark: editorial
reviews:
  - date: 2026-11-23
    by: editors
    sources: [ilkevich-2025]
    result: created
"""


def site(folder: Path, **changes: tuple[str, str]) -> Site:
    """The sound content with an expert, overview pages and changes of the note, the case or the test."""
    files = sound_content() | {"people/anna.yml": ANNA}
    files |= {f"pages/{id}.yml": PAGE.format(id=id) for id in
              ("notes-overview", "cases-overview", "experts-overview", "experts-forms")}
    names = {"note": NOTE, "case": CASE, "test": TEST}
    for name, (old, new) in changes.items():
        assert old in files[names[name]]
        files[names[name]] = files[names[name]].replace(old, new, 1)
    lay(folder, files)
    return Site(read_records(folder)[0], "2026-11-23")


def test_dissent_stands_beside_the_note_with_name_and_day(tmp_path: Path) -> None:
    """Disagreement is kept, not settled."""
    dissent = "author: editors\ndissent:\n  - by: anna\n    date: 2026-11-20\n    text: Север бывает разный."
    made = note_page(site(tmp_path, note=("author: editors", dissent)), "note-north").markdown

    assert "Особое мнение" in made
    assert "Север бывает разный." in made
    assert "Анна" in made.split("dissent")[1]
    assert "20 ноября 2026" in made.replace("\u00a0", " ")


def test_a_second_reviewer_is_named_and_an_absent_one_is_asked_for(tmp_path: Path) -> None:
    with_one = ("author: editors", "author: editors\nsecond_reviewer: anna")
    named = note_page(site(tmp_path / "one", note=with_one), "note-north").markdown
    absent = note_page(site(tmp_path / "other"), "note-north").markdown

    assert "licence/#anna" in named
    assert "пока нет" not in named
    assert 'пока нет. Если вы знаете эту тему, <a href="#remark">' in absent


def test_what_an_author_says_is_marked_as_his_and_not_the_editors(tmp_path: Path) -> None:
    """The mark, its words and the legend name the author; a record of the editors stays theirs."""
    by_anna = (("author: editors", "author: anna"), ("by: editors", "by: anna"))
    files = sound_content() | {"people/anna.yml": ANNA, "pages/notes-overview.yml": PAGE.format(id="notes-overview")}
    ours = note_page(site(tmp_path / "ours"), "note-north").markdown
    for old, new in by_anna:
        files[NOTE] = files[NOTE].replace(old, new)
    files |= {"pages/experts-forms.yml": PAGE.format(id="experts-forms")}
    lay(tmp_path / "own", files)
    own = note_page(Site(read_records(tmp_path / "own")[0], "2026-11-23"), "note-north").markdown

    assert 'mark-editorial" title="Мнение автора записи, работы за ним нет' in own
    assert "<dd>Мнение автора записи, работы за&nbsp;ним нет." in own
    assert ">редакция</small>" not in own
    assert "Запись составил её автор." in own
    assert 'mark-editorial" title="Пояснение редакции' in ours
    assert "Мнение автора" not in ours


@pytest.mark.parametrize(("author", "cites", "experience"), [("anna", False, True), ("anna", True, False),
                                                            ("editors", False, False)])
def test_the_foot_claims_no_work_where_the_author_speaks_of_experience(
    tmp_path: Path, author: str, cites: bool, experience: bool
) -> None:
    text = sound_content()[TEST].replace("author: editors", f"author: {author}").replace(
        "by: editors", f"by: {author}").replace("[work-9]", "[ilkevich-2025]")
    assert "mark: article" not in text
    if cites:
        text = text.replace("mark: editorial", "mark: article\n    lines: [55]", 1)
    names = ("cases-overview", "experts-forms", "experts-overview")
    lay(tmp_path, sound_content() | {TEST: text, "people/anna.yml": ANNA}
        | {f"pages/{id}.yml": PAGE.format(id=id) for id in names})
    made = field_test_page(Site(read_records(tmp_path)[0], "2026-11-23"), "test-bakers").markdown

    assert ("Основано на&nbsp;опыте автора." in made) == experience
    assert ("Сверено с&nbsp;работами" in made) != experience


@pytest.mark.parametrize(("settings", "said"), [
    ({}, "У&nbsp;этой копии сайта нет адреса редакции: передайте текст тому, кто дал вам ссылку на&nbsp;сайт."),
    ({"remark_email": "editors@example.org"}, '<a href="mailto:editors@example.org">editors@example.org</a>.'),
    ({"repo_url": "https://example.org/code"}, 'href="https://example.org/code/issues/new?template=remark.yml"'),
])
def test_the_remark_says_where_to_hand_it_over(tmp_path: Path, settings: dict[str, str], said: str) -> None:
    """A site without an address sends nobody to it."""
    made = note_page(replace(site(tmp_path), **settings), "note-north").markdown

    assert said in made
    assert ("Куда передать" in made) == bool(settings)
    assert "передайте текст редакции" not in made
    assert "напишите редакции" not in made


def test_a_remark_has_lines_for_whoever_checked_the_record(tmp_path: Path) -> None:
    text = note_page(site(tmp_path), "note-north").markdown.split("<textarea")[1].split("</textarea>")[0]

    for line in ("Какие работы открыли:", "Итог (подтверждаю / исправить / снять / не согласен):",
                 "Ваше имя (если согласны быть названы):"):
        assert f"\n{line}\n" in text


def test_a_published_note_is_no_draft(tmp_path: Path) -> None:
    made = note_page(site(tmp_path, note=("status: draft", "status: published")), "note-north").markdown

    assert "не&nbsp;проверено экспертом" not in made
    assert "не&nbsp;меняет их&nbsp;порядка" in made


def test_a_case_told_by_a_person_says_by_whom(tmp_path: Path) -> None:
    """«Со слов», the name, what the person is to the company, the day."""
    told = "basis: told\ntold:\n  by: anna\n  date: 2026-11-20\n  position: консультант"
    made = case_page(site(tmp_path, case=("basis: sources", told)), "case-bakers").markdown.replace("\u00a0", " ")

    assert "со&nbsp;слов: <a" in made
    assert "Анна Вымышленная</a>, консультант, 20 ноября 2026" in made
    assert "Это не&nbsp;рецепт." in made


def test_a_field_test_says_who_tried_what_and_what_changed(tmp_path: Path) -> None:
    made = field_test_page(site(tmp_path, test=("testers: [editors]", "testers: [anna]")), "test-bakers").markdown

    assert "Анна" in made
    assert "Записали три способа вместо одного." in made
    assert "ноябрь" in made
    assert 'href="../../recommendations/social-capital/"' in made


def test_a_term_of_its_own_is_shown_with_its_reason(tmp_path: Path) -> None:
    """Four months instead of six, and why."""
    own = "author: editors\nshelf_life:\n  months: 4\n  reason: Цены там меняются быстро."
    made = note_page(site(tmp_path, note=("author: editors", own)), "note-north").markdown

    assert 'data-due="2027-03-23" data-gone="2027-07-23"' in made
    assert "Свой срок: Цены там меняются быстро." in made.replace("\u00a0", " ")


def test_a_withdrawn_note_keeps_its_page_and_leaves_the_lists(tmp_path: Path) -> None:
    """Its page says why; overview, recommendation and results do not show it."""
    made = site(tmp_path, note=("status: draft", "status: retired\nretired_reason: Север переехал."))

    withdrawn = note_page(made, "note-north").markdown.replace("\u00a0", " ").replace("&nbsp;", " ")

    assert "Север переехал." in withdrawn
    assert "Пересмотреть до" not in withdrawn
    assert "note-north" not in notes_page(made).markdown
    assert "Заметки" not in attached(made.base, "social-capital")
    assert [one["id"] for one in attachments(made, Pen(made, "tree/"))] == ["case-bakers"]


def test_notes_and_cases_stand_beside_what_they_are_about(tmp_path: Path) -> None:
    """A recommendation leads to its notes and cases; one that has none says nothing."""
    made = site(tmp_path)

    assert "note-north" in recommendation_page(made, "social-capital").markdown
    assert "case-bakers" in recommendation_page(made, "mode-diversity").markdown
    assert "Заметки и случаи" not in recommendation_page(made, "fast-scaling").markdown
    assert set(attached(made.base, "launch")) == {"Случаи"}


def test_a_gap_is_named_and_invites(tmp_path: Path) -> None:
    """A region of the tree without a note stands among the gaps, one that has a note does not."""
    gaps = notes_page(site(tmp_path)).markdown.split('class="gaps"')[1].split("</ul>")[0]

    assert "Юг" in gaps
    assert "Север" not in gaps


def test_a_page_of_a_note_needs_a_note(tmp_path: Path) -> None:
    with pytest.raises(NoRecordError):
        note_page(site(tmp_path), "case-bakers")

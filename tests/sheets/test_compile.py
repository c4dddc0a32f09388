"""How sheets are compiled: the same bytes each time, only what changed, clear words when it cannot be."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from navigator.base import KnowledgeBase
from navigator.model import Checklist
from sheets import compile as compiler
from sheets.checklists import sheets as checklist_sheets
from sheets.compile import Pdf, Printer, SheetError, framed
from sheets.registry import sheets
from sheets.sheet import Press
from tests.sheets.conftest import TODAY
from tests.sheets.reading import MM, overlaps, reader, runs, tags, words

ENDLESS = "Щ" * 90 + " https://example.org/" + "a" * 90


def edited(base: KnowledgeBase, id: str, **changes: object) -> KnowledgeBase:
    """The content with one checklist whose first item differs."""
    record = base.records[id]
    assert isinstance(record, Checklist)
    items = (record.items[0].model_copy(update=changes), *record.items[1:])
    return KnowledgeBase({**base.records, id: record.model_copy(update={"items": items})}, base.origins)


def only(press: Press, name: str) -> list[Pdf]:
    return Printer(press).print(sheet for sheet in sheets(press) if sheet.name == name)


def test_the_same_content_and_day_make_the_same_bytes(press: Press, printed: list[Pdf]) -> None:
    """In another order, by another printer."""
    again = Printer(press).print(reversed(sheets(press)))

    assert {pdf.sheet.name: pdf.content for pdf in again} == {pdf.sheet.name: pdf.content for pdf in printed}


def test_another_day_leaves_the_version(press: Press) -> None:
    """Whoever compares the version in hand with that of the site learns whether the words have changed since."""
    name = "checklist-decomposition-compact"
    today, later = (only(replace(press, today=TODAY + dt.timedelta(days=days)), name)[0] for days in (0, 9))

    assert today.version == later.version
    assert today.version.startswith(press.base.records["checklist-decomposition"].reviews[-1].date.isoformat())
    assert "лист собран 2 декабря 2026" in words(later.content)


def test_the_version_of_a_sheet_follows_what_it_prints(press: Press) -> None:
    """A change elsewhere leaves it alone."""
    changed = replace(press, base=edited(press.base, "checklist-decomposition", action="Сделайте иначе."))
    before = {sheet.name: framed(press, sheet)[1] for sheet in checklist_sheets(press)}
    after = {sheet.name: framed(changed, sheet)[1] for sheet in checklist_sheets(changed)}

    assert {name for name in before if before[name] != after[name]} == {
        "checklist-decomposition-compact", "checklist-decomposition-expanded",
    }


def test_only_what_depends_on_a_change_is_compiled_again(
    press: Press, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled: list[str] = []
    typeset = Printer._typeset

    def seen(self: Printer, sheet: object, data: str, tightness: int) -> tuple[bytes, int]:
        compiled.append(sheet.name)  # type: ignore[attr-defined]
        return typeset(self, sheet, data, tightness)  # type: ignore[arg-type]

    monkeypatch.setattr(Printer, "_typeset", seen)
    first = Printer(press, tmp_path).print(checklist_sheets(press))
    compiled.clear()
    changed = replace(press, base=edited(press.base, "checklist-decomposition", action="Сделайте иначе."))
    second = Printer(changed, tmp_path).print(checklist_sheets(changed))

    assert set(compiled) == {"checklist-decomposition-compact", "checklist-decomposition-expanded"}
    assert [one.content for one in first if one.sheet.name not in compiled] == [
        one.content for one in second if one.sheet.name not in compiled]
    assert [one.pages for one in first] == [one.pages for one in second]


def test_a_changed_template_is_a_change(press: Press, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the sheet itself or of what it imports."""
    sheet, printer = checklist_sheets(press)[0], Printer(press)
    before = printer._key(sheet, "{}")
    templates = tmp_path / "templates"
    templates.mkdir()
    for file in compiler.TEMPLATES.glob("*.typ"):
        more = "// changed\n" if file.name == "items.typ" else ""
        (templates / file.name).write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    monkeypatch.setattr(compiler, "TEMPLATES", templates)

    assert printer._key(sheet, "{}") != before
    assert compiler._sources("lib.typ") != compiler._sources("checklist.typ")


def test_long_items_and_endless_words_flow_and_are_not_clipped(press: Press) -> None:
    """A long item is set closer; a word without syllables breaks where it must."""
    evidence = "Строка с датой. " * 12
    long = edited(press.base, "checklist-decomposition", action=f"Запишите {ENDLESS}.", evidence=evidence)
    for form in ("compact", "expanded"):
        pdf = only(replace(press, base=long), f"checklist-decomposition-{form}")[0]
        for page in reader(pdf.content).pages:
            found = runs(page)
            assert max(run.right for run in found) <= 200 * MM
            assert overlaps(found) == []
        assert "Щ" * 90 in words(pdf.content).replace(" ", "")
        assert "a" * 90 in words(pdf.content).replace(" ", "")


def test_a_sheet_that_cannot_fit_says_so(press: Press) -> None:
    """Nothing is cut off in silence."""
    huge = edited(press.base, "checklist-decomposition", evidence="Очень длинное доказательство с датой. " * 200)

    with pytest.raises(SheetError) as caught:
        only(replace(press, base=huge), "checklist-decomposition-compact")

    assert str(caught.value) == (
        "лист «Чек-лист «Модель по частям»: главное» занял 4\u00a0страницы, а должен поместиться на 1\u00a0страницу: "
        "сократите тексты записей checklist-decomposition"
    )


def test_a_letter_that_the_font_lacks_is_named(press: Press) -> None:
    strange = edited(press.base, "checklist-decomposition", action="Запишите 漢字.")

    with pytest.raises(SheetError, match=r"в шрифте листов нет знака .*漢.*; замените его в записях checklist-decomp"):
        only(replace(press, base=strange), "checklist-decomposition-compact")


def test_content_is_never_taken_for_markup(press: Press) -> None:
    """What Typst would understand is printed as it is typed."""
    typed = "Запишите #panic() и $x$ и @ref и <tag> и = и // и \\."
    pdf = only(replace(press, base=edited(press.base, "checklist-decomposition", action=typed)),
               "checklist-decomposition-compact")[0]

    assert typed in words(pdf.content)


def test_without_an_address_there_is_no_code_and_no_picture(press: Press) -> None:
    pdf = only(replace(press, site_url=""), "checklist-decomposition-compact")[0]

    assert "На сайте" not in words(pdf.content)
    assert [tag for tag in tags(pdf.content) if tag["/S"] == "/Figure"] == []


def test_content_without_checklists_prints_nothing() -> None:
    empty = Press(KnowledgeBase({}), TODAY)

    assert [sheet.name for sheet in sheets(empty) if sheet.name.startswith("checklist")] == []

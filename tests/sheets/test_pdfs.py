"""What every PDF of the set promises, read back from its bytes."""

from __future__ import annotations

import re

import pytest

from navigator import prose
from navigator.base import KnowledgeBase
from navigator.model import Item
from sheets.compile import Pdf
from tests.sheets.conftest import ADDRESS
from tests.sheets.reading import MM, fonts, overlaps, reader, runs, tags, words

# What a printer cannot reach, and where the pages of a set are bound or punched.
LEFT, RIGHT, FOOT, HEAD = 14 * MM, 10 * MM, 6 * MM, 8 * MM


def every(printed: list[Pdf], fault: object) -> list[str]:
    """The sheets that have a fault, with what it is."""
    assert callable(fault)
    found = {pdf.sheet.name: fault(pdf) for pdf in printed}
    return [f"{name}: {what}" for name, what in found.items() if what]


def test_the_set_has_every_checklist_twice_and_the_whole_thrice(printed: list[Pdf]) -> None:
    names = [pdf.sheet.name for pdf in printed]

    assert len(names) == len(set(names))
    assert sum(name.startswith("checklist-") and name.endswith("-compact") for name in names) == 8
    assert sum(name.startswith("checklist-") and name.endswith("-expanded") for name in names) == 8
    assert {"checklists-booklet", "checklists-summary", "checklists-wall"} <= set(names)


def test_pages_are_a4_and_as_many_as_told(printed: list[Pdf]) -> None:
    def fault(pdf: Pdf) -> object:
        pages = reader(pdf.content).pages
        sizes = {tuple(sorted(round(float(side) / MM) for side in page.mediabox[2:])) for page in pages}
        return sizes - {(210, 297)} or len(pages) != pdf.pages or (pdf.sheet.most and len(pages) > pdf.sheet.most)

    assert every(printed, fault) == []


def test_a_compact_checklist_is_one_page_and_an_expanded_one_at_most_two(printed: list[Pdf]) -> None:
    pages = {pdf.sheet.name: pdf.pages for pdf in printed}

    assert {count for name, count in pages.items() if name.endswith("-compact")} == {1}
    assert {count for name, count in pages.items() if name.endswith("-expanded")} <= {1, 2}
    assert pages["checklists-wall"] == 2


def test_pdfs_say_that_they_are_archival_and_accessible(printed: list[Pdf]) -> None:
    """The compiler has checked both standards; here is what it then writes."""
    def fault(pdf: Pdf) -> object:
        root = reader(pdf.content).trailer["/Root"]
        said = root["/Metadata"].get_object().get_data().decode()
        lost = [what for what in ("<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<") if what not in said]
        return lost or root["/Lang"] != "ru" or not root["/MarkInfo"]["/Marked"] or "/StructTreeRoot" not in root

    assert every(printed, fault) == []


def test_titles_are_shown_and_headings_are_bookmarks(printed: list[Pdf]) -> None:
    def fault(pdf: Pdf) -> object:
        file = reader(pdf.content)
        shown = file.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]
        title = " ".join(str(file.metadata and file.metadata.title).split())
        return not shown or (title != pdf.sheet.title and title) or (not file.outline and "no bookmarks")

    assert every(printed, fault) == []


def test_structure_has_one_title_and_headings_without_gaps(printed: list[Pdf]) -> None:
    def fault(pdf: Pdf) -> object:
        kinds = [str(tag["/S"]) for tag in tags(pdf.content)]
        levels = {int(kind[2]) for kind in kinds if re.fullmatch(r"/H\d", kind)}
        return kinds.count("/H1") != 1 or levels != set(range(1, max(levels) + 1))

    assert every(printed, fault) == []


def test_pictures_have_words_and_tables_have_heads(printed: list[Pdf]) -> None:
    def fault(pdf: Pdf) -> object:
        found = tags(pdf.content)
        kinds = [str(tag["/S"]) for tag in found]
        silent = [tag for tag in found if tag["/S"] in ("/Figure", "/Formula") and not str(tag.get("/Alt", "")).strip()]
        return silent or ("/Table" in kinds and "/TH" not in kinds)

    assert every(printed, fault) == []


def test_fonts_are_embedded(printed: list[Pdf]) -> None:
    def fault(pdf: Pdf) -> object:
        found = [font for page in reader(pdf.content).pages for font in fonts(page)]
        return not found or [name for name, about in found if "Literata" not in name or "/FontFile2" not in about]

    assert every(printed, fault) == []


def test_no_letter_leaves_its_page_or_stands_on_another(printed: list[Pdf]) -> None:
    """Nothing is clipped and no word runs over another."""
    def fault(pdf: Pdf) -> object:
        for number, page in enumerate(reader(pdf.content).pages, 1):
            found = runs(page)
            width, height = float(page.mediabox[2]), float(page.mediabox[3])
            out = [run for run in found if run.left < LEFT or run.right > width - RIGHT
                   or run.base < FOOT or run.base > height - HEAD]
            if out or overlaps(found):
                return f"page {number}: {out or overlaps(found)[0]}"
        return None

    assert every(printed, fault) == []


def test_words_are_hyphenated_and_short_words_held(printed: list[Pdf]) -> None:
    checklists = [pdf for pdf in printed if pdf.sheet.name.startswith("checklist")]
    text = "".join(page.extract_text() for pdf in checklists for page in reader(pdf.content).pages)

    assert len(re.findall("[а-яё][\u00ad-]\n[а-яё]", text)) > 100
    assert not re.search(r"(?<=\s)(?:в|к|с|и|на|не) \n", text)


def test_letters_are_large_enough_to_read(printed: list[Pdf]) -> None:
    """Seven points and no less."""
    def fault(pdf: Pdf) -> object:
        return min(run.size for page in reader(pdf.content).pages for run in runs(page)) < 6.9

    assert every(printed, fault) == []


def test_everything_is_grey(printed: list[Pdf]) -> None:
    """No colour is asked of a printer, and no large dark area of its toner."""
    def fault(pdf: Pdf) -> object:
        spaces = set()
        for page in reader(pdf.content).pages:
            for space in page["/Resources"].get("/ColorSpace", {}).values():
                one = space.get_object()
                profile = one[1].get_object() if one[0] == "/ICCBased" else {"/N": 0}
                spaces.add(int(profile["/N"]))
        return spaces - {1}

    assert every(printed, fault) == []


def test_every_sheet_says_its_version_its_dates_and_where_it_is_on_the_site(printed: list[Pdf]) -> None:
    def fault(pdf: Pdf) -> object:
        text = words(pdf.content)
        address = ADDRESS.removeprefix("https://") + pdf.sheet.page
        wanted = [f"Версия листа {pdf.version}", "содержание проверено 23 ноября 2026", address]
        return [one for one in wanted if one not in text]

    assert every(printed, fault) == []


@pytest.mark.parametrize("form", ["compact", "expanded"])
def test_a_checklist_has_what_its_page_has_and_room_for_a_pen(
    printed: list[Pdf], base: KnowledgeBase, form: str
) -> None:
    """Each action with its evidence and hand-off, and places for names and days."""
    texts = {pdf.sheet.name: letters(words(pdf.content)) for pdf in printed}
    for record in base.checklists:
        text = texts[f"{record.id}-{form}"]
        shown = [item for item in record.items if form == "expanded" or item.level == "compact"]
        places = ("Доказательство: где лежит", "Кто отвечает, к какому дню", "Проверено: кто", "Следующая проверка")
        parts = [*places, *(part for item in shown for part in said(item))]

        assert [part for part in parts if letters(part) not in text] == []


def test_the_booklet_has_every_list_and_the_words_and_works_they_use(printed: list[Pdf], base: KnowledgeBase) -> None:
    text = letters(next(words(pdf.content) for pdf in printed if pdf.sheet.name == "checklists-booklet"))
    parts = [part for record in base.checklists for item in record.items for part in said(item)]
    parts += [one.title for one in base.recommendations]
    parts += ["Содержание", "Сводный лист", "Как пользоваться книжкой", "Словарь", "Источники"]
    parts += [base.records[id].title for record in base.checklists for item in record.items for id in item.sources]

    assert [part for part in parts if letters(part) not in text] == []


def test_each_page_of_the_booklet_says_which_list_it_belongs_to(printed: list[Pdf], base: KnowledgeBase) -> None:
    """A second page may lie on the table alone."""
    booklet = next(pdf for pdf in printed if pdf.sheet.name == "checklists-booklet")
    heads = [" ".join(page.extract_text().splitlines()[0].split()) for page in reader(booklet.content).pages]

    named = [head.removesuffix(" черновик").rpartition(" · ")[2] for head in heads[1:]]
    assert named[0] == "Сводный лист"
    for one in base.recommendations:
        assert f"{one.number}. {one.short}" in named
    assert len(set(named)) < len(named)
    assert set(named[-2:]) == {"Источники"}


def test_works_of_the_booklet_stand_under_the_names_of_their_keys(printed: list[Pdf], base: KnowledgeBase) -> None:
    text = words(next(pdf.content for pdf in printed if pdf.sheet.name == "checklists-booklet"))
    listed = letters(text[text.rindex("Источники Жирным"):])
    cited = {id for record in base.checklists for item in record.items for id in item.sources}

    assert [work.key for work in base.sources if work.id in cited and letters(work.key) not in listed] == []


def said(item: Item) -> list[str]:
    """What an item says."""
    found = [item.action, item.evidence]
    return found + ([item.hand_off.ask, item.hand_off.changes] if item.hand_off else [])


def letters(text: str) -> str:
    """Letters and digits alone: spaces, hyphens and the breaks of lines are the compiler's business."""
    return re.sub(r"[\W_]+", "", prose.plain(text)).casefold()

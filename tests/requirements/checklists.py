"""Checklists: their number and size, what an item says, that items stay, the sheet of all."""

from __future__ import annotations

from dataclasses import replace

from navigator import ids_lock
from tests.requirements.framework import marked, statements_that_say
from tests.requirements.project import Project, says


def eight_lists_to_check_against(project: Project) -> list[str]:
    """FR-B01: eight checklists of 8–12 items, all of them on their pages; the article's words on why."""
    missing = [] if len(project.base.checklists) == 8 else [f"there are {len(project.base.checklists)} checklists"]
    for one in project.base.checklists:
        shown = [node.attributes["data-item"] for node in project.page(f"checklists/{one.recommendation}/").all("li")
                 if "data-item" in node.attributes]
        if shown != [item.id for item in one.items] or not 8 <= len(shown) <= 12:
            missing.append(f"{one.id}: {len(shown)} items on its page")
    if not any(marked(node, "article", "85") for node in statements_that_say(project, "checklists/", "как чек-лист")):
        missing.append("the overview does not say why a checklist")
    return missing


def items_say_how_to_see_that_they_are_done(project: Project) -> list[str]:
    """FR-B02: each item shows a labelled box with an action and an evidence that is not the action again."""
    missing = project.faults("H04", "H08")
    for one in project.base.checklists:
        page = project.page(f"checklists/{one.recommendation}/")
        for node in (node for node in page.all("li") if "data-item" in node.attributes):
            labels = [label for label in node.all("label") if label.words]
            evidence = " ".join(part.words for part in node.all("p", "evidence"))
            boxes = {box.attributes.get("id") for box in node.all("input", type="checkbox")}
            if len(labels) != 1 or {labels[0].attributes.get("for")} != boxes:
                missing.append(f"{node.attributes['data-item']}: no labelled box")
            elif len(evidence.removeprefix("Сделано, если есть:").strip()) < 10 or labels[0].words in evidence:
                missing.append(f"{node.attributes['data-item']}: no evidence")
    return missing


def simple_items_stay(project: Project) -> list[str]:
    """FR-B04: the overview says that simple items stay; an item that disappears is reported and must be retired."""
    missing = []
    said = statements_that_say(project, "checklists/", "просты")
    if not any(marked(node, "article", "79") for node in said):
        missing.append("the overview does not say that simple items are needed")
    locked, _ = ids_lock.read(project.root / "content" / "ids.lock", "content/ids.lock")
    missing += [f"{id} is not remembered" for id in project.base.items if id not in locked]
    first = project.base.checklists[0]
    shorter = first.model_copy(update={"items": first.items[1:]})
    without = replace(project.base, records={**project.base.records, first.id: shorter})
    gone = [problem for problem in ids_lock.check(without, locked) if problem.code == "C03"]
    if not any(first.items[0].id in problem.message and "--retire" in problem.fix for problem in gone):
        missing.append("an item may disappear without a note")
    return missing


def sheet_of_the_whole_set(project: Project) -> list[str]:
    """FR-B05: one page with the eight, their counts, their main items and a button that prints it."""
    page = project.page("checklists/")
    shown = {node.attributes["data-checklist"]: node for node in page.all("li") if "data-checklist" in node.attributes}
    missing = [] if list(shown) == [one.id for one in project.base.checklists] and len(shown) == 8 else (
        [f"the sheet lists {list(shown)}"])
    for one in project.base.checklists:
        node = shown.get(one.id)
        main = [item for item in one.items if item.level == "compact"]
        counts = " ".join(part.words for part in node.all("p", "count")) if node else ""
        if f"{len(one.items)} пункт" not in counts or f"без {len(main)} нельзя" not in counts:
            missing.append(f"{one.id}: counts are not shown")
        if node is None or not all(any(link.endswith(f"#{item.id}") for link in node.links) for item in main):
            missing.append(f"{one.id}: main items are not shown")
    if not any("data-print-page" in node.attributes for node in page.all("button")):
        missing.append("nothing prints the sheet")
    if not says("@page", project.text("docs/assets/css/print.css") + project.text("docs/assets/css/checklist.css")):
        missing.append("no size of paper is set")
    return missing


# Operational questions that the article hands to the platform: barriers, customs and access, logistics, etiquette,
# exhibitions, restrictions, origin; and what the items about them say.
OPERATIONAL = {
    "barriers": r"барьер", "rules": r"правил отрасли", "delivery": r"путь товара|перевоз|доставк",
    "etiquette": r"обычаи", "exhibitions": r"выставк", "restrictions": r"банка?, перевозчик",
    "origin": r"происхожден",
}


def operational_questions_are_handed_off(project: Project) -> list[str]:
    """FR-D02: for each kind of operational question there is an item that passes it to «Мой экспорт», on its page."""
    missing = project.faults("H07")
    handed = [item for item in project.items() if item.hand_off is not None]
    for kind, pattern in OPERATIONAL.items():
        if not any(says(pattern, f"{item.action} {item.evidence}") for item in handed):
            missing.append(f"no item hands off {kind}")
    for one in project.base.checklists:
        page = project.page(f"checklists/{one.recommendation}/")
        shown = {node.attributes["data-item"] for node in page.all("li") if "data-item" in node.attributes
                 and any(says("Узнайте на «Мой экспорт»", part.words) for part in node.all("div", "hand-off"))}
        missing += [f"{item.id}: the hand-off is not shown" for item in one.items
                    if item.hand_off is not None and item.id not in shown]
    return missing


def facts_come_back_to_strategy(project: Project) -> list[str]:
    """FR-D03: every hand-off ends with the question what this changes in the model."""
    missing = project.faults("H06")
    count = 0
    for one in project.base.checklists:
        for node in project.page(f"checklists/{one.recommendation}/").all("div", "hand-off"):
            count += 1
            last = [part.words for part in node.all("p")][-1]
            if not says(r"что это меняет в вашей модели.*\?$", last):
                missing.append(f"{one.id}: «{last[:60]}» ends a hand-off")
    return [*missing, *([] if count >= 7 else [f"only {count} hand-offs are shown"])]


def core_brings_no_operational_facts(project: Project) -> list[str]:
    """FR-D01: the core names no tariff, no list of documents, no norm of a country."""
    missing = project.faults("K20", "K21", "K22")
    page = project.page("method/")
    if not says("не называет стран", page.section("general").words):
        missing.append("«О методике» does not say why")
    return missing

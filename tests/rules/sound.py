"""A tiny sound content folder, file by file: a case spoils one thing in it."""

from __future__ import annotations

from pathlib import Path

from navigator.model import KINDS
from navigator.rules.article import TITLES
from tests.rules.sound_catalogue import sound_catalogue
from tests.rules.sound_experts import sound_experts
from tests.rules.sound_tree import sound_tree

TODAY = "2026-11-23"
RECOMMENDATIONS = (
    *("mode-diversity", "decomposition", "internal-factors", "social-capital"),
    *("external-factors", "fast-scaling", "shared-capacity", "external-restrictions"),
)
STAGES = ("preparation", "launch", "growth", "consolidation")
DIRECTIONS = ("increase", "hold", "reduce", "re-entry")
PAGES = (
    *("home", "method", "where-to-turn", "licence", "recommendations-overview"),
    *("checklists-overview", "stages-overview", "glossary-overview", "sources-overview"),
)


def sound_content() -> dict[str, str]:
    """Every file of the folder by its path inside it."""
    files = {f"recommendations/{name}.yml": _recommendation(number) for number, name in enumerate(RECOMMENDATIONS, 1)}
    files |= {f"checklists/checklist-{name}.yml": _checklist(name) for name in RECOMMENDATIONS}
    files |= {f"stages/{name}.yml": _stage(number, name) for number, name in enumerate(STAGES, 1)}
    files |= {f"directions/{name}.yml": _direction(name) for name in DIRECTIONS}
    files |= {f"pages/{name}.yml": _page(name) for name in PAGES}
    files |= {f"sources/work-{number}.yml": _work(number) for number in range(1, 25)}
    files["sources/ilkevich-2025.yml"] = _work(None, "ilkevich-2025")
    files["people/editors.yml"] = _person("editors", "Редакция", "office", "editors")
    files["people/sergey-ilkevich.yml"] = _person("sergey-ilkevich", "С. В. Илькевич", "person", "article-author")
    files["glossary/term-trial.yml"] = _term()
    files |= {f"glossary/term-construct-{number}.yml": _construct(number) for number in range(1, 43)}
    files["factors/factor-owner.yml"] = _factor()
    files["sheets/sheet-talk.yml"] = _meeting()
    files |= sound_tree(RECOMMENDATIONS)
    files |= sound_catalogue()
    files |= sound_experts()
    return files


def lay(folder: Path, files: dict[str, str]) -> None:
    """Write the files under the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _record(folder: str, record_id: str, body: str) -> str:
    kind = KINDS[folder][0]
    return (
        f"# yaml-language-server: $schema=../../schema/{kind}.schema.json\n"
        f"id: {record_id}\nstatus: draft\n{body}"
        "reviews:\n  - date: 2026-11-23\n    by: editors\n    sources: [ilkevich-2025]\n    result: created\n"
    )


def _said(*texts: str, indent: int = 2, mark: str = "editorial") -> str:
    pad = " " * indent
    return "".join(f"{pad}- text: {text}\n{pad}  mark: {mark}\n" for text in texts)


def _description(about: str) -> str:
    return f"description: Здесь собственник узнает, о чём говорит {about} и что из этого следует.\n"


def _recommendation(number: int) -> str:
    name = RECOMMENDATIONS[number - 1]
    others = [other for other in RECOMMENDATIONS if other != name][:2]
    thought = "Мысль {} из {}: спросите покупателя, запишите его ответ и сверьте с прежним."
    thoughts = [thought.format(one, number).replace(": ", " — ") for one in range(1, 50)]
    body = (
        f"number: {number}\ntitle: {TITLES[number]}\nshort: Короткое имя {number}\n"
        + _description(f"рекомендация {number}")
        + "compact:\n"
        + _said(f"Сначала проба {number}.", "Потом решение.")
        + "why:\n"
        + _said(f"Причина {number}.")
        + "expanded:\n"
        + "  - id: first\n    title: Первый раздел\n    paragraphs:\n"
        + _said(*thoughts[:25], indent=6)
        + "  - id: second\n    title: Второй раздел\n    paragraphs:\n"
        + _said(*thoughts[25:], indent=6)
        + "".join(
            f"{field}:\n" + _said(*(f"{word} {one} из {number}." for one in range(1, 4)))
            for field, word in (
                ("questions", "Вопрос"),
                ("actions", "Действие"),
                ("mistakes", "Ошибка"),
                ("outcome", "Итог"),
                ("skills", "Умение"),
            )
        )
        + "links:\n"
        + "".join(f"  - recommendation: {other}\n    why: Они связаны.\n    mark: editorial\n" for other in others)
        + "stages:\n  - stage: launch\n    why: Здесь это важнее.\n    mark: editorial\n"
        + "sources: [ilkevich-2025]\n"
    )
    return _record("recommendations", name, body)


def _checklist(recommendation: str) -> str:
    items = "".join(
        f"  - id: {recommendation}-item-{number}\n"
        f"    action: Запишите ответ {number} о листе {RECOMMENDATIONS.index(recommendation) + 1}.\n"
        f"    evidence: Запись с датой.\n"
        f"    level: {'compact' if number <= 3 else 'expanded'}\n"
        f"    mark: editorial\n"
        for number in range(1, 11)
    )
    body = f"recommendation: {recommendation}\nintro:\n" + _said("Идите по порядку.") + f"items:\n{items}"
    return _record("checklists", f"checklist-{recommendation}", body)


def _stage(number: int, name: str) -> str:
    body = f"number: {number}\ntitle: Стадия {number}\n" + _description(f"стадия {number}")
    for field in ("text", "signs", "first", "next"):
        body += f"{field}:\n" + _said("Одно.", "Другое.")
    return _record("stages", name, body)


def _direction(name: str) -> str:
    return _record("directions", name, f"title: Направление {DIRECTIONS.index(name) + 1}\ntext:\n" + _said("Вот так."))


def _page(name: str) -> str:
    number = PAGES.index(name) + 1
    return _record(
        "pages", name, f"title: Страница {number}\n{_description(f'страница {number}')}lead:\n" + _said("Да.")
    )


def _work(number: int | None, name: str = "") -> str:
    body = (
        f"type: article\nkey: Автор, {number or 'статья'}\nauthors:\n  - Автор А. Б.\ntitle: Работа о рынках\n"
        "container: Журнал\nyear: 2024\nvolume: 1\n"
        f"pages: 1–{(number or 30) + 1}\ndoi: 10.1000/work.{number or 0}\nlanguage: ru\nread: abstract\n"
    )
    return _record("sources", name or f"work-{number}", body + (f"number: {number}\n" if number else ""))


def _person(name: str, shown: str, kind: str, role: str) -> str:
    return _record("people", name, f"name: {shown}\nkind: {kind}\nrole: {role}\nabout:\n" + _said("Назван здесь."))


def _term() -> str:
    return _record("glossary", "term-trial", "term: Проба\ndefinition:\n" + _said("Дешёвый опыт."))


def _construct(number: int) -> str:
    body = f'term: Конструкт {number}\nconstruct: T{number:02}\nlink: "false"\ndefinition:\n' + _said("Слово.")
    return _record("glossary", f"term-construct-{number}", body)


def _factor() -> str:
    item = "internal-factors-item-1"
    body = "side: internal\ntitle: Собственник\ntext:\n  text: Важен опыт.\n  mark: article\n  lines: [51]\n"
    return _record("factors", "factor-owner", f"{body}items: [{item}]\n")


def _meeting() -> str:
    slots = "".join(
        f"  - id: part-{number}\n    minutes: {number * 10}\n    title: Часть {number}\n    say:\n"
        + _said(f"Скажите {number}.", indent=6) + "    do:\n" + _said(f"Запишите {number}.", indent=6)
        for number in (1, 2)
    )
    body = "number: 1\ntitle: Разговор\n" + _description("разговор") + "lead:\n" + _said("Так ведут разговор.")
    return _record("sheets", "sheet-talk", f"{body}minutes: 30\nslots:\n{slots}")

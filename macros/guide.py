"""The pages for experts: roads in, templates of records, rules with examples, forms, review, hosting."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml
from markupsafe import Markup, escape

from macros.page import Made, prose
from macros.prints import print_set
from macros.site import Site
from navigator import ids_lock, rules
from navigator.base import KnowledgeBase
from navigator.forms.fields import KINDS_ASKED, form_of
from navigator.forms.words import CONSENT_TEXT, INTRO
from navigator.freshness import TERMS, WORDS
from navigator.model import KINDS
from navigator.reader.codes import LINES
from navigator.scaffold import model_of, path_of, scaffold

CASES = Path(__file__).resolve().parents[1] / "tests" / "cases"
GROUPS = {
    "A": "Файл и текст", "B": "YAML", "C": "Имена", "D": "Поля", "E": "Ссылки", "F": "Полнота", "G": "Дерево",
    "H": "Чек-листы", "I": "Источники", "J": "Проверки и сроки", "K": "Язык", "L": "Люди", "M": "Каталог способов",
}
# Kinds that experts begin most often come first.
_FIRST = ("note", "case", "field-test", "source", "person", "term")
_PROBLEM = re.compile(r"^(\S+?):\d+:\d+ ([A-Z]\d\d) (.*)$", re.DOTALL)
# What a section of the page on review shows of the template of a note.
_WRITTEN = {"person": ("reviews",), "disagreement": ("dissent",), "shelf-life": ("shelf_life",),
            "retiring": ("status", "retired_reason", "replaced_by")}
# What people who write their first record are told most often.
_OFTEN = ("B10", "D02", "D14", "E01", "I23", "K01", "K05", "K06")
_LONGEST = 600  # of an example; what is longer teaches nothing


@dataclass(frozen=True, slots=True)
class Example:
    """A way to break a rule: what was written, where, and what the check says of it."""

    file: str
    wrong: str
    said: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule as the guide shows it."""

    code: str
    lines: tuple[str, ...]
    example: Example | None


def experts_overview_page(site: Site) -> Made:
    """Roads in, roles, what makes a good note."""
    return prose(site, "experts-overview", "experts_overview.md.j2", papers=print_set(site).of("experts/"))


def experts_review_page(site: Site) -> Made:
    """How a change is reviewed: what to write into a record, and when it is looked at again."""
    note = _template(site, "note")
    return prose(site, "experts-review", "experts_review.md.j2", style="guide", terms=calendar(),
                 written={section: code("\n\n".join(part(note, field) for field in fields))
                          for section, fields in _WRITTEN.items()})


def experts_hosting_page(site: Site) -> Made:
    """How to put the site on any server."""
    return prose(site, "experts-hosting", "experts_hosting.md.j2", style="guide")


def experts_templates_page(site: Site) -> Made:
    """An annotated template of every kind."""
    order = sorted((kind for kind, _ in KINDS.values()), key=lambda kind: (kind not in _FIRST, _place(kind)))
    return prose(site, "experts-templates", "experts_templates.md.j2", style="guide",
                 kinds=[(kind, str(model_of(kind).model_config.get("title")), path_of(kind, "имя"),
                         code(_template(site, kind))) for kind in order])


def experts_rules_page(site: Site) -> Made:
    """Every rule with an example and a mend."""
    found = entries(site)
    groups = [(letter, GROUPS[letter], list(of)) for letter, of in groupby(found, key=lambda one: one.code[0])]
    return prose(site, "experts-rules", "experts_rules.md.j2", style="guide", groups=groups, code=code,
                 number=len(found), often=[one for one in found if one.code in _OFTEN])


def experts_forms_page(site: Site) -> Made:
    """The forms, to read, to print and to fill in Word."""
    forms = [form_of(kind, site.base) for kind in KINDS_ASKED]
    return prose(site, "experts-forms", "experts_forms.md.j2", style="guide", forms=forms, intro=INTRO,
                 consent=CONSENT_TEXT)


PAGES: tuple[Callable[..., Made], ...] = (
    experts_overview_page, experts_templates_page, experts_rules_page, experts_forms_page, experts_review_page,
    experts_hosting_page,
)


def code(text: str) -> Markup:
    """A text of a file as it is; a pair of braces is kept apart, so that nobody takes it for a template left over."""
    shown = str(escape(text))
    for pair in ("{{", "}}", "{%", "%}"):
        shown = shown.replace(pair, f"{pair[0]}<wbr>{pair[1]}")
    return Markup(shown.replace("None", "No<wbr>ne"))  # noqa: S704 -- escaped above


def calendar() -> list[tuple[str, int]]:
    """What ages how fast: the words and the months, the slowest first."""
    return sorted(((WORDS[layer], months) for layer, months in TERMS.items()), key=lambda row: (-row[1], row[0]))


def part(text: str, field: str) -> str:
    """A field of a template with its explanations, switched on; a result is left for whoever looked to choose."""
    found = next(block for block in text.split("\n\n") if re.search(rf"^#?{field}:", block, re.MULTILINE))
    on = re.sub(r"^(\s*)#(?=\S)", r"\1", found.strip("\n"), flags=re.MULTILINE)
    return on.replace("result: created", 'result: "???"').replace("status: draft", "status: retired")


def entries(site: Site) -> tuple[Entry, ...]:
    """Every rule and every check of the reader, by code."""
    lines: dict[str, list[str]] = {found: [line] for found, line in LINES.items()}
    for rule in rules.ALL:
        if rule.line not in lines.setdefault(rule.code, []):
            lines[rule.code].append(rule.line)
    known = {**_of_the_list(site.base), **examples()}
    return tuple(Entry(one, tuple(lines[one]), known.get(one)) for one in sorted(lines))


@lru_cache(maxsize=1)
def examples() -> Mapping[str, Example]:
    """The plainest example for each code out of the cases that the tests run."""
    found: dict[str, list[Example]] = {}
    for file in sorted((CASES / "rules").glob("*.yml")):
        _collect(found, _rule_example(yaml.safe_load(file.read_text(encoding="utf-8"))))
    for file in sorted((CASES / "reader").glob("*.yml")):
        for case in yaml.safe_load(file.read_text(encoding="utf-8")):
            _collect(found, _reader_example(case))
    return {of: min(options, key=_plainness) for of, options in found.items()}


def _of_the_list(base: KnowledgeBase) -> dict[str, Example]:
    """Examples for the list of ids, out of the list itself: it has no cases as files."""
    file = f"{base.folder}/{ids_lock.LOCK}"
    gone, worn = "term-gone term 2026-11-23 alive", "term-gone term"
    record = next(iter(base.records.values()))
    taken = f"{record.id} page-of-old 2026-11-23 alive"
    locked, _ = ids_lock.parse(f"{gone}\n{taken}\n", file)
    _, faults = ids_lock.parse(f"{worn}\n", file)
    wrong = {"C03": gone, "C04": taken, "C08": "", "C09": worn}
    listed = ids_lock.updated(base, locked, dt.date(2026, 11, 23), frozenset())
    listed.pop(max(base.records))  # one new name
    return {one.code: Example(file, wrong[one.code], f"{one.message}; {one.fix}")
            for one in reversed([*ids_lock.check(base, listed), *faults]) if one.code in wrong}


def _collect(found: dict[str, list[Example]], options: Sequence[tuple[str, Example]]) -> None:
    for of, example in options:
        found.setdefault(of, []).append(example)


def _plainness(example: Example) -> tuple[bool, int]:
    return (not example.wrong, len(example.wrong) + len(example.said))


def _rule_example(case: Mapping[str, Any]) -> list[tuple[str, Example]]:
    wrong = {f"content/{edit['file']}": str(edit["new"]) for edit in case.get("edit", ())}
    return _examples(case["problems"], wrong)


def _reader_example(case: Mapping[str, Any]) -> list[tuple[str, Example]]:
    wrong = str(case["replace"][1]) if "replace" in case else str(case.get("text", ""))
    printable = wrong.replace("\n", "").isprintable() and "@" not in wrong
    return _examples(case.get("problems", ()), {f"content/{case['file']}": wrong if printable else ""})


def _examples(problems: Sequence[str], wrong: Mapping[str, str]) -> list[tuple[str, Example]]:
    made = []
    for problem in problems:
        if match := _PROBLEM.match(problem):
            text = wrong.get(match[1], "").strip("\n")
            made.append((match[2], Example(match[1], text if len(text) <= _LONGEST else "", match[3])))
    return made


def _place(kind: str) -> int:
    order = [*_FIRST, *(one for one, _ in KINDS.values())]
    return order.index(kind)


def _template(site: Site, kind: str) -> str:
    """The scaffold of a kind, with the day of the newest review: the page changes only when the content does."""
    newest = max((review.date for record in site.base.records.values() for review in record.reviews), default=None)
    return scaffold(kind, "имя", newest, site.base) if newest else ""


__all__ = ["PAGES", "Entry", "Example", "code", "entries", "examples"]

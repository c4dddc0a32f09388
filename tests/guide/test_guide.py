"""The guide for experts is complete: every rule with an example, every kind with a template, every road with a page."""

from __future__ import annotations

import datetime as dt
import html
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.guide import GROUPS, PAGES, code, entries, experts_forms_page, part
from macros.site import site_of
from navigator import rules
from navigator.freshness import TERMS
from navigator.model import KINDS
from navigator.reader.codes import LINES
from navigator.scaffold import scaffold

ROOT = Path(__file__).resolve().parents[2]
SITE = site_of({"content": "content", "version": "test", "remark_email": ""}, ROOT)
RULES = entries(SITE)
MADE = {page.__name__: page(SITE).markdown for page in PAGES}
LAST_RESORT = {"B99"}  # no case can show it: what is found there gets a code of its own


def test_every_code_is_explained() -> None:
    assert [one.code for one in RULES] == sorted({*LINES, *(rule.code for rule in rules.ALL)})
    assert {one.code[0] for one in RULES} <= GROUPS.keys()


def test_every_rule_has_its_line_an_example_and_a_mend() -> None:
    for one in RULES:
        assert all(re.search(r"[а-яё]", line) for line in one.lines), one.code
        if one.code not in LAST_RESORT:
            assert one.example is not None, f"{one.code} has no case in tests/cases"
            assert "; " in one.example.said, f"{one.code}: the mend follows what is wrong"


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.code)
def test_every_code_is_an_anchor_of_the_page(one: Any) -> None:
    page = MADE["experts_rules_page"]

    assert page.count(f'id="{one.code}"') == 1


def test_every_kind_has_its_template() -> None:
    for kind, model in KINDS.values():
        assert f'id="{kind}"' in MADE["experts_templates_page"]
        assert str(model.model_config["title"]) in MADE["experts_templates_page"].replace("\u00a0", " ")


def test_a_copied_template_has_no_sign_that_the_check_refuses() -> None:
    texts = re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", MADE["experts_templates_page"], re.DOTALL)

    assert len(texts) == len(KINDS)
    assert not any("\u200b" in text or "&#8203;" in text or "\u00a0" in text for text in texts)


def test_braces_are_shown_and_are_no_template() -> None:
    assert code("a {{ b }} <i>") == "a {<wbr>{ b }<wbr>} &lt;i&gt;"


def test_what_is_written_into_a_record_is_shown_where_it_is_explained() -> None:
    """Each piece is the field of the template, switched on: it is YAML, and holds the blanks and nothing else."""
    note = scaffold("note", "note-north", dt.date(2026, 11, 23))
    shown = re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", MADE["experts_review_page"], re.DOTALL)
    pieces = [yaml.safe_load(html.unescape(one)) for one in shown]

    assert [set(one) for one in pieces] == [
        {"reviews"}, {"dissent"}, {"shelf_life"}, {"status", "retired_reason", "replaced_by"},
    ]
    assert pieces[0]["reviews"][0]["result"] == "???"
    assert pieces[3]["status"] == "retired"
    assert "\n#" not in part(note, "dissent")


def test_the_calendar_of_the_guide_is_that_of_the_package() -> None:
    rows = re.findall(r"<td>через (\d+)\s\w+</td><td>через (\d+)\s", MADE["experts_review_page"])

    assert sorted((int(due), int(gone)) for due, gone in rows) == sorted((term, 2 * term) for term in TERMS.values())


def test_every_page_for_experts_stands_in_the_navigation() -> None:
    nav = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    stubs = sorted((ROOT / "docs" / "experts").glob("*.md"))

    assert len(stubs) == len(PAGES)
    for stub in stubs:
        assert f"- experts/{stub.name}\n" in nav
        call = re.search(r"\{\{ (\w+)\(", stub.read_text(encoding="utf-8"))
        assert call is not None
        assert call[1] in MADE


def test_every_form_is_offered() -> None:
    for kind in ("note", "case", "field-test"):
        assert f"assets/forms/{kind}.docx" in MADE["experts_forms_page"]


def test_web_forms_are_linked_where_the_repository_is_known() -> None:
    settings = {"content": "content", "version": "test", "remark_email": "", "repo_url": "https://example.org/code/"}
    known = experts_forms_page(site_of(settings, ROOT)).markdown

    for name in ("note", "case", "field-test", "question", "remark"):
        assert f'href="https://example.org/code/issues/new?template={name}.yml"' in known
        assert (ROOT / ".github" / "ISSUE_TEMPLATE" / f"{name}.yml").is_file()
    assert "issues/new" not in MADE["experts_forms_page"]


def test_the_likeliest_codes_come_first_and_lead_to_their_rules() -> None:
    page = MADE["experts_rules_page"]
    often, rest = page.split('class="guide often"')[1].split("</ul>", 1)
    codes = re.findall(r'href="#([A-Z]\d\d)"', often)

    assert codes == ["B10", "D02", "D14", "E01", "I23", "K01", "K05", "K06"]
    for one in codes:
        assert f'<section class="rule" id="{one}">' in rest


def test_the_example_of_a_new_name_names_one() -> None:
    said = MADE["experts_rules_page"].split('id="C08"')[1].split("</section>")[0]

    assert re.search(r"имени «[\w-]+» ещё нет в списке ids\.lock", said)


def test_forms_begin_with_where_to_hand_them_over() -> None:
    settings = {"content": "content", "version": "test", "remark_email": "editors@example.org", "repo_url": ""}
    known = experts_forms_page(site_of(settings, ROOT)).markdown
    nowhere = "нет адреса редакции: передайте текст тому, кто дал вам ссылку"

    assert 0 < known.index("Куда передать:") < known.index('class="guide files"')
    assert "mailto:editors@example.org" in known
    assert 0 < MADE["experts_forms_page"].index(nowhere) < MADE["experts_forms_page"].index('class="guide files"')
    assert "вам ответят" not in known


def test_commands_in_the_guide_are_commands() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    scripts = {path.name for path in (ROOT / "scripts").glob("*.py")}
    for name, page in MADE.items():
        for target in re.findall(r"\bmake ([a-z]+)\b", page):
            assert target in targets, f"{name}: make {target}"
        for script in re.findall(r"scripts/(\w+\.py)", page):
            assert script in scripts, f"{name}: {script}"


def test_templates_in_the_contributing_file_are_in_the_folder_of_forms() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for kind in ("note", "case", "field-test"):
        form = (ROOT / ".github" / "ISSUE_TEMPLATE" / f"{kind}.yml").read_text(encoding="utf-8")
        assert yaml.safe_load(form)["name"] in text

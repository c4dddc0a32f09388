"""The general layer and what the site says of itself: language, scope, honesty, licence, copies by others."""

from __future__ import annotations

import re

from macros.site import site_of
from navigator.terms import TermIndex
from tests.requirements.framework import marked, statements_that_say
from tests.requirements.page import Node
from tests.requirements.project import Project, says

_READING = ("", "method/", "where-to-turn/", "stages/")


def plain_words_and_explained_terms(project: Project) -> list[str]:
    """FR-E01: the plain-language rules find nothing, and a term that stands on a page is linked to the glossary."""
    missing = project.faults("K06", "K07", "K08", "K12", "K13")
    index = TermIndex(project.base.terms)
    for address in (*_READING, *(f"recommendations/{one.id}/" for one in project.recommendations)):
        page = project.page(address)
        linked = {link.partition("#")[2] for link in page.links if "glossary/#" in link}
        unlinked = {id for node in page.all(cls="say") for id, _, _ in index.found(_own_words(node))} - linked
        missing += [f"/{address}: «{id}» is nowhere explained" for id in sorted(unlinked)]
        if address.startswith("recommendations/") and len(linked) < 5:
            missing.append(f"/{address}: links to {len(linked)} terms")
    return missing


def _own_words(node: Node) -> str:
    """The text of a statement outside its links and emphasis."""
    return " | ".join(part for part in node.inner if isinstance(part, str))


def general_layer_stays_general(project: Project) -> list[str]:
    """FR-E02: no country and no industry in the general layer; «О методике» says where the particular belongs."""
    missing = project.faults("K20", "K21")
    words = project.page("method/").section("general").words
    if not says("равновесие общего и частного", words) or not says("заметках с датой", words):
        missing.append("«О методике» does not tell the general from the particular")
    return missing


def glossary_holds_every_construct(project: Project) -> list[str]:
    """FR-E04: each of the 42 constructs has an entry with a definition on the page of the glossary."""
    entries = {node.attributes["id"]: entry for entry in project.page("glossary/").all("div", "entry")
               for node in entry.all("h3")}
    terms = {term.construct: term for term in project.base.terms if term.construct}
    missing = [name for name in (f"T{number:02}" for number in range(1, 43)) if name not in terms]
    return missing + [f"{term.id}: no definition on the page" for name, term in sorted(terms.items())
                      if not any(len(said.words) > 20 for said in entries.get(term.id, Node("")).all(cls="say"))]


def short_survey_and_short_lists(project: Project) -> list[str]:
    """FR-D04: at most 14 questions in the short survey, 3–5 main items on a checklist that can be shown alone."""
    short = [one.id for one in project.tree.short]
    missing = [] if 1 <= len(short) <= 14 else [f"{len(short)} questions in the short survey"]
    for one in project.base.checklists:
        main = sum(item.level == "compact" for item in one.items)
        buttons = {node.attributes.get("data-level") for node in
                   project.page(f"checklists/{one.recommendation}/").all("button")}
        if not 3 <= main <= 5 or "compact" not in buttons:
            missing.append(f"{one.id}: {main} main items, shown alone: {'compact' in buttons}")
    return missing


def others_teach_and_analyse(project: Project) -> list[str]:
    """FR-D05: «Куда обратиться» names education and analytics as the work of outside partners."""
    said = [node for node in statements_that_say(project, "where-to-turn/", "обучени")
            if says("аналитик", node.words) and says("партн[её]р", node.words) and marked(node, "article", "75")]
    linked = any("where-to-turn" in link for link in project.page("").links)
    return [*([] if said else ["not said after line 75"]), *([] if linked else ["home does not lead there"])]


def print_outs_carry_date_and_version(project: Project) -> list[str]:
    """FR-G06: every page ends with the day of its check and the version of its content, and prints them; so do the
    typeset sheets and the printed result.
    """
    missing = [f"/{address}: no date or version at its foot" for address in project.addresses
               if not any(says(r"(?:Составл|Провер)ено: \d+ \w+ 20\d\d", node.words) and "2026-12-01.abc" in node.words
                          for node in project.page(address).all("p", "checked"))]
    hidden = re.findall(r"([^{}]*)\{[^}]*display:\s*none", project.text("docs/assets/css/print.css"))
    missing += [f"print hides {one.strip()}" for rule in hidden for one in rule.split(",")
                if one.strip() in (".checked", ".foot", ".foot .checked")]
    ends = {
        "scripts/sheets/templates/lib.typ":
            "Версия листа #frame.version · содержание проверено #frame.checked · лист собран #frame.made",
        "docs/assets/js/result.js":
            "Версия правил: ${advice.version}. Версия содержания: ${context.data.version}. Дата: ${",
    }
    missing += [f"{file}: no date or version at its foot" for file, end in ends.items()
                if end not in project.text(file)]
    return missing


def content_is_apart_from_code(project: Project) -> list[str]:
    """FR-J01: the site renders whatever folder of records its settings name; texts stand nowhere else."""
    config = project.text("mkdocs.yml")
    missing = [] if "!ENV [NAVIGATOR_CONTENT, content]" in config else ["the folder of the content is no setting"]
    if '"--content"' not in project.text("scripts/build.py"):
        missing.append("the build takes no folder of content")
    settings = {"content": "content", "version": "", "remark_email": ""}
    if len(site_of(settings, project.root).base.records) != len(project.base.records):
        missing.append("the site is not made of the records of its folder")
    stub = re.compile(r"---\nsource: \S+\n(weight: \S+\n)?---\n\n\{\{ .+ \}\}\n")
    missing += [f"{file.name}: text of a page stands in its stub" for file in project.files("docs/**/*.md")
                if not stub.fullmatch(file.read_text(encoding="utf-8"))]
    return missing


def licences_are_open(project: Project) -> list[str]:
    """FR-J02: MIT for code, CC BY 4.0 for texts, in files and on a page."""
    missing = [] if says("MIT License", project.text("LICENSE")) else ["LICENSE is not MIT"]
    if not says("CC BY 4.0|Attribution 4.0", project.text("LICENSE-TEXTS.md")):
        missing.append("LICENSE-TEXTS.md is not CC BY 4.0")
    page = project.page("licence/")
    if not any("creativecommons.org/licenses/by/4.0" in link for link in page.links) or not says("MIT", page.words):
        missing.append("the page does not name both")
    return missing


def scope_is_said(project: Project) -> list[str]:
    """FR-L01: manufacturing companies first, after the article; services and the like are our extension."""
    said = statements_that_say(project, "method/", "производственн")
    missing = [] if any(marked(node, "article", "17", "71", "83") for node in said) else ["scope is not said"]
    if not any(marked(node, "editorial") for node in statements_that_say(project, "method/", "услуги.*расширение")):
        missing.append("the extension is not marked as ours")
    return missing


def rules_are_not_findings(project: Project) -> list[str]:
    """FR-L02: rules are made by the editors after sources, experts have not confirmed them, judges were a model."""
    words = project.page("method/").section("rules").words
    sentences = ("составлены редакцией по источникам", "эксперты их ещё не подтвердили", "языковая модель, а не люди",
                 "статистическим выводом они не служат")
    missing = [f"«О методике» lacks «{sentence}»" for sentence in sentences if not says(sentence, words)]
    signed = project.tree.settings.signatures
    if not signed and project.tree.settings.status != "draft":
        missing.append("unsigned rules are not a draft")
    return missing


# Points of the article that were unclear to the editors: a line where each stands and a word of the question.
UNCLEAR = {
    "titles in one line": (93, "в одну строку"), "the scheme": (94, "схем"), "no own paragraph": (96, "социальн"),
    "preconditions": (51, "предпосыл"), "stages": (55, "стади"), "the sentence printed twice": (63, "дважды"),
    "productivity": (21, "производительност"), "personal ties": (49, "связей"), "the list of works": (115, "списке"),
}


def questions_to_the_author_are_open(project: Project) -> list[str]:
    """FR-L04: what was unclear stands on «О методике» as questions to the author, each with its place."""
    method = next((one for one in project.base.pages if one.id == "method"), None)
    section = next((one for one in method.sections if one.id == "questions-to-author"), None) if method else None
    if section is None or not project.page("method/").section("questions-to-author").words:
        return ["no such section"]
    missing = [f"nothing on {name}" for name, (line, word) in UNCLEAR.items()
               if not any(line in one.topic and says(word, one.text) for one in section.items)]
    return missing + [f"not respectful: {one.text[:50]}" for one in section.items
                      if says("ошибк|дефект|неверно, что", one.text)]


def no_substitute_for_advice(project: Project) -> list[str]:
    """FR-L05: the site says that it is no consultation; nothing in it helps round restrictions."""
    missing = project.faults("K11")
    if not statements_that_say(project, "method/", "не заменяет консультацию"):
        missing.append("«О методике» does not say it")
    if not says("решаете вы", project.page("").section("what-it-is-not").words):
        missing.append("the home page does not say it")
    return missing


def site_needs_no_server(project: Project) -> list[str]:
    """P01: pages are files; no script asks a server of ours for anything, no form is sent to one."""
    asks = re.compile(r"\b(?:XMLHttpRequest|sendBeacon|WebSocket|EventSource|fetch\s*\()")
    missing = [f"{file.name} talks to a server" for file in project.files("docs/assets/js/*.js")
               if asks.search(file.read_text(encoding="utf-8"))]
    sent = re.compile(r"<form\b[^>]*\b(?:action|method=\"post\")", re.IGNORECASE)
    return missing + [f"{file.name} sends a form" for file in
                      (*project.files("overrides/**/*.html"), *project.files("macros/templates/*.j2"))
                      if sent.search(file.read_text(encoding="utf-8"))]


def site_is_russian(project: Project) -> list[str]:
    """P02: the theme's words are Russian and so is nearly all text of every page."""
    missing = [] if re.search(r"^  language: ru$", project.text("mkdocs.yml"), re.MULTILINE) else ["theme: not Russian"]
    for address in project.addresses:
        page = project.page(address)
        text = " ".join(node.words for node in page.all() if node.tag in ("h1", "h2", "h3", "summary", "button")
                        or {"say", "quiet", "draft"} & set(node.classes))
        russian, other = len(re.findall("[а-яё]", text, re.IGNORECASE)), len(re.findall("[a-z]", text, re.IGNORECASE))
        if russian < 100 or other > russian / 4:
            missing.append(f"/{address}: {russian} Russian letters, {other} others")
    return missing

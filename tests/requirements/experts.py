"""The experts' layer: notes, cases, field tests; who writes and reviews them, how they age, what they may do."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from navigator.freshness import TERMS, ages
from navigator.model import Case, FieldTest, Note, Record, Statement
from navigator.model.experts import Dissent, Placed
from navigator.reader.record import read_bytes
from navigator.scaffold import model_of, scaffold
from tests.requirements.page import Node
from tests.requirements.project import TODAY, Project, says

_DAY = r"\d+ \w+ 20\d\d"
_MONTHS = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
           "декабря")


def _notes(project: Project) -> list[Note]:
    return [one for one in project.base.records.values() if isinstance(one, Note) and one.status != "retired"]


def _cases(project: Project) -> list[Case]:
    return [one for one in project.base.records.values() if isinstance(one, Case) and one.status != "retired"]


def _told(statements: tuple[Statement, ...], section: Node) -> bool:
    """Whether a section of a page says each of the statements: so many, each with its opening words."""
    opening = [re.sub(r"\W+", " ", one.text.split("[[")[0]).split()[:3] for one in statements]
    words = re.sub(r"\W+", " ", section.words)
    return bool(statements) and all(" ".join(one) in words for one in opening)


def _words_of(day: dt.date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def roles_calendar_and_procedure(project: Project) -> list[str]:
    """FR-F01: the guide names five roles, the terms after which records are looked at again, and how that is done."""
    missing = [f"role «{role}» is not explained" for role in
               ("автор", "второй рецензент", "несогласный", "испытатель", "редакция")
               if not says(role, project.page("experts/").section("roles").words)]
    review = project.page("experts/review/")
    rows = [node.words for node in review.section("shelf-life").all("tr")]
    missing += [f"the calendar has no term of {months} months" for months in sorted(set(TERMS.values()))
                if not any(says(rf"через {months} месяц\w* через {2 * months} ", row) for row in rows)]
    if not any("board/#due" in link for link in review.links):
        missing.append("the calendar does not lead to what is due")
    return missing + [f"nothing on «{anchor}»" for anchor in ("person", "without-git", "signing", "retiring")
                      if not review.section(anchor).words]


def changes_days_and_names_are_seen(project: Project) -> list[str]:
    """FR-F02: the board shows the log with days and names, who wrote and reviewed; each record its last review."""
    board = project.page("board/")
    log = board.section("changes").words
    people = board.section("people").words.replace("\u00a0", " ")
    missing = [f"{one.id} is not on the board" for one in project.base.people
               if one.status != "retired" and one.name not in people]
    if not says(rf"{_DAY} ?, .+: (составлено|подтверждено|исправлено|снято)", log):
        missing.append("no change with its day, its name and what came of it")
    return missing + [f"{one.id}: no day and no name of the last review" for one in _placed(project)
                      if not says(rf"(?:Составл|Провер)ено: {_words_of(one.reviews[-1].date)}, \w",
                                  project.entry(one).words)]


def author_and_second_reviewer(project: Project) -> list[str]:
    """FR-F03: each note and case names its author and its second reviewer or asks for one; none is out without one."""
    missing = project.faults("L04", "L06", "L07")
    for one in _placed(project):
        rows = {node.words for node in project.entry(one).section("people").all("div")}
        if not any(row.startswith("Автор") for row in rows):
            missing.append(f"{one.id}: no author")
        if not any(says(r"Второй рецензент (пока нет|\w+)", row) for row in rows):
            missing.append(f"{one.id}: neither a second reviewer nor a call for one")
    return missing


def experts_need_no_programming(project: Project) -> list[str]:
    """FR-F04: forms in words and annotated templates for notes, cases and trials; a blank never passes the check."""
    forms, templates = project.page("experts/forms/"), project.page("experts/templates/")
    missing = []
    for kind, model in (("note", Note), ("case", Case), ("field-test", FieldTest)):
        form = next(forms.all("details", id=f"form-{kind}"), Node(""))
        questions = [node.words for node in form.all("strong")]
        if len(questions) < len([name for name, field in model.model_fields.items() if field.is_required()]) - 3:
            missing.append(f"{kind}: {len(questions)} questions in the form")
        if any(re.search(r"[a-z]_|\bid\b", words) for words in questions):
            missing.append(f"{kind}: a question in the words of a program")
        if not any(link.endswith(f"assets/forms/{kind}.docx") for link in forms.links):
            missing.append(f"{kind}: no Word form is offered")
        if not (project.root / "docs" / "assets" / "forms" / f"{kind}.docx").is_file():
            missing.append(f"{kind}: the Word form is not there")
        if not next(templates.all("details", id=kind), Node("")).words:
            missing.append(f"{kind}: no template")
        text = scaffold(kind, f"{kind}-new", TODAY, project.base)
        if not read_bytes(text.encode(), f"{kind}-new", kind, model_of(kind)).findings:
            missing.append(f"{kind}: an empty record passes")
    return missing


def dissent_is_kept(project: Project) -> list[str]:
    """FR-F05: whoever disagrees stands beside a published note with words, name and day; the guide says how."""
    note = _notes(project)[0]
    view = Dissent(by="editors", date=dt.date(2026, 11, 20), text="Север бывает разный.")
    shown = next(project.supposing(note.model_copy(update={"dissent": (view,), "status": "published"}))
                 .entry(note).all("blockquote", "dissent"), Node(""))
    wanted = (view.text, "Редакция", _words_of(view.date))
    missing = [f"beside the note there is no «{words}»" for words in wanted
               if words not in shown.words.replace("\u00a0", " ")]
    if not says("мнение остаётся", project.page("experts/review/").section("disagreement").words):
        missing.append("the guide does not say that dissent is kept")
    return missing


def each_stakeholder_has_an_entry(project: Project) -> list[str]:
    """FR-F06: home leads owners to the survey, experts to their pages, associations to what they can do."""
    links = project.page("").links
    wanted = {"owner": r"^tree/", "expert": r"^experts/$", "association": r"^experts/#associations$"}
    missing = [f"home does not lead the {who}" for who, where in wanted.items()
               if not any(re.search(where, link) for link in links)]
    done = project.page("experts/").section("associations")
    return missing + [f"associations are not told to «{what}»" for what in
                      ("проведите встречу", "назовите рецензентов", "запишите апробацию", "держите свою копию")
                      if not says(what, done.words)]


def trials_are_recorded(project: Project) -> list[str]:
    """FR-F07: a trial is told with who tried what, in what company, what changed; without any the log invites."""
    log = project.page("cases/").section("field-tests")
    missing = [] if log.words and "#remark" in log.links else ["the log neither has a trial nor asks for one"]
    told = project.supposing(_trial())
    shown = told.entry(_trial())
    missing += [f"a trial does not say «{words}»" for words in
                ("Пекарня на двадцать человек.", "Записали три способа вместо одного.", "октябрь 2026", "Редакция")
                if words not in shown.words.replace("\u00a0", " ")]
    if "Пекарня прошла лист" not in told.page("cases/").section("field-tests").words.replace("\u00a0", " "):
        missing.append("a trial does not come into the log")
    return missing


def term_depends_on_the_kind(project: Project) -> list[str]:
    """FR-G02: 24 months for the core, 12 for an industry, 6 for a region, 3 for restrictions; pages say the day."""
    wanted = {"core": 24, "industry": 12, "region": 6, "restrictions": 3}
    missing = [f"{name}: {TERMS[name]} months" for name, months in wanted.items() if TERMS[name] != months]
    for note in _notes(project):
        name = "region" if note.regions else "industry"
        if "external-restrictions" in note.recommendations:
            name = "restrictions"
        months = note.shelf_life.months if note.shelf_life else wanted[name]
        last = note.reviews[-1].date
        year, month = divmod(last.year * 12 + last.month - 1 + months, 12)
        due = _words_of(dt.date(year, month + 1, min(last.day, 28)))
        if f"Пересмотреть до {due}" not in project.entry(note).words.replace("\u00a0", " "):
            missing.append(f"{note.id}: not due on {due}")
    return missing


def case_tells_when_and_what_changed(project: Project) -> list[str]:
    """FR-G03: the page of each case says its period, what has changed since, and what cannot be seen from it."""
    missing = []
    for case in _cases(project):
        page = project.entry(case)
        if not says(r"Период \S", page.section("basis").words):
            missing.append(f"{case.id}: no period")
        missing += [f"{case.id}: «{anchor}» is not told" for anchor, statements in
                    (("since", case.since), ("limits", case.limits)) if not _told(statements, page.section(anchor))]
    return missing


def coverage_with_its_age(project: Project) -> list[str]:
    """FR-G04: each region and industry has its row; what is covered says its day, what is not leads to a form."""
    rows = {row.words: row for row in project.page("board/").section("gaps").all("tr")}
    missing = []
    for field, context in (("regions", "region"), ("industries", "industry")):
        part = next(one for one in project.tree.settings.context if one.id == context)
        for choice in part.choices:
            row = next((node for words, node in rows.items() if words.startswith(choice.label)), None)
            found = [one for one in _placed(project) if choice.id in getattr(one, field)]
            if choice.id.startswith("other-"):
                continue
            if row is None:
                missing.append(f"{choice.id}: no row")
            elif found and _words_of(min(ages(one).due for one in found)) not in row.words.replace("\u00a0", " "):
                missing.append(f"{choice.id}: its age is not told")
            elif not found and not any("experts/forms/#form-note" in link for link in row.links):
                missing.append(f"{choice.id}: the gap invites nobody")
    return missing


def note_looks_ahead(project: Project) -> list[str]:
    """FR-G05: the page of each note says what to watch."""
    return [f"{note.id}: nothing to watch" for note in _notes(project)
            if not _told(note.watch, project.entry(note).section("watch"))]


def cases_say_what_the_schema_asks(project: Project) -> list[str]:
    """FR-I01: at least six cases; each page has company, path, period, source and what the case is about."""
    cases = _cases(project)
    missing = [] if len(cases) >= 6 else [f"only {len(cases)} cases"]
    fields = {"company", "stages", "ways", "industries", "regions", "recommendations", "period", "works", "told"}
    missing += [f"a case has no field «{name}»" for name in sorted(fields - Case.model_fields.keys())]
    for case in cases:
        page = project.entry(case)
        missing += [f"{case.id}: «{anchor}» is not told" for anchor, statements in
                    (("company", case.company), ("path", case.path)) if not _told(statements, page.section(anchor))]
        links = page.section("related").links
        missing += [f"{case.id}: does not lead to {id}" for id in (*case.recommendations, *case.ways)
                    if not any(link.endswith(f"/{id}/") for link in links)]
        missing += [f"{case.id}: {id} is not described" for id in case.works
                    if not any(link.endswith(f"#{id}") for link in page.section("sources").links)]
    return missing


def cases_say_how_reliable_they_are(project: Project) -> list[str]:
    """FR-I02: a case stands on a study or on somebody's words, says so and how far it was checked, and no further."""
    missing = project.faults("I27", "I28", "I29", "I30", "L09")
    for case in _cases(project):
        words = project.entry(case).section("basis").words
        if not says("Основание (пересказ исследования|со слов): .+ Проверка (не проверено|сверено|подтвердил)", words):
            missing.append(f"{case.id}: no basis or no check")
    return missing


def leaving_and_return_are_told(project: Project) -> list[str]:
    """FR-I03: at least one case of leaving and one of return, from a work with a DOI; cases are chosen by that."""
    found = project.page("cases/")
    missing = []
    for move, words in (("exit", "Уход с рынка"), ("re-entry", "Возврат")):
        told = [case for case in _cases(project) if any(step.move == move for step in case.path)
                and any(one.id in case.works and one.doi for one in project.base.sources)]
        if not any(says(words, project.entry(case).section("path").words) for case in told):
            missing.append(f"no case of {move} from a work with a DOI")
        ids = {case.id for case in _cases(project) if any(step.move == move for step in case.path)}
        cards = [node for node in found.all("li", "card") if move in node.attributes.get("data-moves", "").split()]
        if {link.split("/")[-2] for node in cards for link in node.links} != ids:
            missing.append(f"cases of {move} are not chosen by it")
    return missing


def case_is_no_recipe(project: Project) -> list[str]:
    """FR-I04: the page and the card of each case say that it is no recipe; a draft says that no expert checked it."""
    missing = []
    for case in _cases(project):
        said = next(project.entry(case).all("p", "caution"), Node("")).words
        if not says("это не рецепт", said):
            missing.append(f"{case.id}: does not say that it is no recipe")
        if case.status == "draft" and not says("не проверено экспертом", said):
            missing.append(f"{case.id}: does not say that it is a draft")
    cards = list(project.page("cases/").section("cases").all("li", "card"))
    missing += [f"card {node.links[0]}: does not say that it is no recipe" for node in cards
                if not says("не рецепт", node.words)]
    return missing if len(cards) == len(_cases(project)) else [*missing, f"{len(cards)} cards"]


def notes_are_added_without_code(project: Project) -> list[str]:
    """FR-J03: a file of a note is enough: its page, its card, its place beside the recommendation, its gap closed."""
    stubs = [file.name for file in project.files("docs/notes/*.md") if file.name != "index.md"]
    missing = [f"{name}: a page of a note is written by hand" for name in stubs]
    gap = next(choice for one in project.tree.settings.context if one.id == "region" for choice in one.choices
               if not any(choice.id in note.regions for note in _notes(project)))
    new = _notes(project)[0].model_copy(update={"id": "note-new", "title": "Новая заметка", "regions": (gap.id,)})
    more = project.supposing(new)
    if not more.entry(new).section("watch").words:
        missing.append("it has no page")
    cards = [node for node in more.page("notes/").section("notes").all("li", "card") if "Новая заметка" in node.words]
    if [node.attributes.get("data-regions") for node in cards] != [gap.id]:
        missing.append("it has no card that is found by its region")
    if gap.label in more.page("notes/").section("gaps").words:
        missing.append("its region still counts as a gap")
    if "Новая заметка" not in more.page(f"recommendations/{new.recommendations[0]}/").section("beside").words:
        missing.append("its recommendation does not lead to it")
    return missing


def _placed(project: Project) -> Iterator[Placed]:
    for one in project.base.records.values():
        if isinstance(one, Placed) and one.status != "retired":
            yield one


def _trial() -> Record:
    """A made-up trial, to see where one would stand."""
    said = {"mark": "editorial"}
    return FieldTest.model_validate({
        "id": "field-test-bakery", "status": "draft", "title": "Пекарня прошла лист",
        "description": "Здесь собственник узнает, как пекарня прошла лист о способах и что из этого вышло.",
        "author": "editors", "testers": ["editors"], "tested": ["checklist-mode-diversity"], "period": "октябрь 2026",
        "company": [{"text": "Пекарня на двадцать человек.", **said}], "did": [{"text": "Прошли лист.", **said}],
        "changed": [{"text": "Записали три способа вместо одного.", **said}],
        "reviews": [{"date": "2026-11-23", "by": "editors", "sources": ["ilkevich-2025"], "result": "created"}],
    })

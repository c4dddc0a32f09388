"""The eight recommendations as a framework: titles, pages, marks, links, what the whole is and is not."""

from __future__ import annotations

from collections import Counter

from tests.requirements.page import Node
from tests.requirements.project import Project, says

# Lines 93–105 of the article, letter by letter.
TITLES = (
    "Улучшение осознания МСП высокой вариативности моделей выхода на внешние рынки в современном контексте ведения "
    "международного бизнеса",
    "Декомпозиция предполагаемой модели выхода на внешние рынки МСП по сжатой и развернутой методической схеме в "
    "рамках конфигурационной перспективы к интернационализации",
    "Проведение анализа внутренних (для МСП) факторов при выборе модели выхода на внешние рынки",
    "Осознанное и проактивное выстраивание социального капитала МСП для последовательной интернационализации бизнеса",
    "Анализ внешних (по отношению к МСП) факторов при выборе модели выхода на внешние рынки",
    "Проведение оценки возможностей быстрого масштабирования на внешних рынках операционной модели МСП",
    "Проведение оценки целесообразности участия МСП в партнерском, сетевом или экосистемном доступе к "
    "производственным мощностям и дорогостоящему оборудованию",
    "Проведение оценки возможностей выхода МСП на внешние рынки с учетом внешних ограничений",
)
ARTICLE = "../../sources/#ilkevich-2025"
BLOCKS = {"why": 1, "questions": 3, "actions": 3, "mistakes": 3, "outcome": 2, "links": 2, "stages": 1, "sources": 1}


def marked(node: Node, kind: str, *lines: str) -> bool:
    """Whether a statement carries a mark of the kind that names one of the lines."""
    marks = [mark.words for mark in node.all("small", f"mark-{kind}")]
    return any(not lines or any(line in words for line in lines) for words in marks)


def statements_that_say(project: Project, address: str, pattern: str) -> list[Node]:
    """Statements of a page whose text matches."""
    return [node for node in project.page(address).all(cls="st") if says(pattern, node.words)]


def eight_as_in_the_article(project: Project) -> list[str]:
    """FR-A01: all eight, in the article's order, titles letter by letter and attributed."""
    titles = tuple(" ".join(one.title.replace("\u00a0", " ").split()) for one in project.recommendations)
    missing = [f"«{title}» is not a title in its place" for title, found in
               zip(TITLES, (*titles, *[""] * len(TITLES)), strict=False) if title != found]
    missing += [f"«{title}» is not the article's" for title in titles[len(TITLES):]]
    cards = [link for card in project.page("recommendations/").all("li", "card") for link in card.links[:1]]
    if cards != [f"../recommendations/{one.id}/" for one in project.recommendations]:
        missing.append("the overview does not list the eight in this order")
    for one, title in zip(project.recommendations, TITLES, strict=False):
        quotes = list(project.page(f"recommendations/{one.id}/").all("blockquote", "title-quote"))
        if not quotes or f"«{title}»" not in quotes[0].words or ARTICLE not in quotes[0].links:
            missing.append(f"{one.id}: its page does not quote the title with its author")
    return missing


def eight_pages_with_every_block(project: Project) -> list[str]:
    """FR-A02: each has a page with meaning, questions, actions, checklist, links and sources, none of them empty."""
    missing = [] if len(project.recommendations) == 8 else ["there are not eight"]
    for one in project.recommendations:
        page = project.page(f"recommendations/{one.id}/")
        if not any(len(lead.words) > 80 for lead in page.all(cls="lead")):
            missing.append(f"{one.id}: no compact text")
        for block, least in BLOCKS.items():
            section = page.section(block)
            count = len([node for node in section.all() if node.tag in ("li", "p")])
            if count < least or not section.words:
                missing.append(f"{one.id}: block «{block}» is empty or too short")
        if f"../../checklists/{one.id}/" not in page.links:
            missing.append(f"{one.id}: does not lead to its checklist")
    return missing


def every_statement_is_marked(project: Project) -> list[str]:
    """FR-A03: a mark in words beside each paragraph and item of every page, and a legend on it."""
    missing = project.faults("I2")
    count = 0
    for address in project.addresses:
        page = project.page(address)
        # Rows of factors are statements; tables of facts, levels and rules name their source once or in their cells.
        bodies = (body for table in page.all("table", "factors") for body in table.all("tbody"))
        said = [*page.all(cls="st"), *(row for body in bodies for row in body.all("tr"))]
        count += len(said)
        missing += [f"/{address}: no mark beside «{node.words[:60]}»" for node in said
                    if not any(mark.words for mark in node.all("small", "mark"))]
        bare = [node.words[:60] for run in page.all(cls="run") for node in run.inner
                if isinstance(node, Node) and "st" not in node.classes]
        missing += [f"/{address}: «{words}» is outside any statement" for words in bare]
        legend = next(page.all("details", "legend"), Node(""))
        if {"mark-article", "mark-source", "mark-editorial"} - {cls for one in legend.all() for cls in one.classes}:
            missing.append(f"/{address}: no legend of the marks")
    if count < 500:
        missing.append(f"only {count} statements on all pages")
    return missing


def linked_with_a_reason(project: Project) -> list[str]:
    """FR-A04: each page leads to at least two others and says why."""
    missing = []
    for one in project.recommendations:
        reasons = {}
        for item in project.page(f"recommendations/{one.id}/").section("links").all("li"):
            said = next(item.all(cls="say"))
            link = next(said.all("a"))
            reasons[link.attributes["href"]] = said.words.removeprefix(link.words).strip(" .")
        given = [href for href, why in reasons.items() if len(why) > 30 and one.id not in href]
        if len(given) < 2:
            missing.append(f"{one.id}: leads to {len(given)} others with a reason")
    return missing


def first_attempt_not_the_only_set(project: Project) -> list[str]:
    """FR-A05: home and «О методике» say so after the article."""
    return [
        f"/{address}: does not say it"
        for address in ("", "method/")
        if not any(says("единственно", node.words) and marked(node, "article", "111")
                   for node in statements_that_say(project, address, "перв.{1,4} попытк"))
    ]


def situations_lead_to_all_eight(project: Project) -> list[str]:
    """FR-A06: every situation on the home page leads to a recommendation, each of the eight is reached from two."""
    situations = list(project.page("").section("situations").all("li"))
    missing = [] if len(situations) >= 8 else [f"only {len(situations)} situations"]
    reached: Counter[str] = Counter()
    for one in situations:
        led = {link for link in one.links if link.startswith("recommendations/")}
        reached.update(led)
        if not led:
            missing.append(f"«{one.words[:60]}» leads nowhere")
    missing += [f"{one.id}: reached from {reached[f'recommendations/{one.id}/']} situations"
                for one in project.recommendations if reached[f"recommendations/{one.id}/"] < 2]
    return missing


def systemic_not_episodic(project: Project) -> list[str]:
    """FR-A35: the home page says why single fixes and country-law bases are not enough; the core holds no such base."""
    said = any(says("закон", node.words) and marked(node, "article", "109", "111")
               for node in statements_that_say(project, "", "отдельн|эпизодическ"))
    return [*([] if said else ["the home page does not say it after the article"]),
            *project.faults("K20", "K21", "K22")]


def knowledge_without_promises(project: Project) -> list[str]:
    """FR-A33: exporters gain knowledge; nowhere does export raise productivity."""
    missing = project.faults("K10")
    if not any(marked(node, "article", "21") for node in statements_that_say(project, "", "знани.{1,60}дома")):
        missing.append("the home page does not speak of knowledge after line 21")
    if not statements_that_say(project, "method/", "производительност.{0,80}(осторожн|не доказ)"):
        missing.append("«О методике» does not say why productivity is not promised")
    return missing


def categories_before_questions(project: Project) -> list[str]:
    """FR-E03: a page divides its subject into named parts first and asks afterwards."""
    missing = []
    for one in project.recommendations:
        anchors = project.page(f"recommendations/{one.id}/").anchors
        before = anchors[: anchors.index("questions")] if "questions" in anchors else []
        parts = [anchor for anchor in before if anchor not in ("why", "factors")]
        if len(parts) < 2:
            missing.append(f"{one.id}: {len(parts)} named parts before the questions")
    return missing


def four_stages_with_their_term(project: Project) -> list[str]:
    """FR-A19: four stages in order, drawn, with the term and its source; answers point to each of them."""
    page = project.page("stages/")
    titles = [one.title for one in project.base.stages]
    missing = [] if titles == ["Подготовка", "Запуск", "Рост", "Консолидация"] else [f"stages are {titles}"]
    missing += [f"stage {one.id} has no section" for one in project.base.stages if not page.section(one.id).words]
    pictures = [node.words for node in page.all("svg")]
    if len(pictures) != 2 or not all(title in words for words in pictures for title in titles):
        missing.append("the picture does not name the four")
    if not any(marked(node, "article", "55") and "../sources/#kuivalainen-2012" in node.links
               for node in statements_that_say(project, "stages/", "не менее 2–3 лет")):
        missing.append("no «не менее 2–3 лет» with the source that the article names")
    if not any("sources/#kuivalainen-2012" in link for node in page.all("figcaption") for link in node.links):
        missing.append("the picture does not name the source of its term")
    pointed = {option.stage for question in project.tree.questions for option in question.options if option.stage}
    missing += [f"no answer points to {one.id}" for one in project.base.stages if one.id not in pointed]
    return missing

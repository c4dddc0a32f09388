"""What the eight make a company do: factors, ties, growth, shared capacity, restrictions."""

from __future__ import annotations

from navigator.model import Mode
from tests.requirements.framework import marked, statements_that_say
from tests.requirements.project import Project, says, statements

INTERNAL = (
    "attitude-to-opportunities", "growth-at-home", "risk-of-going-abroad", "profitability-of-entry", "spare-capacity",
    "rivals-behaviour", "unsolicited-orders", "managers-experience", "product-and-innovation", "promotion-and-effort",
    "three-strategies", "resources-and-cost-of-capital", "strategy-fits-operations", "short-term-goals", "life-cycle",
)
EXTERNAL = (
    "target-market", "industry", "regulation", "competition", "production-and-marketing",
    "cooperation-and-resources", "logistics-and-supply", "liability-of-foreignness", "cultural-differences",
    "geopolitical-risk", "digital-platforms",
)
PRECONDITIONS = INTERNAL[:7]
FOUR_SUPPORTS = ("target-market", "production-and-marketing", "cooperation-and-resources", "logistics-and-supply")
_TIME = r"недел|месяц|квартал|раз в |рабочий день|до перв|срок|дат[аыу]|день"


def _factors(project: Project, side: str, names: tuple[str, ...]) -> list[str]:
    """Each factor of the article has a row on the page of its recommendation that says where it is looked at."""
    page = project.page(f"recommendations/{side}-factors/")
    rows = {row.attributes.get("id", ""): row for row in page.section("factors").all("tr")}
    missing = []
    for name in names:
        id = f"factor-{name}"
        factor = next((one for one in project.base.factors if one.id == id), None)
        if factor is None or factor.side != side:
            missing.append(f"{id}: no such {side} factor")
            continue
        lost = [item for item in factor.items if project.item(item) is None]
        lost += [question for question in factor.questions if question not in project.tree.by_id]
        if lost or not (factor.items or factor.questions):
            missing.append(f"{id}: is looked at nowhere, or at {lost}")
        row = rows.get(id)
        if row is None or not all(any(link.endswith(f"#{item}") for link in row.links) for item in factor.items):
            missing.append(f"{id}: its row does not lead to its items")
    return missing


def internal_factors_are_traced(project: Project) -> list[str]:
    """FR-A13: every internal factor that the article lists is asked or checked."""
    return _factors(project, "internal", INTERNAL)


def external_factors_are_traced(project: Project) -> list[str]:
    """FR-A14: every external factor likewise."""
    return _factors(project, "external", EXTERNAL)


def four_supports_have_items(project: Project) -> list[str]:
    """FR-A30: markets, production and marketing, cooperation and resources, logistics each have items to tick."""
    missing = _factors(project, "external", FOUR_SUPPORTS)
    for factor in project.base.factors:
        if factor.id.removeprefix("factor-") in FOUR_SUPPORTS and not factor.items:
            missing.append(f"{factor.id}: no item")
    return missing


def seven_preconditions(project: Project) -> list[str]:
    """FR-A24: the six of the article and orders that come unasked stand together in an item and each as a factor."""
    missing = _factors(project, "internal", PRECONDITIONS)
    item = project.item("inside-preconditions")
    if item is None:
        return [*missing, "no item inside-preconditions"]
    words = ("возможности", "рост дома", "риск", "прибыльность", "мощности", "конкурент", "заказ")
    missing += [f"the item does not ask for «{word}»" for word in words if not says(word, item.evidence)]
    if not {"jiang-2020", "ciravegna-2018"} <= set(item.sources):
        missing.append("the item does not name both works behind the seven")
    return missing


def ties_are_built_on_purpose(project: Project) -> list[str]:
    """FR-A15: actions of the fourth have a day, a week, a quarter; its plan of acquaintances has dates and names."""
    record = next((one for one in project.recommendations if one.id == "social-capital"), None)
    if record is None:
        return ["no recommendation social-capital"]
    timed = [one.text for one in record.actions if says(_TIME, one.text)]
    missing = [] if len(timed) >= 4 else [f"only {len(timed)} actions have a time"]
    plan = project.item("ties-quarter-plan")
    if plan is None or not says("дат", plan.evidence) or not says("имени|имена|имён", plan.evidence):
        missing.append("the plan of acquaintances asks for no names with dates")
    if any(says("заводите связи", one.text) for one in statements(record)):
        missing.append("advice «заводите связи»")
    return missing


def stranger_is_told_what_to_do(project: Project) -> list[str]:
    """FR-A28: the liability of foreignness is explained and has at least two actions in the fourth or fifth."""
    missing = []
    if not project.page("glossary/").links or project.record("term-liability-of-foreignness") is None:
        missing.append("no entry in the glossary")
    elif "term-liability-of-foreignness" not in {node.attributes.get("id") for node in
                                                 project.page("glossary/").all("h3")}:
        missing.append("the glossary does not show the entry")
    actions = [item.id for rec in ("social-capital", "external-factors") for item in project.items(rec)
               if "zaheer-2002" in item.sources]
    if len(actions) < 2:
        missing.append(f"actions that rest on the work: {actions}")
    return missing


def strategy_fits_operations(project: Project) -> list[str]:
    """FR-A29: fit of strategy and operations in the second, third and sixth, cost of capital in the third and sixth."""
    missing = [
        f"{rec}: no item on the fit of strategy and operations"
        for rec in ("decomposition", "internal-factors", "fast-scaling")
        if not any("sarmento-2024" in item.sources and {21, 23} & set(item.topic) for item in project.items(rec))
    ]
    money = {"internal-factors": "inside-month-delay", "fast-scaling": "scale-cash-gap"}
    for rec, id in money.items():
        item = project.item(id)
        if item is None or 23 not in item.topic or not says("процент|деньги|денег|обойдутся", item.evidence):
            missing.append(f"{rec}: no item on what money costs")
    return missing


def deeper_commitment_is_documented(project: Project) -> list[str]:
    """FR-A27: product and promotion are items of the third; its page says with line 55 where they point."""
    missing = [f"{id}: does not rest on the work the article names"
               for id in ("inside-product", "inside-promotion")
               if (item := project.item(id)) is None or "lin-ho-2019" not in item.sources]
    said = statements_that_say(project, "recommendations/internal-factors/", "вложени|ресурс|глубо")
    if not any(marked(node, "article", "55") and "../../sources/#lin-ho-2019" in node.links for node in said):
        missing.append("the page does not say that they point to deeper ways in")
    return missing


def short_goal_is_warned_against(project: Project) -> list[str]:
    """FR-A31: quick money raises the warning with a next step; an item puts a three-year goal against it."""
    advice = project.advise(motive="quick-cash")
    flag = next((one for one in advice.flags if one.id == "short-goal"), None)
    missing = [] if flag and says("огранич", flag.text) and flag.next_step else ["no warning about quick money"]
    if any(one.id == "short-goal" for one in project.advise(motive="learning").flags):
        missing.append("the warning is shown for another motive too")
    item = project.item("inside-three-year-goal")
    if item is None or 25 not in item.topic or item.level != "compact":
        missing.append("no main item on the goal for three years")
    return missing


def growth_is_reckoned(project: Project) -> list[str]:
    """FR-A16: what is needed when orders double and grow fivefold: people, money, capacity, time."""
    item = project.item("scale-double-fivefold")
    if item is None or item.level != "compact":
        return ["no main item that reckons growth"]
    missing = [] if says("вдвое и впятеро", item.action) else ["the item does not name the growth"]
    return missing + [f"the reckoning leaves out «{word}»" for word in ("люди", "деньги", "мощности", "срок")
                      if not says(word, item.evidence)]


def access_is_compared_with_ownership(project: Project) -> list[str]:
    """FR-A17: the seventh sets buying against leasing, paying for use, a partner, a network, an ecosystem."""
    texts = [f"{item.action} {item.evidence}" for item in project.items("shared-capacity")]
    ways = {"buying": "купить|покупк", "leasing": "лизинг", "paying for use": "за использовани|как услуг|аренд",
            "a partner": "партн[её]р", "a network": "сет[иь]|сетью", "an ecosystem": "экосистем|площадк"}
    together = max((sum(says(pattern, text) for pattern in ways.values()) for text in texts), default=0)
    missing = [] if together >= 4 else [f"no item compares more than {together} ways of access"]
    page = project.page("recommendations/shared-capacity/").words
    return missing + [f"the page leaves out {name}" for name, pattern in ways.items() if not says(pattern, page)]


def platforms_ecosystems_eaas(project: Project) -> list[str]:
    """FR-A08: the seventh speaks of all three and keeps the article's caution."""
    address = "recommendations/shared-capacity/"
    words = project.page(address).words
    missing = [f"the page leaves out {name}" for name, pattern in
               {"platforms": "платформ", "ecosystems": "экосистем", "EaaS": "EaaS|оборудование как услуга"}.items()
               if not says(pattern, words)]
    if not any(marked(node, "article", "85") for node in statements_that_say(project, address, "фрагментарн")):
        missing.append("no «фрагментарно» after line 85")
    missing += [f"no term {id}" for id in ("term-eaas", "term-ecosystem", "term-platform-solutions")
                if project.record(id) is None]
    return missing


def digital_in_ways_and_checklists(project: Project) -> list[str]:
    """FR-A07: a digital way in stands on the page of the first; the first, fifth and sixth have digital items."""
    missing = [f"{rec}: no digital item" for rec in ("mode-diversity", "external-factors", "fast-scaling")
               if not any(item.digital for item in project.items(rec))]
    if project.record("online-marketplaces") is None:
        missing.append("no digital group of ways in")
    if not statements_that_say(project, "recommendations/mode-diversity/", "онлайн-площадк"):
        missing.append("the page of the first names no digital way in")
    return missing


def restrictions_are_a_cost_not_an_end(project: Project) -> list[str]:
    """FR-A34: the eighth has an item on what restrictions add to the price and one on markets that are put off."""
    items = {item.id: item for item in project.items("external-restrictions")}
    price = [id for id, item in items.items() if says("цен[уеы]|процент|стоимост", f"{item.action} {item.evidence}")
             and "trachuk-linder-2024" in item.sources]
    later = [id for id, item in items.items() if says("отложенн", f"{item.action} {item.evidence}")
             and 49 in (*item.topic, *item.lines)]
    return [*([] if price else ["no item on what restrictions cost, after the work the article names"]),
            *([] if later else ["no item that keeps markets put off in sight"])]


def ways_with_for_and_against(project: Project) -> list[str]:
    """FR-A09: at least 22 ways in, some in every group, each with what speaks for and against."""
    modes = [one for one in project.base.of_kind("mode") if isinstance(one, Mode)]
    missing = [f"only {len(modes)} ways in"] if len(modes) < 22 else []
    missing += [f"{one.id}: nothing for or nothing against" for one in modes if not (one.fits and one.not_fits)]
    groups = {one.family for one in modes}
    return missing + [f"{one.id}: no way in" for one in project.tree.families if one.id not in groups]

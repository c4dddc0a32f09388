"""What the rules make of answers: the engine on many sets of answers, and the data that it walks."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from navigator.tree.advise import advise
from navigator.tree.condition import DONT_KNOW, SKIP, leaves
from navigator.tree.result import Advice, Because, Way
from navigator.tree.sample import random_answers
from tests.requirements.framework import marked, statements_that_say
from tests.requirements.project import Project, says

Answers = dict[str, Any]
IRREVERSIBLE = {"joint-venture", "own-entity"}
_SETS = 80


def _samples(project: Project, number: int = _SETS) -> Iterator[tuple[Answers, Advice]]:
    """Random sets of answers with their advice: half of them nearly full, half with many holes."""
    for answered in (0.9, 0.4):
        for answers in random_answers(project.tree, number // 2, seed=97, answered=answered):
            yield answers, advise(project.tree, answers)


def _ways(advice: Advice) -> list[Way]:
    return [*advice.modes.first, *advice.modes.compare, *advice.modes.not_now, *advice.modes.neutral]


def _few(missing: list[str]) -> list[str]:
    return missing[:5]


def factors_together(project: Project) -> list[str]:
    """FR-A11: results rest on several answers, for and against; combinations look at two questions at least."""
    missing = [f"{one.id}: looks at one question" for one in project.tree.combinations
               if len({leaf.question for leaf in leaves(one.when)}) < 2]
    found = set()
    for _, advice in _samples(project):
        for one in advice.recommendations:
            found |= {"several"} if len({reason.question for reason in one.because}) > 1 else set()
            found |= {"combination"} if any(reason.also for reason in one.because) else set()
        found |= {"both sides" for way in _ways(advice) if way.reasons_for and way.against}
    return missing + [f"no result shows {what}" for what in ("several", "combination", "both sides")
                      if what not in found]


def more_than_one_path(project: Project) -> list[str]:
    """FR-A12: without a pause two groups at least are in front or to compare, or what removed each other is named."""
    missing = []
    for answers, advice in [*_samples(project), ({}, project.advise())]:
        if advice.paused or len(advice.modes.first) + len(advice.modes.compare) >= 2:
            continue
        missing += [f"{way.id} has no reason to be away with {answers}" for way in advice.modes.not_now
                    if not way.against or not way.changes]
        missing += [f"{way.id} is not compared with {answers}" for way in advice.modes.neutral]
    return _few(missing)


def restrictions_come_first(project: Project) -> list[str]:
    """FR-A18: unchecked restrictions: the gate stands and nothing irreversible is in front; no lawful way: a pause."""
    missing = []
    for answers, _ in _samples(project):
        for unchecked in ("unchecked", DONT_KNOW):
            advice = advise(project.tree, {**answers, "restrictions": unchecked})
            if advice.gate is None or {way.id for way in advice.modes.first} & IRREVERSIBLE:
                missing.append(f"no gate or a leap with {answers}")
        advice = advise(project.tree, {**answers, "restrictions": "no-lawful-way"})
        if not advice.paused or advice.modes.first or not advice.pause:
            missing.append(f"no pause with {answers}")
    return _few(missing)


def four_directions(project: Project) -> list[str]:
    """FR-A20: growing, holding, reducing, coming back are records, shown, pointed to by answers; none is a failure."""
    missing = project.faults("K10")
    shown = {node.attributes.get("id") for node in project.page("stages/").all("div", "direction")}
    for id, answers in {
        "increase": {"foreign-sales": "regular-many", "dynamics": "growing"},
        "hold": {"foreign-sales": "regular-many", "dynamics": "flat"},
        "reduce": {"foreign-sales": "regular-many", "dynamics": "shrinking"},
        "re-entry": {"foreign-sales": "stopped"},
    }.items():
        if id not in shown:
            missing.append(f"{id} is not shown with the stages")
        if advise(project.tree, answers).direction != id:
            missing.append(f"{answers} does not point to {id}")
    return missing


def three_strategies_are_asked(project: Project) -> list[str]:
    """FR-A21: one question asks for the three, having none is seen in the result, and an item checks them."""
    question = project.tree.by_id.get("written-strategies")
    if question is None:
        return ["no question"]
    missing = [f"{id} is not asked" for id in ("innovation", "export-marketing", "business")
               if id not in {option.id for option in question.options}]
    placed = {one.id: one for one in project.advise(written_strategies=["nothing"]).recommendations}
    if not any(reason.question == "written-strategies" for reason in placed["internal-factors"].because):
        missing.append("having none is not seen in the result")
    if project.item("inside-three-strategies") is None:
        missing.append("no item")
    return missing


def plan_and_trial(project: Project) -> list[str]:
    """FR-A22: every result has a plan and a trial; uncertainty is called normal after the article; no promises."""
    missing = project.faults("K10")
    missing += [f"no plan or no trial with {answers}" for answers, advice in _samples(project)
                if answers and not (advice.plan and advice.trial)]
    if not any(marked(node, "article", "59") for node in
               statements_that_say(project, "recommendations/social-capital/", "неопредел[её]нность.{0,20}норм")):
        missing.append("uncertainty is not called normal")
    return _few(missing)


def unplanned_entries_are_learning(project: Project) -> list[str]:
    """FR-A23: an enquiry or an order from abroad takes nothing away and raises nothing that «never» does not."""
    missing = []
    for answers, _ in _samples(project):
        before = advise(project.tree, {**answers, "foreign-sales": "never"})
        for option in ("inbound-request", "one-off"):
            after = advise(project.tree, {**answers, "foreign-sales": option})
            own = [reason for way in _ways(after) for reason in (*way.against, *way.vetoes)
                   if (reason.question, reason.option) == ("foreign-sales", option) and reason.points <= 0]
            flags = {flag.id for flag in after.flags} - {flag.id for flag in before.flags}
            # An order may begin a warning of its own (the partner behind it is untested), an enquiry may not.
            if own or (option == "inbound-request" and flags):
                missing.append(f"{option} is held against {answers}: {flags or own[0].reason}")
    if not any(marked(node, "article", "57") for node in
               statements_that_say(project, "recommendations/social-capital/", "случайн.{1,120}компетенц")):
        missing.append("the page of the fourth does not say that chance teaches")
    return _few(missing)


def experience_moves_the_ways_in(project: Project) -> list[str]:
    """FR-A25: who leads the foreign side is asked, and the ways in stand otherwise with an experienced team."""
    if "responsible-person" not in project.tree.by_id:
        return ["not asked"]
    team, nobody = (project.advise(responsible_person=one, market_knowledge="figures", preference="control")
                    for one in ("experienced-team", "nobody"))
    moved = {way.id for way in _ways(team) if any(reason.question == "responsible-person" for reason in
                                                 way.reasons_for)}
    missing = [] if moved >= IRREVERSIBLE else [f"experience speaks for {sorted(moved)} only"]
    if not {way.id for way in nobody.modes.not_now} >= IRREVERSIBLE:
        missing.append("deep ways in stand open to a company where nobody is responsible")
    return missing


def distance_never_excludes(project: Project) -> list[str]:
    """FR-A26: whatever is answered about unfamiliarity, no veto, no pause and no warning changes."""
    missing = [f"{flag.id} looks at unfamiliarity" for flag in project.tree.flags
               if any(leaf.question == "unfamiliarity" for leaf in leaves(flag.when))]
    options = [option.id for option in project.tree.by_id["unfamiliarity"].options]
    for answers, _ in _samples(project, 40):
        seen = {_barred(advise(project.tree, {**answers, "unfamiliarity": option})) for option in options}
        if len(seen) > 1:
            missing.append(f"unfamiliarity bars a way with {answers}")
    return _few(missing)


def _barred(advice: Advice) -> tuple[bool, frozenset[str], frozenset[str]]:
    return (advice.paused, frozenset(way.id for way in _ways(advice) if way.vetoes),
            frozenset(flag.id for flag in advice.flags))


def a_way_not_thought_of(project: Project) -> list[str]:
    """FR-A32: an owner who names one group is shown another."""
    families = [one.id for one in project.tree.families]
    missing = []
    for answers, _ in _samples(project, 20):
        for family in families:
            advice = advise(project.tree, {**answers, "restrictions": "none", "considered-modes": [family]})
            if advice.unnamed in (None, family):
                missing.append(f"whoever thinks of {family} sees {advice.unnamed}")
    return _few(missing)


def from_situation_to_priorities(project: Project) -> list[str]:
    """FR-C01: all eight in order, three of them priorities, each with the answers behind it."""
    missing = []
    for answers, advice in _samples(project):
        ranks = [one.rank for one in advice.recommendations]
        first = [one for one in advice.recommendations if one.priority]
        if ranks != list(range(1, 9)) or [one.rank for one in first] != [1, 2, 3]:
            missing.append(f"not three of eight with {answers}")
        missing += [f"{one.id} is a priority without a reason with {answers}" for one in first
                    if not one.because and not one.held]
    return _few(missing)


def priorities_bring_questions(project: Project) -> list[str]:
    """FR-C02: each recommendation that may be a priority has questions to think over and a first thing to do."""
    missing = [f"{one.id}: {len(one.questions)} questions" for one in project.recommendations
               if not 3 <= len(one.questions) <= 6]
    month = [advice.month for _, advice in _samples(project, 20)]
    if not all(len(items) == 3 and all(project.item(id) for id in items) for items in month):
        missing.append("a result lacks its three things to do this month")
    return missing


def any_situation(project: Project) -> list[str]:
    """FR-C04: nothing answered, nothing known, everything skipped, nonsense: the result is whole all the same."""
    ids = list(project.tree.by_id)
    sets: list[Mapping[str, Any]] = [
        {}, dict.fromkeys(ids, DONT_KNOW), dict.fromkeys(ids, SKIP), {"no-such-question": "x"},
        dict.fromkeys(ids, "no-such-option"), *({id: DONT_KNOW} for id in ids),
    ]
    missing = []
    for answers in [*sets, *(answers for answers, _ in _samples(project))]:
        advice = advise(project.tree, answers)
        if len({one.id for one in advice.recommendations}) != 8 or len({way.id for way in _ways(advice)}) != 8:
            missing.append(f"not all eight with {answers}")
        if len(_ways(advice)) != 8 or not advice.asked:
            missing.append(f"a group stands twice with {answers}")
    unknown = advise(project.tree, dict.fromkeys(ids, DONT_KNOW))
    if unknown.gate is None or not all(one.because for one in unknown.recommendations if one.priority):
        missing.append("whoever knows nothing gets no gate or no reasons")
    return _few(missing)


DETERMINANTS = ("target-market", "capabilities", "competences", "strategy", "regulation", "competition")


def every_determinant_is_asked(project: Project) -> list[str]:
    """FR-C05: each determinant of line 45 is behind a question; the industry is chosen as context."""
    asked = {one for question in project.tree.questions for one in question.determinants}
    missing = [f"{one} is asked nowhere" for one in DETERMINANTS if one not in asked]
    if "industry" not in {one.id for one in project.tree.settings.context}:
        missing.append("the industry cannot be chosen")
    return missing


def warnings_have_a_next_step(project: Project) -> list[str]:
    """FR-C06: each warning says what is at stake and what to do next, and is raised by some answers."""
    kept = json.loads(project.text("tests/tree/witnesses.json"))["flag"]
    missing = [f"{flag.id}: the answers kept for it do not raise it" for flag in project.tree.flags
               if flag.id not in {one.id for one in advise(project.tree, kept.get(flag.id, {})).flags}]
    known = {one.id for one in project.recommendations}
    missing += [f"{flag.id}: no reason, next step or recommendation" for flag in project.tree.flags
                if len(flag.says.text) < 30 or len(flag.next_step.text) < 20 or flag.recommendation not in known]
    return missing + ([] if len(project.tree.flags) >= 15 else [f"only {len(project.tree.flags)} warnings"])


def every_place_is_explained(project: Project) -> list[str]:
    """FR-C07: the points of each recommendation and group are the sum of the reasons shown beside it."""
    missing = []
    for answers, advice in _samples(project):
        for one in advice.recommendations:
            if one.score != _points((*one.because, *one.closed)):
                missing.append(f"{one.id}: {one.score} is not explained with {answers}")
        for way in _ways(advice):
            if way.score != _points((*way.reasons_for, *way.against)):
                missing.append(f"{way.id}: {way.score} is not explained with {answers}")
        missing += [f"a reason says nothing: {reason}" for one in advice.recommendations for reason in one.because
                    if len(reason.reason) < 10]
    return _few(missing)


def _points(reasons: tuple[Because, ...]) -> int:
    return sum(reason.points for reason in reasons)


def basis_of_the_choice_is_questioned(project: Project) -> list[str]:
    """FR-C08: figures are asked for; ties without figures keep external factors open; a second source is an item."""
    advice = project.advise(market_knowledge="hunch", trusted_contacts="proven")
    missing = [] if any(one.id == "external-factors" and one.priority for one in advice.recommendations) else (
        ["a market known by hunch is no priority"])
    item = project.item("ties-second-source")
    if item is None or item.level != "compact" or not says("независим", item.action):
        missing.append("no main item on a second source")
    return missing


def groups_not_a_recipe(project: Project) -> list[str]:
    """FR-C09: groups stand in front, to compare, not now; at most two are in front, and each kind of place is met."""
    missing, places = [], {"first", "compare", "not_now"}
    never = set(places)
    for answers, advice in _samples(project):
        modes = advice.modes
        never -= {name for name in places if getattr(modes, name)}
        if len(modes.first) > 2:
            missing.append(f"{len(modes.first)} in front with {answers}")
    return _few(missing) + [f"no group is ever in «{name}»" for name in sorted(never)]


def no_rule_is_a_coefficient(project: Project) -> list[str]:
    """FR-L03: effects are whole numbers with a reason, none moves a group alone; no note tells a coefficient."""
    missing = project.faults("I31")
    missing += [f"{id}: presents an effect as a finding: {effect.reason}" for id, effect in project.tree.effects()
               if effect.mark != "editorial" or says(r"\d[.,]\d|коэффициент", effect.reason)]
    behind: dict[str, set[str]] = {}
    for id, effect in project.tree.effects():
        for family in effect.families:
            behind.setdefault(family, set()).add(id)
    return missing + [f"{one.id}: only {sorted(behind.get(one.id, ()))} move it" for one in project.tree.families
                      if len(behind.get(one.id, ())) < 3]

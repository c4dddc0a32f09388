"""Advice for any answers: sound, complete, explained."""

from __future__ import annotations

import itertools
import json
from typing import Any

import pytest

from navigator.tree.advise import advise
from navigator.tree.condition import Not, holds, leaves
from navigator.tree.data import as_data
from navigator.tree.replay import replay
from navigator.tree.tree import Tree

IRREVERSIBLE = {"joint-venture", "own-entity"}
GROUPS = ("first", "compare", "not_now", "neutral")


def groups(data: dict[str, Any]) -> dict[str, list[str]]:
    return {name: [way["id"] for way in data["modes"][name]] for name in GROUPS}


def test_no_answers_give_the_order_of_the_article_and_no_priority(tree: Tree) -> None:
    advice = advise(tree, {})

    assert [one.id for one in advice.recommendations] == list(tree.recommendations)
    assert not any(one.priority for one in advice.recommendations)
    assert advice.modes.first == ()
    assert len(advice.modes.compare) == 8
    assert advice.flags == ()
    assert advice.stage is None
    assert advice.gate is None


def test_any_subset_of_answers_is_sound(tree: Tree, random_answers: list[dict[str, object]]) -> None:
    for answers in random_answers:
        data = as_data(advise(tree, answers))
        json.dumps(data)
        assert sorted(one["id"] for one in data["recommendations"]) == sorted(tree.recommendations)
        assert [one["rank"] for one in data["recommendations"]] == list(range(1, 9))
        placed = groups(data)
        assert sorted(id for ids in placed.values() for id in ids) == sorted(one.id for one in tree.families)
        assert len(placed["first"]) <= tree.settings.thresholds.most
        assert not (set(data["dropped"]) & set(data["asked"]))
        assert all(isinstance(one["score"], int) for one in data["recommendations"])


def test_no_priority_is_without_a_reason(tree: Tree, random_answers: list[dict[str, object]]) -> None:
    for answers in random_answers:
        for one in advise(tree, answers).recommendations:
            assert one.because or not one.priority
            assert one.score == sum(reason.points for reason in (*one.because, *one.closed))


def test_two_families_can_be_looked_at_or_the_others_are_answered_for(
    tree: Tree, random_answers: list[dict[str, object]]
) -> None:
    for answers in random_answers:
        modes = advise(tree, answers).modes
        if len(modes.first) + len(modes.compare) < 2:
            assert modes.neutral == ()
            assert all(way.against and way.changes for way in modes.not_now)


def test_the_interface_has_its_keys(tree: Tree) -> None:
    data = as_data(advise(tree, {"foreign-sales": "never", "restrictions": "dont-know", "offer": "consumer-goods"}))

    assert {"version", "survey", "stage", "direction", "gate", "recommendations", "modes", "flags", "paused", "asked",
            "dropped"} <= data.keys()
    assert {"id", "rank", "priority", "score", "because"} <= data["recommendations"][0].keys()
    assert {"question", "option", "reason"} <= data["recommendations"][0]["because"][0].keys()
    assert {"id", "for", "against"} <= data["modes"]["first"][0].keys()
    assert {"id", "next_step"} <= data["flags"][0].keys()
    assert data["gate"] == "unchecked"
    assert data["stage"] == "preparation"


def test_a_need_that_nothing_closed_says_so(tree: Tree) -> None:
    need = next(one for one in advise(tree, {"offer": "software"}).recommendations if one.id == "external-factors")

    assert need.because[0].question == "market-knowledge"
    assert need.because[0].option is None


def test_an_answer_that_is_no_longer_asked_is_dropped_and_named(tree: Tree) -> None:
    answers = {"foreign-sales": "never", "dynamics": "growing", "market-knowledge": "no-idea", "country-risk": "high",
               "market-size": "large", "restrictions": "unchecked"}
    state = replay(tree, answers)

    assert state.dropped == ("dynamics", "country-risk", "market-size")
    assert "restrictions" in state.asked
    assert "country-risk" not in state.asked


@pytest.mark.parametrize(
    "answer", ["nonsense", ["control", "share"], {"a": 1}, None, 7, [None], ["control", "nonsense"], True]
)
def test_nonsense_is_dropped_and_named(tree: Tree, answer: object) -> None:
    advice = advise(tree, {"preference": answer, "no-such-question": "x"})

    assert advice.dropped == ("preference", "no-such-question")


def test_of_several_options_the_known_ones_stand(tree: Tree) -> None:
    state = replay(tree, {"written-strategies": ["business", "no-such-option"], "preference": [], "horizon": "skip"})

    assert state.given == {"written-strategies": ("business",)}
    assert state.dropped == ("written-strategies",)


def test_several_options_where_several_may_be_chosen(tree: Tree) -> None:
    assert replay(tree, {"written-strategies": ["business", "innovation"]}).given["written-strategies"] == (
        "innovation", "business")
    assert replay(tree, {"written-strategies": ["business", "nothing"]}).dropped == ("written-strategies",)
    assert replay(tree, {"preference": ["control"]}).given["preference"] == ("control",)


def test_software_is_not_asked_about_import_but_about_capacity(tree: Tree) -> None:
    asked = replay(tree, {"offer": "software"}).asked

    assert "import-viability" not in asked
    assert "capacity" in asked
    assert any(holds(variant.when, {"offer": ("software",)}) for variant in tree.by_id["capacity"].variants)


def test_no_lawful_way_pauses_the_market(tree: Tree, random_answers: list[dict[str, object]]) -> None:
    for answers in random_answers:
        advice = advise(tree, {**answers, "restrictions": "no-lawful-way"})
        assert advice.paused
        assert advice.gate == "blocked"
        assert advice.modes.first == ()
        assert advice.recommendations[0].id == "external-restrictions"
        assert advice.pause


@pytest.mark.parametrize("answer", ["unchecked", "dont-know"])
def test_unchecked_restrictions_stand_as_a_gate(
    tree: Tree, random_answers: list[dict[str, object]], answer: str
) -> None:
    for answers in random_answers:
        advice = advise(tree, {**answers, "restrictions": answer, "market-knowledge": "hunch"})
        assert advice.gate == "unchecked"
        assert not IRREVERSIBLE & {way.id for way in advice.modes.first}
        assert "external-restrictions" in [one.id for one in advice.recommendations[:3]]


@pytest.mark.parametrize(
    ("answer", "family"),
    [({"responsible-person": "nobody"}, "own-entity"), ({"affordable-loss": "almost-nothing"}, "own-entity"),
     ({"trusted-contacts": "none"}, "joint-venture"), ({"trusted-contacts": "correspondence-only"}, "joint-venture")],
)
def test_what_is_vetoed_never_stands_in_front(
    tree: Tree, random_answers: list[dict[str, object]], answer: dict[str, str], family: str
) -> None:
    for answers in random_answers:
        modes = advise(tree, {**answers, **answer}).modes
        vetoed = next(way for way in modes.not_now if way.id == family)
        assert vetoed.changes[0].veto
        assert vetoed.changes[0].change


def test_no_more_answers_take_a_warning_away(tree: Tree, random_answers: list[dict[str, object]]) -> None:
    """Conditions with `not` are excepted; so are answers whose question is no longer asked."""
    sure = {flag.id: {leaf.question for leaf in leaves(flag.when)} for flag in tree.flags if not _negates(flag.when)}
    for answers, more in itertools.pairwise(random_answers):
        grown = {**more, **answers}
        before, after = advise(tree, answers), advise(tree, grown)
        asked = replay(tree, grown).given.keys()
        shown = {flag.id for flag in after.flags}
        for flag in before.flags:
            if flag.id in sure and {question for question, _ in flag.because} <= asked:
                assert flag.id in shown


def _negates(condition: object) -> bool:
    if isinstance(condition, Not):
        return True
    return any(_negates(part) for part in getattr(condition, "parts", ()))


def test_what_is_left_shrinks_to_nothing(tree: Tree) -> None:
    answers: dict[str, str] = {}
    last = dict(advise(tree, answers).left)["full"]
    for question in tree.questions:
        if question.id in replay(tree, answers).asked:
            answers[question.id] = question.options[0].id
            now = dict(advise(tree, answers).left)["full"]
            assert now < last
            last = now
    assert dict(advise(tree, answers).left) == {"short": 0, "full": 0}


def test_the_stage_comes_from_sales_and_the_direction_from_their_course(tree: Tree) -> None:
    advice = advise(tree, {"foreign-sales": "regular-many", "dynamics": "shrinking"})

    assert (advice.stage, advice.direction) == ("growth", "reduce")
    assert advise(tree, {"foreign-sales": "stopped"}).direction == "re-entry"
    assert advice.flags == ()

"""The shipped tree as data: what the issue asks of it and a single rule could not see."""

from __future__ import annotations

from itertools import product

from navigator.model.tree import Question
from navigator.tree.condition import leaves
from navigator.tree.replay import replay
from navigator.tree.tree import Tree

QUESTIONS = {
    "foreign-sales", "dynamics", "offer", "motive", "responsible-person", "affordable-loss", "capacity",
    "repeatability", "advantage", "trusted-contacts", "market-knowledge", "market-size", "unfamiliarity",
    "import-viability", "country-risk", "restrictions", "preference", "horizon", "choice-method", "written-strategies",
    "considered-modes", "competition",
}
FLAGS = {
    "short-goal", "too-fast", "naive-choice", "hunch", "no-loss-limit", "owner-spare-time", "nobody-responsible",
    "untested-partner", "capacity-gap", "risky-commitment", "blocked", "unchecked", "no-strategy", "leap",
    "knowhow-leak",
}


def test_ids_are_those_of_the_draft(tree: Tree) -> None:
    assert set(tree.by_id) == QUESTIONS
    assert {flag.id for flag in tree.flags} == FLAGS


def test_the_short_survey_has_at_most_fourteen_questions_on_its_longest_way(tree: Tree) -> None:
    looked_at = sorted({leaf.question for one in tree.questions for leaf in leaves(one.when)})
    ways = product(*([option.id for option in tree.by_id[id].options] for id in looked_at))
    short = {one.id for one in tree.short}

    assert max(len(short & set(replay(tree, dict(zip(looked_at, way, strict=True))).asked)) for way in ways) <= 14


def test_questions_look_at_earlier_ones_only(tree: Tree) -> None:
    seen: set[str] = set()
    for question in tree.questions:
        variants = [*question.variants, *(one for option in question.options for one in option.variants)]
        for condition in (question.when, *(one.when for one in variants)):
            assert {leaf.question for leaf in leaves(condition)} <= seen
        seen.add(question.id)


def test_vetoes_rest_on_questions_of_the_short_survey(tree: Tree) -> None:
    for question in tree.questions:
        vetoes = [family for one in (*question.unanswered, *_effects(question)) for family in one.veto]
        assert not vetoes or question.survey == "short"
    for flag in (one for one in tree.flags if one.veto):
        assert {tree.by_id[leaf.question].survey for leaf in leaves(flag.when)} == {"short"}


def test_restrictions_are_always_asked_and_early(tree: Tree) -> None:
    assert tree.by_id["restrictions"].when is None
    assert [one.id for one in tree.questions].index("restrictions") < 6


def test_unfamiliarity_is_behind_no_veto(tree: Tree) -> None:
    assert not any(effect.veto for effect in _effects(tree.by_id["unfamiliarity"]))


def test_a_reduction_raises_no_flag(tree: Tree) -> None:
    assert not any(leaf.question == "dynamics" for flag in tree.flags for leaf in leaves(flag.when))


def _effects(question: Question) -> list:
    return [effect for option in question.options for effect in option.effects]

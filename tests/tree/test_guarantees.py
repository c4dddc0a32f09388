"""Promises hold for every set of answers; the prover agrees with the engine and can fail."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from navigator.base import KnowledgeBase
from navigator.load import read_records
from navigator.model.guarantee import Guarantee
from navigator.prove.answers import Unknown
from navigator.prove.compare import Formulas, said_by_engine
from navigator.prove.model import AdviceModel
from navigator.prove.prover import Proof, prove
from navigator.prove.report import link, text
from navigator.prove.witness import reached
from navigator.tree.advise import advise
from navigator.tree.sample import random_answers
from navigator.tree.tree import Tree
from tests.tree.mutations import MUTATIONS

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "scripts"
WITNESSES = Path(__file__).parent / "witnesses.json"


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return read_records(ROOT / "content")[0]


@pytest.fixture(scope="module")
def rules(base: KnowledgeBase) -> Tree:
    return Tree.of(base.records.values())


@pytest.fixture(scope="module")
def promises(base: KnowledgeBase) -> Mapping[str, Guarantee]:
    return {one.id: one for one in base.of_kind("guarantee") if isinstance(one, Guarantee)}


def shown(proof: Proof) -> str:
    """What a failed test prints: answers that an author can open."""
    return "\n" + text([proof])


def test_every_promise_is_proved(rules: Tree, promises: Mapping[str, Guarantee]) -> None:
    """All of them, for every set of answers."""
    for promise in promises.values():
        proof = prove(rules, promise)
        assert proof.proved, shown(proof)


@pytest.mark.parametrize("answered", [0.05, 0.4, 0.8, 1.0])
def test_formulas_say_what_the_engine_says(rules: Tree, answered: float) -> None:
    """Points, places, vetoes, groups, flags, gates of random answers are the same in both."""
    formulas = Formulas(AdviceModel(rules, Unknown.of(rules)))

    for answers in random_answers(rules, 100, seed=int(answered * 100), answered=answered):
        assert formulas.said(answers) == said_by_engine(rules, answers), link(answers)


def test_formulas_say_what_the_engine_says_without_answers(rules: Tree) -> None:
    assert Formulas(AdviceModel(rules, Unknown.of(rules))).said({}) == said_by_engine(rules, {})


@pytest.mark.parametrize("name", MUTATIONS)
def test_spoilt_rules_break_a_promise(name: str, rules: Tree, promises: Mapping[str, Guarantee]) -> None:
    """The prover fails where it should, with answers on which the spoilt engine breaks the promise too."""
    spoil, broken = MUTATIONS[name]

    proof = prove(spoil(rules), promises[broken])

    assert not proof.proved
    assert proof.against or proof.impossible
    assert all(one.confirmed for one in proof.against), shown(proof)


def test_formulas_follow_spoilt_rules(rules: Tree) -> None:
    """The formulas are made from the data: with other data they still say what the engine says."""
    for name, (spoil, _) in MUTATIONS.items():
        spoilt = spoil(rules)
        formulas = Formulas(AdviceModel(spoilt, Unknown.of(spoilt)))
        for answers in random_answers(spoilt, 5, seed=7):
            assert formulas.said(answers) == said_by_engine(spoilt, answers), name


def test_every_promise_is_broken_by_some_mutation(promises: Mapping[str, Guarantee]) -> None:
    """A promise that nothing can break promises nothing."""
    assert promises.keys() == {broken for _, broken in MUTATIONS.values()}


def test_promise_about_no_answers_is_not_proved(rules: Tree, promises: Mapping[str, Guarantee]) -> None:
    """A condition that no answers meet would make any promise true."""
    promise = promises["guarantee-no-lawful-way"]
    never = Guarantee.model_validate({**promise.model_dump(), "assume": {
        "all": [{"restrictions": "none"}, {"restrictions": "unchecked"}]}})

    assert prove(rules, never).empty


def test_witnesses_kept_show_what_is_possible(rules: Tree, promises: Mapping[str, Guarantee]) -> None:
    """The engine does with the kept answers what they are kept for; all that is promised has its witness."""
    kept: dict[str, dict[str, dict[str, Any]]] = json.loads(WITNESSES.read_text(encoding="utf-8"))
    needed = {
        "first": set(rules.recommendations),
        "front": {one.id for one in rules.families},
        "flag": {one.id for one in rules.flags},
    }
    possible = {kind for one in promises.values() for kind in one.claim.possible}

    assert {kind: kept[kind].keys() for kind in kept} == {kind: needed[kind] for kind in possible}
    for kind, rows in kept.items():
        stale = [id for id, answers in rows.items() if not reached(kind, id, advise(rules, answers))]
        assert stale == [], f"{kind}: run scripts/prove.py --witnesses"


def test_counterexample_opens_by_its_link() -> None:
    answers = {"foreign-sales": "never", "written-strategies": ["innovation", "business"]}

    assert link(answers, "https://example.org/x/") == (
        "https://example.org/x/tree/#v=1&foreign-sales=never&written-strategies=innovation,business"
    )


def test_solver_stays_a_tool_of_development() -> None:
    """Only commands of development reach the prover: nothing that checks, advises or builds does."""
    asks = re.compile(r"^\s*(?:import z3|from z3|from navigator\.prove|import navigator\.prove)", re.MULTILINE)
    found = {
        path.relative_to(SCRIPTS).as_posix()
        for path in [*SCRIPTS.rglob("*.py"), *(ROOT / "macros").rglob("*.py")]
        if path.is_relative_to(SCRIPTS) and asks.search(path.read_text(encoding="utf-8"))
    }

    review = {"navigator/change/meaning.py", "navigator/change/promises.py"}  # `make review` alone
    assert {name for name in found if not name.startswith("navigator/prove/")} == {"prove.py", *review}

"""What work would change the advice."""

from __future__ import annotations

from navigator.tree.advise import advise
from navigator.tree.counterfactual import MOST, among_priorities, in_front, no_longer, work_for
from navigator.tree.tree import Tree

PARTNERLESS = {
    "foreign-sales": "regular-many", "offer": "standard-b2b", "responsible-person": "experienced-team",
    "affordable-loss": "large", "trusted-contacts": "none", "market-knowledge": "figures", "restrictions": "none",
    "import-viability": "unviable", "preference": "share", "horizon": "years", "choice-method": "compare",
}


def test_it_is_work_and_at_most_two_answers(tree: Tree, random_answers: list[dict[str, object]]) -> None:
    for answers in random_answers[:40]:
        for family in tree.families:
            found = work_for(tree, answers, in_front(family.id))
            assert found is None or len(found) <= MOST
            for work in found or ():
                assert tree.by_id[work.question].changeable == "true"
                assert work.work.endswith(".")
                assert work.work[0].isupper()


def test_what_it_names_brings_the_goal(tree: Tree) -> None:
    assert not in_front("joint-venture")(advise(tree, PARTNERLESS))

    found = work_for(tree, PARTNERLESS, in_front("joint-venture"))

    assert found is not None
    assert [work.question for work in found] == ["trusted-contacts"]
    done = {**PARTNERLESS, **{work.question: work.option for work in found}}
    assert in_front("joint-venture")(advise(tree, done))


def test_nothing_is_to_do_where_the_goal_holds(tree: Tree) -> None:
    front = advise(tree, PARTNERLESS).modes.first[0].id

    assert work_for(tree, PARTNERLESS, in_front(front)) == ()


def test_more_than_two_answers_are_too_many(tree: Tree) -> None:
    far = {"responsible-person": "nobody", "affordable-loss": "almost-nothing", "market-knowledge": "no-idea",
           "restrictions": "unchecked", "trusted-contacts": "none"}

    assert work_for(tree, far, in_front("own-entity")) is None


def test_a_priority_can_be_settled(tree: Tree) -> None:
    unsure = {"foreign-sales": "one-off", "market-knowledge": "hunch", "trusted-contacts": "untested",
              "restrictions": "none", "responsible-person": "novice", "choice-method": "compare"}
    goal = no_longer(among_priorities("external-factors"))

    found = work_for(tree, unsure, goal)

    assert found is not None
    assert "market-knowledge" in [work.question for work in found]


def test_no_work_leads_back(tree: Tree) -> None:
    counted = {"foreign-sales": "one-off", "offer": "standard-b2b", "market-knowledge": "figures",
               "trusted-contacts": "proven", "responsible-person": "experienced-team", "choice-method": "both"}
    for family in tree.families:
        found = work_for(tree, counted, in_front(family.id)) or ()
        assert not {work.question for work in found} & counted.keys()

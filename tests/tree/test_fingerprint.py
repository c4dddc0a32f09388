"""A signature stands while the logic under it does."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from navigator.model.tree import Signature
from navigator.tree.fingerprint import fingerprint, standing
from navigator.tree.tree import Tree


def signed(tree: Tree) -> Tree:
    signature = Signature(by="editors", date=dt.date(2026, 11, 23), logic=fingerprint(tree))
    return replace(tree, settings=tree.settings.model_copy(update={"signatures": (signature,)}))


def test_the_rules_are_a_draft_until_they_are_signed(tree: Tree) -> None:
    assert standing(tree) == ()
    assert len(standing(signed(tree))) == 1


def test_a_point_more_makes_the_signature_stale(tree: Tree) -> None:
    heavier = signed(tree)
    base = {**tree.settings.base, "mode-diversity": 5}

    assert standing(replace(heavier, settings=heavier.settings.model_copy(update={"base": base}))) == ()


def test_other_words_leave_it_standing(tree: Tree) -> None:
    first, *others = tree.questions
    reworded = replace(signed(tree), questions=(first.model_copy(update={"text": "Иначе?"}), *others))

    assert len(standing(reworded)) == 1

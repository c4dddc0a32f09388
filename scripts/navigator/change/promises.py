"""What a change does to promises and signatures: broken, proved anew, gone stale."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from navigator.base import KnowledgeBase
from navigator.model.guarantee import Guarantee
from navigator.model.tree import Signature
from navigator.tree.fingerprint import fingerprint, standing
from navigator.tree.tree import Tree


@dataclass(frozen=True, slots=True)
class Broken:
    """A promise that does not hold, with answers that break it where there are some."""

    guarantee: Guarantee
    what: str
    answers: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Promises:
    """Promises and signatures under the changed rules."""

    same_logic: bool
    checked: int = 0
    broken: tuple[Broken, ...] = ()
    stale: tuple[Signature, ...] = ()
    unproved: bool = False  # the prover is not installed


def promises(before: Tree, after: Tree, old: KnowledgeBase, new: KnowledgeBase) -> Promises:
    """What becomes of the promises; they are proved again only where rules or promises changed."""
    same = fingerprint(before) == fingerprint(after)
    stale = tuple(one for one in standing(before) if one not in standing(after))
    claimed = tuple(one for one in new.of_kind("guarantee") if isinstance(one, Guarantee) and one.status != "retired")
    if same and _claims(old) == _claims(new):
        return Promises(same, 0, (), stale)
    if importlib.util.find_spec("z3") is None:
        return Promises(same, 0, (), stale, unproved=True)
    return Promises(same, len(claimed), tuple(row for one in claimed for row in _against(after, one)), stale)


def _claims(base: KnowledgeBase) -> list[tuple[str, str]]:
    """What is promised, without the words about it."""
    return [(one.id, f"{one.assume} {one.claim} {one.status}") for one in base.of_kind("guarantee")
            if isinstance(one, Guarantee)]


def _against(tree: Tree, guarantee: Guarantee) -> Iterator[Broken]:
    # The prover is heavy and needs a package that building the site does not.
    from navigator.prove.prover import prove  # noqa: PLC0415

    proof = prove(tree, guarantee)
    yield from (Broken(guarantee, one.what, one.answers) for one in proof.against)
    yield from (Broken(guarantee, f"ни при каких ответах не выполняется условие: {what}", None) for what in proof.empty)
    yield from (Broken(guarantee, f"не бывает ни при каких ответах: {what}", None) for what in proof.impossible)
    if proof.parts == 0:
        yield Broken(guarantee, "в claim нет ничего, что можно доказать", None)

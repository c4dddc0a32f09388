"""The tree on one page: questions down the trunk, what each answer branches off to, which questions it passes by."""

from __future__ import annotations

from collections.abc import Iterator

from navigator.base import KnowledgeBase
from navigator.model.tree import Question
from navigator.tree.condition import AnyOf, Condition, Not, leaves
from navigator.tree.tree import Tree
from sheets import words
from sheets.numbering import Numbering
from sheets.sheet import Data, Press, Sheet
from sheets.survey import GROUP, name, order, records, rules_page, told


def sheets(press: Press) -> tuple[Sheet, ...]:
    """The drawing, where there is a tree."""
    if not press.base.of_kind("tree"):
        return ()
    tree = Tree.of(press.base.records.values())
    pointed = {id for one in tree.questions for option in one.options for id in (option.stage, option.direction) if id}
    return (
        Sheet(
            name="tree", title="Дерево вопросов на одном листе",
            description="Все вопросы по порядку, ветви от ответов, ворота и предупреждения: правила целиком.",
            template="tree.typ", data=_data, records=(*records(tree), *told(press), *sorted(pointed)),
            page=rules_page(press), group=GROUP, most=1,
        ),
    )


def _data(press: Press) -> Data:
    tree = Tree.of(press.base.records.values())
    numbering = Numbering(tree)
    drawn = [_node(press.base, numbering, one) for one in numbering.questions]
    at = len(tree.short)
    return {
        "short": drawn[:at],
        "full": drawn[at:],
        "order": order(press),
        "keyed": False,
        "recommendations": len(tree.recommendations),
        "groups": len(tree.families),
    }


def _node(base: KnowledgeBase, numbering: Numbering, question: Question) -> Data:
    passed = words.text(f"мимо, если {numbering.short(Not(question.when))}") if question.when else None
    return {
        "number": numbering.number(question.id),
        "text": words.text(question.text),
        "passed": passed,
        "branches": [
            {"kind": kind, "when": words.text(when), "text": words.text(said)}
            for kind, when, said in _branches(base, numbering, question)
        ],
    }


def _branches(base: KnowledgeBase, numbering: Numbering, question: Question) -> Iterator[tuple[str, str, str]]:
    """What leaves the trunk at a question: its kind, the answers, the words."""
    yield from _pointed(base, numbering, question, "stage", "стадия")
    yield from _pointed(base, numbering, question, "direction", "направление")
    stopped: dict[tuple[str, ...], list[str]] = {}
    for option in question.options:
        if ids := tuple(sorted({id for effect in option.effects for id in effect.veto})):
            stopped.setdefault(ids, []).append(numbering.digit(question.id, option.id))
    for ids, digits in stopped.items():
        yield "veto", numbering.noted(question.id, digits), ", ".join(name(base, id) for id in ids)
    for flag in numbering.tree.flags:
        kind = "gate" if flag.gate == "true" else "flag"
        ways = flag.when.parts if isinstance(flag.when, AnyOf) else (flag.when,)
        settled = tuple(way for way in ways if _last(numbering, way) == numbering.number(question.id))
        if settled:
            yield kind, numbering.short(AnyOf(settled)), flag.title


def _pointed(
    base: KnowledgeBase, numbering: Numbering, question: Question, field: str, word: str
) -> Iterator[tuple[str, str, str]]:
    """Stages or directions with the answers that point to them."""
    found: dict[str, list[str]] = {}
    for option in question.options:
        if target := getattr(option, field):
            found.setdefault(target, []).append(numbering.digit(question.id, option.id))
    for id, digits in found.items():
        yield "point", numbering.noted(question.id, digits), f"{word} «{words.name(base, id)}»"


def _last(numbering: Numbering, condition: Condition) -> int:
    """The question on paper after which a condition is settled."""
    return max(numbering.number(leaf.question) for leaf in leaves(condition))

"""The survey on paper: questions to fill in by hand, what each answer speaks for, the code that carries them over."""

from __future__ import annotations

from itertools import chain

from navigator.base import KnowledgeBase
from navigator.model import Page
from navigator.model.tree import Effect, Family, Option, Question
from navigator.plural import counted
from navigator.tree.condition import Condition
from navigator.tree.tree import Tree
from sheets import words
from sheets.numbering import NOTHING, UNKNOWN, Numbering
from sheets.sheet import Data, Press, Sheet

GROUP = "Опросник"
_LONG_QUESTION = 6000
_PAGE = "tree-overview"


def sheets(press: Press) -> tuple[Sheet, ...]:
    """The survey, where there is a tree."""
    if not press.base.of_kind("tree"):
        return ()
    tree = Tree.of(press.base.records.values())
    return (
        Sheet(
            name="survey", title="Опросник на бумаге",
            description=f"{counted(len(tree.questions), 'вопрос', 'вопроса', 'вопросов')} для ручки: о чём говорит "
            "каждый ответ и код, который переносит ответы на сайт.",
            template="survey.typ", data=_data, records=(*(one.id for one in tree.questions), *told(press)),
            page="tree/",
            group=GROUP, most=8,
        ),
    )


def records(tree: Tree) -> tuple[str, ...]:
    """What sheets of the tree are made from."""
    return (tree.settings.id, *(one.id for one in (*tree.questions, *tree.combinations, *tree.flags)))


def told(press: Press) -> tuple[str, ...]:
    """The record that says where the order comes from, where the content has it."""
    return (_PAGE,) if isinstance(press.base.records.get(_PAGE), Page) else ()


def order(press: Press) -> words.Runs:
    """Where the order comes from, in the words of the site: the last paragraph at the head of the survey."""
    page = press.base.records.get(_PAGE)
    return words.rich(press.base, page.lead[-1].text) if isinstance(page, Page) else []


def effects(tree: Tree) -> tuple[Effect, ...]:
    """Everything that answers say, alone and together."""
    alone = (found for one in tree.questions for found in (*(each.effects for each in one.options), one.unanswered))
    return (*chain.from_iterable(alone), *(one for found in tree.combinations for one in found.effects))


def rules_page(press: Press) -> str:
    """The page that tells the rules, or that of the survey where none does."""
    return "tree/rules/" if "tree-rules" in press.base.records else "tree/"


def _data(press: Press) -> Data:
    tree = Tree.of(press.base.records.values())
    numbering = Numbering(tree)
    asked = [_question(press.base, numbering, one) for one in numbering.questions]
    short = len(tree.short)
    return {
        "short": asked[:short],
        "full": asked[short:],
        "short_count": words.text(counted(short, "вопрос", "вопроса", "вопросов")),
        "full_count": words.text(counted(len(asked) - short, "вопрос", "вопроса", "вопросов")),
        "codes": [_code(numbering, tree.short), _code(numbering, tree.questions)],
        "unknown": UNKNOWN,
        "nothing": NOTHING,
        "order": order(press),
        "keyed": words.keyed(effects(tree)),
    }


def _question(base: KnowledgeBase, numbering: Numbering, question: Question) -> Data:
    options = [
        _option(base, numbering, question, digit, one) for digit, one in numbering.options(question)
        if one or not _has_unknown(question)
    ]
    return {
        "number": numbering.number(question.id),
        "text": words.text(question.text),
        "hint": words.text(question.hint) if question.hint and not question.multiple else None,
        "why": words.rich(base, question.why),
        "skip": numbering.otherwise(question),
        "multiple": question.multiple is not None,
        "variants": [_variant(numbering, one.when, one.text, one.hint) for one in question.variants],
        "width": numbering.width(question),
        "options": options,
        # A question stays on one page, unless it is long enough to need more than a page.
        "whole": len(str(options)) < _LONG_QUESTION,
    }


def _has_unknown(question: Question) -> bool:
    """Whether «не знаю» is an answer of the question's own, so that paper need not offer it twice."""
    return any(one.id == "unknown" for one in question.options)


def _variant(numbering: Numbering, when: Condition, text: str, hint: str | None) -> str:
    said = numbering.words(when)
    return words.text(f"Если {said}, то вопрос такой: {text}" + (f" {hint}" if hint else ""))


def _option(base: KnowledgeBase, numbering: Numbering, question: Question, digit: str, option: Option | None) -> Data:
    effects = option.effects if option else question.unanswered
    variants = option.variants if option else ()
    return {
        "digit": digit,
        "text": words.text(option.text) if option else "Не знаю",
        "variants": [words.text(f"или, если {numbering.words(one.when)}: {one.text}") for one in variants],
        "alone": option is None or option.exclusive is not None,
        "speaks": speaks(base, effects),
    }


def speaks(base: KnowledgeBase, effects: tuple[Effect, ...]) -> list[Data]:
    """What an answer says: for and against which recommendations and groups, and why."""
    found: list[Data] = []
    for one in effects:
        points = (*one.recommendations.items(), *one.families.items())
        sides = [
            ("за", [id for id, value in points if value > 0]),
            ("против", [id for id, value in points if value < 0 and id not in one.veto]),
            ("вперёд не ставится", list(one.veto)),
        ]
        found.append({
            "sides": [[side, words.text(", ".join(name(base, id) for id in ids))] for side, ids in sides if ids],
            "reason": words.text(one.reason + words.other(base, one)),
        })
    return found


def name(base: KnowledgeBase, id: str) -> str:
    """A recommendation by its short name, a group by its own without what stands in brackets."""
    found = base.records[id]
    named = found.title.partition(" (")[0] if isinstance(found, Family) else words.name(base, id)
    return f"«{named}»"


def _code(numbering: Numbering, questions: tuple[Question, ...]) -> list[Data]:
    """A box for each digit of the code, under the number of its question."""
    return [{"number": numbering.number(one.id), "width": numbering.width(one)} for one in questions]

"""Rules of conditions in the tree: each can hold and can fail, no question is out of reach (group G)."""

from __future__ import annotations

from collections.abc import Iterator

from navigator.rules.rule import Found, Look, rule
from navigator.rules.tree_view import Use, View, view
from navigator.tree.condition import DONT_KNOW, AllOf, AnyOf, Condition, Not, holds, leaves
from navigator.tree.reach import Reach

_SHORT, _FULL = 14, 28  # questions on the longest way: ten minutes, twenty minutes


def _whole(use: Use) -> Condition:
    """The condition together with that of its question, where it decides about words."""
    if use.words and use.owner is not None and use.owner.when is not None:
        return AllOf((use.owner.when, use.when))
    return use.when


def _fails(use: Use) -> Condition:
    """That the condition fails, while its question is asked."""
    if use.words and use.owner is not None and use.owner.when is not None:
        return AllOf((use.owner.when, Not(use.when)))
    return Not(use.when)


def _branches(condition: Condition) -> Iterator[Condition]:
    """Parts of which any would do: each should be possible by itself."""
    if isinstance(condition, AllOf | AnyOf):
        for part in condition.parts:
            if isinstance(condition, AnyOf):
                yield part
            yield from _branches(part)


def _reach(tree: View) -> Reach:
    return Reach(tree.questions.values())


def _sound(tree: View, reach: Reach) -> Iterator[Use]:
    """Conditions that name what there is and hang on no question out of order; the others are named by other rules."""
    bad = {use.owner.id for use in tree.uses if use.owner and not use.words and not _leads_back(tree, use)}
    for use in tree.uses:
        whole = AllOf((use.when, use.owner.when)) if use.owner and use.owner.when else use.when
        if _leads_back(tree, use) and not bad & {*reach.closed(whole)}:
            yield use


def _leads_back(tree: View, use: Use) -> bool:
    """Whether every question and option there is, and stands before the question that is decided about."""
    if tree.settings is None:
        return False
    for leaf in leaves(use.when):
        question = tree.questions.get(leaf.question)
        if question is None or not set(leaf.options) <= {DONT_KNOW, *(one.id for one in question.options)}:
            return False
        if use.owner is not None and tree.places[leaf.question] >= tree.places[use.owner.id]:
            return False
    return True


@rule("G05")
def condition_can_hold(look: Look) -> Iterator[Found]:
    """Условие выполняется хотя бы при одних ответах; иначе вопрос не задать, а предупреждение не показать."""
    tree = view(look)
    reach = _reach(tree)
    for use in _sound(tree, reach):
        place = look.base.place(use.record, *use.path)
        if reach.can(_whole(use)) is False:
            what = f"вопрос «{use.record}» никому не задаётся" if use.path == ("when",) and use.owner else \
                "условие не выполняется ни при каких ответах"
            yield Found(place, what, "исправьте условие или уберите запись")
        elif any(reach.can(part) is False for part in _branches(use.when)):
            yield Found(place, "часть условия под any не выполняется ни при каких ответах", "исправьте или уберите её")


@rule("G06")
def condition_can_fail(look: Look) -> Iterator[Found]:
    """Условие выполняется не всегда, а предупреждение и сочетание держатся хотя бы на одном ответе."""
    tree = view(look)
    reach = _reach(tree)
    shown = {one.id for one in (*tree.combinations, *tree.flags)}
    for use in _sound(tree, reach):
        place = look.base.place(use.record, *use.path)
        if reach.can(_fails(use)) is False:
            if reach.can(_whole(use)) is not False:
                yield Found(place, "условие выполняется всегда", "уберите его или исправьте")
        elif use.record in shown and (holds(use.when, {}) or _twice_not(use.when)):
            yield Found(place, "условие выполняется без единого ответа: показать будет не на чем",
                        "добавьте ответ, который должен быть дан")


def _twice_not(condition: Condition, under: bool = False) -> bool:
    if isinstance(condition, Not):
        return under or _twice_not(condition.part, True)
    return isinstance(condition, AllOf | AnyOf) and any(_twice_not(part, under) for part in condition.parts)


@rule("G15")
def survey_is_short_enough(look: Look) -> Iterator[Found]:
    """Одной компании в коротком опросе задают не больше 14 вопросов, в полном — не больше 28."""
    tree = view(look)
    if tree.settings is None:
        return
    reach = _reach(tree)
    short = [one for one in tree.questions.values() if one.survey == "short"]
    for name, chosen, most in (("коротком", short, _SHORT), ("полном", [*tree.questions.values()], _FULL)):
        if len(chosen) > most and reach.at_least(chosen, most) > most:
            yield Found(look.base.place(tree.settings.id, "questions"),
                        f"в {name} опросе есть путь, на котором вопросов больше {most}",
                        "снимите вопрос или задавайте его не всем")


RULES = (condition_can_hold, condition_can_fail, survey_is_short_enough)

"""Advice as a Russian text for the terminal, in the order of the result page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from navigator.base import KnowledgeBase
from navigator.model.tree import Family
from navigator.plural import counted
from navigator.tree.counterfactual import in_front, work_for
from navigator.tree.result import Advice, Because, Way
from navigator.tree.tree import Tree

ORIGIN = (
    "Порядок составлен редакцией по источникам и проверен на вымышленных ситуациях, которые оценила языковая модель, "
    "а не люди. Эксперты его ещё не подтвердили. Статья рекомендации не ранжирует; это не консультация."
)
_DIRECTIONS = {"increase": "наращивание", "hold": "удержание", "reduce": "сокращение", "re-entry": "возврат"}
_STAGES = {"preparation": "подготовка", "launch": "запуск", "growth": "рост", "consolidation": "консолидация"}


def text(advice: Advice, tree: Tree, base: KnowledgeBase, answers: Mapping[str, Any]) -> str:
    """The whole advice in words."""
    return "\n".join(_lines(advice, tree, base, answers))


def _lines(advice: Advice, tree: Tree, base: KnowledgeBase, answers: Mapping[str, Any]) -> Iterator[str]:
    names = {one.id: one.short for one in base.recommendations}
    ways = {one.id: one.title for one in tree.families}
    for flag in (one for one in advice.flags if one.gate):
        yield from (f"! {flag.title}. {flag.text}", f"  Следующий шаг: {flag.next_step}")
        yield from _listed("  Что остаётся возможным", advice.pause if advice.paused else ())
        yield ""
    yield _where(advice)
    yield ""
    if any(one.priority for one in advice.recommendations):
        yield "Что важнее всего сейчас"
        for one in advice.recommendations[:3]:
            yield f"{one.rank}. {names.get(one.id, one.id)}"
            yield from (f"   — {_words(reason, tree)}" for reason in one.because[:3])
        yield "Остальные по порядку: " + ", ".join(names.get(one.id, one.id) for one in advice.recommendations[3:])
        yield ""
    else:
        yield "Ответов нет: рекомендации стоят в порядке статьи, ни одна не выделена."
        yield from (f"{one.rank}. {names.get(one.id, one.id)}" for one in advice.recommendations)
        return
    yield from _listed("Сделайте в этом месяце", [base.items[id][1].action for id in advice.month if id in base.items])
    warnings = [flag for flag in advice.flags if not flag.gate]
    yield from _listed("Предупреждения", [f"{flag.title}. {flag.next_step}" for flag in warnings])
    modes = advice.modes
    yield from _ways("В первую очередь рассмотрите", modes.first, ways, tree)
    yield from _ways("Сравните", modes.compare, ways, tree)
    yield from _ways("Ответы пока говорят против", modes.not_now, ways, tree)
    yield from _listed("План", advice.plan)
    yield from _listed("Проба", advice.trial)
    yield from _work(advice, tree, answers, {one.id: one for one in tree.families})
    if advice.dropped:
        yield "Не учтено (вопрос не задаётся или ответ неизвестен): " + ", ".join(advice.dropped)
    yield ORIGIN


def _where(advice: Advice) -> str:
    parts = []
    if advice.stage:
        parts.append(f"стадия — {_STAGES.get(advice.stage, advice.stage)}")
    if advice.direction:
        parts.append(f"направление — {_DIRECTIONS.get(advice.direction, advice.direction)}")
    left = counted(dict(advice.left)["full"], "вопрос", "вопроса", "вопросов")
    head = "предварительно, по короткому опросу" if advice.survey == "short" else "по полному опросу"
    return f"Где вы: {', '.join(parts) or 'стадия не названа'} ({head}; осталось самое большее {left})"


def _words(reason: Because, tree: Tree) -> str:
    """A reason with the answer it rests on."""
    question = tree.by_id[reason.question]
    if reason.option is None:
        return f"{reason.reason} (нет ответа: {question.text})"
    option = tree.options[reason.question].get(reason.option)
    return f"{reason.reason} (ответ: {option.text})" if option else reason.reason


def _ways(title: str, ways: Sequence[Way], names: Mapping[str, str], tree: Tree) -> Iterator[str]:
    if not ways:
        return
    yield title
    for way in ways:
        yield f"- {names[way.id]}"
        yield from (f"   за: {_words(reason, tree)}" for reason in way.reasons_for[:2])
        yield from (f"   против: {_words(reason, tree)}" for reason in way.against[:2])
        yield from (f"   что должно измениться: {one.change}" for one in way.changes[:1])
    yield ""


def _work(advice: Advice, tree: Tree, answers: Mapping[str, Any], families: Mapping[str, Family]) -> Iterator[str]:
    """What work would bring the nearest other groups in front."""
    lines = []
    for way in (*advice.modes.compare, *advice.modes.not_now)[:3]:
        work = work_for(tree, answers, in_front(way.id))
        done = "; ".join(one.work.rstrip(".") for one in work) if work else "нужно изменить больше двух ответов"
        lines.append(f"{families[way.id].title}: {done}")
    yield from _listed("Какая работа изменила бы вывод", lines)


def _listed(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield title
        yield from (f"- {line}" for line in lines)
        yield ""

"""Draws the tree from its records: questions down the trunk, branches and gates beside it, bypasses round it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from navigator.model.tree import Question
from navigator.tree.condition import leaves
from navigator.tree.tree import Tree
from navigator.typography import set_spaces

_LINE = 19  # between lines of a question
_CHIP = 21  # between lines of a branch
_GAP = 16
_COLUMN = 400
_WRAP = 38
_CHIP_WRAP = 42


@dataclass(frozen=True, slots=True)
class Branch:
    """What leaves the trunk at a question."""

    kind: str  # gate, flag, veto, point
    words: str


@dataclass(frozen=True, slots=True)
class Node:
    """A question with its number and branches."""

    number: int
    question: Question
    lines: tuple[str, ...]
    branches: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def height(self) -> int:
        """Points from the top of this question to the top of the next."""
        chips = sum(len(lines) * 16 + 9 for _, lines in self.branches)
        return max(36, len(self.lines) * _LINE + 13) + chips + _GAP


def branches(tree: Tree, question: Question) -> Iterable[Branch]:
    """Gates and warnings that this question settles, groups it holds back, stages and directions it points to."""
    order = {one.id: number for number, one in enumerate(tree.questions)}
    for flag in tree.flags:
        last = max((order[leaf.question] for leaf in leaves(flag.when) if leaf.question in order), default=-1)
        if last == order[question.id]:
            pause = ", пауза" if flag.pause == "true" else ""
            kind = "gate" if flag.gate == "true" else "flag"
            yield Branch(kind, f"Ворота{pause}: {flag.title}" if kind == "gate" else f"Предупреждение: {flag.title}")
    held = {id for option in question.options for effect in option.effects for id in effect.veto}
    titles = [one.title for one in tree.families if one.id in held]
    if titles:
        yield Branch("veto", f"Может не пустить вперёд: {'; '.join(titles)}")
    if any(option.stage for option in question.options):
        yield Branch("point", "Указывает стадию")
    if any(option.direction for option in question.options):
        yield Branch("point", "Указывает направление участия")


def drawn(tree: Tree, upright: bool) -> Markup:
    """The picture as inline SVG: one column for a narrow screen (`upright`), else the surveys side by side."""
    order = sorted(tree.questions, key=lambda one: one.survey == "full")
    nodes = [_node(tree, number, one) for number, one in enumerate(order, start=1)]
    short = [one for one in nodes if one.question.survey == "short"]
    full = [one for one in nodes if one.question.survey == "full"]
    name = "tree-tall" if upright else "tree-wide"
    if upright:
        body, height = _column([("Короткий опрос", short), ("Полный опрос: ещё вопросы", full)], 0)
        width = _COLUMN
    else:
        left, one = _column([("Короткий опрос", short)], 0)
        right, other = _column([("Полный опрос: ещё вопросы", full)], _COLUMN + 30)
        body, height, width = left + right, max(one, other), 2 * _COLUMN + 30
    said = (f"Дерево: {len(short)} вопросов короткого опроса, затем ещё {len(full)} полного. Рядом с вопросами ворота, "
            "предупреждения, запреты, стадии. Всё это есть в таблице ниже.")
    return Markup(  # noqa: S704 - every word of a record is escaped where it is placed
        f'<svg class="drawn {"picture-tall" if upright else "picture-wide"}" viewBox="0 0 {width} {height}" '
        f'role="group" aria-labelledby="{name}"><title id="{name}">{escape(set_spaces(said))}</title>{body}</svg>'
    )


def _node(tree: Tree, number: int, question: Question) -> Node:
    chips = tuple((one.kind, _wrapped(one.words, _CHIP_WRAP)) for one in branches(tree, question))
    return Node(number, question, _wrapped(question.text, _WRAP), chips)


def _wrapped(text: str, width: int) -> tuple[str, ...]:
    """Lines of the text; a short word is not left at the end of one."""
    lines = textwrap.wrap(set_spaces(text).replace("\u00a0", "\u2060_\u2060"), width, break_long_words=False,
                          break_on_hyphens=False)
    return tuple(line.replace("\u2060_\u2060", "\u00a0") for line in lines)


def _column(parts: Sequence[tuple[str, Sequence[Node]]], left: int) -> tuple[str, int]:
    """A column of questions under their headings, and its height."""
    made: list[str] = []
    y = 0
    for heading, nodes in parts:
        if not nodes:
            continue
        y += 26
        made.append(f'<text class="part" x="{left + 4}" y="{y - 6}">{escape(set_spaces(heading))}</text>')
        y += 10
        last = y + sum(one.height for one in nodes[:-1])
        made.append(f'<path class="trunk" d="M{left + 40} {y + 16}V{last + 16}"/>')
        for node in nodes:
            made.append(_question(node, left, y))
            y += node.height
    return "".join(made), y + 10


def _question(node: Node, left: int, top: int) -> str:
    question = node.question
    x = left + 40
    bypass = ""
    if question.when is not None:
        bypass = f'<path class="bypass" d="M{x - 16} {top - 2}H{left + 8}V{top + node.height - 6}H{x - 2}"/>'
    words = "".join(f'<tspan x="{x + 28}" y="{top + 21 + at * _LINE}">{escape(line)}</tspan>'
                    for at, line in enumerate(node.lines))
    y = top + max(36, len(node.lines) * _LINE + 13)
    chips = []
    for kind, lines in node.branches:
        height = len(lines) * 16 + 5
        text = "".join(f'<tspan x="{x + 42}" y="{y + 13 + at * 16}">{escape(line)}</tspan>'
                       for at, line in enumerate(lines))
        chips.append(
            f'<path class="twig" d="M{x} {y + 9}H{x + 32}"/><rect class="chip {kind}" x="{x + 32}" y="{y - 1}" '
            f'width="{_COLUMN - 80}" height="{height}" rx="3"/><text class="chip-text">{text}</text>'
        )
        y += height + 4
    note = " (задают не всем)" if question.when is not None else ""
    return (
        f'{bypass}<a href="#q-{question.id}" data-way="{question.id}" class="node"><title>'
        f"{escape(set_spaces(question.text))}{note}</title>"
        f'<circle cx="{x}" cy="{top + 16}" r="15"/><text class="number" x="{x}" y="{top + 21}">{node.number}</text>'
        f'<text class="asked">{words}</text></a>{"".join(chips)}'
    )

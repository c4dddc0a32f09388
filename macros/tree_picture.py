"""Draws the tree from its records: questions down the trunk, branches beside it, bypasses round it, advice below."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from macros.tree_branches import Branch, branches, spoken
from navigator.model.tree import Question
from navigator.plural import counted
from navigator.tree.tree import Tree
from navigator.typography import set_spaces

_TRUNK = 34  # from the left edge of a column to the trunk
_GUTTER = 34  # between columns


@dataclass(frozen=True, slots=True)
class Form:
    """Measures of one shape of the picture; the sizes of letters that they suit stand in rules.css."""

    name: str
    width: int  # of a column
    columns: int
    words: int  # characters in a line of a question
    line: int  # between lines of a question
    about: int  # characters in a line of what its answers speak about
    branch: int  # characters in a line of a branch
    small: int  # between lines of either
    pad: int  # between branches, and within them
    gap: int  # below a question


WIDE = Form("wide", 410, 2, words=38, line=20, about=45, branch=42, small=17, pad=4, gap=13)
TALL = Form("tall", 344, 1, words=30, line=21, about=34, branch=33, small=18, pad=4, gap=13)
PAPER = Form("paper", 464, 2, words=50, line=17, about=51, branch=51, small=15, pad=3, gap=6)
FORMS = (WIDE, TALL, PAPER)


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that stands on the trunk or above it: as high as it is, drawn where it is put."""

    height: int
    kind: str  # part, node, box
    lines: tuple[str, ...]
    number: int = 0
    question: Question | None = None
    about: tuple[str, ...] = ()
    chips: tuple[tuple[Branch, tuple[str, ...]], ...] = ()


def drawn(tree: Tree, names: Mapping[str, str], form: Form) -> Markup:
    """The picture as inline SVG in one of its forms."""
    pieces = list(_pieces(tree, names, form))
    columns = _split(pieces) if form.columns > 1 else [pieces]
    height = max(sum(one.height for one in column) for column in columns)
    width = len(columns) * form.width + (len(columns) - 1) * _GUTTER
    body = "".join(_column(form, column, at * (form.width + _GUTTER)) for at, column in enumerate(columns))
    if len(columns) > 1:
        x, y = form.width + _GUTTER // 2, sum(one.height for one in columns[0])
        body = (f'<path class="trunk" d="M{_TRUNK} {y - 2}V{y + 6}H{x}V6H{x + _GUTTER // 2 + _TRUNK}V24"/>') + body
    short = len(tree.short)
    said = (f"Дерево: {counted(short, 'вопрос', 'вопроса', 'вопросов')} короткого опроса, затем ещё "
            f"{len(tree.questions) - short} полного, внизу совет. У вопросов отмечено, кому их задают, какие ответы "
            "ставят ворота, предупреждения и запреты. То же словами сказано в таблице ниже.")
    title = f'<title id="tree-{form.name}">{escape(set_spaces(said))}</title>'
    return Markup(  # noqa: S704 - every word of a record is escaped where it is placed
        f'<svg class="drawn picture-{form.name}" viewBox="0 0 {width} {height + 8}" role="group" '
        f'aria-labelledby="tree-{form.name}">{title}{body}</svg>'
    )


def _pieces(tree: Tree, names: Mapping[str, str], form: Form) -> Iterator[Piece]:
    """The picture from top to bottom."""
    full = len(tree.questions) - len(tree.short)
    yield Piece(34, "part", ("Короткий опрос",))
    for number, question in enumerate(tree.walked, start=1):
        if full and number == len(tree.short) + 1:
            yield _box(form, "Здесь можно остановиться: совет по короткому опросу уже есть.")
            yield Piece(34, "part", ("Полный опрос: ещё вопросы",))
        yield _node(tree, names, form, number, question)
    yield _box(form, f"Совет: ворота и предупреждения, три важнее сейчас из {len(tree.recommendations)} рекомендаций, "
               f"{counted(len(tree.families), 'группа', 'группы', 'групп')} способов, план и проба.")


def _box(form: Form, words: str) -> Piece:
    lines = wrapped(words, form.words)
    return Piece(len(lines) * form.line + 26, "box", lines)


def _node(tree: Tree, names: Mapping[str, str], form: Form, number: int, question: Question) -> Piece:
    lines = wrapped(question.text, form.words)
    about = wrapped(spoken(tree, names, question), form.about)
    chips = tuple((one, wrapped(one.words, form.branch)) for one in branches(tree, names, question))
    small = len(about) * form.small + sum(len(one) * form.small + 2 * form.pad for _, one in chips)
    return Piece(_words_height(form, lines) + small + form.gap, "node", lines, number, question, about, chips)


def _words_height(form: Form, lines: Sequence[str]) -> int:
    return 12 + (len(lines) - 1) * form.line + form.small


def wrapped(text: str, width: int) -> tuple[str, ...]:
    """Lines of the text; a short word is not left at the end of one."""
    # textwrap breaks at plain spaces only, never at the non-breaking ones.
    return tuple(textwrap.wrap(set_spaces(text), width, break_long_words=False, break_on_hyphens=False))


def _split(pieces: Sequence[Piece]) -> list[Sequence[Piece]]:
    """Two columns as even as they can be; a heading stays with what it heads, the left column is the longer one."""
    whole = sum(one.height for one in pieces)
    breaks = [at for at in range(1, len(pieces)) if pieces[at - 1].kind != "part"]
    if not breaks:
        return [pieces]
    best = min(breaks, key=lambda at: abs(2 * sum(one.height for one in pieces[:at]) - whole))
    return [pieces[:best], pieces[best:]]


def _column(form: Form, pieces: Sequence[Piece], left: int) -> str:
    """Pieces one under another on their trunk."""
    y, tops = 0, []
    for one in pieces:
        tops.append(y)
        y += one.height
    on_trunk = [top for top, one in zip(tops, pieces, strict=True) if one.kind != "part"]
    x = left + _TRUNK
    # The trunk stands under everything, so it is drawn first.
    end = y if pieces[-1].kind == "node" else tops[-1] + 8
    trunk = f'<path class="trunk" d="M{x} {(on_trunk or [0])[0] + 8}V{end}"/>'
    return trunk + "".join(_put(form, one, left, top) for one, top in zip(pieces, tops, strict=True))


def _put(form: Form, piece: Piece, left: int, top: int) -> str:
    if piece.question is not None:
        return _question(form, piece, piece.question, left, top)
    if piece.kind == "part":
        return f'<text class="part" x="{left + _TRUNK + 26}" y="{top + 22}">{escape(set_spaces(piece.lines[0]))}</text>'
    height = piece.height - 12
    return (f'<rect class="stop" x="{left + 6}" y="{top + 2}" width="{form.width - 12}" height="{height}" rx="4"/>'
            f'<text class="asked">{_lines(piece.lines, left + 18, top + 21, form.line)}</text>')


def _lines(lines: Sequence[str], x: int, y: int, step: int) -> str:
    return "".join(f'<tspan x="{x}" y="{y + at * step}">{escape(line)}</tspan>' for at, line in enumerate(lines))


def _question(form: Form, piece: Piece, question: Question, left: int, top: int) -> str:
    x, inner = left + _TRUNK, left + _TRUNK + 26
    bypass = ""
    if question.when is not None:
        end = top + piece.height - 4
        bypass = f'<path class="bypass" d="M{x} {top - 4}H{left + 6}V{end}H{x}"/>'
    y = top + _words_height(form, piece.lines)
    about = f'<text class="about">{_lines(piece.about, inner, y + 9, form.small)}</text>' if piece.about else ""
    y += len(piece.about) * form.small
    chips = []
    for branch, lines in piece.chips:
        height = len(lines) * form.small + form.pad
        raised = f' data-flag="{branch.flag}"' if branch.flag else ""
        chips.append(
            f'<g class="chip {branch.kind}"{raised}><path class="twig" d="M{x} {y + height // 2}H{inner}"/>'
            f'<rect x="{inner}" y="{y}" width="{form.width - _TRUNK - 28}" height="{height}" rx="3"/>'
            f'<text>{_lines(lines, inner + 7, y + form.small - 2, form.small)}</text></g>'
        )
        y += height + form.pad
    name = escape(set_spaces(f"Вопрос {piece.number}: {question.text}"))
    return (
        f'<g data-way="{question.id}">{bypass}{"".join(chips)}<a href="#q-{question.id}" aria-label="{name}">'
        f'<circle cx="{x}" cy="{top + 15}" r="14"/><text class="number" x="{x}" y="{top + 20}">{piece.number}</text>'
        f'<text class="asked">{_lines(piece.lines, inner, top + 20, form.line)}</text></a>{about}</g>'
    )

"""What leaves the trunk of the tree at a question, in words: who is asked, stages, closed groups, warnings, gates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.condition_words import answered, in_numbers, option
from navigator.model.tree import Flag, Question
from navigator.plural import counted
from navigator.tree.condition import AnyOf, Condition, leaves
from navigator.tree.shape import Literal, pushed
from navigator.tree.tree import Tree


@dataclass(frozen=True, slots=True)
class Branch:
    """What leaves the trunk at a question."""

    kind: str  # ask, point, veto, flag, gate
    words: str
    flag: str = ""  # id of the warning or gate


def branches(tree: Tree, names: Mapping[str, str], question: Question) -> Iterator[Branch]:
    """Everything that leaves the trunk at a question; a warning stands at the question that settles it."""
    if question.when is not None:
        yield Branch("ask", f"Спрашивают, если {in_numbers(question.when, tree)}")
    for field, word in (("stage", "Стадия"), ("direction", "Направление")):
        if ids := dict.fromkeys(id for one in question.options if (id := getattr(one, field))):
            yield Branch("point", f"{word}: {_listed(names, ids)}")
    yield from _closed(tree, names, question)
    numbers = {one.id: number for number, one in enumerate(tree.walked, start=1)}
    for flag in tree.flags:
        yield from _raised(tree, numbers, flag, question)


def spoken(tree: Tree, names: Mapping[str, str], question: Question) -> str:
    """Which recommendations and how many groups the answers speak about: «Модель по частям; 6 групп способов»."""
    effects = [*question.unanswered, *(effect for one in question.options for effect in one.effects)]
    moved = {id for one in effects for id in one.recommendations}
    about = [names[id] for id in tree.recommendations if id in moved]
    groups = len({id for one in effects for id in (*one.families, *one.veto)})
    parts = [", ".join(about), counted(groups, "группа", "группы", "групп") + " способов" if groups else ""]
    return "; ".join(part for part in parts if part)


def _closed(tree: Tree, names: Mapping[str, str], question: Question) -> Iterator[Branch]:
    """Groups that an answer keeps from the front."""
    found: dict[tuple[str, ...], list[str]] = {}
    for one in question.options:
        closed = {id for effect in one.effects for id in effect.veto}
        if ids := tuple(family.id for family in tree.families if family.id in closed):
            found.setdefault(ids, []).append(one.id)
    for ids, options in found.items():
        told = " или ".join(option(question.id, one, tree) for one in options)
        yield Branch("veto", f"{told}: не впереди {_listed(names, ids)}")


def _raised(tree: Tree, numbers: Mapping[str, int], flag: Flag, question: Question) -> Iterator[Branch]:
    """A warning, where one of its ways to arise ends at the question."""
    ways = flag.when.parts if isinstance(flag.when, AnyOf) else (flag.when,)
    settled = [way for way in ways if _last(numbers, way) == numbers[question.id]]
    if not settled:
        return
    kind = "gate" if flag.gate == "true" else "flag"
    gate = "ворота, пауза " if flag.pause == "true" else "ворота "
    told = f"{gate if kind == 'gate' else ''}«{flag.title}»"
    shape = pushed(AnyOf(tuple(settled)))
    if isinstance(shape, Literal):
        yield Branch(kind, f"{answered(shape, tree).removeprefix('ответили ')}: {told}", flag.id)
        return
    others = sorted({numbers[leaf.question] for way in settled for leaf in leaves(way)} - {numbers[question.id]})
    noun = "вопросом" if len(others) == 1 else "вопросами"
    yield Branch(kind, f"Вместе с {noun} {_counted(others)}: {told}" if others else told, flag.id)


def _last(numbers: Mapping[str, int], condition: Condition) -> int:
    """The question after which a condition is settled."""
    return max((numbers.get(leaf.question, 0) for leaf in leaves(condition)), default=0)


def _counted(numbers: list[int]) -> str:
    *most, last = map(str, numbers)
    return f"{', '.join(most)} и {last}" if most else last


def _listed(names: Mapping[str, str], ids: Iterable[str]) -> str:
    return ", ".join(f"«{names[id]}»" for id in ids)

"""Rules of the catalogue: no group is empty, every attribute has its level, neighbours are named once (group M)."""

from __future__ import annotations

from collections.abc import Iterator

from navigator.model import Attribute, Mode
from navigator.model.tree import Family
from navigator.rules.rule import Found, Look, rule


def _families(look: Look) -> Iterator[Family]:
    for one in look.base.of_kind("family"):
        if isinstance(one, Family) and one.status != "retired":
            yield one


def _modes(look: Look) -> Iterator[Mode]:
    for one in look.base.of_kind("mode"):
        if isinstance(one, Mode) and one.status != "retired":
            yield one


@rule("M01")
def group_has_a_way_in(look: Look) -> Iterator[Found]:
    """В каждой группе есть хотя бы один способ: иначе её страница пуста."""
    there = {one.family for one in _modes(look)}
    if "mode" in look.base.unread.values():
        return
    for one in _families(look):
        if one.id not in there:
            yield Found(look.base.place(one.id), f"в группе «{one.id}» нет ни одного способа",
                        f"добавьте запись в modes/ с family: {one.id}")


@rule("M02")
def every_attribute_has_its_level(look: Look) -> Iterator[Found]:
    """У группы есть место от 1 до 5 по каждому признаку сравнения и нет признаков, которых нет в записях."""
    known = [one.id for one in look.base.of_kind("attribute") if isinstance(one, Attribute) and one.status != "retired"]
    if "attribute" in look.base.unread.values():
        return
    for one in _families(look):
        place = look.base.place(one.id, "attributes")
        for id in known:
            if id not in one.attributes:
                yield Found(place, f"нет признака «{id}»", f"добавьте строку «{id}: …», от 1 до 5")
        for id in one.attributes:
            if id not in known:
                yield Found(look.base.place(one.id, "attributes", id), f"нет такого признака: «{id}»",
                            "исправьте имя или добавьте запись в attributes/")


@rule("M03")
def neighbour_is_named_once(look: Look) -> Iterator[Found]:
    """Соседний способ назван в одном списке один раз."""
    for one in _modes(look):
        for field in ("up", "down", "not_the_same"):
            seen: set[str] = set()
            for number, step in enumerate(getattr(one, field)):
                place = look.base.place(one.id, field, number, "mode")
                if step.mode in seen:
                    yield Found(place, f"«{step.mode}» уже назван в этом списке", "оставьте одну строку")
                seen.add(step.mode)


RULES = (group_has_a_way_in, every_attribute_has_its_level, neighbour_is_named_once)

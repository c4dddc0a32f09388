"""Rules of the catalogue: no group is empty, every attribute has its level, neighbours agree (group M)."""

from __future__ import annotations

from collections.abc import Iterator

from navigator.model import Attribute, Mode
from navigator.model.tree import Family
from navigator.rules.rule import Found, Look, rule

COMMITMENT = "attribute-commitment"
_SIDES = {"up": "down", "down": "up"}


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


@rule("M04")
def commitment_goes_the_way_it_says(look: Look) -> Iterator[Found]:
    """В группе способа из up вложений не меньше, из down — не больше; иначе способ называет в ответ и этот."""
    modes = {one.id: one for one in _modes(look)}
    levels = {one.id: one.attributes.get(COMMITMENT) for one in _families(look)}
    for one in modes.values():
        own = levels.get(one.family)
        for field, back in _SIDES.items():
            for number, step in enumerate(getattr(one, field)):
                other = modes.get(step.mode)
                there = levels.get(other.family) if other else None
                if other is None or own is None or there is None or one.id in _named(other, back):
                    continue
                if there < own if field == "up" else there > own:
                    place = look.base.place(one.id, field, number, "mode")
                    word = "меньше" if field == "up" else "больше"
                    message = f"вложений в группе «{other.family}» {word}, чем в группе «{one.family}»: {there} и {own}"
                    fix = f"перенесите «{other.id}» в {back} или назовите «{one.id}» в {back} записи «{other.id}»"
                    yield Found(place, message, fix)


@rule("M05")
def direction_is_one(look: Look) -> Iterator[Found]:
    """Два способа не стоят выше или ниже друг друга сразу, и сосед не бывает и в up, и в down."""
    modes = {one.id: one for one in _modes(look)}
    for one in modes.values():
        for field, back in _SIDES.items():
            for number, step in enumerate(getattr(one, field)):
                place = look.base.place(one.id, field, number, "mode")
                other = modes.get(step.mode)
                if field == "down" and step.mode in _named(one, "up"):
                    yield Found(place, f"«{step.mode}» стоит и в up, и в down", "оставьте одно направление")
                if other is not None and other is not one and one.id in _named(other, field):
                    yield Found(place, f"«{one.id}» и «{other.id}» называют друг друга в {field}",
                                f"в одной из записей перенесите соседа в {back}")


def _named(mode: Mode, field: str) -> frozenset[str]:
    return frozenset(step.mode for step in getattr(mode, field))


RULES = (
    group_has_a_way_in,
    every_attribute_has_its_level,
    neighbour_is_named_once,
    commitment_goes_the_way_it_says,
    direction_is_one,
)

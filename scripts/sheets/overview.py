"""The whole set at a glance: the summary sheet and the overview for a wall."""

from __future__ import annotations

from navigator.model import Checklist
from navigator.plural import counted
from navigator.typography import NBSP
from sheets import words
from sheets.checklists import recommendation
from sheets.sheet import Data, Press, Sheet

GROUP = "Весь набор"


def sheets(press: Press) -> tuple[Sheet, ...]:
    """The summary on one page, the wall overview on two."""
    records = tuple(one.id for one in press.base.checklists)
    if not records:
        return ()
    return (
        Sheet(
            name="checklists-summary", title="Сводный лист: главное из восьми чек-листов",
            description="На одной странице то, без чего нельзя, по каждой из восьми рекомендаций.",
            template="summary.typ", data=summary, records=records, page="checklists/", group=GROUP, most=1,
        ),
        Sheet(
            name="checklists-wall", title="Восемь рекомендаций на стену",
            description="Две страницы рядом: восемь рекомендаций и главные пункты крупно.",
            template="wall.typ", data=_wall, records=(*records, *(one.id for one in press.base.recommendations)),
            page="checklists/", group=GROUP, most=2,
        ),
    )


def summary(press: Press) -> Data:
    """The main items of every checklist."""
    return {"lists": [_list(press, one) for one in press.base.checklists]}


def _list(press: Press, record: Checklist) -> Data:
    about = recommendation(press, record)
    main = [item for item in record.items if item.level == "compact"]
    return {
        "number": about.number,
        "title": words.text(about.short),
        "about": words.text(about.description),
        "count": counted(len(record.items), "пункт", "пункта", "пунктов") + f", без{NBSP}{len(main)} нельзя",
        "items": [words.rich(press.base, item.action) for item in main],
    }


def _wall(press: Press) -> Data:
    found = [_list(press, one) for one in press.base.checklists]
    half = (len(found) + 1) // 2
    return {"pages": [found[:half], found[half:]]}

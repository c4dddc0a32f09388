"""Every checklist as a compact and as an expanded sheet."""

from __future__ import annotations

from functools import partial

from navigator.model import Checklist, Item, Recommendation
from navigator.plural import counted
from sheets import words
from sheets.sheet import Data, Press, Sheet

GROUP = "Чек-листы по одному"
_LONG_ROW = 1500


def sheets(press: Press) -> tuple[Sheet, ...]:
    """Two sheets for each checklist, in the order of the recommendations."""
    return tuple(_sheet(press, record, compact) for record in press.base.checklists for compact in (True, False))


def _sheet(press: Press, record: Checklist, compact: bool) -> Sheet:
    about = recommendation(press, record)
    number = counted(len(_items(record, compact)), "пункт", "пункта", "пунктов")
    return Sheet(
        name=f"{record.id}-{'compact' if compact else 'expanded'}",
        title=f"Чек-лист «{about.short}»: " + ("главное" if compact else "все пункты"),
        description=f"{'Без чего нельзя' if compact else 'Все пункты'}: {number} к рекомендации «{about.short}».",
        template="checklist.typ",
        data=partial(_data, record=record, compact=compact),
        records=(record.id,),
        page=f"checklists/{about.id}/",
        group=GROUP,
        subject=about.short,
        variant="сжатый лист" if compact else "развёрнутый лист",
        most=1 if compact else 2,
    )


def recommendation(press: Press, record: Checklist) -> Recommendation:
    """What the checklist belongs to."""
    found = press.base.records[record.recommendation]
    if not isinstance(found, Recommendation):
        raise TypeError(f"{record.id}: {record.recommendation} is not a recommendation")
    return found


def _items(record: Checklist, compact: bool) -> list[Item]:
    return [item for item in record.items if not compact or item.level == "compact"]


def _data(press: Press, record: Checklist, compact: bool) -> Data:
    about = recommendation(press, record)
    chosen = _items(record, compact)
    many = counted(len(record.items), "пункт", "пункта", "пунктов")
    level = f"сжатый лист: главное, {len(chosen)} из {len(record.items)}" if compact else f"развёрнутый лист: {many}"
    return {
        "above": words.text(f"Чек-лист к рекомендации {about.number} из {len(press.base.recommendations)} · {level}"),
        "heading": words.text(about.short),
        "intro": [words.rich(press.base, one.text) for one in record.intro],
        "compact": compact,
        "items": [item(press, one) for one in chosen],
    }


def item(press: Press, one: Item) -> Data:
    """An item of a checklist for a template."""
    base = press.base
    return {
        "action": words.rich(base, one.action),
        "evidence": words.rich(base, one.evidence),
        "main": one.level == "compact",
        "mark": words.key(base, one),
        "ask": words.rich(base, one.hand_off.ask) if one.hand_off else None,
        "changes": words.rich(base, one.hand_off.changes) if one.hand_off else None,
        # A row stays on one page, unless it is long enough to need more than a page.
        "whole": len(one.action) + len(one.evidence) < _LONG_ROW,
    }

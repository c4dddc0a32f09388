"""Sheets that a company fills in at a workshop: comparison, plan and trial, restrictions, decisions."""

from __future__ import annotations

from functools import partial

from navigator.model import Attribute, MeetingSheet
from navigator.model.sheet import Part
from sheets import words
from sheets.sheet import Data, Press, Sheet

GROUP = "Для рабочей встречи"
_TEMPLATES = {
    "sheet-compare-ways": ("workshop-compare.typ", "ways/compare/"),
    "sheet-plan-trial": ("workshop-plan.typ", "tree/"),
    "sheet-restrictions": ("workshop-restrictions.typ", "checklists/external-restrictions/"),
    "sheet-decisions": ("workshop-decisions.typ", "ways/outcomes/"),
}


def sheets(press: Press) -> tuple[Sheet, ...]:
    """A sheet for each record that is filled in; the comparison waits for the attributes to compare by."""
    found = [_sheet(press, record) for record in meeting_sheets(press) if record.id in _TEMPLATES]
    return tuple(sheet for sheet in found if sheet.name != "compare-ways" or _attributes(press))


def meeting_sheets(press: Press) -> tuple[MeetingSheet, ...]:
    """The records of sheets in their order."""
    return tuple(
        one for one in press.base.of_kind("sheet") if isinstance(one, MeetingSheet) and one.status != "retired"
    )


def _sheet(press: Press, record: MeetingSheet) -> Sheet:
    template, page = _TEMPLATES[record.id]
    used = (record.id, *(one.id for one in _attributes(press))) if record.id == "sheet-compare-ways" else (record.id,)
    return Sheet(
        name=record.id.removeprefix("sheet-"), title=record.title, description=record.description, template=template,
        data=partial(_data, record=record), records=used, page=page, group=GROUP, most=1,
    )


def _attributes(press: Press) -> list[Attribute]:
    return [one for one in press.base.of_kind("attribute") if isinstance(one, Attribute) and one.status != "retired"]


def _data(press: Press, record: MeetingSheet) -> Data:
    return {
        "lead": [words.owned(press.base, one) for one in record.lead],
        "keyed": words.keyed((*record.lead, *(row for part in record.parts for row in part.rows))),
        "parts": {one.id: _part(press, one) for one in record.parts},
        "attributes": [
            {"title": words.text(one.title), "low": words.text(one.low), "high": words.text(one.high)}
            for one in _attributes(press)
        ] if record.id == "sheet-compare-ways" else [],
    }


def _part(press: Press, part: Part) -> Data:
    return {
        "title": words.text(part.title),
        "rows": [{"title": words.text(one.title), "text": words.owned(press.base, one)} for one in part.rows],
    }

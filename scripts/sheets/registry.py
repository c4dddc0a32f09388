"""All sheets of the set, in the order in which the page of sheets and the ZIP list them."""

from __future__ import annotations

from collections.abc import Callable

from sheets import adviser, booklet, checklists, drawn_tree, overview, scoring, survey, workshop
from sheets.sheet import Press, Sheet

# Each maker returns the sheets of one subject for the content it is given.
MAKERS: tuple[Callable[[Press], tuple[Sheet, ...]], ...] = (
    booklet.sheets, overview.sheets, checklists.sheets, survey.sheets, drawn_tree.sheets, scoring.sheets,
    workshop.sheets, adviser.sheets,
)


def sheets(press: Press) -> tuple[Sheet, ...]:
    """Every sheet that the content allows."""
    return tuple(sheet for maker in MAKERS for sheet in maker(press))

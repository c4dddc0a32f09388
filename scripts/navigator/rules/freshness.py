"""Rules of the shelf life: a term of one's own differs from the usual one (group J).

That a record has aged is no problem of the check: nobody's change fails, or
is even warned, because a record of somebody else has come due. The pages, the
board and the monthly rebuild say it.
"""

from __future__ import annotations

from collections.abc import Iterator

from navigator.freshness import TERMS, WORDS, layer
from navigator.plural import counted
from navigator.rules.rule import Found, Look, rule


@rule("J07", severity="warning")
def own_term_differs(look: Look) -> Iterator[Found]:
    """Свой срок годности (shelf_life) отличается от обычного срока таких записей."""
    for record in look.base.records.values():
        usual = TERMS[layer(record)]
        if record.shelf_life is not None and record.shelf_life.months == usual:
            place = look.base.place(record.id, "shelf_life", "months")
            term = counted(usual, "месяц", "месяца", "месяцев")
            message = f"{term} — обычный срок: {WORDS[layer(record)]}"
            yield Found(place, message, "уберите shelf_life или впишите другой срок")


@rule("J08")
def restrictions_age_fast(look: Look) -> Iterator[Found]:
    """Заметку об ограничениях пересматривают не реже раза в полгода, каким бы ни был её свой срок."""
    most = 2 * TERMS["restrictions"]
    for record in look.base.records.values():
        own = record.shelf_life
        if own is not None and layer(record) == "restrictions" and own.months > most:
            place = look.base.place(record.id, "shelf_life", "months")
            months = counted(own.months, "месяц", "месяца", "месяцев")
            yield Found(place, f"{months} — слишком долго для заметки об ограничениях", f"впишите не больше {most}")


RULES = (own_term_differs, restrictions_age_fast)

"""Rules of references: every id named in a field or in prose leads to the right record (group E)."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from navigator.model import KINDS
from navigator.rules.named import NAMES, Reference
from navigator.rules.rule import Found, Look, rule

_CREATE = "впишите id существующей записи или создайте её"
_MOST_MENDS = 100  # looking for the nearest id is slow, and nobody mends more at once


def _ids(look: Look, kind: str | None) -> list[str]:
    """Ids that a reference may name."""
    if kind == "item":
        return list(look.base.items)
    return [record.id for record in look.base.records.values() if kind in (None, look.base.kind_of(record.id))]


def _nearest(look: Look, reference: Reference) -> str:
    """The mend for an id that leads nowhere."""
    close = difflib.get_close_matches(reference.id, _ids(look, reference.kind), n=1, cutoff=0.6)
    return f"может быть, «{close[0]}»?" if close else _CREATE


@rule("E01")
def reference_resolves(look: Look) -> Iterator[Found]:
    """Каждый id, названный в поле или в тексте, — это id записи нужного вида."""
    shown = {kind for kind, _ in KINDS.values()} | {"item"}
    mends: dict[tuple[str, str | None], str] = {}
    for reference in look.references:
        if reference.kind is not None and reference.kind not in shown:
            continue  # a kind that the base does not hold yet
        actual = look.base.kind_of(reference.id)
        place = look.place(reference.record, reference.path, reference.offset)
        expected = NAMES[reference.kind] if reference.kind else None
        if actual is None:
            message = f"нет записи «{reference.id}»" + (f" (нужно: {expected})" if expected else "")
            key = (reference.id, reference.kind)
            if key not in mends:
                mends[key] = _nearest(look, reference) if len(mends) < _MOST_MENDS else _CREATE
            yield Found(place, message, mends[key])
        elif reference.kind is not None and actual != reference.kind:
            message = f"«{reference.id}» — {NAMES.get(actual, actual)}, а нужно: {expected}"
            yield Found(place, message, "впишите id записи нужного вида")
        elif reference.kind is None and reference.id in look.base.items:
            checklist, _ = look.base.items[reference.id]
            message = f"«{reference.id}» — пункт чек-листа, у него нет своей страницы"
            yield Found(place, message, f"сошлитесь на чек-лист: «{checklist.id}»")


@rule("E03")
def target_is_in_force(look: Look) -> Iterator[Found]:
    """Ссылка не ведёт на снятую запись; журнал проверок не в счёт."""
    for reference in look.references:
        target = look.base.records.get(reference.id)
        if target is None or target.status != "retired" or look.base.records[reference.record].status == "retired":
            continue
        if reference.path[0] == "reviews":
            continue  # the log tells what was, and stays as it is
        place = look.place(reference.record, reference.path, reference.offset)
        fix = f"сошлитесь на «{target.replaced_by}»" if target.replaced_by else "уберите ссылку"
        yield Found(place, f"запись «{reference.id}» снята", fix)


@rule("E06")
def no_reference_to_itself(look: Look) -> Iterator[Found]:
    """Запись не ссылается на саму себя."""
    for reference in look.references:
        if reference.id == reference.record and reference.kind != "source":
            place = look.place(reference.record, reference.path, reference.offset)
            yield Found(place, f"«{reference.id}» ссылается на саму себя", "уберите ссылку")


RULES = (reference_resolves, target_is_in_force, no_reference_to_itself)

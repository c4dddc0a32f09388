"""The list of every id there ever was: an id never vanishes, never changes its kind, is never used again.

Readers' ticks and links to the site hang on ids, so `content/ids.lock` remembers
them: one line an id — id, kind, day first seen, status — sorted, made by `scripts/ids.py`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from navigator.base import KnowledgeBase
from navigator.model import KINDS
from navigator.problems import Place, Problem
from navigator.reader.folder import LOCK

MEND = "make generated"
RETIRED, ALIVE = "retired", "alive"
_MOST_NAMED = 10  # new names in one sentence

_HEAD = "# Made by scripts/ids.py: id, kind, day first seen, status. Never edit by hand, never delete a line.\n"
_FOLDER = {kind: folder for folder, (kind, _) in KINDS.items()}


@dataclass(frozen=True, order=True, slots=True)
class Locked:
    """One remembered id."""

    id: str
    kind: str
    seen: dt.date
    status: str

    def __str__(self) -> str:
        return f"{self.id} {self.kind} {self.seen.isoformat()} {self.status}"


def read(path: Path, file: str) -> tuple[dict[str, Locked], list[Problem]]:
    """The list in the file."""
    try:
        return parse(path.read_text(encoding="utf-8", errors="replace"), file)
    except OSError as error:
        message = f"список имён не открывается ({error.strerror})"
        return {}, [Problem(Place(file), "C09", "error", message, "проверьте права доступа")]


def parse(text: str, file: str) -> tuple[dict[str, Locked], list[Problem]]:
    """The remembered ids and the lines that are not like one."""
    locked: dict[str, Locked] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = line.split()
        try:
            id, kind, seen, status = parts
            one = Locked(id, kind, dt.date.fromisoformat(seen), status)
        except ValueError:
            one = None
        if one is None or one.status not in (RETIRED, ALIVE) or one.id in locked:
            what = "повторяется" if one is not None and one.id in locked else "испорчена"
            problems.append(Problem(Place(file, number), "C09", "error", f"строка списка имён {what}",
                                    f"верните файл из истории и выполните {MEND}"))
        else:
            locked[one.id] = one
    return locked, problems


def in_use(base: KnowledgeBase) -> dict[str, tuple[str, bool]]:
    """Every id of the content: its kind and whether it is retired."""
    found = {id: (base.kind_of(id) or "", record.status == "retired") for id, record in base.records.items()}
    for id in base.items:
        found.setdefault(id, ("item", False))
    return found


def check(base: KnowledgeBase, locked: dict[str, Locked]) -> Iterator[Problem]:
    """Differences between what is remembered and what is there."""
    used = in_use(base)
    for one in locked.values():
        if one.id not in used:
            if one.id not in base.unread and one.status != RETIRED:
                yield _vanished(one, base)
            continue
        kind, retired = used[one.id]
        place = _place(base, one.id)
        if kind != one.kind:
            yield Problem(place, "C04", "error", f"имя «{one.id}» уже занято навсегда: раньше это был вид «{one.kind}»",
                          "дайте новой записи другое имя")
        elif one.status == RETIRED and not retired:
            message = f"имя «{one.id}» снято и снова занято"
            yield Problem(place, "C04", "error", message, "дайте новой записи другое имя")
    if new := [id for id in used if id not in locked]:
        yield _unlisted(new, base)


def updated(
    base: KnowledgeBase, locked: dict[str, Locked], today: dt.date, retire: frozenset[str]
) -> dict[str, Locked]:
    """The list with new ids added and statuses brought up to date; nothing is ever dropped."""
    found = dict(locked)
    for id, (kind, retired) in in_use(base).items():
        known = found.get(id)
        status = RETIRED if retired or (known is not None and known.status == RETIRED) else ALIVE
        found[id] = Locked(id, known.kind if known else kind, known.seen if known else today, status)
    for id in retire & set(found):
        found[id] = Locked(id, found[id].kind, found[id].seen, RETIRED)
    return found


def render(locked: dict[str, Locked]) -> str:
    """The text of the file."""
    return _HEAD + "".join(f"{locked[id]}\n" for id in sorted(locked))


def _vanished(one: Locked, base: KnowledgeBase) -> Problem:
    if one.kind == "item":
        return Problem(_siblings(one.id, base), "C03", "error", f"пропал пункт чек-листа «{one.id}»",
                       "верните его с прежним id; если он снят навсегда, выполните "
                       f".venv/bin/python scripts/ids.py --retire {one.id}")
    folder = _FOLDER.get(one.kind)
    place = Place(f"{base.folder}/{folder}" if folder else f"{base.folder}/{LOCK}")
    return Problem(place, "C03", "error", f"пропала запись «{one.id}»",
                   f"верните файл {one.id}.yml; если запись больше не нужна, поставьте в ней status: retired")


def _unlisted(ids: Sequence[str], base: KnowledgeBase) -> Problem:
    """One sentence for all new names: one command mends them all."""
    if len(ids) == 1:
        said, when = f"имени «{ids[0]}» ещё нет в списке {LOCK}", "имя окончательное"
    else:
        names = ", ".join(f"«{id}»" for id in ids[:_MOST_NAMED])
        more = f" и ещё {len(ids) - _MOST_NAMED}" if len(ids) > _MOST_NAMED else ""
        said, when = f"имён ещё нет в списке {LOCK}: {names}{more}", "имена окончательные"
    return Problem(_place(base, ids[0]), "C08", "warning", said, f"когда {when}, выполните {MEND}")


def _siblings(id: str, base: KnowledgeBase) -> Place:
    """The list that an item was probably taken from: items of one list begin alike."""
    begin = id.partition("-")[0] + "-"
    for other, (checklist, _) in base.items.items():
        if other.startswith(begin):
            return base.place(checklist.id, "items")
    return Place(f"{base.folder}/checklists")


def _place(base: KnowledgeBase, id: str) -> Place:
    if id in base.records:
        return base.place(id, "id")
    checklist, item = base.items[id]
    return base.place(checklist.id, "items", checklist.items.index(item), "id")

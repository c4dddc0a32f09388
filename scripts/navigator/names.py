"""Names that a new record may not take: those that lead elsewhere, look like others, or were once in use."""

from __future__ import annotations

import re
from pathlib import Path

from navigator import ids_lock
from navigator.base import KnowledgeBase
from navigator.model.base import ID_PATTERN
from navigator.reader import letters
from navigator.reader.folder import LOCK, is_device, shown

LONGEST = 60


def fault_of(id: str) -> str | None:
    """Why the name can be neither an id nor the name of a file; nothing where it can."""
    if twin := letters.look_alike(id):
        return f"в имени {shown(twin).removeprefix('в ')}; наберите имя в английской раскладке"
    if len(id) > LONGEST:
        return f"имя длиннее {LONGEST} знаков; выберите короче: два-четыре английских слова"
    if not re.fullmatch(ID_PATTERN, id) or id.endswith("\n"):
        return (f"имя «{shown(id)[:80]}» не годится: только строчные латинские буквы, цифры и дефисы между ними, "
                "без пробелов, точек и косых черт; например target-market")
    if is_device(id):
        return f"имя «{id}» Windows оставляет за устройством, файл там не откроется; выберите другое"
    return None


def taken(id: str, base: KnowledgeBase, content: Path) -> str | None:
    """Why the name is not free; nothing where it is."""
    if (kind := base.kind_of(id)) is not None:
        what = base.origins[id].file if id in base.origins else f"вид {kind}"
        return f"имя «{id}» уже занято ({what}); выберите другое"
    lock = content / LOCK
    locked = ids_lock.read(lock, LOCK)[0] if lock.is_file() else {}
    if id in locked:
        return (f"имя «{id}» уже было на сайте ({locked[id].kind}, {locked[id].seen}), второй раз имена не занимают; "
                "выберите другое")
    return None

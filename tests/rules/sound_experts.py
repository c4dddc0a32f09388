"""A sound note, case and field test for the sound content folder."""

from __future__ import annotations

_HEAD = "# yaml-language-server: $schema=../../schema/{kind}.schema.json\nid: {id}\nstatus: draft\n"
_TAIL = "reviews:\n  - date: 2026-11-23\n    by: editors\n    sources: [work-9]\n    result: created\n"

_NOTE = """title: Север торгует иначе
description: Здесь собственник узнает, чем торговля на севере отличается от общего совета.
regions: [north]
industries: [bread]
author: editors
recommendations: [social-capital]
ways: [way-light]
context:
  - text: На севере Дании покупатель долго присматривается.
    mark: source
    sources: [work-9]
differs:
  - text: Общий совет считает на месяцы, здесь считают на годы.
    mark: editorial
check:
  - text: Спросите двух покупателей, сколько они ждали.
    mark: editorial
watch:
  - text: Следите за сроками оплаты.
    mark: editorial
"""

_CASE = """title: Пекари вошли, ушли и вернулись
description: Здесь собственник узнает, как пекари вошли на рынок, ушли с него и вернулись.
regions: [south]
industries: [bread]
author: editors
recommendations: [mode-diversity]
stages: [launch]
ways: [way-light]
company:
  - text: Одна пекарня.
    mark: source
    sources: [work-9]
path:
  - text: Пекарня начала продавать за рубеж.
    mark: source
    sources: [work-9]
    move: entry
    ways: [way-light]
  - text: Пекарня ушла с этого рынка.
    mark: source
    sources: [work-9]
    move: exit
period: в прочитанном не назван
since:
  - text: Что стало потом, редакция не знает.
    mark: editorial
lessons:
  - text: Сколько стоил бы вам такой уход?
    mark: editorial
limits:
  - text: Это одна пекарня.
    mark: editorial
basis: sources
works: [work-9]
check_status: abstract
"""

_TEST = """title: Пекари прошли лист о способах
description: Здесь собственник узнает, как пекари прошли лист о способах и что из этого вышло.
industries: [bread]
author: editors
testers: [editors]
tested: [social-capital]
period: ноябрь 2026
company:
  - text: Вымышленная пекарня.
    mark: editorial
did:
  - text: Прошли лист по порядку.
    mark: editorial
changed:
  - text: Записали три способа вместо одного.
    mark: editorial
"""


def sound_experts() -> dict[str, str]:
    """The files of the experts' layer by their paths."""
    return {
        "notes/note-north.yml": _record("note", "note-north", _NOTE),
        "cases/case-bakers.yml": _record("case", "case-bakers", _CASE),
        "field-tests/test-bakers.yml": _record("field-test", "test-bakers", _TEST),
    }


def _record(kind: str, id: str, body: str) -> str:
    return _HEAD.format(kind=kind, id=id) + body + _TAIL

"""A review as Russian text: short lines that read in a terminal and as Markdown in a pull request."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from navigator.base import KnowledgeBase
from navigator.change.meaning import PARTS, Case, Meaning, Shape
from navigator.change.promises import Promises
from navigator.change.review import Changed, Review
from navigator.change.stamps import MOST, Stamp
from navigator.plural import counted
from navigator.typography import plain_spaces

PREVIEW = "http://127.0.0.1:8000"
MOST_LINES = 30  # of one list; what is more is counted
_WHAT = {"added": "новая", "changed": "изменена", "retired": "снята", "removed": "УДАЛЕНА"}
_CAME = {"three": "в тройке", "front": "впереди", "flags": "показано"}
Address = Callable[[str], str | None]


def text(review: Review, problems: str, address: Address, site: str = PREVIEW) -> str:
    """The whole report; `problems` is their list as the check prints it, `address` tells where a record is shown."""
    return plain_spaces("\n".join(_lines(review, problems, address, site.rstrip("/")))).rstrip() + "\n"


def link(answers: Mapping[str, Any], site: str) -> str:
    """Where the advice for the answers is shown."""
    parts = ["v=1"]
    for question, given in answers.items():
        options = [given] if isinstance(given, str) else given
        parts.append(f"{quote(question)}={','.join(quote(one) for one in options)}")
    return f"{site}/tree/#{'&'.join([*parts, 'view=result'])}".lstrip("/")


def _lines(review: Review, problems: str, address: Address, site: str) -> Iterator[str]:
    if not review.files:
        yield "Записи не изменились."
        return
    yield f"## Правка: {counted(len(review.files), 'файл', 'файла', 'файлов')}"
    yield ""
    yield from _short([_record(one, review.base, address, site) for one in review.records])
    yield ""
    yield "## Замечания"
    yield ""
    yield from (f"- {line}" for line in problems.splitlines())
    if not problems:
        yield "Замечаний к этим файлам нет."
    if review.others:
        more = counted(review.others, "замечание", "замечания", "замечаний")
        yield f"В файлах, которых правка не касается, ещё {more}; за них правка не отвечает."
    for stamp in review.stamps:
        yield ""
        wrong, mend = stamp_line(stamp)
        yield f"ОШИБКА: {wrong}. {mend[0].upper()}{mend[1:]}."
    if review.unwalked:
        yield from ("", "## Дерево", "")
        yield "Дерево задето, но пройти его нельзя: сначала исправьте ошибки, названные выше."
    if review.meaning is not None:
        yield from ("", "## Что это меняет в советах", "")
        yield from _meaning(review.meaning, review.base, site)
    if review.promises is not None:
        yield from ("", "## Обещания и подписи", "")
        yield from _promises(review.promises, site)


def _record(one: Changed, base: KnowledgeBase, address: Address, site: str) -> str:
    where = address(one.id)
    shown = f" — {site + '/' if site else ''}{where or './'}" if where is not None else ""
    tail = "; вместо удаления ставят status: retired" if one.what == "removed" else ""
    return f"- {_WHAT[one.what]}: {one.id} ({one.kind}){shown}{tail}"


def stamp_line(stamp: Stamp) -> tuple[str, str]:
    """What is wrong with equal entries, and the mend."""
    names = ", ".join(stamp.records[:3])
    entry = f"{stamp.review.date}, {stamp.review.by}, {stamp.review.result}"
    many = counted(len(stamp.records), "записи", "записях", "записях")
    return (f"одинаковая строка журнала ({entry}) стоит в {many}: {names}, …; больше {MOST} за раз не принимаем",
            "сверьте каждую запись отдельно и напишите у неё в note, что именно сверено")


def _meaning(found: Meaning, base: KnowledgeBase, site: str) -> Iterator[str]:
    of = counted(found.sets, "ситуации", "ситуаций", "ситуаций")
    if found.silent:
        yield f"Ни один совет не изменился: проверено {of} и {_scenarios(found.scenarios)}."
        return
    share = f"{100 * found.changed / found.sets:.1f}".replace(".", ",") if found.sets else "0"
    yield f"Совет изменился в {found.changed} из {of} ({share} %)."
    yield from (f"- {PARTS[part]}: {found.parts[part]}" for part in PARTS if found.parts[part])
    yield from _short([f"- {line}" for line in _moves(found, base)])
    yield ("Ссылки открываются, пока работает make serve: там новый совет." if site == PREVIEW else
           "По ссылкам — сайт без этой правки; новый совет по тем же ответам показывает make serve.")
    for number, case in enumerate(found.examples, start=1):
        yield from ("", f"Пример {number}: {link(case.answers, site)}", *_case(case, base))
    yield ""
    yield f"Разборы: совет изменился в {len(found.altered)} из {found.scenarios}."
    for case in found.altered:
        yield from ("", f"«{_one_line(case.title)}»: {link(case.answers, site)}", *_case(case, base))


def _scenarios(number: int) -> str:
    return counted(number, "разбор", "разбора", "разборов")


def _moves(found: Meaning, base: KnowledgeBase) -> Iterator[str]:
    """What came more often and what more rarely, the largest first."""
    keys = sorted({*found.gained, *found.lost}, key=lambda key: (-(found.gained[key] + found.lost[key]), key))
    for key in keys:
        part, _, id = key.partition(":")
        yield f"{_CAME[part]}: «{_name(base, id)}» +{found.gained[key]} −{found.lost[key]}"


def _case(case: Case, base: KnowledgeBase) -> Iterator[str]:
    for part in case.before.differences(case.after):
        yield f"- {PARTS[part]}: {_shown(case.before, part, base)} → {_shown(case.after, part, base)}"


def _shown(shape: Shape, part: str, base: KnowledgeBase) -> str:
    value = getattr(shape, part)
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, tuple):
        return "; ".join(_name(base, id) for id in value) or "нет"
    return _name(base, value) if value else "нет"


def _name(base: KnowledgeBase, id: str) -> str:
    record = base.records.get(id)
    return _one_line(str(getattr(record, "short", None) or getattr(record, "title", None) or id))


def _one_line(words: str) -> str:
    """Words of a record on one line: at the beginning of a line a machine could take them for a command."""
    return "".join(sign if sign.isprintable() else " " for sign in " ".join(words.split())).replace("##[", "#·[")


def _promises(found: Promises, site: str) -> Iterator[str]:
    if found.unproved:
        yield "Обещания не проверены: доказателя нет; поставьте его: make test, или дождитесь проверки на сервере."
    elif found.checked:
        broken = {one.guarantee.id for one in found.broken}
        yield f"Доказано {found.checked - len(broken)} из {counted(found.checked, 'обещания', 'обещаний', 'обещаний')}."
    else:
        yield "Правила и обещания прежние, доказательства остаются в силе."
    for one in found.broken:
        yield f"- НАРУШЕНО: {_one_line(one.guarantee.title)} ({one.guarantee.id}): {one.what}"
        if one.answers is not None:
            yield f"  {link(one.answers, site)}"
    if found.stale:
        who = ", ".join(f"{one.by} от {one.date}" for one in found.stale)
        yield f"Устарели подписи под правилами: {who}. Пока их не поставят заново, сайт пишет «черновик»."
    elif not found.same_logic:
        yield "Правила изменились; подписей, которые от этого устарели бы, нет."


def _short(lines: Sequence[str]) -> Iterator[str]:
    yield from lines[:MOST_LINES]
    if len(lines) > MOST_LINES:
        yield f"- … и ещё {len(lines) - MOST_LINES}"

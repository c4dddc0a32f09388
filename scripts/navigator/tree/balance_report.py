"""What the rules do on the whole, as Russian tables for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from navigator.plural import counted
from navigator.tree.balance import GROUPS, Alarm, Frequencies, Influence
from navigator.typography import plain_spaces

_KINDS = {
    "recommendation": "рекомендация", "family": "группа", "flag": "предупреждение", "question": "вопрос",
    "option": "вариант",
}
_HEADS = {"first": "впереди", "compare": "сравнить", "neutral": "нейтрально", "not_now": "не сейчас"}
_WIDTH = 58


@dataclass(frozen=True)
class Report:
    """Everything the report tells; `names` are what readers call the records."""

    random: Frequencies
    scenarios: Frequencies | None
    questions: Iterable[Influence]
    alarms: Sequence[Alarm]
    names: Mapping[str, str]

    def text(self) -> str:
        """The whole report."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        of = f" и {_sets(self.scenarios)} из сценариев" if self.scenarios else "; сценариев пока нет"
        yield f"Что делают правила: {_sets(self.random)} случайных ответов{of}."
        yield "Случайные ответы на настоящие компании не похожи: доли показывают перекосы правил, а не рынок."
        for title, found in (("случайные ответы", self.random), ("сценарии", self.scenarios)):
            if found is not None:
                yield from self._frequencies(title, found)
        yield from self._influence()
        yield from _alarms(self.alarms)

    def _frequencies(self, title: str, found: Frequencies) -> Iterator[str]:
        yield _row(f"Рекомендации, {title}", "среди трёх", "первая")
        for id, share in _ordered(found.among_three):
            yield _row(self._name(id), _share(share), _share(found.first[id]))
        yield ""
        yield _row(f"Группы способов, {title}", *_HEADS.values())
        for id, groups in found.groups.items():
            yield _row(self._name(id), *(_share(groups[group]) for group in GROUPS))
        fronts = "; ".join(f"{number} — {_share(share)}" for number, share in found.front.items())
        yield f"Сколько групп впереди: {fronts}. На паузе: {_share(found.paused)}."
        yield ""
        yield _row(f"Предупреждения, {title}", "показано")
        for id, share in _ordered(found.flags):
            yield _row(self._name(id), _share(share))
        yield ""

    def _influence(self) -> Iterator[str]:
        yield "В какой доле наборов другой ответ меняет совет; главное — тройка, группы впереди, предупреждения, пауза"
        yield _row("Вопрос", "весь совет", "главное")
        for one in sorted(self.questions, key=lambda one: -one.head):
            yield _row(self._name(one.question), _share(one.advice), _share(one.head))
        yield ""

    def _name(self, id: str) -> str:
        """The id, and what readers call it as far as there is room."""
        name = f"{id} — {plain_spaces(self.names[id])}" if id in self.names else id
        return name if len(name) < _WIDTH else f"{name[: _WIDTH - 2].rstrip()}…"


def _sets(found: Frequencies) -> str:
    return counted(found.sets, "набор", "набора", "наборов")


def _alarms(alarms: Sequence[Alarm]) -> Iterator[str]:
    if not alarms:
        yield "Тревог нет."
        return
    yield f"Тревоги: {len(alarms)}"
    for one in alarms:
        yield f"! {_KINDS[one.kind]} «{one.id}»: {one.what}"


def _ordered(shares: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(shares.items(), key=lambda pair: -pair[1])


def _row(name: str, *cells: str) -> str:
    return f"{name:<{_WIDTH}}" + "".join(f"{cell:>12}" for cell in cells)


def _share(share: float) -> str:
    return f"{share * 100:.1f} %".replace(".", ",")

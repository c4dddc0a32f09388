"""Rules of checklists: an item is one observable action, and an answer comes back to the model (group H)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from navigator.model import Checklist, Item
from navigator.prose import plain
from navigator.rules.rule import Found, Look, rule
from navigator.rules.words import imperatives, sentences
from navigator.typography import plain_spaces

_CHANGES = re.compile(
    r"\b(?:мен|измен|помен)\w*\b.*\bмодел\w*.*\?|\bмодел\w*.*\b(?:мен|измен|помен)\w*.*\?", re.IGNORECASE
)
_OPERATIONAL = re.compile(
    r"\bтамож\w+|\bпошлин\w+|\bсертифик\w+|\bлогистическ\w+ (?:оператор|услуг)\w*|\bвыставк\w+|\bкод\w* ТН ВЭД|"
    r"\bделов\w+ этикет\w*|\bвалютн\w+ контрол\w+|\bэкспортн\w+ контрол\w+",
    re.IGNORECASE,
)
_MOST_ACTIONS = 3  # «запишите и дополните» is still one piece of work


def _items(look: Look) -> Iterator[tuple[Checklist, int, Item]]:
    for checklist in look.base.checklists:
        for number, item in enumerate(checklist.items):
            yield checklist, number, item


@rule("H03", severity="warning")
def item_is_one_action(look: Look) -> Iterator[Found]:
    """Пункт — одно действие в одном предложении."""
    for checklist, number, item in _items(look):
        action = plain_spaces(plain(item.action))
        count = len(imperatives(action))
        if len(sentences(action)) > 1 or count > _MOST_ACTIONS:
            place = look.base.place(checklist.id, "items", number, "action")
            message = f"в пункте «{item.id}» больше одного действия"
            yield Found(place, message, "оставьте одно действие, подробности перенесите в evidence")


@rule("H04", severity="warning")
def item_is_imperative(look: Look) -> Iterator[Found]:
    """Действие пункта названо глаголом в повелительном наклонении: «Запишите…»."""
    for checklist, number, item in _items(look):
        if not imperatives(plain_spaces(plain(item.action))):
            place = look.base.place(checklist.id, "items", number, "action")
            yield Found(place, f"в пункте «{item.id}» нет повелительного глагола", "начните с «Запишите», «Сравните»…")


@rule("H05")
def action_is_not_repeated(look: Look) -> Iterator[Found]:
    """Одно и то же действие не стоит в двух пунктах."""
    first: dict[str, str] = {}
    for checklist, number, item in _items(look):
        key = re.sub(r"\W+", " ", plain_spaces(item.action).lower().replace("ё", "е")).strip()
        if key in first:
            place = look.base.place(checklist.id, "items", number, "action")
            yield Found(place, f"то же действие, что в пункте «{first[key]}»", "уберите повтор или скажите иначе")
        first.setdefault(key, item.id)


@rule("H06")
def hand_off_comes_back(look: Look) -> Iterator[Found]:
    """Передача на «Мой экспорт» возвращается вопросом о модели: «Что это меняет в вашей модели?»."""
    for checklist, number, item in _items(look):
        if item.hand_off is not None and not _CHANGES.search(plain_spaces(item.hand_off.changes)):
            place = look.base.place(checklist.id, "items", number, "hand_off", "changes")
            message = f"«{item.hand_off.changes}» не спрашивает, что меняется в модели"
            yield Found(place, message, "задайте вопрос: «Что это меняет в вашей модели?»")


@rule("H07", severity="warning")
def operational_item_is_handed_off(look: Look) -> Iterator[Found]:
    """Операционный пункт (таможня, сертификаты, выставки, этикет) передан на «Мой экспорт»."""
    for checklist, number, item in _items(look):
        match = _OPERATIONAL.search(plain_spaces(item.action))
        if match and item.hand_off is None:
            place = look.place(checklist.id, ("items", number, "action"), match.start())
            yield Found(place, f"операционный вопрос без передачи: «{match[0]}»", "добавьте hand_off")


@rule("H08")
def evidence_differs_from_action(look: Look) -> Iterator[Found]:
    """Доказательство — то, что можно показать, а не пересказ действия."""
    for checklist, number, item in _items(look):
        if plain_spaces(item.evidence).strip(" .").lower() == plain_spaces(item.action).strip(" .").lower():
            place = look.base.place(checklist.id, "items", number, "evidence")
            yield Found(place, "доказательство повторяет действие", "назовите, что останется на руках: список, запись")


@rule("H09")
def compact_level_is_short(look: Look) -> Iterator[Found]:
    """На каждом листе от трёх до пяти пунктов, без которых нельзя (level: compact)."""
    for checklist in look.base.checklists:
        count = sum(item.level == "compact" for item in checklist.items)
        if not 3 <= count <= 5:
            message = f"пунктов с level: compact — {count}, нужно от 3 до 5"
            yield Found(look.base.place(checklist.id, "items"), message, "оставьте compact тем, без которых нельзя")


RULES = (
    item_is_one_action,
    item_is_imperative,
    action_is_not_repeated,
    hand_off_comes_back,
    operational_item_is_handed_off,
    evidence_differs_from_action,
    compact_level_is_short,
)

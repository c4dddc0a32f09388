"""Two ways in and an attribute for the sound content folder, and what families say about them."""

from __future__ import annotations

_HEAD = "# yaml-language-server: $schema=../../schema/{kind}.schema.json\nid: {id}\nstatus: draft\n"
_TAIL = "reviews:\n  - date: 2026-11-23\n    by: editors\n    sources: [ilkevich-2025]\n    result: created\n"
_ATTRIBUTE = (
    "number: 1\ntitle: Вложения\ntext:\n  text: Сколько денег уходит.\n  mark: editorial\nlow: мало\nhigh: много\n"
)
GROWN = "grows:\n  - text: Дальше идут {where}.\n    mark: editorial\nattributes:\n  attribute-commitment: {level}\n"


def sound_catalogue() -> dict[str, str]:
    """The files by their paths."""
    id = "attribute-commitment"
    return {
        f"attributes/{id}.yml": _HEAD.format(kind="attribute", id=id) + _ATTRIBUTE + _TAIL,
        "modes/mode-light.yml": _mode("mode-light", "way-light", "Возить понемногу", "up", "mode-deep"),
        "modes/mode-deep.yml": _mode("mode-deep", "way-deep", "Строить самим", "down", "mode-light"),
    }


def _mode(id: str, family: str, title: str, side: str, neighbour: str) -> str:
    listed = "".join(
        f"{field}:\n  - text: {title}, {words} раз.\n    mark: editorial\n"
        f"  - text: {title}, {words} снова.\n    mark: editorial\n"
        for field, words in (("how", "первый"), ("fits", "второй"), ("not_fits", "третий"), ("keep", "пятый"),
                             ("give", "шестой"), ("leaving", "седьмой"))
    )
    return (
        f"{_HEAD.format(kind='mode', id=id)}family: {family}\nnumber: 1\ntitle: {title}\n"
        f"description: Здесь собственник узнает, что значит такой путь и чем он отличается, а именно {title.lower()}.\n"
        f"meaning:\n  text: Это и есть {title.lower()}.\n  mark: editorial\n{listed}"
        f"trial:\n  text: Начните с малого, если решили {title.lower()}.\n  span: Месяц.\n"
        f"  stake: Время на {title.lower()}.\n  reveals: Видно, стоит ли {title.lower()}.\n"
        f"  stop: Если ясно, что {title.lower()} рано.\n  mark: editorial\n"
        f"{side}:\n  - mode: {neighbour}\n    why: Когда {title.lower()} уже мало.\n    mark: editorial\n{_TAIL}"
    )

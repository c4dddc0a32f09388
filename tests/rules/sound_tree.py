"""A tiny sound tree for the sound content folder: three questions, two groups of ways in, one of everything else."""

from __future__ import annotations

from collections.abc import Sequence

from tests.rules.sound_catalogue import GROWN

_HEAD = "# yaml-language-server: $schema={up}schema/{kind}.schema.json\nid: {id}\nstatus: draft\n"
_TAIL = "reviews:\n  - date: 2026-11-23\n    by: editors\n    sources: [ilkevich-2025]\n    result: created\n"

_SETTINGS = """version: "1"
questions: [experience, dynamics, market]
ties: [{ties}]
held:
  - recommendation: external-restrictions
    within: 3
    when:
      market: chosen
thresholds:
  front: 2
  gap: 2
  most: 2
  compare: 1
  not_now: -1
plan:
  - text: Запишите цель.
    mark: editorial
    when:
      market: chosen
trial:
  - text: Отправьте образцы.
    mark: editorial
pause:
  - text: Посмотрите другой рынок.
    mark: editorial
retired: [old-question, "experience: old-option"]
context:
  - id: region
    label: Регион
    choices:
      - id: north
        label: Север
      - id: south
        label: Юг
  - id: industry
    label: Отрасль
    choices:
      - id: bread
        label: Хлеб
      - id: ships
        label: Суда
"""

_EXPERIENCE = """text: Продаёте ли вы уже за рубеж?
why: От опыта зависит стадия.
determinants: [capabilities, competences, strategy]
survey: short
changeable: true
options:
  - id: never
    text: Ещё пробуем
    stage: preparation
    effects:
      - recommendations: {{{all}}}
        reason: Всё впереди
        mark: editorial
      - families: {{}}
        veto: [way-deep]
        reason: Начинать с этого рано
        mark: editorial
  - id: regular
    text: Продаём каждый месяц
    stage: consolidation
    work: Проведите первые продажи.
    effects:
      - families: {{way-light: 2, way-deep: 3}}
        reason: Опыт есть
        mark: editorial
"""

_DYNAMICS = """text: Что происходит с продажами?
why: Участие в рынках бывает разным.
determinants: [industry, digitalisation, innovation]
survey: full
changeable: false
when:
  experience: regular
options:
  - id: growing
    text: Растут
    direction: increase
    effects:
      - reason: Участие растёт
        mark: editorial
  - id: shrinking
    text: Сокращаются
    effects:
      - families: {way-deep: -1}
        reason: Сокращение обдумывают
        mark: editorial
"""

_MARKET = """text: Что вы знаете о рынке?
variants:
  - when:
      experience: regular
    text: Что вы знаете о новом рынке?
why: Способ зависит от рынка.
determinants: [target-market, regulation, competition]
survey: short
changeable: true
unanswered:
  - recommendations: {external-factors: 1}
    reason: Рынок ещё в тени
    mark: editorial
options:
  - id: chosen
    text: Страна выбрана
    effects:
      - recommendations: {external-factors: 0}
        reason: Эта потребность закрыта
        mark: editorial
  - id: open
    text: Выбираем
    effects:
      - recommendations: {external-factors: 1}
        reason: Сравните рынки
        mark: editorial
"""

_COMBINATION = """when:
  all:
    - experience: regular
    - market: [open, dont-know]
effects:
  - recommendations: {external-factors: 1}
    reason: Продажи есть, рынок в тени
    mark: editorial
"""

_FLAG = """number: 1
title: Рынок в тени
gate: true
pause: false
when:
  market: open
says:
  text: Рынок ещё выбирают.
  mark: editorial
next_step:
  text: Соберите цифры.
  mark: editorial
recommendation: external-factors
veto: [way-deep]
lift: Выберите рынок.
"""

_PROMISE = """number: 1
title: Пока рынок выбирают, глубокий способ вперёд не выходит
text:
  - text: Вложения ждут.
    mark: editorial
assume:
  market: open
claim:
  front_never: [way-deep]
"""


def sound_tree(recommendations: Sequence[str]) -> dict[str, str]:
    """The files of the tree by their paths."""
    return {
        "tree/tree.yml": _record("tree", "tree", _SETTINGS.format(ties=", ".join(recommendations))),
        "tree/questions/experience.yml": _record(
            "question", "experience", _EXPERIENCE.format(all=", ".join(f"{one}: 1" for one in recommendations))
        ),
        "tree/questions/dynamics.yml": _record("question", "dynamics", _DYNAMICS),
        "tree/questions/market.yml": _record("question", "market", _MARKET),
        "tree/combinations/sales-in-the-dark.yml": _record("combination", "sales-in-the-dark", _COMBINATION),
        "tree/flags/dark-market.yml": _record("flag", "dark-market", _FLAG),
        "tree/guarantees/guarantee-dark.yml": _record("guarantee", "guarantee-dark", _PROMISE),
        "families/way-light.yml": _record("family", "way-light", _family(1, "Лёгкий способ")),
        "families/way-deep.yml": _record("family", "way-deep", _family(2, "Глубокий способ")),
    }


def _record(kind: str, id: str, body: str) -> str:
    up = {"family": "../../", "tree": "../../"}.get(kind, "../../../")
    return _HEAD.format(up=up, kind=kind, id=id) + body + _TAIL


def _family(number: int, title: str) -> str:
    return (
        f"number: {number}\ntitle: {title}\nmeaning:\n  text: Так выходят на рынок.\n  mark: editorial\n"
        "trial:\n  text: Попробуйте дёшево.\n  mark: editorial\n"
        + GROWN.format(where="дальше" if number == 1 else "рядом", level=number)
    )

"""Issue forms of the code host: one for each kind that experts add to, one for a better question, one for a remark."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import yaml

from navigator.base import KnowledgeBase
from navigator.forms.fields import KINDS_ASKED, Field, form_of
from navigator.forms.words import CONSENT, CONSENT_TEXT, INTRO, LATER
from navigator.model import KINDS
from navigator.schema import schema

FOLDER = ".github/ISSUE_TEMPLATE"
_HEAD = "# Made by scripts/forms.py from the models; edit those and run `make generated`.\n"
_NAMES = {"note": "Заметка о регионе или отрасли", "case": "Случай компании", "field-test": "Апробация методики"}


def issue_forms(base: KnowledgeBase) -> dict[str, str]:
    """Every file of the folder of issue forms, by its path in the project."""
    made = {f"{FOLDER}/{kind}.yml": _text(_form(kind, base)) for kind in KINDS_ASKED}
    made[f"{FOLDER}/question.yml"] = _text(_question())
    made[f"{FOLDER}/remark.yml"] = _text(_remark())
    made[f"{FOLDER}/config.yml"] = _text({"blank_issues_enabled": True})
    return made


def _text(value: dict[str, Any]) -> str:
    return _HEAD + yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=110)


def _form(kind: str, base: KnowledgeBase) -> dict[str, Any]:
    fields = form_of(kind, base).fields
    return _whole(_NAMES[kind], INTRO[kind], kind, f"{INTRO[kind]} {LATER}", [*map(_element, fields), _consent()])


def _whole(name: str, about: str, label: str, intro: str, body: Iterable[dict[str, Any]]) -> dict[str, Any]:
    opening = {"type": "markdown", "attributes": {"value": intro}}
    return {"name": name, "description": about, "title": f"{name}: ", "labels": [label], "body": [opening, *body]}


def _element(field: Field) -> dict[str, Any]:
    if field.options:
        more = {"multiple": field.shape == "choices", "options": [f"{words} ({id})" for id, words in field.options]}
        return _asked("dropdown", field.id, field.label, field.hint, field.needed, more)
    single = field.shape in ("line", "person", "people", "ids")
    return _asked("input" if single else "textarea", field.id, field.label, field.hint, field.needed, {})


def _asked(  # noqa: PLR0913, PLR0917 -- the parts of an element
    type: str, id: str, label: str, hint: str, needed: bool, more: dict[str, Any]
) -> dict[str, Any]:
    attributes = {"label": label, **({"description": hint} if hint else {}), **more}
    return {"type": type, "id": id, "attributes": attributes, "validations": {"required": needed}}


def _consent() -> dict[str, Any]:
    options = [{"label": CONSENT_TEXT, "required": True}]
    return {"type": "checkboxes", "id": "consent", "attributes": {"label": CONSENT, "options": options}}


def _question() -> dict[str, Any]:
    """A better question: what the model says of a question, asked of a person."""
    model = next(model for kind, model in KINDS.values() if kind == "question")
    said = {name: str(field["description"]) for name, field in schema(model)["properties"].items()}
    body = [
        _asked("input", "question", "Какой вопрос", "Скопируйте вопрос со страницы опроса. Нового ещё нет — напишите "
               "«новый».", True, {}),
        _asked("textarea", "text", "Как спросить лучше", said["text"], True, {}),
        _asked("textarea", "options", "Варианты ответа", f"Каждый с новой строки. {said['options']}", False, {}),
        _asked("textarea", "why", "Почему это спрашивают", said["why"], True, {}),
        _asked("textarea", "hint", "Подсказка", said["hint"], False, {}),
        _asked("textarea", "effects", "Что меняется в совете", "За какие рекомендации и группы способов говорит каждый "
               "ответ и почему.", False, {}),
        _asked("textarea", "sources", "Откуда это известно", "Работа, опыт, разговор. Ничего не дополняйте по памяти.",
               True, {}),
        _consent(),
    ]
    about = "Вопрос непонятен, лишний или не хватает варианта."
    intro = f"{about} Смысл правки проверят на тысячах ситуаций и на разборах до того, как её примут."
    return _whole("Лучший вопрос", about, "question", intro, body)


def _remark() -> dict[str, Any]:
    body = [
        _asked("input", "page", "Страница", "Адрес или заголовок страницы.", True, {}),
        _asked("textarea", "wrong", "Что не так", "Скопируйте это место и скажите, в чём ошибка.", True, {}),
        _asked("textarea", "right", "Как правильно", "Если знаете.", False, {}),
        _asked("textarea", "sources", "Откуда это известно", "Работа, опыт, разговор. Не знаете — оставьте пустым.",
               False, {}),
        _asked("input", "author", "Кто вы", "Если хотите назваться.", False, {}),
    ]
    about = "Ошибка, неясное место, устаревшие сведения."
    return _whole("Замечание к странице", about, "remark", about, body)

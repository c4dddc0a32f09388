"""Records of the decision tree: settings, questions, combinations, flags, families."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from navigator.model.base import Date, Id, Provenance, Record, Statement, Strict, Text, Whole
from navigator.model.catalogue import Level
from navigator.tree import condition as language


def _condition(value: object) -> language.Condition:
    try:
        return language.parse(value)
    except language.ConditionError as error:
        raise PydanticCustomError("condition_form", "{what}", {"what": str(error)}) from None


Condition = Annotated[
    language.Is | language.AllOf | language.AnyOf | language.Not,
    BeforeValidator(_condition),
    WithJsonSchema({"type": "object"}),
]
YesNo = Literal["true", "false"]
Points = dict[Id, Whole]
Determinant = Literal[
    "target-market", "capabilities", "competences", "strategy", "industry", "regulation", "competition",
    "digitalisation", "innovation",
]


class Effect(Provenance, title="О чём говорит ответ"):
    """What an answer says, with one reason for all of it."""

    recommendations: Points = Field(
        default_factory=dict,
        description="Баллы рекомендаций: чем больше, тем насущнее; 0 — ответ показывает, что потребность закрыта.",
    )
    families: Points = Field(default_factory=dict, description="Баллы групп: больше нуля — за, меньше — против.")
    veto: tuple[Id, ...] = Field(
        default=(), description="Группы, которые при этом не ставятся вперёд. Только в вопросах короткого опроса."
    )
    reason: Text = Field(description="Почему — словами, которые увидит собственник. Одно короткое предложение.")


class Variant(Strict, title="Другие слова для другой компании"):
    """Other words for a company to which the usual ones do not apply."""

    when: Condition = Field(description="Для кого эти слова: условие над предыдущими вопросами.")
    text: Text = Field(description="Те же вопрос или вариант словами этой компании.")
    hint: Text | None = Field(default=None, description="Подсказка для этой компании.")


class Option(Strict, title="Вариант ответа"):
    """One answer that may be chosen."""

    id: Id = Field(description="Постоянное имя варианта внутри вопроса.")
    text: Text = Field(description="Вариант словами собственника.")
    variants: tuple[Variant, ...] = Field(default=(), description="Другие слова для других компаний.")
    exclusive: Literal["true"] | None = Field(default=None, description="true — не сочетается с другими вариантами.")
    stage: Id | None = Field(default=None, description="Стадия, на которую указывает ответ.")
    direction: Id | None = Field(default=None, description="Направление участия, на которое указывает ответ.")
    work: Text | None = Field(
        default=None, description="Работа, которая приводит к этому ответу: «Соберите…». Только если changeable: true."
    )
    work_from: tuple[Id, ...] = Field(
        default=(), description="Варианты, от которых ведёт эта работа; пусто — от любого. От «не знаю» ведёт всегда."
    )
    effects: tuple[Effect, ...] = Field(min_length=1, description="О чём говорит ответ; без баллов — ни за, ни против.")


class Question(Record, title="Вопрос дерева"):
    """One question of the survey."""

    text: Text = Field(description="Вопрос словами собственника.")
    variants: tuple[Variant, ...] = Field(default=(), description="Другие слова для других компаний.")
    why: Text = Field(description="Почему спрашиваем.")
    hint: Text | None = Field(default=None, description="Подсказка под вопросом.")
    terms: tuple[Id, ...] = Field(default=(), description="id терминов, которые нужно объяснить на месте.")
    determinants: tuple[Determinant, ...] = Field(
        min_length=1, description="Какие детерминанты выбора из статьи (строка 45) проясняет вопрос."
    )
    survey: Literal["short", "full"] = Field(description="short — в обоих опросах; full — только в полном.")
    changeable: YesNo = Field(description="true — собственник может изменить ответ работой.")
    change: Text | None = Field(default=None, description="Что должно измениться, чтобы возражение или запрет снялись.")
    when: Condition | None = Field(default=None, description="Кому задаётся: условие над предыдущими вопросами.")
    multiple: Literal["true"] | None = Field(default=None, description="true — можно выбрать несколько вариантов.")
    unanswered: tuple[Effect, ...] = Field(default=(), description="О чём говорит отсутствие ответа или «не знаю».")
    options: tuple[Option, ...] = Field(min_length=2, description="Варианты по порядку; «не знаю» добавляется само.")


class Combination(Record, title="Сочетание ответов"):
    """What several answers say together and none of them says alone."""

    when: Condition = Field(description="При каких ответах.")
    effects: tuple[Effect, ...] = Field(min_length=1, description="О чём говорит сочетание.")


class Flag(Record, title="Предупреждение"):
    """A warning, or a gate that stands above the result."""

    number: Whole = Field(ge=1, description="Порядок показа: сначала то, что нельзя отменить.")
    title: Text = Field(description="Короткое имя предупреждения.")
    gate: YesNo = Field(description="true — стоит над результатом.")
    pause: YesNo = Field(description="true — рынок на паузе: вперёд не ставится ни одна группа.")
    when: Condition = Field(description="При каких ответах показывается.")
    says: Statement = Field(description="Текст предупреждения.")
    next_step: Statement = Field(description="Следующий шаг.")
    recommendation: Id = Field(description="id рекомендации, которая этим занимается.")
    veto: tuple[Id, ...] = Field(default=(), description="Группы, которые при этом не ставятся вперёд.")
    lift: Text | None = Field(default=None, description="Что должно измениться, чтобы запрет снялся. Нужно при veto.")


class Family(Record, title="Группа способов выхода"):
    """A group of ways in."""

    number: Whole = Field(ge=1, le=8, description="Порядок показа.")
    title: Text = Field(description="Название группы.")
    meaning: Statement = Field(description="Что это значит, одним-двумя предложениями.")
    trial: Statement = Field(description="Самая дешёвая проба этой группы.")
    grows: tuple[Statement, ...] = Field(min_length=1, description="Куда от этой группы можно развиваться дальше.")
    attributes: dict[Id, Level] = Field(
        default_factory=dict, description="Признаки сравнения: id признака — от 1 (мало) до 5 (много)."
    )


class Held(Strict, title="Место, которое рекомендация держит"):
    """A place that a recommendation keeps whatever the points say."""

    recommendation: Id = Field(description="id рекомендации.")
    within: Whole = Field(ge=1, le=8, description="Не ниже какого места.")
    when: Condition = Field(description="При каких ответах.")


class Step(Statement, title="Строка плана или пробы"):
    """A line of the plan or of the trial."""

    when: Condition | None = Field(default=None, description="Для кого эта строка; без условия — для всех.")


class Choice(Strict, title="То, что выбирают"):
    """A thing to choose that only attaches notes and cases."""

    id: Id = Field(description="Постоянное имя.")
    label: Text = Field(description="Название для читателя.")


class Context(Strict, title="Отрасль, регион или вид компании"):
    """Industry, region or kind of company: it never moves the order."""

    id: Literal["industry", "region", "company"] = Field(description="Что выбирают.")
    label: Text = Field(description="Как это назвать читателю.")
    choices: tuple[Choice, ...] = Field(min_length=2, description="Из чего выбирают.")


class Thresholds(Strict, title="Пороги групп способов"):
    """Where groups of ways in stand, by their points."""

    front: Whole = Field(description="С каких баллов группа может стоять впереди.")
    gap: Whole = Field(ge=0, description="На сколько баллов стоящая впереди может отставать от лучшей.")
    most: Whole = Field(ge=1, le=3, description="Сколько групп самое большее стоит впереди.")
    compare: Whole = Field(description="С каких баллов группу стоит сравнить.")
    not_now: Whole = Field(description="До каких баллов группа пока не рекомендуется.")


class Signature(Strict, title="Подпись под правилами"):
    """A person who stands behind the rules as they were on a day."""

    by: Id = Field(description="id человека из content/people.")
    date: Date = Field(description="День подписи.")
    logic: Text = Field(description="Отпечаток правил, которые подписаны; расходится с правилами — подпись устарела.")


class TreeSettings(Record, title="Настройки дерева"):
    """Order, thresholds and version of the rules."""

    version: Text = Field(description="Версия правил.")
    questions: tuple[Id, ...] = Field(min_length=1, description="Вопросы по порядку.")
    base: Points = Field(default_factory=dict, description="Баллы рекомендаций до всяких ответов.")
    ties: tuple[Id, ...] = Field(min_length=8, max_length=8, description="Порядок рекомендаций при равных баллах.")
    held: tuple[Held, ...] = Field(default=(), description="Места, которые держатся при любых баллах.")
    thresholds: Thresholds = Field(description="Пороги групп способов.")
    plan: tuple[Step, ...] = Field(min_length=1, description="Строки плана.")
    trial: tuple[Step, ...] = Field(min_length=1, description="Строки пробы.")
    pause: tuple[Statement, ...] = Field(min_length=1, description="Что остаётся возможным во время паузы.")
    context: tuple[Context, ...] = Field(default=(), description="Что прикрепляет заметки, не меняя порядка.")
    retired: tuple[Text, ...] = Field(default=(), description="Снятое: «вопрос» или «вопрос: вариант».")
    signatures: tuple[Signature, ...] = Field(default=(), description="Кто подписал правила. Пусто — «черновик».")


TREE_KINDS: dict[str, tuple[str, type[Record]]] = {
    "families": ("family", Family),
    "tree": ("tree", TreeSettings),
    "tree/questions": ("question", Question),
    "tree/combinations": ("combination", Combination),
    "tree/flags": ("flag", Flag),
}

__all__ = [
    "TREE_KINDS", "Combination", "Context", "Effect", "Family", "Flag", "Held", "Option", "Question", "Signature",
    "Step", "Thresholds", "TreeSettings", "Variant",
]



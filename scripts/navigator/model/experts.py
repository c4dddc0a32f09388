"""Records of the experts' layer: context notes, cases, field tests. This layer may name countries and industries."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from navigator.model.base import Date, Id, Record, Statement, Strict, Summary, Text

# Where a company of a case went at a step of its path, and how certain a case is.
Move = Literal["entry", "increase", "hold", "reduce", "exit", "re-entry", "no-entry"]
CheckStatus = Literal["unchecked", "abstract", "full-text", "expert"]


class Dissent(Strict, title="Особое мнение"):
    """A view that differs from the record and is kept beside it."""

    by: Id = Field(description="id несогласного из content/people.")
    date: Date = Field(description="День, когда мнение записано, ГГГГ-ММ-ДД.")
    text: Text = Field(description="В чём несогласие, своими словами. Мнение не убирают, когда спор окончен.")


class Told(Strict, title="Со слов"):
    """Who told of a case that no work describes."""

    by: Id = Field(description="id рассказчика из content/people; там же записано его согласие.")
    date: Date = Field(description="День рассказа, ГГГГ-ММ-ДД.")
    position: Text = Field(description="Кем рассказчик приходится компании: владелец, сотрудник, консультант.")


class Placed(Record, title="Запись о регионе или отрасли"):
    """What notes, cases and field tests share: where they belong, who wrote, who read a second time."""

    title: Text = Field(max_length=100, description="Заголовок без точки: о чём запись, одной строкой.")
    description: Summary = Field(description="Одно предложение для поиска и карточек.")
    regions: tuple[Id, ...] = Field(
        default=(), description="id рынков, о которых запись, из content/tree/tree.yml (context: region): asean… "
        "Откуда сами компании, говорит area. Заметке нужен хотя бы один регион или одна отрасль."
    )
    industries: tuple[Id, ...] = Field(
        default=(), description="id отраслей из content/tree/tree.yml (context: industry): food, machinery, services…"
    )
    companies: tuple[Id, ...] = Field(
        default=(), description="id видов компаний из content/tree/tree.yml (context: company): production, it-company…"
    )
    area: Text | None = Field(
        default=None, description="Где именно, если у́же региона, и откуда компании: «Кения; предприятия из Дании»."
    )
    author: Id = Field(description="id автора из content/people.")
    second_reviewer: Id | None = Field(
        default=None, description="id второго рецензента из content/people: это не автор. Без него запись — черновик."
    )
    dissent: tuple[Dissent, ...] = Field(default=(), description="Особые мнения. Их сохраняют, а не улаживают.")


class Note(Placed, title="Контекстная заметка"):
    """What is different in a region or an industry; it adds to a result and never changes the order."""

    recommendations: tuple[Id, ...] = Field(min_length=1, description="id рекомендаций, к которым заметка.")
    ways: tuple[Id, ...] = Field(default=(), description="id групп способов и способов, к которым заметка.")
    context: tuple[Statement, ...] = Field(min_length=1, description="Что известно о регионе или отрасли.")
    differs: tuple[Statement, ...] = Field(min_length=1, description="Чем это отличается от универсального совета.")
    check: tuple[Statement, ...] = Field(min_length=1, description="Что проверить самому до решения.")
    watch: tuple[Statement, ...] = Field(min_length=1, description="За чем следить дальше: взгляд вперёд.")


class CaseStep(Statement, title="Шаг пути"):
    """A step of a company's path on foreign markets."""

    move: Move = Field(
        description="Куда шаг: entry — вход; increase — рост участия; hold — без изменений; reduce — сокращение; "
        "exit — уход с рынка; re-entry — возврат; no-entry — отказ от входа."
    )
    time: Text | None = Field(default=None, description="Когда это было, если известно: «2014», «через три года».")
    ways: tuple[Id, ...] = Field(default=(), description="id групп способов и способов на этом шаге.")


class Case(Placed, title="Случай"):
    """How companies went, told with its period and its limits; not a recipe."""

    stages: tuple[Id, ...] = Field(default=(), description="id стадий, на которых это было, если это видно.")
    recommendations: tuple[Id, ...] = Field(min_length=1, description="id рекомендаций, которых случай касается.")
    ways: tuple[Id, ...] = Field(default=(), description="id групп способов и способов, о которых случай.")
    company: tuple[Statement, ...] = Field(
        min_length=1, description="Какая компания: размер, чем занята, откуда. Без имени, если нет его согласия."
    )
    path: tuple[CaseStep, ...] = Field(min_length=1, description="Путь по шагам, вместе с уходами и возвратами.")
    period: Text = Field(description="Когда это было: «2008–2012» или «в прочитанном не назван».")
    since: tuple[Statement, ...] = Field(
        min_length=1, description="Что с тех пор изменилось. Если неизвестно — так и скажите."
    )
    lessons: tuple[Statement, ...] = Field(min_length=1, description="О чём это заставляет подумать. Не рецепт.")
    limits: tuple[Statement, ...] = Field(min_length=1, description="Чего отсюда не видно и на кого не перенести.")
    basis: Literal["sources", "told"] = Field(
        description="sources — пересказ исследования (тогда нужны works); told — со слов (тогда нужен told)."
    )
    works: tuple[Id, ...] = Field(default=(), description="id работ из content/sources, по которым рассказан случай.")
    told: Told | None = Field(default=None, description="Кто и когда рассказал. Только при basis: told.")
    check_status: CheckStatus = Field(
        description="unchecked — не проверено; abstract — сверено с аннотацией; full-text — сверено с полным текстом; "
        "expert — подтвердил эксперт."
    )


class FieldTest(Placed, title="Апробация методики"):
    """The method tried in a company: who tried what, what changed, what should change in the method."""

    testers: tuple[Id, ...] = Field(min_length=1, description="id тех, кто пробовал, из content/people, с согласием.")
    tested: tuple[Id, ...] = Field(min_length=1, description="id того, что пробовали: чек-листы, рекомендации, tree.")
    recommendations: tuple[Id, ...] = Field(default=(), description="id рекомендаций, которых проба касалась.")
    period: Text = Field(description="Когда пробовали: «октябрь 2026».")
    company: tuple[Statement, ...] = Field(min_length=1, description="Какая компания: размер, чем занята. Без имени.")
    did: tuple[Statement, ...] = Field(min_length=1, description="Что сделали и в каком порядке.")
    changed: tuple[Statement, ...] = Field(min_length=1, description="Что изменилось в компании или в её решении.")
    hindered: tuple[Statement, ...] = Field(default=(), description="Что мешало или осталось непонятным.")
    proposals: tuple[Statement, ...] = Field(default=(), description="Что предлагают изменить в методике.")


__all__ = ["Case", "CaseStep", "CheckStatus", "Dissent", "FieldTest", "Move", "Note", "Placed", "Told"]

"""Records of the general layer: recommendations, checklists, stages, terms, sources, people, pages.

One model a kind; the folder of `content/` decides the kind (see `KINDS` in `navigator.model`).
"""

from __future__ import annotations

import warnings
from typing import Annotated, Literal

from pydantic import Field

from navigator.model.base import DIGITS, Id, Provenance, Record, Section, Statement, Strict, Summary, Text, Whole


class Link(Provenance, title="Связь с другой рекомендацией"):
    """A link from one recommendation to another, with the reason."""

    recommendation: Id = Field(description="id другой рекомендации.")
    why: Text = Field(description="Почему они связаны — одно-два предложения для собственника.")


class StageWeight(Provenance, title="Стадия, на которой рекомендация весит больше"):
    """A stage at which the recommendation weighs most."""

    stage: Id = Field(description="id стадии.")
    why: Text = Field(description="Почему рекомендация весит больше именно на этой стадии.")


class Recommendation(Record, title="Рекомендация"):
    """One of the eight recommendations of the article with our elaboration."""

    number: Whole = Field(ge=1, le=8, description="Номер рекомендации в статье.")
    title: Text = Field(description="Название дословно, как в статье (с её написанием «е» и «ё»).")
    short: Text = Field(max_length=45, description="Короткое имя для меню и карточек.")
    description: Summary = Field(description="Одно предложение для поиска и карточек.")
    compact: tuple[Statement, ...] = Field(min_length=1, description="Сжато: всего два-три предложения.")
    why: tuple[Statement, ...] = Field(min_length=1, description="Почему это важно.")
    expanded: tuple[Section, ...] = Field(min_length=2, description="Развёрнутый текст: 500–900 слов во всех разделах.")
    questions: tuple[Statement, ...] = Field(min_length=3, max_length=6, description="Вопросы для обдумывания.")
    actions: tuple[Statement, ...] = Field(min_length=3, description="Что сделать.")
    mistakes: tuple[Statement, ...] = Field(min_length=3, description="Типичные ошибки.")
    outcome: tuple[Statement, ...] = Field(min_length=2, description="Что будет у вас на руках в итоге.")
    skills: tuple[Statement, ...] = Field(min_length=1, description="Какие умения создать: одно-два.")
    links: tuple[Link, ...] = Field(min_length=2, description="Связи с другими рекомендациями.")
    stages: tuple[StageWeight, ...] = Field(min_length=1, description="Стадии, на которых рекомендация весит больше.")
    sources: tuple[Id, ...] = Field(min_length=1, description="id всех работ, на которых держится страница.")


class HandOff(Strict, title="Передача на «Мой экспорт»"):
    """A question passed to «Мой экспорт», and the question its answer brings back."""

    ask: Text = Field(description="Что узнать на платформе «Мой экспорт».")
    changes: Text = Field(description="Вопрос, который возвращает ответ в стратегию: что это меняет в вашей модели?")


class Item(Provenance, title="Пункт чек-листа"):
    """One observable action of a checklist."""

    id: Id = Field(description="Постоянное имя пункта: по нему хранятся отметки читателей.")
    action: Text = Field(description="Одно действие, глагол в повелительном наклонении: «Запишите…».")
    evidence: Text = Field(description="Доказательство: по чему видно, что сделано.")
    level: Literal["compact", "expanded"] = Field(
        description="compact — без этого нельзя (3–5 пунктов на лист); expanded — остальное."
    )
    digital: Literal["true"] | None = Field(default=None, description="true, если пункт о цифровых каналах.")
    hand_off: HandOff | None = Field(default=None, description="Передача на «Мой экспорт», если вопрос операционный.")


class Checklist(Record, title="Чек-лист рекомендации"):
    """The checklist of one recommendation."""

    recommendation: Id = Field(description="id рекомендации, к которой относится чек-лист.")
    intro: tuple[Statement, ...] = Field(min_length=1, description="Как пользоваться листом: одно-два предложения.")
    items: tuple[Item, ...] = Field(min_length=10, max_length=12, description="10–12 пунктов по порядку работы.")


class Stage(Record, title="Стадия интернационализации"):
    """A stage of internationalisation."""

    number: Whole = Field(ge=1, le=4, description="Порядок стадии.")
    title: Text = Field(description="Название стадии.")
    description: Summary = Field(description="Одно предложение для поиска и карточек.")
    text: tuple[Statement, ...] = Field(min_length=2, description="Что происходит на этой стадии.")
    signs: tuple[Statement, ...] = Field(min_length=2, description="По чему узнать, что вы здесь.")
    first: tuple[Statement, ...] = Field(min_length=2, description="С чего начать на этой стадии.")
    next: tuple[Statement, ...] = Field(min_length=1, description="Когда стадия пройдена.")


class Direction(Record, title="Направление участия"):
    """A direction in which participation in foreign markets may move."""

    title: Text = Field(description="Название направления.")
    text: tuple[Statement, ...] = Field(min_length=1, description="Что это значит и что делать.")


class Factor(Record, title="Фактор"):
    """An internal or external factor that the article names, and where it is looked at."""

    side: Literal["internal", "external"] = Field(description="internal — внутри компании; external — вокруг неё.")
    title: Text = Field(description="Название фактора словами собственника.")
    text: Statement = Field(description="Что говорит о нём статья.")
    items: tuple[Id, ...] = Field(default=(), description="id пунктов чек-листов, где фактор проверяют.")
    questions: tuple[Id, ...] = Field(default=(), description="id вопросов дерева, где фактор спрашивают.")


# `construct` is the word of the format; pydantic warns because a deprecated method of its own has that name.
with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message='Field name "construct"')

    class Term(Record, title="Термин глоссария"):
        """A glossary term; its inflected forms are linked in page text."""

        term: Text = Field(description="Термин в именительном падеже.")
        english: Text | None = Field(default=None, description="Английское соответствие.")
        definition: tuple[Statement, ...] = Field(min_length=1, description="Объяснение простыми словами.")
        synonyms: tuple[Text, ...] = Field(default=(), description="Другие имена, которые тоже ведут сюда.")
        construct: Text | None = Field(  # type: ignore[assignment]
            default=None, description="Номер конструкта статьи: T01…T42."
        )
        related: tuple[Id, ...] = Field(default=(), description="id близких записей.")
        link: Literal["true", "false"] = Field(
            default="true", description="false — не ссылаться на термин из текста страниц."
        )


class Source(Record, title="Источник"):
    """A work that the site cites. Nothing is completed by guess."""

    type: Literal["article", "chapter", "book", "conference", "report", "web", "law"] = Field(description="Вид работы.")
    key: Text = Field(description="Короткое имя для ссылок в тексте: «Johanson, Vahlne, 2009».")
    authors: tuple[Text, ...] = Field(default=(), description="Авторы как в описании: «Фамилия И. О.».")
    editors: tuple[Text, ...] = Field(default=(), description="Редакторы, если известны.")
    title: Text = Field(description="Название работы.")
    container: Text | None = Field(default=None, description="Журнал, книга или сайт, где работа вышла.")
    edition: Text | None = Field(default=None, description="Издание, серия или сведения о конференции.")
    place: Text | None = Field(default=None, description="Место издания.")
    publisher: Text | None = Field(default=None, description="Издательство или организация.")
    year: Text | None = Field(default=None, description="Год издания.")
    volume: Text | None = Field(default=None, description="Том.")
    issue: Text | None = Field(default=None, description="Номер, выпуск.")
    pages: Text | None = Field(default=None, description="Страницы: «1051–1063».")
    article_number: Text | None = Field(default=None, description="Номер статьи, если страниц нет.")
    doi: Text | None = Field(default=None, description="DOI без https://doi.org/, строчными буквами.")
    url: Text | None = Field(
        default=None, description="Официальный адрес работы. Адреса сайтов-хранилищ копий не ставим."
    )
    accessed: Text | None = Field(default=None, description="Когда адрес открывали, ГГГГ-ММ-ДД или ГГГГ-ММ.")
    language: Literal["ru", "en"] = Field(description="Язык описания.")
    number: Annotated[int, Field(ge=1, le=24), DIGITS] | None = Field(
        default=None, description="Номер в списке литературы статьи."
    )
    read: Literal["whole", "abstract", "excerpt", "secondary", "none"] = Field(
        description="Как работа прочитана: whole — целиком; abstract — аннотация; excerpt — отрывок; "
        "secondary — в изложении другой работы; none — не читали."
    )
    incomplete: Text | None = Field(default=None, description="Чего не хватает в описании. Не дополняйте по догадке.")
    says: tuple[Statement, ...] = Field(default=(), description="Что мы из неё берём: своими словами.")


class Person(Record, title="Человек или редакция"):
    """A person or an office that is named on the site, with consent or by publication."""

    name: Text = Field(description="Имя как его показывать.")
    kind: Literal["person", "office"] = Field(description="person — человек; office — редакция или организация.")
    role: Literal["article-author", "editors", "expert", "reviewer"] = Field(description="Роль в проекте.")
    consent: Text | None = Field(
        default=None, description="Как и когда человек согласился быть названным: «письмо редакции, 12 октября 2026»."
    )
    about: tuple[Statement, ...] = Field(min_length=1, description="Только то, что известно и опубликовано.")


class Page(Record, title="Страница"):
    """Prose of a page that belongs to no other kind: home, method, where to turn."""

    title: Text = Field(description="Заголовок страницы.")
    description: Summary = Field(description="Одно предложение для поиска и карточек.")
    lead: tuple[Statement, ...] = Field(min_length=1, description="Вступление.")
    sections: tuple[Section, ...] = Field(default=(), description="Разделы по порядку.")

"""Parts that records of every kind share: the strict base, ids, dates, statements, reviews.

Every scalar of a YAML file reaches these types as text, because the reader
never guesses types; the types here decide what the text means.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"


class Strict(BaseModel):
    """Frozen, and closed: a key that the model does not name is a problem."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def _date(value: object) -> object:
    """A date is exactly YYYY-MM-DD and exists in the calendar."""
    if isinstance(value, dt.date):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise PydanticCustomError("date_form", "date must be written YYYY-MM-DD")
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("date_absent", "no such day in the calendar") from None


def _whole(value: object) -> object:
    """A whole number is written in digits only: no 1_000, no 1.0, no 010."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"0|-?[1-9][0-9]{0,8}", value):
        raise PydanticCustomError("whole_form", "a whole number in digits is expected")
    return int(value)


def _flag(value: object) -> object:
    """Yes and no are `true` and `false`, nothing else."""
    if isinstance(value, bool):
        return value
    if value not in ("true", "false"):
        raise PydanticCustomError("bool_form", "true or false is expected")
    return value == "true"


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60)]
Text = Annotated[str, StringConstraints(min_length=1)]
Summary = Annotated[str, StringConstraints(min_length=60, max_length=180)]  # one sentence for search and cards
_DateText = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Date = Annotated[dt.date, BeforeValidator(_date, json_schema_input_type=_DateText)]
DIGITS = BeforeValidator(_whole)
Whole = Annotated[int, DIGITS]
Flag = Annotated[bool, BeforeValidator(_flag, json_schema_input_type=bool)]

Mark = Literal["article", "source", "editorial"]


class Provenance(Strict, title="Происхождение"):
    """Where a statement comes from: the article, a named work, or the editors."""

    mark: Mark = Field(
        description="Откуда это: article — так говорит статья (тогда нужны lines); "
        "source — так говорит другая работа (тогда нужны sources); "
        "editorial — это пояснение редакции, а в вашей заметке, случае или апробации — ваше мнение: на странице будет "
        "«автор» (topic называет строку статьи, откуда взята тема)."
    )
    lines: tuple[Whole, ...] = Field(
        default=(), description="Строки статьи, в которых это сказано (нумерация файла статьи)."
    )
    sources: tuple[Id, ...] = Field(
        default=(),
        description="id работ из content/sources. При mark: article — работы, на которые ссылается статья; "
        "при mark: editorial — работы, на которые редакция или автор опирались.",
    )
    topic: tuple[Whole, ...] = Field(
        default=(), description="Только для editorial: строки статьи, где названа тема."
    )


class Statement(Provenance, title="Абзац или пункт с происхождением"):
    """One paragraph or list item with its provenance."""

    text: Text = Field(
        description="Текст для читателя. Ссылки на записи — [[id]] или [[id|слова]]; **важное** — жирным; "
        "[слова](https://…) — ссылка наружу. HTML нельзя."
    )


class Section(Strict, title="Раздел текста"):
    """A headed run of statements."""

    id: Id = Field(description="Якорь раздела на странице: короткое английское имя.")
    title: Text = Field(description="Заголовок раздела без точки в конце.")
    paragraphs: tuple[Statement, ...] = Field(min_length=1, description="Абзацы по порядку.")
    items: tuple[Statement, ...] = Field(default=(), description="Пункты списка после абзацев, если он нужен.")


class Review(Strict, title="Запись журнала проверок"):
    """An entry of the review log: who looked at the record, when, against what."""

    date: Date = Field(description="День проверки, ГГГГ-ММ-ДД.")
    by: Id = Field(description="id проверившего из content/people.")
    sources: tuple[Id, ...] = Field(min_length=1, description="id работ, с которыми запись сверена. Пишете о себе или "
                                     "из опыта — назовите статью: ilkevich-2025.")
    result: Literal["created", "confirmed", "changed", "retired"] = Field(
        description="created — запись составлена; confirmed — подтверждена; changed — исправлена; retired — снята."
    )
    note: Text | None = Field(default=None, description="Что именно проверено или изменено.")


class ShelfLife(Strict, title="Свой срок годности"):
    """How long a record stays fresh, where it is not as long as its kind usually does."""

    months: Whole = Field(ge=1, le=36, description="Сколько месяцев после проверки запись считается свежей.")
    reason: Text = Field(description="Почему этот срок, а не обычный для таких записей.")


class Record(Strict, title="Запись"):
    """What every record has: an id equal to its file name, a status, a review log."""

    id: Id = Field(description="Совпадает с именем файла без .yml. Никогда не меняется и не занимается снова.")
    status: Literal["draft", "published", "retired"] = Field(
        default="draft",
        description="draft — черновик, показывается с пометкой; published — подтверждено человеком; retired — снято.",
    )
    retired_reason: Text | None = Field(default=None, description="Только для retired: почему запись снята.")
    replaced_by: Id | None = Field(default=None, description="Только для retired: id записи, которая её заменила.")
    shelf_life: ShelfLife | None = Field(
        default=None, description="Свой срок годности с причиной, если обычный не годится."
    )
    reviews: tuple[Review, ...] = Field(min_length=1, description="Журнал проверок, новые записи — в конце.")

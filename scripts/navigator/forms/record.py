"""Writes a filled form as a YAML record and says in Russian what is missing in it."""

from __future__ import annotations

import datetime as dt
import re
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from navigator.base import KnowledgeBase
from navigator.forms.fields import Field, moves
from navigator.forms.reading import Filled
from navigator.forms.word import BOX
from navigator.forms.words import CONSENT
from navigator.model import Source
from navigator.reader.blanks import BLANK
from navigator.reader.record import header
from navigator.rules.article import SOURCE as THE_ARTICLE
from navigator.scaffold import model_of

_WIDTH = 110
_NO_WORKS = "«Источники»: ни одной работы; пишете из опыта — так и напишите"
_TICK = f"сотрите {BOX} и поставьте x"
_BULLET = re.compile(r"^(?:[-*•–—]\s+|\d{1,2}[.)]\s+)")
_NUMBERED = re.compile(r"^\[?(\d{1,2})[\].)]+\s*")
_CITED = re.compile(r"\s*\[(\d{1,2}(?:\s*[,;]\s*\d{1,2})*)\]")
_STEP = re.compile(r"^([^:()]{2,30}?)\s*(?:\(([^()]{1,60})\))?\s*:\s*(.+)$")
_LATE_YEAR = re.compile(r"^([^:()]{2,30}?),\s*(\d{4}(?:\s*[-–—]\s*\d{4})?)\s*:")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_RUSSIAN_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s*г(?:\.|ода)?)?")
# A line among the works that names no work: the author has seen it, or somebody has told it.
_OWN = r"(?:(?:мо|сво|личн|собственн|наш)\w+\s+)"
_EXPERIENCE = re.compile(rf"(?:\w+\s+){{0,3}}?(?:(?:из|по|на)\s+{_OWN}*(?:опыт|практик|наблюдени)\w*|со\s+слов\b)|"
                         rf"{_OWN}+(?:опыт|практик|наблюдени)\w*|опыт\b", re.IGNORECASE)
_PRINTED = re.compile(r"doi|https?:|//|№", re.IGNORECASE)
_SHORT = 40  # of a line that is quoted back
_IDS = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@dataclass(slots=True)
class Draft:
    """The text of a record, and what a person still has to add to it."""

    text: str = ""
    missing: list[str] = field(default_factory=list)


def draft(filled: Filled, id: str, base: KnowledgeBase, today: dt.date) -> Draft:
    """The record that the answers make; «???» stands where something is missing, its name among that."""
    return _Writer(filled, id, base, today).draft()


class _Writer:
    """Writes one record out of one form."""

    def __init__(self, filled: Filled, id: str, base: KnowledgeBase, today: dt.date) -> None:
        self.filled, self.id, self.base, self.today = filled, id, base, today
        self.missing: list[str] = []
        self.cited: dict[str, None] = {}
        self.experience: set[int] = set()  # numbers in the list of works under which no work stands
        self.works = dict(self._works(filled.answers.get("sources", ())))
        self.moves = {words: id for id, words in moves(filled.form.kind).items()} if _has_steps(filled) else {}

    def draft(self) -> Draft:
        lines = [header(self.filled.form.kind), f"id: {_quoted(self.id)}", "status: draft"]
        above: tuple[str, ...] = ()
        for asked in self.filled.form.fields:
            if asked.path in (("id",), ("sources",)):
                continue
            answer = self.filled.answers.get(asked.id, ())
            if asked.label in self.filled.unclear:
                self.missing.append(f"«{asked.label}»: не видно, что выбрано; {_TICK}")
            elif not answer and asked.needed:
                self.missing.append(f"«{asked.label}»: нет ответа")
            if not answer and not asked.needed:
                continue
            if len(asked.path) > 1 and asked.path[:-1] != above:
                lines.append(f"{asked.path[0]}:")
            above = asked.path[:-1]
            pad = "  " * len(above)
            lines += [pad + line for line in self._value(asked, answer)]
        if not self.works and not self.experience and self._is_asked("sources"):
            self.missing.append(_NO_WORKS)
        known = sorted({work for work in self.works.values() if work != BLANK})
        if not known and self.experience:
            known = [THE_ARTICLE]  # the model wants a work; whoever writes from experience names the article
        # A case rests on the works that its own words name; one that was told rests on none.
        rests = [] if "basis: told" in lines else [work for work in self.cited if work != BLANK]
        if "works" in self._model_fields() and rests:
            lines.append(f"works: [{', '.join(rests)}]")
        if CONSENT in self.filled.unclear:
            self.missing.append(f"«{CONSENT}»: не видно, есть ли оно; {_TICK}")
        elif not self.filled.consent:
            self.missing.append(f"«{CONSENT}»: не отмечено; без согласия запись не публикуют")
        by = _quoted(self._person(" ".join(self.filled.answers.get("author", ())), "", silent=True))
        lines += ["reviews:", f"  - date: {self.today.isoformat()}", f"    by: {by}",
                  f"    sources: [{', '.join(known) or _quoted(BLANK)}]", "    result: created"]
        if not known:
            self.missing.append("в reviews некого назвать в sources: опишите источник (make new KIND=source ID=имя)")
        return Draft("\n".join(lines) + "\n", self.missing)

    def _value(self, asked: Field, answer: Sequence[str]) -> list[str]:
        name = asked.path[-1]
        if asked.shape in ("statements", "steps"):
            lines = answer or (BLANK,)
            step = asked.shape == "steps"
            return _listed(name, [self._step(line, asked) if step else self._statement(line) for line in lines])
        if asked.shape == "statement":
            return [f"{name}:", *(f"  {line}" for line in self._statement(" ".join(answer) or BLANK))]
        named: dict[str, Callable[[Field, Sequence[str]], list[str]]] = {
            "choice": self._chosen, "choices": self._chosen, "ids": self._named, "person": self._people,
            "people": self._people,
        }
        if asked.shape not in named:
            return self._plain(name, asked, " ".join(answer))
        found = [_quoted(one) for one in named[asked.shape](asked, answer) or [BLANK]]
        return [f"{name}: {found[0] if asked.shape in ('choice', 'person') else '[' + ', '.join(found) + ']'}"]

    def _named(self, asked: Field, answer: Sequence[str]) -> list[str]:
        """Ids of records in the answer."""
        found = [one for one in _IDS.findall(" ".join(answer)) if self.base.kind_of(one)]
        if answer and not found:
            self.missing.append(f"«{asked.label}»: ни одного имени записи; его показывает адрес её страницы")
        return list(dict.fromkeys(found))

    def _people(self, asked: Field, answer: Sequence[str]) -> list[str]:
        text = ",".join(answer)
        names = [one.strip() for one in text.split(",")] if asked.shape == "people" else [text]
        return [self._person(one, asked.label) for one in names if one]

    def _plain(self, name: str, asked: Field, text: str) -> list[str]:
        if name == "date":
            day = _day(text)
            if text and day is None:
                self.missing.append(f"«{asked.label}»: день пишут как 12.10.2026 или 2026-10-12")
            return [f"{name}: {day or _quoted(BLANK)}"]
        return _block(name, (text.rstrip(" .") if name == "title" else text) or BLANK)

    def _statement(self, line: str) -> list[str]:
        """A thought with where it comes from: the works it names, or the one who wrote it."""
        numbers = [int(one) for found in _CITED.findall(line) for one in re.findall(r"\d+", found)]
        numbers = [one for one in numbers if one not in self.experience]
        text = _BULLET.sub("", _CITED.sub("", line)).strip()
        lines = _block("text", text or BLANK)
        if not numbers:
            return [*lines, "mark: editorial"]
        for number in numbers:
            if number not in self.works:
                self.missing.append(f"в «{_cut(text)}» назван источник [{number}], а в списке источников его нет")
        cited = dict.fromkeys(self.works.get(number, BLANK) for number in numbers)
        self.cited |= {one: None for one in cited if one != THE_ARTICLE}
        if THE_ARTICLE in cited:
            return [*lines, *self._of_the_article(text, [one for one in cited if one != THE_ARTICLE])]
        return [*lines, "mark: source", f"sources: [{', '.join(_quoted(one) for one in cited)}]"]

    def _of_the_article(self, text: str, others: Sequence[str]) -> list[str]:
        """The article is cited by its lines, which a form does not ask for."""
        if others:
            self.missing.append(f"«{_cut(text)}» взято и из самой статьи; скажите это отдельной мыслью")
            return ["mark: source", f"sources: [{', '.join(_quoted(one) for one in others)}]"]
        self.missing.append(f"«{_cut(text)}» взято из самой статьи; назовите в lines строки, где это сказано")
        return ["mark: article", f"lines: [{_quoted(BLANK)}]"]

    def _step(self, line: str, asked: Field) -> list[str]:
        # «рост участия, 2020: …» is the same step as «рост участия (2020): …».
        match = _STEP.match(_LATE_YEAR.sub(r"\1 (\2):", _BULLET.sub("", line)))
        move = self._move(match[1]) if match else None
        if match is None or move is None:
            if line != BLANK:
                self.missing.append(f"«{asked.label}»: в строке «{_cut(line)}» не видно, какой это шаг; начните её "
                                    "словом и двоеточием: «вход: …»")
            return [*self._statement(line), f"move: {_quoted(BLANK)}"]
        return [*self._statement(match[3]), f"move: {move}", *(_block("time", match[2]) if match[2] else ())]

    def _move(self, words: str) -> str | None:
        words = words.strip().lower()
        return self.moves.get(words) or (words if words in self.moves.values() else None)

    def _chosen(self, asked: Field, answer: Sequence[str]) -> list[str]:
        """The ids of the chosen options, in the order of the form."""
        text = " ".join(answer).lower()
        chosen = [id for id, words in asked.options
                  if f"({id})" in text or text.strip() in (id, words.lower()) or any(
                      line.strip().lower() == words.lower() for line in answer)]
        if answer and not chosen:
            self.missing.append(f"«{asked.label}»: в форме нет такого варианта; выберите из списка")
        return chosen

    def _person(self, said: str, label: str, silent: bool = False) -> str:
        """The id of the person who is named."""
        text = " ".join(said.split())
        words = _words_of(text)
        for person in self.base.people:
            if text and words in ([person.id], _words_of(person.name)):
                return person.id
        if text and not silent:
            self.missing.append(f"«{label}»: записи о человеке «{_cut(text, 60)}» ещё нет; заведите её: "
                                "make new KIND=person ID=имя")
        return BLANK

    def _works(self, lines: Sequence[str]) -> Iterator[tuple[int, str]]:
        """The works of the list by number: their ids where they are described already."""
        for place, line in enumerate(lines, start=1):
            number = _NUMBERED.match(line)
            found = self._work(line)
            if found is None and _is_experience(line):
                self.experience.add(int(number[1]) if number else place)
                continue
            if found is None:
                self.missing.append(f"источник «{_cut(line, 60)}» ещё не описан; опишите его: "
                                    "make new KIND=source ID=имя")
            yield (int(number[1]) if number else place), found or BLANK

    def _work(self, line: str) -> str | None:
        words, low = set(_IDS.findall(line.lower())), line.lower()
        for source in self.base.sources:
            if isinstance(source, Source) and (source.id in words or _names(source, low)):
                return source.id
        return None

    def _is_asked(self, id: str) -> bool:
        return any(one.id == id for one in self.filled.form.fields)

    def _model_fields(self) -> Sequence[str]:
        return tuple(model_of(self.filled.form.kind).model_fields)


def _is_experience(line: str) -> bool:
    """Whether a line of the list of works says that there is none: own experience, or somebody's words."""
    return not _PRINTED.search(line) and bool(_EXPERIENCE.match(_BULLET.sub("", _NUMBERED.sub("", line)).strip()))


def _cut(text: str, most: int = _SHORT) -> str:
    """The beginning of a line to be quoted back; the dots say that it went on."""
    return text if len(text) <= most else f"{text[:most].rstrip()}…"


def _day(text: str) -> str | None:
    """A day as the records write it, out of 12.10.2026 too."""
    if _DATE.fullmatch(text):
        return text
    if match := _RUSSIAN_DATE.fullmatch(text.strip()):
        day, month, year = (int(part) for part in match.groups())
        try:
            return dt.date(year, month, day).isoformat()
        except ValueError:
            return None
    return None


def _words_of(name: str) -> list[str]:
    """The words of a name in one order: some put the family name first, some leave out the dots."""
    return sorted(re.findall(r"[\w-]+", name.lower()))


def _has_steps(filled: Filled) -> bool:
    return any(one.shape == "steps" for one in filled.form.fields)


def _names(source: Source, line: str) -> bool:
    """Whether a line describes the work: by its DOI, its address or its title."""
    marks = (source.doi, source.url, source.title if len(source.title) > 20 else None)
    return any(mark.lower() in line for mark in marks if mark)


def tidied(text: str) -> str:
    """The text with the quotes and dashes of the site instead of those of a keyboard."""
    return re.sub(r"(?<=\S) (?:-|--|–) (?=\S)", " — ", re.sub(r'["“„]([^"“”„«»]*)["”“]', r"«\1»", text))


def _block(name: str, text: str) -> list[str]:
    """A text that needs no quotes, whatever stands in it."""
    rows = textwrap.wrap(tidied(text), _WIDTH, break_long_words=False, break_on_hyphens=False) or [BLANK]
    return [f"{name}: >-", *(f"  {row}" for row in rows)]


def _listed(name: str, items: Sequence[list[str]]) -> list[str]:
    lines = [f"{name}:"]
    for item in items:
        lines += [f"  - {item[0]}", *(f"    {line}" for line in item[1:])]
    return lines


def _quoted(value: str) -> str:
    return f'"{value}"' if value == BLANK else value

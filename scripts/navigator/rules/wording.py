"""Rules of wording: plain words, no promises, one name for a thing (group K)."""

from __future__ import annotations

from collections.abc import Iterator

from navigator.model import Source
from navigator.prose import plain
from navigator.reader.blanks import BLANK
from navigator.rules.passages import Passage
from navigator.rules.phrases import BYPASS, FORBIDDEN, NAMES, OFFICIALESE, UNFINISHED, Phrase, Phrasebook
from navigator.rules.rule import Found, Look, rule
from navigator.rules.words import sentences, word_count

_LONGEST_SENTENCE = 25
_TITLES = frozenset({"title", "short", "term"})


def used(look: Look, phrases: Phrasebook) -> Iterator[tuple[Passage, int, str, Phrase]]:
    """Where our own texts use one of the phrases and nothing before it makes it honest."""
    for passage in look.passages:
        if passage.role == "data":
            continue
        for phrase in phrases.stirred_by(passage.words):
            for match in phrase.pattern.finditer(passage.text):
                if phrase.unless is None or not phrase.unless.search(passage.text[: match.start()]):
                    yield passage, match.start(), match[0], phrase


@rule("A12")
def text_is_finished(look: Look) -> Iterator[Found]:
    """В тексте нет заготовок: TODO, «???», «здесь будет текст», lorem ipsum."""
    for passage, at, found, phrase in used(look, UNFINISHED):
        yield Found(look.at(passage, at), f"недописанный текст: «{found}»", phrase.instead)
    for passage in look.passages:
        at = passage.text.find(BLANK)
        if at >= 0 and passage.text.strip() != BLANK:  # where nothing else stands, the reader has said so
            yield Found(look.at(passage, at), "недописанный текст: «???»", "допишите или уберите")


@rule("K10")
def nothing_is_promised(look: Look) -> Iterator[Found]:
    """Сайт не обещает и не решает за собственника: нет «подойдёт», «вам нужен», «гарантирует», «провал»."""
    for passage, at, found, phrase in used(look, FORBIDDEN):
        yield Found(look.at(passage, at), f"так не говорим: «{found}»", phrase.instead)


@rule("K11")
def restrictions_are_not_bypassed(look: Look) -> Iterator[Found]:
    """Советов, как обойти санкции и контроль, на сайте нет: только законный путь."""
    for passage, at, found, phrase in used(look, BYPASS):
        yield Found(look.at(passage, at), f"похоже на совет обойти ограничения: «{found}»", phrase.instead)


@rule("K07", severity="warning")
def thing_has_one_name(look: Look) -> Iterator[Found]:
    """У вещи одно имя на всём сайте: «чек-лист», «МСП», «онлайн-площадка»."""
    for passage, at, found, phrase in used(look, NAMES):
        yield Found(look.at(passage, at), f"у этого другое имя: «{found}»", phrase.instead)


@rule("K12", severity="warning")
def words_are_plain(look: Look) -> Iterator[Found]:
    """Канцелярита в тексте нет: «осуществлять», «в целях», «данный» заменяют обычные слова."""
    for passage, at, found, phrase in used(look, OFFICIALESE):
        yield Found(look.at(passage, at), f"канцелярит: «{found}»", phrase.instead)


@rule("K06", severity="warning")
def sentence_is_short(look: Look) -> Iterator[Found]:
    """В предложении не больше 25 слов."""
    for passage in look.passages:
        if passage.role != "prose" or passage.text.count(" ") < _LONGEST_SENTENCE:
            continue
        for _, sentence in sentences(plain(passage.text)):
            count = word_count(sentence)
            if count > _LONGEST_SENTENCE:
                opening = " ".join(sentence.split()[:4])
                at = passage.text.find(opening)
                place = look.at(passage, at if at >= 0 else None)
                yield Found(place, f"предложение из {count} слов: «{opening}…»", "разделите его на два")


@rule("K08")
def title_has_no_dot(look: Look) -> Iterator[Found]:
    """В названиях и заголовках точки в конце нет."""
    for passage in look.passages:
        field = next(part for part in reversed(passage.path) if isinstance(part, str))
        if field in _TITLES and passage.role == "label" and passage.text.endswith(".") and passage.text[-3:-1] != "т.":
            yield Found(look.at(passage, len(passage.text) - 1), f"точка в конце: «{passage.text}»", "уберите её")


@rule("K13")
def title_is_unique(look: Look) -> Iterator[Found]:
    """Названия записей одного вида, короткие имена рекомендаций и описания страниц не повторяются."""
    first: dict[tuple[str | None, str, str], str] = {}
    for record in look.base.records.values():
        for field in ("title", "short", "description", "name", "key"):
            value = getattr(record, field, None)
            if not isinstance(value, str) or (field == "title" and isinstance(record, Source)):
                continue  # two works may well share a title
            words = " ".join(value.lower().replace("ё", "е").split())
            kind = None if field == "description" else look.base.kind_of(record.id)
            key = (kind, field, words)
            if key in first:
                message = f"«{value}» уже в записи «{first[key]}»"
                yield Found(look.base.place(record.id, field), message, "назовите иначе")
            first.setdefault(key, record.id)


RULES = (
    text_is_finished,
    nothing_is_promised,
    restrictions_are_not_bypassed,
    thing_has_one_name,
    words_are_plain,
    sentence_is_short,
    title_has_no_dot,
    title_is_unique,
)

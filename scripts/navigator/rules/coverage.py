"""Rules of coverage: numbers and titles are the article's, nothing stands unused, texts have their length (D and F)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from navigator.prose import Text, plain
from navigator.rules import article
from navigator.rules.rule import Found, Look, rule
from navigator.rules.words import sentences, word_count
from navigator.terms import TermIndex
from navigator.typography import plain_spaces

_NUMBERED = ("recommendation", "stage")
_EXPANDED = (500, 900)
_COMPACT = (2, 3)
_FEW_WORDS = 6  # spaces in a line that may well be said twice


@rule("D22")
def number_is_taken_once(look: Look) -> Iterator[Found]:
    """Номер рекомендации и номер стадии не повторяются."""
    for kind in _NUMBERED:
        first: dict[int, str] = {}
        for record in look.base.of_kind(kind):
            number = getattr(record, "number", 0)
            if number in first:
                place = look.base.place(record.id, "number")
                yield Found(place, f"номер {number} уже у записи «{first[number]}»", "номера идут по порядку статьи")
            first.setdefault(number, record.id)


@rule("D20")
def title_is_the_articles(look: Look) -> Iterator[Found]:
    """Название рекомендации — слово в слово как в статье, с её написанием «е» и «ё»."""
    for recommendation in look.base.recommendations:
        expected = article.TITLES.get(recommendation.number, "")
        if plain_spaces(recommendation.title) != expected:
            place = look.base.place(recommendation.id, "title")
            yield Found(place, f"название {recommendation.number} отличается от статьи", f"пишите: «{expected}»")


@rule("F01", severity="warning")
def term_is_met_in_text(look: Look) -> Iterator[Found]:
    """Термин встречается хотя бы в одном тексте вне своей записи; иначе его никто не откроет."""
    terms = [term for term in look.base.terms if term.link == "true"]
    if not terms:
        return
    index = TermIndex(terms)
    met = {reference.id for reference in look.references}
    for passage in look.passages:
        if passage.role != "prose":
            continue
        for token in passage.prose.tokens:
            if isinstance(token, Text):
                met.update(name for name, _, _ in index.found(token.text) if name != passage.record)
    for term in terms:
        if term.id not in met:
            place = look.base.place(term.id, "term")
            yield Found(place, f"термин «{term.term}» нигде не встречается", "употребите его или добавьте синоним")


@rule("F02", severity="warning")
def source_is_cited(look: Look) -> Iterator[Found]:
    """На работу ссылается хотя бы одна запись, кроме неё самой; работы из списка статьи могут ждать."""
    cited = {reference.id for reference in look.references if reference.id != reference.record}
    for source in look.base.sources:
        if source.id not in cited and source.number is None and source.status != "retired":
            place = look.base.place(source.id, "id")
            yield Found(place, f"на работу «{source.id}» никто не ссылается", "сошлитесь на неё или снимите запись")


@rule("F03")
def checklist_belongs_to_one_recommendation(look: Look) -> Iterator[Found]:
    """У рекомендации один чек-лист, и зовут его checklist-<id рекомендации>."""
    first: dict[str, str] = {}
    for checklist in look.base.checklists:
        place = look.base.place(checklist.id, "recommendation")
        if checklist.recommendation in first:
            message = f"у рекомендации «{checklist.recommendation}» уже есть «{first[checklist.recommendation]}»"
            yield Found(place, message, "оставьте один чек-лист")
        elif checklist.id != f"checklist-{checklist.recommendation}":
            message = f"чек-лист «{checklist.id}» назван не по рекомендации"
            yield Found(place, message, f"назовите его checklist-{checklist.recommendation}")
        first.setdefault(checklist.recommendation, checklist.id)


@rule("F04")
def factor_is_covered(look: Look) -> Iterator[Found]:
    """Каждый фактор статьи проверяют хотя бы в одном пункте чек-листа или вопросе дерева."""
    for factor in look.base.factors:
        if not factor.items and not factor.questions:
            message = f"фактор «{factor.id}» нигде не проверяют"
            yield Found(look.base.place(factor.id, "id"), message, "назовите пункты в items или вопросы в questions")


@rule("F05")
def expanded_text_has_its_length(look: Look) -> Iterator[Found]:
    """В развёрнутом тексте рекомендации от 500 до 900 слов."""
    least, most = _EXPANDED
    for recommendation in look.base.recommendations:
        count = sum(
            word_count(plain(statement.text))
            for section in recommendation.expanded
            for statement in (*section.paragraphs, *section.items)
        )
        if not least <= count <= most:
            place = look.base.place(recommendation.id, "expanded")
            fix = "допишите" if count < least else "сократите или перенесите часть в why и actions"
            yield Found(place, f"в развёрнутом тексте слов: {count}, нужно от {least} до {most}", fix)


@rule("F06")
def compact_text_has_its_length(look: Look) -> Iterator[Found]:
    """В сжатом тексте рекомендации всего два или три предложения."""
    least, most = _COMPACT
    for recommendation in look.base.recommendations:
        count = sum(len(sentences(plain_spaces(plain(statement.text)))) for statement in recommendation.compact)
        if not least <= count <= most:
            place = look.base.place(recommendation.id, "compact")
            yield Found(place, f"в сжатом тексте предложений: {count}, нужно 2–3", "оставьте самое нужное")


@rule("F07")
def recommendation_says_its_own_word(look: Look) -> Iterator[Found]:
    """Абзац не повторяется дословно ни на этой странице, ни на другой."""
    first: dict[str, str] = {}
    for name, path, statement in look.statements:
        text = plain_spaces(getattr(statement, "text", ""))
        if text.count(" ") < _FEW_WORDS or look.base.kind_of(name) == "source":
            continue
        if text in first:
            place = look.place(name, (*path, "text"))
            yield Found(place, f"тот же абзац уже есть в записи «{first[text]}»", "скажите иначе или уберите")
        first.setdefault(text, name)


@rule("F08")
def linked_recommendations_differ(look: Look) -> Iterator[Found]:
    """Рекомендация связана не меньше чем с двумя разными рекомендациями, стадии в ней не повторяются."""
    for recommendation in look.base.recommendations:
        for field, names in (
            ("links", [link.recommendation for link in recommendation.links]),
            ("stages", [weight.stage for weight in recommendation.stages]),
        ):
            for number, name in enumerate(names):
                if name in names[:number]:
                    place = look.base.place(recommendation.id, field, number)
                    yield Found(place, f"«{name}» назван в {field} дважды", "объедините обе связи в одну")


@rule("F09")
def construct_is_one_of_the_articles(look: Look) -> Iterator[Found]:
    """Номер конструкта статьи — от T01 до T42, и у каждого один термин."""
    first: dict[str, str] = {}
    for term in look.base.terms:
        if term.construct is None:
            continue
        place = look.base.place(term.id, "construct")
        if not re.fullmatch(r"T(?:0[1-9]|[123]\d|4[0-2])", term.construct):
            yield Found(place, f"«{term.construct}» — не номер конструкта", "пишите латинскую T и две цифры: T07")
        elif term.construct in first:
            yield Found(place, f"{term.construct} уже у термина «{first[term.construct]}»", "сверьте номер конструкта")
        first.setdefault(term.construct, term.id)


RULES = (
    number_is_taken_once,
    title_is_the_articles,
    term_is_met_in_text,
    source_is_cited,
    checklist_belongs_to_one_recommendation,
    factor_is_covered,
    expanded_text_has_its_length,
    compact_text_has_its_length,
    recommendation_says_its_own_word,
    linked_recommendations_differ,
    construct_is_one_of_the_articles,
)

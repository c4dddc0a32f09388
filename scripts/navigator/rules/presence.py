"""Rules of presence: records without which the site has holes (group D)."""

from __future__ import annotations

from collections.abc import Iterator

from navigator.model import KINDS
from navigator.problems import Place
from navigator.rules import article
from navigator.rules.rule import Found, Look, rule

# Numbers that a kind counts through.
_NUMBERED = {"recommendation": 8, "stage": 4}
# Records that the pages of the site are made of.
_NEEDED = {
    "direction": ("increase", "hold", "reduce", "re-entry"),
    "source": (article.SOURCE,),
    "person": ("editors", "sergey-ilkevich"),
    "page": (
        *("home", "method", "where-to-turn", "licence", "recommendations-overview"),
        *("checklists-overview", "stages-overview", "glossary-overview", "sources-overview"),
    ),
}
_REFERENCES = 24  # works in the article's own list
_CONSTRUCTS = 42


def _folder(look: Look, kind: str) -> Place:
    folder = next(folder for folder, (name, _) in KINDS.items() if name == kind)
    return Place(f"{look.base.folder}/{folder}")


def _unread(look: Look, kind: str) -> int:
    """How many files of a kind could not be read: what they hold is not known to be absent."""
    return sum(known == kind for known in look.base.unread.values())


@rule("D21")
def everything_needed_is_there(look: Look) -> Iterator[Found]:
    """Есть всё, из чего собран сайт: восемь рекомендаций, четыре стадии, четыре направления, страницы, статья."""
    for kind, most in _NUMBERED.items():
        there = {getattr(record, "number", 0) for record in look.base.of_kind(kind)}
        absent = [number for number in range(1, most + 1) if number not in there]
        if len(absent) > _unread(look, kind):
            for number in absent:
                yield Found(_folder(look, kind), f"нет записи с number: {number}", "добавьте её или верните удалённую")
    for kind, names in _NEEDED.items():
        for name in names:
            if look.base.kind_of(name) is None:
                yield Found(_folder(look, kind), f"нет записи «{name}»", f"верните файл {name}.yml")


@rule("D23")
def reference_list_is_whole(look: Look) -> Iterator[Found]:
    """Описаны все 24 работы из списка литературы статьи."""
    there = {source.number for source in look.base.sources}
    absent = [number for number in range(1, _REFERENCES + 1) if number not in there]
    if len(absent) > _unread(look, "source"):
        for number in absent:
            message = f"нет работы {number} из списка литературы статьи"
            yield Found(_folder(look, "source"), message, f"добавьте источник с number: {number}")


@rule("D24")
def recommendation_has_a_checklist(look: Look) -> Iterator[Found]:
    """У каждой рекомендации есть чек-лист."""
    for recommendation in look.base.recommendations:
        name = f"checklist-{recommendation.id}"
        if look.base.checklist_for(recommendation.id) is None and not _unread(look, "checklist"):
            message = f"у рекомендации «{recommendation.id}» нет чек-листа"
            yield Found(_folder(look, "checklist"), message, f"добавьте {name}.yml")


@rule("D25")
def every_construct_has_its_term(look: Look) -> Iterator[Found]:
    """В глоссарии есть все 42 конструкта статьи: от T01 до T42."""
    there = {term.construct for term in look.base.terms}
    absent = [name for name in (f"T{number:02}" for number in range(1, _CONSTRUCTS + 1)) if name not in there]
    if len(absent) > _unread(look, "term"):
        for name in absent:
            fix = f"добавьте термин с construct: {name}"
            yield Found(_folder(look, "term"), f"нет термина для конструкта {name}", fix)


RULES = (
    everything_needed_is_there,
    reference_list_is_whole,
    recommendation_has_a_checklist,
    every_construct_has_its_term,
)

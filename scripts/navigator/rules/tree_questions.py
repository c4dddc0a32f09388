"""Rules of how the tree asks: short, without denial, about everything that the article names (group G)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from navigator.model.tree import Determinant, Question
from navigator.rules.passages import Path
from navigator.rules.rule import Found, Look, rule
from navigator.rules.tree_view import view
from navigator.rules.words import word_count
from navigator.typography import plain_spaces

_LONGEST = 20
_DENIAL = re.compile(
    r"(?<![\w-])(?:не(?!\s+(?:меньше|больше|менее|более|только|раньше|позже)\b)|нет|ни|нельзя|никто|ничего|никогда|"
    r"никак\w*|нигде|невозможно)(?![\w-])",
    re.IGNORECASE,
)
# What the article says the choice depends on (line 45).
_DETERMINANTS = {
    "target-market": "целевой рынок",
    "capabilities": "способности компании",
    "competences": "компетенции компании",
    "strategy": "стратегия компании",
    "industry": "специфика отрасли",
    "regulation": "регулирование",
    "competition": "конкуренция",
    "digitalisation": "цифровизация",
    "innovation": "инновационная деятельность",
}


def _asked(question: Question) -> Iterator[tuple[Path, str]]:
    """The texts in which a question is asked."""
    yield ("text",), plain_spaces(question.text)
    for number, variant in enumerate(question.variants):
        yield ("variants", number, "text"), plain_spaces(variant.text)


@rule("G10")
def question_is_short(look: Look) -> Iterator[Found]:
    """В вопросе не больше 20 слов."""
    for question in view(look).questions.values():
        for path, text in _asked(question):
            count = word_count(text)
            if count > _LONGEST:
                yield Found(look.base.place(question.id, *path), f"в вопросе {count} слов, можно {_LONGEST}",
                            "скажите короче, остальное — в hint")


@rule("G11", severity="warning")
def question_asks_without_denial(look: Look) -> Iterator[Found]:
    """Вопрос задан без отрицания: на «не…» непонятно, что значит «да»."""
    for question in view(look).questions.values():
        for path, text in _asked(question):
            if match := _DENIAL.search(text):
                yield Found(look.place(question.id, path, match.start()), f"отрицание в вопросе: «{match[0]}»",
                            "спросите о том, что есть")


@rule("G12")
def determinants_are_covered(look: Look) -> Iterator[Found]:
    """Всё, от чего по статье зависит выбор (строка 45), прояснит хотя бы один вопрос."""
    tree = view(look)
    if tree.settings is None or any(kind == "question" for kind in look.base.unread.values()):
        return
    covered = {one for question in tree.questions.values() for one in question.determinants}
    for name in get_args(Determinant):
        if name not in covered:
            yield Found(look.base.place(tree.settings.id, "questions"),
                        f"ни один вопрос не проясняет: {_DETERMINANTS[name]} ({name})",
                        "назовите это в determinants вопроса или добавьте вопрос")


RULES = (question_is_short, question_asks_without_denial, determinants_are_covered)

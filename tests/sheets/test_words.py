"""Words of the sheets: keys short, references readable, endless pieces breakable, the rest untouched."""

from __future__ import annotations

import pytest

from navigator.base import KnowledgeBase
from navigator.model import Provenance
from sheets import words


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ({"mark": "article", "lines": ["45"]}, "ст. 45"),
        ({"mark": "article", "lines": ["21", "22", "45"], "sources": ["root-1994"]}, "ст. 21–22, 45: Root, 1994"),
        ({"mark": "source", "sources": ["root-1994", "johanson-vahlne-1977"]}, "Root, 1994; Johanson, Vahlne, 1977"),
        ({"mark": "editorial"}, "ред."),
        ({"mark": "editorial", "topic": ["85"]}, "ред., тема: ст. 85"),
        ({"mark": "editorial", "topic": ["85"], "sources": ["root-1994"]}, "ред., тема: ст. 85; Root, 1994"),
    ],
)
def test_a_key_is_short_and_says_where_from(base: KnowledgeBase, given: dict[str, object], shown: str) -> None:
    assert words.key(base, Provenance.model_validate(given)).replace("\u00a0", " ") == shown


def test_a_text_keeps_bold_and_shows_references_as_words(base: KnowledgeBase) -> None:
    runs = words.rich(base, "**Важно:** смотрите [[mode-diversity]] и [[term-agent|посредника]].\nДальше.")

    assert "".join(str(run[0]) for run in runs).replace("\u00a0", " ") == (
        "Важно: смотрите Разнообразие способов выхода и посредника.\nДальше.")
    assert [run[0] for run in runs if run[1]] == ["Важно:"]


def test_short_words_are_held_to_the_next() -> None:
    assert words.text("в  доме и\nна 5 рынках") == "в\u00a0доме и\u00a0на\u00a05\u00a0рынках"


def test_lines_do_not_end_after_the_hyphen_of_a_short_end() -> None:
    assert words.text("кто-то из-за рубежа") == "кто-\u2060то из-\u2060за\u00a0рубежа"
    assert words.text("онлайн-площадки") == "онлайн-площадки"


def test_endless_pieces_may_break_and_others_are_as_typed() -> None:
    address = "https://www.example.org/insights/choosing-the-right-model/"

    assert words.text(address) == address
    assert words.text("я" * 40).replace("\u200b", "") == "я" * 40
    assert max(map(len, words.text("я" * 40).split("\u200b"))) <= 15

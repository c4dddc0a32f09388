"""Glossary terms in page text: found in any form, linked once, never where they should not be."""

from __future__ import annotations

import time

import pytest

from navigator.model import Term
from navigator.prose import Out, Ref, Strong, Text, parse
from navigator.terms import TermIndex, TermLink, normal_forms


def term(term_id: str, name: str, *synonyms: str, link: str = "true") -> Term:
    review = {"date": "2026-11-23", "by": "editors", "sources": ["x"], "result": "created"}
    definition = [{"text": "Слово.", "mark": "editorial"}]
    return Term.model_validate(
        {"id": term_id, "term": name, "synonyms": synonyms, "definition": definition, "link": link, "reviews": [review]}
    )


# Processor time, a hundred times what one pass takes: only going over the same text again and again exceeds it.
SECONDS = 60

INDEX = TermIndex(
    [
        term("term-model", "модель выхода на внешние рынки", "модель выхода"),
        term("term-market", "внешний рынок"),
        term("term-burden", "бремя иностранца"),
        term("term-partner", "партнёр"),
        term("term-eaas", "оборудование как услуга", "EaaS"),
        term("term-sme", "МСП"),
        term("term-mode", "бизнес-модель"),
        term("term-network", "деловая сеть (сетевые связи)"),
        term("term-hidden", "компания", link="false"),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("модели выхода на внешние рынки", ["term-model"]),
        ("Моделью выхода мы зовём", ["term-model"]),
        ("на внешних рынках", ["term-market"]),
        ("на внешнем\u00a0рынке", ["term-market"]),
        ("под бременем иностранца", ["term-burden"]),
        ("с партнерами и партнёром", ["term-partner", "term-partner"]),
        ("по системе EaaS", ["term-eaas"]),
        ("по системе eaas", []),
        ("оборудованием как услугой", ["term-eaas"]),
        ("для МСП", ["term-sme"]),
        ("бизнес-моделями", ["term-mode"]),
        ("деловыми сетями", ["term-network"]),
        ("внешняя среда и рынок", []),
        ("внешние, рынки", []),
        ("внешние\nрынки", []),
        ("партнёрство и компании", []),
        ("", []),
    ],
)
def test_terms_are_found_in_any_form_at_word_boundaries(text: str, found: list[str]) -> None:
    assert [term_id for term_id, _, _ in INDEX.found(text)] == found


def test_the_longest_term_wins_and_only_the_first_occurrence_is_linked() -> None:
    seen: set[str] = set()

    linked = INDEX.link(parse("Модель выхода на внешние рынки — это про внешний рынок и внешние рынки."), seen)

    assert linked == [
        TermLink("term-model", "Модель выхода на внешние рынки", 0),
        Text(" — это про ", 30),
        TermLink("term-market", "внешний рынок", 41),
        Text(" и внешние рынки.", 54),
    ]
    assert seen == {"term-model", "term-market"}


def test_nothing_is_linked_inside_links_and_strong_words() -> None:
    tokens = parse("[[x|внешний рынок]], **внешний рынок**, [внешний рынок](https://a.ru)")

    linked = INDEX.link(tokens, set())

    assert [type(token) for token in linked] == [Ref, Text, Strong, Text, Out]


def test_an_explicit_reference_counts_as_the_first_occurrence() -> None:
    linked = INDEX.link(parse("[[term-market]] — это внешний рынок"), set())

    assert not any(isinstance(token, TermLink) for token in linked)


def test_a_term_is_not_linked_to_itself() -> None:
    assert INDEX.link(parse("внешний рынок"), set(), self_id="term-market") == [Text("внешний рынок", 0)]


def test_words_with_and_without_yo_are_one_word() -> None:
    assert normal_forms("партнерам") & normal_forms("партнёр")


def test_sixty_thousand_words_are_linked_in_one_pass() -> None:
    page = "Собственник сравнивает модели выхода на внешние рынки, спрашивает партнёров и записывает цифры. " * 40
    INDEX.link(parse(page), set())
    started = time.process_time()

    for _ in range(125):
        INDEX.link([Text(page)], set())

    assert time.process_time() - started < SECONDS

"""The one parser of prose: marks an author may use, and everything that is refused."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.prose import Break, Out, Ref, Strong, Text, address_fault, paragraphs, parse, plain, take_apart

# Processor time, a hundred times what one pass takes: only going over the same text again and again exceeds it.
SECONDS = 60


def test_every_mark_becomes_its_token_in_order() -> None:
    text = "Начните с [[term-x|карты]] и **трёх** цифр; [сайт](https://a.ru/b_(c)) и [[y]].\nВторой."

    assert parse(text) == [
        Text("Начните с ", 0),
        Ref("term-x", "карты", 10),
        Text(" и ", 26),
        Strong("трёх", 29),
        Text(" цифр; ", 37),
        Out("https://a.ru/b_(c)", "сайт", 44),
        Text(" и ", 70),
        Ref("y", None, 73),
        Text(".", 78),
        Break(79),
        Text("Второй.", 80),
    ]
    assert take_apart(text).faults == ()
    assert plain(text) == "Начните с карты и трёх цифр; сайт и y.\nВторой."


def test_a_line_break_divides_paragraphs_and_an_empty_one_is_none() -> None:
    assert paragraphs("Раз.\n\n\nДва.\n") == [[Text("Раз.", 0)], [Text("Два.", 7)]]


@pytest.mark.parametrize(
    ("text", "kind", "at"),
    [
        ("см. [[term-x и далее", "reference", 4),
        ("см. term-x]] и далее", "reference", 10),
        ("см. [[]]", "reference", 4),
        ("см. [[ ]]", "reference", 4),
        ("см. [[Термин]]", "reference", 4),
        ("см. [[term-x|]]", "reference", 4),
        ("это <b>важно</b>", "markup", 4),
        ("это <script>alert(1)</script>", "markup", 4),
        ("<!-- скрыто -->", "markup", 0),
        ("и &nbsp; ещё", "markup", 2),
        ("и &#x6a;avascript", "markup", 2),
        ("цена {{ price }}", "template", 5),
        ("{% include 'x' %}", "template", 0),
        ("{# тайна #}", "template", 0),
        ("слово {: .class }", "template", 6),
        ("[слова](javascript:alert(1))", "address", 8),
        ("[слова](JaVaScRiPt:alert(1))", "address", 8),
        ("[слова](java\tscript:alert(1))", "address", 8),
        ("[слова](&#106;avascript:x)", "address", 8),
        ("[слова](%6Aavascript:x)", "address", 8),
        ("[слова](data:text/html,x)", "address", 8),
        ("[слова](//evil.example/x)", "address", 8),
        ("[слова](ftp://a.ru)", "address", 8),
        ("[слова](/etc/passwd)", "address", 8),
        ("[слова](https://user:pass@a.ru/)", "address", 8),
        ("[слова](https://localhost/)", "address", 8),
        ("[слова](https://a.ru/ x)", "address", 8),
        ('[слова](https://a.ru/"onclick=x)', "address", 8),
        ("[](https://a.ru)", "address", 0),
        ("адрес https://a.ru/x тут", "address", 6),
        ("адрес www.a.ru тут", "address", 6),
        ("адрес //a.ru/x тут", "address", 6),
        ("нажмите javascript:alert", "address", 8),
        ("# Заголовок", "markdown", 0),
        ("Раз\n- пункт", "markdown", 4),
        ("1. пункт", "markdown", 0),
        ("![картинка](https://a.ru/x.png)", "markdown", 0),
        ("код `x`", "markdown", 4),
        ("знак \\* тут", "markdown", 5),
        ("> цитата", "markdown", 0),
        ("| a | b |", "markdown", 0),
        ("это _важно_", "markdown", 4),
        ("это ~~нет~~", "markdown", 4),
        ("это **важно", "emphasis", 4),
        ("это *важно", "emphasis", 4),
        ("это ** важно ** так", "emphasis", 4),
        ("**жирная [[x]] ссылка**", "emphasis", 0),
    ],
)
def test_what_is_not_a_mark_of_ours_is_reported_at_its_offset(text: str, kind: str, at: int) -> None:
    faults = take_apart(text).faults

    assert (faults[0].kind, faults[0].at) == (kind, at)
    assert all((fault.what and fault.fix) for fault in faults)


@pytest.mark.parametrize(
    "text",
    [
        "В 2024–2025 годах: от 3 до 5 — так.",
        "Рост на 5 %, и/или меньше; цена < 5 и > 3.",
        "Номер [3] в списке; R&D и AT&T.",
        "Дефис - в середине, 1. и 2) тоже, данные: две строки.",
        "[почта](mailto:a@b.ru) и [сайт](https://пример.рф/путь?x=1#y)",
    ],
)
def test_ordinary_writing_is_left_alone(text: str) -> None:
    assert take_apart(text).faults == ()


@pytest.mark.parametrize("url", ["https://a.ru", "http://a.ru/x?y=1", "mailto:a@b.ru", "https://doi.org/10.1/x(1)",
                                 "https://a-b.co.uk:8080/x", "https://пример.рф/x"])
def test_sound_addresses_pass(url: str) -> None:
    assert address_fault(url) is None


@given(st.text(alphabet="ая[]|*()<{}:/#&; \n_x-", max_size=80))
def test_tokens_cover_any_text_without_a_gap(text: str) -> None:
    """No input raises, and no character of it is lost between tokens."""
    tokens = parse(text)

    assert [token.at for token in tokens] == sorted({token.at for token in tokens})
    assert "".join(token.text for token in tokens if isinstance(token, Text)).count("я") <= text.count("я")
    assert (tokens[0].at == 0) if text else (tokens == [])


@pytest.mark.parametrize("piece", ["[[a]]", "[[", "**", "[a](", "<b", "{{", "_a ", "\\", "((", "//a"])
def test_a_long_hostile_text_is_parsed_in_one_pass(piece: str) -> None:
    started = time.process_time()

    take_apart(piece * (60_000 // len(piece)))

    assert time.process_time() - started < SECONDS

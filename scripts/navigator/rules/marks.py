"""Rules of marks in prose: no HTML, no templates, no code; references are closed (groups A and E)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from navigator.prose import Fault, FaultKind, Text
from navigator.rules.passages import Passage
from navigator.rules.rule import Found, Look, rule

# In what is quoted as it was printed: HTML, templates, codes of signs, links and pictures of Markdown, addresses.
_CODE = re.compile(
    r"<[A-Za-z/!]|\{[{%#:]|&#?\w+;|\]\(|!\[|\[\[|`|--8<--|\w+://|\b(?:javascript|vbscript):|\bdata:\w+/", re.IGNORECASE
)


def _faults(look: Look, *kinds: FaultKind) -> Iterator[tuple[Passage, Fault]]:
    for passage in look.passages:
        if passage.role != "data":
            for fault in passage.prose.faults:
                if fault.kind in kinds:
                    yield passage, fault


@rule("A13")
def text_holds_no_code(look: Look) -> Iterator[Found]:
    """В тексте нет HTML, шаблонов и кодов знаков: он не может ничего запустить ни при сборке, ни в браузере."""
    for passage, fault in _faults(look, "markup", "template"):
        yield Found(look.at(passage, fault.at), fault.what, fault.fix)
    for passage in look.passages:
        if passage.role == "data" and (match := _CODE.search(passage.text)):
            yield Found(look.at(passage, match.start()), f"код вместо текста: «{match[0]}»", "впишите обычный текст")


@rule("A15")
def links_lead_to_the_web(look: Look) -> Iterator[Found]:
    """Ссылки наружу пишут словами и ведут только на http://, https:// и mailto:."""
    for passage, fault in _faults(look, "address"):
        yield Found(look.at(passage, fault.at), fault.what, fault.fix)


@rule("A16")
def prose_uses_our_marks_only(look: Look) -> Iterator[Found]:
    """Разметка в тексте — только [[id]], **важное** и [слова](https://…); остального Markdown нет."""
    for passage, fault in _faults(look, "markdown", "emphasis"):
        yield Found(look.at(passage, fault.at), fault.what, fault.fix)


@rule("A17")
def labels_hold_no_marks(look: Look) -> Iterator[Found]:
    """В названиях, коротких именах и описаниях разметки нет: их показывают в меню и в поиске."""
    for passage in look.passages:
        if passage.role == "label":
            for token in passage.prose.tokens:
                if not isinstance(token, Text):
                    field = next(part for part in reversed(passage.path) if isinstance(part, str))
                    message = f"в поле {field} нет места разметке и переводам строки"
                    yield Found(look.at(passage, token.at), message, "оставьте одни слова")


@rule("E07")
def references_in_prose_are_closed(look: Look) -> Iterator[Found]:
    """Ссылка в тексте закрыта и не пуста: [[id]] или [[id|слова]]."""
    for passage, fault in _faults(look, "reference"):
        yield Found(look.at(passage, fault.at), fault.what, fault.fix)


RULES = (
    text_holds_no_code,
    links_lead_to_the_web,
    prose_uses_our_marks_only,
    labels_hold_no_marks,
    references_in_prose_are_closed,
)

"""Rules of the general layer: no countries, industries or tariffs, which age and belong to context notes (group K)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from navigator.model import Person, Source
from navigator.model.experts import Placed
from navigator.rules import article
from navigator.rules.passages import Passage
from navigator.rules.rule import Found, Look, rule
from navigator.rules.words import WORD
from navigator.terms import normal_forms


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Normal forms, with «е» for «ё» as the analyser's keys have them.
_COUNTRIES = _words(
    """
    австралия австрия азербайджан албания алжир ангола аргентина армения афганистан бангладеш беларусь белоруссия
    бельгия болгария боливия босния бразилия великобритания венгрия венесуэла вьетнам гана германия голландия греция
    грузия дания египет замбия зимбабве израиль индия индонезия иордания ирак иран ирландия исландия испания италия
    казахстан камбоджа камерун канада катар кения киргизия кыргызстан китай колумбия корея куба кувейт лаос латвия
    ливан ливия литва люксембург маврикий малайзия мальта марокко мексика мозамбик молдавия молдова монголия мьянма
    намибия непал нигерия нидерланды никарагуа норвегия оман пакистан панама парагвай перу польша португалия румыния
    сенегал сербия сингапур сирия словакия словения судан сша оаэ кнр таджикистан таиланд тайвань танзания тунис
    туркмения туркменистан турция уганда узбекистан украина уругвай филиппины финляндия франция хорватия черногория
    чехия чили швейцария швеция эквадор эстония эфиопия юар япония америка аравия
    китайский индийский турецкий вьетнамский казахстанский узбекский иранский японский корейский датский немецкий
    французский итальянский испанский бразильский мексиканский египетский кенийский белорусский армянский
    азербайджанский американский канадский британский финский шведский
    эстонский польский индонезийский малайзийский монгольский
    """
)
_REGIONS = _words(
    """
    азия африка асеан брикс еаэс евросоюз европа снг ближневосточный азиатский африканский европейский
    латиноамериканский закавказье прибалтика скандинавия
    """
)
_INDUSTRIES = _words(
    """
    автопром автомобилестроение агропром авиастроение виноделие деревообработка животноводство лесопром машиностроение
    металлургия нефтехимия нефтегазовый приборостроение растениеводство рыболовство станкостроение судостроение
    фармацевтика фармацевтический лесозаготовка птицеводство кондитерский мебельный текстильный
    """
)
_TARIFFS = re.compile(
    r"(?:пошлин|ставк|тариф|НДС|акциз|сбор)\w*[^.!?\n]{0,40}?\d+(?:[.,]\d+)?\s?%|"
    r"\d+(?:[.,]\d+)?\s?%[^.!?\n]{0,25}?(?:пошлин|НДС|акциз)\w*|"
    r"(?:код\w*\s+)?ТН\s?ВЭД\D{0,12}\d{4,10}",
    re.IGNORECASE,
)
_OPENING = 3  # letters in which all forms of a name agree
_FIGURE = re.compile(r"\d")
_FIX = "перенесите в контекстную заметку, а здесь скажите общими словами"
# Words that a longer name makes general again.
_NOT_A_PLACE = re.compile(r"(?:английск|китайск|испанск)\w+ язык", re.IGNORECASE)


def _general(look: Look) -> Iterator[Passage]:
    """Texts of the general layer, to which notes and cases do not belong.

    What a study found in its own sample may name where it looked.
    """
    for passage in look.passages:
        statement = passage.statement
        if passage.role == "data" or isinstance(look.base.records[passage.record], Source | Placed):
            continue
        if statement is not None and statement.mark == "source":
            continue
        if statement is not None and article.NAMES_REGIONS & {*statement.lines, *statement.topic}:
            continue
        yield passage


def _named(look: Look, names: frozenset[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Where the names stand; a person may say of himself in which country or industry he works."""
    openings = tuple({name[:_OPENING] for name in names})
    for passage in _general(look):
        if isinstance(look.base.records[passage.record], Person):
            continue
        likely = [word for word in passage.words if word.startswith(openings)]
        if not any(names & normal_forms(word) for word in likely):
            continue
        for match in WORD.finditer(passage.text):
            if names & normal_forms(match[0]) and not _NOT_A_PLACE.match(passage.text, match.start()):
                yield passage, match


@rule("K20")
def no_country_in_the_general_layer(look: Look) -> Iterator[Found]:
    """В общем слое нет стран и регионов: они живут в контекстных заметках и в пересказе исследований."""
    for passage, match in _named(look, _COUNTRIES | _REGIONS):
        if match[0][0].isupper() or match[0].lower().endswith(("ий", "ого", "ому", "им", "ом", "ая", "ой", "ие", "их")):
            yield Found(look.at(passage, match.start()), f"страна или регион в общем слое: «{match[0]}»", _FIX)


@rule("K21")
def no_industry_in_the_general_layer(look: Look) -> Iterator[Found]:
    """В общем слое нет отраслей: пример отрасли живёт в контекстной заметке или в разобранном случае."""
    for passage, match in _named(look, _INDUSTRIES):
        yield Found(look.at(passage, match.start()), f"отрасль в общем слое: «{match[0]}»", _FIX)


@rule("K22")
def no_tariff_in_the_general_layer(look: Look) -> Iterator[Found]:
    """В общем слое нет ставок, тарифов и кодов: они меняются, их узнают на «Мой экспорт»."""
    for passage in _general(look):
        for match in _TARIFFS.finditer(passage.text) if _FIGURE.search(passage.text) else ():
            fix = "уберите и передайте вопрос на «Мой экспорт» (hand_off)"
            yield Found(look.at(passage, match.start()), f"ставка или код в общем слое: «{match[0]}»", fix)


RULES = (no_country_in_the_general_layer, no_industry_in_the_general_layer, no_tariff_in_the_general_layer)

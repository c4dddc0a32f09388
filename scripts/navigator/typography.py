"""Russian spacing: which spaces of a text may not break a line.

Authors type plain spaces. Only the kind of a space changes here, never the
number of characters, so an offset in the set text is an offset in the typed one.
"""

from __future__ import annotations

import re

NBSP = "\u00a0"

_SHORT_WORDS = (
    "а|без|в|во|где|да|для|до|за|и|из|из-за|из-под|или|к|как|ко|на|над|не|ни|но|о|об|обо|он|от|ото|по|под|при|"
    "про|с|со|то|у|что|чем|я|мы|вы"
)
_PARTICLES = "же|ли|бы|ль|б|ж"
_UNIT_SIGNS = r"%|‰|°|₽|€|\$"
_UNIT_WORDS = (
    "руб|коп|тыс|млн|млрд|трлн|кг|г|т|км|м|см|мм|ч|мин|сек|шт|экз|стр|с|л|долл|евро|"
    "год|года|лет|году|годы|годов|век|века|месяц\\w*|мес|недел\\w+|дн\\w+|день|час\\w*|минут\\w*|квартал\\w*|"
    "процент\\w*|человек\\w*|раз|раза|слов\\w*|строк\\w*|страниц\\w*|пункт\\w*|вопрос\\w*|рекомендац\\w+|"
    "стади\\w+|чек-лист\\w*|компани\\w+|фирм\\w*|рынк\\w*|рынок|стран\\w*|шаг\\w*|способ\\w*|источник\\w*|термин\\w*|"
    "предложени\\w+|абзац\\w*"
)
_BEFORE_NUMBER = "№|§|с\\.|стр\\.|п\\.|пп\\.|ст\\.|гл\\.|рис\\.|табл\\.|вып\\.|ч\\.|т\\.|vol\\.|no\\.|p\\.|pp\\."
_INITIAL = "[А-ЯЁA-Z]\\."

# What stands before the space is kept as group 1, so that a pattern needs no look-behind of varying width.
_RULES = tuple(
    re.compile(pattern, flags | re.MULTILINE)
    for pattern, flags in (
        (rf"((?<![\w-])(?:{_SHORT_WORDS})) (?=\S)", re.IGNORECASE),
        (r"() (?=[—–](?:\s|$))", 0),
        (rf"((?<=\w)[»)*\]]*) (?=(?:{_PARTICLES})(?![\w-]))", re.IGNORECASE),
        (rf"((?<=\d)) (?=(?:{_UNIT_SIGNS}|(?:{_UNIT_WORDS})(?!\w)))", 0),
        (r"((?<=\d)) (?=\d{3}(?!\d))", 0),
        (rf"((?<!\w)(?:{_BEFORE_NUMBER})) (?=\d)", re.IGNORECASE),
        (rf"((?<!\w){_INITIAL}) (?=[А-ЯЁA-Z])", 0),
        (rf"((?<=[а-яёa-z])) (?={_INITIAL}(?:[ {NBSP}]{_INITIAL}|[,;]|$))", 0),
        (r"((?<!\w)т\.) (?=[едпкн]\.)", 0),
        (rf"((?<=\w)) (?=(?:т\.[ {NBSP}][дп]\.|др\.|пр\.))", 0),
    )
)


def set_spaces(text: str) -> str:
    """The text with spaces that may not break a line made non-breaking; setting twice changes nothing."""
    for rule in _RULES:
        text = rule.sub(rf"\1{NBSP}", text)
    return text


def plain_spaces(text: str) -> str:
    """The text as an author types it: every non-breaking space plain again."""
    return text.replace(NBSP, " ").replace("\u202f", " ")

"""Bibliographic descriptions in the manner of GOST R 7.0.100–2018, as the article's own list has them."""

from __future__ import annotations

import re

from navigator.model import Source

# Words of a description by its language.
_WORDS = {
    "ru": {
        "volume": "Т. {}",
        "issue": "№ {}",
        "pages": "С. {}",
        "article": "Ст. {}",
        "editors": "ред.: {}",
        "others": "[и др.]",
        "accessed": "дата обращения: {}",
    },
    "en": {
        "volume": "Vol. {}",
        "issue": "no. {}",
        "pages": "P. {}",
        "article": "Art. {}",
        "editors": "ed. by {}",
        "others": "[et al.]",
        "accessed": "accessed: {}",
    },
}
_OTHERS = re.compile(r"\[?(?:et al\.?|и др\.?)\]?", re.IGNORECASE)
_INITIALS = re.compile(r"(?P<surname>.+?),?\s+(?P<initials>(?:[A-ZА-ЯЁ][a-zа-яё]?\.(?:\s|-)?)+)$")
_MOST_AUTHORS = 3  # of more than three the title stands first


def gost(source: Source) -> str:
    """The full description: authors, title, container, then the areas from place to address."""
    areas = [_opening(source), *_areas(source)]
    description = ""
    for area in areas:
        description = f"{_closed(description)} – {area}" if description else area
    description = _closed(description)
    if source.incomplete:
        description += f" (описание неполное: {source.incomplete.strip().rstrip('.')})"
    return description


def short(source: Source) -> str:
    """The short form for a mark inside a text: the key the source is known by."""
    return source.key


def _opening(source: Source) -> str:
    """What stands before the first dash: who, what, where printed."""
    words = _WORDS[source.language]
    names, others = _people(source.authors)
    title = source.title.strip().rstrip(".")
    many = others or len(names) > _MOST_AUTHORS
    opening = title if many or not names else f"{_closed(', '.join(names))} {title}"
    if many:
        opening += f" / {_forward(names[0])} {words['others']}"
    elif not names and source.publisher and not source.container and not source.place:
        opening += f" / {source.publisher}"
    if source.container:
        opening += f" // {source.container.rstrip('.')}"
    if source.edition:
        opening += f" : {source.edition.rstrip('.')}"
    editors, more = _people(source.editors)
    if editors:
        shown = ", ".join(_forward(name) for name in editors) + (f" {words['others']}" if more else "")
        opening += f" / {words['editors'].format(shown)}"
    return opening


def _areas(source: Source) -> list[str]:
    """The areas after the opening, each without its closing dot; absent ones leave nothing."""
    words = _WORDS[source.language]
    taken = bool(not source.authors and source.publisher and not source.container and not source.place)
    imprint = " : ".join(part for part in (source.place, None if taken else source.publisher) if part)
    issue = [words[name].format(value) for name, value in (("volume", source.volume), ("issue", source.issue)) if value]
    areas = [
        ", ".join(part for part in (imprint, source.year) if part),
        ", ".join(issue),
        words["pages"].format(source.pages) if source.pages else "",
        words["article"].format(source.article_number) if source.article_number else "",
        f"DOI: {source.doi}" if source.doi else "",
        _address(source),
    ]
    return [area for area in areas if area]


def _address(source: Source) -> str:
    """The address of a work that has no DOI, with the day it was opened."""
    if source.doi or not source.url:
        return ""
    if not source.accessed:
        return f"URL: {source.url}"
    day = ".".join(reversed(source.accessed.split("-")))
    return f"URL: {source.url} ({_WORDS[source.language]['accessed'].format(day)})"


def _people(names: tuple[str, ...]) -> tuple[list[str], bool]:
    """Names as written, and whether the list says that there are others."""
    known = [name.strip() for name in names if not _OTHERS.fullmatch(name.strip())]
    return known, len(known) < len(names) and bool(known)


def _forward(name: str) -> str:
    """«Фамилия И. О.» as it stands after a slash: «И. О. Фамилия»."""
    match = _INITIALS.fullmatch(name.strip())
    return f"{match['initials'].strip()} {match['surname']}" if match else name.strip()


def _closed(text: str) -> str:
    """The text ended by one mark, never by two."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."

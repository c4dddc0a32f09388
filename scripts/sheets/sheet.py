"""What a printed sheet is, and what its function may know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from navigator.base import KnowledgeBase

Data = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Press:
    """What sheets are made from: the content, the day, the address of the site (empty when none is set)."""

    base: KnowledgeBase
    today: dt.date
    site_url: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One PDF. `data` returns plain JSON values for the template; its texts are set by words.py."""

    name: str  # of the file, without .pdf: «checklist-mode-diversity-compact»
    title: str  # in the document, in the list of sheets, in the bookmarks of a reader
    description: str  # one sentence: what it is for
    template: str  # file in templates/
    data: Callable[[Press], Data]
    records: tuple[str, ...]  # ids it is made from: their reviews date the sheet, a draft among them makes it a draft
    page: str = ""  # address of the page of the site that it belongs to: «checklists/mode-diversity/»
    group: str = ""  # heading under which the page of sheets lists it
    subject: str = ""  # what several sheets of a group are about, where they differ only in form
    variant: str = ""  # the form of this one then: «сжатый лист»
    most: int | None = None  # pages it may take; more is a problem of the content, said in Russian

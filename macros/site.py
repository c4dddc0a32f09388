"""What every page needs: the knowledge base, read once for each state of the content, and the settings of the site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from macros.usage import Usage
from navigator import ids_lock
from navigator.base import KnowledgeBase
from navigator.load import read_records
from navigator.reader.folder import LOCK
from navigator.terms import TermIndex
from navigator.version import fingerprint


@dataclass(frozen=True)
class Site:
    """The content with the settings that pages show."""

    base: KnowledgeBase
    version: str
    remark_email: str = ""
    prints: str = ""  # file of facts about the sheets on paper, where the build has made them
    repo_url: str = ""  # where the records are kept, for links to its forms
    site_url: str = ""  # where the site stands, for lines that cite it
    retired_items: tuple[str, ...] = ()  # items of checklists that are no more; only the list of ids remembers them

    @cached_property
    def terms(self) -> TermIndex:
        """The glossary, ready to be found in text."""
        return TermIndex(self.base.terms)

    @cached_property
    def usage(self) -> Usage:
        """Which records cite which work."""
        return Usage(self.base)


def site_of(settings: Mapping[str, str], root: Path) -> Site:
    """The site for the settings of mkdocs.yml; the content is read again only when it has changed."""
    folder = (root / settings["content"]).resolve()
    base = _read(folder, _signature(folder))
    return Site(base, settings["version"] or fingerprint(folder), settings["remark_email"],
                settings.get("prints", ""), (settings.get("repo_url") or "").rstrip("/"),
                (settings.get("site_url") or "").rstrip("/"), _retired_items(folder / LOCK))


def _retired_items(lock: Path) -> tuple[str, ...]:
    if not lock.is_file():
        return ()
    ids, _ = ids_lock.read(lock, lock.name)
    return tuple(one.id for one in ids.values() if (one.kind, one.status) == ("item", ids_lock.RETIRED))


def _files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.yml"))


def _signature(folder: Path) -> tuple[tuple[str, int], ...]:
    return tuple((str(file), file.stat().st_mtime_ns) for file in _files(folder))


@lru_cache(maxsize=2)
def _read(folder: Path, signature: tuple[tuple[str, int], ...]) -> KnowledgeBase:
    """The records alone: whoever starts the build has checked them."""
    base, _ = read_records(folder)
    return base

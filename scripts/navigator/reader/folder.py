"""Finds the files of records in a content folder, and everything that does not belong there.

Nothing is opened here and links are not followed: a pipe, a device or a link
that leads out of the folder is named as a problem instead.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from navigator.model import KINDS
from navigator.model.base import ID_PATTERN
from navigator.problems import Place, Problem
from navigator.reader import letters

LOCK = "ids.lock"
_WELCOME = frozenset({LOCK, "README.md"})  # beside the folders of the kinds
# What systems and editors leave behind without asking anybody.
_LEFT_BEHIND = re.compile(r"\.DS_Store|Thumbs\.db|desktop\.ini|\.gitkeep|\.#.*|#.*#|.*~|~\$.*|\..*\.sw[a-p]")


@dataclass(frozen=True, slots=True)
class Found:
    """A file that should hold a record of the kind."""

    path: Path
    file: str  # as problems name it
    folder: str
    stem: str


@dataclass(slots=True)
class Contents:
    """The files of records, sorted, and what else there is to say about the folder."""

    files: list[Found] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def shown(name: str) -> str:
    """A file name that can be printed on one line, whatever bytes it is made of."""
    name = os.fsencode(name).decode("utf-8", errors="backslashreplace")
    return "".join(sign if sign.isprintable() else f"\\x{ord(sign):02x}" for sign in name)


def contents(root: Path) -> Contents:
    """What is in the content folder."""
    found = Contents()
    for entry in _entries(root, found, shown(root.name)):
        file = f"{shown(root.name)}/{shown(entry.name)}"
        if _is_link(entry, file, found):
            continue
        if entry.is_dir(follow_symlinks=False):
            if entry.name in KINDS:
                _kind_folder(Path(entry.path), file, found)
            elif _holds_files(Path(entry.path)):
                _stray_folder(entry.name, file, found)
        elif entry.name not in _WELCOME:
            _add(found, file, "A09", "файл лежит не в папке своего вида",
                 f"перенесите запись в одну из папок: {', '.join(KINDS)}; лишний файл удалите")
    return found


def _kind_folder(folder: Path, file: str, found: Contents) -> None:
    """The files of one kind."""
    taken: dict[str, str] = {}
    for entry in _entries(folder, found, file):
        name = f"{file}/{shown(entry.name)}"
        if _is_link(entry, name, found):
            continue
        stem, dot, extension = entry.name.rpartition(".")
        if entry.is_dir(follow_symlinks=False):
            if dot or _holds_files(Path(entry.path)):
                _add(found, name, "A09", "это папка, а здесь лежат только файлы записей",
                     "перенесите файлы из неё уровнем выше и удалите её")
            continue
        if not stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
            _add(found, name, "A09", "это не обычный файл", "удалите его")
            continue
        if extension.lower() not in ("yml", "yaml") or not stem:
            _add(found, name, "A08", f"файл с расширением «{shown(dot + extension)}» среди записей" if stem and dot
                 else "файл без расширения .yml среди записей",
                 "если это запись, переименуйте файл в «имя.yml»; если нет — уберите его из папки")
            continue
        _name(name, stem, extension, found)
        if stem.lower() in taken:
            _add(found, name, "A08", f"имя отличается от «{taken[stem.lower()]}» только расширением или величиной букв",
                 "оставьте один из двух файлов")
        taken.setdefault(stem.lower(), shown(entry.name))
        found.files.append(Found(Path(entry.path), name, folder.name, shown(stem)))


def _name(file: str, stem: str, extension: str, found: Contents) -> None:
    """The name of a file is the id of its record with `.yml`."""
    if extension != "yml":
        _add(found, file, "A08", f"расширение «.{shown(extension)}», а нужно «.yml»",
             f"переименуйте файл в «{shown(stem)}.yml»")
    if not re.fullmatch(ID_PATTERN, stem):
        if twin := letters.look_alike(stem):
            _add(found, file, "A07", f"в имени файла {twin.removeprefix('в ')}",
                 "переименуйте файл, набрав имя в английской раскладке")
        else:
            _add(found, file, "A08", f"имя файла «{shown(stem)}» не годится для записи",
                 "имя состоит из строчных латинских букв, цифр и дефисов между ними: target-market.yml")


def _stray_folder(name: str, file: str, found: Contents) -> None:
    close = get_close_matches(name.lower(), list(KINDS), n=1, cutoff=0.6)
    fix = f"может быть, «{close[0]}»? Переименуйте папку" if close else f"здесь бывают папки: {', '.join(KINDS)}"
    _add(found, file, "A09", f"неизвестная папка «{shown(name)}»", fix)


def _is_link(entry: os.DirEntry[str], file: str, found: Contents) -> bool:
    if entry.is_symlink():
        _add(found, file, "A14", "это ссылка на другой файл, ссылки не читаются", "положите на её место сам файл")
        return True
    return False


def _entries(folder: Path, found: Contents, file: str) -> Iterator[os.DirEntry[str]]:
    """What is in a folder, by name, without what systems and editors leave behind."""
    try:
        with os.scandir(folder) as entries:
            names = sorted(entries, key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        _add(found, file, "A24", f"папка не открывается ({error.strerror})", "проверьте права доступа к ней")
        return
    yield from (entry for entry in names if not _LEFT_BEHIND.fullmatch(entry.name))


def _holds_files(folder: Path) -> bool:
    """Whether there is anything but empty folders inside."""
    return any(files for _, _, files in os.walk(folder))


def _add(found: Contents, file: str, code: str, message: str, fix: str) -> None:
    found.problems.append(Problem(Place(file), code, "error", message, fix))

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
from navigator.plural import counted
from navigator.problems import Place, Problem
from navigator.reader import letters

LOCK = "ids.lock"
MOST_FILES = 10_000
TOO_MANY = "A25"
_WELCOME = frozenset({LOCK, "README.md"})  # beside the folders of the kinds
# What systems and editors leave behind without asking anybody.
_LEFT_BEHIND = re.compile(r"\.DS_Store|Thumbs\.db|desktop\.ini|\.gitkeep|\.#.*|#.*#|.*~|~\$.*|\..*\.sw[a-p]")
# Names that Windows keeps for devices: a file called so cannot be taken there, whatever its extension.
_DEVICE = re.compile(r"con|prn|aux|nul|com\d|lpt\d", re.IGNORECASE)


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


def is_device(stem: str) -> bool:
    """Whether Windows takes the name for a device."""
    return _DEVICE.fullmatch(stem) is not None


def contents(root: Path) -> Contents:
    """What is in the content folder."""
    found = Contents()
    _folder(root, shown(root.name), "", found)
    if len(found.files) > MOST_FILES:
        number = counted(len(found.files), "файл", "файла", "файлов")
        found = Contents()
        _add(found, shown(root.name), TOO_MANY, f"{number} записей, а помещается {MOST_FILES}",
             "уберите лишние; ни одна запись не прочитана")
    return found


def _folder(folder: Path, file: str, under: str, found: Contents) -> None:
    """One folder: records where a kind lives here, further folders, and what is neither."""
    taken: dict[str, str] = {}
    for entry in _entries(folder, found, file):
        name = f"{file}/{shown(entry.name)}"
        if entry.is_symlink():
            _add(found, name, "A14", "это ссылка на другой файл, ссылки не читаются", "положите на её место сам файл")
        elif entry.is_dir(follow_symlinks=False):
            below = f"{under}/{entry.name}".lstrip("/")
            if below in KINDS or any(kind.startswith(f"{below}/") for kind in KINDS):
                _folder(Path(entry.path), name, below, found)
            elif "." in entry.name or _holds_files(Path(entry.path)):
                _stray_folder(below, name, found)
        elif not stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
            _add(found, name, "A09", "это не обычный файл", "удалите его")
        elif under in KINDS:
            _file(entry, name, under, taken, found)
        elif under or entry.name not in _WELCOME:
            _add(found, name, "A09", "файл лежит не в папке своего вида",
                 "перенесите запись к таким же: термин — в glossary, источник — в sources; лишний файл удалите")


def _file(entry: os.DirEntry[str], file: str, folder: str, taken: dict[str, str], found: Contents) -> None:
    """A file that lies where records lie."""
    stem, dot, extension = entry.name.rpartition(".")
    if extension.lower() not in ("yml", "yaml") or not stem:
        what = f"файл с расширением «{shown(dot + extension)}»" if stem and dot else "файл без расширения .yml"
        _add(found, file, "A08", f"{what} среди записей",
             "если это запись, переименуйте файл в «имя.yml»; если нет — уберите его из папки")
        return
    _name(file, stem, extension, found)
    if stem.lower() in taken:
        _add(found, file, "A08", f"имя отличается от «{taken[stem.lower()]}» только расширением или величиной букв",
             "оставьте один из двух файлов")
    taken.setdefault(stem.lower(), shown(entry.name))
    found.files.append(Found(Path(entry.path), file, folder, shown(stem)))


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
    elif is_device(stem):
        _add(found, file, "A08", f"имя «{stem}» Windows оставляет за устройством, файл там не откроется",
             "выберите другое имя")


def _stray_folder(folder: str, file: str, found: Contents) -> None:
    """A folder in which no kind of records lives."""
    if folder.rpartition("/")[0] in KINDS:
        _add(found, file, "A09", "это папка, а здесь лежат только файлы записей",
             "перенесите файлы из неё уровнем выше и удалите её")
        return
    close = get_close_matches(folder.lower(), list(KINDS), n=1, cutoff=0.6)
    fix = "перенесите файлы в папки их видов, рядом с такими же"
    if close:
        fix = f"может быть, «{close[0]}»? Переименуйте папку"
    _add(found, file, "A09", f"неизвестная папка «{shown(folder)}»", fix)


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

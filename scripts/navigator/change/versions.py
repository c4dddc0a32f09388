"""Reads an earlier version of the content out of git, without touching the working tree."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

from navigator.reader.folder import shown

CANDIDATES = ("origin/main", "main~1", "HEAD~1")
MOST_BYTES = 64 * 1024 * 1024  # of an unpacked version; content is text


class NoVersionError(Exception):
    """There is no version to compare with; the text is for the author."""


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository around a content folder."""

    root: Path
    content: Path

    @classmethod
    def around(cls, content: Path) -> Repository:
        """The repository that the folder belongs to."""
        folder = content.absolute().resolve()
        try:
            top = _git(folder, "rev-parse", "--show-toplevel").decode().strip()
        except NoVersionError:
            raise NoVersionError(f"папка {folder} не в репозитории git, сравнить не с чем") from None
        return cls(Path(top).resolve(), folder)

    @property
    def inside(self) -> str:
        """The path of the content folder within the repository."""
        return self.content.relative_to(self.root).as_posix()

    def base(self, named: str | None) -> str:
        """The commit to compare with: where the work branched off from the named version or from the first known."""
        for name in (named,) if named else CANDIDATES:
            commit = self._commit(name)
            if commit:
                return self._branched(commit)
        if named:
            raise NoVersionError(f"версии «{named}» в репозитории нет; возьмите её: git fetch origin main, "
                                 "или назовите другую: make review BASE=main~1")
        raise NoVersionError("сравнить не с чем: нет ни origin/main, ни предыдущей записи истории; "
                             "назовите версию: make review BASE=версия")

    def changed(self, commit: str) -> tuple[str, ...]:
        """Files of the content that differ from the commit, new ones among them; paths as problems name them."""
        self._refuse_modules()
        differing = _git(self.root, "diff", "--name-only", "-z", "--no-renames", commit, "--", self.inside)
        fresh = _git(self.root, "ls-files", "-z", "--others", "--exclude-standard", "--", self.inside)
        paths = {os.fsdecode(name) for name in (differing + fresh).split(b"\0") if name}
        parent = Path(self.inside).parent
        return tuple(sorted(Path(path).relative_to(parent).as_posix() for path in paths))

    def _refuse_modules(self) -> None:
        """A repository inside the content is an empty folder to every check, and something else to who fetches it."""
        for line in _git(self.root, "ls-files", "--stage", "-z", "--", self.inside).split(b"\0"):
            if line.startswith(b"160000 "):
                name = shown(os.fsdecode(line.partition(b"\t")[2]))
                raise NoVersionError(f"{name}: внутри папки записей лежит чужой репозиторий (submodule); уберите его: "
                                     "git rm --cached и имя, а записи положите файлами")

    def unpack(self, commit: str, into: Path) -> Path:
        """Writes the content of the commit under `into` and returns the folder; ordinary files only."""
        target = into / self.content.name
        target.mkdir(parents=True)
        if not _git(self.root, "ls-tree", "-d", commit, "--", self.inside):
            return target  # there was no content then
        packed = _git(self.root, "archive", "--format=tar", f"{commit}:{self.inside}")
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            members = [one for one in archive.getmembers() if one.isfile() or one.isdir()]
            if sum(one.size for one in members) > MOST_BYTES:
                raise NoVersionError("прежняя версия записей слишком велика, чтобы её развернуть")
            archive.extractall(target, members, filter="data")
        return target

    def _commit(self, name: str) -> str | None:
        if name.startswith("-"):
            return None
        try:
            return _git(self.root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").decode().strip()
        except NoVersionError:
            return None

    def _branched(self, commit: str) -> str:
        try:
            return _git(self.root, "merge-base", commit, "HEAD").decode().strip()
        except NoVersionError:
            return commit  # histories without a common beginning, as in a shallow copy


def _git(folder: Path, *words: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, check=False)
    except OSError:
        raise NoVersionError("git не найден; поставьте его, чтобы сравнивать версии") from None
    if done.returncode:
        raise NoVersionError(done.stderr.decode(errors="replace").strip())
    return done.stdout

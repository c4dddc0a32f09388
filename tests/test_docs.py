"""What README, CONTRIBUTING, the changelog and the decisions name is there: files, folders, targets, options."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TEXTS = sorted([*ROOT.glob("*.md"), *(ROOT / "adr").glob("*.md")])

# Named, and rightly not in the repository.
ELSEWHERE = {
    "site/": "made by the build",
    "build.json": "stands in the built site",
    "base.html": "a template of Material",
}
_IGNORED = (".git", ".venv", "site", ".build", "node_modules")
_ENDINGS = (".md", ".py", ".yml", ".json", ".html", ".css", ".js", ".toml", ".lock", ".svg", ".png", ".txt")
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def _code(text: str) -> Iterator[str]:
    """Everything set as code: words between backticks and lines of fenced blocks."""
    for fence in _FENCE.findall(text):
        yield from (line.partition(" #")[0].strip() for line in fence.splitlines()[1:-1])
    yield from re.findall(r"`([^`\n]+)`", _FENCE.sub("", text))


def _words(text: str) -> Iterator[str]:
    for code in _code(text):
        yield from code.split()


def _tracked() -> list[str]:
    return [path.relative_to(ROOT).as_posix() + ("/" if path.is_dir() else "")
            for path in ROOT.rglob("*") if path.relative_to(ROOT).parts[0] not in _IGNORED]


@pytest.fixture(scope="module", name="tracked")
def _tracked_once() -> list[str]:
    return _tracked()


def _is_path(word: str) -> bool:
    if not re.fullmatch(r"[\w.*/-]+", word) or word.startswith((".", "-", "/")):
        return False
    return "/" in word or word.endswith(_ENDINGS)


def there(word: str, tracked: list[str]) -> bool:
    """Whether a path is in the project: from its root, or by its end where it is named within a folder."""
    return any(fnmatch(path, word) or fnmatch(path, f"*/{word}") for path in tracked)


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.name)
def test_paths_exist(file: Path, tracked: list[str]) -> None:
    text = file.read_text(encoding="utf-8")
    linked = [link for link in re.findall(r"\]\(([^)\s]+)\)", _FENCE.sub("", text)) if _is_path(link)]
    named = [word.rstrip(",;") for word in _words(text)]
    lost = {word for word in (*named, *linked) if _is_path(word) and word not in ELSEWHERE and not there(word, tracked)}

    assert lost == set()


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.name)
def test_targets_exist(file: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {match for code in _code(file.read_text(encoding="utf-8")) for match in re.findall(r"^make ([a-z]+)", code)}

    assert named <= targets


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.name)
def test_options_exist(file: Path) -> None:
    """An option beside a script is an option of that script; one alone belongs to some script."""
    scripts = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "scripts").glob("*.py")}
    lost = []
    for code in _code(file.read_text(encoding="utf-8")):
        script = re.search(r"scripts/(\w+\.py)", code)
        if script is None and not code.startswith("--"):
            continue
        where = [scripts.get(script[1], "")] if script else list(scripts.values())
        lost += [option for option in re.findall(r"(?<!\S)--[a-z][a-z-]+", code)
                 if not any(f'"{option}"' in source or f'"{option}/' in source for source in where)]

    assert lost == []


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.name)
def test_modules_and_settings_exist(file: Path) -> None:
    """A module of the package by its dotted name, a setting by its name in capitals."""
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    lost = []
    for word in _words(file.read_text(encoding="utf-8")):
        if re.fullmatch(r"navigator(\.\w+)+", word):
            path = ROOT / "scripts" / word.replace(".", "/")
            lost += [] if path.is_dir() or path.with_suffix(".py").is_file() else [word]
        elif re.fullmatch(r"[A-Z]+_[A-Z_]+", word):
            lost += [] if f"[{word}," in config else [word]

    assert lost == []


def test_what_is_elsewhere_is_still_named() -> None:
    """An exception that nobody needs any more goes."""
    words = {word for file in TEXTS for word in _words(file.read_text(encoding="utf-8"))}

    assert ELSEWHERE.keys() <= words


def test_an_absent_path_is_noticed(tracked: list[str]) -> None:
    """The test can fail."""
    assert not there("scripts/no-such-command.py", tracked)
    assert not there("no-such-folder/", tracked)
    assert there("scripts/*.py", tracked)
    assert there("checklists/", tracked)

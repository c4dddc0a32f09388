"""The real content, broken in one place at a time: each breach is found at its file and line.

A mutation picks its victim by pattern among the records as they stand, so the
content may grow and change without touching this file.
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from navigator import load
from navigator.problems import Problem
from tests.remembered import files_read_once

CONTENT = Path(__file__).resolve().parents[1] / "content"
TODAY = dt.date(2026, 12, 1)


@dataclass(frozen=True)
class Breach:
    """What one mutation makes of one file, and what must be found there."""

    file: str
    data: bytes | None
    line: int
    code: str


@dataclass(frozen=True)
class Mutation:
    """Takes the first file of a folder that has the pattern and replaces what it matches.

    The problem is expected at the line where the replacement begins, or `down` lines below.
    """

    name: str
    code: str
    folder: str
    pattern: str
    put: str | Callable[[re.Match[str]], str]
    down: int = 0
    encoding: str = "utf-8"
    last: bool = False  # take the last file instead: of two that clash the later is named

    def breach(self) -> Breach:
        """The victim and its broken bytes."""
        for path in sorted((CONTENT / self.folder).glob("*.yml"), reverse=self.last):
            text = path.read_text(encoding="utf-8")
            match = re.search(self.pattern, text, re.MULTILINE)
            if match is None:
                continue
            new = match.expand(self.put) if isinstance(self.put, str) else self.put(match)
            broken = text[: match.start()] + new + text[match.end() :]
            line = text.count("\n", 0, match.start()) + 1 + self.down
            data = broken.encode(self.encoding, errors="surrogateescape")
            return Breach(f"{self.folder}/{path.name}", data, line, self.code)
        raise AssertionError(f"nothing in {self.folder} has {self.pattern!r}")


R, C, S, G = "recommendations", "checklists", "sources", "glossary"
ID = r"^id: .*$"
PARAGRAPH = r"^  - text: >-\n      (\S)"
MUTATIONS = (
    # Bytes and letters.
    Mutation("UTF-16", "A01", R, r"\A", "", encoding="utf-16"),
    Mutation("a byte of another encoding", "A01", R, r"^number:", "\udcff\\g<0>"),
    Mutation("byte order mark", "A02", R, r"\A", "\ufeff"),
    Mutation("tab in the indent", "A04", C, r"^    action:", "\taction:"),
    Mutation("non-breaking space after a colon", "A05", S, r"^title: ", "title:\u00a0"),
    Mutation("Cyrillic letter in a key", "A07", S, r"^doi:", "dоi:"),
    Mutation("conflict of a merge", "A11", R, r"^number:", "<<<<<<< HEAD\nnumber:"),
    Mutation("invisible letter", "A18", R, r"^short: (\S)", "short: \\1\u200b"),
    # YAML.
    Mutation("key twice", "B02", R, ID, "\\g<0>\n\\g<0>", down=1),
    Mutation("anchor", "B03", R, r"^number: ", "number: &one "),
    Mutation("alias", "B03", R, r"^number: .*$", "number: *one"),
    Mutation("tag", "B03", R, r"^number: ", "number: !!int "),
    Mutation("colon in plain text", "B10", C, r"^    evidence: [^>|\"'].*$", "    evidence: Шаг 1: запись"),
    Mutation("text after a quote", "B11", S, r"^title: .*$", 'title: "Работа" о рынках'),
    Mutation("quote left open", "B14", S, r"^title: .*$", 'title: "Работа о рынках'),
    Mutation("hash that swallows text", "B05", C, r"^    evidence: [^>|\"'].*$", "    evidence: Запись #5"),
    Mutation("empty value", "B06", S, r"^title: .*$", "title:"),
    Mutation("second record in the file", "B01", R, r"^reviews:", "---\nreviews:"),
    Mutation("depth", "B07", R, r"^number: .*$", "number: " + "[" * 5000 + "]" * 5000),
    # The model.
    Mutation("unknown key", "D01", R, r"^short:", "shrot:"),
    Mutation("key left out", "D02", S, r"^type: .*\n", "", down=-2),
    Mutation("word outside the list", "D03", R, r"mark: article$", "mark: articel"),
    Mutation("day that is not", "D07", R, r"date: \d.*$", "date: 2026-02-30"),
    Mutation("number in words", "D08", R, r"^number: .*$", "number: один"),
    # Identity.
    Mutation("id that is not the file's", "C01", G, r"^id: (.*)$", "id: \\1-other"),
    Mutation("item with the id of a record", "C02", C, r"^  - id: .*$", "  - id: ilkevich-2025"),
    Mutation("retired without a reason", "C05", G, r"^status: draft$", "status: retired"),
    # References.
    Mutation("prose reference astray", "E01", R, r"\[\[[a-z-]+", "[[no-such-record"),
    Mutation("source astray", "E01", R, r"sources: \[[a-z0-9-]+", "sources: [no-such-work"),
    Mutation("link to a record of another kind", "E01", R, r"- recommendation: .*$", "- recommendation: ilkevich-2025"),
    Mutation("prose reference left open", "E07", R, r"\[\[([a-z-]+)(?:\|[^\]\n]+)?\]\]", "[[\\1"),
    # Coverage.
    Mutation("title that is not the article's", "D20", R, r"^title: >-\n  (\S+)", "title: >-\n  Иное"),
    Mutation("number beyond the eight", "D08", R, r"^number: \d$", "number: 9"),
    Mutation("number taken", "D22", R, r"^number: [2-8]$", "number: 1", last=True),
    Mutation("too few compact items", "H09", C, r"(?s)^items:\n.*?(?=^reviews:)",
             lambda match: match[0].replace("level: compact", "level: expanded")),
    # Checklists.
    Mutation("item without a verb", "H04", C, r"^    action: [^>|\"'\n]+$", "    action: Перечень способов"),
    Mutation("evidence is the action", "H08", C, r"^    action: ([^>|\"'\n]+)\n    evidence: [^>|\"'\n]+$",
             "    action: \\1\n    evidence: \\1", down=1),
    # Provenance.
    Mutation("article without lines", "I21", R, r"mark: article\n +lines: .*$", "mark: article"),
    Mutation("line beyond the article", "I22", R, r"lines: \[\d+", "lines: [143"),
    Mutation("source without works", "I23", R, r"mark: source\n +sources: .*$", "mark: source"),
    Mutation("topic of the article", "I24", R, r"(mark: article\n( +)lines: .*)$", "\\1\n\\2topic: [45]", down=2),
    # Sources.
    Mutation("DOI with its address", "I02", S, r"^doi: ", "doi: https://doi.org/"),
    Mutation("DOI of another work", "I04", S, r"^doi: .*$", "doi: 10.1016/j.ibusrev.2018.05.002", last=True),
    Mutation("address with tracking", "I03", S, r"^language:", "url: https://example.org/?utm_source=x\nlanguage:"),
    Mutation("number of another work", "I07", S, r"^number: 2\d$", "number: 18", last=True),
    Mutation("silent gap", "I01", S, r"^type: article$(?s:(?!.*^incomplete:).*?)^container: .*\n",
             lambda match: re.sub(r"container: .*\n", "", match[0])),
    # Markup that could run.
    Mutation("HTML", "A13", R, PARAGRAPH, "  - text: >-\n      <img src=x> \\1", down=1),
    Mutation("template", "A13", R, PARAGRAPH, "  - text: >-\n      {{ config }} \\1", down=1),
    Mutation("script in a link", "A15", R, PARAGRAPH, "  - text: >-\n      [вот](javascript:alert(1)) \\1", down=1),
    # Language.
    Mutation("straight quotes", "K01", R, PARAGRAPH, '  - text: >-\n      Слово "рынок". \\1', down=1),
    Mutation("hyphen for a dash", "K02", R, PARAGRAPH, "  - text: >-\n      Рынок - это люди. \\1", down=1),
    Mutation("missing «ё»", "K05", R, PARAGRAPH, "  - text: >-\n      Еще раз. \\1", down=1),
    Mutation("promise", "K10", R, PARAGRAPH, "  - text: >-\n      Этот способ вам подойдёт. \\1", down=1),
    Mutation("bypass of restrictions", "K11", R, PARAGRAPH, "  - text: >-\n      Везите через третьи страны. \\1",
             down=1),
    Mutation("country", "K20", R, r"^  - text: >-\n      (\S.*\n(?:      .*\n)*)    mark: editorial",
             "  - text: >-\n      Начните с Китая. \\1    mark: editorial", down=1),
    Mutation("unfinished text", "A12", R, PARAGRAPH, "  - text: >-\n      TODO \\1", down=1),
    # People and days.
    Mutation("reviewer unknown", "L01", R, r"by: editors$", "by: nobody-at-all"),
    Mutation("private address", "L02", R, PARAGRAPH, "  - text: >-\n      Пишите ivan@example.org. \\1", down=1),
    Mutation("review of tomorrow", "J01", R, r"date: \d.*$", "date: 2026-12-02"),
)  # fmt: skip


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real content, to be broken and mended."""
    folder = tmp_path_factory.mktemp("mutations") / "content"
    shutil.copytree(CONTENT, folder)
    return folder


@pytest.fixture(scope="module", autouse=True)
def _once() -> Iterator[None]:
    with files_read_once():
        yield


@pytest.fixture(scope="module")
def before(copy: Path) -> frozenset[Problem]:
    """What is wrong with the content as it stands."""
    return frozenset(load.read_content(copy, TODAY).problems)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_breach_is_found_where_it_is(mutation: Mutation, copy: Path, before: frozenset[Problem]) -> None:
    """A problem of the expected code appears at the broken line, and was not there before."""
    breach = mutation.breach()
    path = copy / breach.file
    whole = path.read_bytes()
    assert breach.data is not None
    path.write_bytes(breach.data)
    try:
        new = frozenset(load.read_content(copy, TODAY).problems) - before
    finally:
        path.write_bytes(whole)

    assert breach.data != whole
    found = {(problem.place.file, problem.place.line, problem.code) for problem in new}
    assert (f"content/{breach.file}", breach.line, breach.code) in found


def test_there_are_more_than_thirty_ways() -> None:
    """Thirty-five breaches at the least, each with a name of its own."""
    assert len({mutation.name for mutation in MUTATIONS}) == len(MUTATIONS) >= 35


def test_a_removed_recommendation_is_missed(copy: Path, before: frozenset[Problem]) -> None:
    """A record that must be there is missed at its folder."""
    path = sorted((copy / R).glob("*.yml"))[0]
    whole = path.read_bytes()
    path.unlink()
    try:
        new = frozenset(load.read_content(copy, TODAY).problems) - before
    finally:
        path.write_bytes(whole)

    assert ("content/recommendations", 1) in {(problem.place.file, problem.place.line) for problem in new}


def test_a_file_of_another_kind_is_refused(copy: Path, before: frozenset[Problem]) -> None:
    """A stray file beside the records is named."""
    path = copy / S / "notes.txt"
    path.write_text("заметки", encoding="utf-8")
    try:
        new = frozenset(load.read_content(copy, TODAY).problems) - before
    finally:
        path.unlink()

    assert "content/sources/notes.txt" in {problem.place.file for problem in new}

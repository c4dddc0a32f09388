"""What the reader promises beyond single messages: places, no guessing, nothing hidden behind a mistake."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from navigator.load import read_content, read_records
from navigator.model import Stage, Term
from navigator.problems import Place
from navigator.reader.compose import compose
from navigator.reader.letters import look_alike
from navigator.reader.record import read_bytes
from navigator.reader.tree import plain

SOUND = Path(__file__).parents[1] / "cases" / "reader" / "sound"
OFFER = (SOUND / "term-offer.yml").read_text(encoding="utf-8")
DAY = dt.date(2026, 11, 23)


def laid(folder: Path, files: dict[str, str]) -> Path:
    root = folder / "content"
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def test_nothing_is_guessed_from_the_look_of_a_value() -> None:
    node = compose("a: NO\nb: 010\nc: 12:30\nd: 1.10\ne: 2026-02-30\nf: [yes, 1_000, off]\n").node

    assert node is not None
    assert plain(node) == {
        "a": "NO", "b": "010", "c": "12:30", "d": "1.10", "e": "2026-02-30", "f": ["yes", "1_000", "off"],
    }  # fmt: skip


def test_every_value_has_its_place(tmp_path: Path) -> None:
    base, _ = read_records(laid(tmp_path, {"glossary/term-offer.yml": OFFER}))
    file = "content/glossary/term-offer.yml"

    assert base.place("term-offer") == Place(file, 2, 1)
    assert base.place("term-offer", "term") == Place(file, 4, 7)
    assert base.place("term-offer", "definition") == Place(file, 6, 1)
    assert base.place("term-offer", "definition", 0) == Place(file, 7, 5)
    assert base.place("term-offer", "definition", 0, "topic", 0) == Place(file, 11, 13)
    assert base.place("term-offer", "synonyms", 1) == Place(file, 12, 25)
    assert base.place("term-offer", "construct") == Place(file, 2, 1), "absent: the mapping that should hold it"
    assert base.place("term-offer", "definition", 0, "lines") == Place(file, 7, 5)


def test_a_broken_file_hides_neither_others_nor_its_own_id(tmp_path: Path) -> None:
    root = laid(tmp_path, {
        "glossary/term-offer.yml": OFFER.replace("term: Оферта", "term: Шаг 1: найти"),
        "glossary/term-bid.yml": OFFER.replace("id: term-offer", "id: term-bid").replace("mark: editorial", "mark: x"),
        "checklists/checklist-decomposition.yml": "items:\n  - id: parts-one\n    action: [\n",
    })

    base, problems = read_records(root)

    assert {problem.place.file.split("/")[-1] for problem in problems} == {
        "term-offer.yml", "term-bid.yml", "checklist-decomposition.yml",
    }  # fmt: skip
    assert base.kind_of("term-offer") == "term"
    assert base.kind_of("parts-one") == "item"
    assert base.kind_of("term-other") is None


def test_a_misspelt_field_does_not_hide_a_dangling_reference(tmp_path: Path) -> None:
    text = OFFER.replace("english: offer", "englsh: offer").replace("[12]", "[12]\n    sources: [nobody-2020]")

    loaded = read_content(laid(tmp_path, {"glossary/term-offer.yml": text}), DAY)
    lines = [problem.place.line for problem in loaded.problems if problem.place.file.endswith("term-offer.yml")]

    assert 5 in lines
    assert 12 in lines


def test_a_record_past_a_limit_is_read_and_reported() -> None:
    text = (SOUND / "growth.yml").read_text(encoding="utf-8").replace("number: 3", "number: 9\nextra: да")

    done = read_bytes(text.encode(), "growth", "stage", Stage)

    assert isinstance(done.record, Stage)
    assert [finding.code for finding in done.findings] == ["D01", "D08"]


def test_a_record_without_what_rules_count_on_is_not_read() -> None:
    text = OFFER.replace("term: Оферта", "term: ''")

    assert read_bytes(text.encode(), "term-offer", "term", Term).record is None


def test_a_look_alike_letter_is_named_with_its_position() -> None:
    assert look_alike("еxternal") == "в «еxternal» буква «е» (знак 1) русская, хотя выглядит как латинская «e»"
    assert look_alike("внешние") is None
    assert look_alike("external") is None


def test_a_hostile_file_is_read_in_no_time() -> None:
    """Patterns that look at the text cost no more than its length."""
    start = dt.datetime.now(tz=dt.UTC)
    fillers = (" ", "\u00a0", "- ", "a ", "# ", "a #", "[", "\u200b", "Аa ", "x: ", "'", "\t", "\n ", "-\u00a0", "\r")
    for filler in fillers:
        text = OFFER + filler * (250_000 // len(filler.encode()))
        read_bytes(text.encode(), "term-offer", "term", Term)

    assert (dt.datetime.now(tz=dt.UTC) - start).total_seconds() < 20

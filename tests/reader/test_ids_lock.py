"""An id never vanishes, never changes its kind, is never used again."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from click.testing import CliRunner

import ids
from navigator import ids_lock
from navigator.load import read_records
from tests.reader.test_reading import OFFER, SOUND, laid

DAY = dt.date(2026, 11, 23)
LIST = (SOUND / "checklist-decomposition.yml").read_text(encoding="utf-8")
FILES = {"glossary/term-offer.yml": OFFER, "checklists/checklist-decomposition.yml": LIST}


def problems(root: Path, lock: str) -> list[str]:
    base, _ = read_records(root)
    locked, faults = ids_lock.parse(lock, "content/ids.lock")
    return [str(problem) for problem in sorted([*faults, *ids_lock.check(base, locked)])]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return laid(tmp_path, FILES)


@pytest.fixture
def lock(root: Path) -> str:
    base, _ = read_records(root)
    return ids_lock.render(ids_lock.updated(base, {}, DAY, frozenset()))


def test_a_fresh_list_fits_and_is_sorted(root: Path, lock: str) -> None:
    lines = lock.splitlines()[1:]

    assert problems(root, lock) == []
    assert lines == sorted(lines)
    assert "term-offer term 2026-11-23 alive" in lines
    assert "parts-one item 2026-11-23 alive" in lines


def test_a_new_id_is_a_warning_with_the_command(root: Path, lock: str) -> None:
    short = lock.replace("term-offer term 2026-11-23 alive\n", "")

    assert problems(root, short) == [
        "content/glossary/term-offer.yml:2:5 C08 имени «term-offer» ещё нет в списке ids.lock; "
        "когда имя окончательное, выполните make generated"
    ]


def test_new_ids_are_one_warning(root: Path, lock: str) -> None:
    gone = ("term-offer ", "parts-one ", "parts-two ")
    short = "".join(line for line in lock.splitlines(keepends=True) if not line.startswith(gone))

    assert problems(root, short) == [
        "content/glossary/term-offer.yml:2:5 C08 имён ещё нет в списке ids.lock: «term-offer», «parts-one», "
        "«parts-two»; когда имена окончательные, выполните make generated"
    ]
    assert problems(root, "")[0].count("«") == 10
    assert "» и ещё " in problems(root, "")[0]


def test_a_vanished_record_is_missed_in_its_folder(root: Path, lock: str) -> None:
    (root / "glossary/term-offer.yml").unlink()

    assert problems(root, lock) == [
        "content/glossary:1:1 C03 пропала запись «term-offer»; верните файл term-offer.yml; "
        "если запись больше не нужна, поставьте в ней status: retired"
    ]


def test_a_vanished_item_is_missed_in_its_list(root: Path, lock: str) -> None:
    path = root / "checklists/checklist-decomposition.yml"
    path.write_text(LIST.replace("id: parts-two", "id: parts-second"), encoding="utf-8")

    assert [line.split(";")[0] for line in problems(root, lock)] == [
        "content/checklists/checklist-decomposition.yml:8:1 C03 пропал пункт чек-листа «parts-two»",
        "content/checklists/checklist-decomposition.yml:10:10 C08 имени «parts-second» ещё нет в списке ids.lock",
    ]


def test_a_record_that_cannot_be_read_has_not_vanished(root: Path, lock: str) -> None:
    (root / "glossary/term-offer.yml").write_text("id: [", encoding="utf-8")

    assert problems(root, lock) == []


def test_an_id_keeps_its_kind(root: Path, lock: str) -> None:
    assert problems(root, lock.replace("term-offer term", "term-offer page"))[0].startswith(
        "content/glossary/term-offer.yml:2:5 C04 имя «term-offer» уже занято навсегда"
    )


def test_a_retired_id_is_not_used_again(root: Path, lock: str) -> None:
    retired = lock.replace("parts-one item 2026-11-23 alive", "parts-one item 2026-11-23 retired")

    assert problems(root, retired)[0].startswith(
        "content/checklists/checklist-decomposition.yml:9:10 C04 имя «parts-one» снято и снова занято"
    )


@pytest.mark.parametrize("line", ["term-x", "term-x term yesterday alive", "term-x term 2026-11-23 gone",
                                  "parts-one item 2026-11-23 alive"])
def test_a_spoilt_line_is_named(root: Path, lock: str, line: str) -> None:
    assert problems(root, f"{lock}{line}\n")[-1].startswith("content/ids.lock:14:1 C09 строка списка имён")


def test_the_command_adds_and_keeps_but_never_drops(root: Path) -> None:
    run = CliRunner()
    arguments = ["--content", str(root), "--today", "2026-11-23"]
    assert run.invoke(ids.main, arguments).exit_code == 0
    first = (root / "ids.lock").read_text(encoding="utf-8")
    (root / "glossary/term-offer.yml").unlink()

    again = run.invoke(ids.main, ["--content", str(root), "--today", "2027-01-01", "--retire", "term-offer"])

    assert again.exit_code == 0
    assert (root / "ids.lock").read_text(encoding="utf-8") == first.replace(
        "term-offer term 2026-11-23 alive", "term-offer term 2026-11-23 retired"
    )
    assert run.invoke(ids.main, [*arguments, "--retire", "nobody"]).exit_code == 2


def test_the_command_does_not_write_over_what_it_cannot_read(root: Path) -> None:
    (root / "glossary/term-offer.yml").write_text("id: [", encoding="utf-8")

    result = CliRunner().invoke(ids.main, ["--content", str(root)])

    assert result.exit_code == 1
    assert "term-offer" in result.output
    assert not (root / "ids.lock").exists()


def test_every_id_of_our_content_is_remembered() -> None:
    content = Path(__file__).resolve().parents[2] / "content"

    assert problems(content, (content / "ids.lock").read_text(encoding="utf-8")) == [], "run make generated"

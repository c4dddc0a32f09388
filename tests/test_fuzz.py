"""Whatever bytes are in a file, nothing but problems ever comes out."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from navigator.load import read_content
from navigator.model import KINDS
from navigator.reader.record import Read, read_bytes

SOUND = Path(__file__).parent / "cases" / "reader" / "sound"
RECORDS = {
    "term-offer": KINDS["glossary"],
    "growth": KINDS["stages"],
    "checklist-decomposition": KINDS["checklists"],
}
SIGNS = "[]{}()<>:,-?!&*#|>@%`'\"\\\n\r\t ~ \u00a0\u200b\u2028\ufeff\u0301ёЁсaі0\u0000\x1b\U0001f600"
LUMPS = (
    "[" * 5000, "{a: " * 3000, "- " * 4000, "? " * 3000, "&a [*a]", "*a", "!!python/object/apply:os.system [ls]",
    "<<: ", "%YAML 9.9\n", "---\n", "...\n", "\"\\ud800\"", "\"\\x00\"", ": ", " #", ">-\n", "|9\n", "\r", "\ufeff",
    "<<<<<<< \n", "[[" * 500, "**" * 500, "{{ 7*7 }}", "<script>", "javascript:alert(1)", "9" * 5000, "id: id\n", "-1",
    "\"\"", "[]", "{}", "1\u0663",
)  # fmt: skip


def spoil(text: str, chance: random.Random) -> bytes:
    """The text with a few things done to it."""
    for _ in range(chance.randint(1, 4)):
        at, to = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        to = min(to, at + chance.choice((0, 1, 3, 40)))
        piece = chance.choice((
            "", chance.choice(SIGNS), chance.choice(LUMPS), text[at:to] * 2, chr(chance.randrange(1, 0xD7FF)),
            "\n" + " " * chance.randrange(9),
        ))  # fmt: skip
        text = text[:at] + piece + text[to:]
    data = text.encode("utf-8", errors="surrogatepass")
    action: Callable[[bytes], bytes] = chance.choice((
        lambda data: data, lambda data: data, lambda data: data,
        lambda data: data[: chance.randrange(len(data) + 1)],
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data[:40] + chance.randbytes(3) + data[40:],
        lambda data: data.decode("utf-8", errors="ignore").encode("utf-16"),
    ))  # fmt: skip
    return action(data)


def assert_sound(done: Read, data: bytes) -> None:
    """Either a record or a problem, and every problem at a line that exists."""
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    assert done.record is not None or any(finding.severity == "error" for finding in done.findings)
    for finding in done.findings:
        assert 1 <= finding.line <= lines
        assert finding.column >= 1
        assert finding.message
        assert finding.fix


@pytest.mark.parametrize("stem", RECORDS)
def test_spoilt_records_give_problems_only(stem: str) -> None:
    kind, model = RECORDS[stem]
    text = (SOUND / f"{stem}.yml").read_text(encoding="utf-8")
    chance = random.Random(f"2026 {stem}")  # noqa: S311
    for _ in range(400):
        data = spoil(text, chance)
        assert_sound(read_bytes(data, stem, kind, model), data)


def test_random_bytes_give_problems_only() -> None:
    kind, model = RECORDS["term-offer"]
    chance = random.Random(2026)  # noqa: S311
    for length in range(300):
        data = chance.randbytes(length)
        done = read_bytes(data, "term-offer", kind, model)
        assert done.record is None
        assert_sound(done, data)


@pytest.mark.parametrize("lump", ["[", "{", "- ", "? ", "{a: ", "[{", "a: [", "- - {? "])
def test_deep_nesting_does_not_crash_the_parser(lump: str) -> None:
    data = ("a: " + lump * 60_000)[:250_000].encode()
    done = read_bytes(data, "term-offer", *RECORDS["term-offer"])

    assert done.record is None
    assert_sound(done, data)


def test_a_whole_folder_of_spoilt_records_gives_problems_only(tmp_path: Path) -> None:
    """The rules run too, over whatever could still be read."""
    chance = random.Random(11)  # noqa: S311
    for number in range(12):
        root = tmp_path / str(number) / "content"
        for stem, folder in zip(RECORDS, ("glossary", "stages", "checklists"), strict=True):
            (root / folder).mkdir(parents=True, exist_ok=True)
            data = spoil((SOUND / f"{stem}.yml").read_text(encoding="utf-8"), chance)
            (root / folder / f"{stem}.yml").write_bytes(data)
        loaded = read_content(root, dt.date(2026, 11, 23))
        assert list(loaded.problems) == sorted(loaded.problems)

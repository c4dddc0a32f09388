"""A tree ten times as large as ours is checked while an author waits."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

from navigator import rules
from navigator.base import Context
from navigator.load import read_content, read_records
from tests.rules.sound import TODAY, lay, sound_content

QUESTIONS = 200
# Processor time, a hundred times what it takes: only trying all combinations exceeds it.
SECONDS = 120


def grown() -> dict[str, str]:
    """The sound content with many more questions, a third of them under conditions, and many more flags."""
    files = sound_content()
    market, flag = files["tree/questions/market.yml"], files["tree/flags/dark-market.yml"]
    names = [f"grown-{number}" for number in range(QUESTIONS)]
    for number, name in enumerate(names):
        text = market.replace("id: market\n", f"id: {name}\n", 1).replace("survey: short", "survey: full")
        if number >= 3 and number % 3 == 0:
            text = text.replace(
                "survey: full",
                f"when:\n  all:\n    - {names[number - 3]}: [chosen, open]\n    - any:\n        - experience: regular\n"
                f"        - {names[number - 2]}: chosen\n        - not:\n            {names[number - 1]}: open\n"
                "survey: full",
            )
        files[f"tree/questions/{name}.yml"] = text
        if number >= 20:
            near = "\n".join(f"        - {names[number - back]}: open" for back in range(1, 6))
            files[f"tree/flags/flag-{name}.yml"] = (
                flag.replace("id: dark-market", f"id: flag-{name}").replace("number: 1\n", f"number: {number}\n")
                .replace("Рынок в тени", f"Рынок в тени {number}").replace("veto: [way-deep]\n", "")
                .replace("lift: Выберите рынок.\n", "")
                .replace("market: open", f"all:\n    - experience: regular\n    - any:\n{near}", 1)
            )
    files["tree/tree.yml"] = files["tree/tree.yml"].replace(
        "[experience, dynamics, market]", f"[experience, dynamics, market, {', '.join(names)}]"
    )
    return files


def test_a_tree_of_two_hundred_questions_is_checked_without_a_combinatorial_explosion(tmp_path: Path) -> None:
    lay(tmp_path / "content", grown())
    day = dt.date.fromisoformat(TODAY)
    found = {problem.code for problem in read_content(tmp_path / "content", day).problems if problem.code[0] == "G"}
    base, _ = read_records(tmp_path / "content")

    start = time.process_time()
    tuple(rules.check(base, Context(day)))
    seconds = time.process_time() - start

    assert found == {"G15"}, "the tree is too long for an owner, and nothing else is wrong with it"
    assert seconds < SECONDS

"""Scores answers as a person would: from the words and signs of the printed tables, and from nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Answers = Mapping[int, set[str]]  # number of the question on paper -> digits of the answers; {"0"} for none


def circled(rows: list[dict[str, Any]], answers: Answers) -> list[dict[str, Any]]:
    """The rows that a person circles."""
    return [row for row in rows if holds(row["when"], answers)]


def holds(when: str, answers: Answers) -> bool:
    """«4→4, 9 и (15→1, 2 или 5→3)»: what stands in brackets is one part."""
    words = " ".join(when.split())
    for word, together in ((" и ", all), (" или ", any)):
        parts = _parts(words, word)
        if len(parts) > 1:
            return together(holds(part.removeprefix("(").removesuffix(")"), answers) for part in parts)
    return _answered(words, answers)


def _parts(words: str, word: str) -> list[str]:
    """The words cut at each `word` outside brackets."""
    found, depth, start = [], 0, 0
    for at, sign in enumerate(words):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if not depth and words.startswith(word, at):
            found.append(words[start:at])
            start = at + len(word)
    return [*found, words[start:]]


def _answered(words: str, answers: Answers) -> bool:
    question, digits = words.split("→")
    denied = digits.startswith("не ")
    among = bool(answers.get(int(question), set()) & set(digits.removeprefix("не ").split(", ")))
    return among != denied


def sums(table: dict[str, Any], answers: Answers) -> list[int]:
    """The row «Сумма»: each column added up."""
    rows = [row["cells"] for row in circled(table["rows"], answers)]
    rows += [table["base"]] if table.get("base") else []
    return [sum(_points(row[column]) for row in rows) for column in range(len(table["heads"]))]


def _points(cell: str) -> int:
    signed = cell.replace("нет", "").replace("−", "-").strip()
    return int(signed) if signed else 0


def order(table: dict[str, Any], answers: Answers) -> list[str]:
    """The row «Место»: by sums, the left one first, then the places that are kept whatever the sums say."""
    points = sums(table, answers)
    heads = table["heads"]
    found = sorted(heads, key=lambda head: (-points[heads.index(head)], heads.index(head)))
    for one in table["held"]:
        at = found.index(one["head"])
        if holds(one["when"], answers) and at >= one["within"]:
            found.insert(one["within"] - 1, found.pop(at))
    return [" ".join(head.split()) for head in found]


def groups(table: dict[str, Any], answers: Answers) -> tuple[list[str], list[str], list[str]]:
    """The groups put ahead, those to compare, those not for now — by the three rules under the second table."""
    points = dict(zip(table["heads"], sums(table, answers), strict=True))
    rows = circled(table["rows"], answers)
    stopped = {head for at, head in enumerate(table["heads"]) if any("нет" in row["cells"][at] for row in rows)}
    limits = {key: int(str(value).replace("−", "-")) for key, value in table["limits"].items()}
    best_first = sorted(table["heads"], key=lambda head: -points[head])
    free = [head for head in best_first if head not in stopped]
    ahead = [head for head in free if points[head] >= limits["front"]
             and points[head] >= points[free[0]] - limits["gap"]][: limits["most"]]
    if any(holds(when, answers) for when in table["pause"]):
        ahead = []
    compare = [head for head in free if head not in ahead and points[head] >= limits["compare"]]
    spare = [head for head in free if head not in ahead + compare and points[head] > limits["not_now"]]
    compare += spare[: max(0, 2 - len(ahead) - len(compare))]
    not_now = [head for head in best_first if head in stopped or (points[head] <= limits["not_now"])]
    return ahead, compare, [head for head in not_now if head not in ahead]

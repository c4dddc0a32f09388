"""Compares the engine of the page with the engine of the command line, in a real browser.

A set of answers is advised by both; the advice must be equal to the last letter.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from navigator.tree.advise import advise
from navigator.tree.boundary import boundary_answers
from navigator.tree.data import as_data
from navigator.tree.export import Marks, exported
from navigator.tree.sample import Answers, random_answers
from navigator.tree.tree import Tree

SCRIPTS = Path(__file__).resolve().parents[1] / "docs" / "assets" / "js"
SEED = 20251
_PORTION = 500  # sets that go to the browser at once
_ASK = """([data, sets]) => {
  const { engine } = globalThis.navigatorSite;
  const tree = engine.treeOf(data);
  const even = (value) => {
    if (Array.isArray(value)) return value.map(even);
    if (!value || typeof value !== "object") return value;
    return Object.fromEntries(Object.keys(value).sort().map((key) => [key, even(value[key])]));
  };
  return sets.map((set) => {
    try { return JSON.stringify(even(engine.asData(engine.advise(tree, JSON.parse(set))))); }
    catch (fault) { return `engine.js: ${fault}`; }
  });
}"""


def sets(tree: Tree, number: int, more: Iterable[Answers] = (), seed: int = SEED) -> Iterator[Answers]:
    """Half random, half at the edges of the rules; the empty set and `more` come first."""
    yield {}
    yield from more
    yield from random_answers(tree, number // 2, seed)
    yield from boundary_answers(tree, number - number // 2, seed)


def load(page: Page) -> None:
    """Puts the engine on a page that lacks it."""
    if not page.evaluate("() => Boolean(globalThis.navigatorSite?.engine?.asData)"):
        for name in ("engine.js", "interface.js"):
            page.add_script_tag(path=str(SCRIPTS / name))


def differences(page: Page, tree: Tree, answers: Iterable[Answers], data: Mapping[str, Any] | None = None) -> list[str]:
    """The sets for which the two differ, with both advices; `data` stands in for the tree's own export."""
    load(page)
    shown = exported(tree, Marks()) if data is None else data
    found: list[str] = []
    stream = iter(answers)
    while portion := list(islice(stream, _PORTION)):
        found += _compared(page, tree, portion, shown)
    return found


def _compared(page: Page, tree: Tree, portion: Sequence[Answers], data: Mapping[str, Any]) -> Iterator[str]:
    written = [json.dumps(one, ensure_ascii=False) for one in portion]
    for answers, text, theirs in zip(portion, written, page.evaluate(_ASK, [data, written]), strict=True):
        ours = json.dumps(as_data(advise(tree, answers)), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        if ours != theirs.replace("\u00a0", " "):
            yield f"{text}\n  Python     {ours}\n  JavaScript {theirs}"

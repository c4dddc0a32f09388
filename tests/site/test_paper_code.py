"""The code that a person writes down on the printed survey is the code that the site makes and reads."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from build import ROOT
from navigator.load import read_records
from navigator.model import Scenario
from navigator.tree.export import Marks, exported
from navigator.tree.replay import replay
from navigator.tree.tree import Tree
from sheets.numbering import Numbering
from tests.sheets.test_scoring import filled_in

SCRIPTS = ROOT / "docs" / "assets" / "js"
_BOTH = """([data, answers, digits]) => {
  const { engine, address } = globalThis.navigatorSite;
  const tree = engine.treeOf(data);
  return [address.code(tree, answers).replaceAll(" ", ""), address.decode(tree, digits)];
}"""


@pytest.fixture(name="tree")
def _tree() -> Tree:
    base, _ = read_records(ROOT / "content")
    return Tree.of(base.records.values())


def test_digits_written_by_hand_open_the_same_answers(page: Page, tree: Tree) -> None:
    """Every scenario, filled in on paper; the site adds its two check digits and reads the rest without them."""
    base, _ = read_records(ROOT / "content")
    for script in ("engine.js", "address.js"):
        page.add_script_tag(path=str(SCRIPTS / script))
    numbering = Numbering(tree)
    for record in base.of_kind("scenario"):
        assert isinstance(record, Scenario)
        given = replay(tree, record.answers).given
        paper = filled_in(tree, record.answers)
        full = any(tree.by_id[id].survey == "full" for id in given)
        digits = "".join(
            str(sum(int(digit) for digit in paper[numbering.number(one.id)])).zfill(numbering.width(one))
            for one in tree.questions if full or one.survey == "short"
        )
        answers = {id: list(options) for id, options in given.items()}

        code, read = page.evaluate(_BOTH, [exported(tree, Marks()), answers, digits])

        assert code[:-2] == digits
        assert read == {"answers": answers, "unchecked": True}

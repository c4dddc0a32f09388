"""Scripts lose their comments and nothing else."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from build import ROOT
from publish.light import SURVEY, BrokenLiteralError, literals, without_comments

SCRIPTS = sorted((ROOT / "docs" / "assets" / "js").glob("*.js"))
KIB = 1024


def test_comments_and_spaces_go_and_words_stay() -> None:
    """A comment is a whole line, a whole block, a type or the rest of a line; what looks like one in a text stays."""
    script = (
        "/** About. */\n(function () {\n  // why\n  const a = /** @type {any} */ (b); // so\n\n"
        "  /** @type {any} */ (a).kept = 1;\n  /** Gone. */\n"
        '  say("see // and /* here");\n  say("so; // it stays", a + +b);\n'
        "  c = a.replace(/[;,] : /g, ` = ${a ? b : c} `)\n})();\n"
    )

    shipped = ('(function(){const a=(b);(a).kept=1;say("see // and /* here");say("so; // it stays",a + +b);'
               "c=a.replace(/[;,] : /g,` = ${a ? b : c} `)\n})();")
    assert without_comments(script) == shipped


@pytest.mark.parametrize("literal", ["const a = `one\n  two`;\n", "const a = `one ${b ? `two , three` : c}`;\n"])
def test_a_literal_whose_end_cannot_be_seen_is_refused(literal: str) -> None:
    """Over several lines, or with another within it: what looks like code would be part of the text."""
    with pytest.raises(BrokenLiteralError):
        without_comments(literal)


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_what_is_shipped_is_the_script(file: Path) -> None:
    """Its literals as they stand, in their order, and nothing else changed but comments and spaces."""
    written = re.sub(r"/\*\* ?@?[^*\n]*\*/ ?", "", file.read_text(encoding="utf-8"))
    shipped = without_comments(file.read_text(encoding="utf-8"))
    at = 0
    for literal in literals(shipped):
        at = written.index(literal, at) + len(literal)
    bare = re.sub(r"(?m)^\s*/\*(?:(?!\*/)[\s\S])*\*/|^\s*//.*$|(?<=[;,{}]) // [^\"'`\n]*$|\s", "", written)
    assert re.sub(r"\s", "", shipped) == bare


def test_the_code_of_the_survey_keeps_its_budget() -> None:
    """At most 20 KiB compressed, every feature in it."""
    folder = ROOT / "docs" / "assets" / "js"
    joined = "".join(without_comments((folder / f"{name}.js").read_text("utf-8")) for name in SURVEY)

    assert len(gzip.compress(joined.encode("utf-8"), 9)) <= 20 * KIB

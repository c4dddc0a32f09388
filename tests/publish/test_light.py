"""Scripts lose their comments and nothing else."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from build import ROOT
from publish.light import SURVEY, BrokenLiteralError, without_comments

SCRIPTS = sorted((ROOT / "docs" / "assets" / "js").glob("*.js"))
KIB = 1024


def test_comments_and_indents_go_and_words_stay() -> None:
    """A comment is a whole line, a whole block or a type within a line; what looks like one in a text stays."""
    script = (
        "/** About. */\n(function () {\n  // why\n  const a = /** @type {any} */ (b); // so\n\n"
        "  /** @type {any} */ (a).kept = 1;\n  /** Gone. */\n"
        '  say("see // and /* here");\n  say("so; // it stays");\n})();\n'
    )

    shipped = ('(function () {\nconst a = (b);\n(a).kept = 1;\n'
               'say("see // and /* here");\nsay("so; // it stays");\n})();\n')
    assert without_comments(script) == shipped


def test_a_literal_over_several_lines_is_refused() -> None:
    """Its indent would be part of the text."""
    with pytest.raises(BrokenLiteralError):
        without_comments("const a = `one\n  two`;\n")


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_what_is_shipped_are_lines_of_the_script(file: Path) -> None:
    """In their order, none changed but for a type within it."""
    written = re.sub(r"/\*\* ?@?[^*\n]*\*/ ?", "", file.read_text(encoding="utf-8"))
    at = 0
    for line in without_comments(file.read_text(encoding="utf-8")).splitlines():
        at = written.index(line, at) + len(line)


def test_the_code_of_the_survey_keeps_its_budget() -> None:
    """At most 20 KiB compressed, every feature in it."""
    folder = ROOT / "docs" / "assets" / "js"
    joined = "".join(without_comments((folder / f"{name}.js").read_text("utf-8")) for name in SURVEY)

    assert len(gzip.compress(joined.encode("utf-8"), 9)) <= 20 * KIB

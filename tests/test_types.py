"""The scripts of the survey are typed, each of them, and the engine knows neither page nor storage."""

from __future__ import annotations

import json
import re

import pytest

from build import ROOT
from publish.light import SURVEY

SCRIPTS = ROOT / "docs" / "assets" / "js"


def test_every_script_of_the_survey_is_checked() -> None:
    """`make types` looks at each file that is shipped in the survey."""
    listed = json.loads((ROOT / "tsconfig.json").read_text(encoding="utf-8"))["include"]

    assert {f"docs/assets/js/{name}.js" for name in SURVEY} <= set(listed)
    assert [name for name in listed if not (ROOT / name).is_file()] == []


@pytest.mark.parametrize("name", SURVEY)
def test_a_script_is_classic_strict_and_checked(name: str) -> None:
    """No modules: they do not run from disk."""
    text = (SCRIPTS / f"{name}.js").read_text(encoding="utf-8")

    assert text.startswith("// @ts-check\n")
    assert '\n(function () {\n  "use strict";\n' in text
    assert not re.search(r"^\s*(import|export)\s", text, re.MULTILINE)


@pytest.mark.parametrize("name", ["engine", "address"])
def test_the_engine_has_no_page(name: str) -> None:
    """Rules and addresses are pure: no document, no window, no storage, no clock."""
    code = re.sub(r"/\*.*?\*/|//.*", "", (SCRIPTS / f"{name}.js").read_text(encoding="utf-8"), flags=re.DOTALL)

    assert re.findall(r"\b(document|window|localStorage|sessionStorage|location|history|fetch|Date)\b", code) == []

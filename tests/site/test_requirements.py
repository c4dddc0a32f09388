"""What only a browser can show of the requirements: each such test exists and fails on a site with one edit.

That it passes on the site as it is, it says itself in the same run.
"""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from publish import light
from tests.requirements.catalogue import ROOT, Requirement, requirements
from tests.requirements.prebuilt import PLACE

SHOWN = [one for one in requirements() if one.by_test]
ASSETS = "docs/assets/"


@pytest.mark.parametrize("one", SHOWN, ids=lambda one: one.id)
def test_the_test_named_exists(one: Requirement) -> None:
    file, _, name = one.shown_by.partition("::")
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))

    assert name.partition("[")[0] in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("one", SHOWN, ids=lambda one: one.id)
def test_it_fails_on_a_broken_site(one: Requirement, site: Path, tmp_path: Path) -> None:
    """One asset of the built site is edited as the list says; the test is run on it alone."""
    assert one.mutation is not None
    assert one.mutation.file.startswith(ASSETS), "a site is broken after its build: edit an asset"
    broken = tmp_path / "site"
    shutil.copytree(site, broken)
    text = one.mutation.broken((ROOT / one.mutation.file).read_text(encoding="utf-8"))
    asset = broken / "assets" / one.mutation.file.removeprefix(ASSETS)
    asset.write_text(light.without_comments(text) if asset.suffix == ".js" else text, encoding="utf-8")
    light.join(broken / "assets" / "js")

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.requirements.prebuilt", "-p", "no:cacheprovider", "-q",
         "--tb=line", one.shown_by],
        cwd=ROOT, capture_output=True, text=True, timeout=600, check=False,
        env={**os.environ, PLACE: str(broken), "PYTHONPATH": os.pathsep.join([str(ROOT / "scripts"), str(ROOT)])},
    )

    assert done.returncode == 1, done.stdout[-2000:] + done.stderr[-2000:]
    assert f"FAILED {one.shown_by}" in done.stdout, done.stdout[-2000:]

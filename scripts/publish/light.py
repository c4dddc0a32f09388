"""Ships the scripts light: without comments, and those of the survey as one file, so that they are packed together.

The files of `docs/assets/js/` are plain and complete as they are written; nothing is resolved or renamed here.
"""

from __future__ import annotations

from pathlib import Path

from rjsmin import jsmin

# In the order in which they need one another.
SURVEY = ("engine", "address", "dom", "keep", "takeaway", "result", "tree")


def lighten(scripts: Path) -> None:
    """Takes the comments out of every script of a folder and joins those of the survey as `survey.js`."""
    for file in sorted(scripts.glob("*.js")):
        file.write_text(str(jsmin(file.read_text(encoding="utf-8"))) + "\n", encoding="utf-8")
    joined = "".join((scripts / f"{name}.js").read_text(encoding="utf-8") for name in SURVEY)
    (scripts / "survey.js").write_text(joined, encoding="utf-8")

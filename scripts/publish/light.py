"""Ships the scripts light: without comments, and those of the survey as one file, so that they are packed together.

Only whole comments and the space before a line go; nothing is renamed, joined or understood. A minifier would save
two more kilobytes, but the one that comes for every machine spoils template literals.
"""

from __future__ import annotations

import re
from pathlib import Path

# In the order in which they need one another.
SURVEY = ("engine", "address", "dom", "keep", "takeaway", "notes", "route", "result", "tree")
_BLOCK = re.compile(r"^[ ]*/\*(?:(?!\*/).)*\*/[ ]*\n", re.MULTILINE | re.DOTALL)
_LINE = re.compile(r"^[ ]*//.*\n", re.MULTILINE)
_TYPE = re.compile(r"/\*\* @?[^*\n]*\*/ ?")  # within a line
_TAIL = re.compile(r"(?<=[;,{}]) // [^\"'`\n]*$", re.MULTILINE)  # after code; with a quote it may stand in a text
_SPACE = re.compile(r"^[ ]+|\n(?=\n)", re.MULTILINE)


class BrokenLiteralError(ValueError):
    """A template literal goes over several lines: the space before a line would be part of it."""


def without_comments(script: str) -> str:
    """The script as it is shipped."""
    shipped = _SPACE.sub("", _TAIL.sub("", _TYPE.sub("", _LINE.sub("", _BLOCK.sub("", script)))))
    for line in shipped.splitlines():
        if line.count("`") % 2:
            raise BrokenLiteralError(line)
    return shipped


def lighten(scripts: Path) -> None:
    """Takes the comments out of every script of a folder and joins those of the survey as `survey.js`."""
    for file in sorted(scripts.glob("*.js")):
        file.write_text(without_comments(file.read_text(encoding="utf-8")), encoding="utf-8")
    join(scripts)


def join(scripts: Path) -> None:
    """Writes those of the survey as `survey.js`."""
    joined = "".join((scripts / f"{name}.js").read_text(encoding="utf-8") for name in SURVEY)
    (scripts / "survey.js").write_text(joined, encoding="utf-8")

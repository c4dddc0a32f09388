"""Ships the scripts light: without comments, and those of the survey as one file, so that they are packed together.

Only comments go and spaces that mean nothing: before a line and beside signs, never within a literal. Nothing is
renamed, joined or understood. A minifier would save more, but the one that comes for every machine spoils template
literals.
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
_LITERAL = re.compile(
    r'''"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`'''
    r"""|(?<=[(,=:\[!&|?{};\n]) ?/(?![/*])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*"""  # an expression
)
_SIGNS = re.compile(r" ?([=?:,;{}()<>&|!*%]+) ?")  # not + and -: two of them side by side mean something else
_ENDS = re.compile(r"(?<=[;{,(\[])\n")  # of lines after which a statement cannot end unseen
_SPACE = re.compile(r"^[ ]+|\n(?=\n)", re.MULTILINE)


class BrokenLiteralError(ValueError):
    """A template literal goes over several lines or holds another: its end cannot be seen without understanding."""


def without_comments(script: str) -> str:
    """The script as it is shipped."""
    shipped = _SPACE.sub("", _TAIL.sub("", _TYPE.sub("", _LINE.sub("", _BLOCK.sub("", script)))))
    for line in shipped.splitlines():
        if line.count("`") % 2:
            raise BrokenLiteralError(line)
    return _squeezed(shipped)


def literals(script: str) -> list[str]:
    """Strings, templates and regular expressions as they stand."""
    return [_whole(match[0]).lstrip(" ") for match in _LITERAL.finditer(script)]


def _whole(literal: str) -> str:
    """The literal itself; BrokenLiteralError where another one begins within it."""
    if literal.startswith("`") and literal.count("${") > literal.count("}"):
        raise BrokenLiteralError(literal)
    return literal


def _squeezed(script: str) -> str:
    """The script without the spaces beside its signs and the ends of lines that mean nothing."""
    made, at = [], 0
    for match in _LITERAL.finditer(script):
        made += [_code(script[at:match.start()]), _whole(match[0])]
        at = match.end()
    return "".join([*made, _code(script[at:])])


def _code(script: str) -> str:
    """A piece of a script that holds no literal."""
    return _ENDS.sub("", _SIGNS.sub(r"\1", script))


def lighten(scripts: Path) -> None:
    """Takes the comments out of every script of a folder and joins those of the survey as `survey.js`."""
    for file in sorted(scripts.glob("*.js")):
        file.write_text(without_comments(file.read_text(encoding="utf-8")), encoding="utf-8")
    join(scripts)


def join(scripts: Path) -> None:
    """Writes those of the survey as `survey.js`."""
    joined = "".join((scripts / f"{name}.js").read_text(encoding="utf-8") for name in SURVEY)
    (scripts / "survey.js").write_text(joined, encoding="utf-8")

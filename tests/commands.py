"""Runs a command of scripts/ as its last lines do, within the process of the tests: no second start of Python."""

from __future__ import annotations

import contextlib
import importlib
import io
import subprocess

import command_line


def called(name: str, *words: str) -> subprocess.CompletedProcess[str]:
    """What scripts/NAME.py prints and with which code it ends; each command has one test that starts it for real."""
    said, told = io.StringIO(), io.StringIO()
    command = importlib.import_module(name).main
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(told):
        code = command_line.run(command, words, f"{name}.py")
    return subprocess.CompletedProcess([name, *words], code, said.getvalue(), told.getvalue())

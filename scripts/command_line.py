"""How every command ends: its exit code, and a Russian sentence for each way to call it wrongly."""

from __future__ import annotations

import datetime as dt
import io
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click


class WrongUseError(Exception):
    """The command was called in a way it does not understand; the text says how to call it."""


def day(text: str | None) -> dt.date:
    """The date given with --today, or today."""
    if text is None:
        return dt.date.today()
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        with suppress(ValueError):
            return dt.date.fromisoformat(text)
    raise WrongUseError(f"--today: «{text}» — не дата; запишите её как ГГГГ-ММ-ДД, например 2026-11-23")


def run(command: click.Command, arguments: Sequence[str], name: str) -> int:
    """Runs the command and returns its exit code: its own, or 2 for wrong use."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return int(command.main(list(arguments), prog_name=name, standalone_mode=False) or 0)
    except WrongUseError as error:
        sys.stderr.write(f"{error}\n")
    except click.NoSuchOption as error:
        sys.stderr.write(f"нет ключа {error.option_name}; все ключи покажет --help\n")
    except click.BadOptionUsage as error:
        sys.stderr.write(f"у ключа {error.option_name} нет значения или оно лишнее; все ключи покажет --help\n")
    except click.BadParameter as error:
        sys.stderr.write(f"значение ключа {'/'.join(error.param.opts) if error.param else ''} не годится; "
                         "все ключи покажет --help\n")
    except click.ClickException:
        sys.stderr.write("лишние слова в команде; все ключи покажет --help\n")
    except click.Abort:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except Exception as error:  # an author can do nothing with a traceback, and still has to know whom to tell
        at = error.__traceback__
        while at is not None and at.tb_next is not None:
            at = at.tb_next
        where = f"{Path(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno}" if at else name
        sys.stderr.write(f"сбой самой команды ({where}, {type(error).__name__}); ваши записи тут ни при чём, "
                         "пришлите эту строку разработчикам\n")
    return 2

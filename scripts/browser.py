"""Makes sure that a Chromium is at hand for the tests, and says how to get one when it cannot.

Order: CHROMIUM, an installed Chromium or Chrome, the system's packages (root or
passwordless sudo), the browser that Playwright downloads.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HOW = (
    "No browser for the tests was found and none could be installed. "
    "Install Chromium with your system's package manager, or set CHROMIUM=/path/to/chromium."
)


def installed() -> str | None:
    """Path of a Chromium that the tests can start, or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if shutil.which(named) else None
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def _downloaded() -> str | None:
    """Path of the browser that Playwright keeps, if it is there."""
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None


def find() -> str | None:
    """Path of any usable browser: installed by the system or by Playwright."""
    return installed() or _downloaded()


def _run(*command: str) -> bool:
    return subprocess.run(command, check=False).returncode == 0


def _install() -> None:
    if shutil.which("apt-get"):
        if os.geteuid() == 0:
            prefix: tuple[str, ...] | None = ()
        elif shutil.which("sudo") and _run("sudo", "-n", "true"):
            prefix = ("sudo", "-n")
        else:
            prefix = None
        if prefix is not None:
            _run(*prefix, "apt-get", "update", "-qq")
            if _run(*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", "chromium"):
                return
    _run(sys.executable, "-m", "playwright", "install", "chromium")


def main() -> int:
    """Finds or installs a browser; 0 when there is one."""
    if not find():
        _install()
    path = find()
    print(f"Browser for the tests: {path}" if path else HOW, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())

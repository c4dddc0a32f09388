"""Registers the macros that stubs in docs/ call; everything else is in the modules beside this file."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# The plugin may be started from anywhere; Zensical loads this file by path alone.
for folder in (ROOT, ROOT / "scripts"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))

from macros.render import PAGES  # noqa: E402
from macros.site import site_of  # noqa: E402


def define_env(env):
    """Make each page of the site a macro; a macro takes the id of its record where the page needs one."""
    site = site_of(env.conf["extra"]["navigator"], ROOT)
    for name, page in PAGES.items():
        env.macro(_macro(env, site, page), name)


def _macro(env, site, page):
    def call(*ids):
        made = page(site, *ids)
        if getattr(env, "page", None) is not None:
            env.page.meta.update(made.front_matter)
            if made.meta.get("replacement") and site.site_url:
                # Search engines are told where the text lives now; readers are told on the page (adr/0007).
                env.page.canonical_url = f"{site.site_url}/{made.meta['replacement']}"
        return made.markdown

    return call

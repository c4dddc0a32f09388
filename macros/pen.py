"""Writes prose as HTML for one page: references, terms, non-breaking spaces, marks."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from macros.address import address, between, name
from macros.marks import Mark, has_own_author, mark_of
from macros.site import Site
from macros.usage import cited
from navigator import prose
from navigator.model import Provenance
from navigator.terms import LinkedToken, TermLink
from navigator.typography import set_spaces

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!])")


class Pen:
    """Knows the page it writes for: links are relative to it, terms are linked once in its sections."""

    def __init__(self, site: Site, page: str, record: str | None = None, *, terms: bool = True) -> None:
        """Write for the page at an address of the site about a record, which is never linked from itself.

        Without `terms` the page is not linked to the glossary at all.
        """
        self.site = site
        self.page = page
        self.record = record
        self.terms = terms
        self._seen: set[str] = set()

    def heading(self, level: int, words: str, id: str, weight: int | None = None) -> Markup:
        """A Markdown heading with an explicit anchor, so that it stands in the page's contents; opens a section."""
        self.section()
        text = html.escape(_MARKDOWN.sub(r"\\\1", set_spaces(words)), quote=False)
        weighed = f' data-pagefind-weight="{weight}"' if weight else ""
        # Markdown, not HTML: what Markdown or HTML would understand is escaped above.
        return Markup(f"\n\n{'#' * level} {text} {{: #{id}{weighed} }}\n\n")  # noqa: S704

    def section(self) -> str:
        """Begin a section: each term is linked anew at its first occurrence."""
        self._seen = set()
        return ""

    def about(self, record: str) -> None:
        """Go on with another record of the same page: from now on it is the one not linked from itself."""
        self.record = record

    def prose(self, text: str, terms: bool = True) -> Markup:
        """A text with its references, emphasis and, unless told otherwise, links to the glossary."""
        shown = [self._tokens(tokens, terms) for tokens in prose.paragraphs(set_spaces(text))]
        return Markup("<br>").join(shown)

    def words(self, text: str) -> Markup:
        """A text without links: for labels, cards and everything that is a link itself."""
        return Markup("").join(
            Markup("<strong>{}</strong>").format(token.text) if isinstance(token, prose.Strong)
            else escape(set_spaces(self._plain(token)))
            for token in prose.parse(text)
        )

    def mark(self, provenance: Provenance) -> Mark:
        """The mark of a statement."""
        return mark_of(self.site.base, provenance, self.record)

    @property
    def of_author(self) -> bool:
        """Whether the record has an author who is not the editors."""
        return has_own_author(self.site.base, self.record)

    @property
    def of_experience(self) -> bool:
        """Whether the record rests on what its author has seen: it cites no work at all."""
        record = self.site.base.records.get(self.record or "")
        if record is None or not self.of_author:
            return False
        return not any(self.site.base.kind_of(id) == "source" for id in cited(record))

    def to(self, id: str) -> str:
        """The link from this page to a record."""
        return between(self.page, address(self.site.base, id))

    def at(self, target: str) -> str:
        """The link from this page to an address of the site."""
        return between(self.page, target)

    def name(self, id: str) -> str:
        """The name of a record, set."""
        return set_spaces(name(self.site.base, id))

    def _tokens(self, tokens: Iterable[prose.Token], terms: bool) -> Markup:
        linked: Iterable[LinkedToken] = tokens
        if terms and self.terms:
            linked = self.site.terms.link(tokens, self._seen, self.record)
        return Markup("").join(self._token(token) for token in linked)

    def _token(self, token: LinkedToken) -> Markup:
        match token:
            case TermLink(id=id, words=words):
                return Markup('<a class="term" href="{}">{}</a>').format(self.to(id), words)
            case prose.Ref(id=id, words=words):
                return Markup('<a href="{}">{}</a>').format(self.to(id), words or self.name(id))
            case prose.Out(url=url, words=words):
                return Markup('<a class="out" href="{}" rel="external noopener">{}</a>').format(url, words)
            case prose.Strong(text=text):
                return Markup("<strong>{}</strong>").format(text)
            case prose.Text(text=text):
                return escape(text)
            case _:
                return Markup("<br>")

    def _plain(self, token: prose.Token) -> str:
        match token:
            case prose.Ref(id=id, words=words):
                return words or name(self.site.base, id)
            case prose.Out(words=words):
                return words
            case prose.Text(text=text) | prose.Strong(text=text):
                return text
            case _:
                return " "

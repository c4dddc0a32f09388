"""Forms as Word files: written with the standard library alone, the same bytes every time, and read back warily."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.parsers import expat
from xml.sax.saxutils import escape

from navigator.forms.fields import Field, Form
from navigator.forms.words import CONSENT, CONSENT_TEXT, INTRO, LATER

MAX_FILE = 1024 * 1024
MAX_XML = 8 * 1024 * 1024
MAX_DEPTH = 200
MAX_LINES = 5000
BOX, TICKED = "☐", "☒☑✓✔"
_DOCUMENT = "word/document.xml"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


class NotAFormError(Exception):
    """The file cannot be read as a Word form; the text is for the author."""


def write(form: Form) -> bytes:
    """The form as a .docx: a heading, a hint and a framed place for each answer."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:  # stored: compression differs between machines
        for name, text in _parts(form):
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.encode("utf-8"))
    return made.getvalue()


def _parts(form: Form) -> Iterator[tuple[str, str]]:
    yield "[Content_Types].xml", (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/{_DOCUMENT}" ContentType="{_TYPE}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
    )
    yield "_rels/.rels", _relations("officeDocument", _DOCUMENT)
    yield "word/_rels/document.xml.rels", _relations("styles", "styles.xml")
    yield "word/styles.xml", _STYLES
    yield _DOCUMENT, f"{_XML}<w:document {_W}><w:body>{''.join(_body(form))}{_PAGE}</w:body></w:document>"


def _relations(kind: str, target: str) -> str:
    return (f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>')


def _body(form: Form) -> Iterator[str]:
    yield _paragraph(form.title, "Title")
    yield _paragraph(INTRO[form.kind])
    yield _paragraph(LATER)
    yield _paragraph("Пишите в рамках; рамка растёт сама. Вопросы со звёздочкой обязательны.")
    for field in form.fields:
        yield _paragraph(f"{field.label}{' *' if field.needed else ''}", "Heading1")
        yield _paragraph(f"{field.hint}{_how(field)}", "Hint")
        yield _frame([f"{BOX} {words} ({id})" for id, words in field.options] or [""])
    yield _paragraph(f"{CONSENT} *", "Heading1")
    yield _frame([f"{BOX} {CONSENT_TEXT}"])
    yield _paragraph("")  # Word wants a paragraph after the last frame


def _how(field: Field) -> str:
    """What a person does with boxes."""
    return f" Сотрите {BOX} и поставьте x." if field.options else ""


def _paragraph(text: str, style: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{look}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def _frame(lines: list[str]) -> str:
    sides = "".join(f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="808080"/>'
                    for side in ("top", "left", "bottom", "right"))
    inside = "".join(_paragraph(line) for line in lines)
    return (f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{sides}</w:tblBorders></w:tblPr>'
            '<w:tblGrid><w:gridCol w:w="9600"/></w:tblGrid><w:tr><w:trPr><w:trHeight w:val="500"/></w:trPr><w:tc>'
            f'<w:tcPr><w:tcW w:w="9600" w:type="dxa"/></w:tcPr>{inside}</w:tc></w:tr></w:tbl>')


_PAGE = ('<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
         '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" '
         'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>')


def _style(id: str, name: str, size: int, more: str = "", spacing: str = 'w:after="80"') -> str:
    return (f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>'
            f'<w:pPr><w:keepNext/><w:spacing {spacing}/></w:pPr>'
            f'<w:rPr>{more}<w:sz w:val="{size}"/></w:rPr></w:style>')


_STYLES = (
    f'{_XML}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="ru-RU"/></w:rPr>'
    "</w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + _style("Title", "Title", 36, "<w:b/>")
    + _style("Heading1", "heading 1", 24, "<w:b/>", 'w:before="240" w:after="40"')
    + _style("Hint", "Hint", 20, '<w:color w:val="595959"/>') + "</w:styles>"
)


def paragraphs(data: bytes) -> list[str]:
    """The paragraphs of a Word file in their order, those in frames among them; NotAFormError for anything else."""
    if len(data) > MAX_FILE:
        raise NotAFormError(f"файл больше {MAX_FILE // 1024} КиБ; уберите из него картинки")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_DOCUMENT) as stream:
            text = stream.read(MAX_XML + 1)
    except (zipfile.BadZipFile, KeyError, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        raise NotAFormError("это не документ Word (.docx) или он испорчен; сохраните форму заново как .docx") from None
    except Exception as error:  # zlib says what it likes of broken data
        raise NotAFormError(f"документ не распаковывается ({type(error).__name__}); сохраните форму заново") from None
    if len(text) > MAX_XML:
        raise NotAFormError("текст документа слишком велик; разделите его на несколько форм")
    return _Reader().read(text)


class _Reader:
    """Walks the document without building a tree of it, so that neither depth nor entities can hurt."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.now: list[str] = []
        self.depth = 0
        self.inside = False
        self.lines = 0

    def read(self, text: bytes) -> list[str]:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._refuse
        parser.buffer_text = True
        try:
            parser.Parse(text, True)
        except (expat.ExpatError, LookupError, ValueError):  # the last two: an encoding that nobody knows
            raise NotAFormError("документ Word испорчен; сохраните форму заново") from None
        return self.found

    def _refuse(self, *_: object) -> None:
        raise NotAFormError("в документе есть то, чего Word туда не пишет (DOCTYPE); такой файл не читаем")

    def _start(self, name: str, _: object) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise NotAFormError("в документе слишком глубокая вложенность; такой файл не читаем")
        tag = name.rpartition(" ")[2]
        if tag in ("p", "br", "cr"):
            self.lines += 1
            if self.lines > MAX_LINES:
                raise NotAFormError(f"в документе больше {MAX_LINES} строк; в форме столько не пишут")
        if tag == "p":
            self.now = []
        elif tag == "t":
            self.inside = True
        elif tag in ("br", "cr"):
            self.now.append("\n")
        elif tag == "tab":
            self.now.append(" ")
        elif tag == "noBreakHyphen":
            self.now.append("-")

    def _end(self, name: str) -> None:
        self.depth -= 1
        tag = name.rpartition(" ")[2]
        if tag == "t":
            self.inside = False
        elif tag == "p":
            self.found += "".join(self.now).split("\n")
            self.now = []

    def _text(self, text: str) -> None:
        if self.inside:
            self.now.append(text)

"""A form filled as the code host writes it, and the same on paper."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

NOTE = {
    "Имя записи": "note-first-steps",
    "Заголовок": "Первые шаги на далёком рынке",
    "О чём это, одним предложением": "Небольшие компании входили на рынок через знакомых и долго проверяли партнёров.",
    "Регионы": "Север (north)",
    "Кто вы": "editors",
    "К каким рекомендациям это относится": "Короткое имя 4 (social-capital)",
    "Что известно": "- Компании опирались на личные связи [1].\nДоговор подписывали позже.",
    "Чем это отличается от общего совета": "Знакомства важнее бумаг [1].",
    "Что проверить самому": "Проверьте партнёра в реестре.",
    "За чем следить дальше": "Следите за правилами платежей.",
    "Источники": "1. Автор А. Б. Работа о рынках. doi 10.1000/work.1",
    "Согласие": "- [X] Я согласен",
}
_COMMON = ("Заголовок", "О чём это, одним предложением", "Кто вы", "К каким рекомендациям это относится")
CASE = {
    "Имя записи": "case-far-market",
    **{label: NOTE[label] for label in _COMMON},
    "Какая компания": "Небольшой завод.",
    "Путь по шагам": "вход (2014): нашли посредника [1]\nуход с рынка: продажи встали",
    "Когда это было": "2014–2016",
    "Что с тех пор изменилось": "Неизвестно.",
    "О чём это заставляет подумать": "Посредника проверяют.",
    "Чего отсюда не видно": "Компания одна.",
    "Откуда вы это знаете": "пересказ исследования (sources)",
    "Как это проверено": "сверено с аннотацией (abstract)",
    **{label: NOTE[label] for label in ("Источники", "Согласие")},
}


def issue(answers: dict[str, str]) -> str:
    return "\n\n".join(f"### {label}\n\n{answer}" for label, answer in answers.items()) + "\n"


def docx(blank: bytes, answers: dict[str, str]) -> bytes:
    """The blank Word form with the answers typed into its frames."""
    with zipfile.ZipFile(io.BytesIO(blank)) as archive:
        parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    document = parts["word/document.xml"]
    for label, answer in answers.items():
        at = max(document.find(f">{label} *<"), document.find(f">{label}<"))
        frame = document.find("<w:tc>", at)
        cell = document.find("<w:p>", frame)
        end = document.find("</w:tc>", cell)
        typed = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in answer.split("\n"))
        old = document[cell:end]
        if "☐" in old:
            words = answer.removeprefix("- [X] ")
            typed = old.replace(f"☐ {words}", f"☒ {words}")
        document = document[:cell] + typed + document[end:]
    parts["word/document.xml"] = document
    return packed(parts)


def packed(parts: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return made.getvalue()

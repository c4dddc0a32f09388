"""scripts/form.py: a filled form becomes a record; what is missing is named; what is hostile is refused."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from navigator.forms.fields import form_of
from navigator.forms.word import write
from navigator.load import read_records
from navigator.model import KINDS
from navigator.reader.record import read_bytes
from tests.commands import called
from tests.form.filling import CASE, NOTE, docx, issue, packed
from tests.rules.sound import TODAY, lay, sound_content

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(name="content")
def _content(tmp_path: Path) -> Path:
    lay(tmp_path / "content", sound_content())
    return tmp_path / "content"


def run(content: Path, filled: str | bytes, *words: str, name: str = "form.md") -> subprocess.CompletedProcess[str]:
    path = content.parent / name
    path.write_bytes(filled if isinstance(filled, bytes) else filled.encode("utf-8"))
    return called("form", "--content", str(content), "--today", TODAY, *words, str(path))


def test_a_filled_issue_becomes_a_record(content: Path) -> None:
    done = run(content, issue(NOTE))

    assert (done.returncode, done.stderr) == (0, "")
    read = read_bytes(done.stdout.encode(), "note-first-steps", "note", KINDS["notes"][1])
    assert read.findings == []
    assert "  - text: >-\n      Компании опирались на личные связи.\n    mark: source\n" in done.stdout
    assert "Договор подписывали позже.\n    mark: editorial\n" in done.stdout


def test_a_filled_word_form_becomes_the_same_record(content: Path) -> None:
    base, _ = read_records(content)
    answers = NOTE | {"Согласие": NOTE["Согласие"]}
    typed = docx(write(form_of("note", base)), answers)

    assert run(content, typed, name="form.docx").stdout == run(content, issue(answers)).stdout


def test_what_word_keeps_apart_is_read_and_what_it_has_crossed_out_is_not(content: Path) -> None:
    base, _ = read_records(content)
    typed = docx(write(form_of("note", base)), NOTE | {"Что проверить самому": "Проверьте кое CHANGE."})
    change = ('</w:t></w:r><w:r><w:noBreakHyphen/></w:r><w:del><w:r><w:delText>кого</w:delText></w:r></w:del>'
              '<w:ins><w:r><w:t>что</w:t></w:r></w:ins><w:r><w:t>')
    with zipfile.ZipFile(io.BytesIO(typed)) as archive:
        parts = {name: archive.read(name).decode("utf-8").replace(" CHANGE", change) for name in archive.namelist()}
    done = run(content, packed(parts), name="form.docx")

    assert "      Проверьте кое-что.\n" in done.stdout


def test_a_case_has_its_steps(content: Path) -> None:
    done = run(content, issue(CASE))

    assert (done.returncode, done.stderr) == (0, "")
    assert "path:\n  - text: >-\n      нашли посредника\n    mark: source\n" in done.stdout
    assert "    sources: [work-1]\n    move: entry\n" in done.stdout
    assert "    move: exit\n" in done.stdout
    assert "basis: sources\n" in done.stdout
    assert "works: [work-1]\n" in done.stdout


def test_a_case_that_was_told_rests_on_no_works(content: Path) -> None:
    told = {"Откуда вы это знаете": "со слов (told)", "Со слов: кто рассказал": "editors",
            "Со слов: когда рассказал": "2026-11-20", "Со слов: кем рассказчик приходится компании": "Консультант",
            "Путь по шагам": "вход: продали партию", "Как это проверено": "не проверено (unchecked)"}
    done = run(content, issue(CASE | told))

    assert "told:\n  by: editors\n  date: 2026-11-20\n  position: >-\n    Консультант\n" in done.stdout, done.stderr
    assert "works:" not in done.stdout


def test_it_is_written_where_it_belongs_and_never_over_another(content: Path) -> None:
    filled = issue(NOTE)

    assert run(content, filled, "--write").returncode == 0
    assert (content / "notes" / "note-first-steps.yml").is_file()
    again = run(content, filled, "--write")
    assert again.returncode == 1
    assert [line for line in again.stderr.splitlines() if line[0] == "-"] == [
        "- Эта форма уже записана в content/notes/note-first-steps.yml: впишите недостающее туда или удалите файл и "
        "повторите"]
    other = run(content, issue(NOTE | {"Заголовок": "Совсем другой рынок и другие люди"}), "--write")
    assert other.returncode == 1
    assert "имя «note-first-steps» уже занято (content/notes/note-first-steps.yml)" in other.stderr


def test_gaps_end_with_what_to_do_about_them(content: Path) -> None:
    """Before the file is there the command is repeated; once it is, the gaps are filled in the file."""
    gap = issue(NOTE | {"Кто вы": "Иван Петров"})
    shown, kept = run(content, gap), run(content, gap, "--write")

    assert shown.stderr.splitlines()[-1] == "Опишите их и повторите команду."
    assert kept.stderr.splitlines()[-1] == (
        "Опишите их и впишите в этот файл вместо ??? — или удалите файл и повторите команду.")
    assert "Опишите" not in run(content, issue(NOTE), "--id", "note-whole").stderr


@pytest.mark.parametrize("line", [
    "Пишу из своего опыта", "1. Личный опыт, 12 сделок", "Из личного опыта.", "- Со слов директора завода, 2024",
    "Мой собственный опыт", "Опыт работы в Индии", "Всё это из практики", "Наши наблюдения за пять лет",
])
def test_experience_is_no_work_to_be_described(content: Path, line: str) -> None:
    """The record names the article, as its template says, and what it says is its author's."""
    answers = {label: answer.replace(" [1]", "") for label, answer in NOTE.items()}
    answers["Что известно"] = "Договор подписывали позже [1]."
    done = run(content, issue(answers | {"Источники": line}))

    assert (done.returncode, done.stderr) == (0, "")
    assert "    sources: [ilkevich-2025]\n    result: created\n" in done.stdout
    assert "Договор подписывали позже.\n    mark: editorial\n" in done.stdout


@pytest.mark.parametrize("line", [
    "1. Иванов И. И. Из опыта экспортёров. Журнал, 2019", "1. Опыт экспортёров. doi 10.1000/other",
    "1. Из опыта заводов // Экспорт. 2020", "1. Никому не известная работа",
])
def test_a_work_that_speaks_of_experience_is_still_a_work(content: Path, line: str) -> None:
    done = run(content, issue(NOTE | {"Источники": line}))

    assert "ещё не описан" in done.stderr


def test_a_year_after_a_comma_is_a_year_of_the_step(content: Path) -> None:
    path = "вход, 2014: нашли посредника [1]\nрост участия, 2016–2018: открыли склад\nуход с рынка: продажи встали"
    done = run(content, issue(CASE | {"Путь по шагам": path}))

    assert (done.returncode, done.stderr) == (0, "")
    assert "    move: entry\n    time: >-\n      2014\n" in done.stdout
    assert "    move: increase\n    time: >-\n      2016–2018\n" in done.stdout


@pytest.mark.parametrize(("day", "read"), [("20.11.2026", "2026-11-20"), ("1.2.2026", "2026-02-01"),
                                           ("31.02.2026", None), ("осенью", None)])
def test_a_day_may_be_written_as_people_write_it(content: Path, day: str, read: str | None) -> None:
    told = {"Откуда вы это знаете": "со слов (told)", "Со слов: кто рассказал": "editors",
            "Со слов: когда рассказал": day, "Со слов: кем рассказчик приходится компании": "Консультант",
            "Путь по шагам": "вход: продали партию", "Как это проверено": "не проверено (unchecked)"}
    done = run(content, issue(CASE | told))

    assert (f"  date: {read}\n" in done.stdout) == (read is not None)
    assert ("день пишут как 12.10.2026 или 2026-10-12" in done.stderr) == (read is None)


def test_a_line_that_is_cut_says_so(content: Path) -> None:
    long = "1. Очень длинное описание работы, которую никто и никогда ещё не заносил в список"
    done = run(content, issue(NOTE | {"Источники": long, "Что известно": "Коротко [7]."}))

    assert f"источник «{long[:60].rstrip()}…» ещё не описан" in done.stderr
    assert "в «Коротко.» назван источник [7]" in done.stderr


@pytest.mark.parametrize("line", ["☐ x Север (north)", "☐x Север (north)", "x☐ Север (north)", "☐ ☒ Север (north)"])
@pytest.mark.parametrize("question", ["Регионы", "Отрасли"])
def test_a_cross_beside_the_box_ticks_it(content: Path, line: str, question: str) -> None:
    """In a question that may be left out too."""
    place = {"Регионы": "Север (north)\n☐ Юг (south)", "Отрасли": "Хлеб (bread)\n☐ Рыба (fish)"}[question]
    answer = line.replace("Север (north)", place)
    done = run(content, issue(NOTE | {question: answer, "Согласие": "☐ x Я согласен"}))

    assert (done.returncode, done.stderr) == (0, "")
    assert ("regions: [north]\n" if question == "Регионы" else "industries: [bread]\n") in done.stdout


def test_a_cross_behind_the_words_is_asked_about_in_an_optional_question_too(content: Path) -> None:
    done = run(content, issue(NOTE | {"Отрасли": "☐ Хлеб (bread) x\n☐ Рыба (fish)"}))

    assert "- «Отрасли»: не видно, что выбрано; сотрите ☐ и поставьте x" in done.stderr


def test_everything_missing_is_named_by_question(content: Path) -> None:
    answers = {"Имя записи": "note-half", "Заголовок": "_No response_", "Что известно": "Есть связи [3].",
               "Регионы": "Север (north)",
               "Кто вы": "Иван Петров", "Источники": "1. Никому не известная работа"}
    done = run(content, issue(answers))

    assert done.returncode == 1
    for line in (
        "- «Заголовок»: нет ответа",
        "- «Кто вы»: записи о человеке «Иван Петров» ещё нет; заведите её: make new KIND=person ID=имя",
        "- в «Есть связи.» назван источник [3], а в списке источников его нет",
        "- источник «1. Никому не известная работа» ещё не описан; опишите его: make new KIND=source ID=имя",
        "- «Согласие»: не отмечено; без согласия запись не публикуют",
    ):
        assert line in done.stderr
    assert "???" in done.stdout, "the record says where words are wanted"


def test_a_form_without_a_name_says_the_rest_too(content: Path) -> None:
    answers = NOTE | {"Имя записи": "_No response_", "За чем следить дальше": "_No response_"}
    done = run(content, issue(answers), "--write")

    assert done.returncode == 1
    assert "- в форме нет имени записи; дайте его сами: --id два-четыре-слова" in done.stderr
    assert "- «За чем следить дальше»: нет ответа" in done.stderr
    assert "Не записано: у записи нет имени." in done.stderr
    assert not (content / "notes" / "note-first-steps.yml").exists()


def test_what_is_wrong_is_said_beside_what_is_missing(content: Path) -> None:
    """The rules see the record although it has blanks, and say nothing of the blanks."""
    answers = {"Кто вы": "Никто", "Источники": "_No response_", "О чём это, одним предложением": "_No response_",
               "За чем следить дальше": "Звоните: +7 495 123-45-67"}
    done = run(content, issue(NOTE | answers))

    wrong, _, missing = done.stderr.partition("Не хватает:")
    assert [line for line in wrong.splitlines() if line[0] == "-"] == [
        "- «За чем следить дальше»: личный контакт «+7 495 123-45-67»; уберите; как связаться с редакцией, задаёт "
        "настройка сайта"]
    assert "- «О чём это, одним предложением»: нет ответа" in missing
    assert "записи о человеке «Никто» ещё нет" in missing


@pytest.mark.parametrize("sign", ["☒", "☑️", "X", "х", "V", "+", "- [x]", "[Х]"])
def test_a_box_may_be_ticked_by_any_usual_sign(content: Path, sign: str) -> None:
    answers = NOTE | {"Регионы": f"{sign} Север (north)\n☐ Юг (south)", "Согласие": f"{sign} Я согласен"}
    done = run(content, issue(answers))

    assert done.returncode == 0, done.stderr
    assert "regions: [north]\n" in done.stdout


@pytest.mark.parametrize("boxes", ["☐ Север (north) — да\n☐ Юг (south)", "☐ Север (north)"])
def test_a_box_that_is_neither_empty_nor_ticked_is_asked_about(content: Path, boxes: str) -> None:
    done = run(content, issue(NOTE | {"Регионы": boxes, "Согласие": "☐ Да, я согласен"}))

    assert done.returncode == 1
    assert "- «Регионы»: не видно, что выбрано; сотрите ☐ и поставьте x" in done.stderr
    assert "- «Согласие»: не видно, есть ли оно; сотрите ☐ и поставьте x" in done.stderr


def test_a_thought_taken_from_the_article_asks_for_its_lines(content: Path) -> None:
    done = run(content, issue(NOTE | {"Что известно": "Рынки различаются [2].\nВажны связи [1, 2].",
                                      "Источники": f"{NOTE['Источники']}\n2. ilkevich-2025"}))

    assert "- «Рынки различаются.» взято из самой статьи; назовите в lines строки, где это сказано" in done.stderr
    assert "- «Важны связи.» взято и из самой статьи; скажите это отдельной мыслью" in done.stderr
    assert '    mark: article\n    lines: ["???"]\n' in done.stdout
    assert "Важны связи.\n    mark: source\n    sources: [work-1]\n" in done.stdout


def test_signs_of_a_keyboard_become_those_of_the_site(content: Path) -> None:
    done = run(content, issue(NOTE | {"Заголовок": 'Рынок - это "люди".'}))

    assert "title: >-\n  Рынок — это «люди»\n" in done.stdout


def test_a_person_may_be_named_family_name_first(content: Path) -> None:
    assert "author: sergey-ilkevich\n" in run(content, issue(NOTE | {"Кто вы": "Илькевич С. В."})).stdout


def test_a_broken_rule_is_named_by_question(content: Path) -> None:
    done = run(content, issue(NOTE | {"Заголовок": "Звоните: +7 495 123-45-67"}))

    assert done.returncode == 1
    assert "- «Заголовок»: личный контакт «+7 495 123-45-67»" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(("text", "message"), [
    ("Опасно <script>alert(1)</script>", "похоже на HTML: «<script>»"),
    ("Опасно <img src=x onerror=alert(1)>", "похоже на HTML"),
    ("Цена {{ config }} тут", "фигурные скобки «{"),
    ("{% include 'secret' %}", "фигурные скобки «{"),
    ("Вот [слова](javascript:alert(1))", "запрещённая схема «javascript:»"),
    ("Вот [слова](data:text/html;base64,AAAA)", "запрещённая схема «data:»"),
    ("Вот [слова](file:///etc/passwd)", "запрещённая схема «file:»"),
])
@pytest.mark.parametrize("whole", [True, False], ids=["complete", "with-blanks"])
def test_code_and_other_schemes_are_refused(content: Path, text: str, message: str, whole: bool) -> None:
    answers = NOTE | {"Кто вы": "editors" if whole else "Кто-то", "Что известно": text}
    done = run(content, issue(answers), "--write")

    assert done.returncode == 1
    assert "Запись не принята:" in done.stderr
    assert f"- «Что известно»: {message}" in done.stderr
    assert not (content / "notes" / "note-first-steps.yml").exists()


@pytest.mark.parametrize(("id", "message"), [
    ("../../outside", "имя «../../outside» не годится"),
    ("note/../../x", "не годится"),
    ("n\u043ete-first", "буква «о» (знак 2) русская, хотя выглядит как латинская «o»"),
    ("term-trial", "уже занято"),
    ("note-" + "a" * 60, "имя длиннее 60 знаков"),
])
def test_a_bad_name_is_refused_from_the_form_and_from_the_command(content: Path, id: str, message: str) -> None:
    for done in (run(content, issue(NOTE | {"Имя записи": id}), "--write"), run(content, issue(NOTE), "--id", id)):
        assert done.returncode == 1
        assert message in done.stderr
    assert not list(content.parent.glob("outside*"))


def test_yaml_in_an_answer_stays_a_text(content: Path) -> None:
    answers = NOTE | {"Что проверить самому": "Проверьте: статус\nstatus: published\nreviews: []"}
    done = run(content, issue(answers))

    read = read_bytes(done.stdout.encode(), "note-first-steps", "note", KINDS["notes"][1])
    assert read.record is not None
    assert read.record.status == "draft"
    assert [one.text for one in read.record.check][1] == "status: published"  # type: ignore[attr-defined]


def test_a_heading_of_our_own_inside_an_answer_does_not_replace_an_answer(content: Path) -> None:
    answers = NOTE | {"За чем следить дальше": "Следите.\n\n### Заголовок\n\nДругой"}
    done = run(content, issue(answers))

    assert "- «За чем следить дальше»: заголовок Markdown внутри текста" in done.stderr
    assert "«Заголовок»" not in done.stderr


@pytest.mark.parametrize(("data", "name", "message"), [
    (b"x" * (300 * 1024), "big.md", "текст больше 256 КиБ"),
    (b"PK" + b"x" * (2 * 1024 * 1024), "big.docx", "файл больше 1024 КиБ"),
    (b"PK\x03\x04broken", "broken.docx", "это не документ Word"),
    ("Форма".encode("cp1251"), "old.md", "не в UTF-8"),
    ("Просто письмо без вопросов.".encode(), "letter.md", "не похоже на заполненную форму"),
    (packed({"word/document.xml": "<a>" * 500 + "</a>" * 500}), "deep.docx", "слишком глубокая вложенность"),
    (packed({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "entity.docx", "DOCTYPE"),
    (packed({"word/document.xml": "<a>" + " " * (9 * 1024 * 1024) + "</a>"}), "bomb.docx", "слишком велик"),
    (packed({"word/document.xml": "<a>" + "<p/>" * 5001 + "</a>"}), "rows.docx", "больше 5000 строк"),
    (packed({"word/document.xml": "<p>" + "<br/>" * 5001 + "</p>"}), "breaks.docx", "больше 5000 строк"),
    (b"### x\n" * 5001, "rows.md", "больше 5000 строк"),
    (packed({"other.xml": "<a/>"}), "other.docx", "это не документ Word"),
    (packed({"word/document.xml": '<?xml version="1.0" encoding="nobody"?><a/>'}), "nobody.docx", "Word испорчен"),
    (packed({"word/document.xml": '<?xml version="1.0" encoding="gbk"?><a/>'}), "gbk.docx", "Word испорчен"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old.doc", "сохраните форму как .docx"),
    (b"%PDF-1.7", "printed.pdf", "сохраните форму как .docx"),
    (b"{\\rtf1", "other.rtf", "сохраните форму как .docx"),
    (b"", "empty.docx", "это не документ Word"),
], ids=lambda value: value if isinstance(value, str) and "." in value else "")
def test_what_is_no_form_is_refused_without_a_traceback(content: Path, data: bytes, name: str, message: str) -> None:
    done = run(content, data, name=name)

    assert done.returncode == 1
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_unseen_signs_and_look_alikes_are_named(content: Path) -> None:
    answers = NOTE | {"Что известно": "Связи\u200b важны."}
    done = run(content, issue(answers))

    assert done.returncode == 1
    assert "пробел нулевой ширины" in done.stderr


def test_a_file_that_is_not_there_is_wrong_use(content: Path) -> None:
    done = subprocess.run([sys.executable, str(ROOT / "scripts" / "form.py"), "no-such.md"],
                          capture_output=True, text=True, encoding="utf-8", check=False)

    assert done.returncode == 2
    assert "не читается" in done.stderr

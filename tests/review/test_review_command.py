"""make review: what a change says about itself, in a repository made for the test."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import called
from tests.review.conftest import Git
from tests.rules.sound import TODAY

ROOT = Path(__file__).resolve().parents[2]
TRIAL = "glossary/term-trial.yml"
MARKET = "tree/questions/market.yml"


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the repository that the tests themselves may run in."""
    for name in os.environ:
        if name.startswith("GIT_"):
            monkeypatch.delenv(name)


def words_for(root: Path, words: tuple[str, ...], base: str) -> list[str]:
    named = ["--base", base] if base else []
    return ["--content", str(root / "content"), "--today", TODAY, "--sets", "200", *named, *words]


def review(root: Path, *words: str, base: str = "HEAD") -> subprocess.CompletedProcess[str]:
    return called("review", *words_for(root, words, base))


def test_it_starts_from_the_command_line(root: Path) -> None:
    command = [sys.executable, str(ROOT / "scripts" / "review.py"), *words_for(root, (), "HEAD")]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)

    assert (done.returncode, done.stdout) == (0, review(root).stdout)


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / "content" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def test_nothing_changed_is_said(root: Path) -> None:
    done = review(root)

    assert (done.returncode, done.stdout) == (0, "Записи не изменились.\n")


def test_a_changed_word_names_the_record_and_its_page(root: Path) -> None:
    edit(root, TRIAL, "Дешёвый опыт.", "Недорогой опыт.")
    done = review(root, "--site", "https://example.org/nav/")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "## Правка: 1 файл" in done.stdout
    assert "- изменена: term-trial (term) — https://example.org/nav/glossary/#term-trial" in done.stdout
    assert "Замечаний к этим файлам нет." in done.stdout
    assert "советах" not in done.stdout, "the tree is untouched"


def test_a_problem_of_the_change_fails_and_is_annotated(root: Path) -> None:
    edit(root, TRIAL, "Дешёвый опыт.", "Дешёвый опыт <b>да</b>.")
    done = review(root, "--format", "github")

    assert done.returncode == 1
    assert re.search(r"^::error file=content/glossary/term-trial\.yml,line=6,col=\d+,title=", done.stdout, re.MULTILINE)
    assert "content/glossary/term-trial.yml:6" in done.stdout


def test_a_problem_that_the_change_brings_about_elsewhere_is_shown(root: Path) -> None:
    (root / "content" / "directions" / "hold.yml").unlink()
    edit(root, "tree/questions/dynamics.yml", "direction: increase", "direction: hold")
    done = review(root)

    assert done.returncode == 1
    assert "- УДАЛЕНА: hold (direction); вместо удаления ставят status: retired" in done.stdout
    assert "пройти его нельзя" in done.stdout


def test_somebody_elses_old_problem_does_not_fail_the_change(root: Path, git: Git) -> None:
    edit(root, "stages/launch.yml", "Одно.", "Одно <i>и</i>.")
    git("commit", "-qam", "broken by another")
    edit(root, TRIAL, "Дешёвый опыт.", "Недорогой опыт.")
    done = review(root)

    assert done.returncode == 0, done.stdout
    assert "В файлах, которых правка не касается, ещё 2 замечания; за них правка не отвечает." in done.stdout


def test_a_point_more_tells_its_meaning(root: Path) -> None:
    edit(root, MARKET, "recommendations: {external-factors: 1}\n        reason: Сравните",
         "recommendations: {fast-scaling: 9}\n        reason: Сравните")
    done = review(root)

    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"Совет изменился в \d+ из 200 ситуаций \(\d+,\d %\)\.", done.stdout)
    assert re.search(r"- тройка рекомендаций: \d+", done.stdout)
    assert re.search(r"- в тройке: «Короткое имя 6» \+\d+ −0", done.stdout)
    assert re.search(r"Пример 1: http://127\.0\.0\.1:8000/tree/#v=1&\S*market=open\S*&view=result", done.stdout)
    assert "Ссылки открываются, пока работает make serve: там новый совет." in done.stdout
    published = review(root, "--site", "https://example.org/nav/").stdout
    assert "Пример 1: https://example.org/nav/tree/#v=1&" in published
    assert "По ссылкам — сайт без этой правки; новый совет по тем же ответам показывает make serve." in published
    assert "Доказано 1 из 1 обещания." in done.stdout
    assert "подписей, которые от этого устарели бы, нет" in done.stdout


def test_other_words_change_no_advice(root: Path) -> None:
    edit(root, MARKET, "text: Выбираем", "text: Ещё выбираем")
    done = review(root)

    assert done.returncode == 0, done.stdout
    assert "Ни один совет не изменился: проверено 200 ситуаций и 0 разборов." in done.stdout
    assert "Правила и обещания прежние" in done.stdout


def test_a_broken_promise_fails_with_answers_that_break_it(root: Path) -> None:
    edit(root, "tree/flags/dark-market.yml", "veto: [way-deep]\nlift: Выберите рынок.\n", "")
    done = review(root)

    assert done.returncode == 1
    assert "- НАРУШЕНО: Пока рынок выбирают, глубокий способ вперёд не выходит (guarantee-dark)" in done.stdout
    assert re.search(r"^  http://127\.0\.0\.1:8000/tree/#v=1&\S+&view=result$", done.stdout, re.MULTILINE)


def test_a_broken_promise_is_annotated_at_the_promise(root: Path) -> None:
    edit(root, "tree/flags/dark-market.yml", "veto: [way-deep]\nlift: Выберите рынок.\n", "")
    done = review(root, "--format", "github")

    assert re.search(r"^::error file=content/tree/guarantees/guarantee-dark\.yml,line=\d+,col=\d+,title=обещание::"
                     r"нарушено обещание «Пока рынок выбирают", done.stdout, re.MULTILINE)


def test_a_signature_that_goes_stale_is_named(root: Path, git: Git) -> None:
    fingerprint = subprocess.run(
        [sys.executable, "-c",
         "import sys; from pathlib import Path; from navigator.load import read_records\n"
         "from navigator.tree.fingerprint import fingerprint; from navigator.tree.tree import Tree\n"
         "print(fingerprint(Tree.of(read_records(Path(sys.argv[1]))[0].records.values())))", str(root / "content")],
        cwd=ROOT / "scripts", capture_output=True, text=True, check=True,
    ).stdout.strip()
    edit(root, "tree/tree.yml", "retired: [old", "signatures:\n  - by: sergey-ilkevich\n    date: 2026-11-23\n"
         f'    logic: "{fingerprint}"\nretired: [old')
    git("commit", "-qam", "signed")
    edit(root, MARKET, "1}\n        reason: Сравните", "2}\n        reason: Сравните")
    done = review(root)

    assert "Устарели подписи под правилами: sergey-ilkevich от 2026-11-23." in done.stdout


@pytest.mark.parametrize(("many", "code"), [(5, 0), (6, 1)])
def test_more_than_five_identical_entries_are_refused(root: Path, many: int, code: int) -> None:
    for number in range(1, many + 1):
        path = root / "content" / "sources" / f"work-{number}.yml"
        path.write_text(path.read_text(encoding="utf-8") + "  - date: 2026-11-23\n    by: editors\n"
                        "    sources: [ilkevich-2025]\n    result: confirmed\n", encoding="utf-8", newline="\n")
    done = review(root)

    assert done.returncode == code, done.stdout
    told = review(root, "--format", "github").stdout
    marked = re.findall(r"^::error file=content/sources/work-(\d)\.yml,line=(\d+),col=\d+,title=штамп::одинаковая",
                        told, re.MULTILINE)
    assert [number for number, _ in marked] == ([str(one) for one in range(1, many + 1)] if code else [])
    for number, line in marked:
        lines = (root / "content" / "sources" / f"work-{number}.yml").read_text(encoding="utf-8").splitlines()
        assert lines[int(line) - 1] == "  - date: 2026-11-23"
        assert int(line) > len(lines) - 5, "the entry that was added"
    assert ("ОШИБКА: одинаковая строка журнала (2026-11-23, editors, confirmed) стоит в 6 записях" in done.stdout) == (
        code == 1
    )


def test_the_base_is_found_by_itself(root: Path, git: Git) -> None:
    """Without origin/main the version before the last."""
    edit(root, TRIAL, "Дешёвый опыт.", "Недорогой опыт.")
    git("commit", "-qam", "word")
    done = review(root, base="")

    assert "- изменена: term-trial (term) — http://127.0.0.1:8000/glossary/#term-trial" in done.stdout


def test_what_others_added_since_is_not_part_of_the_change(root: Path, git: Git) -> None:
    git("checkout", "-q", "-b", "mine")
    git("checkout", "-q", "main")
    edit(root, "stages/launch.yml", "Одно.", "Иное.")
    git("commit", "-qam", "theirs")
    git("checkout", "-q", "mine")
    edit(root, TRIAL, "Дешёвый опыт.", "Недорогой опыт.")
    done = review(root, base="main")

    assert "## Правка: 1 файл" in done.stdout


def test_a_new_file_that_git_does_not_know_yet_counts(root: Path) -> None:
    text = (root / "content" / TRIAL).read_text(encoding="utf-8")
    (root / "content" / "glossary" / "term-new.yml").write_text(
        text.replace("id: term-trial", "id: term-new").replace("term: Проба", "term: Мост"), encoding="utf-8")
    done = review(root)

    assert "- новая: term-new (term) — http://127.0.0.1:8000/glossary/#term-new" in done.stdout


def test_the_summary_is_added_to_a_file(root: Path, tmp_path: Path) -> None:
    edit(root, TRIAL, "Дешёвый опыт.", "Недорогой опыт.")
    (tmp_path / "summary.md").write_text("Раньше.\n", encoding="utf-8")
    done = review(root, "--summary", str(tmp_path / "summary.md"))

    assert (tmp_path / "summary.md").read_text(encoding="utf-8") == "Раньше.\n" + done.stdout


def test_words_of_a_record_are_never_a_command_of_the_machine(root: Path, git: Git) -> None:
    """A line that begins with «::» steers the machine that runs the workflow."""
    edit(root, "recommendations/fast-scaling.yml", "short: Короткое имя 6", "short: |-\n  Имя\n  ::stop-commands::x")
    edit(root, MARKET, "recommendations: {external-factors: 1}\n        reason: Сравните",
         "recommendations: {fast-scaling: 9}\n        reason: Сравните")
    done = review(root)

    assert done.returncode == 1, "a label is one line"
    git("commit", "-qam", "a careless hand has let it in")
    edit(root, MARKET, "fast-scaling: 9", "external-factors: 1")
    done = review(root)

    assert "Имя ::stop-commands::x" in done.stdout
    assert not re.search(r"^::", done.stdout, re.MULTILINE)


@pytest.mark.parametrize(("base", "message"), [
    ("no-such", "версии «no-such» в репозитории нет"),
    ("--upload-pack=evil", "в репозитории нет"),
])
def test_a_version_that_is_not_there_is_wrong_use(root: Path, base: str, message: str) -> None:
    done = review(root, base=base)

    assert done.returncode == 2
    assert message in done.stderr


def test_a_folder_outside_git_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    done = review(tmp_path)

    assert done.returncode == 2
    assert "не в репозитории git" in done.stderr


def test_links_in_the_old_version_are_not_followed(root: Path, git: Git, tmp_path: Path) -> None:
    (tmp_path / "secret.yml").write_text("secret\n", encoding="utf-8")
    (root / "content" / "glossary" / "term-link.yml").symlink_to(tmp_path / "secret.yml")
    git("add", "-A")
    git("commit", "-qm", "link")
    (root / "content" / "glossary" / "term-link.yml").unlink()
    done = review(root)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "secret" not in done.stdout


def test_a_repository_inside_the_content_is_refused(root: Path, git: Git) -> None:
    """On disk it is an empty folder, which no check of files would see."""
    head = git("rev-parse", "HEAD").strip()
    git("update-index", "--add", "--cacheinfo", f"160000,{head},content/glossary/sub")
    git("commit", "-qm", "module")
    done = review(root, base="HEAD~1")

    assert done.returncode == 2
    assert "content/glossary/sub: внутри папки записей лежит чужой репозиторий (submodule)" in done.stderr

"""Forms are made from the models: committed as generated, complete, the same bytes every time."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest
import yaml

from navigator.forms.fields import KINDS_ASKED, Form, form_of
from navigator.forms.issue import issue_forms
from navigator.forms.word import paragraphs, write
from navigator.forms.words import LABELS
from navigator.load import read_records
from navigator.scaffold import model_of

ROOT = Path(__file__).resolve().parents[2]
BASE, _ = read_records(ROOT / "content")
FORMS = {kind: form_of(kind, BASE) for kind in KINDS_ASKED}
LEFT_TO_EDITORS = {"status", "retired_reason", "replaced_by", "shelf_life", "reviews", "dissent", "second_reviewer",
                   "works"}


def _command() -> Any:
    spec = importlib.util.spec_from_file_location("forms_command", ROOT / "scripts" / "forms.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MADE: dict[str, bytes] = _command().files(BASE)


@pytest.mark.parametrize("name", MADE)
def test_the_committed_form_is_the_generated_one(name: str) -> None:
    assert (ROOT / name).read_bytes() == MADE[name], "run make generated"


def test_no_form_is_left_that_nobody_makes() -> None:
    there = {path.relative_to(ROOT).as_posix() for folder in (".github/ISSUE_TEMPLATE", "docs/assets/forms")
             for path in (ROOT / folder).iterdir()}

    assert there == MADE.keys()


@pytest.mark.parametrize("kind", KINDS_ASKED)
def test_every_field_is_asked_or_left_to_the_editors(kind: str) -> None:
    asked = {field.path[0] for field in FORMS[kind].fields}

    assert model_of(kind).model_fields.keys() - asked <= LEFT_TO_EDITORS
    assert {field.path[0] for field in FORMS[kind].fields} - model_of(kind).model_fields.keys() <= {"sources"}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_question_has_words_of_its_own(form: Form) -> None:
    labels = [field.label for field in form.fields]

    assert len(set(labels)) == len(labels)
    for field in form.fields:
        assert field.id in LABELS or field.path[-1] in LABELS, f"give «{field.id}» a label in words.py"
        assert "id " not in field.label


def test_what_the_model_requires_the_form_requires() -> None:
    needed = {field.path[0] for field in FORMS["case"].fields if field.needed}
    required = {name for name, field in model_of("case").model_fields.items() if field.is_required()}

    assert required - {"id", "reviews"} <= needed


@pytest.mark.parametrize("name", [name for name in issue_forms(BASE) if "config" not in name])
def test_an_issue_form_is_one_as_the_code_host_wants_it(name: str) -> None:
    form = yaml.safe_load(issue_forms(BASE)[name])
    ids = [element["id"] for element in form["body"] if element["type"] != "markdown"]

    assert {"name", "description", "body"} <= form.keys()
    assert len(set(ids)) == len(ids)
    for element in form["body"]:
        assert element["type"] in {"markdown", "input", "textarea", "dropdown", "checkboxes"}
        if element["type"] == "dropdown":
            options = element["attributes"]["options"]
            assert options
            assert len(set(options)) == len(options)
            assert "None" not in options


def test_a_word_form_is_the_same_bytes_every_time_and_reads_back() -> None:
    form = FORMS["note"]

    assert write(form) == write(form)
    read = paragraphs(write(form))
    for field in form.fields:
        assert f"{field.label}{' *' if field.needed else ''}" in read

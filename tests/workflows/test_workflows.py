"""Workflows: sound YAML, pinned actions, few rights, and every command they name is there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


class Plain(yaml.SafeLoader):
    """Reads `on:` as a word."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [pair for pair in pairs if not pair[0].endswith("bool")]
        for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def read(file: Path) -> dict[str, Any]:
    made: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Plain)  # noqa: S506
    return made


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job.get("steps", ())]


def commands(workflow: dict[str, Any]) -> str:
    return "\n".join(step["run"] for step in steps(workflow) if "run" in step)


def test_the_three_are_there() -> None:
    assert [file.name for file in FILES] == ["check.yml", "monthly.yml", "publish.yml"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_action_is_pinned_by_its_full_hash_with_the_release_beside_it(file: Path) -> None:
    for line in file.read_text(encoding="utf-8").splitlines():
        if match := re.search(r"uses: (\S+)(.*)", line):
            assert match[1] == "./.github/workflows/publish.yml" or (
                re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", match[1]) and re.fullmatch(r" # v\d+\.\d+\.\d+", match[2])
            ), line


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_rights_are_named_and_strangers_get_none(file: Path) -> None:
    workflow = read(file)

    assert workflow["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in workflow["on"]
    assert "secrets." not in file.read_text(encoding="utf-8")
    for job in workflow["jobs"].values():
        assert job.get("timeout-minutes") or "uses" in job


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_nothing_a_stranger_writes_becomes_a_command(file: Path) -> None:
    """Expressions stand in the environment, never in the text of a command."""
    assert "${{" not in commands(read(file))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_command_named_is_there(file: Path) -> None:
    text = commands(read(file))
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))

    for words in re.findall(r"\bmake ((?:[a-z]+ ?)+)", text):
        assert set(words.split()) <= targets, words
    for script, rest in re.findall(r"(scripts/\w+\.py)([^\n|>]*)", text):
        source = (ROOT / script).read_text(encoding="utf-8")
        for option in re.findall(r"--[a-z]+", rest):
            assert f'"{option}"' in source, f"{script} has no {option}"
    for path in re.findall(r"(?:^|\s)(\.ci/\w+)", text):
        assert (ROOT / path).is_file()


def test_a_copy_without_rights_is_told_the_exact_command() -> None:
    step = next(step for step in steps(read(ROOT / ".github/workflows/check.yml")) if step.get("name", "").startswith(
        "Сказать"))

    assert ("git fetch https://github.com/$GITHUB_REPOSITORY $GITHUB_BASE_REF && make review BASE=FETCH_HEAD"
            in step["run"]), "a copy has no branch of ours; its own origin is itself"
    assert "echo \"" in step["run"], "the words are told, not run"
    assert "env.OWN != 'true'" in step["if"]


def test_links_of_a_review_lead_to_the_site() -> None:
    """Without the address of the site they would lead to the machine of whoever reads them."""
    checked, publishing = (read(ROOT / ".github" / "workflows" / f"{name}.yml") for name in ("check", "publish"))
    step = next(step for step in steps(checked) if "scripts/review.py" in step.get("run", ""))
    published = next(step for step in steps(publishing) if "SITE_URL=" in step.get("run", ""))

    assert step["env"]["NAMED"] == published["env"]["NAMED"] == "${{ vars.SITE_URL }}"
    address = re.search(r"SITE_URL=\"?(\$\{NAMED:-[^\"\n]+)", step["run"])
    assert address is not None
    assert f"SITE_URL={address[1]}" in published["run"]


def test_continuous_integration_runs_the_test_command_of_the_readme() -> None:
    assert ".ci/run" in commands(read(ROOT / ".github/workflows/check.yml"))


def test_continuous_integration_checks_the_types_of_the_scripts() -> None:
    assert re.search(r"\bmake (?:\w+ )*types\b", commands(read(ROOT / ".github/workflows/check.yml")))


def test_the_monthly_run_keeps_one_issue() -> None:
    text = commands(read(ROOT / ".github/workflows/monthly.yml"))

    assert "gh issue edit" in text
    assert text.index("gh issue list") < text.index("gh issue edit") < text.index("gh issue create")


def test_what_the_generated_step_compares_is_all_that_is_generated() -> None:
    text = commands(read(ROOT / ".github/workflows/check.yml"))

    for path in ("schema", ".vscode", ".github", "docs/assets/forms", "content/ids.lock"):
        assert path in text
        assert (ROOT / path).exists()


def test_a_job_that_runs_the_code_of_a_pull_request_can_write_nothing() -> None:
    """What a step of such a code leaves behind could speak with the rights of a later step of its job."""
    for job in read(ROOT / ".github/workflows/check.yml")["jobs"].values():
        writes = "write" in job.get("permissions", {}).values()
        taken = any("checkout" in step.get("uses", "") for step in job["steps"])
        token = "github.token" in yaml.safe_dump(job)
        assert not (taken and (writes or token)), job["name"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_copy_taken_keeps_no_key(file: Path) -> None:
    for step in steps(read(file)):
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] == "false"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_key_is_given_to_the_one_step_that_writes(file: Path) -> None:
    for job in read(file)["jobs"].values():
        assert "github.token" not in yaml.safe_dump(job.get("env", {}))
        for step in job.get("steps", ()):
            if "github.token" in yaml.safe_dump(step):
                assert "gh " in step["run"]
                assert "make" not in step["run"]

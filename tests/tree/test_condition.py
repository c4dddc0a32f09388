"""The closed language of conditions."""

from __future__ import annotations

import pytest

from navigator.tree.condition import ConditionError, data, holds, leaves, parse, witnesses

PARTNER = {"all": [{"contacts": ["untested", "none"]}, {"any": [{"motive": "order"}, {"not": {"wish": "control"}}]}]}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, False),
        ({"contacts": ("none",)}, True),
        ({"contacts": ("none",), "wish": ("control",)}, False),
        ({"contacts": ("none",), "wish": ("control",), "motive": ("order",)}, True),
        ({"contacts": ("proven",), "motive": ("order",)}, False),
    ],
)
def test_holds(given: dict[str, tuple[str, ...]], expected: bool) -> None:
    assert holds(parse(PARTNER), given) is expected


def test_a_mapping_of_two_questions_means_both() -> None:
    both = parse({"offer": "software", "motive": ["learning", "order"]})

    assert not holds(both, {"offer": ("software",)})
    assert holds(both, {"offer": ("software",), "motive": ("order",)})


def test_an_absent_condition_holds() -> None:
    assert holds(None, {})


def test_leaves_and_witnesses() -> None:
    condition = parse(PARTNER)

    assert [leaf.question for leaf in leaves(condition)] == ["contacts", "motive", "wish"]
    given = {"contacts": ("none",), "motive": ("order",)}
    assert list(witnesses(condition, given)) == [("contacts", "none"), ("motive", "order")]


def test_plain_values_are_read_back_alike() -> None:
    assert parse(data(parse(PARTNER))) == parse(PARTNER)


@pytest.mark.parametrize("wrong", [None, "text", [], {}, {"all": []}, {"any": "x"}, {"offer": []}, {"offer": 3},
                                   {"not": {}}, {"all": [{"offer": [""]}]}])
def test_what_is_not_a_condition_is_refused(wrong: object) -> None:
    with pytest.raises(ConditionError):
        parse(wrong)

"""What comes first is what stands at the root; where it can be told more exactly than "not right", it is."""

import pytest

from autograder.grading.behind import Behind, broken, names_of, puzzling
from autograder.grading.finding import Finding
from autograder.grading.report import Verdict
from autograder.grading.wording import Reason

FINDINGS = {
    "right": Finding(Verdict.CORRECT, Reason.RIGHT),
    "other": Finding(Verdict.WRONG, Reason.OTHER),
    "empty": Finding(Verdict.WRONG, Reason.NOTHING),
    "stops": Finding(Verdict.FAILED, Reason.RAISED),
    "ends": Finding(Verdict.FAILED, Reason.CALL_ENDED),
    "later": Finding(Verdict.WRONG, Reason.BEHIND_NOTHING, behind="empty"),
    "changes": Finding(Verdict.MISTAKE, Reason.CHANGED),
    "slip": Finding(Verdict.MISTAKE, Reason.MISTAKE),
}


def test_nothing_comes_first_where_everything_before_is_right() -> None:
    assert puzzling([], None, FINDINGS, "") is None
    assert broken(["right"], FINDINGS, lambda name: True) is None


STANDING = {
    "other": Reason.BEHIND,
    "empty": Reason.BEHIND_NOTHING,
    "stops": Reason.BEHIND_STOPPED,
    "ends": Reason.BEHIND_ENDED,
    "later": Reason.BEHIND_SLIP,
}


@pytest.mark.parametrize(("name", "reason"), STANDING.items(), ids=STANDING)
def test_how_the_first_stands_is_told(name: str, reason: Reason) -> None:
    assert puzzling([name], None, FINDINGS, "") == Behind(name, reason, name)


def test_the_root_comes_before_what_is_built_on_it_and_before_what_changes_its_arguments() -> None:
    assert puzzling(["later", "empty"], "changes", FINDINGS, "w") == Behind("empty", Reason.BEHIND_NOTHING, "empty")
    assert puzzling(["later"], "changes", FINDINGS, "w") == Behind("changes", Reason.BEHIND_CHANGED, "changes|w")


def test_before_what_stopped_comes_the_first_that_is_written_and_not_right() -> None:
    found = broken(["right", "other", "slip", "empty"], FINDINGS, lambda name: name != "other")
    assert found == Behind("slip", Reason.BEHIND_SLIP, "slip")


NAMES = {
    "theirs": (("xs", "ys"), "def train(self, xs, ys):", "xs and ys"),
    "part-of-a-word": (("xs",), "def train(self, boxes, xs_too):", ""),
    "one-of-two": (("xs", "labels"), "def train(self, xs, ys):", ""),
    "none": ((), "def train(self, xs, ys):", ""),
}


@pytest.mark.parametrize(("arguments", "text", "said"), NAMES.values(), ids=NAMES)
def test_arguments_are_told_by_names_that_the_students_file_knows(arguments: tuple[str, ...], text: str, said: str) -> None:
    assert names_of(arguments, text) == said

"""Every verdict has its words and every label a mark of its own."""

import pytest

from autograder.feedback.words import Label, built_on, counted, label, listed, points
from autograder.grading.report import Verdict


def test_every_verdict_has_one_of_the_seven_labels() -> None:
    assert {label(verdict) for verdict in Verdict} == set(Label)
    assert len(Label) == 7


def test_no_two_labels_have_the_same_mark_so_none_is_told_by_colour_alone() -> None:
    assert len({one.mark for one in Label}) == len(Label)
    assert all(len(one.mark) == 1 for one in Label)


def test_a_student_is_not_told_that_a_value_was_written_as_a_number_or_which_mistake_it_was() -> None:
    assert label(Verdict.HARDCODED) is label(Verdict.MISTAKE) is label(Verdict.WRONG) is Label.NOT_YET


@pytest.mark.parametrize(("value", "text"), [(2.0, "2"), (0.0, "0"), (1.5, "1.5"), (1 / 3, "0.33"), (10.0, "10"), (100.0, "100")])
def test_points_are_written_as_people_write_them(value: float, text: str) -> None:
    assert points(value) == text


@pytest.mark.parametrize(("things", "text"), [(["h"], "h"), (["h", "w"], "h and w"), (["h", "w", "y"], "h, w and y")])
def test_things_are_listed_as_people_list_them(things: list[str], text: str) -> None:
    assert listed(things) == text


BUILT_ON = {
    (): "",
    ("train",): "train is built on it: mend it first, then look at train again.",
    ("train", "score"): "train and score are built on it: mend it first, then look at them again.",
}


@pytest.mark.parametrize("names", BUILT_ON, ids=len)
def test_what_is_built_on_the_first_broken_link_is_said_in_one_sentence(names: tuple[str, ...]) -> None:
    assert built_on(names, "mend") == BUILT_ON[names]


def test_one_is_not_counted_as_many() -> None:
    assert [counted(number, "file") for number in (0, 1, 2)] == ["0 files", "1 file", "2 files"]

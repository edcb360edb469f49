"""For which assignment a file is, is told by names, titles, and what is still in it of what was handed out; never guessed."""

from pathlib import Path

import msgspec
import pytest

from autograder.course.manifest import Course, load
from autograder.marking.tree import Found
from autograder.platforms.collecting.assignments import Assignments, expected
from tests.platforms.collecting.downloads import COURSE, NET, STEP

FIRST, SECOND = "01-gradient-step", "02-single-neuron"


@pytest.fixture(scope="module")
def course(root: Path) -> Course:
    return load(root)


@pytest.fixture(scope="module")
def known(course: Course) -> Assignments:
    return Assignments(course)


def filled(root: Path, slug: str, name: str) -> bytes:
    return (root / "solutions" / slug / name).read_bytes()


def found(content: bytes, name: str = "hw.py") -> Found:
    return Found((name,), name, content)


# --- what must not happen ------------------------------------------------------------------------------------------------


def test_a_file_of_another_name_and_of_its_own_lines_is_nobodys(known: Assignments) -> None:
    place = known.place(found(b"import numpy as np\nx = np.array([1, 2, 3])\nh = x @ w\n"), "hw.py", "")
    assert (place.slug, "Say which one is meant: --assignment SLUG" in place.why) == ("", True)


def test_a_file_that_is_named_as_anothers_is_not_taken_for_the_one_it_was_handed_in_for(known: Assignments) -> None:
    place = known.place(found(b"w = 1\n"), "neuron.py", "One step of gradient descent")
    assert (place.slug, f"is named like the file of {SECOND}" in place.why) == ("", True)


def test_a_file_that_was_made_from_anothers_is_not_taken_for_the_one_it_was_handed_in_for(known: Assignments, root: Path) -> None:
    place = known.place(found(filled(root, SECOND, "neuron.py")), "hw.py", FIRST)
    assert (place.slug, f"is made from the file of {SECOND}" in place.why) == ("", True)


@pytest.mark.parametrize("title", ["Homework 3", "step", "", "Train it and One neuron, many records"])
def test_a_title_that_names_no_assignment_or_two_says_nothing(known: Assignments, title: str) -> None:
    assert known.place(found(b"x = 1\n"), "hw.py", title).slug == ""


# --- what is told --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "gradient.py",
        "Gradient.PY",
        "gradient-1.py",
        "gradient (2).py",
        "gradient(2).py",
        "gradient - Copy.py",
        "gradient copy.py",
        "Copy of gradient.py",
        "gradient-1 (2).py",
        "gradient-Copy1.py",
        "gradient 2.py",
    ],
)
def test_a_copys_name_is_the_same_name(name: str) -> None:
    assert expected(name, COURSE.entry(STEP)) == "gradient.py"


@pytest.mark.parametrize(
    "name", ["gradients.py", "gradient.pyc", "my gradient.py", "gradient_old.py", "gradient", "-1.py", "gradient-old.py"]
)
def test_another_name_is_another_name(name: str) -> None:
    assert expected(name, COURSE.entry(STEP)) == ""


def test_a_name_with_a_number_of_its_own_is_no_copy() -> None:
    entry = msgspec.structs.replace(COURSE.entry(STEP), file="lab-1.py")
    other = msgspec.structs.replace(COURSE.entry(NET), file="lab-2.py")
    assert [expected(name, entry) for name in ("lab-1.py", "lab-2.py", "lab-1-1.py", "lab.py")] == ["lab-1.py", "", "lab-1.py", ""]
    assert expected("lab-2.py", other) == "lab-2.py"


@pytest.mark.parametrize("title", [FIRST, "01 Gradient Step", "Week 2: One step of gradient descent", "CS101-01-gradient-step-4711"])
def test_a_title_names_an_assignment_by_slug_or_title(known: Assignments, title: str) -> None:
    assert known.place(found(b"h = 1\n"), "hw.py", title).slug == FIRST

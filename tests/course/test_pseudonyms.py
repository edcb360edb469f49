"""Pseudonyms: the same wherever somebody is not to be seen, of no meaning without the key, and never the same for two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.course import pseudonyms as module
from autograder.course.pseudonyms import meant, pseudonyms
from autograder.course.secret import Secret

SECRET = Secret(bytes(32))
OTHER = Secret(b"\1" * 32)
MANY = [str(number) for number in range(3000)]


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pseudonyms of one digit, where that will do."""
    monkeypatch.setattr(module, "SHORTEST", 1)


def test_they_stay_from_run_to_run_whoever_else_is_there() -> None:
    assert pseudonyms(["ada"], SECRET)["ada"] == pseudonyms(["ada", "bob", "cy"], SECRET)["ada"] == "student e7b4a9"


def test_another_course_has_others() -> None:
    assert pseudonyms(["ada"], SECRET) != pseudonyms(["ada"], OTHER)


@pytest.mark.usefixtures("short")
def test_those_that_begin_alike_get_longer_ones_and_nobody_else() -> None:
    labels = pseudonyms(MANY, SECRET)
    assert len(set(labels.values())) == len(MANY)
    few = pseudonyms(MANY[:3], SECRET)
    assert {len(label) for label in few.values()} == {len("student 0")}
    for name, label in labels.items():
        shorter = label[:-1]
        assert len(label) == len("student 0") or any(other.startswith(shorter) for one, other in labels.items() if one != name)


@given(st.sets(st.text(min_size=4), max_size=20))
def test_nothing_of_a_name_is_in_them(names: set[str]) -> None:
    for name, label in pseudonyms(names, SECRET).items():
        assert label.startswith("student ")
        assert set(label.removeprefix("student ")) <= set("0123456789abcdef")
        assert label != name


@given(st.sets(st.text(), max_size=20))
def test_each_stands_for_its_own_student_alone(names: set[str]) -> None:
    for name, label in pseudonyms(names, SECRET).items():
        assert meant(label, names, SECRET) == (name,)
        assert meant(f" {label.removeprefix('student ').upper()}\n", names, SECRET) == (name,)
        assert meant(label, names, OTHER) == ()


def test_one_that_was_made_before_another_like_it_came_stands_for_both() -> None:
    labels = pseudonyms(map(str, range(20_000)), SECRET)
    long = {name: label for name, label in labels.items() if len(label) > len("student 123456")}
    one = min(long)
    before = pseudonyms([one], SECRET)[one]
    both = meant(before, labels, SECRET)
    assert len(both) == 2
    assert one in both
    assert [meant(labels[name], labels, SECRET) for name in both] == [(name,) for name in both]
    assert len(long) < 100  # nobody else's became longer


@pytest.mark.parametrize("text", ["", "ada", "student", "student 12345", "student 12345g", "0" * 65, "student  ", "*"])
def test_what_is_no_pseudonym_stands_for_nobody(text: str) -> None:
    assert meant(text, ["ada", text], SECRET) == ()

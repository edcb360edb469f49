"""Pseudonyms: the same in each report, of no meaning without the key, and never the same for two."""

from hypothesis import given
from hypothesis import strategies as st

from autograder.feedback.classroom.work import pseudonyms

KEY = bytes(32)


def test_they_stay_whoever_else_is_there() -> None:
    assert pseudonyms(["ada"], KEY)["ada"] == pseudonyms(["ada", "bob", "cy"], KEY)["ada"]


def test_another_course_has_others() -> None:
    assert pseudonyms(["ada"], KEY) != pseudonyms(["ada"], b"\1" * 32)


def test_two_that_begin_alike_get_longer_ones() -> None:
    names = [str(number) for number in range(10_000)]
    assert len(set(pseudonyms(names, KEY).values())) == len(names)


@given(st.sets(st.text(min_size=4), max_size=20))
def test_nothing_of_a_name_is_in_them(names: set[str]) -> None:
    for name, label in pseudonyms(names, KEY).items():
        assert label.startswith("student ")
        assert set(label.removeprefix("student ")) <= set("0123456789abcdef")
        assert label != name

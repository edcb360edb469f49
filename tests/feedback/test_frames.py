"""Nothing is drawn outside of the box, what lies inside is where it belongs, and ticks stand at round numbers."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.feedback.frames import BOTTOM, HEIGHT, LEFT, WIDTH, Frame

UNIT = Frame(0.0, 1.0, 0.0, 1.0)
ANYWHERE = st.floats(-1e12, 1e12, allow_nan=False)


def places(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"[ML]([-\d.e]+),([-\d.e]+)", path)]


@given(st.lists(st.tuples(ANYWHERE, ANYWHERE), max_size=6))
def test_no_line_leaves_the_box(points: list[tuple[float, float]]) -> None:
    for x, y in places(UNIT.path(points)):
        assert LEFT <= x <= LEFT + WIDTH
        assert BOTTOM - HEIGHT <= y <= BOTTOM


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=2, max_size=6))
def test_what_lies_inside_is_one_line_through_all_of_it(points: list[tuple[float, float]]) -> None:
    path = UNIT.path(points)
    assert path.count("M") == 1
    assert places(path) == [UNIT.placed(point) for point in points]


PATHS = {
    "nothing": ([], ""),
    "a-point-alone": ([(0.5, 0.5)], ""),
    "beside-it": ([(2, 0), (2, 1)], ""),
    "past-a-corner": ([(-0.5, 0.4), (0.4, -0.8)], ""),
    "through-it": ([(-1, 0.5), (2, 0.5)], "M38,91L338,91"),
    "out-and-in-again": ([(0.5, 0.5), (0.5, 2), (0.6, 2), (0.6, 0.5)], "M188,91L188,16M218,16L218,91"),
    "along-an-edge": ([(0, 0), (1, 0)], "M38,166L338,166"),
}


@pytest.mark.parametrize(("points", "path"), PATHS.values(), ids=PATHS)
def test_a_line_is_cut_off_at_the_edges(points: list[tuple[float, float]], path: str) -> None:
    assert UNIT.path(points) == path


TICKS = {
    (0.0, 1.0): ["0", "0.2", "0.4", "0.6", "0.8", "1"],
    (-2.0, 1.2): ["−2", "−1", "0", "1"],
    (0.0, 19.0): ["0", "5", "10", "15"],
    (0.0, 0.00131): ["0", "0.0002", "0.0004", "0.0006", "0.0008", "0.001", "0.0012"],
    (0.0, 3e9): ["0", "1e+09", "2e+09", "3e+09"],
}


@pytest.mark.parametrize(("ends", "texts"), TICKS.items(), ids=map(str, TICKS))
def test_ticks_stand_at_round_numbers(ends: tuple[float, float], texts: list[str]) -> None:
    frame = Frame(*ends, *ends)
    assert [tick.text for tick in frame.across()] == [tick.text for tick in frame.up()] == texts
    assert all(LEFT <= tick.place <= LEFT + WIDTH for tick in frame.across())


@given(st.floats(-1e6, 1e6), st.floats(1e-9, 1e9))
def test_there_are_always_some_ticks_and_never_many(low: float, span: float) -> None:
    if low + span > low and span > 1e-9 * abs(low):
        assert 2 <= len(Frame(low, low + span, 0, 1).across()) <= 16

"""Lines of one height: where they run on hills that are known, and that nothing comes of hills that are none."""

import re

import pytest

from autograder.course.descent import Hills
from autograder.feedback.contours import LINES, contours, extremes
from autograder.feedback.frames import BOTTOM, HEIGHT, LEFT, WIDTH, Frame

UNIT = Frame(0.0, 1.0, 0.0, 1.0)


def hills(*rows: str) -> Hills:
    return Hills("w", "b", (0.0, 1.0, 0.0, 1.0), rows)


SLOPE = hills("0080ff", "0080ff")
BOWL = hills(*("".join(f"{round(1.99 * ((x - 8) ** 2 + (y - 8) ** 2)):02x}" for x in range(17)) for y in range(17)))
NONE = {
    "no-rows": (),
    "one-row": ("0080ff",),
    "one-column": ("00", "80"),
    "rows-of-two-lengths": ("0080ff", "0080"),
    "no-numbers": ("zzzzzz", "zzzzzz"),
    "half-a-number": ("0080f", "0080f"),
    "empty-rows": ("", ""),
}


@pytest.mark.parametrize("rows", NONE.values(), ids=NONE)
def test_nothing_comes_of_what_are_no_hills(rows: tuple[str, ...]) -> None:
    assert contours(hills(*rows), UNIT) == ()
    assert extremes(hills(*rows)) is None


def test_on_a_plain_there_are_no_lines() -> None:
    assert contours(hills("404040", "404040"), UNIT) == ()


def test_on_a_slope_the_lines_stand_side_by_side_from_low_to_high() -> None:
    drawn = contours(SLOPE, UNIT)
    assert len(drawn) == LINES
    places = [{float(x) for x, _ in re.findall(r"[ML]([\d.]+),([\d.]+)", line)} for line in drawn]
    assert all(len(one) == 1 for one in places)
    assert [min(one) for one in places] == sorted(min(one) for one in places)


def test_in_a_bowl_each_line_is_a_ring_around_the_lowest_place() -> None:
    for line, level in zip(contours(BOWL, UNIT), [255 * (number + 0.5) / LINES for number in range(LINES)], strict=True):
        for x, y in re.findall(r"[ML]([\d.]+),([\d.]+)", line):
            across, up = 16 * (float(x) - LEFT) / WIDTH - 8, 16 * (BOTTOM - float(y)) / HEIGHT - 8
            assert 1.99 * (across**2 + up**2) == pytest.approx(level, abs=2)


def test_a_saddle_is_crossed_twice_and_nothing_breaks() -> None:
    assert all(line.count("M") == 2 for line in contours(hills("00ff", "ff00"), UNIT)[1:-1])


def test_it_is_said_where_it_is_low_and_where_high() -> None:
    assert extremes(hills("8080ff", "008080")) == ((0.0, 1.0), (1.0, 0.0))

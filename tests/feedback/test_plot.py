"""The drawing shows the student's own point and slope, leaves out what cannot be drawn, and never shows the true slope."""

import math
from typing import Any
from xml.etree import ElementTree as ET

import msgspec
import pytest

from autograder.course.vocabulary import SigmoidPlot
from autograder.feedback.plot import BOTTOM, HEIGHT, LEFT, WIDTH, Drawing, drawing
from autograder.feedback.templating import template
from autograder.grading.report import Report, Verdict
from tests.feedback import samples
from tests.feedback.samples import question, report


def seen(**values: Any) -> Report:
    """A report in which these values were seen, and no others."""
    return report(*(question(name, Verdict.WRONG, seen=values.get(name)) for name in samples.TEXTS))


def drawn(**values: Any) -> Drawing:
    """The drawing of these values."""
    made = drawing(seen(**values))
    assert made is not None
    return made


def test_a_right_answer_has_its_point_on_the_curve_and_the_tangent_as_slope() -> None:
    made = drawing(samples.ALL_RIGHT)
    assert made is not None
    assert made.point == pytest.approx((208.0, 65.6), abs=0.2)
    assert "h = 0.8, nn_output = 0.68997448" in made.caption
    assert "error_term / error = 0.2139." in made.caption


def test_the_slope_is_the_students_own_quotient() -> None:
    made = drawn(h=0.0, nn_output=0.5, error=0.5, error_term=-0.25)
    assert made.slope is not None
    rise = -(made.slope.y2 - made.slope.y1) / HEIGHT * 1.12
    run = (made.slope.x2 - made.slope.x1) / WIDTH * 12
    assert rise / run == pytest.approx(-0.5, rel=0.01)
    assert "error_term / error = -0.5." in made.caption


@pytest.mark.parametrize(
    "values",
    [
        {"error": 0.5},
        {"error_term": 0.25},
        {"error": 0, "error_term": 0.1},
        {"error": [1, 2], "error_term": [1, 2]},
        {"error": 1e-300, "error_term": 1e300},
        {"error": math.nan, "error_term": 0.1},
    ],
    ids=["no-rise", "no-run", "zero-run", "lists", "overflow", "nan"],
)
def test_without_a_slope_of_the_students_none_is_drawn(values: dict[str, Any]) -> None:
    made = drawn(h=0.8, nn_output=0.7, **values)
    assert made.slope is None
    assert made.point is not None
    assert "slope" not in made.caption


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"h": [1, 2, 3]}, "Your h is not drawn: it is not one number."),
        ({"h": math.nan}, "Your h is not drawn: it is not finite."),
        ({"h": 10**400}, "Your h is not drawn: it is not finite."),
        ({"h": 350.0}, "Your h is not drawn: 350 lies outside of the drawing."),
        ({"h": -15}, "Your h is not drawn: -15 lies outside of the drawing."),
        ({"nn_output": 2.5}, "Your nn_output is not drawn: 2.5 lies outside of the drawing."),
        ({"nn_output": -0.5}, "Your nn_output is not drawn: -0.5 lies outside of the drawing."),
        ({"nn_output": "text"}, "Your nn_output is not drawn: it is not one number."),
        ({"nn_output": None}, "The sigmoid. A point on it takes both h and nn_output."),
    ],
)
def test_what_cannot_be_drawn_is_left_out_and_said(values: dict[str, Any], sentence: str) -> None:
    made = drawn(**({"h": 0.8, "nn_output": 0.7, "error": 1.0, "error_term": 0.2} | values))
    assert made.point is None
    assert made.slope is None
    assert sentence in made.caption


@pytest.mark.parametrize("at", [-14, -6, -5.5, 0, 0.8, 6, 13.9])
@pytest.mark.parametrize("height", [-0.25, 0, 0.5, 1.0, 1.25])
@pytest.mark.parametrize("slope", [0.0, 0.25, -3.0, 1e9])
def test_everything_that_is_drawn_lies_in_the_box(at: float, height: float, slope: float) -> None:
    made = drawn(h=at, nn_output=height, error=1.0, error_term=slope)
    assert made.point is not None
    assert made.slope is not None
    corners = [made.point, (made.slope.x1, made.slope.y1), (made.slope.x2, made.slope.y2)]
    corners += [tuple(map(float, pair.split(","))) for pair in made.curve.split()]  # type: ignore[misc]
    for x, y in corners:
        assert LEFT - 0.1 <= x <= LEFT + WIDTH + 0.1
        assert BOTTOM - HEIGHT - 0.1 <= y <= BOTTOM + 0.1


def test_a_number_in_brackets_is_drawn_all_the_same() -> None:
    assert drawn(h=[[0.8]], nn_output=[0.7]) == drawn(h=0.8, nn_output=0.7)


@pytest.mark.parametrize("one", [samples.STUB, samples.FAULT, msgspec.structs.replace(samples.SLIP, plot=None)])
def test_where_there_is_nothing_of_the_students_to_draw_there_is_no_drawing(one: Report) -> None:
    assert drawing(one) is None


def test_a_plot_of_questions_that_are_not_there_is_no_drawing() -> None:
    strange = SigmoidPlot(at="a", height="b", slope=("c", "d"))
    assert drawing(msgspec.structs.replace(samples.SLIP, plot=strange)) is None


def test_it_is_an_svg_with_a_title_and_a_description_in_words() -> None:
    figure = ET.fromstring(template("plot.svg.html").render(plot=drawing(samples.SLIP)))
    svg = figure.find("{http://www.w3.org/2000/svg}svg")
    assert svg is not None
    found = {element.tag.split("}")[1]: element.text for element in svg}
    assert found["title"] == "The sigmoid, and where you are on it"
    assert found["desc"] == figure.findtext("figcaption")
    assert {"polyline", "circle", "line"} <= found.keys()

"""Where on the sigmoid does the student stand, and how steep did they take it to be there?

A drawing of the curve with the student's own point on it and, through the point, the slope that they used. Only what the report
holds is drawn: a value that is missing, not finite or far away is left out, and the caption says so. The curve's own slope is
never drawn, for that would be the answer.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from autograder.feedback import plain
from autograder.feedback.frames import BOTTOM, HEIGHT, LEFT, WIDTH, Tick
from autograder.grading.report import Report

TITLE = "The sigmoid, and where you are on it"

NEAR, FAR = 6.0, 14.0  # the axis reaches from -6 to 6, and further for an h up to 14
LOW, HIGH = -0.25, 1.25  # heights that can be drawn
ARM = 62.0  # half of the tangent's length
STEPS = 60


@dataclass(frozen=True, slots=True)
class Segment:
    """A straight line in the drawing's units."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the template draws, in its own units.

    Attributes:
        caption: what is seen, in sentences; also what a screen reader says.
    """

    title: str
    caption: str
    curve: str
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    at: str
    height: str
    point: tuple[float, float] | None
    slope: Segment | None


@dataclass(frozen=True, slots=True)
class _Scale:
    """From values to the drawing's units: x from -reach to reach, heights from `low` to `high`."""

    reach: float
    low: float
    high: float

    def x(self, value: float) -> float:
        return round(LEFT + WIDTH * (value + self.reach) / (2 * self.reach), 1)

    def y(self, value: float) -> float:
        return round(BOTTOM - HEIGHT * (value - self.low) / (self.high - self.low), 1)


def drawing(report: Report) -> Drawing | None:
    """The drawing of a report's values on the first example; None where there is nothing of theirs to draw."""
    if report.plot is None or report.faulty:
        return None
    names = (report.plot.at, report.plot.height, *report.plot.slope)
    seen = {question.id: question.seen for question in report.questions}
    at, height, rise, run = (plain.single(seen.get(name)) for name in names)
    if seen.get(names[0]) is None and seen.get(names[1]) is None:
        return None
    said = [*_odd(names[0], seen.get(names[0]), at, FAR), *_odd(names[1], seen.get(names[1]), height, HIGH)]
    point = None if at is None or height is None or said else (at, height)
    slope = _quotient(rise, run) if point else None
    scale = _scale(point)
    return Drawing(
        title=TITLE,
        caption=" ".join([*_caption(names, point, slope), *said]),
        curve=_curve(scale),
        across=tuple(Tick(scale.x(value), f"{value:g}".replace("-", "−")) for value in (-scale.reach, 0.0, scale.reach)),
        up=tuple(Tick(scale.y(value), f"{value:g}") for value in (0.0, 0.5, 1.0)),
        at=plain.name(names[0]),
        height=plain.name(names[1]),
        point=(scale.x(point[0]), scale.y(point[1])) if point else None,
        slope=_tangent(scale, point, slope) if point and slope is not None else None,
    )


def _odd(name: str, seen: object, value: float | None, furthest: float) -> Iterator[str]:
    """Why a value cannot be drawn; nothing where it can, or is not there at all."""
    if seen is None:
        return
    if value is None:
        yield f"Your {name} is not drawn: it is not one number."
    elif not math.isfinite(value):
        yield f"Your {name} is not drawn: it is not finite."
    elif value > furthest or value < (LOW if furthest == HIGH else -furthest):
        yield f"Your {name} is not drawn: {plain.number(value)} lies outside of the drawing."


def _quotient(rise: float | None, run: float | None) -> float | None:
    if rise is None or run is None or run == 0:
        return None
    slope = rise / run
    return slope if math.isfinite(slope) else None


def _caption(names: tuple[str, ...], point: tuple[float, float] | None, slope: float | None) -> Iterator[str]:
    at, height, rise, run = names
    if point is None:
        yield f"The sigmoid. A point on it takes both {at} and {height}."
        return
    yield f"On the first example: {at} = {plain.number(point[0])}, {height} = {plain.number(point[1])}."
    if slope is not None:
        yield f"The line through the point has the slope that you used there: {rise} / {run} = {slope:.4g}."


def _scale(point: tuple[float, float] | None) -> _Scale:
    at, height = point or (0.0, 0.5)
    reach = NEAR if abs(at) <= NEAR - 0.5 else float(math.ceil(abs(at)) + 1)
    return _Scale(reach, min(-0.06, height - 0.06), max(1.06, height + 0.06))


def _curve(scale: _Scale) -> str:
    values = [scale.reach * (2 * step / STEPS - 1) for step in range(STEPS + 1)]
    return " ".join(f"{scale.x(value)},{scale.y(1 / (1 + math.exp(-value)))}" for value in values)


def _tangent(scale: _Scale, point: tuple[float, float], slope: float) -> Segment:
    """A line of this slope through the point, as long both ways as the box allows, at most `ARM`."""
    x, y = scale.x(point[0]), scale.y(point[1])
    dx, dy = WIDTH / (2 * scale.reach), -slope * HEIGHT / (scale.high - scale.low)
    length = math.hypot(dx, dy)
    dx, dy = dx / length, dy / length
    ends = [_end(x, y, sign * dx, sign * dy) for sign in (-1, 1)]
    return Segment(*ends[0], *ends[1])


def _end(x: float, y: float, dx: float, dy: float) -> tuple[float, float]:
    """Where a way from (x, y) in this direction ends: after `ARM`, or at the edge of the box."""
    limits = [ARM]
    if dx:
        limits.append(((LEFT + WIDTH if dx > 0 else LEFT) - x) / dx)
    if dy:
        limits.append(((BOTTOM if dy > 0 else BOTTOM - HEIGHT) - y) / dy)
    way = max(min(limits), 0.0)
    return round(x + way * dx, 1), round(y + way * dy, 1)

"""How do places in a plane become places in a drawing? A box with ticks, and lines that are cut off at its edges."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

# The drawing's own units: a box of 300 by 150 with its lower left corner at (38, 166).
LEFT, BOTTOM, WIDTH, HEIGHT = 38.0, 166.0, 300.0, 150.0
FEWEST_TICKS = 3
NICE = (5, 2, 1)

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis, and what is written there."""

    place: float
    text: str


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of a plane that the box shows."""

    left: float
    right: float
    low: float
    high: float

    def x(self, value: float) -> float:
        """Where a value lies across."""
        return round(LEFT + WIDTH * (value - self.left) / (self.right - self.left), 1)

    def y(self, value: float) -> float:
        """Where a value lies from above."""
        return round(BOTTOM - HEIGHT * (value - self.low) / (self.high - self.low), 1)

    def holds(self, point: Point) -> bool:
        """Whether a point lies in the box."""
        return self.left <= point[0] <= self.right and self.low <= point[1] <= self.high

    def placed(self, point: Point) -> Point:
        """A point in the drawing's units."""
        return self.x(point[0]), self.y(point[1])

    def path(self, points: Sequence[Point]) -> str:
        """A line through points, as SVG writes it: without what lies outside of the box."""
        made: list[str] = []
        end: Point | None = None
        for one, other in pairwise(points):
            if (cut := self._cut(one, other)) is None:
                continue
            start, stop = (self.placed(point) for point in cut)
            if start != end:
                made.append(f"M{start[0]:g},{start[1]:g}")
            made.append(f"L{stop[0]:g},{stop[1]:g}")
            end = stop
        return "".join(made)

    def across(self) -> tuple[Tick, ...]:
        """Ticks at round numbers below the box."""
        return tuple(Tick(self.x(value), text) for value, text in _ticks(self.left, self.right))

    def up(self) -> tuple[Tick, ...]:
        """Ticks at round numbers beside the box."""
        return tuple(Tick(self.y(value), text) for value, text in _ticks(self.low, self.high))

    def _cut(self, one: Point, other: Point) -> tuple[Point, Point] | None:
        """The part of a straight line that lies in the box (Liang and Barsky, 1984), if any does."""
        first, last = 0.0, 1.0
        ways = other[0] - one[0], other[1] - one[1]
        edges = ((self.left, self.right), (self.low, self.high))
        for start, way, (least, most) in zip(one, ways, edges, strict=True):
            if way == 0:
                if not least <= start <= most:
                    return None
                continue
            near, far = sorted(((least - start) / way, (most - start) / way))
            first, last = max(first, near), min(last, far)
        if first > last:
            return None
        return self._at(one, ways, first), self._at(one, ways, last)

    def _at(self, start: Point, ways: Point, part: float) -> Point:
        """A place on a line, held to the box against rounding."""
        x, y = start[0] + part * ways[0], start[1] + part * ways[1]
        return min(max(x, self.left), self.right), min(max(y, self.low), self.high)


def _ticks(low: float, high: float) -> Iterator[tuple[float, str]]:
    step = _step(high - low)
    for number in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1):
        yield number * step, f"{round(number * step, 12) + 0.0:g}".replace("-", "−")


def _step(span: float) -> float:
    """The largest of 1, 2, 5, 10, 20 ... (or their parts) that gives ticks enough."""
    power = 10.0 ** math.ceil(math.log10(span))
    while True:
        for nice in NICE:
            if span / (nice * power) >= FEWEST_TICKS - 1e-9:
                return nice * power
        power /= 10

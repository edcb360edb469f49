"""What is a picture made of? Lines, dots and labels in a frame, with the words that go with them.

The template draws it as it is: everything here lies in the box already.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from autograder.course.descent import Window
from autograder.feedback.frames import Frame, Point, Tick

MOST_DOTS = 24


@dataclass(frozen=True, slots=True)
class Line:
    """A line as SVG writes it, and which kind of line: yours, reference, early, level."""

    path: str
    kind: str


@dataclass(frozen=True, slots=True)
class Label:
    """A word or a sign in a drawing; `ring`: with a circle around it."""

    x: float
    y: float
    text: str
    ring: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """What the template draws.

    Attributes:
        name: unlike that of any other picture of the page.
        said: what is heard where nothing is seen: the numbers.
        caption: what is to be seen, in sentences.
        across_name, up_name: the names of the axes.
    """

    name: str
    title: str
    said: str
    caption: str
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    across_name: str
    up_name: str
    lines: tuple[Line, ...]
    dots: tuple[Point, ...] = ()
    labels: tuple[Label, ...] = ()

    @property
    def both(self) -> bool:
        """Whether there is a line of the reference's to be told from the student's."""
        return any(line.kind == "reference" for line in self.lines)


def drawn(*lines: Line) -> tuple[Line, ...]:
    """Those of the lines that lie in the box at all."""
    return tuple(line for line in lines if line.path)


def dots(frame: Frame, points: Sequence[Point]) -> tuple[Point, ...]:
    """A dot for each step, or for every so many where they would run into each other."""
    every = -(-len(points) // MOST_DOTS)
    return tuple(frame.placed(point) for point in points[:: max(every, 1)] if frame.holds(point))


def straight(frame: Frame, line: Sequence[float]) -> str:
    """The line where `a x + b y + c` is 0, as far as it lies in the box."""
    a, b, c = line
    if abs(b) >= abs(a):
        ends = [(x, -(a * x + c) / b) for x in (frame.left, frame.right)] if b else []
    else:
        ends = [(-(b * y + c) / a, y) for y in (frame.low, frame.high)]
    return frame.path(ends) if all(isfinite(value) for end in ends for value in end) else ""


def frame_of(window: Window) -> Frame | None:
    """The frame of a window, if that is one."""
    left, right, low, high = window
    return Frame(left, right, low, high) if all(map(isfinite, window)) and left < right and low < high else None

"""What may an author have drawn on the feedback page? Named in `questions.py`, and carried by the report."""

import msgspec


class SigmoidPlot(msgspec.Struct, frozen=True):
    """A drawing of the sigmoid for feedback: the student's point on it, and the slope that the student used there.

    Attributes:
        at, height: the questions whose values are the point.
        slope: the questions (rise, run) whose quotient is the slope.
    """

    at: str
    height: str
    slope: tuple[str, str]

"""What is drawn of a descent: what does an author declare, and what do reports and examples.json hold of it?

A question whose function trains is asked once more, from the first public example on and for more steps than there: of the student's
code, and of the right formulas. The reference's walk is handed out in examples.json, so a page that draws it beside the student's own
gives nothing away. Needs no NumPy: reports are read without it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

Window = tuple[float, float, float, float]
"""The part of a plane that is drawn: left, right, low, high."""


@dataclass(frozen=True, slots=True)
class Curve:
    """The cost over one of the givens, as a valley.

    Attributes:
        of: the cost; its parameters are the one, and other givens.
        over: the given's name.
        part: the part of the answer (from 0) in which it comes back.
        ends: from where to where it is drawn.
    """

    of: Callable[..., Any]
    over: str
    part: int
    ends: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Surface:
    """The cost over two of the givens, as hills.

    Attributes:
        of: the cost; its parameters are the two, and other givens.
        over: by the given's name, across first, the part of the answer (from 0) in which it comes back.
    """

    of: Callable[..., Any]
    over: Mapping[str, int]
    window: Window


@dataclass(frozen=True, slots=True)
class Border:
    """Where a neuron of two inputs says neither yes nor no: the line in the plane of its inputs where its sum is 0.

    Attributes:
        weights, bias: the parts of the answer (from 0) that hold them.
        inputs, targets: the givens that hold the records: rows of two inputs each, and for each a number.
    """

    weights: int
    bias: int
    inputs: str
    targets: str
    window: Window


@dataclass(frozen=True, slots=True)
class Descent:
    """An author's declaration of what a feedback page draws.

    Attributes:
        question: the question whose function trains, answered with several things.
        steps: how many steps it takes.
        costs: the part of the answer (from 0) that lists the cost before each step, if one does.
        kept: the part that lists what it would have been on records that were kept back, if one does.
        givens: what is other than in the first example.
        epochs: the name of the given that says how many steps to take.
        by: where the question's own formula takes no number of steps: another one that does, under the name of a function in
            driver.py that asks the student's code for the same.
    """

    question: str
    steps: int
    costs: int | None = None
    givens: Mapping[str, float] = field(default_factory=dict)
    curve: Curve | None = None
    surface: Surface | None = None
    border: Border | None = None
    epochs: str = "epochs"
    by: Callable[..., Any] | None = None
    kept: int | None = None

    @property
    def after(self) -> tuple[int, ...]:
        """After how many steps it is looked at where the walk has come: after each for a way, more and more seldom for a border."""
        if self.surface is not None or self.curve is not None:
            return tuple(range(1, self.steps + 1))
        if self.border is not None:
            return (*(2**power for power in range(self.steps.bit_length()) if 2**power < self.steps), self.steps)
        return (self.steps,)


class Walk(msgspec.Struct, frozen=True, omit_defaults=True):
    """One descent. What was not a finite number, and what comes after it, is left out.

    Attributes:
        costs, kept: before each step; on the records kept back.
        places: the two givens of the surface, or the one of the curve with its cost; at the start and after each step.
        borders: after so many steps, the first weight, the second and the bias.
    """

    costs: tuple[float, ...] = ()
    places: tuple[tuple[float, float], ...] = ()
    borders: tuple[tuple[int, float, float, float], ...] = ()
    kept: tuple[float, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing of it to draw."""
        return not (self.costs or len(self.places) > 1 or self.borders)


class Valley(msgspec.Struct, frozen=True):
    """The cost over one given.

    Attributes:
        across: the given's name.
        heights: the cost at places that stand equally far from each other, from the left end to the right one.
    """

    across: str
    window: Window
    heights: tuple[float, ...]


class Hills(msgspec.Struct, frozen=True):
    """The cost over a window, coarsely.

    Attributes:
        across, up: the names of the two givens.
        rows: from low to high; of each place, from left to right, the cost in two hexadecimal digits between the least (00) and the
            largest (ff) that there are.
    """

    across: str
    up: str
    window: Window
    rows: tuple[str, ...]


class Records(msgspec.Struct, frozen=True):
    """What a neuron of two inputs was trained on: of each record both inputs and the target."""

    window: Window
    points: tuple[tuple[float, float, float], ...]


class Descended(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a feedback page draws of a student's descent.

    Attributes:
        settings: the givens that are other than in the first example.
    """

    question: str
    steps: int
    yours: Walk
    reference: Walk
    settings: dict[str, float] = {}
    valley: Valley | None = None
    hills: Hills | None = None
    records: Records | None = None


class PublishedDescent(msgspec.Struct, frozen=True, omit_defaults=True):
    """The same as examples.json hands it out: what training is asked for, and what comes of it."""

    question: str
    steps: int
    walk: Walk
    settings: dict[str, float] = {}

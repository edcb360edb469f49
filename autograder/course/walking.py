"""Where does a descent lead that is to be drawn? From an author's declaration to what is asked, and from answers to a walk.

The same for the student's answers and for the formulas' own. All numbers are rounded to what a drawing can show, so that they are
the same on every machine, and no walk is longer than it was declared to be.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from math import isfinite
from typing import Any

import numpy as np

from autograder.course import graph
from autograder.course.closeness import Answer, as_answer, parts
from autograder.course.descent import Curve, Descent, Hills, PublishedDescent, Records, Valley, Walk, Window
from autograder.course.givens import Value, as_given
from autograder.course.vocabulary import Assignment, positional

DIGITS = 5
MOST_STEPS = 100
PLACES = 41  # of a valley
COLUMNS, ROWS = 21, 16  # of the hills
HIGHEST = 255
FURTHEST = 1e12  # what is further away is lost, and not drawn
TWO = 2  # inputs of a neuron whose border is drawn

Givens = Mapping[str, Value]


def arguments(assignment: Assignment, declared: Descent) -> tuple[str, ...]:
    """What training is called with, in this order."""
    return positional(declared.by) if declared.by is not None else assignment.questions[declared.question].needs


def asked(assignment: Assignment, declared: Descent) -> tuple[dict[str, Value], ...]:
    """The givens of each training that is asked for: the same, but for the number of steps."""
    first = {**assignment.written[0], **{name: as_given(value) for name, value in declared.givens.items()}}
    return tuple(assignment.completed({**first, declared.epochs: steps}) for steps in declared.after)


def reference(assignment: Assignment, declared: Descent) -> Walk:
    """The walk of the right formulas."""
    train, names = _training(assignment, declared), arguments(assignment, declared)
    trainings = asked(assignment, declared)
    return walk(declared, trainings[0], [as_answer(train(*(given[name] for name in names))) for given in trainings])


def walk(declared: Descent, start: Givens, answers: Sequence[Answer | None]) -> Walk:
    """The walk that these answers show, each after as many steps as `declared.after` says.

    Args:
        start: the givens that training began with.
    """
    return Walk(
        costs=tuple(_costs(declared, declared.costs, answers[-1])),
        kept=tuple(_costs(declared, declared.kept, answers[-1])),
        places=tuple(_places(declared, start, answers)),
        borders=tuple(_borders(declared, answers)),
    )


def published(assignment: Assignment) -> PublishedDescent | None:
    """What examples.json hands out, if a descent is declared."""
    if (declared := assignment.descent) is None:
        return None
    return PublishedDescent(declared.question, declared.steps, reference(assignment, declared), settings(declared))


def settings(declared: Descent) -> dict[str, float]:
    """The givens that are other than in the first example, for people."""
    return {name: _rounded(value) for name, value in declared.givens.items()}


def valley(assignment: Assignment, declared: Descent) -> Valley | None:
    """The cost over the declared given, if one is."""
    if (curve := declared.curve) is None:
        return None
    start = asked(assignment, declared)[0]
    left, right = curve.ends
    heights = [_rounded(_height(curve, start, x)) for x in np.linspace(left, right, PLACES).tolist()]
    return Valley(curve.over, _decimals((left, right, min(0.0, *heights), max(heights))), tuple(heights))


def hills(assignment: Assignment, declared: Descent) -> Hills | None:
    """The cost over the declared window, if one is."""
    if (surface := declared.surface) is None:
        return None
    across, up = surface.over
    given: dict[str, Any] = {**asked(assignment, declared)[0]}
    needs = positional(surface.of)

    def cost(x: float, y: float) -> float:
        given.update({across: x, up: y})
        return float(surface.of(*(given[name] for name in needs)))

    left, right, low, high = surface.window
    heights = [[cost(x, y) for x in np.linspace(left, right, COLUMNS).tolist()] for y in np.linspace(low, high, ROWS).tolist()]
    least, most = min(map(min, heights)), max(map(max, heights))
    span = most - least or 1.0
    return Hills(
        across, up, _decimals(surface.window), tuple("".join(f"{_level(one, least, span):02x}" for one in row) for row in heights)
    )


def records(assignment: Assignment, declared: Descent) -> Records | None:
    """The records that a border lies between, if one is declared."""
    if (border := declared.border) is None:
        return None
    given = asked(assignment, declared)[0]
    inputs, targets = np.asarray(given[border.inputs], dtype=np.float64), np.asarray(given[border.targets], dtype=np.float64)
    return Records(_decimals(border.window), tuple((float(x), float(y), float(to)) for (x, y), to in zip(inputs, targets, strict=True)))


def problems(assignment: Assignment) -> Iterator[str]:
    """What is wrong with a declaration in a graph that is sound."""
    if (declared := assignment.descent) is None:
        return
    question = assignment.questions.get(declared.question)
    if question is None or not question.kind.called:
        yield f"descent names '{declared.question}', which is not a question that is called."
        return
    if assignment.bound:
        yield "descent is declared where givens stand at the top level of the student's file. Only functions can be asked again."
        return
    if not TWO <= declared.steps <= MOST_STEPS:
        yield f"descent has steps={declared.steps}; expected from {TWO} to {MOST_STEPS}."
        return
    try:
        found = reference(assignment, declared)
        drawn = valley(assignment, declared)
        hills(assignment, declared)
        records(assignment, declared)
    except Exception as error:  # an author's formula, and an author's names, may raise anything
        yield f"descent: the first example cannot be trained on: {type(error).__name__}: {error}"
        return
    if declared.costs is None and found.empty:
        yield "descent draws nothing. Say which part of the answer are the costs, or give it a curve, a surface or a border."
    for part, costs in ((declared.costs, found.costs), (declared.kept, found.kept)):
        if part is not None and len(costs) != declared.steps:
            yield f"descent: part {part} of the answer lists {len(costs)} costs for {declared.steps} steps."
    if drawn is not None and not _within(found.places, drawn.window):
        yield "descent: the reference's way leaves the ends of the curve. Set them further apart."
    if declared.surface is not None and not _within(found.places, declared.surface.window):
        yield "descent: the reference's way leaves the window of the surface. Make the window larger."
    if declared.border is not None and not found.borders:
        yield f"descent: part {declared.border.weights} of the answer is not two weights, or part {declared.border.bias} no bias."


def _training(assignment: Assignment, declared: Descent) -> Callable[..., Any]:
    """The right formula, the functions that it is built on in their places."""
    functions = graph.bound(assignment)
    if (by := declared.by) is None:
        return functions[declared.question]
    built_on = by.__code__.co_varnames[by.__code__.co_argcount :][: by.__code__.co_kwonlyargcount]
    return partial(by, **{name: functions[name] for name in built_on})


def _costs(declared: Descent, number: int | None, answer: Answer | None) -> Iterator[float]:
    listed = _part(answer, number) if number is not None else None
    if listed is None or listed.ndim != 1:
        return
    for cost in listed[: 2 * declared.steps].tolist():
        if not _drawable(cost):
            return
        yield _rounded(cost)


def _places(declared: Descent, start: Givens, answers: Sequence[Answer | None]) -> Iterator[tuple[float, float]]:
    if declared.curve is not None:
        yield from _descending(declared.curve, start, answers)
    if declared.surface is None:
        return
    (across, first), (up, second) = declared.surface.over.items()
    yield _rounded(float(start[across])), _rounded(float(start[up]))
    for answer in answers:
        x, y = _single(_part(answer, first)), _single(_part(answer, second))
        if x is None or y is None:
            return
        yield x, y


def _descending(curve: Curve, start: Givens, answers: Sequence[Answer | None]) -> Iterator[tuple[float, float]]:
    places = (float(start[curve.over]), *(_single(_part(answer, curve.part)) for answer in answers))
    for place in places:
        height = _height(curve, start, place) if place is not None else None
        if place is None or height is None or not _drawable(height):
            return
        yield _rounded(place), _rounded(height)


def _height(curve: Curve, start: Givens, place: float) -> float:
    known = {**start, curve.over: place}
    return float(curve.of(*(known[name] for name in positional(curve.of))))


def _borders(declared: Descent, answers: Sequence[Answer | None]) -> Iterator[tuple[int, float, float, float]]:
    if (border := declared.border) is None:
        return
    for steps, answer in zip(declared.after, answers, strict=True):
        weights, bias = _part(answer, border.weights), _single(_part(answer, border.bias))
        if weights is None or weights.size != TWO or bias is None:
            return
        one, other = (_single(weight) for weight in weights.ravel())
        if one is None or other is None:
            return
        yield steps, one, other, bias


def _part(answer: Answer | None, number: int) -> np.ndarray[Any, Any] | None:
    """One of several things, as numbers."""
    held = parts(answer) if answer is not None else ()
    if number >= len(held) or isinstance(found := held[number], str):
        return None
    return np.asarray(found, dtype=np.float64)


def _single(value: Any) -> float | None:
    if value is None or np.size(value) != 1:
        return None
    number = float(np.ravel(value)[0])
    return _rounded(number) if _drawable(number) else None


def _drawable(value: float) -> bool:
    return isfinite(value) and abs(value) <= FURTHEST


def _rounded(value: float) -> float:
    return float(f"{value:.{DIGITS}g}") + 0.0


def _decimals(window: Window) -> Window:
    """An author's 2 is written as 2.0, as it is read back."""
    left, right, low, high = window
    return float(left), float(right), float(low), float(high)


def _level(cost: float, least: float, span: float) -> int:
    return round(HIGHEST * (cost - least) / span)


def _within(places: Sequence[tuple[float, float]], window: Window) -> bool:
    left, right, low, high = window
    return all(left <= x <= right and low <= y <= high for x, y in places)

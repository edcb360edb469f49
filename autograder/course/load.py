"""What does one assignment's `questions.py` say, and is it sound?

`load_assignment` runs the author's file (trusted: it is the judge's own side) and reports every problem of its graph at once.
"""

import importlib.util
import sys
import traceback
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np

from autograder.course import graph, walking
from autograder.course.manifest import DRIVER, MASTER_FOLDER, QUESTIONS, Course, Entry
from autograder.course.standins import can_stand_in, stand_ins
from autograder.course.vocabulary import Assignment, Kind, Mistake, Question, positional
from autograder.errors import CourseError, lacking


@dataclass(frozen=True, slots=True)
class Loaded:
    """An assignment with its manifest entry: all that grading needs to know of it."""

    entry: Entry
    assignment: Assignment
    master: Path

    @property
    def slug(self) -> str:
        """The name of the assignment's folders."""
        return self.entry.slug

    @property
    def driver(self) -> str:
        """The text of the assignment's `driver.py`, or nothing."""
        path = self.master.with_name(DRIVER)
        return path.read_text(encoding="utf-8") if path.is_file() else ""

    def stand_ins(self, names: Sequence[str]) -> str:
        """The part of the master that can stand in for a student's functions of these names."""
        return stand_ins(self.master.read_text(encoding="utf-8"), self.standing(names))

    def standing(self, names: Sequence[str]) -> tuple[str, ...]:
        """Where the work of these questions stands in a student's file: `predict` in `Perceptron.predict`."""
        return tuple(self.assignment.questions[name].at for name in names)

    def can_stand_in(self, names: Sequence[str], asked: str) -> bool:
        """Whether it can where `asked` is the only question: nothing of what is asked then, or after it, comes along."""
        questions = self.assignment.questions
        still = [question.at for question in list(questions.values())[list(questions).index(asked) :]]
        return can_stand_in(self.master.read_text(encoding="utf-8"), self.standing(names), still)

    def points(self, question: str) -> float:
        """What a question is worth: nothing in an ungraded assignment."""
        return float(self.assignment.questions[question].points) if self.entry.points else 0.0


def load_assignment(course: Course, slug: str) -> Loaded:
    """Run `solutions/<slug>/questions.py` and check its graph.

    Raises:
        CourseError: with every problem found.
    """
    entry = course.entry(slug)
    folder = course.root / MASTER_FOLDER / slug
    path = folder / QUESTIONS
    assignment = _run(path)
    if problems := [f"{path}: {problem}" for problem in _problems(assignment, entry, folder / DRIVER)]:
        raise CourseError(problems)
    return Loaded(entry, assignment, folder / entry.file)


def _run(path: Path) -> Assignment:
    spec = importlib.util.spec_from_file_location(f"descent_questions_{path.parent.name.replace('-', '_')}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    keep, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:
        if lacking(error):
            raise
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(path)]
        where = f" (line {lines[-1]})" if lines else ""
        raise CourseError([f"{path}: cannot be run: {type(error).__name__}: {error}{where}"]) from error
    finally:
        sys.dont_write_bytecode = keep
    found = [value for value in vars(module).values() if isinstance(value, Assignment)]
    if len(found) != 1:
        raise CourseError([f"{path}: expected exactly one Assignment(...) at the top level, found {len(found)}."])
    return found[0]


def _problems(assignment: Assignment, entry: Entry, driver: Path) -> Iterator[str]:
    if not assignment.questions:
        yield "no question. Add a function under @<assignment>.question(points=...)."
    for question in assignment.questions.values():
        if question.points < 0:
            yield f"question '{question.id}' is worth {question.points:g} points; expected 0 or more."
    points = sum(question.points for question in assignment.questions.values())
    if entry.points and abs(points - entry.points) > 1e-9:
        yield f"the questions are worth {points:g} points, course.toml says {entry.points:g}{_apart(entry)}. Make them agree."
    found = [*_sizes(assignment), *_deriveds(assignment), *_graph(assignment), *_calls(assignment, driver)]
    yield from found
    yield from _strangers(assignment)
    taken = {*assignment.inputs, *(question.at.partition(".")[0] for question in assignment.questions.values()), *assignment.questions}
    for name in [question.id for question in entry.questions if question.id in taken]:
        yield f"course.toml has a question '{name}' that is marked by hand, and the name is taken here. Give it another id."
    sound = not found
    if len(assignment.written) != 2:
        yield f"{len(assignment.written)} public examples, expected 2: the second without the first one's coincidences."
    for number, example in enumerate(assignment.written, 1):
        if example.keys() != assignment.givens.keys():
            sound = False
            yield f"example {number} gives {', '.join(example)}; expected {', '.join(assignment.givens)}."
    if sound:
        unevaluable = list(_unevaluable(assignment))
        yield from unevaluable or walking.problems(assignment)


def _apart(entry: Entry) -> str:
    return " without those that are marked by hand" if entry.questions else ""


def _sizes(assignment: Assignment) -> Iterator[str]:
    for name, given in assignment.givens.items():
        for size in given.names:
            if size not in assignment.sizes:
                yield f"the given '{name}' has a side of size '{size}', which is not among sizes=."
    if assignment.sizes and not any(len({*drawn}) == len(drawn) for drawn in product(*assignment.sizes.values())):
        yield f"the sizes {', '.join(assignment.sizes)} cannot all be different. Give them more to be drawn from."


def _deriveds(assignment: Assignment) -> Iterator[str]:
    known = set(assignment.givens)
    for name, formula in assignment.deriveds.items():
        for need in positional(formula):
            if need not in known:
                yield f"the derived given '{name}' asks for '{need}', which is neither a given nor derived before it."
        known.add(name)


def _graph(assignment: Assignment) -> Iterator[str]:
    """What is wrong with the names that formulas ask for."""
    values, functions = set(assignment.inputs), set[str]()
    for question in assignment.questions.values():
        things: list[Question | Mistake] = [question, *question.mistakes.values()]
        for thing in things:
            yield from _thing(thing, question, values, functions, assignment)
        if question.kind is Kind.VALUE:
            values.add(question.id)
        elif question.kind is not Kind.MEASURED:
            functions.add(question.id)


def _thing(
    thing: Question | Mistake, question: Question, values: Set[str], functions: Set[str], assignment: Assignment
) -> Iterator[str]:
    kind = "question" if thing is question else f"question '{question.id}', mistake"
    if not (thing.text if isinstance(thing, Question) else thing.hint):
        yield f"{kind} '{thing.id}' has no docstring. Write what the student should read."
    allowed, what = values, "neither a given nor an earlier question"
    if question.kind.called:
        allowed, what = set(assignment.inputs), "not a given"
        if isinstance(thing, Mistake):
            allowed, what = set(question.needs), f"not one of the arguments of '{question.id}' ({', '.join(question.needs)})"
    for name in thing.needs[1:] if question.kind is Kind.MEASURED else thing.needs:
        if name not in allowed:
            yield f"{kind} '{thing.id}' asks for '{name}', which is {what}."
    for name in thing.uses:
        if name not in functions or question.kind is Kind.VALUE:
            yield f"{kind} '{thing.id}' is built on '{name}'{_said(question)}, which is not an earlier function."
    if isinstance(thing, Mistake):
        yield from _mistake(thing, question, f"{kind} '{thing.id}'", assignment)


def _said(question: Question) -> str:
    return "" if question.kind is Kind.MEASURED else " (after the *)"


def _mistake(mistake: Mistake, question: Question, what: str, assignment: Assignment) -> Iterator[str]:
    if question.kind is Kind.MEASURED:
        yield f"{what}: a measured question has no mistakes, since nothing is right or wrong in it to the digit."
    if not 0 <= mistake.worth < 1:
        yield f"{what} has worth={mistake.worth:g}; expected a part from 0 to less than 1."
    later = mistake.redeemed_by
    if later is not None and (later not in assignment.questions or mistake.question not in graph.ancestors(assignment, later)):
        yield f"{what} is redeemed by '{later}', which does not hang on '{mistake.question}'."


def _calls(assignment: Assignment, driver: Path) -> Iterator[str]:
    """What is wrong with what a driver is to do, and with measures."""
    for question in assignment.questions.values():
        if question.kind in (Kind.OUTCOME, Kind.MEASURED) and not driver.is_file():
            yield f"question '{question.id}' is the outcome of a driver, and there is no {driver.name}. Write it beside {QUESTIONS}."
        for name in (*question.sends, *question.later) if question.kind is Kind.MEASURED else ():
            if name not in assignment.inputs:
                yield f"question '{question.id}' sends '{name}', which is not a given."
        if question.kind is Kind.MEASURED:
            if not 0 < question.enough <= 1:
                yield f"question '{question.id}' has enough={question.enough:g}; expected a share above 0, at most 1."
            for name in sorted({*question.formula.__code__.co_names} & {*question.formula.__globals__} - {"np"}):
                text = "Its text is given to students: use its parameters and np only."
                yield f"question '{question.id}' is measured with '{name}'. {text}"


def _strangers(assignment: Assignment) -> Iterator[str]:
    """Names in `accept` and `plot` that stand for nothing."""
    for name in positional(assignment.accept) if assignment.accept is not None else ():
        if name not in assignment.inputs and name not in assignment.questions:
            yield f"accept asks for '{name}', which is neither a given nor a question."
    plot = assignment.plot
    for name in (plot.at, plot.height, *plot.slope) if plot is not None else ():
        if name not in assignment.questions:
            yield f"plot names '{name}', which is not a question."


def _unevaluable(assignment: Assignment) -> Iterator[str]:
    for number, written in enumerate(assignment.written, 1):
        try:
            example = assignment.completed(written)
            truth = graph.answers(assignment, example)
        except Exception as error:  # an author's formula may raise anything
            yield f"example {number}: a formula raised {type(error).__name__}: {error}"
            return
        known, functions = {**example, **truth}, graph.bound(assignment)
        for mistake in graph.mistakes(assignment):
            try:
                with np.errstate(all="ignore"):
                    mistake.formula(*(known[name] for name in mistake.needs), **{name: functions[name] for name in mistake.uses})
            except (ArithmeticError, TypeError, ValueError):
                continue  # a wrong formula may well not be computable
            except Exception as error:
                what = f"question '{mistake.question}', mistake '{mistake.id}'"
                yield f"{what}, raised {type(error).__name__} on example {number}: {error}. Mend its formula."

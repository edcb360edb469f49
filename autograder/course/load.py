"""What does one assignment's `questions.py` say, and is it sound?

`load_assignment` runs the author's file (trusted: it is the judge's own side) and reports every problem of its graph at once.
"""

import importlib.util
import inspect
import sys
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from autograder.course import graph
from autograder.course.manifest import MASTER_FOLDER, QUESTIONS, Course, Entry
from autograder.course.vocabulary import Assignment, Mistake, Question
from autograder.errors import CourseError


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


def load_assignment(course: Course, slug: str) -> Loaded:
    """Run `solutions/<slug>/questions.py` and check its graph.

    Raises:
        CourseError: with every problem found.
    """
    entry = course.entry(slug)
    folder = course.root / MASTER_FOLDER / slug
    path = folder / QUESTIONS
    assignment = _run(path)
    if problems := [f"{path}: {problem}" for problem in _problems(assignment, entry)]:
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
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(path)]
        where = f" (line {lines[-1]})" if lines else ""
        raise CourseError([f"{path}: cannot be run: {type(error).__name__}: {error}{where}"]) from error
    finally:
        sys.dont_write_bytecode = keep
    found = [value for value in vars(module).values() if isinstance(value, Assignment)]
    if len(found) != 1:
        raise CourseError([f"{path}: expected exactly one Assignment(...) at the top level, found {len(found)}."])
    return found[0]


def _problems(assignment: Assignment, entry: Entry) -> Iterator[str]:
    if not assignment.questions:
        yield "no question. Add a function under @<assignment>.question(points=...)."
    for question in assignment.questions.values():
        if question.points < 0:
            yield f"question '{question.id}' is worth {question.points:g} points; expected 0 or more."
    points = sum(question.points for question in assignment.questions.values())
    if abs(points - entry.points) > 1e-9:
        yield f"the questions are worth {points:g} points, course.toml says {entry.points:g}. Make them agree."
    known = set(assignment.givens)
    sound = True
    for question in assignment.questions.values():
        things: list[Question | Mistake] = [question, *question.mistakes.values()]
        for thing in things:
            for problem in _thing(thing, known, assignment):
                sound = False
                yield problem
        known.add(question.id)
    yield from _strangers(assignment)
    if len(assignment.examples) != 2:
        yield f"{len(assignment.examples)} public examples, expected 2: the second without the first one's coincidences."
    for number, example in enumerate(assignment.examples, 1):
        if example.keys() != assignment.givens.keys():
            sound = False
            yield f"example {number} gives {', '.join(example)}; expected {', '.join(assignment.givens)}."
    if sound:
        yield from _unevaluable(assignment)


def _strangers(assignment: Assignment) -> Iterator[str]:
    """Names in `accept` and `plot` that stand for nothing."""
    asked = inspect.signature(assignment.accept).parameters if assignment.accept is not None else ()
    for name in asked:
        if name not in assignment.givens and name not in assignment.questions:
            yield f"accept asks for '{name}', which is neither a given nor a question."
    plot = assignment.plot
    for name in (plot.at, plot.height, *plot.slope) if plot is not None else ():
        if name not in assignment.questions:
            yield f"plot names '{name}', which is not a question."


def _thing(thing: Question | Mistake, known: set[str], assignment: Assignment) -> Iterator[str]:
    kind = "question" if isinstance(thing, Question) else f"question '{thing.question}', mistake"
    text = thing.text if isinstance(thing, Question) else thing.hint
    if not text:
        yield f"{kind} '{thing.id}' has no docstring. Write what the student should read."
    for name in thing.needs:
        if name not in known:
            yield f"{kind} '{thing.id}' asks for '{name}', which is neither a given nor an earlier question."
    if isinstance(thing, Mistake):
        if not 0 <= thing.worth < 1:
            yield f"{kind} '{thing.id}' has worth={thing.worth:g}; expected a part from 0 to less than 1."
        later = thing.redeemed_by
        if later is not None and (later not in assignment.questions or thing.question not in graph.ancestors(assignment, later)):
            yield f"{kind} '{thing.id}' is redeemed by '{later}', which does not hang on '{thing.question}'."


def _unevaluable(assignment: Assignment) -> Iterator[str]:
    for number, example in enumerate(assignment.examples, 1):
        try:
            truth = graph.answers(assignment, example)
        except Exception as error:  # an author's formula may raise anything
            yield f"example {number}: a formula raised {type(error).__name__}: {error}"
            return
        for mistake in graph.mistakes(assignment):
            try:
                with np.errstate(all="ignore"):
                    mistake.formula(*({**example, **truth}[name] for name in mistake.needs))
            except (ArithmeticError, TypeError, ValueError):
                continue  # a wrong formula may well not be computable
            except Exception as error:
                what = f"question '{mistake.question}', mistake '{mistake.id}'"
                yield f"{what}, raised {type(error).__name__} on example {number}: {error}. Mend its formula."

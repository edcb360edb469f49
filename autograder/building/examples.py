"""How is examples.json made?

From the graph of questions.py alone, to the same bytes on every machine. The last digits of a computed value differ between
processors (np.dot gives 0.8 on one and 0.7999999999999999 on another), so it is rounded to ten digits: four more than the
tolerance of 1e-6 asks for.
"""

import json
from collections.abc import Mapping

import msgspec
import numpy as np

from autograder.course import graph
from autograder.course.cases import Case, examples
from autograder.course.closeness import Array, size
from autograder.course.givens import Value
from autograder.course.load import Loaded
from autograder.course.published import Example, Numbers, Published, PublishedMistake, PublishedQuestion
from autograder.course.vocabulary import ATOL, Assignment, Question

DIGITS = 10
WIDTH = 120


def published(loaded: Loaded) -> Published:
    """What a student's folder is told of an assignment."""
    entry, assignment = loaded.entry, loaded.assignment
    cases = examples(assignment)
    scales = {name: size([case.truth[name] for case in cases]) for name in assignment.questions}
    return Published(
        assignment=entry.slug,
        title=entry.title,
        version=entry.version,
        file=entry.file,
        notebook=entry.notebook,
        givens=tuple(assignment.givens),
        questions=tuple(_question(question) for question in assignment.questions.values()),
        examples=tuple(_example(assignment, case, scales) for case in cases),
    )


def examples_json(made: Published) -> bytes:
    """The bytes of an examples.json, to be read by people too: what fits stands on one line."""
    return f"{_pretty(msgspec.to_builtins(made))}\n".encode()


def _question(question: Question) -> PublishedQuestion:
    mistakes = tuple(PublishedMistake(mistake.id, mistake.hint) for mistake in question.mistakes.values())
    return PublishedQuestion(question.id, question.text, question.points, question.needs, question.rtol, question.atol, mistakes)


def _example(assignment: Assignment, case: Case, scales: Mapping[str, float]) -> Example:
    return Example(
        givens={name: _exact(case.givens[name]) for name in assignment.givens},
        answers={name: _rounded(value, scales[name]) for name, value in case.truth.items()},
        mistakes={name: _mistaken(question, case, scales[name]) for name, question in assignment.questions.items()},
    )


def _mistaken(question: Question, case: Case, scale: float) -> dict[str, Numbers]:
    values = {name: graph.mistaken(mistake, case.givens, case.truth) for name, mistake in question.mistakes.items()}
    return {name: _rounded(value, scale) for name, value in values.items() if np.isfinite(value).all()}


def _exact(value: Value) -> Numbers:
    numbers: Numbers = np.asarray(value).tolist()
    return numbers


def _rounded(value: Array, scale: float) -> Numbers:
    """Entries to ten significant digits; what is nothing but rounding error beside the size of the answers becomes 0."""
    entries = [float(f"{entry:.{DIGITS - 1}e}") if abs(entry) > ATOL * scale else 0.0 for entry in value.ravel().tolist()]
    numbers: Numbers = np.reshape(np.asarray(entries, dtype=np.float64), value.shape).tolist()
    return numbers


def _pretty(value: object, indent: str = "", key: str = "") -> str:
    """A line for the key and its value, or as many as it takes to keep lines within WIDTH."""
    line = f"{indent}{key}{json.dumps(value, ensure_ascii=False, allow_nan=False)}"
    if len(line) < WIDTH or not isinstance(value, dict | list | tuple):  # a comma may follow
        return line
    deeper = f"{indent}  "
    if isinstance(value, dict):
        items = [_pretty(item, deeper, f"{json.dumps(name, ensure_ascii=False)}: ") for name, item in value.items()]
        return "\n".join([f"{indent}{key}{{", ",\n".join(items), f"{indent}}}"])
    return "\n".join([f"{indent}{key}[", ",\n".join(_pretty(item, deeper) for item in value), f"{indent}]"])

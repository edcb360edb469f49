"""What does a trusted program say on given inputs? It runs in the sandbox all the same, exactly as a student's would."""

from collections.abc import Iterator, Mapping, Sequence

from autograder.course.closeness import Answer
from autograder.course.givens import Value
from autograder.course.vocabulary import Question
from autograder.grading.runs import EXAMPLES
from autograder.integrity.subject import Subject
from autograder.sandbox.answers import CaseValues
from autograder.sandbox.host import Outcome
from autograder.sandbox.inside.calls import Call

Values = dict[str, Answer]

PART_OF_LIMIT = 0.25  # of the CPU time that a run may use, what one run of many cases should take


def run_program(subject: Subject, content: bytes, givens: Sequence[Mapping[str, Value]], asked: Sequence[Question]) -> list[Values]:
    """The program's answers to some questions, for each set of givens; what it does not answer is left out, truth values as well.

    The first run has as many cases as a grading has, and fits into its limits; those after it as many as fit as well.

    Args:
        content: the text of a .py file.

    Raises:
        CourseError: the driver cannot be run.
    """
    found: list[Values] = []
    size = EXAMPLES + subject.course.hidden_for(subject.loaded.entry)
    while len(found) < len(givens):
        part = givens[len(found) : len(found) + size]
        outcome = run_once(subject, content, part, asked)
        answered = list(map(_values, outcome.cases)) if outcome else []
        found += answered + [{} for _ in range(len(part) - len(answered))]
        used = outcome.cpu_seconds if outcome else 0.0
        size = max(1, int(size * PART_OF_LIMIT * subject.sandbox.limits.cpu_seconds / max(used, 1e-3)))
    return found


def run_once(subject: Subject, content: bytes, givens: Sequence[Mapping[str, Value]], asked: Sequence[Question]) -> Outcome | None:
    """One child's run on some cases; None if the program was refused.

    Raises:
        CourseError: the driver cannot be run.
    """
    assignment = subject.loaded.assignment
    called = [question for question in asked if question.kind.called]
    with subject.sandbox.job(content, "py") as job:
        if job.refused:
            return None
        return job.run(
            names=[question.id for question in asked if not question.kind.called],
            givens=list(assignment.bound),
            mended=[],
            cases=[[given[name] for name in assignment.bound] for given in givens],
            calls=[Call(question.id, question.sends, question.later, question.at) for question in called],
            inputs=[_picked(given, (name for question in called for name in question.sends)) for given in givens],
            held=[_picked(given, (name for question in called for name in question.later)) for given in givens],
            driver=subject.loaded.driver,
        )


def _picked(givens: Mapping[str, Value], names: Iterator[str]) -> dict[str, Value]:
    return {name: givens[name] for name in names}


def _values(case: CaseValues) -> Values:
    return {name: value for name, value in case.values.items() if _is_answer(value)}


def _is_answer(value: Answer) -> bool:
    if isinstance(value, tuple):
        return all(map(_is_answer, value))
    return isinstance(value, str) or value.dtype.kind == "f"

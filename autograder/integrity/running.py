"""What does a trusted program say on given inputs? It runs in the sandbox all the same, exactly as a student's would."""

from collections.abc import Mapping, Sequence

from autograder.course.closeness import Array
from autograder.course.givens import Value
from autograder.integrity.subject import Subject

Values = dict[str, Array]


def run_program(subject: Subject, content: bytes, givens: Sequence[Mapping[str, Value]]) -> list[Values]:
    """The program's answers by question, for each set of givens; what it does not answer is left out, truth values as well.

    Args:
        content: the text of a .py file.
    """
    names, inputs = list(subject.loaded.assignment.questions), list(subject.loaded.assignment.givens)
    rows = [[given[name] for name in inputs] for given in givens]
    with subject.sandbox.job(content, "py") as job:
        if job.refused:
            return [{} for _ in givens]
        outcome = job.run(names=names, givens=inputs, mended=[], cases=rows)
    found: list[Values] = [{name: value for name, value in case.values.items() if value.dtype.kind == "f"} for case in outcome.cases]
    return found + [{} for _ in range(len(givens) - len(found))]

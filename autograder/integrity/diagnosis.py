"""Proof 4: is each mistake told from the truth and from all others, and diagnosed as itself and nothing else?

Each mistake is handed in twice: with every answer under its name, and with only the last answer named. In one line, mistakes of
different questions can be one and the same number (the sign, wherever it is lost); the first of such a group must get the verdict.
"""

from collections.abc import Iterator, Mapping, Sequence

from autograder.course import cases, graph
from autograder.course.vocabulary import Assignment, Mistake
from autograder.grading.report import Report, Verdict
from autograder.integrity import draws
from autograder.integrity.distinct import coincidences, indistinct
from autograder.integrity.programs import ends, program
from autograder.integrity.proof import Proof, counted, proof
from autograder.integrity.subject import Subject
from autograder.integrity.worker import Task

CASES = 16

Wanted = Mapping[str, str]
"""Mistakes by the question that must get them; whatever is not in it must count."""


def diagnosis(subject: Subject) -> Proof:
    """Mistakes are told apart on accepted cases, and the judge's diagnosis of each is itself.

    Raises:
        CourseError: no cases can be drawn, or a formula cannot be written into a program.
    """
    assignment = subject.loaded.assignment
    mistakes = list(graph.mistakes(assignment))
    claim = f"{counted(len(mistakes), 'mistake')} are told from the truth and from each other, named and in one line"
    figures = {"mistakes": len(mistakes)}
    if findings := indistinct(assignment, subject.course):
        return proof("mistakes", claim, findings, figures=figures)
    groups = _groups(assignment)
    handed_in: list[tuple[Mistake, str, Wanted, str]] = [
        (mistake, "named", {mistake.question: mistake.id}, program(assignment, mistake)) for mistake in mistakes
    ]
    for mistake in mistakes:
        if wanted := _in_one_line(assignment, mistake, groups):
            handed_in.append((mistake, "in one line", wanted, one_line(assignment, mistake)))
    tasks = [Task(subject.loaded.entry.file, text.encode(), draws.secret(0)) for *_, text in handed_in]
    for (mistake, form, wanted, _), report in zip(handed_in, subject.grade("mistakes", tasks), strict=True):
        findings += _misjudged(mistake, form, wanted, report)
    notes = [f"in one line the same number: {' = '.join(group)}" for found in groups.values() for group in found if len(group) > 1]
    return proof("mistakes", claim, findings, notes=notes, figures=figures | {"programs": len(handed_in)})


def one_line(assignment: Assignment, mistake: Mistake) -> str:
    """A program with a mistake that names nothing but the last answers."""
    return program(assignment, mistake, named=ends(assignment))


def _groups(assignment: Assignment) -> dict[str, list[tuple[str, ...]]]:
    """For each last answer, the mistakes that are one and the same number there."""
    drawn = list(cases.accepted(assignment, draws.rng("coincidences"), CASES))
    return {end: coincidences(assignment, end, drawn) for end in ends(assignment)}


def _in_one_line(assignment: Assignment, mistake: Mistake, groups: Mapping[str, Sequence[tuple[str, ...]]]) -> Wanted:
    """Who must get the verdict: the first of the mistakes that are the same number as this one in the first last answer that it
    reaches. Mistakes that can only be made where their question has a name are not looked for; if that leaves none, nothing is wanted.
    """
    end = next(end for end in groups if mistake.question in (end, *graph.ancestors(assignment, end)))
    group = next(group for group in groups[end] if f"{mistake.question}:{mistake.id}" in group)
    for question, name in (one.split(":") for one in group):
        if question == end or not assignment.questions[question].mistakes[name].named:
            return {question: name}
    return {}


def _misjudged(mistake: Mistake, form: str, wanted: Wanted, report: Report) -> Iterator[str]:
    for question in report.questions:
        verdict = f"{question.verdict}{f' ({question.mistake})' if question.mistake else ''}"
        right = question.verdict is Verdict.MISTAKE and question.mistake == wanted[question.id] if question.id in wanted else None
        if right is None and not question.verdict.counts:
            yield (
                f"the mistake {mistake.question}:{mistake.id}, {form}: {question.id} is {verdict}, though nothing is wrong with it: "
                f"{question.message}"
            )
        elif right is False:
            yield (
                f"the mistake {mistake.question}:{mistake.id}, {form}: {question.id} is {verdict}, expected mistake "
                f"({wanted[question.id]}): {question.message}"
            )

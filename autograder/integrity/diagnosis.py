"""Proof 4: is each mistake told from the truth and from all others, and diagnosed as itself and nothing else?

Each mistake is handed in with every answer under its name; a mistake in a value a second time, with only the last value named. In one
line, mistakes of different questions can be one and the same number (the sign, wherever it is lost); the first of such a group must get
the verdict. And nothing that is idle after a mistake may earn anything (`idling`).
"""

from collections.abc import Mapping, Sequence

from autograder.course import cases, graph
from autograder.course.cases import Case
from autograder.course.closeness import finite, uncomputable
from autograder.course.load import Loaded
from autograder.course.vocabulary import Assignment, Kind, Mistake
from autograder.grading.carrying import throughout
from autograder.grading.report import QuestionReport, Verdict
from autograder.grading.runs import EXAMPLES
from autograder.grading.telling import MOSTLY, share_told
from autograder.integrity import draws
from autograder.integrity.asking import Asked
from autograder.integrity.distinct import coincidences, indistinct
from autograder.integrity.idling import idlers
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
    claim = f"{counted(len(mistakes), 'mistake')}, each told from the truth and from all others, and diagnosed as itself"
    figures = {"mistakes": len(mistakes)}
    if findings := indistinct(subject.loaded, subject.course):
        return proof("mistakes", claim, findings, figures=figures)
    groups = _groups(assignment)
    handed_in: list[tuple[Mistake, str, Wanted, str]] = [
        (mistake, "named", {mistake.question: mistake.id}, program(assignment, mistake)) for mistake in mistakes
    ]
    for mistake, (*_, named) in zip(mistakes, list(handed_in), strict=True):
        text = one_line(assignment, mistake)
        if text != named and (wanted := _in_one_line(assignment, mistake, groups)):
            handed_in.append((mistake, "in one line", wanted, text))
    tasks = [Task(subject.loaded.entry.file, text.encode(), draws.secret(0), asked=Asked.PLAIN) for *_, text in handed_in]
    lost: dict[str, list[str]] = {}
    drawn = [*cases.examples(assignment), *cases.accepted(assignment, draws.rng("lost"), CASES)]
    for (mistake, form, wanted, _), report in zip(handed_in, subject.grade("mistakes", tasks), strict=True):
        for question in report.questions:
            if question.id not in wanted and _is_lost(subject.loaded, mistake, question, drawn):
                lost.setdefault(f"{mistake.question}:{mistake.id}", []).append(question.id)
            elif finding := _misjudged(mistake, form, wanted, question):
                findings.append(finding)
    idle, count = idlers(subject)
    findings += idle
    notes = [f"in one line the same number: {' = '.join(group)}" for found in groups.values() for group in found if len(group) > 1]
    notes += [f"nothing comes of {', '.join(after)} with the mistake {name}: not carried" for name, after in lost.items()]
    return proof("mistakes", claim, findings, notes=notes, figures=figures | {"programs": len(handed_in) + count})


def one_line(assignment: Assignment, mistake: Mistake) -> str:
    """A program with a mistake that names nothing but the last values, and functions."""
    return program(assignment, mistake, named=ends(assignment))


def _groups(assignment: Assignment) -> dict[str, list[tuple[str, ...]]]:
    """For each last answer, the mistakes that are one and the same number there."""
    drawn = list(cases.accepted(assignment, draws.rng("coincidences"), CASES))
    return {end: coincidences(assignment, end, drawn) for end in ends(assignment)}


def _in_one_line(assignment: Assignment, mistake: Mistake, groups: Mapping[str, Sequence[tuple[str, ...]]]) -> Wanted:
    """Who must get the verdict: the first of the mistakes that are the same number as this one in the first last answer in which it
    shows. Mistakes that can only be made where their question has a name are not looked for; if that leaves none, nothing is wanted.
    """
    this = f"{mistake.question}:{mistake.id}"
    for end, group in ((end, group) for end, found in groups.items() for group in found if this in group):
        for question, name in (one.split(":") for one in group):
            if question == end or not assignment.questions[question].mistakes[name].named:
                return {question: name}
        return {}
    return {}


def _is_lost(loaded: Loaded, mistake: Mistake, question: QuestionReport, drawn: Sequence[Case]) -> bool:
    """Whether an answer that does not count cannot be had with this mistake: where the mistaken function is used, nothing can be
    computed, or nothing finite, or too little comes of it to tell right from wrong, and no other function can take its place. Then
    nobody can see whether the rest is right.
    """
    assignment = loaded.assignment
    asked = assignment.questions[question.id]
    if question.verdict not in (Verdict.FAILED, Verdict.WRONG) or mistake.question not in graph.ancestors(assignment, asked.id):
        return False
    if not asked.kind.called:
        return False
    values = [graph.predicted(assignment, case.givens, asked.id, [mistake]) for case in drawn]
    if question.verdict is Verdict.FAILED and all(map(uncomputable, values)):
        return True
    if question.verdict is Verdict.WRONG and not all(finite(value) for value in values if not uncomputable(value)):
        return True
    replaceable = assignment.questions[mistake.question].kind is Kind.FUNCTION and loaded.can_stand_in([mistake.question], asked.id)
    told = share_told(assignment, throughout(assignment, asked, (mistake,)), drawn[EXAMPLES:])
    return not replaceable and told < MOSTLY


def _misjudged(mistake: Mistake, form: str, wanted: Wanted, question: QuestionReport) -> str:
    """What is wrong with the verdict on one question, or nothing."""
    verdict = f"{question.verdict}{f' ({question.mistake})' if question.mistake else ''}"
    what = f"the mistake {mistake.question}:{mistake.id}, {form}: {question.id} is {verdict}"
    if question.id not in wanted:
        return "" if question.verdict.counts else f"{what}, though nothing is wrong with it: {question.message}"
    if question.verdict is Verdict.MISTAKE and question.mistake == wanted[question.id]:
        return ""
    return f"{what}, expected mistake ({wanted[question.id]}): {question.message}"

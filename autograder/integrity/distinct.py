"""Can the cases that are drawn tell right from wrong, and one mistake from another?

The part of proof 4 that needs no grading: on accepted cases each mistake is apart from the truth and from every other of its
question, no reference is constant or a mere copy of what it is computed from, whatever a question hangs on moves it (`moving`), and
nothing that is sent gives an answer away (`keeping`).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np

from autograder.course import cases, graph
from autograder.course.cases import Case
from autograder.course.closeness import Answer, apart, as_answer, parts, uncomputable
from autograder.course.load import Loaded
from autograder.course.manifest import Course
from autograder.course.vocabulary import Assignment, Kind, Question
from autograder.errors import CourseError
from autograder.integrity import draws
from autograder.integrity.keeping import given_away
from autograder.integrity.moving import MOST, share, unmoved

RAW = 200
ACCEPTED = 200

Series = Mapping[str, Sequence[Answer]]
"""What a question's mistakes give, case by case, and under an empty name the truth."""


def indistinct(loaded: Loaded, course: Course) -> list[str]:
    """A sentence for each thing that accepted cases do not tell apart."""
    assignment = loaded.assignment
    findings = list(_never_told_apart(assignment))
    if findings:
        return findings
    wanted = draws.scaled(assignment, ACCEPTED)
    drawn = list(cases.accepted(assignment, draws.rng("distinct"), wanted))
    if len(drawn) < wanted:
        return [_few(assignment, len(drawn), wanted)]
    try:
        for count in (course.hidden_for(loaded.entry), course.mended_cases):
            cases.draw(assignment, draws.secret(0), count)
    except CourseError as error:
        return [f"questions.py: {problem}" for problem in error.problems]
    return [
        *_not_apart(assignment, drawn),
        *_trivial(assignment, drawn),
        *unmoved(assignment, drawn),
        *given_away(assignment, drawn),
    ]


def answered(assignment: Assignment) -> list[Question]:
    """The questions that have a right answer: all but the measured ones."""
    return [question for question in assignment.questions.values() if question.kind is not Kind.MEASURED]


def _never_told_apart(assignment: Assignment) -> Iterator[str]:
    """Mistakes that no draw tells from the truth or from each other. Where no draw lets them be computed (shapes that do not fit),
    a public example must: there they are computable, and apart.
    """
    drawn = list(draws.raw(assignment, draws.scaled(assignment, RAW)))
    shown = cases.examples(assignment)
    for question in answered(assignment):
        values, public = _values(assignment, question, drawn), _values(assignment, question, shown)
        hopeless = [name for name, series in values.items() if all(map(uncomputable, series))]
        for name in hopeless:
            if not any(not uncomputable(one) and apart(one, true) for one, true in zip(public[name], public[""], strict=True)):
                yield (
                    f"questions.py: {question.id}: the mistake {name} cannot be computed in any of {len(drawn)} draws, and no public "
                    "example shows it. Remove it, or give an example whose shapes let it through."
                )
        for one, other in combinations(values, 2):
            if any(map(apart, values[one], values[other])) or (
                one in hopeless and other in hopeless and any(map(apart, public[one], public[other]))
            ):
                continue
            yield (
                f"questions.py: {question.id}: {_named(other, one)} in all of {len(drawn)} draws. "
                "Remove it, or give it a formula that differs."
            )


def _not_apart(assignment: Assignment, drawn: Sequence[Case]) -> Iterator[str]:
    """Whole mistakes that an accepted case does not tell from the truth or from each other: the drawing itself would be at fault."""
    for question in answered(assignment):
        partial = [name for name, mistake in question.mistakes.items() if mistake.partial]
        values = {name: series for name, series in _values(assignment, question, drawn).items() if name not in partial}
        for one, other in combinations(values, 2):
            if not all(map(apart, values[one], values[other])):
                yield f"questions.py: {question.id}: {_named(other, one)} in an accepted case. The drawing of cases is at fault."


def _values(assignment: Assignment, question: Question, drawn: Sequence[Case]) -> Series:
    values = {"": [case.truth[question.id] for case in drawn]}
    for name, mistake in question.mistakes.items():
        values[name] = [graph.mistaken(assignment, mistake, case.givens, case.truth) for case in drawn]
    return values


def _named(one: str, other: str) -> str:
    return f"the mistake {one} gives the same as {f'the mistake {other}' if other else 'the truth'}"


def _few(assignment: Assignment, found: int, wanted: int) -> str:
    times = Counter(pair for case in draws.raw(assignment, RAW) for pair in cases.separated(assignment, case))
    often = "; ".join(f"{_named(*pair)} in {count} of {RAW} draws" for pair, count in times.most_common(3))
    why = often or "accept() refuses nearly all"
    return (
        f"questions.py: only {found} of {cases.TRIES} draws are accepted, {wanted} are wanted. {why}. Draw the givens from elsewhere."
    )


def _trivial(assignment: Assignment, drawn: Sequence[Case]) -> Iterator[str]:
    """References that are constant, but for those that hang on nothing, and for those that ask for work which another question
    asks for where it is not constant; and those equal to one of their own parents.
    """
    series = {question.id: [case.truth[question.id] for case in drawn] for question in answered(assignment)}
    varying = [name for name, values in series.items() if any(map(apart, values, values[1:]))]
    works = {assignment.questions[name].at for name in varying}
    for question in answered(assignment):
        if question.kind is Kind.VALUE and not question.needs:
            continue
        if question.id not in varying:
            if question.at not in works:
                yield f"questions.py: {question.id} is the same in {len(drawn)} cases. Let it depend on its givens."
            continue
        values = series[question.id]
        parents = {name: [as_answer(({**case.givens, **case.truth})[name]) for case in drawn] for name in question.needs}
        if copied := _copied(values, parents):
            yield (
                f"questions.py: {question.id} hardly differs from its own {' and '.join(copied)}. Who copies that would be right; "
                "ask for more."
            )


def _copied(values: Sequence[Answer], parents: Series) -> list[str]:
    """The parents that an answer is a copy of, part by part; none if any part of it is its own."""
    found: list[str] = []
    for index in range(max(map(len, map(parts, values)))):
        series = [parts(value)[index] if index < len(parts(value)) else np.array(np.nan) for value in values]
        parent = next((name for name, others in parents.items() if share(apart, series, others) < MOST), "")
        if not parent:
            return []
        found.append(parent)
    return list(dict.fromkeys(found))


def coincidences(assignment: Assignment, end: str, drawn: Sequence[Case]) -> list[tuple[str, ...]]:
    """The mistakes that are one and the same value at `end` if nothing before it has a name: groups, each in the order asked.
    Those that do not show there (a sign that is squared) are in none.
    """
    asked = assignment.questions[end]
    truth = [case.truth[end] for case in drawn]
    values: dict[str, list[Answer]] = {}
    for mistake in graph.mistakes(assignment):
        if mistake.question in (end, *graph.ancestors(assignment, end)):
            values[f"{mistake.question}:{mistake.id}"] = [graph.answers(assignment, c.givens, [mistake])[end] for c in drawn]
    groups: list[list[str]] = []
    for name, series in values.items():
        if all(_alike(one, other, asked.rtol) for one, other in zip(truth, series, strict=True)):
            continue
        for group in groups:
            if all(_alike(one, other, asked.rtol) for one, other in zip(values[group[0]], series, strict=True)):
                group.append(name)
                break
        else:
            groups.append([name])
    return [tuple(group) for group in groups]


def _alike(one: Answer, other: Answer, rtol: float) -> bool:
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray):
        return one.shape == other.shape and bool(np.allclose(one, other, rtol=rtol, atol=0, equal_nan=True))
    ours, theirs = parts(one), parts(other)
    if len(ours) != len(theirs):
        return False
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    return all(_alike(a, b, rtol) for a, b in zip(ours, theirs, strict=True))

"""Can the cases that are drawn tell right from wrong, and one mistake from another?

The part of proof 4 that needs no grading: on accepted cases each mistake is apart from the truth and from every other of its
question, no reference is constant or a mere copy of what it is computed from, and whatever a question hangs on moves it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise

import numpy as np

from autograder.course import cases, graph
from autograder.course.cases import Case
from autograder.course.closeness import Array, apart
from autograder.course.manifest import Course
from autograder.course.vocabulary import Assignment, Question
from autograder.errors import CourseError
from autograder.integrity import draws

RAW = 200
ACCEPTED = 200
MOST = 0.5  # in so large a part of the cases, at the least, one thing must show


def indistinct(assignment: Assignment, course: Course) -> list[str]:
    """A sentence for each thing that accepted cases do not tell apart."""
    findings = list(_never_told_apart(assignment))
    if findings:
        return findings
    drawn = list(cases.accepted(assignment, draws.rng("distinct"), ACCEPTED))
    if len(drawn) < ACCEPTED:
        return [_few(assignment, len(drawn))]
    try:
        for count in (course.hidden_cases, course.mended_cases):
            cases.draw(assignment, draws.secret(0), count)
    except CourseError as error:
        return [f"questions.py: {problem}" for problem in error.problems]
    return [*_not_apart(assignment, drawn), *_trivial(assignment, drawn), *_unmoved(assignment, drawn)]


def _never_told_apart(assignment: Assignment) -> Iterator[str]:
    drawn = list(draws.raw(assignment, RAW))
    for question in assignment.questions.values():
        values = _values(question, drawn)
        for one, other in combinations(values, 2):
            if not any(map(apart, values[one], values[other])):
                yield (
                    f"questions.py: {question.id}: {_named(other, one)} in all of {len(drawn)} draws. "
                    "Remove it, or give it a formula that differs."
                )


def _not_apart(assignment: Assignment, drawn: Sequence[Case]) -> Iterator[str]:
    """Whole mistakes that an accepted case does not tell from the truth or from each other: the drawing itself would be at fault."""
    for question in assignment.questions.values():
        partial = [name for name, mistake in question.mistakes.items() if mistake.partial]
        values = {name: series for name, series in _values(question, drawn).items() if name not in partial}
        for one, other in combinations(values, 2):
            if not all(map(apart, values[one], values[other])):
                yield f"questions.py: {question.id}: {_named(other, one)} in an accepted case. The drawing of cases is at fault."


def _values(question: Question, drawn: Sequence[Case]) -> dict[str, list[Array]]:
    """The truth, under an empty name, and what each mistake gives."""
    values = {"": [case.truth[question.id] for case in drawn]}
    for name, mistake in question.mistakes.items():
        values[name] = [graph.mistaken(mistake, case.givens, case.truth) for case in drawn]
    return values


def _named(one: str, other: str) -> str:
    return f"the mistake {one} gives the same as {f'the mistake {other}' if other else 'the truth'}"


def _few(assignment: Assignment, found: int) -> str:
    times = Counter(pair for case in draws.raw(assignment, RAW) for pair in cases.separated(assignment, case))
    often = "; ".join(f"{_named(*pair)} in {count} of {RAW} draws" for pair, count in times.most_common(3))
    why = often or "accept() refuses nearly all"
    return (
        f"questions.py: only {found} of {cases.TRIES} draws are accepted, {ACCEPTED} are wanted. {why}. Draw the givens from elsewhere."
    )


def _trivial(assignment: Assignment, drawn: Sequence[Case]) -> Iterator[str]:
    """References that are constant, or equal to one of their own parents."""
    for question in assignment.questions.values():
        values = [case.truth[question.id] for case in drawn]
        if not any(apart(one, other) for one, other in pairwise(values)):
            yield f"questions.py: {question.id} is the same in {len(drawn)} cases. Let it depend on its givens."
            continue
        for parent in question.needs:
            parents = [np.asarray(({**case.givens, **case.truth})[parent], dtype=np.float64) for case in drawn]
            if _share(apart, values, parents) < MOST:
                yield f"questions.py: {question.id} hardly differs from its own {parent}. Who copies that would be right; ask for more."


def _unmoved(assignment: Assignment, drawn: Sequence[Case]) -> Iterator[str]:
    """Ancestors, givens among them, that may change without their question noticing."""
    for question in assignment.questions:
        for ancestor in _all_ancestors(assignment, question):
            moved = [_with_other(assignment, case, other, ancestor)[question] for case, other in pairwise(drawn)]
            if _share(apart, moved, [case.truth[question] for case in drawn[:-1]]) < MOST:
                yield (
                    f"questions.py: another {ancestor} hardly ever changes {question} by 1 %. Who leaves {ancestor} out would be "
                    "right; draw the givens so that it matters."
                )


def _all_ancestors(assignment: Assignment, question: str) -> list[str]:
    questions = graph.ancestors(assignment, question)
    needed = {need for name in (question, *questions) for need in assignment.questions[name].needs}
    return [*questions, *(given for given in assignment.givens if given in needed)]


def _with_other(assignment: Assignment, case: Case, other: Case, name: str) -> graph.Answers:
    """The answers of a case, with one quantity as it is in another case."""
    with np.errstate(all="ignore"):
        if name in assignment.questions:
            return graph.answers(assignment, case.givens, fixed={name: other.truth[name]})
        return graph.answers(assignment, {**case.givens, name: other.givens[name]})


def _share(told: Callable[[Array, Array], bool], values: Sequence[Array], others: Sequence[Array]) -> float:
    pairs = [told(value, other) for value, other in zip(values, others, strict=True)]
    return sum(pairs) / len(pairs)


def coincidences(assignment: Assignment, end: str, drawn: Sequence[Case]) -> list[tuple[str, ...]]:
    """The mistakes that are one and the same number at `end` if nothing before it has a name: groups, each in the order asked."""
    asked = assignment.questions[end]
    values: dict[str, list[Array]] = {}
    for mistake in graph.mistakes(assignment):
        if mistake.question in (end, *graph.ancestors(assignment, end)):
            values[f"{mistake.question}:{mistake.id}"] = [graph.answers(assignment, c.givens, mistake)[end] for c in drawn]
    groups: list[list[str]] = []
    for name, series in values.items():
        for group in groups:
            if _alike(values[group[0]], series, asked.rtol):
                group.append(name)
                break
        else:
            groups.append([name])
    return [tuple(group) for group in groups]


def _alike(one: Sequence[Array], other: Sequence[Array], rtol: float) -> bool:
    return all(a.shape == b.shape and np.allclose(a, b, rtol=rtol, atol=0, equal_nan=True) for a, b in zip(one, other, strict=True))

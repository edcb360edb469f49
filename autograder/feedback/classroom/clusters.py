"""Which wrong answers that nobody has explained are the same in several students?

Students who have the same wrong value have as a rule made the same mistake, and the author may give it a name. Values are those that
their code gave on the first public example. Equal is what differs by less than a millionth of the larger value.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from autograder.feedback import plain
from autograder.feedback.classroom.difficulty import judges
from autograder.feedback.classroom.work import relabelled
from autograder.grading.report import Place, QuestionReport, Report, Verdict

NEAR = 1e-6
SMALLEST = 2  # students that make a cluster
DEEPEST = 8
MOST_NUMBERS = 100_000


class Cluster(msgspec.Struct, frozen=True, kw_only=True):
    """Students with the same unexplained value.

    Attributes:
        value: as text; `seen`: as the reports hold it.
        students: all who have it; `example`: one of them, and `place` where in that one's file.
        message: what the students read of it, where all read the same.
        as_expected: whether it is the value of those who have the question right: with other inputs it differs.
        before: what all of them have wrong in earlier questions, "question: mistake" or "question": it may have led here.
    """

    question: str
    value: str
    seen: Any
    students: tuple[str, ...]
    example: str
    place: Place | None
    message: str
    as_expected: bool
    before: tuple[str, ...]

    @property
    def size(self) -> int:
        """How many have it."""
        return len(self.students)


@dataclass(frozen=True, slots=True)
class Value:
    """A value taken apart: its form, and its numbers in their order."""

    form: str
    numbers: tuple[float, ...]

    @property
    def size(self) -> float:
        """The largest number in it."""
        return max(map(abs, self.numbers), default=0.0)

    @property
    def place(self) -> float:
        """Where it lies among values of its form: values that are near have places that are near."""
        return math.fsum(self.numbers)

    def near(self, other: "Value") -> bool:
        """Whether it is the same but for rounding."""
        room = NEAR * max(self.size, other.size)
        pairs = zip(self.numbers, other.numbers, strict=True)
        return self.form == other.form and all(abs(one - two) <= room for one, two in pairs)


@dataclass(frozen=True, slots=True)
class _Answer:
    """One student's unexplained answer."""

    student: str
    question: QuestionReport
    report: Report
    value: Value


def clusters(reports: Sequence[Report]) -> tuple[Cluster, ...]:
    """What two or more students have, by question in the order asked, the largest first."""
    answers: dict[str, list[_Answer]] = defaultdict(list)
    expected: dict[str, Value] = {}
    for report in filter(judges, reports):
        for question in report.questions:
            answers.setdefault(question.id, [])
            if (value := taken_apart(question.seen)) is None:
                continue
            if question.verdict is Verdict.CORRECT:
                expected.setdefault(question.id, value)
            elif question.verdict is Verdict.WRONG:
                answers[question.id].append(_Answer(report.student, question, report, value))
    return tuple(cluster for name, found in answers.items() for cluster in _of(name, found, expected))


def labelled(cluster: Cluster, labels: Mapping[str, str]) -> Cluster:
    """The same with its students called otherwise."""
    called = labels.get(cluster.example, cluster.example)
    return msgspec.structs.replace(cluster, students=relabelled(cluster.students, labels), example=called)


def taken_apart(seen: object) -> Value | None:
    """A value as the reports hold it; None for what is none, or too large."""
    numbers: list[float] = []
    form: list[str] = []
    if seen is None or not _take(seen, numbers, form, DEEPEST):
        return None
    return Value("".join(form), tuple(numbers))


def _take(seen: object, numbers: list[float], form: list[str], depth: int) -> bool:
    if not depth or len(numbers) > MOST_NUMBERS:
        return False
    match seen:
        case None:
            form.append("?")  # what JSON cannot say: not finite
        case bool():
            form.append(str(seen))
        case int() | float():
            number = plain.single(seen)
            if number is None or not math.isfinite(number):
                form.append("?")
            else:
                numbers.append(number)
                form.append(".")
        case str():
            form.append(repr(seen))
        case list() | tuple():
            form.append("[")
            if not all(_take(one, numbers, form, depth - 1) for one in seen):
                return False
            form.append("]")
        case {"parts": list(parts)}:
            return _take(parts, numbers, form, depth - 1)
        case _:
            return False
    return True


def _of(name: str, answers: Sequence[_Answer], expected: Mapping[str, Value]) -> list[Cluster]:
    found = [_cluster(name, group, expected.get(name)) for group in _groups(answers) if len(group) >= SMALLEST]
    return sorted(found, key=lambda one: (-len(one.students), one.value))


def _groups(answers: Sequence[_Answer]) -> Iterator[list[_Answer]]:
    """Those with the same value together. Sorted by their places, equal values stand near each other."""
    by_form: dict[str, list[_Answer]] = defaultdict(list)
    for answer in answers:
        by_form[answer.value.form].append(answer)
    for alike in by_form.values():
        alike.sort(key=lambda one: (one.value.place, one.student))
        open_groups: list[list[_Answer]] = []
        for answer in alike:
            value = answer.value
            reach = NEAR * len(value.numbers) * value.size * 2
            still = [group for group in open_groups if value.place - group[0].value.place <= reach]
            yield from (group for group in open_groups if group not in still)
            home = next((group for group in still if group[0].value.near(value)), None)
            if home is None:
                still.append([answer])
            else:
                home.append(answer)
            open_groups = still
        yield from open_groups


def _cluster(name: str, group: Sequence[_Answer], expected: Value | None) -> Cluster:
    group = sorted(group, key=lambda one: one.student)
    first = next((one for one in group if one.question.place is not None), group[0])
    messages = {one.question.message for one in group}
    earlier = [set(_broken(one.report, name)) for one in group]
    return Cluster(
        question=name,
        value=plain.value(first.question.seen) or "a value that cannot be shown",
        seen=first.question.seen,
        students=tuple(one.student for one in group),
        example=first.student,
        place=first.question.place,
        message=messages.pop() if len(messages) == 1 else "",
        as_expected=expected is not None and expected.near(first.value),
        before=tuple(one for one in _broken(first.report, name) if all(one in each for each in earlier)),
    )


def _broken(report: Report, before: str) -> Iterator[str]:
    for question in report.questions:
        if question.id == before:
            return
        if not question.verdict.counts:
            yield f"{question.id}: {question.mistake}" if question.mistake else question.id

"""Do two routes give one submission the same points? Each difference is a sentence naming the route, the student and the question."""

from collections.abc import Iterator, Mapping

Points = Mapping[str, Mapping[str, float]]
"""{student: {question id: points}}"""


def differences(route: str, truth: Points, found: Points) -> list[str]:
    """What a route says otherwise than the engine; nothing where they agree on every student and every question.

    Points are compared exactly: an adapter hands over numbers, and has no cause to come near them only.
    """
    return [f"{route}: {said}" for said in _differences(truth, found)]


def _differences(truth: Points, found: Points) -> Iterator[str]:
    for student in sorted(found.keys() - truth.keys()):
        yield f"{student} has points and handed nothing in"
    for student, wanted in sorted(truth.items()):
        if student not in found:
            yield f"{student} has no points, and should have {sum(wanted.values()):g}"
            continue
        given = found[student]
        for question in sorted(given.keys() - wanted.keys()):
            yield f"{student} has points for {question}, which is no question"
        for question, points in wanted.items():
            if question not in given:
                yield f"{student} has nothing for {question}, and should have {points:g}"
            elif not _number(given[question]) or given[question] != points:
                yield f"{student} has {given[question]!r} for {question}, and should have {points!r}"


def _number(value: object) -> bool:
    """Whether it is a number: True is none, and None (which some databases say for zero) neither."""
    return isinstance(value, int | float) and not isinstance(value, bool)

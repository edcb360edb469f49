"""Whatever is handed in, graded, graded anew and decided: what counts does not hang on the order, and people's word stands.

Each example is of students of its own, in one gradebook.
"""

from collections.abc import Sequence
from datetime import timedelta
from itertools import count

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.course.manifest import Attempts, Course, Late
from autograder.gradebook import regrading
from autograder.gradebook.deciding import ALL, extend, override
from autograder.gradebook.standings import StudentStanding
from autograder.gradebook.store import Gradebook
from autograder.grading.report import Report
from tests.gradebook.classroom import COURSE, DUE, GRACE, SLUG, about, hand_in, of, reported

FEWER = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
NUMBERS = count()  # what makes each example's students new ones

points = st.tuples(st.sampled_from([0, 1, 2.5, 5]), st.sampled_from([0, 3, 5]))
hours = st.integers(-60, 120)
hand_ins = st.lists(st.tuples(hours, points), min_size=1, max_size=4, unique_by=lambda one: one[0])
rules = st.builds(
    lambda attempts, late: msgspec.structs.replace(COURSE, attempts=attempts, late=late),
    st.sampled_from(Attempts),
    st.builds(Late, per_day=st.sampled_from([0, 0.1, 1]), per_hour=st.sampled_from([0, 0.02]), cap=st.sampled_from([0.5, 1])),
)
deeds = st.lists(
    st.one_of(
        st.tuples(st.just("grade"), points | st.none()),
        st.tuples(st.just("regrade"), points | st.none()),
        st.tuples(st.just("hand in"), points),
        st.tuples(st.just("hand in again"), st.none()),
    ),
    min_size=1,
    max_size=6,
)


def somebody(book: Gradebook, work: Sequence[tuple[int, tuple[float, float]]]) -> str:
    """A new student who has handed this in; none of it is graded."""
    student = f"student{next(NUMBERS)}"
    for late, _ in work:
        hand_in(book, student, late, text=f"{late}")
    return student


def anew(book: Gradebook, student: str, given: tuple[float, float] | None) -> dict[int, Report]:
    """Reports with these points of all that this student has handed in; None: a fault."""
    mine = [(number, submission) for number, submission in book.kept(SLUG) if submission.student == student]
    return {number: reported(submission, *(given or (0,)), fault=given is None) for number, submission in mine}


def does(book: Gradebook, student: str, deed: str, given: tuple[float, float] | None, at: int) -> None:
    match deed:
        case "grade":
            book.record(list(anew(book, student, given).items()), when=GRACE.when)
        case "regrade":
            regrading.accept(book, COURSE, SLUG, anew(book, student, given), GRACE)
        case "hand in":
            hand_in(book, student, at, *(given or ()), text=f"new {at}")
        case "hand in again":
            newest = max((one for one in book.kept(SLUG) if one[1].student == student), key=lambda one: one[0])
            book.accept([newest[1]], when=DUE + timedelta(hours=at))


def told(one: StudentStanding) -> object:
    """What does not hang on who it is and by which number the work is kept."""
    where = one.standing
    return where.score, where.earned, where.late, where.taken_off, where.attempt and where.attempt.number, len(one.attempts)


@FEWER
@given(work=hand_ins, course=rules, data=st.data())
def test_the_order_in_which_work_is_graded_anew_does_not_matter(
    book: Gradebook, work: list, course: Course, data: st.DataObject
) -> None:
    found = []
    for _ in range(2):
        student = somebody(book, work)
        mine = [one for one in book.kept(SLUG) if one[1].student == student]
        final = [(number, reported(submission, *got)) for (number, submission), (_, got) in zip(mine, work, strict=True)]
        for number, report in data.draw(st.permutations(final)):
            book.record([(number, reported(submission, 5, 5)) for other, submission in mine if other == number], when=GRACE.when)
            if data.draw(st.booleans()):
                book.record([(number, report)], when=GRACE.when)
            else:
                regrading.accept(book, course, SLUG, {number: report}, GRACE)
        found.append(told(of(book, student, course)))
    assert found[0] == found[1]


@FEWER
@given(work=hand_ins, given_points=st.sampled_from([0, 4.5, 10]), more=deeds)
def test_an_override_survives_whatever_is_graded_and_handed_in(
    book: Gradebook, work: list, given_points: float, more: list[tuple[str, tuple[float, float] | None]]
) -> None:
    student = somebody(book, work)
    override(book, about(student), ALL, given_points, 10, reason="oral", by=GRACE)
    override(book, about(student), "q1", 2, 5, reason="copied", by=GRACE)
    decided = of(book, student).decisions
    for at, (deed, got) in enumerate(more):
        does(book, student, deed, got, 200 + at)
        found = of(book, student)
        assert (found.decisions, found.standing.score) == (decided, given_points)


@FEWER
@given(work=hand_ins, given_points=st.sampled_from([0, 2, 5]), more=deeds)
def test_an_override_of_a_question_is_in_every_score_that_comes_after(
    book: Gradebook, work: list, given_points: float, more: list[tuple[str, tuple[float, float] | None]]
) -> None:
    student = somebody(book, work)
    override(book, about(student), "q1", given_points, 5, reason="seen", by=GRACE)
    for at, (deed, got) in enumerate(more):
        does(book, student, deed, got, 200 + at)
        found = of(book, student)
        if found.standing.attempt is not None:
            assert found.standing.earned == found.standing.attempt.points["q0"] + given_points


@FEWER
@given(work=hand_ins, course=rules, longer=st.integers(1, 200), shorter=st.integers(1, 200))
def test_an_extension_never_lowers_a_score(book: Gradebook, work: list, course: Course, longer: int, shorter: int) -> None:
    student = somebody(book, work)
    mine = [one for one in book.kept(SLUG) if one[1].student == student]
    book.record([(number, reported(one, *got)) for (number, one), (_, got) in zip(mine, work, strict=True)], when=GRACE.when)
    before = of(book, student, course).standing.score
    assert before is not None
    found = []
    for span in sorted((longer, shorter)):
        extend(book, about(student), DUE + timedelta(hours=span), reason="ill", by=GRACE)
        found.append(of(book, student, course).standing.score or 0.0)
    assert before <= found[0] <= found[1] <= 10


@FEWER
@given(work=hand_ins, course=rules, then=st.lists(points | st.none(), min_size=1, max_size=3))
def test_a_preview_is_what_comes_of_it(book: Gradebook, work: list, course: Course, then: list[tuple[float, float] | None]) -> None:
    student = somebody(book, work)
    for got in then:
        before = of(book, student, course)
        graded = anew(book, student, got)
        shown = regrading.preview(book, course, SLUG, graded)
        assert of(book, student, course) == before
        assert regrading.accept(book, course, SLUG, graded, GRACE) == shown
        after = of(book, student, course)
        moves = {move.student: (move.before, move.after) for move in shown.moves}
        assert moves == ({student: (before, after)} if before.standing.score != after.standing.score else {})

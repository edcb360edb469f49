"""What counts hangs on what happened, and not on when the gradebook was told: hand-ins, decisions and groups in any order.

Each example is of students of its own, in one gradebook.
"""

from collections.abc import Callable
from datetime import timedelta
from itertools import count

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.course.manifest import Attempts, Course, Late
from autograder.gradebook import groups
from autograder.gradebook.deciding import ALL, excuse, extend, override, unexcuse, unextend, unoverride
from autograder.gradebook.standings import StudentStanding
from autograder.gradebook.store import Gradebook
from autograder.grading.submission import Submission
from tests.gradebook.classroom import COURSE, DUE, GRACE, SLUG, about, of, reported

FEWER = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
NUMBERS = count()

points = st.tuples(st.sampled_from([0, 1, 2.5, 5]), st.sampled_from([0, 3, 5]))
hand_ins = st.lists(st.tuples(st.integers(-60, 120), points), min_size=1, max_size=4, unique_by=lambda one: one[0])
rules = st.builds(
    lambda attempts, late: msgspec.structs.replace(COURSE, attempts=attempts, late=late),
    st.sampled_from(Attempts),
    st.builds(Late, per_day=st.sampled_from([0, 0.1, 1]), per_hour=st.sampled_from([0, 0.02]), cap=st.sampled_from([0.5, 1])),
)
HandIns = list[tuple[int, tuple[float, float]]]
Decide = Callable[[Gradebook, str], object]

DECISIONS: dict[str, Decide] = {
    "more time": lambda book, student: extend(book, about(student), DUE + timedelta(hours=30), reason="ill", by=GRACE),
    "excused": lambda book, student: excuse(book, about(student), reason="elsewhere", by=GRACE),
    "a question": lambda book, student: override(book, about(student), "q0", 4.5, 5, reason="seen", by=GRACE),
    "another question": lambda book, student: override(book, about(student), "q1", 0, 5, reason="copied", by=GRACE),
    "all": lambda book, student: override(book, about(student), ALL, 6.25, 10, reason="oral", by=GRACE),
}
BACK: dict[str, Decide] = {
    "more time": lambda book, student: unextend(book, about(student), reason="", by=GRACE),
    "excused": lambda book, student: unexcuse(book, about(student), reason="", by=GRACE),
    "a question": lambda book, student: unoverride(book, about(student), "q0", reason="", by=GRACE),
    "another question": lambda book, student: unoverride(book, about(student), "q1", reason="", by=GRACE),
    "all": lambda book, student: unoverride(book, about(student), ALL, reason="", by=GRACE),
}
decided = st.lists(st.sampled_from(sorted(DECISIONS)), unique=True, max_size=len(DECISIONS))


def new() -> str:
    return f"student{next(NUMBERS)}"


def takes(book: Gradebook, student: str, work: HandIns, *, graded: bool = True) -> None:
    """This is handed in, one after the other in this order, whatever the times."""
    for hours, got in work:
        one = Submission(student, SLUG, "gradient.py", f"{student} {hours}".encode())
        (number,) = book.accept([one], when=DUE + timedelta(hours=hours))
        if graded:
            book.record([(number, reported(one, *got))], when=GRACE.when)


def told(one: StudentStanding) -> object:
    """What does not hang on who it is and by which number the work is kept."""
    where = one.standing
    counted = where.attempt and (where.attempt.number, where.attempt.handed_in)
    tries = [(attempt.number, attempt.handed_in, dict(attempt.points)) for attempt in one.attempts]
    return where.score, where.earned, where.late, where.taken_off, where.excused, where.overridden, counted, tries


@FEWER
@given(work=hand_ins, course=rules, data=st.data())
def test_the_order_in_which_hand_ins_become_known_does_not_matter(
    book: Gradebook, work: HandIns, course: Course, data: st.DataObject
) -> None:
    one, other = new(), new()
    takes(book, one, work)
    takes(book, other, data.draw(st.permutations(work)))
    assert told(of(book, one, course)) == told(of(book, other, course))


@FEWER
@given(work=hand_ins, course=rules)
def test_what_was_collected_twice_was_handed_in_once(book: Gradebook, work: HandIns, course: Course) -> None:
    student = new()
    takes(book, student, work)
    before = of(book, student, course)
    takes(book, student, work)
    assert of(book, student, course) == before


@FEWER
@given(work=hand_ins, course=rules, names=decided, data=st.data())
def test_the_order_in_which_things_are_decided_does_not_matter_nor_whether_before_the_work(
    book: Gradebook, work: HandIns, course: Course, names: list[str], data: st.DataObject
) -> None:
    found = []
    for _ in range(2):
        student = new()
        takes(book, student, work[:1])
        before = data.draw(st.integers(0, len(names)))
        mixed = data.draw(st.permutations(names))
        for name in mixed[:before]:
            DECISIONS[name](book, student)
        takes(book, student, work[1:])
        for name in mixed[before:]:
            DECISIONS[name](book, student)
        found.append(told(of(book, student, course)))
    assert found[0] == found[1]


@FEWER
@given(work=hand_ins, course=rules, names=decided, data=st.data())
def test_what_is_taken_back_is_as_if_it_had_never_been(
    book: Gradebook, work: HandIns, course: Course, names: list[str], data: st.DataObject
) -> None:
    student = new()
    takes(book, student, work)
    before = of(book, student, course)
    for name in names:
        DECISIONS[name](book, student)
    for name in data.draw(st.permutations(names)):
        BACK[name](book, student)
    assert of(book, student, course) == before


@FEWER
@given(work=hand_ins, course=rules, names=decided)
def test_a_score_stays_within_its_bounds_whatever_is_decided(book: Gradebook, work: HandIns, course: Course, names: list[str]) -> None:
    student = new()
    takes(book, student, [(hours, (first * 2, second * 2)) for hours, (first, second) in work])  # more than the questions are worth
    for name in names:
        DECISIONS[name](book, student)
        score = of(book, student, course).standing.score
        assert score is None if "excused" in names[: names.index(name) + 1] else score is not None and 0 <= score <= 10


@FEWER
@given(works=st.lists(hand_ins, min_size=2, max_size=3), course=rules, data=st.data())
def test_a_group_has_what_its_members_have_whoever_handed_it_in_and_whenever_it_was_made(
    book: Gradebook, works: list[HandIns], course: Course, data: st.DataObject
) -> None:
    everything = {hours: got for work in works for hours, got in work}
    alone = new()
    takes(book, alone, list(everything.items()))
    members = [new() for _ in works]
    shares: dict[str, HandIns] = {member: [] for member in members}
    for one in everything.items():
        shares[data.draw(st.sampled_from(members))].append(one)
    early = data.draw(st.booleans())
    wishes = [groups.Wish(SLUG, f"of {members[0]}", member) for member in data.draw(st.permutations(members))]
    if early:
        groups.put(book, course, wishes, GRACE, new=True)
    for member, work in shares.items():
        takes(book, member, work)
    if not early:
        groups.put(book, course, wishes, GRACE, new=True)
    assert [told(of(book, member, course)) for member in members] == [told(of(book, alone, course))] * len(members)


@FEWER
@given(mine=hand_ins, theirs=hand_ins, course=rules)
def test_who_is_opted_out_has_their_own_and_comes_back_to_what_was(
    book: Gradebook, mine: HandIns, theirs: HandIns, course: Course
) -> None:
    one, other = new(), new()
    takes(book, one, mine)
    takes(book, other, theirs)
    apart = [of(book, student, course).standing for student in (one, other)]
    groups.put(book, course, [groups.Wish(SLUG, f"of {one}", student) for student in (one, other)], GRACE)
    together = [of(book, student, course).standing for student in (one, other)]
    if course.attempts is Attempts.BEST:
        assert all((after.score or 0) >= (before.score or 0) for before, after in zip(apart, together, strict=True))
    groups.opt_out(book, course, SLUG, one, reason="alone", by=GRACE)
    assert [of(book, student, course).standing for student in (one, other)] == apart
    groups.opt_in(book, course, SLUG, one, reason="", by=GRACE)
    assert [of(book, student, course).standing for student in (one, other)] == together

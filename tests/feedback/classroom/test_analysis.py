"""What the reports of a class say together."""

from datetime import timedelta, timezone

import msgspec

from autograder.feedback.classroom.analysis import Analysis, AssignmentAnalysis, analyse
from autograder.feedback.classroom.work import HandIn, Work
from tests.feedback.classroom.making import DUE, MISTAKE, SLUG, WRONG, answer, marked, report, sheet, unreadable, work

ABSENT = Work("zoe", None, 10.0)


def of(*works: Work, **more: object) -> AssignmentAnalysis:
    """The analysis of one assignment, everybody by name."""
    return analyse("A course", [sheet(works)], {}, **more).assignments[0]  # type: ignore[arg-type]


def test_an_empty_course_is_an_empty_analysis() -> None:
    assert analyse("A course", [], {}) == Analysis(course="A course", students=0, named=False, assignments=())


def test_who_has_handed_in_nothing_has_no_score_and_is_no_zero() -> None:
    found = of(work(marked("ada", (1, 1))), ABSENT)
    assert (found.students, found.handed_in) == (2, 1)
    assert found.scores is not None
    assert (found.scores.count, found.scores.mean) == (1, 4.0)


def test_the_score_is_the_policys_and_not_the_reports() -> None:
    late = work(marked("ada", (1, 1)), score=3.0, late=3600.0)
    found = of(late)
    assert found.scores is not None
    assert found.scores.mean == 3.0
    assert found.attempts.late == 1


def test_scores_are_spread_over_tenths_and_full_marks_have_one_of_their_own() -> None:
    scores = [0, 0.4, 1, 3.9, 4, 9.99, 10, 10]
    found = of(*(work(marked(f"s{at}", (1,)), score=score, max_score=10.0) for at, score in enumerate(scores)))
    assert found.scores is not None
    assert found.scores.tenths == (2, 1, 0, 1, 1, 0, 0, 0, 0, 1, 2)
    assert (found.scores.lowest, found.scores.median, found.scores.highest) == (0, 3.95, 10)


def test_what_is_ungraded_has_no_scores_and_says_who_has_everything_right() -> None:
    right = report("ada", answer("h", points=0.0, max_points=0.0))
    found = of(work(right), work(report("bob", answer("h", WRONG, points=0.0, max_points=0.0))))
    assert found.scores is None
    assert found.full == 1


def test_what_waits_is_excused_or_could_not_be_read_is_counted() -> None:
    waiting = Work("bob", None, 10.0, attempts=(HandIn(1, DUE),))
    found = of(work(unreadable("ada")), waiting, Work("cy", None, 10.0, excused=True))
    assert (found.handed_in, found.waiting, found.excused, found.unreadable) == (2, 1, 1, 1)


def test_a_mistake_says_in_which_question_how_often_by_whom_and_what_they_read() -> None:
    def slip(name: str, mistake: str) -> Work:
        return work(report(name, answer("h", MISTAKE, mistake=mistake, hint=f"{mistake}?"), answer("error")))

    found = of(slip("cy", "summed"), slip("ada", "summed"), slip("bob", "twice"))
    assert [(one.question, one.mistake, one.count, one.students, one.hint) for one in found.mistakes] == [
        ("h", "summed", 2, ("ada", "cy"), "summed?"),
        ("h", "twice", 1, ("bob",), "twice?"),
    ]


def test_students_stand_in_it_by_their_labels_everywhere() -> None:
    def alike(name: str) -> Work:
        return work(report(name, answer("h", MISTAKE, mistake="rare"), answer("error", WRONG, seen=1.5)))

    works = [alike("ada"), alike("bob"), *(work(marked(f"s{at}", (1, 1))) for at in range(40))]
    labels = {one.student: f"student {at}" for at, one in enumerate(works)}
    found = analyse("A course", [sheet(works)], labels, similar=True)
    text = msgspec.json.encode(found).decode()
    assert found.assignments[0].similar
    assert '"ada"' not in text
    assert '"bob"' not in text
    assert text.count("student 0") == 4  # of the mistake, of the value twice (as its example), of the pair


def test_a_group_whose_report_is_of_one_member_is_counted_by_its_members() -> None:
    shared = report("ada", answer("h", MISTAKE, mistake="summed"))
    hand_in = (HandIn(7, DUE),)
    found = of(work(shared, attempts=hand_in), work(shared, student="bob", attempts=hand_in))
    assert found.mistakes[0].students == ("ada", "bob")
    assert found.attempts.total == 1


def test_hand_ins_are_counted_by_the_day_in_the_zone_of_the_due_date() -> None:
    zone = timezone(timedelta(hours=2))
    due = DUE.astimezone(zone)  # 2026-10-06 01:59
    late_evening = HandIn(1, DUE - timedelta(hours=1))
    two = work(marked("ada", (1,)), attempts=(HandIn(2, DUE - timedelta(days=1)), late_evening))
    (found,) = analyse("A course", [sheet([two, work(marked("bob", (1,)))], due=due)], {}).assignments
    assert [(str(one.day), one.count) for one in found.attempts.days] == [("2026-10-05", 1), ("2026-10-06", 2)]
    assert found.attempts.each == {1: 1, 2: 1}


def test_nothing_is_compared_unless_it_is_asked_for() -> None:
    assert of(work(marked("ada", (1,)))).similar is None
    asked = analyse("A course", [sheet([work(marked("ada", (1,)))])], {}, similar=True, prints={SLUG: {"ada": {1}}}).assignments[0]
    assert (asked.similar, asked.code_compared) == ((), True)


def test_it_is_plain_json() -> None:
    found = analyse("A course", [sheet([work(marked("ada", (1, 0.5)))])], {}, similar=True)
    assert msgspec.json.decode(msgspec.json.encode(found), type=Analysis) == found

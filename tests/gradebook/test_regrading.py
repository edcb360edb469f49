"""Whose score moves when an assignment is graded anew: shown before anything changes, recorded all at once, decisions untouched."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from autograder.gradebook import regrading
from autograder.gradebook.deciding import ALL, excuse, override
from autograder.gradebook.log import lines
from autograder.gradebook.regrading import Regrade, Shift, accept, preview
from autograder.gradebook.store import Gradebook
from autograder.gradebook.tables import students
from autograder.grading.report import Report
from autograder.grading.submission import Submission
from tests.gradebook.classroom import COURSE, DUE, GRACE, OTHER, SLUG, about, hand_in, of, reported


def anew(book: Gradebook, *points: float, **of_student: tuple[float, ...] | None) -> dict[int, Report]:
    """Reports of all that is kept: with these points, or of a student those; None is a fault."""
    found = {}
    for number, submission in book.kept(SLUG):
        given = of_student.get(submission.student, points)
        found[number] = reported(submission, *(given or (0,)), fault=given is None)
    return found


def moved(found: Regrade) -> dict[str, tuple[float | None, float | None]]:
    return {move.student: (move.before.standing.score, move.after.standing.score) for move in found.moves}


def scores(book: Gradebook) -> dict[str, float | None]:
    return {one.student: one.standing.score for one in book.standings(COURSE, SLUG)}


@pytest.fixture
def kept(book: Gradebook) -> Gradebook:
    """ada has 5 + 3, ben 4 + 4, both in time."""
    hand_in(book, "ada", -1, 5, 3)
    hand_in(book, "ben", -1, 4, 4)
    return book


def test_a_preview_says_whose_score_moves_how_far_and_through_which_question_and_changes_nothing(kept: Gradebook) -> None:
    before = kept.standings(COURSE), kept.pending(), kept.reports()
    found = preview(kept, COURSE, SLUG, anew(kept, ada=(5, 5), ben=(4, 4)))
    assert moved(found) == {"ada": (8, 10)}
    (move,) = found.moves
    assert (move.by, move.shifts) == (2, (Shift("q1", 3, 5),))
    assert (found.submissions, found.changed, found.max_score, found.held, found.faults) == (2, 1, 10, (), ())
    assert (kept.standings(COURSE), kept.pending(), kept.reports()) == before
    assert kept.read(lines) == []


def test_what_is_accepted_is_recorded_and_in_the_log(kept: Gradebook) -> None:
    graded = anew(kept, ada=(5, 5), ben=(0, 4))
    shown = preview(kept, COURSE, SLUG, graded)
    found = accept(kept, COURSE, SLUG, graded, GRACE)
    assert found == shown
    assert scores(kept) == {"ada": 10, "ben": 4}
    assert [(one.person, one.verb, one.student, one.said) for one in kept.read(lines)] == [
        ("grace", "regrade", "ada", "graded anew: from 8 to 10 points (q1 from 3 to 5)"),
        ("grace", "regrade", "ben", "graded anew: from 8 to 4 points (q0 from 4 to 0)"),
        ("grace", "regrade", "", "2 submissions graded anew: 2 reports changed, 2 scores moved"),
    ]


def test_the_same_again_is_no_change(kept: Gradebook) -> None:
    graded = anew(kept, ada=(5, 3), ben=(4, 4))
    found = accept(kept, COURSE, SLUG, graded, GRACE)
    assert (found.changed, found.moves, kept.read(lines)) == (0, (), [])


def test_of_several_attempts_the_one_that_counts_then_is_looked_at(kept: Gradebook) -> None:
    first, one = hand_in(kept, "cleo", -9, 5, 1)
    second, other = hand_in(kept, "cleo", -5, 2, 2)
    found = accept(kept, COURSE, SLUG, {first: reported(one, 0, 1), second: reported(other, 2, 5)}, GRACE)
    (move,) = found.moves
    assert move.before.standing.attempt is not None
    assert move.after.standing.attempt is not None
    assert (move.before.standing.attempt.number, move.after.standing.attempt.number) == (1, 2)
    assert (moved(found), move.shifts) == ({"cleo": (6, 7)}, (Shift("q0", 5, 2), Shift("q1", 1, 5)))


def test_lateness_is_taken_off_what_is_graded_anew(book: Gradebook) -> None:
    hand_in(book, "ada", 30, 5, 3)
    assert moved(preview(book, COURSE, SLUG, anew(book, 5, 5))) == {"ada": (6.4, 8)}


def test_what_was_not_graded_yet_moves_from_nothing(kept: Gradebook) -> None:
    hand_in(kept, "cleo", -1)
    found = accept(kept, COURSE, SLUG, anew(kept, ada=(5, 3), ben=(4, 4), cleo=(1, 1)), GRACE)
    assert (moved(found), found.moves[0].by, found.moves[0].shifts) == ({"cleo": (None, 2)}, 2, ())
    assert kept.pending() == []


def test_questions_that_come_and_go_are_told_of(kept: Gradebook) -> None:
    found = preview(kept, COURSE, SLUG, anew(kept, ada=(5,), ben=(4, 4, 2)))
    assert [move.shifts for move in found.moves] == [(Shift("q1", 3, None),), (Shift("q2", None, 2),)]


def test_points_that_move_to_another_question_move_no_score(kept: Gradebook) -> None:
    found = preview(kept, COURSE, SLUG, anew(kept, ada=(3, 5), ben=(4, 4)))
    assert (found.moves, found.held, found.changed) == ((), (), 1)


def test_a_fault_of_ours_moves_nothing_and_is_named(kept: Gradebook) -> None:
    hand_in(kept, "cleo", -1)
    found = accept(kept, COURSE, SLUG, anew(kept, ada=None, ben=(4, 4), cleo=None), GRACE)
    assert (found.moves, found.faults) == ((), ("ada", "cleo"))
    assert scores(kept) == {"ada": 8, "ben": 8, "cleo": None}


# --- what people decided stands --------------------------------------------------------------------------------------------


def test_an_override_of_all_stands_and_it_is_said_what_it_holds(kept: Gradebook) -> None:
    for student in ("ada", "ben"):
        override(kept, about(student), ALL, 9, 10, reason="oral", by=GRACE)
    found = accept(kept, COURSE, SLUG, anew(kept, ada=(5, 5), ben=(3, 5)), GRACE)
    assert found.moves == ()
    assert [(move.student, move.shifts) for move in found.held] == [("ada", (Shift("q1", 3, 5),))]
    assert scores(kept) == {"ada": 9, "ben": 9}


def test_an_override_of_a_question_stands_while_the_others_move(kept: Gradebook) -> None:
    for student in ("ada", "ben"):
        override(kept, about(student), "q1", 1, 5, reason="copied", by=GRACE)
    found = accept(kept, COURSE, SLUG, anew(kept, ada=(4, 5), ben=(4, 5)), GRACE)
    assert [(move.student, move.shifts) for move in found.moves] == [("ada", (Shift("q0", 5, 4),))]
    assert [(move.student, move.shifts) for move in found.held] == [("ben", (Shift("q1", 4, 5),))]
    assert scores(kept) == {"ada": 5, "ben": 5}


def test_who_is_excused_has_no_score_all_the_same(kept: Gradebook) -> None:
    excuse(kept, about(), reason="ill", by=GRACE)
    found = accept(kept, COURSE, SLUG, anew(kept, ada=(5, 5), ben=(4, 4)), GRACE)
    assert (found.moves, [move.student for move in found.held]) == ((), ["ada"])
    assert scores(kept)["ada"] is None


def test_an_override_of_a_question_that_is_gone_is_told_of(kept: Gradebook) -> None:
    override(kept, about(), "q1", 5, 5, reason="seen", by=GRACE)
    found = accept(kept, COURSE, SLUG, anew(kept, ada=(5,), ben=(4, 4)), GRACE)
    assert (moved(found), found.idle) == ({"ada": (10, 5)}, (("ada", "q1"),))


# --- side by side with others ------------------------------------------------------------------------------------------------


def test_other_assignments_are_left_alone(kept: Gradebook) -> None:
    hand_in(kept, "ada", -1, 1, 1, slug=OTHER)
    accept(kept, COURSE, SLUG, anew(kept, 0, 0), GRACE)
    assert [one.score for one in kept.reports(OTHER)] == [2]


def test_who_was_forgotten_meanwhile_is_passed_over(kept: Gradebook) -> None:
    """Also where the number of the work has become another's."""
    graded = anew(kept, 0, 0)
    number, _ = hand_in(kept, "cleo", -1, 1, 1)
    gone = {n: reported(Submission("gone", SLUG, "gradient.py", b""), 5, 5) for n in (number, number + 1)}
    shown = preview(kept, COURSE, SLUG, {**graded, **gone})
    assert accept(kept, COURSE, SLUG, {**graded, **gone}, GRACE) == shown
    assert (shown.submissions, scores(kept)) == (2, {"ada": 0, "ben": 0, "cleo": 2})


def test_what_is_handed_in_meanwhile_keeps_what_it_got(kept: Gradebook) -> None:
    graded = anew(kept, 0, 0)
    hand_in(kept, "ben", -0.5, 5, 5)
    assert moved(accept(kept, COURSE, SLUG, graded, GRACE)) == {"ada": (8, 0)}
    assert scores(kept) == {"ada": 0, "ben": 10}


def test_it_is_recorded_whole_or_not_at_all(kept: Gradebook, monkeypatch: pytest.MonkeyPatch) -> None:
    before = kept.standings(COURSE)
    noted: list[object] = []

    def note(*more: object, **_: object) -> None:
        noted.append(more)
        if len(noted) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(regrading, "note", note)
    with pytest.raises(KeyboardInterrupt):
        accept(kept, COURSE, SLUG, anew(kept, 0, 0), GRACE)
    assert kept.standings(COURSE) == before
    assert kept.read(lines) == []


def test_a_group_moves_together(kept: Gradebook) -> None:
    from sqlalchemy import insert, select

    from autograder.gradebook.tables import groups

    def group(connection: object) -> None:
        for row in connection.execute(select(students.c.id)).all():  # type: ignore[attr-defined]
            values: Mapping[str, object] = {"slug": SLUG, "student_id": row.id, "name": "table 1", "opted_out": False}
            connection.execute(insert(groups), values)  # type: ignore[attr-defined]

    kept.write(group)
    found = accept(kept, COURSE, SLUG, anew(kept, ada=(0, 0), ben=(5, 5)), GRACE)
    assert moved(found) == {"ada": (8, 10), "ben": (8, 10)}
    assert {one.student for one in kept.read(lines)} == {"ada", "ben", ""}


def test_more_time_later_still_never_lowers_what_was_graded_anew(kept: Gradebook) -> None:
    from autograder.gradebook.deciding import extend

    hand_in(kept, "cleo", 30, 5, 5)
    accept(kept, COURSE, SLUG, anew(kept, 4, 4), GRACE)
    extend(kept, about("cleo"), DUE + timedelta(days=9), reason="ill", by=GRACE)
    assert of(kept, "cleo").standing.score == 8

"""The last attempt counts and all are kept; which of several files of one attempt counts is never guessed."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.gradebook.roster import Person
from tests.platforms.collecting.downloads import (
    COURSE,
    DUE,
    LATER,
    NET,
    NOBODY,
    STEP,
    WORK,
    collect,
    laid_out,
    students,
    why,
    works,
    zipped,
)

FOLDER = "1-9 - Ada - {}/gradient.py"

# --- what must not happen ------------------------------------------------------------------------------------------------


def test_of_two_copies_of_which_none_has_the_name_neither_is_taken(tmp_path: Path) -> None:
    files = {"ada/gradient (1).py": WORK, "ada/gradient (2).py": LATER, "bob/gradient.py": WORK}
    collection = collect([zipped(tmp_path / "x.zip", files)], COURSE, NOBODY)
    assert students(collection) == ["bob"]
    assert len(why(collection)) == 2
    assert all("none is named gradient.py" in reason for reason in why(collection))


def test_the_file_of_the_name_is_taken_before_its_copies_which_are_told(tmp_path: Path) -> None:
    files = {"ada/gradient (1).py": WORK, "ada/gradient.py": LATER}
    collection = collect([zipped(tmp_path / "x.zip", files)], COURSE, NOBODY)
    assert works(collection) == [("ada", STEP, LATER)]
    assert "Not graded" in why(collection)[0]


def test_one_students_attempts_are_not_anothers(tmp_path: Path) -> None:
    names = {"1-9 - Ada - Nov 20, 2026 1158 PM/gradient.py": WORK, "2-9 - Bob - Nov 21, 2026 1158 PM/gradient.py": LATER}
    collection = collect([zipped(tmp_path / "x.zip", names)], COURSE, NOBODY)
    assert [(one.attempt.submission.student, one.of) for one in collection.taken] == [("Ada", 1), ("Bob", 1)]


# --- which counts --------------------------------------------------------------------------------------------------------


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(4)), st.integers(1, 4))
def test_the_last_by_its_time_counts_in_whatever_order_they_lie_there(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], per_zip: int
) -> None:
    folder = tmp_path_factory.mktemp("in")
    files = [(FOLDER.format(f"Nov 2{day}, 2026 100 PM"), f"h = {day}\n".encode()) for day in order]
    zips = [zipped(folder / f"{start}.zip", dict(files[start : start + per_zip])) for start in range(0, 4, per_zip)]
    collection = collect(zips, COURSE, NOBODY)
    assert [one.attempt.submission.content for one in collection.taken] == [f"h = {day}\n".encode() for day in range(4)]
    assert [one.number for one in collection.taken] == [1, 2, 3, 4]


def test_without_times_the_download_that_is_named_last_counts(tmp_path: Path) -> None:
    first = zipped(tmp_path / "1.zip", {"Ada_1_assignsubmission_file/gradient.py": WORK})
    second = zipped(tmp_path / "2.zip", {"Ada_1_assignsubmission_file/gradient.py": LATER})
    assert works(collect([first, second], COURSE, NOBODY)) == [("Ada", STEP, LATER)]
    assert works(collect([second, first], COURSE, NOBODY)) == [("Ada", STEP, WORK)]


@pytest.mark.parametrize("turned", [False, True], ids=["older first", "newer first"])
def test_without_times_what_is_called_late_came_after_what_is_not(tmp_path: Path, turned: bool) -> None:
    at_the_due_date = zipped(tmp_path / "1.zip", {"lovelaceada_5_70_gradient.py": WORK})
    a_week_later = zipped(tmp_path / "2.zip", {"lovelaceada_LATE_5_80_gradient.py": LATER})
    named = [a_week_later, at_the_due_date] if turned else [at_the_due_date, a_week_later]
    assert works(collect(named, COURSE, NOBODY)) == [("lovelaceada-5", STEP, LATER)]


def test_the_same_file_in_two_downloads_is_one_attempt_with_the_time_that_is_known(tmp_path: Path) -> None:
    canvas = zipped(tmp_path / "1.zip", {"Ada_1_2_gradient.py": WORK})
    dated = zipped(tmp_path / "2.zip", {FOLDER.format("Nov 20, 2026 1158 PM"): WORK})
    known = replace(NOBODY, roster=[Person("ada", full_name="Ada")])
    for paths in ([canvas, dated], [dated, canvas]):
        collection = collect(paths, COURSE, known)
        assert [(one.number, one.attempt.at is not None) for one in collection.taken] == [(1, True)]
        assert len(collection.passed) == 1


def test_handing_in_the_same_again_at_another_time_is_an_attempt(tmp_path: Path) -> None:
    files = {FOLDER.format("Nov 20, 2026 1158 PM"): WORK, FOLDER.format("Nov 21, 2026 1158 PM"): WORK}
    assert [one.late for one in collect([zipped(tmp_path / "x.zip", files)], COURSE, NOBODY).taken] == [False, True]


def test_one_attempt_may_hold_two_assignments(tmp_path: Path) -> None:
    files = ["Ada_1_assignsubmission_file/gradient.py", "Ada_1_assignsubmission_file/network.py"]
    assert [work[:2] for work in works(collect([zipped(tmp_path / "x.zip", files)], COURSE, NOBODY))] == [("Ada", STEP), ("Ada", NET)]


def test_the_file_is_taken_before_the_notebook_beside_it(tmp_path: Path) -> None:
    files = {"Ada_1_assignsubmission_file/gradient.ipynb": LATER, "Ada_1_assignsubmission_file/gradient.py": WORK}
    collection = collect([zipped(tmp_path / "x.zip", files)], COURSE, NOBODY)
    assert works(collection) == [("Ada", STEP, WORK)]
    assert "gradient.py was" in why(collection)[0]


def test_what_is_no_python_is_passed_over_beside_work_and_left_alone(tmp_path: Path) -> None:
    files = [
        "Ada_1_assignsubmission_file/gradient.py",
        "Ada_1_assignsubmission_file/notes.pdf",
        "Bob_2_assignsubmission_file/notes.pdf",
    ]
    collection = collect([zipped(tmp_path / "x.zip", files)], COURSE, NOBODY)
    assert ["Ada_1" in one.path for one in collection.passed] == [True]
    assert [("Bob_2" in one.path, one.why) for one in collection.left] == [(True, "Expected a .py or .ipynb file.")]


# --- late ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("time", "extension", "late"),
    [
        ("Nov 20, 2026 1159 PM", None, False),
        ("Nov 21, 2026 1200 AM", None, True),
        ("Nov 21, 2026 1200 AM", timedelta(days=2), False),
        ("Nov 23, 2026 1200 AM", timedelta(days=2), True),
    ],
    ids=["at-the-minute", "a-minute-after", "extended", "after-the-extension"],
)
def test_late_is_what_comes_after_the_due_date_of_this_student(
    tmp_path: Path, time: str, extension: timedelta | None, late: bool
) -> None:
    known = replace(NOBODY, extended={("Ada", STEP): DUE + extension} if extension else {})
    (one,) = collect([zipped(tmp_path / "x.zip", [FOLDER.format(time)])], COURSE, known).taken
    assert one.late is late


def test_canvas_word_for_late_does_not_hold_against_an_extension_that_it_does_not_know(tmp_path: Path) -> None:
    known = replace(NOBODY, extended={("ada-1", STEP): DUE + timedelta(days=2)})
    (one,) = collect([zipped(tmp_path / "x.zip", ["ada_LATE_1_2_gradient.py"])], COURSE, known).taken
    assert one.late is None


def test_a_zone_that_is_named_is_that_of_times_without_one(tmp_path: Path) -> None:
    known = replace(NOBODY, zone=datetime.fromisoformat("2026-01-01T00:00:00-08:00").tzinfo)
    (one,) = collect([zipped(tmp_path / "x.zip", [FOLDER.format("Nov 20, 2026 300 PM")])], COURSE, known).taken
    assert one.attempt.at == datetime.fromisoformat("2026-11-20T15:00:00-08:00")
    assert one.late is True


def test_what_was_handed_out_gives_way_to_work(tmp_path: Path) -> None:
    course = type(COURSE)(title="x", assignments=COURSE.assignments, limits=COURSE.limits, root=tmp_path)
    laid_out(tmp_path / "assignments" / STEP, {"gradient.py": WORK, "gradient.ipynb": b"{}"})
    files = {"ada/gradient.py": WORK, "ada/gradient.ipynb": LATER}
    collection = collect([zipped(tmp_path / "x.zip", files)], course, NOBODY)
    assert works(collection) == [("ada", STEP, LATER)]
    assert (collection.left, len(collection.passed)) == ((), 1)

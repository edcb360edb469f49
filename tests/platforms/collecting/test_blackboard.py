"""What Blackboard's assignment file download holds goes to the username in its names, each attempt with its time."""

from datetime import datetime
from pathlib import Path

from tests.platforms.collecting.downloads import COURSE, DUE, LATER, NOBODY, STEP, WORK, collect, only, students, why, works, zipped

NOTE = b"Name: Ada Lovelace (ada_l)\nAssignment: One step\nDate Submitted: x\nComments:\nName: Bob (bob)\n"

# --- what must not happen ------------------------------------------------------------------------------------------------


def test_what_a_student_writes_into_the_note_names_nobody(tmp_path: Path) -> None:
    """The first line is Blackboard's; what comes below it may be a comment."""
    files = {"One step_ada_l_attempt_2026-11-20-23-58-00.txt": NOTE, "One step_ada_l_attempt_2026-11-20-23-58-00_gradient.py": WORK}
    assert students(collect([zipped(tmp_path / "x.zip", files)], COURSE, NOBODY)) == ["ada_l"]


def test_a_note_that_names_another_than_the_files_is_not_believed(tmp_path: Path) -> None:
    files = {"Step_eve_attempt_2026-11-20-23-58-00.txt": NOTE, "Step_eve_attempt_2026-11-20-23-58-00_gradient.py": WORK}
    assert students(collect([zipped(tmp_path / "x.zip", files)], COURSE, NOBODY)) == ["eve"]


def test_a_file_named_as_another_attempt_stays_its_own_students(tmp_path: Path) -> None:
    name = "Step_eve_attempt_2026-11-20-23-58-00_Step_ada_attempt_2026-11-19-23-58-00_gradient.py"
    collection = collect([zipped(tmp_path / "x.zip", [name])], COURSE, NOBODY, slug=STEP)
    assert students(collection) == ["eve"]


def test_a_page_of_an_attempt_without_a_file_is_told_of(tmp_path: Path) -> None:
    files = {
        "One step_ada_l_attempt_2026-11-20-23-58-00.txt": NOTE,
        "One step_ada_l_attempt_2026-11-20-23-58-00_gradient.py": WORK,
        "One step_bob_attempt_2026-11-20-23-58-00.txt": b"Name: Bob (bob)\n",
    }
    collection = collect([zipped(tmp_path / "x.zip", files)], COURSE, NOBODY)
    assert students(collection) == ["ada_l"]
    assert ["_bob_" in one.path for one in collection.left] == [True]


def test_an_attempt_may_be_called_so_in_another_language(tmp_path: Path) -> None:
    files = {"Tarea_ada_l_intento_2026-11-20-23-58-00.txt": NOTE, "Tarea_ada_l_intento_2026-11-20-23-58-00_gradient.py": WORK}
    assert students(collect([zipped(tmp_path / "x.zip", files)], COURSE, NOBODY)) == ["ada_l"]


def test_two_usernames_of_which_only_the_ends_are_alike_are_not_one(tmp_path: Path) -> None:
    """Without the notes a username with `_` in it cannot be told from the assignment's name."""
    names = ["Step_ada_l_attempt_2026-11-20-23-58-00_gradient.py", "Step_bob_l_attempt_2026-11-20-23-58-00_gradient.py"]
    collection = collect([zipped(tmp_path / "x.zip", names)], COURSE, NOBODY)
    assert works(collection) == []
    assert "2 students are called l here" in why(collection)[0]


# --- what is read --------------------------------------------------------------------------------------------------------


def test_every_attempt_is_kept_with_its_time_and_the_last_counts(tmp_path: Path) -> None:
    files = {
        "Step_bob_attempt_2026-11-21-23-58-00_gradient.py": LATER,
        "Step_bob_attempt_2026-11-20-23-58-00_gradient.py": WORK,
        "Step_bob_attempt_2026-11-21-23-58-00.txt": b"Name: Bob (bob)\n",
    }
    collection = collect([zipped(tmp_path / "x.zip", files)], COURSE, NOBODY)
    assert [(one.attempt.submission.content, one.late) for one in collection.taken] == [(WORK, False), (LATER, True)]
    assert (len(collection.passed), collection.left) == (1, ())


def test_a_time_is_in_the_zone_of_the_due_date(tmp_path: Path) -> None:
    one = only(collect([zipped(tmp_path / "x.zip", ["Step_bob_attempt_2026-11-20-23-59-00_gradient.py"])], COURSE, NOBODY))
    assert one.attempt.at == DUE
    assert one.late is False


def test_the_assignments_name_says_for_what_a_file_of_any_name_is(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.zip", ["A network_bob_attempt_2026-11-20-23-59-00_hw.py"])
    assert works(collect([path], COURSE, NOBODY)) == [("bob", "02-network", WORK)]


def test_a_time_that_is_none_is_no_attempt(tmp_path: Path) -> None:
    names = ["Step_bob_attempt_2026-13-45-99-99-99_gradient.py", "Step_ada_attempt_2026-11-20-23-59-00_gradient.py"]
    collection = collect([zipped(tmp_path / "x.zip", names)], COURSE, NOBODY)
    assert students(collection) == ["ada"]
    assert "Blackboard gives no file such a name" in why(collection)[0]


def test_a_time_of_an_assignment_without_due_date_is_this_machines(tmp_path: Path) -> None:
    one = only(collect([zipped(tmp_path / "x.zip", ["Net_bob_attempt_2026-11-20-23-59-00_network.py"])], COURSE, NOBODY))
    assert one.attempt.at == datetime.fromisoformat("2026-11-20T23:59:00+00:00")
    assert one.late is None

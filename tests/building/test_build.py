"""Does `assignments/` become what the masters say, and nothing else be touched?"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.building.build import build, differences, leaks, planned, safe, write
from autograder.errors import CourseError, UsageError
from tests.building import calling
from tests.building.making import MASTER, QUESTIONS, TOML, Made

FOLDER = Path("assignments", "01-halves")
FILES = [FOLDER / name for name in ("README.md", "halves.py", "halves.ipynb", "examples.json")]


def _below(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_planned_is_four_files_and_nothing_is_written(course: Made) -> None:
    made = course()
    assert list(planned(made)) == FILES
    assert not (made.root / "assignments").exists()


def test_build_writes_what_is_planned_and_then_has_nothing_to_do(course: Made) -> None:
    made = course()
    assert build(made) == FILES
    assert {Path("assignments", name): content for name, content in _below(made.root / "assignments").items()} == planned(made)
    assert build(made) == []
    assert differences(made) == []


def test_only_what_changed_is_written(course: Made) -> None:
    build(course())
    changed = course(MASTER.replace("print(half)", "print(half, total)"))
    assert build(changed) == [FOLDER / "halves.py", FOLDER / "halves.ipynb", FOLDER / "examples.json"]  # which knows the two


def test_a_master_with_windows_line_ends_or_a_byte_order_mark_gives_the_same_files(course: Made) -> None:
    plain = planned(course())
    assert planned(course(MASTER.replace("\n", "\r\n").encode())) == plain
    assert planned(course(b"\xef\xbb\xbf" + MASTER.encode())) == plain


@pytest.mark.parametrize(
    ("marked", "unmarked", "said"),
    [
        ("total = a + b  # SOLUTION", "total = a + b", "'total' has its answer outside every solution region"),
        ("half = total / 2  # SOLUTION", "", "'half' is asked for, and no solution region holds its answer"),
    ],
)
def test_an_answer_without_its_marker_is_never_handed_out(course: Made, marked: str, unmarked: str, said: str) -> None:
    """A forgotten marker would publish the solution: nothing is built, and the question is named."""
    made = course(MASTER.replace(marked, unmarked))
    with pytest.raises(CourseError, match=said):
        build(made)
    assert not (made.root / "assignments").exists()


def test_files_no_longer_made_are_removed_and_traces_of_work_are_left(course: Made) -> None:
    made = course()
    build(made)
    folder = made.root / FOLDER
    (folder / "old.py").write_text("old")
    (folder / "data").mkdir()
    (folder / "data" / "old.csv").write_text("1")
    (folder / ".ipynb_checkpoints").mkdir()
    (folder / ".ipynb_checkpoints" / "halves.ipynb").write_text("{}")
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "halves.pyc").write_bytes(b"")
    assert len(differences(made)) == 2
    assert build(made) == [FOLDER / "data" / "old.csv", FOLDER / "old.py"]
    assert not (folder / "old.py").exists()
    assert (folder / ".ipynb_checkpoints" / "halves.ipynb").exists()
    assert differences(made) == []


def test_a_folder_of_no_assignment_is_reported_and_never_removed(course: Made) -> None:
    made = course()
    build(made)
    stray = made.root / "assignments" / "07-draft" / "notes.md"
    stray.parent.mkdir()
    stray.write_text("mine")
    assert build(made) == []
    assert stray.read_text() == "mine"
    assert differences(made) == [
        "assignments/07-draft/notes.md: belongs to no assignment. Remove it, or run `descent build` for an assignment's folder."
    ]


def test_each_difference_is_a_sentence_with_its_remedy(course: Made) -> None:
    made = course()
    build(made)
    (made.root / FOLDER / "README.md").unlink()
    (made.root / FOLDER / "halves.py").write_text("h = 1\n")
    assert differences(made) == [
        "assignments/01-halves/README.md: missing. Run `descent build`.",
        "assignments/01-halves/halves.py: is not what its master gives. Run `descent build`; make changes in solutions/.",
    ]


def test_a_change_of_line_ends_is_a_difference(course: Made) -> None:
    made = course()
    build(made)
    path = made.root / FOLDER / "halves.py"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert len(differences(made)) == 1


def test_a_solution_that_is_given_away_stops_the_build_before_anything_is_written(course: Made) -> None:
    made = course(MASTER.replace("# Two numbers", "# As you know, half=total/2. Two numbers"))
    assert leaks(made, planned(made))
    with pytest.raises(CourseError, match=r"assignments/01-halves/README\.md: gives away 'half = total / 2'"):
        build(made)
    assert not (made.root / "assignments").exists()
    assert leaks(made, planned(made))[0] in differences(made)


def test_a_solution_in_a_questions_text_is_found_too(course: Made) -> None:
    made = course(questions=QUESTIONS.replace("Half of the sum.", "half = total / 2."))
    assert {problem.split(":")[0].rpartition("/")[2] for problem in leaks(made, planned(made))} == {
        "README.md",
        "examples.json",
        "halves.ipynb",
    }


@pytest.mark.parametrize(
    ("master", "words"),
    [
        (MASTER.replace("    # END SOLUTION\n", ""), "solutions/01-halves/halves.py, line 22: '# BEGIN SOLUTION' is never closed"),
        (b"total = 1  # \xff\n", "solutions/01-halves/halves.py: not UTF-8 at byte 13"),
    ],
)
def test_a_broken_master_is_refused_and_what_was_built_stays(course: Made, master: str | bytes, words: str) -> None:
    build(course())
    before = _below(course().root)
    broken = course(master)
    for verb in (build, differences, planned, safe):
        with pytest.raises(CourseError) as caught:
            verb(broken)
        assert words in str(caught.value)
    after = _below(broken.root)
    assert {name: after[name] for name in after if name.startswith("assignments")} == {
        name: before[name] for name in before if name.startswith("assignments")
    }


def test_the_problems_of_all_assignments_are_named_at_once(course: Made, tmp_path: Path) -> None:
    second = TOML.partition("\n\n")[2].replace("01-halves", "02-more")
    folder = tmp_path / "course" / "solutions" / "02-more"
    folder.mkdir(parents=True)
    (folder / "questions.py").write_text(QUESTIONS)
    (folder / "halves.py").write_text("# END SOLUTION\n")
    made = course("# SOLUTION\n", toml=f"{TOML}\n{second}")
    with pytest.raises(CourseError) as caught:
        planned(made)
    assert [problem.split(",")[0] for problem in caught.value.problems] == [
        "solutions/01-halves/halves.py",
        "solutions/02-more/halves.py",
    ]


def test_a_write_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.mkdir()
    (path / "kept").write_text("kept")
    with pytest.raises(UsageError, match=r"a\.txt: cannot be written"):
        write(path, b"new")
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]
    assert (path / "kept").read_text() == "kept"


@pytest.mark.parametrize("settings", [{"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C"}])
def test_a_fresh_process_builds_the_same_bytes(course: Made, root: Path, settings: dict[str, str]) -> None:
    made = course()
    code = (
        "import json, sys; from pathlib import Path\n"
        "from autograder.building.build import planned, safe; from autograder.course.manifest import load\n"
        "made = planned(load(Path(sys.argv[1])))\n"
        "print(json.dumps([[path.as_posix(), content.hex()] for path, content in made.items()]))"
    )
    command = [sys.executable, "-c", code, str(made.root)]
    ran = subprocess.run(command, cwd=root, env=os.environ | settings, capture_output=True, check=True, text=True)
    assert json.loads(ran.stdout) == [[path.as_posix(), content.hex()] for path, content in planned(made).items()]


# --- functions and data --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marked", "unmarked", "said"),
    [
        ("    return 2 * X  # SOLUTION", "    return 2 * X", "'double' is asked for, and no solution region holds its answer"),
        ("self.start + np.sum(X)\n        # END SOLUTION", "0\n        # END SOLUTION", ""),
        ("def walk(", "def wander(", r"'walked' is asked for, .* \(looked for in Walker\.walk\)"),
        ('word = "agrees"  # SOLUTION', 'word = "agrees"', "'word' has its answer outside every solution region"),
    ],
    ids=["function", "any-answer", "method", "constant"],
)
def test_a_function_without_a_solution_region_is_never_handed_out(tmp_path: Path, marked: str, unmarked: str, said: str) -> None:
    assert marked in calling.MASTER
    made = calling.write(tmp_path, master=calling.MASTER.replace(marked, unmarked))
    if not said:
        assert planned(made)
        return
    with pytest.raises(CourseError, match=said):
        build(made)


def test_a_name_within_a_given_function_is_not_the_question_of_that_name(tmp_path: Path) -> None:
    given = "\n\ndef given(X):\n    word = X\n    double = 2\n    return word * double\n\n\nshift_of_ones = None\n"
    assert planned(calling.write(tmp_path, master=calling.MASTER + given))


def test_data_are_handed_out_byte_for_byte_and_traces_are_not(tmp_path: Path) -> None:
    made = calling.write(tmp_path, data=True)
    files = {path.as_posix(): content for path, content in planned(made).items() if "data" in path.parts}
    assert files == {
        f"assignments/{calling.SLUG}/data/few.csv": calling.FEW_DATA,
        f"assignments/{calling.SLUG}/data/more/none.txt": b"",
    }
    build(made)
    assert differences(made) == []
    few = made.root / "assignments" / calling.SLUG / "data" / "few.csv"
    few.write_bytes(calling.FEW_DATA.replace(b"1", b"3"))
    (few.parent / "mine.csv").write_bytes(b"")
    assert len(differences(made)) == 2
    assert [path.name for path in build(made)] == ["few.csv", "mine.csv"]
    assert few.read_bytes() == calling.FEW_DATA


def test_a_solution_in_the_data_is_found(tmp_path: Path) -> None:
    made = calling.write(tmp_path, data=True)
    (made.root / "solutions" / calling.SLUG / "data" / "notes.txt").write_text("Write self.start + np.sum(X).")
    with pytest.raises(CourseError, match=r"data/notes\.txt: gives away 'self\.start \+ np\.sum\(X\)'"):
        build(made)

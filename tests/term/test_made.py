"""A generated term is the same for the same seed, has every kind of work in it, and tells its traps."""

import csv
import io
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from autograder.course.manifest import load
from examples.term.__main__ import made
from examples.term.downloads import Files
from examples.term.plan import TASKS, Term
from examples.term.works import pool

ROOT = Path(__file__).resolve().parents[2]
COURSE = load(ROOT)


@pytest.fixture(scope="module")
def large() -> tuple[Term, Files]:
    """A term of a hundred and twenty."""
    return made(COURSE, 120, 6)


def test_the_same_seed_gives_the_same_bytes_and_another_one_others() -> None:
    _, one = made(COURSE, 12, 6)
    _, again = made(COURSE, 12, 6)
    _, other = made(COURSE, 12, 7)
    assert one == again
    assert one["truth.json"] != other["truth.json"]


def test_every_wrong_work_is_handed_in_by_somebody(large: tuple[Term, Files]) -> None:
    term, _ = large
    for task in TASKS:
        wrong = pool(COURSE, task.slug).wrong
        dealt = Counter((one.source.kind, one.source.of) for one in term.of(task))
        missing = [one for one in wrong if not dealt[one.kind, one.of]]
        assert missing == [], [one.of for one in missing]


def test_no_two_hand_ins_are_the_same_bytes_but_notebooks(large: tuple[Term, Files]) -> None:
    term, _ = large
    contents = Counter(one.source.content for one in term.hand_ins if one.source.file.endswith(".py"))
    assert max(contents.values()) == 1


def test_two_students_have_one_name_and_nobody_else_shares_one(large: tuple[Term, Files]) -> None:
    term, _ = large
    names = Counter(student.name for student in term.students)
    assert sorted(names.values())[-2:] == [1, 2]
    assert len({student.id for student in term.students}) == len(term.students) == 120


def test_there_is_lateness_and_there_are_decisions_of_every_kind(large: tuple[Term, Files]) -> None:
    term, _ = large
    verbs = Counter(one.verb for one in term.decisions)
    assert 0.1 < sum(one.late for one in term.hand_ins) / len(term.hand_ins) < 0.3
    assert all(verbs[verb] >= 5 for verb in ("extend", "excuse", "override", "opt-out"))
    assert len(term.groups) == 6
    assert {bool(one.what[0]) for one in term.decisions if one.verb == "override"} == {True, False}


def test_canvas_says_no_time_and_hands_out_what_was_last(large: tuple[Term, Files]) -> None:
    term, files = large
    with zipfile.ZipFile(io.BytesIO(files["canvas/2025-10-18/submissions.zip"])) as archive:
        names = archive.namelist()
    numbers = Counter(name.split("_")[-3] for name in names)
    assert len(names) == len({one.who[0].id for one in term.of(TASKS[0])})
    assert max(numbers.values()) == 1
    assert any("_LATE_" in name for name in names)


def test_every_gradebook_has_everybody_and_one_who_has_left(large: tuple[Term, Files]) -> None:
    _, files = large
    rows = list(csv.reader(io.StringIO(files["gradebooks/moodle.csv"].decode())))
    assert len(rows) == 1 + 120 + 1
    assert rows[-1][:2] == ["Zofia", "Nowak"]
    assert files["gradebooks/blackboard.xls"].startswith(b"\xff\xfe")


def test_it_is_written_where_nothing_is_yet(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "examples.term", str(tmp_path), "--students", "6"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "is there already" in done.stderr
    assert list(tmp_path.iterdir()) == []

"""Files are written whole or not at all, over nothing but an earlier export."""

from pathlib import Path

import pytest

from autograder.errors import UsageError
from autograder.gradebook.roster import Person
from autograder.platforms.lms.blackboard import BLACKBOARD
from autograder.platforms.lms.brightspace import BRIGHTSPACE
from autograder.platforms.lms.canvas import CANVAS
from autograder.platforms.lms.exporting import export_filled, export_fresh
from autograder.platforms.lms.moodle import MOODLE
from autograder.platforms.lms.rules import Lms
from autograder.platforms.lms.trouble import TemplateError
from tests.platforms.lms.making import NEURON, STEP, file, scores

CLASS = scores({"ada": 8, "ben": 7})
LINES = ("ID number,One step of gradient descent (Real)", "1001,3.00", "1002,7.00", "4242,1.00")


@pytest.fixture
def template(tmp_path: Path) -> Path:
    (tmp_path / "grades.csv").write_bytes(file(*LINES))
    return tmp_path / "grades.csv"


@pytest.mark.parametrize("lms", [CANVAS, MOODLE, BRIGHTSPACE], ids=lambda lms: lms.name)
def test_a_new_file_is_written_again_over_the_earlier_one(tmp_path: Path, lms: Lms) -> None:
    target = tmp_path / "folder" / "out.csv"
    first = export_fresh(lms, CLASS, target)
    assert (first.path, first.students, first.scores, first.changed) == (target, 2, 2, None)
    export_fresh(lms, scores({"ada": [8, 9], "ben": [7, 9]}, entries=(STEP, NEURON)), target)
    assert b"02-single-neuron" not in target.read_bytes()
    assert b"factor by factor" in target.read_bytes()
    assert [path.name for path in target.parent.iterdir()] == ["out.csv"]


@pytest.mark.parametrize(
    "there",
    [
        b"anything",
        b"",
        b"\xff\xfe\0",
        file("Student,ID,SIS Login ID,Section,One step of gradient descent (12)", "x,1,,,3"),
        file("Student,ID,Section,Essay", "x,1,,3"),
    ],
    ids=["text", "nothing", "odd-bytes", "a-download", "other-columns"],
)
def test_nothing_else_is_written_over(tmp_path: Path, there: bytes) -> None:
    target = tmp_path / "out.csv"
    target.write_bytes(there)
    with pytest.raises(UsageError, match="is there already, and is no earlier export of these columns"):
        export_fresh(CANVAS, CLASS, target)
    assert target.read_bytes() == there


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is there and is no file"):
        export_fresh(CANVAS, CLASS, tmp_path)


def test_blackboard_gets_only_its_own_file_back(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"Blackboard knows its columns by numbers.* name it: --template FILE"):
        export_fresh(BLACKBOARD, CLASS, tmp_path / "out.csv")
    assert list(tmp_path.iterdir()) == []


def test_where_nobody_is_left_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"Nobody is left to export\.\n=x: has a login that looks like a formula"):
        export_fresh(CANVAS, scores({"=x": 8}, (Person("=x"),)), tmp_path / "out.csv")
    assert list(tmp_path.iterdir()) == []


def test_a_download_is_filled_in_elsewhere_and_stays_as_it_is(tmp_path: Path, template: Path) -> None:
    target = tmp_path / "filled.csv"
    made = export_filled(MOODLE, CLASS, template, target, {})
    assert target.read_bytes() == file(LINES[0], "1001,8", *LINES[2:])
    assert template.read_bytes() == file(*LINES)
    assert (made.path, made.students, made.scores, made.changed) == (target, 2, 2, 1)
    assert made.strangers == ("line 4: 4242",)
    assert export_filled(MOODLE, CLASS, template, target, {}, changed_only=True).changed == 1
    assert target.read_bytes() == file(LINES[0], "1001,8")


def test_the_download_itself_is_never_written(tmp_path: Path, template: Path) -> None:
    (tmp_path / "link.csv").symlink_to(template)
    for target in (template, tmp_path / "link.csv"):
        with pytest.raises(UsageError, match="is the download itself, which stays as it is"):
            export_filled(MOODLE, CLASS, template, target, {})
    assert template.read_bytes() == file(*LINES)


def test_where_nothing_changes_no_file_is_written(tmp_path: Path, template: Path) -> None:
    made = export_filled(MOODLE, scores({"ada": 3, "ben": 7}), template, tmp_path / "filled.csv", {}, changed_only=True)
    assert (made.path, made.changed, made.scores) == (None, 0, 2)
    assert [path.name for path in tmp_path.iterdir()] == ["grades.csv"]


def test_what_does_not_fit_leaves_what_was_there(tmp_path: Path, template: Path) -> None:
    target = tmp_path / "filled.csv"
    export_filled(MOODLE, CLASS, template, target, {})
    before = target.read_bytes()
    template.write_bytes(file(*LINES, LINES[1]))
    with pytest.raises(TemplateError, match="line 5: this is ada"):
        export_filled(MOODLE, CLASS, template, target, {})
    assert target.read_bytes() == before


def test_scores_that_find_no_row_are_told(tmp_path: Path, template: Path) -> None:
    made = export_filled(MOODLE, scores({"ada": 8, "ben": 7, "cleo": 9}), template, tmp_path / "filled.csv", {})
    assert made.lost == (f"cleo (Cléo de Mérode): is not in {template}.",)
    assert made.idle == ()


@pytest.mark.parametrize("name", ["nonesuch.csv", "."])
def test_a_download_that_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"cannot be read: .* Name the file that the LMS gave"):
        export_filled(MOODLE, CLASS, tmp_path / name, tmp_path / "filled.csv", {})

"""Whose download something is, is found by most of its names; where two fit as well, nobody decides but the instructor."""

from pathlib import Path

import pytest

from autograder.errors import UsageError
from tests.platforms.collecting.downloads import COURSE, NOBODY, STEP, collect, laid_out, students, why, zipped

EACH = {
    "Canvas": ["ada_1_2_gradient.py", "bob_3_4_gradient.py"],
    "Moodle": ["Ada_1_assignsubmission_file_/gradient.py", "Bob_2_assignsubmission_file_/gradient.py"],
    "Brightspace": ["1-9 - Ada - Nov 20, 2026 958 AM/gradient.py", "2-9 - Bob - Nov 20, 2026 958 AM/gradient.py", "index.html"],
    "Blackboard": ["S_ada_attempt_2026-11-20-23-59-00_gradient.py", "S_bob_attempt_2026-11-20-23-59-00_gradient.py"],
    "folder": [f"ada/{STEP}/gradient.py", "bob/gradient.py"],
}
BOTH = ["S_1_2_ada_attempt_2026-11-20-23-59-00_gradient.py"]  # of Canvas by student S, or of Blackboard's assignment S_1_2


@pytest.mark.parametrize(("kind", "names"), EACH.items(), ids=EACH)
def test_each_is_known_as_a_zip_as_a_folder_and_as_a_folder_in_a_zip(tmp_path: Path, kind: str, names: list[str]) -> None:
    paths = [
        zipped(tmp_path / "a.zip", names),
        laid_out(tmp_path / "b", names),
        zipped(tmp_path / "c.zip", [f"c/{name}" for name in names]),
        zipped(tmp_path / "d.zip", [*names, "__MACOSX/._x.py", ".DS_Store"]),
    ]
    for path in paths:
        collection = collect([path], COURSE, NOBODY)
        assert [one.kind for one in collection.downloads] == [kind], path
        assert len(students(collection)) == 2, path


def test_what_may_be_two_is_asked_about(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"like Canvas and like Blackboard. Say which: --from NAME"):
        collect([zipped(tmp_path / "x.zip", BOTH)], COURSE, NOBODY)


def test_whoever_is_asked_may_say_it(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.zip", BOTH)
    assert students(collect([path], COURSE, NOBODY, kind="blackboard", slug=STEP)) == ["ada"]
    assert students(collect([path], COURSE, NOBODY, kind="canvas", slug=STEP)) == ["S-1"]


def test_what_somebody_says_is_held_against_the_names(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not named as moodle names them"):
        collect([zipped(tmp_path / "x.zip", EACH["Canvas"])], COURSE, NOBODY, kind="moodle")


def test_one_students_odd_name_does_not_make_it_another_lms(tmp_path: Path) -> None:
    names = [*EACH["Canvas"], "eve_5_6_S_ada_attempt_2026-11-20-23-59-00_gradient.py"]
    collection = collect([zipped(tmp_path / "x.zip", names)], COURSE, NOBODY)
    assert [one.kind for one in collection.downloads] == ["Canvas"]
    assert "ada" not in students(collection)


@pytest.mark.parametrize(
    ("kind", "inside"),
    [("canvas", "lovelaceada_1_2_gradient.py"), ("moodle", "Ada_1_assignsubmission_file_/gradient.py")],
)
def test_a_folder_of_one_student_is_asked_about_if_names_of_an_lms_lie_in_it(tmp_path: Path, kind: str, inside: str) -> None:
    """Were it taken for a download, anybody could hand in for others who is the first to hand in."""
    folder = laid_out(tmp_path / "submitted", [f"eve/{inside}"])
    with pytest.raises(UsageError, match=f"or the work of one student.* Say which: --from {kind}, or --from folder"):
        collect([folder], COURSE, NOBODY)
    assert "ada" in students(collect([folder], COURSE, NOBODY, kind=kind, slug=STEP))[0].casefold()
    among_others = laid_out(tmp_path / "class", [f"eve/{inside}", "bob/gradient.py"])
    assert [one.kind for one in collect([among_others], COURSE, NOBODY).downloads] == ["folder"]


def test_an_empty_zip_is_left(tmp_path: Path) -> None:
    collection = collect([zipped(tmp_path / "x.zip", [])], COURSE, NOBODY)
    assert why(collection) == ["The zip is empty."]


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not found"):
        collect([tmp_path / "x.zip"], COURSE, NOBODY)

"""A new assignment is sound and stands in course.toml; what cannot be made is said, and nothing is left behind."""

from pathlib import Path

import pytest

from autograder.building.build import differences
from autograder.building.scaffold import add, begin, wanted
from autograder.course.load import load_assignment
from autograder.course.manifest import load
from autograder.errors import CourseError, UsageError


def everything(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course that has been begun and has an assignment."""
    begin(tmp_path)
    add(tmp_path, wanted("01-lines"))
    return tmp_path


NAMES = {
    "all-from-the-slug": (("02-blood-sugar",), ("Blood sugar", "blood_sugar.py")),
    "no-number": (("entropy",), ("Entropy", "entropy.py")),
    "a-name-that-begins-with-a-digit": (("3-2-1",), ("2 1", "answers.py")),
    "all-given": (("02-x", "What is heat?", "heat.py"), ("What is heat?", "heat.py")),
}


@pytest.mark.parametrize(("given", "made"), NAMES.values(), ids=NAMES)
def test_title_and_file_follow_from_the_slug_unless_they_are_given(given: tuple[str, ...], made: tuple[str, str]) -> None:
    found = wanted(*given)
    assert (found.title, found.file) == made


UNUSABLE = {
    "capitals": (("02-Heat",), "'02-Heat' cannot be a slug"),
    "a-path": (("../heat",), "cannot be a slug"),
    "nothing": (("",), "cannot be a slug"),
    "a-file-of-ours": (("02-heat", "", "questions.py"), "'questions.py' cannot be the file that students hand in"),
    "no-python-file": (("02-heat", "", "heat.txt"), "'heat.txt' cannot be the file"),
    "a-title-of-two-lines": (("02-heat", "One\nTwo"), "Write it in one line"),
}


@pytest.mark.parametrize(("given", "why"), UNUSABLE.values(), ids=UNUSABLE)
def test_what_cannot_be_used_is_said(given: tuple[str, ...], why: str) -> None:
    with pytest.raises(UsageError, match=why):
        wanted(*given)


def test_a_new_assignment_loads_and_is_built(root: Path) -> None:
    course = load(root)
    loaded = load_assignment(course, "01-lines")
    assert list(loaded.assignment.questions) == ["line"]
    assert len(loaded.assignment.questions["line"].mistakes) == 1
    assert differences(course) == []
    assert {"assignments/01-lines/lines.py", "assignments/01-lines/lines.ipynb"} <= everything(root).keys()


def test_everything_that_stood_in_the_manifest_stays(root: Path) -> None:
    before = (root / "course.toml").read_text(
        encoding="utf-8"
    ) + "due = 2027-02-01T12:00:00Z  # a Monday\n\n[limits]  # of all\nwall_seconds = 11.0\n"
    (root / "course.toml").write_text(before, encoding="utf-8")
    course, written = add(root, wanted("02-heat", 'Heat, "warmth" and \\alpha'))
    after = (root / "course.toml").read_text(encoding="utf-8")
    assert after.startswith(before)
    assert course.entry("02-heat").title == 'Heat, "warmth" and \\alpha'
    assert course.entry("01-lines").due is not None
    assert course.limits.wall_seconds == 11.0
    assert Path("solutions/02-heat/heat.py") in written


TAKEN = {
    "a-slug-of-the-manifest": ("01-lines", "has an assignment '01-lines' already"),
    "a-folder": ("02-heat", "solutions/02-heat is there already"),
}


@pytest.mark.parametrize(("slug", "why"), TAKEN.values(), ids=TAKEN)
def test_what_is_there_is_never_written_over(slug: str, why: str, root: Path) -> None:
    (root / "solutions" / "02-heat").mkdir()
    before = everything(root)
    with pytest.raises(UsageError, match=why):
        add(root, wanted(slug))
    assert everything(root) == before


MANIFESTS = {
    "not-sound-before": ('title = "A"\npoints = 3\n', "'points' is not a key"),
    "not-readable": ("title = \n", "not readable as TOML"),
    "entries-written-in-one-line": (
        'title = "A"\nassignments = [{slug = "01-lines", title = "L", file = "lines.py", points = 10}]\n',
        "Write each assignment as such a table",
    ),
}


@pytest.mark.parametrize(("manifest", "why"), MANIFESTS.values(), ids=MANIFESTS)
def test_a_manifest_to_which_nothing_can_be_added_is_left_as_it_is(manifest: str, why: str, root: Path) -> None:
    (root / "course.toml").write_text(manifest, encoding="utf-8")
    before = everything(root)
    with pytest.raises(CourseError, match=why):
        add(root, wanted("02-heat"))
    assert everything(root) == before
    assert not (root / "solutions" / "02-heat").exists()


def test_a_course_begins_in_an_empty_folder_only(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "thesis.tex").touch()
    with pytest.raises(UsageError, match=r"is not empty.* A new course begins in an empty folder"):
        begin(tmp_path)
    assert not (tmp_path / "course.toml").exists()
    (tmp_path / "thesis.tex").unlink()
    assert begin(tmp_path) == tmp_path / "course.toml"


def test_a_course_begins_in_a_folder_that_is_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not a folder"):
        begin(tmp_path / "nowhere")

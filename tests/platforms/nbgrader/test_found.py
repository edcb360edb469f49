"""What lies where nbgrader keeps submissions: which file is graded, when it was handed in, and where all of it is."""

import shutil
import warnings
from datetime import UTC, datetime
from pathlib import Path

import pytest

from autograder.course.manifest import Course, load
from autograder.errors import UsageError
from autograder.marking.collect import collect
from autograder.platforms.nbgrader import handed_in as words
from autograder.platforms.nbgrader.handed_in import handed_in
from autograder.platforms.nbgrader.layout import Layout, configured, layout_of
from autograder.platforms.nbgrader.times import handed_in_at, nbgraders
from tests.platforms.nbgrader.classroom import FILE, NOTEBOOK, SLUG, hand_in
from tests.platforms.nbgrader.routes import exported

with warnings.catch_warnings(action="ignore"):
    from nbgrader.coursedir import CourseDirectory
    from nbgrader.utils import parse_utc


@pytest.fixture(scope="module")
def course(root: Path) -> Course:
    return load(root)


def test_the_file_that_is_chosen_is_the_one_that_descent_grade_chooses(course: Course, root: Path, tmp_path: Path) -> None:
    """For everything that the class of the command's test hands in."""
    hand_in(tmp_path / "submitted", (exported(root) / "source" / SLUG / NOTEBOOK).read_bytes(), root)
    collected = collect([tmp_path / "submitted"], course, SLUG)
    found = Layout(tmp_path).class_of(SLUG, "*", course)
    assert sorted((one.submission for one in found if one.submission), key=str) == sorted(collected.submissions, key=str)
    assert {one.student for one in found if one.submission is None} == {
        one.student for one in collected.refusals
    } - {one.student for one in collected.submissions}  # fmt: skip
    assert all(one.refused for one in found if one.submission is None)


@pytest.mark.parametrize("linked", ["ada", f"ada/{SLUG}"])
def test_a_folder_that_is_a_link_is_not_looked_into(course: Course, tmp_path: Path, linked: str) -> None:
    elsewhere = tmp_path / "elsewhere" / SLUG
    elsewhere.mkdir(parents=True)
    (elsewhere / FILE).write_text("h = 1")
    link = tmp_path / "submitted" / linked
    link.parent.mkdir(parents=True)
    link.symlink_to(elsewhere if linked != "ada" else elsewhere.parent)
    (found,) = Layout(tmp_path).class_of(SLUG, "*", course)
    assert found.submission is None
    assert found.refused[0].reason == words.LINK


def test_one_name_spelled_in_two_ways_is_nobodys(course: Course, tmp_path: Path) -> None:
    for student in ("Zoe\N{COMBINING DIAERESIS}", "Zo\N{LATIN SMALL LETTER E WITH DIAERESIS}"):
        (tmp_path / "submitted" / student / SLUG).mkdir(parents=True)
        (tmp_path / "submitted" / student / SLUG / FILE).write_text("h = 1")
    found = Layout(tmp_path).class_of(SLUG, "*", course)
    assert [(one.submission, one.refused[0].reason) for one in found] == [(None, words.TWICE)] * 2


def test_a_name_that_cannot_be_printed_is_nobodys(course: Course, tmp_path: Path) -> None:
    (tmp_path / "submitted" / "a\nb" / SLUG).mkdir(parents=True)
    (found,) = Layout(tmp_path).class_of(SLUG, "*", course)
    assert found.submission is None
    assert "characters that cannot be printed" in found.refused[0].reason


def test_students_are_chosen_by_a_pattern_as_nbgrader_chooses_them(course: Course, tmp_path: Path) -> None:
    for student in ("ada", "ben", ".hidden"):
        (tmp_path / "submitted" / student / SLUG).mkdir(parents=True)
    assert [one.student for one in Layout(tmp_path).class_of(SLUG, "*", course)] == ["ada", "ben"]
    assert [one.student for one in Layout(tmp_path).class_of(SLUG, "b*", course)] == ["ben"]


# --- when ----------------------------------------------------------------------------------------------------------------

TIMES = (
    "2026-09-21 23:59:00 UTC",
    "2026-09-21 23:59:00.123456 America/New_York",
    "2026-02-01 23:59:00 +0100",
    "2026-09-21 23:59:00 -18000",
    "2026-09-21 23:59:00",
    "2026-09-21T23:59:00+02:00",
    "2026-09-21 23:59:00 Nowhere/Atall",
)


@pytest.mark.parametrize("text", TIMES)
def test_a_time_is_read_as_nbgrader_reads_it(tmp_path: Path, text: str) -> None:
    (tmp_path / "timestamp.txt").write_text(f"{text}\n")
    with warnings.catch_warnings(action="ignore"):
        assert nbgraders(handed_in_at(tmp_path)) == parse_utc(text)


@pytest.mark.parametrize("text", [b"", b"  \n"])
def test_an_empty_file_says_nothing(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "timestamp.txt").write_bytes(text)
    assert handed_in_at(tmp_path) is None


def test_no_file_says_nothing(tmp_path: Path) -> None:
    assert handed_in_at(tmp_path) is None


@pytest.mark.parametrize("text", [b"soon", b"\xff\xfe", b"9" * 500, b"2026-13-45 10:00:00 UTC", b"0000-00-00 00:00:00 UTC"])
def test_what_is_no_time_is_told_of(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "timestamp.txt").write_bytes(text)
    with pytest.raises(UsageError, match="It is not a time such as"):
        handed_in_at(tmp_path)


def test_a_link_to_a_time_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text(TIMES[0])
    (tmp_path / "timestamp.txt").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match="It is not a time"):
        handed_in_at(tmp_path)


def test_a_submission_whose_time_cannot_be_read_is_not_graded(course: Course, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("h = 1")
    assert handed_in("ada", tmp_path, course.entry(SLUG), course).submission is not None
    (tmp_path / "timestamp.txt").write_text("soon")
    found = handed_in("ada", tmp_path, course.entry(SLUG), course)
    assert found.submission is None
    assert "It is not a time" in found.refused[0].reason
    assert found.refused[0].path == str(tmp_path / "timestamp.txt")


def test_when_it_was_handed_in_is_known_with_it(course: Course, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("h = 1")
    (tmp_path / "timestamp.txt").write_text("2026-09-21 23:59:00 UTC")
    assert handed_in("ada", tmp_path, course.entry(SLUG), course).when == datetime(2026, 9, 21, 23, 59, tzinfo=UTC)


# --- where ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"submitted_directory": "handed-in"},
        {"directory_structure": "{nbgrader_step}/{assignment_id}/{student_id}"},
        {"directory_structure": "class.1/{nbgrader_step}/{assignment_id}-{student_id}"},
    ],
    ids=["as-it-comes", "another-step", "another-order", "another-shape"],
)
def test_submissions_are_found_where_nbgrader_looks_for_them(
    course: Course, root: Path, tmp_path: Path, settings: dict[str, str]
) -> None:
    folder = Path(shutil.copytree(exported(root), tmp_path / "a course (1)"))
    own = "".join(f"c.CourseDirectory.{name} = {value!r}\n" for name, value in settings.items())
    (folder / "nbgrader_own.py").write_text(own)
    config = configured(folder)
    with warnings.catch_warnings(action="ignore"):
        theirs = CourseDirectory(config=config, root=str(folder))
        place = Path(theirs.format_path(theirs.submitted_directory, "ada", SLUG))
    place.mkdir(parents=True)
    (place / FILE).write_text("h = 1")
    (found,) = layout_of(folder, config).class_of(SLUG, "*", course)
    assert (found.student, found.folder) == ("ada", place)


def test_a_folder_of_another_kind_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"holds no nbgrader_config.py, so it is no course folder of nbgrader's"):
        configured(tmp_path)


def test_a_configuration_that_somebody_has_broken_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "nbgrader_config.py").write_text("c = get_config(")
    with pytest.raises(UsageError, match="could not be read to its end, and nothing was graded: SyntaxError"):
        configured(tmp_path)

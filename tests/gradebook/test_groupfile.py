"""Groups in a CSV file: every line that is wrong is told, and otherwise every line is a wish."""

from pathlib import Path

import pytest

from autograder.errors import CourseError
from autograder.gradebook.groupfile import read
from autograder.gradebook.groups import Wish
from tests.gradebook.classroom import COURSE, OTHER, SLUG


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "g.csv"
    path.write_bytes(text.encode(encoding))
    return path


def told(wishes: list[Wish]) -> list[tuple[str, str, str]]:
    return [(one.slug, one.group, one.student) for one in wishes]


def test_each_line_puts_a_student_into_a_group(tmp_path: Path) -> None:
    path = write(tmp_path, "group,student\nA,ada\n\nA, ben \nB,cleo\n")
    wishes = read(path, COURSE, SLUG)
    assert told(wishes) == [(SLUG, "A", "ada"), (SLUG, "A", "ben"), (SLUG, "B", "cleo")]
    assert [one.where for one in wishes] == [f"{path} line {line}: " for line in (2, 4, 5)]


def test_the_file_may_say_the_assignment(tmp_path: Path) -> None:
    path = write(tmp_path, f"Student;Assignment;Group\nada;{SLUG};A\nada;{OTHER};B\n")
    assert told(read(path, COURSE)) == [(SLUG, "A", "ada"), (OTHER, "B", "ada")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_what_spreadsheet_programs_write_is_read(tmp_path: Path, encoding: str) -> None:
    assert told(read(write(tmp_path, "group\tstudent\r\nGrün\tada\r\n", encoding), COURSE, SLUG)) == [(SLUG, "Grün", "ada")]


WRONG = {
    "empty": ("", SLUG, ["g.csv: nobody stands in it. Expected a header group,student"]),
    "header-alone": ("group,student\n", SLUG, ["g.csv: nobody stands in it."]),
    "no-student": ("group,name\nA,ada\n", SLUG, ["g.csv line 1: the column 'name' is not known", "there is no column 'student'"]),
    "twice": ("group,student,group\nA,ada,B\n", SLUG, ["line 1: the column 'group' stands twice"]),
    "nowhere": ("group,student\nA,ada\n", None, ["line 1: the assignment is not said. Add a column 'assignment', or name it"]),
    "both": (f"group,student,assignment\nA,ada,{SLUG}\n", SLUG, ["line 1: the assignment is said twice"]),
    "gaps": ("group,student\n,ada\nA,\n", SLUG, ["line 2: the group is missing", "line 3: the student is missing"]),
    "long": ("group,student\nA,ada,ben\n", SLUG, ["line 2: has 3 cells, and the header 2. Mend it."]),
    "unknown": ("group,student,assignment\nA,ada,02\n", None, ["line 2: there is no assignment '02'. There is: 01-gradient-step"]),
    "short": ("group,student,assignment\nA,ada\n", None, ["line 2: the assignment is missing"]),
}


@pytest.mark.parametrize(("text", "slug", "said"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_line_by_line(tmp_path: Path, text: str, slug: str | None, said: list[str]) -> None:
    with pytest.raises(CourseError) as caught:
        read(write(tmp_path, text), COURSE, slug)
    assert len(caught.value.problems) == len(said)
    assert all(words in problem for words, problem in zip(said, caught.value.problems, strict=True))


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=r"none\.csv: cannot be read"):
        read(tmp_path / "none.csv", COURSE, SLUG)
    with pytest.raises(CourseError, match="is not UTF-8"):
        read(write(tmp_path, "group,student\nGrün,ada\n", "latin-1"), COURSE, SLUG)

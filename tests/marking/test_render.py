"""Where reports lie, and that no name leads out of there."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.errors import UsageError
from autograder.grading.report import QuestionReport, Report, Reports, Verdict
from autograder.marking.render import Pages, folder_name


def report(student: str) -> Report:
    question = QuestionReport(id="h", verdict=Verdict.CORRECT, points=2.0, max_points=2.0, message="Right.")
    return Report(
        student=student,
        assignment="01-gradient-step",
        submission="sha256:0",
        isolation="A",
        score=2.0,
        max_score=2.0,
        questions=(question,),
    )


def test_each_student_has_a_page_and_all_reports_are_in_one_file(tmp_path: Path) -> None:
    """A page and a text for each student, everything for programs."""
    pages = Pages(tmp_path / "out")
    for student in ("ada", "ben"):
        pages.add(report(student))
    pages.finish(Reports((report("ada"), report("ben"))))
    found = sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*") if path.is_file())
    assert found == [
        "ada/01-gradient-step.html",
        "ada/01-gradient-step.md",
        "ben/01-gradient-step.html",
        "ben/01-gradient-step.md",
        "reports.json",
    ]
    everything = json.loads((tmp_path / "out" / "reports.json").read_text())
    assert everything["schema"] == "descent/reports/1"
    assert [one["student"] for one in everything["reports"]] == ["ada", "ben"]


@given(st.sets(st.text(), max_size=8))
def test_no_name_leads_out_of_the_folder_or_onto_another(students: set[str]) -> None:
    """Whatever students are called, their folders are single, harmless, different names."""
    names = {student: folder_name(student) for student in students}
    assert len(set(names.values())) == len(names)
    for name in names.values():
        assert name not in ("", ".", "..", "reports.json")
        assert not set(name) & set('/\\:*?"<>|\0')
        assert not name.startswith((".", " "))


@pytest.mark.parametrize("student", ["ada", "Ann Lee", "zoë", "名前", "o.k@example.org"])
def test_a_harmless_name_is_kept(student: str) -> None:
    """In any script."""
    assert folder_name(student) == student


@pytest.mark.parametrize("student", ["../../etc", "CON", "", "a/b", ".hidden", "reports.json", "x" * 200, "a:b"])
def test_any_other_name_is_told_from_all_others(student: str) -> None:
    """What is left of it, and a digest that hangs on nobody else."""
    assert re.fullmatch(r"[^/:]{1,80}-[0-9a-f]{8}", folder_name(student))


def test_a_name_made_like_anothers_folder_gets_its_own() -> None:
    """The folder of O'Brien is nobody's name."""
    other = folder_name("O'Brien")
    assert folder_name(other) != other
    assert folder_name(other.upper()).casefold() != other.casefold()


@pytest.mark.parametrize("student", ["\U0001d4dc" * 62 + "'", "\U0001d4dc" * 150, "é" * 100])
def test_a_wide_name_is_cut_by_bytes(student: str) -> None:
    """A file system counts bytes."""
    assert len(folder_name(student).encode()) <= 89


@pytest.mark.parametrize("name", ["out", "out/ada"])
def test_nothing_is_written_through_a_link(tmp_path: Path, name: str) -> None:
    """Neither to all of the feedback nor to one student's."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match=r"is a link.*--out DIR"):
        Pages(tmp_path / "out").add(report("ada"))
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_link_in_the_place_of_a_page_is_replaced(tmp_path: Path) -> None:
    """What it leads to stays as it is, also where it lies in the way of a page that is not whole yet."""
    (tmp_path / "kept").write_text("kept")
    for name in ("reports.json", ".reports.json.part"):
        (tmp_path / name).symlink_to(tmp_path / "kept")
    Pages(tmp_path).finish(Reports((report("ada"),)))
    assert (tmp_path / "kept").read_text() == "kept"
    assert not (tmp_path / "reports.json").is_symlink()


def test_all_reports_are_ascii(tmp_path: Path) -> None:
    """What turns the direction of writing is escaped, and comes back when it is read."""
    path = Pages(tmp_path).finish(Reports((report("\u202eada"),)))
    assert path.read_bytes().isascii()
    assert json.loads(path.read_text())["reports"][0]["student"] == "\u202eada"


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    """A file in the way is named, with what to do."""
    (tmp_path / "out").write_text("in the way")
    with pytest.raises(UsageError, match=r"out.*--out DIR"):
        Pages(tmp_path / "out")

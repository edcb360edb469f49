"""What does a class receive, and what is never overwritten?"""

import io
import json
import zipfile
from pathlib import Path

import pytest

from autograder.building.build import planned
from autograder.building.bundle import WORKFLOW, bundle, export_student
from autograder.building.exporting import LIST, export
from autograder.course.manifest import load
from autograder.errors import CourseError, UsageError
from tests.building import calling
from tests.building.making import MASTER, QUESTIONS, Made

NAMES = [LIST, WORKFLOW, *(f"01-halves/{name}" for name in ("README.md", "examples.json", "halves.ipynb", "halves.py")), "README.md"]


def _there(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_nothing_of_the_solutions_is_in_it(course: Made) -> None:
    everything = b"\n".join(bundle(course()).values())
    for secret in (b"a + b", b"total / 2", b"sum(values)", b"uniform", b"# SOLUTION", b"def difference"):
        assert secret not in everything
    assert not any("questions" in name or "solutions" in name for name in bundle(course()))


def test_a_solution_given_away_stops_the_export(course: Made, tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="gives away"):
        export_student(course(MASTER.replace("# Two numbers", "# half = total / 2 of")), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_folder_gets_the_assignments_as_they_are_built(course: Made, tmp_path: Path) -> None:
    made, target = course(), tmp_path / "deep" / "out"
    assert export_student(made, target) == [Path(name) for name in NAMES]
    there = _there(target)
    assert sorted(there) == sorted(NAMES)
    assert all(there["/".join(path.parts[1:])] == content for path, content in planned(made).items())


def test_a_zip_file_holds_the_same_and_its_bytes_never_change(course: Made, tmp_path: Path) -> None:
    made = course()
    export_student(made, tmp_path / "out")
    export_student(made, tmp_path / "out.zip")
    export_student(made, tmp_path / "again.ZIP")
    assert (tmp_path / "out.zip").read_bytes() == (tmp_path / "again.ZIP").read_bytes()
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == _there(tmp_path / "out")
        assert archive.namelist() == sorted(NAMES)
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.external_attr >> 16 for info in archive.infolist()} == {0o100644}


@pytest.mark.parametrize("target", ["out", "out.zip"])
def test_exporting_again_brings_what_is_new(course: Made, tmp_path: Path, target: str) -> None:
    export_student(course(), tmp_path / target)
    newer = course(MASTER.replace("print(half)", "print(half, total)"))
    export_student(newer, tmp_path / target)
    assert b"print(half, total)" in _content(tmp_path / target, "01-halves/halves.py")


def test_exporting_again_removes_what_is_no_longer_part_of_it_and_keeps_what_others_added(course: Made, tmp_path: Path) -> None:
    target = tmp_path / "out"
    export_student(course(), target)
    (target / "slides.pdf").write_bytes(b"mine")
    newer = course()
    folder = newer.root / "solutions" / "01-halves"
    (folder / "newer.py").write_text(MASTER)
    (newer.root / "course.toml").write_text((newer.root / "course.toml").read_text().replace("halves.py", "newer.py"))
    export_student(load(newer.root), target)
    assert not (target / "01-halves" / "halves.py").exists()
    assert (target / "01-halves" / "newer.py").exists()
    assert (target / "slides.pdf").read_bytes() == b"mine"


def test_a_file_that_somebody_changed_is_not_overwritten(course: Made, tmp_path: Path) -> None:
    target = tmp_path / "out"
    export_student(course(), target)
    (target / "01-halves" / "halves.py").write_text("total = 1 + 2\n")
    before = _there(target)
    with pytest.raises(UsageError, match=r"changed since it was exported: 01-halves/halves\.py\. Move that away"):
        export_student(course(questions=QUESTIONS.replace("Half of", "A half of")), target)
    assert _there(target) == before


def test_a_file_of_somebody_else_in_the_place_of_a_new_one_is_not_overwritten(course: Made, tmp_path: Path) -> None:
    target = tmp_path / "out"
    export_student(course(), target)
    listed = json.loads((target / LIST).read_bytes())
    del listed["files"]["README.md"]
    (target / LIST).write_text(json.dumps(listed))
    (target / "README.md").write_text("mine")
    with pytest.raises(UsageError, match=r"README\.md"):
        export_student(course(), target)
    assert (target / "README.md").read_text() == "mine"


def test_an_export_that_was_cut_off_can_be_made_again(course: Made, tmp_path: Path) -> None:
    target = tmp_path / "out"
    export_student(course(), target)
    obstacle = target / "01-halves" / "halves.py"
    obstacle.unlink()
    obstacle.mkdir()
    newer = course(questions=QUESTIONS.replace("Half of", "A half of"))
    with pytest.raises(UsageError, match="cannot be written"):
        export_student(newer, target)
    obstacle.rmdir()
    assert export_student(newer, target)
    assert _there(target) == bundle(newer)


def test_a_folder_with_other_things_is_refused_and_left_as_it_is(course: Made, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.tex").write_text("x")
    with pytest.raises(UsageError, match=r"not empty and holds no earlier export\. Name a new or an empty folder"):
        export_student(course(), tmp_path / "mine")
    assert sorted(_there(tmp_path / "mine")) == ["thesis.tex"]


@pytest.mark.parametrize("listed", [b"", b"[]", b'{"schema": "descent/export/2", "files": {}}', b'{"files": {"../thesis.tex": ""}}'])
def test_a_list_that_is_none_of_ours_opens_no_folder(course: Made, tmp_path: Path, listed: bytes) -> None:
    (tmp_path / "thesis.tex").write_text("x")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / LIST).write_bytes(listed)
    with pytest.raises(UsageError, match="no earlier export"):
        export_student(course(), tmp_path / "out")
    assert (tmp_path / "thesis.tex").exists()


def test_an_empty_folder_is_good_enough(course: Made, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert export_student(course(), tmp_path / "out")


def test_a_file_that_is_no_zip_and_a_folder_that_is_called_so_are_refused(course: Made, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    (tmp_path / "folder.zip").mkdir()
    with pytest.raises(UsageError, match="is a file"):
        export_student(course(), tmp_path / "out")
    with pytest.raises(UsageError, match="is a folder"):
        export_student(course(), tmp_path / "folder.zip")


@pytest.mark.parametrize("name", ["no zip", "other zip", "with slides", "cut off"])
def test_a_zip_file_of_somebody_else_is_not_overwritten(course: Made, tmp_path: Path, name: str) -> None:
    target = tmp_path / "out.zip"
    export_student(course(), target)
    content = {
        "no zip": b"PK? no",
        "other zip": _zip({"thesis.tex": b"x"}),
        "with slides": _zip({**_all(target), "slides.pdf": b"x"}),
        "cut off": target.read_bytes()[:200],
    }[name]
    target.write_bytes(content)
    with pytest.raises(UsageError, match="no earlier export"):
        export_student(course(), target)
    assert target.read_bytes() == content


def test_a_zip_file_in_which_somebody_changed_a_file_is_not_overwritten(course: Made, tmp_path: Path) -> None:
    target = tmp_path / "out.zip"
    export_student(course(), target)
    target.write_bytes(_zip({**_all(target), "README.md": b"mine"}))
    with pytest.raises(UsageError, match=r"changed since it was exported: README\.md"):
        export_student(course(), target)


def test_data_come_with_their_assignment(tmp_path: Path) -> None:
    made = bundle(calling.write(tmp_path, data=True))
    assert made[f"{calling.SLUG}/data/few.csv"] == calling.FEW_DATA
    assert not any("trace" in name or "driver.py" in name for name in made)


def _content(target: Path, name: str) -> bytes:
    return _all(target)[name] if target.is_file() else (target / name).read_bytes()


def _all(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zip(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_what_holds_a_secret_is_for_its_owner_alone(tmp_path: Path) -> None:
    files = {"run": b"1", "secret": b"2"}
    export(files, tmp_path / "folder", executable=["run"], private=["secret"])
    export(files, tmp_path / "made.zip", private=["secret"])
    modes = {path.name: path.stat().st_mode & 0o777 for path in (*(tmp_path / "folder").iterdir(), tmp_path / "made.zip")}
    assert (modes["run"], modes["secret"], modes["made.zip"]) == (0o755, 0o600, 0o600)
    export(files, tmp_path / "open.zip")
    assert (tmp_path / "open.zip").stat().st_mode & 0o044

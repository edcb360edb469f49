"""`descent export otter`: what students get works and gives nothing away; what instructors get is what otter's tools take."""

import json
import os
import re
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
import pytest

from autograder.course.load import Loaded, load_assignment
from autograder.course.manifest import load
from autograder.course.secret import Secret
from autograder.errors import UsageError
from autograder.marking.secrets import as_text
from autograder.platforms.otter.exporting import export_otter
from tests.platforms.otter.conftest import SLUG
from tests.platforms.otter.containers import added
from tests.platforms.otter.routes import export

SLUGS = [entry.slug for entry in load(Path(__file__).parents[3]).assignments]


def loaded(root: Path, slug: str) -> Loaded:
    return load_assignment(load(root), slug)


def notebook(exported: Path, slug: str) -> nbformat.NotebookNode:
    (path,) = (exported / slug / "student").glob("*.ipynb")
    return nbformat.read(path, 4)


def sources(notebook: nbformat.NotebookNode, kind: str = "code") -> list[str]:
    return [cell.source for cell in notebook.cells if cell.cell_type == kind]


# --- what students get ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", SLUGS)
def test_a_students_folder_is_the_one_that_is_handed_out_with_otters_notebook(exported: Path, root: Path, slug: str) -> None:
    plain, mine = root / "assignments" / slug, exported / slug / "student"
    names = {path.relative_to(mine).as_posix() for path in mine.rglob("*") if path.is_file()}
    assert names == {path.relative_to(plain).as_posix() for path in plain.rglob("*") if path.is_file()}
    assert [
        name for name in sorted(names) if not name.endswith(".ipynb") and (mine / name).read_bytes() != (plain / name).read_bytes()
    ] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_nothing_that_is_not_meant_for_students_is_in_their_folder(exported: Path, root: Path, secret: Secret, slug: str) -> None:
    everything = b"\0".join(path.read_bytes() for path in (exported / slug / "student").rglob("*") if path.is_file())
    assert as_text(secret).encode() not in everything
    assert secret.id.encode() not in everything
    solved = [
        line for line in (root / "solutions" / slug / loaded(root, slug).entry.file).read_text().splitlines() if "# SOLUTION" in line
    ]
    lines = [line.partition("# SOLUTION")[0].strip() for line in solved]
    assert [line for line in lines if len(line) > 12 and line.encode() in everything] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_each_question_has_a_check_below_the_cell_that_holds_its_work(exported: Path, root: Path, slug: str) -> None:
    questions = loaded(root, slug).assignment.questions
    made = notebook(exported, slug)
    nbformat.validate(made)
    checks: dict[str, str] = {}
    work = ""
    for cell in made.cells:
        if found := re.fullmatch(r'grader\.check\("(\w+)"\)', cell.source):
            checks[found[1]] = work
        elif cell.cell_type == "code":
            work = cell.source
    assert list(checks) == list(questions)
    assert [name for name, work in checks.items() if questions[name].at.partition(".")[0] not in work] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_otter_finds_a_test_with_its_points_for_each_question(exported: Path, root: Path, otters_here: None, slug: str) -> None:
    from otter.nbmeta_config import NBMetadataConfig
    from otter.test_files import create_test_file

    asked = loaded(root, slug)
    made = notebook(exported, slug)
    config = NBMetadataConfig.from_notebook(made)
    assert config.assignment_name == slug
    assert list(config.tests) == sorted(asked.assignment.questions)
    for name in asked.assignment.questions:
        test = create_test_file("a.ipynb", config, test_name=name)
        assert (test.name, test.possible) == (name, asked.points(name))


def test_all_else_of_the_notebook_is_as_it_is_without_otter(exported: Path, root: Path) -> None:
    plain = nbformat.read(root / "assignments" / SLUG / "gradient.ipynb", 4)
    made = notebook(exported, SLUG)
    added = [cell for cell in made.cells if cell not in plain.cells]
    assert [cell for cell in made.cells if cell in plain.cells] == plain.cells
    assert {(cell.metadata.get("deletable"), cell.metadata.get("editable")) for cell in added} == {(False, False)}
    assert added[0].source.endswith('grader = otter.Notebook("gradient.ipynb")')
    assert added[-1].source == "grader.export(pdf=False, ignore_log=True)"
    assert len({cell.id for cell in made.cells}) == len(made.cells)


def test_the_cell_that_starts_otter_stands_below_the_one_that_brings_check(exported: Path) -> None:
    code = sources(notebook(exported, SLUG))
    assert "import check" in code[0]
    assert code[1].startswith("# Initialize Otter")


# --- what instructors get ------------------------------------------------------------------------------------------------


def test_the_zip_holds_what_otter_generate_writes_and_the_packed_course(archive: Path, secret: Secret) -> None:
    with zipfile.ZipFile(archive) as opened:
        names = set(opened.namelist())
        config = json.loads(opened.read("otter_config.json"))
        assert opened.read("files/descent/secret").decode().strip() == as_text(secret)
        modes = {name: stat.S_IMODE(opened.getinfo(name).external_attr >> 16) for name in ("run_autograder", "setup.sh")}
    assert {"run_autograder", "run_otter.py", "setup.sh", "environment.yml", "otter_config.json", "tests/h.py"} <= names
    assert {"files/descent/course/course.toml", "files/descent/engine/autograder/platforms/otter/plugin.py"} <= names
    assert config["plugins"] == [{"autograder.platforms.otter.plugin.DescentPlugin": {"assignment": SLUG}}]
    assert set(modes.values()) == {0o755}
    assert config == json.loads((archive.parent / "otter_config.json").read_bytes())


def test_the_zip_holds_what_otters_own_dockerfile_takes_from_it(archive: Path) -> None:
    wanted = {name for *names, _ in added() for name in names}
    with zipfile.ZipFile(archive) as opened:
        tops = {name.partition("/")[0] for name in opened.namelist()}
    taken = {"files*": "files", "requirements.*": "requirements.txt"}
    assert {taken.get(name, name) for name in wanted} == tops, "it is not there, or the image would not take it along"


@pytest.mark.parametrize("slug", SLUGS)
def test_the_tests_in_the_zip_name_the_questions_and_their_points_and_hide_nothing(
    exported: Path, root: Path, tmp_path: Path, otters_here: None, slug: str
) -> None:
    from otter.nbmeta_config import NBMetadataConfig
    from otter.test_files import create_test_file

    asked = loaded(root, slug)
    with zipfile.ZipFile(exported / slug / "autograder" / f"{slug}-autograder.zip") as opened:
        opened.extractall(tmp_path)
    tests = {path.stem: create_test_file(str(path), NBMetadataConfig()) for path in (tmp_path / "tests").iterdir()}
    assert {name: test.possible for name, test in tests.items()} == {name: asked.points(name) for name in asked.assignment.questions}
    assert [case for test in tests.values() for case in test.test_cases if case.hidden] == []
    for test in tests.values():
        test.run({})
        assert "does not name autograder.platforms.otter.plugin.DescentPlugin" in test.test_case_results[0].message


@pytest.mark.skipif(os.name != "posix", reason="there are no such modes elsewhere")
def test_the_zip_is_for_its_owners_eyes_alone(archive: Path) -> None:
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600


# --- exporting -----------------------------------------------------------------------------------------------------------


def test_exporting_again_gives_the_same_bytes_and_one_assignment_leaves_the_others(
    exported: Path, root: Path, instructor: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESCENT_HOME", str(instructor))
    target = tmp_path / "otter"
    first = export(root, target, "--assignment", SLUG)
    again = export(root, target, "--assignment", "00-start-here")
    assert "Give students what is in <assignment>/student." in first
    assert "Keep <assignment>/autograder: the solutions and the secret are in its zip." in again
    assert sorted(path.name for path in target.iterdir()) == ["00-start-here", SLUG]
    for slug in (SLUG, "00-start-here"):
        mine = {path.relative_to(target): path.read_bytes() for path in (target / slug).rglob("*") if path.is_file()}
        assert mine == {path.relative_to(exported): path.read_bytes() for path in (exported / slug).rglob("*") if path.is_file()}


def test_a_zip_for_everybody_is_refused(root: Path, tmp_path: Path, secret: Secret) -> None:
    with pytest.raises(UsageError, match="students get one part of it and instructors another"):
        export_otter(load(root), secret, tmp_path / "otter.zip")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_assignment_is_told_by_name(root: Path, tmp_path: Path) -> None:
    command = [Path(sys.executable).parent / "descent", "--course", root, "export", "otter", tmp_path / "o", "--assignment", "07-none"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (done.returncode, "there is no assignment '07-none'" in done.stderr) == (2, True)
    assert not (tmp_path / "o").exists()

"""The workflow that lies with what a class receives: read as GitHub reads it, its commands run in a clone as a runner runs them."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from autograder.building.bundle import WORKFLOW, export_student
from autograder.course.manifest import load
from tests.platforms.pytest.conftest import AS_A_STUDENT, SLUG, filled

REPORT = "::notice title=Autograding report::"


@pytest.fixture(scope="module")
def repository(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a class receives as a repository, with one assignment done."""
    folder = tmp_path_factory.mktemp("github") / "handout"
    export_student(load(root), folder)
    filled(root, folder / SLUG / "gradient.py")
    commit(folder, "init", "--quiet")
    return folder


@pytest.fixture(scope="module")
def workflow(repository: Path) -> dict[str, Any]:
    """The workflow's own text, as YAML."""
    return dict(yaml.safe_load((repository / WORKFLOW).read_text(encoding="utf-8")))


def commit(folder: Path, *before: str) -> None:
    """Everything that is there, with git."""
    me = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false")
    for command in (before, ("add", "--all"), (*me, "commit", "--quiet", "--message", "Work")):
        if command:
            subprocess.run(["git", *command], cwd=folder, check=True, capture_output=True)


def run(workflow: dict[str, Any], repository: Path, where: Path) -> subprocess.CompletedProcess[str]:
    """Each command of the workflow, in order, in a clone, until one fails; without a network."""
    subprocess.run(["git", "clone", "--quiet", str(repository), str(where)], check=True, capture_output=True)
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    env = {
        **kept,
        "PATH": path,
        "CI": "true",
        "GITHUB_ACTIONS": "true",
        "PIP_NO_INDEX": "1",
        "PYTEST_ADDOPTS": AS_A_STUDENT,
        "PYTHONIOENCODING": "utf-8",
    }
    for step in workflow["jobs"]["run-autograding-tests"]["steps"]:
        if "run" in step:
            done = subprocess.run(
                ["bash", "-e", "-o", "pipefail", "-c", step["run"]],
                cwd=where,
                env=env,
                capture_output=True,
                check=False,
                text=True,
                encoding="utf-8",
            )
            if done.returncode:
                break
    return done


def test_it_is_named_as_what_reads_its_points_expects(workflow: dict[str, Any]) -> None:
    """The reporter of GitHub Classroom: the workflow's name, its one job's, and nothing that finishes before it."""
    assert WORKFLOW == ".github/workflows/classroom.yml"
    assert workflow["name"] == "Autograding Tests"
    assert list(workflow["jobs"]) == ["run-autograding-tests"]
    assert set(workflow["on"]) == {"push", "workflow_dispatch"}


def test_it_may_read_and_nothing_else_and_uses_what_is_pinned(workflow: dict[str, Any]) -> None:
    assert workflow["permissions"] == {"contents": "read"}
    used = [step["uses"] for step in workflow["jobs"]["run-autograding-tests"]["steps"] if "uses" in step]
    assert [name.partition("@")[0] for name in used] == ["actions/checkout", "actions/setup-python"]
    assert all(re.fullmatch(r"\S+@v\d+", name) for name in used)
    assert "secrets" not in str(workflow)


def test_at_a_push_the_points_of_all_that_is_there_are_told(workflow: dict[str, Any], repository: Path, tmp_path: Path) -> None:
    done = run(workflow, repository, tmp_path / "clone")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "::notice title=Autograding complete::Points 10/60\n" in done.stdout
    assert f'{REPORT}{{"totalPoints":10,"maxPoints":60}}\n' in done.stdout
    assert "::error file=02-single-neuron/neuron.py,line=" in done.stdout
    assert "::error file=01-gradient-step" not in done.stdout
    assert "Traceback" not in done.stdout


def test_a_repository_of_one_assignment_that_is_done_passes(workflow: dict[str, Any], repository: Path, tmp_path: Path) -> None:
    single = Path(shutil.copytree(repository, tmp_path / "single"))
    for folder in single.iterdir():
        if folder.is_dir() and not folder.name.startswith(".") and folder.name != SLUG:
            shutil.rmtree(folder)
    commit(single)
    done = run(workflow, single, tmp_path / "clone")
    assert done.returncode == 0, done.stdout + done.stderr
    assert f'{REPORT}{{"totalPoints":10,"maxPoints":10}}\n' in done.stdout


def test_nothing_of_the_solutions_and_no_secret_goes_to_github(repository: Path, root: Path) -> None:
    there = {path.relative_to(repository).as_posix() for path in repository.rglob("*") if ".git/" not in path.as_posix()}
    assert not {name for name in there if "solutions" in name or "questions.py" in name or name.endswith("secret")}
    assert "hidden" not in (repository / WORKFLOW).read_text(encoding="utf-8")

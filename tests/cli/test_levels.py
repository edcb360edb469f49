"""Which level is a class graded at? The strongest that the machine gives, found by trying; never less than the course asks for."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CONTAINED = Path(__file__).with_name("contained.py")
pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="level B gives each job a user of its own, which only root can do")


def run(root: Path, home: Path, *arguments: str, contained: bool = True) -> "subprocess.CompletedProcess[str]":
    """`descent` as a command of its own, in a container without namespaces."""
    command = [sys.executable, "-m", "autograder", "--course", str(root), *arguments]
    return subprocess.run(
        [sys.executable, str(CONTAINED), *command] if contained else command,
        capture_output=True, check=False, text=True, timeout=120, cwd=home, env={**os.environ, "DESCENT_HOME": str(home)},
    )  # fmt: skip


@pytest.fixture
def handed_in(root: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "submitted" / "ada" / "01-gradient-step"
    folder.mkdir(parents=True)
    (folder / "gradient.py").write_bytes((root / "solutions" / "01-gradient-step" / "gradient.py").read_bytes())
    return tmp_path / "submitted"


def reports(said: str) -> list[tuple[str, float, str]]:
    return [(one["student"], one["score"], one["isolation"]) for one in json.loads(said)["reports"]]


def test_where_namespaces_are_refused_it_is_level_b(root: Path, tmp_path: Path, handed_in: Path) -> None:
    done = run(root, tmp_path, "grade", str(handed_in), "--json")
    assert (done.returncode, reports(done.stdout)) == (0, [("ada", 10.0, "B")]), done.stderr


def test_where_they_are_given_it_is_level_a(root: Path, tmp_path: Path, handed_in: Path) -> None:
    done = run(root, tmp_path, "grade", str(handed_in), "--json", contained=False)
    assert (done.returncode, reports(done.stdout)) == (0, [("ada", 10.0, "A")]), done.stderr


def test_a_course_that_asks_for_a_is_refused_with_the_cause(root: Path, tmp_path: Path, handed_in: Path) -> None:
    strict = tmp_path / "strict"
    strict.mkdir()
    (strict / "course.toml").write_text((root / "course.toml").read_text().replace('min_isolation = "B"', 'min_isolation = "A"'))
    (strict / "solutions").symlink_to(root / "solutions")
    done = run(strict, tmp_path, "grade", str(handed_in), "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "min_isolation = 'A'" in done.stderr
    assert "Level A: The sandbox cannot start: " in done.stderr


def test_doctor_says_which_layers_are_missing_there(root: Path, tmp_path: Path) -> None:
    done = run(root, tmp_path, "doctor")
    assert done.returncode == 0, done.stderr
    assert "✗ level A:" in done.stdout
    assert "✗ users, processes, mounts and queues of each job's own" in done.stdout
    assert "The sandbox could not start a job: [Errno 1] clone: Operation not permitted." in done.stdout
    assert "✓ level B: Nothing of" in done.stdout
    assert "Isolation: level B; course.toml asks for B. All is well." in done.stdout

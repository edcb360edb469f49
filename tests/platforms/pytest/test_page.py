"""The commands of docs/pytest.md that need GitHub, run with a `gh` that keeps its repositories in a folder.

The others are run by tests/test_docs.py.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.platforms.pytest.conftest import SLUG, filled

BLOCK = re.compile(r"<!-- with gh -->\n+```sh\n(.*?)```", re.DOTALL)
GH = '''\
#!{python}
"""As much of GitHub's command line as the page uses: `repo create|edit|list|clone`."""
import subprocess, sys
from pathlib import Path

hub = Path({hub!r})
match sys.argv[1:]:
    case ["repo", "create", name, "--private", source, "--push"]:
        subprocess.run(["git", "clone", "--quiet", "--bare", source.removeprefix("--source="), hub / f"{{name}}.git"], check=True)
    case ["repo", "edit", name, "--template"]:
        assert (hub / f"{{name}}.git").is_dir()
    case ["repo", "list", owner, "--limit", "1000", "--json", "name", "--jq", ".[].name"]:
        print(*sorted(path.stem for path in (hub / owner).iterdir()), sep="\\n")
    case ["repo", "clone", name, folder]:
        subprocess.run(["git", "clone", "--quiet", hub / f"{{name}}.git", folder], check=True)
    case unknown:
        sys.exit(f"gh: {{unknown}}")
'''


@pytest.fixture
def github(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the course, a `gh` on the path, and a name for git."""
    (tmp_path / "bin").mkdir()
    gh = tmp_path / "bin" / "gh"
    gh.write_text(GH.format(python=sys.executable, hub=str(tmp_path / "hub")), encoding="utf-8")
    gh.chmod(0o755)
    monkeypatch.setenv("PATH", os.pathsep.join([str(gh.parent), str(Path(sys.executable).parent), os.environ["PATH"]]))
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Ada")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "ada@example.org")
        monkeypatch.setenv(f"GIT_{role}_DATE", "2027-02-01T12:00:00Z")
    for name in ("course.toml", "assignments", "solutions"):
        (shutil.copytree if (root / name).is_dir() else shutil.copy)(root / name, tmp_path / name)
    return tmp_path


def hand_in(root: Path, github: Path, student: str, answers: dict[str, str], date: str) -> None:
    """A student makes a repository of the template, or takes up their own again, and pushes work."""
    mine, theirs = github / "students" / student, github / "hub" / "my-org" / f"{student}.git"
    if not theirs.exists():
        shutil.copytree(theirs.with_name("handout.git"), theirs)
        subprocess.run(["git", "clone", "--quiet", theirs, mine], check=True)
    filled(root, mine / SLUG / "gradient.py", **answers)
    for command in (["commit", "--quiet", "--all", "--message=Work"], ["push", "--quiet"]):
        subprocess.run(["git", *command], cwd=mine, check=True, env={**os.environ, "GIT_COMMITTER_DATE": date})


def test_from_nothing_to_a_graded_class(root: Path, github: Path) -> None:
    out, collected, due = BLOCK.findall((root / "docs" / "pytest.md").read_text(encoding="utf-8"))
    assert len((out + collected).strip().splitlines()) == 5
    typed(out, github)
    hand_in(root, github, "ada", {}, "2027-02-02T12:00:00Z")
    hand_in(root, github, "ben", {"nn_output": "sigmoid_prime(h)"}, "2027-02-02T12:00:00Z")
    hand_in(root, github, "ben", {}, "2027-03-02T12:00:00Z")
    said = typed(collected, github)
    assert re.search(r"ada +✓ ✓ ✓ ✓ ✓ +10 / 10", said)
    assert re.search(r"ben +✓ ✓ ✓ ✓ ✓ +10 / 10", said)
    assert (github / "feedback" / "ben" / f"{SLUG}.html").is_file()
    assert "handout " not in said
    in_time = typed(due, github)
    assert re.search(r"ada +✓ ✓ ✓ ✓ ✓ +10 / 10", in_time)
    assert re.search(r"ben +✓ ✗ → → → +8 / 10 +nn_output: slope_for_output", in_time)


def typed(script: str, folder: Path) -> str:
    """What the commands print."""
    env = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        ["bash", "-eu", "-o", "pipefail", "-c", script],
        cwd=folder,
        env=env,
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, f"{script}\n{done.stdout}\n{done.stderr}"
    return done.stdout

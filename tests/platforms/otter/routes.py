"""The ways in which otter-grader gives a student points, or says what holds, each by the real program.

    by_run(root, slug, handed_in, jobs=2) -> {student: {question id: points}}     `otter run`, a process for each submission: 6 s
    by_api(root, slug, handed_in)         -> {student: {question id: points}}     `otter.api.grade_submission` in one process: 3 s
    by_check(root, slug, handed_in)       -> {student: {question ids that hold}}  `grader.check` in IPython: half a second

    root:      the course's folder
    slug:      the assignment
    handed_in: {student: (file name, bytes)}; a name that ends in .zip is handed over as a zip, as `grader.export()` makes it

The export is made by `descent export otter` with the secret of DESCENT_HOME as it is set. Points are those of results.json, which otter
rounds to five digits (`DIGITS`), or of otter's results object, which is exact. Otter opens a notebook before it asks any plugin: what
is no notebook at all is handed over as docs/otter.md says, in a folder of a zip with an empty notebook beside it. A student whom otter
turns away all the same gets {}: no score, and no zero. `by_check` runs the code as the student's own kernel would, without a sandbox:
give it nothing that may not run here.
"""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from autograder.platforms.otter.folder import BLANK

DIGITS = 5
HandedIn = Mapping[str, tuple[str, bytes]]
Points = dict[str, dict[str, float]]
_BIN = Path(sys.executable).parent
_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Ran:
    """What `otter run` came to: exit code, what it printed, and results.json if there is one."""

    code: int
    said: str
    results: dict[str, object] | None

    @property
    def points(self) -> dict[str, float]:
        """By question; nothing where there are no results."""
        tests: list[dict[str, object]] = (self.results or {}).get("tests", [])  # type: ignore[assignment]
        return {str(test["name"]): float(test["score"]) for test in tests}  # type: ignore[arg-type]


def by_run(root: Path, slug: str, handed_in: HandedIn, jobs: int = 2) -> Points:
    """As `otter run -a ZIP FILE` gives them."""
    with TemporaryDirectory() as made:
        archive = archive_of(root, slug, Path(made) / "export")
        with ThreadPoolExecutor(jobs) as pool:
            ran = pool.map(partial(_run, archive, Path(made)), handed_in.items())
            return {student: one.points for student, one in zip(handed_in, ran, strict=True)}


def by_api(root: Path, slug: str, handed_in: HandedIn) -> Points:
    """As `otter.api.grade_submission` gives them."""
    with TemporaryDirectory() as made:
        archive = archive_of(root, slug, Path(made) / "export")
        paths = {student: str(_written(Path(made) / "in", student, name, content)) for student, (name, content) in handed_in.items()}
        found: Points = _asked("grading_by_api.py", {"archive": str(archive), "paths": paths}, Path(made))
        return found


def by_check(root: Path, slug: str, handed_in: HandedIn) -> dict[str, set[str]]:
    """The questions for which `grader.check` says that all is well, after the submission's cells have run."""
    with TemporaryDirectory() as made:
        archive = archive_of(root, slug, Path(made) / "export")
        work = {student: [name, content.hex()] for student, (name, content) in handed_in.items()}
        student = archive.parent.parent / "student"
        found = _asked("checking.py", {"folder": str(student), "work": work}, Path(made))
        return {who: set(held) for who, held in found.items()}


def archive_of(root: Path, slug: str, target: Path) -> Path:
    """Export one assignment; the path of its zip. What students get is `../student` from there."""
    export(root, target, "--assignment", slug)
    return target / slug / "autograder" / f"{slug}-autograder.zip"


def export(root: Path, target: Path, *options: str) -> str:
    """Do `descent export otter`; what it prints."""
    command = [_BIN / "descent", "--course", root, "export", "otter", target, *options]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def run(archive: Path, submission: Path, out: Path, *options: str) -> Ran:
    """Do `otter run` for one submission."""
    out.mkdir(parents=True, exist_ok=True)
    command = [_BIN / "otter", "run", "-a", archive, "-o", out, "--no-logo", *options, submission]
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=out, timeout=300)
    results = out / "results.json"
    return Ran(done.returncode, done.stdout, json.loads(results.read_text(encoding="utf-8")) if results.exists() else None)


def _run(archive: Path, made: Path, item: tuple[str, tuple[str, bytes]]) -> Ran:
    student, (name, content) = item
    return run(archive, _written(made / "in", student, name, content), made / "out" / student)


def _written(folder: Path, student: str, name: str, content: bytes) -> Path:
    path = folder / student / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if name.endswith(".ipynb") and not _opens(content):
        path = path.with_suffix(".zip")
        with zipfile.ZipFile(path, "w") as made:
            made.writestr("empty.ipynb", BLANK)
            made.writestr(f"handed-in/{name}", content)
    else:
        path.write_bytes(content)
    return path


def _opens(content: bytes) -> bool:
    try:
        return isinstance(json.loads(content.decode("utf-8")), dict)
    except (ValueError, RecursionError):
        return False


def _asked(script: str, question: object, folder: Path) -> dict[str, dict[str, float]]:
    """What a script says on a file of its own, asked on its standard input."""
    answer = folder / "answer.json"
    env = {**os.environ, "IPYTHONDIR": str(folder / "ipython")}
    command = [sys.executable, _HERE / script, answer]
    done = subprocess.run(command, input=json.dumps(question), check=False, capture_output=True, text=True, cwd=folder, env=env)
    assert done.returncode == 0, done.stdout + done.stderr
    said: dict[str, dict[str, float]] = json.loads(answer.read_text(encoding="utf-8"))
    return said

"""What else could be done with a student's file? Three yardsticks for the same work.

`bare_fork` compiles and runs a source once in a fork of a process that has NumPy, without any isolation or judgement: nothing that
runs student code in its own process can be quicker. `fresh_python` is `python submission.py`. `stock_nbgrader` is nbgrader's own
autograder with the assertions that an instructor would write.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.meter import Taken, taken
from benchmarks.submissions import GIVEN

CORES = 2


def bare_fork(sources: Sequence[str]) -> Taken:
    """Fork, compile, run once, for each source."""
    import numpy  # noqa: F401  # in the parent, so that no child imports it

    with taken() as result:
        for text in sources:
            if (pid := os.fork()) == 0:
                try:
                    os.dup2(os.open(os.devnull, os.O_RDWR), 1)
                    exec(compile(text, "submission", "exec"), {"__name__": "__main__"})
                finally:
                    os._exit(0)
            os.waitpid(pid, 0)
    return result


def fresh_python(files: Sequence[Path]) -> Taken:
    """`python submission.py` for each file, as many at a time as there are cores."""

    def run(path: Path) -> None:
        subprocess.run([sys.executable, str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)

    with taken() as result, ThreadPoolExecutor(CORES) as pool:
        list(pool.map(run, files))
    return result


def stock_nbgrader(sources: Sequence[tuple[str, str]], folder: Path) -> Taken:
    """`nbgrader autograde` on notebooks with the same code, one assertion cell for each answer."""
    course = folder / "nbgrader"
    _notebook(course / "source" / "ps1" / "gradient.ipynb", "### BEGIN SOLUTION\nh = 0.8\n### END SOLUTION")
    (course / "nbgrader_config.py").write_text("c = get_config()\nc.CourseDirectory.course_id = 'benchmark'\n")
    _nbgrader(course, "generate_assignment", "ps1")
    for student, text in sources:
        _notebook(course / "submitted" / student / "ps1" / "gradient.ipynb", text.removeprefix(GIVEN))
    with taken() as result:
        _nbgrader(course, "autograde", "ps1")
    return result


TESTS = {
    "h": "assert np.isclose(h, 0.8)",
    "nn_output": "assert np.isclose(nn_output, 0.6899744811276125)",
    "error": "assert np.isclose(error, -0.1899744811276125)",
    "error_term": "assert np.isclose(error_term, -0.04063738)",
    "del_w": "assert np.allclose(del_w, [-0.02031869, -0.04063738, -0.06095608, -0.08127477])",
}


def _notebook(path: Path, answer: str) -> None:
    import nbformat
    from nbformat import v4

    cells = [v4.new_code_cell(GIVEN), v4.new_code_cell(answer, metadata={"nbgrader": _metadata("answer", solution=True)})]
    for name, text in TESTS.items():
        cells.append(v4.new_code_cell(text, metadata={"nbgrader": _metadata(f"test_{name}", solution=False)}))
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(v4.new_notebook(cells=cells, metadata=kernel), path)


def _metadata(name: str, *, solution: bool) -> dict[str, object]:
    base: dict[str, object] = {"schema_version": 3, "grade_id": name, "solution": solution, "grade": not solution, "task": False}
    return {**base, "locked": not solution, **({} if solution else {"points": 2})}


def _nbgrader(course: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "nbgrader", *arguments]
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])  # nbgrader calls `alembic`
    environment = {**os.environ, "PATH": path, "JUPYTER_PLATFORM_DIRS": "1"}
    done = subprocess.run(command, cwd=course, env=environment, capture_output=True, text=True, check=False)
    if done.returncode and "autograde" not in arguments:  # autograde reports students whose code raised
        raise RuntimeError(done.stderr[-2000:])

"""How quick is `descent grade`, beside what else could be done with the same files? `python -m benchmarks.grading`

Prints a table in Markdown: submissions a second, CPU time for each, and the ratios that the course has set itself as targets.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.meter import Taken, taken
from benchmarks.rivals import bare_fork, fresh_python, stock_nbgrader
from benchmarks.submissions import generate

ROOT = Path(__file__).parents[1]
SLUG = "01-gradient-step"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=500, help="submissions graded")
    parser.add_argument("--fresh", type=int, default=100, help="of them run by a fresh Python")
    parser.add_argument("--nbgrader", type=int, default=20, help="of them graded by stock nbgrader; 0 leaves it out")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(table(Path(folder), chosen.count, chosen.fresh, chosen.nbgrader))


def table(folder: Path, count: int, fresh: int, nbgrader: int) -> str:
    """Measure all, and lay it out."""
    handed_in = list(generate(count))
    files = [_written(folder / "submitted" / student / SLUG / "gradient.py", text) for student, text in handed_in]
    rows = [("(a) bare fork, compiled and run once, no isolation, no judgement", count, bare_fork([text for _, text in handed_in]))]
    rows.append(("**descent grade**, 8 hidden cases, level A, 2 jobs, with feedback and gradebook", count, _descent(folder)))
    rows.append(("(b) `python submission.py`, 2 at a time", fresh, fresh_python(files[:fresh])))
    if nbgrader:
        rows.append(("(c) stock `nbgrader autograde`", nbgrader, stock_nbgrader(handed_in[:nbgrader], folder)))
    ours = rows[1]
    lines = [
        f"{platform.python_version()}, {os.cpu_count()} cores, {count} submissions",
        "",
        "| what | submissions | a second | CPU ms each | descent is, in submissions a second | descent's CPU is |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for what, number, took in rows:
        rate, cpu = number / took.wall, took.cpu / number
        speed, share = (ours[1] / ours[2].wall) / rate, (ours[2].cpu / ours[1]) / cpu
        lines.append(f"| {what} | {number} | {rate:.1f} | {cpu * 1e3:.1f} | {speed:.2f} times | {share:.2f} times |")
    return "\n".join(lines)


def _descent(folder: Path) -> Taken:
    command = [sys.executable, "-m", "autograder", "--course", str(ROOT), "grade", str(folder / "submitted")]
    environment = {**os.environ, "DESCENT_HOME": str(folder / "home")}
    with taken() as result:
        done = subprocess.run(
            [*command, "--out", str(folder / "out"), "--jobs", "2"], env=environment, capture_output=True, text=True, check=False
        )
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr[-2000:])
    return result


def _written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


if __name__ == "__main__":
    main()

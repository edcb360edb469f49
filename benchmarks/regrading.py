"""Does a re-grade take the time of grading, and how long do the scores of a large class take? `python -m benchmarks.regrading`

Prints a table in Markdown: each command as typed, start of the process included. A class is graded, its assignment mended, graded anew
and looked at; then the gradebook is filled with six assignments of that many students, which are not graded.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from autograder.course.manifest import load
from autograder.gradebook.connect import sqlite_url
from autograder.gradebook.store import Gradebook
from autograder.grading.submission import Submission
from benchmarks.grading import ROOT, SLUG
from benchmarks.meter import Taken, taken
from benchmarks.submissions import generate

NOW = datetime(2026, 11, 21, tzinfo=UTC)
WORTH = "@step.question(points={})"
COUNTED = "assignments of {} students: descent scores{}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000, help="students, with a submission each")
    parser.add_argument("--jobs", type=int, default=2, help="submissions graded at a time")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(table(Path(folder), chosen.count, chosen.jobs))


def table(folder: Path, count: int, jobs: int) -> str:
    """Measure all, and lay it out."""
    course = folder / "course"
    for name in ("assignments", "solutions"):
        shutil.copytree(ROOT / name, course / name)
    shutil.copy(ROOT / "course.toml", course)
    for student, text in generate(count):
        path = folder / "submitted" / student / SLUG / "gradient.py"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    rows = {"descent grade": _descent(folder, "grade", str(folder / "submitted"), "--out", str(folder / "out"), "--jobs", str(jobs))}
    rows["descent grade --json, which writes no pages"] = _descent(
        folder, "grade", str(folder / "submitted"), "--json", "--jobs", str(jobs)
    )
    _mend(course / "solutions" / SLUG / "questions.py")
    rows["descent regrade"] = _descent(folder, "regrade", SLUG, "--jobs", str(jobs))
    rows["descent regrade --accept"] = _descent(folder, "regrade", SLUG, "--jobs", str(jobs), "--accept", "--as", "bench")
    assignments = _fill(folder / "home" / "gradebook.sqlite", course)
    for form in ("", " --json", " --csv"):
        rows[f"{assignments} {COUNTED.format(count, form)}"] = _descent(folder, "scores", *form.split())
    graded = rows["descent grade --json, which writes no pages"]
    lines = [
        f"{platform.python_version()}, {os.cpu_count()} cores, {count} submissions, {jobs} at a time",
        "",
        "| what | s | CPU s | to grading, in CPU |",
        "|---|---:|---:|---:|",
        *(f"| {name} | {one.wall:.1f} | {one.cpu:.1f} | {one.cpu / graded.cpu:.2f} times |" for name, one in rows.items()),
    ]
    return "\n".join(lines)


def _mend(path: Path) -> None:
    """Give the first question 3 points and the last one 1, so that many a score moves."""
    first, *others, last = path.read_text(encoding="utf-8").split(WORTH.format(2))
    middle = WORTH.format(2).join(others)
    path.write_text(f"{first}{WORTH.format(3)}{middle}{WORTH.format(1)}{last}", encoding="utf-8")


def _fill(path: Path, place: Path) -> int:
    """Give the class the same reports in all assignments that are worth points; how many those are."""
    course = load(place)
    with Gradebook.open(sqlite_url(path)) as book:
        reports = book.reports(SLUG)
        others = [entry for entry in course.assignments if entry.points > 0 and entry.slug != SLUG]
        for entry in others:
            work = [Submission(one.student, entry.slug, entry.file, one.submission.encode()) for one in reports]
            ids = book.accept(work, when=NOW)
            made = (
                msgspec.structs.replace(report, assignment=entry.slug, submission=one.digest)
                for report, one in zip(reports, work, strict=True)
            )
            book.record(list(zip(ids, made, strict=True)), when=NOW)
    return len(others) + 1


def _descent(folder: Path, *arguments: str) -> Taken:
    command = [sys.executable, "-m", "autograder", "--course", str(folder / "course"), *arguments]
    environment = {**os.environ, "DESCENT_HOME": str(folder / "home")}
    with taken() as result:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr[-2000:])
    return result


if __name__ == "__main__":
    main()

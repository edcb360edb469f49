"""How long does it take to export the scores of a thousand students? `python -m benchmarks.exports`

Prints a table in Markdown: each command as typed, start of the process included, the best of some runs. The target is one second on a
machine that does nothing else; on a busy one the CPU time of the command alone tells more.
"""

import argparse
import csv
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from autograder.course.manifest import Course, Entry, load
from autograder.gradebook.connect import sqlite_url
from autograder.gradebook.log import By
from autograder.gradebook.roster import Person, enrol
from autograder.gradebook.store import Gradebook
from autograder.grading.report import QuestionReport, Report, Verdict
from autograder.grading.submission import Submission

ROOT = Path(__file__).parents[1]
START = datetime(2026, 11, 1, tzinfo=UTC)
QUESTIONS = 5
TARGET = 1.0  # seconds


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--students", type=int, default=1000)
    parser.add_argument("--attempts", type=int, default=2, help="of each student at each assignment")
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(table(Path(folder), chosen.students, chosen.attempts, chosen.runs))


def table(folder: Path, students: int, attempts: int, runs: int) -> str:
    """Measure all, and lay it out."""
    course = load(ROOT)
    entries = [entry for entry in course.assignments if entry.points > 0]
    people = [_person(number) for number in range(students)]
    (folder / "home").mkdir()
    _fill(folder / "home" / "gradebook.sqlite", course, entries, people, attempts)
    templates = {name: _template(folder / f"{name}-grades.csv", rows(people, entries)) for name, rows in TEMPLATES.items()}
    size = f"{students} students, {len(entries)} assignments, {attempts} attempts at each"
    lines = [
        f"{platform.python_version()}, {os.cpu_count()} cores, {size}",
        "",
        "| what | s | of it CPU | |",
        "|---|---:|---:|---|",
    ]
    for lms in ("canvas", "moodle", "brightspace"):
        lines.append(_row(f"`descent export {lms}`", _timed(folder, runs, lms)))
    for lms, template in templates.items():
        lines.append(_row(f"`descent export {lms} --template`", _timed(folder, runs, lms, "--template", str(template))))
    changed = _timed(folder, runs, "canvas", "--template", str(templates["canvas"]), "--changed-only")
    lines.append(_row("`descent export canvas --template --changed-only`", changed))
    return "\n".join(lines)


def _row(what: str, took: tuple[float, float]) -> str:
    wall, cpu = took
    return f"| {what} | {wall:.2f} | {cpu:.2f} | {'reached' if wall < TARGET else 'missed'} |"


def _timed(folder: Path, runs: int, lms: str, *more: str) -> tuple[float, float]:
    """Wall and CPU time of the whole command, the best of some runs, each into a file of its own."""
    environment = {**os.environ, "DESCENT_HOME": str(folder / "home")}
    took: list[tuple[float, float]] = []
    for number in range(runs):
        target = folder / f"{lms}-{len(more)}-{number}.csv"
        command = [sys.executable, "-m", "autograder", "--course", str(ROOT), "export", lms, str(target), *more]
        start, before = time.perf_counter(), os.times()
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        wall, after = time.perf_counter() - start, os.times()
        cpu = after.children_user - before.children_user + after.children_system - before.children_system
        took.append((wall, cpu))
        if done.returncode or not target.stat().st_size:
            raise RuntimeError(done.stderr[-2000:])
    return min(took)


def _person(number: int) -> Person:
    login = f"student{number:04}"
    return Person(login, f"First{number} Läst{number}", f"{login}@uni.example", login, str(20_000_000 + number), "A")


def _fill(path: Path, course: Course, entries: list[Entry], people: list[Person], attempts: int) -> None:
    rng = random.Random(6)
    with Gradebook.open(sqlite_url(path)) as book:
        book.write(lambda connection: enrol(connection, people, By("benchmark", START)))
        for attempt in range(attempts):
            when = START + timedelta(days=attempt)
            work = [
                Submission(person.id, entry.slug, entry.file, f"{person.id} {entry.slug} {attempt}".encode())
                for person in people
                for entry in entries
            ]
            numbers = book.accept(work, when=when)
            book.record([(number, _report(one, course, rng)) for number, one in zip(numbers, work, strict=True)], when=when)


def _report(of: Submission, course: Course, rng: random.Random) -> Report:
    """A report as long as they are."""
    questions = tuple(
        QuestionReport(
            id=f"question_{number}",
            verdict=Verdict.CORRECT if (right := rng.random() < 0.8) else Verdict.MISTAKE,
            points=2.0 if right else 0.0,
            max_points=2.0,
            mistake=None if right else "slope_instead_of_output",
            message="" if right else "It is the slope of the sigmoid at h, where its value was expected. " * 2,
            hint=None if right else "Which of the two does the next layer see?",
            text="The network's output: the sigmoid of the node's linear combination.",
            seen=[0.5, 0.25, 0.125, 0.0625],
        )
        for number in range(QUESTIONS)
    )
    score = sum(question.points for question in questions)
    return Report(
        student=of.student,
        assignment=of.slug,
        submission=of.digest,
        isolation="A",
        score=score,
        max_score=course.entry(of.slug).points,
        questions=questions,
    )


def _canvas(people: list[Person], entries: list[Entry]) -> Iterator[list[str]]:
    titles = [f"{entry.title} ({number})" for number, entry in enumerate(entries, 100)]
    yield ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *titles, "Current Score", "Final Score"]
    yield ["    Points Possible", "", "", "", "", *("10" for _ in entries), "(read only)", "(read only)"]
    for number, person in enumerate(people):
        yield [person.full_name, str(5_000 + number), person.number, person.login, "A", *("" for _ in entries), "", ""]


def _moodle(people: list[Person], entries: list[Entry]) -> Iterator[list[str]]:
    yield ["First name", "Last name", "ID number", "Email address", *(f"Assignment: {entry.title} (Real)" for entry in entries)]
    for person in people:
        yield [*person.full_name.split(), person.number, person.email, *("-" for _ in entries)]


def _blackboard(people: list[Person], entries: list[Entry]) -> Iterator[list[str]]:
    titles = [f"{entry.title} [Total Pts: 10 Score] |{number}" for number, entry in enumerate(entries, 100)]
    yield ["Last Name", "First Name", "Username", "Student ID", *titles]
    for person in people:
        yield [*person.full_name.split(), person.login, person.number, *("" for _ in entries)]


def _brightspace(people: list[Person], entries: list[Entry]) -> Iterator[list[str]]:
    titles = [f"{entry.title.replace(',', '')} Points Grade <Numeric MaxPoints:10>" for entry in entries]
    yield ["OrgDefinedId", "Username", *titles, "End-of-Line Indicator"]
    for person in people:
        yield [f"#{person.number}", f"#{person.login}", *("" for _ in entries), "#"]


TEMPLATES = {"canvas": _canvas, "moodle": _moodle, "blackboard": _blackboard, "brightspace": _brightspace}


def _template(path: Path, rows: Iterator[list[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


if __name__ == "__main__":
    main()

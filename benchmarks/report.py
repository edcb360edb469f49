"""How long does `descent report` take for a large class? `python -m benchmarks.report [STUDENTS] [FOLDER]`

A generated class works through the six graded assignments of the course: abilities, slips, attempts and times are drawn from a fixed
seed, and nothing is graded: the reports are made up and put into a gradebook. With a FOLDER, the pages are left there.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from autograder.course.load import load_assignment
from autograder.course.manifest import Course, load
from autograder.course.vocabulary import Question
from autograder.gradebook.connect import sqlite_url
from autograder.gradebook.store import Gradebook
from autograder.grading.report import Place, QuestionReport, Report, Verdict, total
from autograder.grading.submission import Submission
from benchmarks.grading import ROOT

SEED = 1943
TERM = datetime(2026, 10, 5, 23, 59, tzinfo=UTC)
WEEK = timedelta(days=7)
OTHERS = (Verdict.HARDCODED, Verdict.UNATTEMPTED, Verdict.MISSING, Verdict.FAILED)


@dataclass(frozen=True, slots=True)
class Pupil:
    """Who is generated: the better the ability, the more is right; `late` in so many of a hundred."""

    name: str
    ability: float
    late: int


def main() -> None:
    """Fill a gradebook and time the commands."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        course = a_course(folder / "course")
        made = fill(course, folder / "home", count)
        print(f"{count:,} students, {len(course.assignments)} assignments, {made:,} attempts")
        kept = Path(sys.argv[2]) if len(sys.argv) > 2 else folder
        for name, arguments in {
            "report": [],
            "report --html": ["--html", str(kept / "class.html")],
            "report --html --names": ["--names", "--html", str(kept / "class-with-names.html")],
            "report --analysis": ["--analysis"],
            "report --json": ["--json"],
            "report --analysis --similar, one assignment": ["--analysis", "--similar", "--assignment", "01-gradient-step"],
        }.items():
            began, before = time.perf_counter(), cpu_of_children()
            descent(folder, "report", *arguments)
            wall, cpu = time.perf_counter() - began, cpu_of_children() - before
            print(f"descent {name:<40} {wall:6.2f} s   {cpu:6.2f} s of CPU time")
        page = kept / "class.html"
        print(f"the page has {page.stat().st_size / 1e6:.2f} MB")


def cpu_of_children() -> float:
    """CPU seconds of the commands so far; what else runs on the machine is not in it, nor are the sandbox's processes."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def descent(folder: Path, *arguments: str) -> None:
    """A command as it is typed."""
    command = [sys.executable, "-m", "autograder", "--course", str(folder / "course"), *arguments]
    environment = {**os.environ, "DESCENT_HOME": str(folder / "home")}
    environment.pop("DESCENT_DATABASE_URL", None)
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)


def a_course(folder: Path) -> Course:
    """This course without what is not graded, with a due date a week."""
    shutil.copytree(ROOT / "solutions", folder / "solutions")
    shutil.copytree(ROOT / "assignments", folder / "assignments")
    head, *entries = (ROOT / "course.toml").read_text(encoding="utf-8").split("[[assignments]]\n")
    graded = [entry for entry in entries if "points = 0" not in entry]
    dated = [f"[[assignments]]\ndue = {(TERM + number * WEEK).isoformat()}\n{entry}" for number, entry in enumerate(graded)]
    (folder / "course.toml").write_text("".join([head, *dated]), encoding="utf-8")
    return load(folder)


def fill(course: Course, home: Path, count: int) -> int:
    """A gradebook of a generated class; how many attempts are in it."""
    home.mkdir(mode=0o700)
    random = Random(SEED)
    pupils = [Pupil(f"s{number:04d}", random.gauss(0.9, 1.0), random.choice((0, 5, 20))) for number in range(count)]
    made = 0
    with Gradebook.open(sqlite_url(home / "gradebook.sqlite")) as book:
        for entry in course.assignments:
            questions = list(load_assignment(course, entry.slug).assignment.questions.values())
            handed_in: dict[Submission, tuple[datetime, Report]] = {}
            for pupil in pupils:
                handed_in |= dict(attempts(random, pupil, course, entry.slug, questions))
            ids = book.accept(list(handed_in), when=TERM, times={one: when for one, (when, _) in handed_in.items()})
            book.record([(number, report) for number, (_, report) in zip(ids, handed_in.values(), strict=True)], when=TERM)
            made += len(handed_in)
    return made


def attempts(
    random: Random, pupil: Pupil, course: Course, slug: str, questions: list[Question]
) -> Iterator[tuple[Submission, tuple[datetime, Report]]]:
    """What one hands in for one assignment: nothing, or one to four times, each time better."""
    entry = course.entry(slug)
    assert entry.due is not None
    if random.random() < 0.04:
        return
    last = random.randint(1, 4)
    for number in range(last):
        before = -random.expovariate(1 / 20) if random.randrange(100) < pupil.late else random.expovariate(1 / 30)
        when = entry.due - timedelta(hours=before + 6 * (last - 1 - number))
        submission = Submission(pupil.name, slug, entry.file, f"# {pupil.name}, attempt {number}\n".encode())
        yield submission, (when, _report(random, pupil.ability + 0.4 * number, submission, entry.title, entry.points, questions))


def _report(random: Random, ability: float, submission: Submission, title: str, points: float, questions: list[Question]) -> Report:
    answered = tuple(_answer(random, ability, place, asked) for place, asked in enumerate(questions))
    return Report(
        student=submission.student,
        assignment=submission.slug,
        submission=submission.digest,
        isolation="A",
        score=total([one.points for one in answered]),
        max_score=points,
        questions=answered,
        title=title,
        file=submission.file,
    )


def _answer(random: Random, ability: float, place: int, asked: Question) -> QuestionReport:
    """A harder question for each that went before; of mistakes and of wrong values some are made by many."""
    right = random.gauss(ability, 1.0) > 0.35 * place - 1.0
    verdict, mistake, seen = Verdict.CORRECT, None, 0.6899744811 + place
    if not right:
        names = list(asked.mistakes)
        kind = random.random()
        if kind < 0.5 and names:
            verdict, mistake = Verdict.MISTAKE, names[min(int(random.expovariate(0.7)), len(names) - 1)]
            seen = -1.0 - names.index(mistake)
        elif kind < 0.75:
            verdict, seen = (
                Verdict.WRONG,
                round(random.expovariate(0.3) if random.random() < 0.7 else random.random(), 0 if right else 1),
            )
        else:
            verdict, seen = random.choice(OTHERS), None
    elif random.random() < 0.1:
        verdict = Verdict.CARRIED
    return QuestionReport(
        id=asked.id,
        verdict=verdict,
        points=float(asked.points) if verdict.counts else 0.0,
        max_points=float(asked.points),
        mistake=mistake,
        message=f"This is not {asked.id} yet." if not verdict.counts else "",
        hint=asked.mistakes[mistake].hint if mistake else None,
        text=asked.text,
        seen=seen,
        place=Place(20 + place),
    )


if __name__ == "__main__":
    main()

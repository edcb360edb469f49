"""What do hostile submissions cost the others? `python -m benchmarks.fairness [--quick]`

Grades good submissions in two workers, and then the same with hostile ones among them, which loop, sleep, hoard, fork and flood. Each
of those may cost its own slot for its own time limit, and nothing else: the class is done later by what they took, divided by the
workers, and no good one's report is another. Exits with 1 where that does not hold.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from autograder.course.manifest import Course, load
from autograder.course.secret import Secret
from autograder.grading.report import Report
from autograder.grading.submission import Submission
from autograder.marking import pool as pool_module
from autograder.marking.pool import Pool
from autograder.marking.protocol import Mark
from autograder.sandbox.isolation import Level
from autograder.sandbox.probe import strongest
from benchmarks.grading import ROOT, SLUG
from benchmarks.submissions import source

ATTACKS = ROOT / "tests" / "attacks" / "resources"
HOSTILE = (
    "endless_loop", "swallowed_alarm", "alarm_disarmed", "cpu_signal_ignored", "long_sleep", "huge_power", "backtracking",
    "a_gigabyte", "growing_list", "hoard", "memory_that_stays", "list_of_lists", "recursion_in_c",
    "fork_bomb", "forks", "threads", "pipes_until_none_is_left", "flood_of_lines", "flood_past_python", "flood_for_the_judge",
)  # fmt: skip
WORKERS = 2
GOOD, FEW = 200, 30
MOST = 1.1  # times what the hostile ones took, divided by the workers
LAST = 0.9  # the part of the class among which they are: an idle worker at the very end says nothing of the others
FIRST = 4  # graded before, so that all workers stand
QUICK = {"wall_seconds": "2.0", "cpu_seconds": "1.0", "statement_seconds": "0.3", "call_seconds": "0.3"}


@dataclass(slots=True)
class Graded:
    """One class, graded.

    Attributes:
        seconds: from the first submission to the last report.
        slots: by student, how long a worker was taken up.
    """

    seconds: float = 0.0
    slots: dict[str, float] = field(default_factory=dict)
    reports: dict[str, Report] = field(default_factory=dict)


def main() -> int:
    """Grade twice, compare, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="a small class with small limits, to see that it runs; the ratio says little"
    )
    quick = parser.parse_args().quick
    with course(quick) as chosen:
        good, bad = list(well_meant(FEW if quick else GOOD)), list(hostile())
        level = strongest("B")
        alone = graded(chosen, level, good)
        mixed = graded(chosen, level, among(good, bad))
    print(table(alone, mixed, level))
    students = [submission.student for submission in good]
    fair = all(alone.reports[student] == mixed.reports[student] for student in students)
    print(f"\nThe reports of the good ones are {'identical' if fair else 'NOT identical'}.")
    return 0 if fair and (quick or ratio(alone, mixed) <= MOST) else 1


def well_meant(count: int) -> Iterator[Submission]:
    """Right in several forms, no two the same."""
    random = Random(3)
    for number in range(count):
        yield Submission(f"student{number:04}", SLUG, "gradient.py", source("right", random, number).encode())


def hostile() -> Iterator[Submission]:
    """The attacks, as they are let loose in the tests."""
    for name in HOSTILE:
        yield Submission(name, SLUG, "gradient.py", (ATTACKS / f"{name}.py").read_bytes())


def among(good: list[Submission], bad: list[Submission]) -> list[Submission]:
    """The hostile ones at places of chance."""
    random = Random(7)
    mixed = list(good)
    places = sorted(random.sample(range(int(LAST * len(good))), len(bad)), reverse=True)
    for place, one in zip(places, random.sample(bad, len(bad)), strict=True):
        mixed.insert(place, one)
    return mixed


def graded(course: Course, level: Level, work: list[Submission]) -> Graded:
    """A class graded by the pool, as `descent grade` does it."""
    result = Graded()
    with timed(result.slots), Pool(course, Secret(b"f" * 32), level, WORKERS) as pool:
        list(pool.grade(work[-FIRST:]))
        result.slots.clear()
        start = time.perf_counter()
        for index, report in pool.grade(work):
            result.reports[work[index].student] = report
        result.seconds = time.perf_counter() - start
    return result


@contextmanager
def timed(slots: dict[str, float]) -> Iterator[None]:
    """Note how long each submission takes up its worker."""
    mark = pool_module._Worker.mark

    def noted(worker: pool_module._Worker, asked: Mark) -> Report:
        start = time.perf_counter()
        try:
            return mark(worker, asked)
        finally:
            student = asked.submission.student
            slots[student] = slots.get(student, 0.0) + time.perf_counter() - start

    pool_module._Worker.mark = noted  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        pool_module._Worker.mark = mark  # type: ignore[method-assign]


@contextmanager
def course(quick: bool) -> Iterator[Course]:
    """The course; for a quick look a copy of it with small limits."""
    if not quick:
        yield load(ROOT)
        return
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "solutions", Path(folder) / "solutions")
        lines = (ROOT / "course.toml").read_text(encoding="utf-8").splitlines()
        changed = [f"{name} = {QUICK[name]}" if (name := line.partition(" ")[0]) in QUICK else line for line in lines]
        (Path(folder) / "course.toml").write_text("\n".join(changed), encoding="utf-8")
        yield load(Path(folder))


def ratio(alone: Graded, mixed: Graded) -> float:
    """What the class lost, as a part of what it may lose."""
    return (mixed.seconds - alone.seconds) / (_taken(mixed) / WORKERS)


def table(alone: Graded, mixed: Graded, level: Level) -> str:
    """Both classes side by side, and what it comes to."""
    good = list(alone.slots)
    later = max(mixed.slots[student] - alone.slots[student] for student in good)
    longest = max(HOSTILE, key=lambda name: mixed.slots[name])
    rows = [
        ("the whole class, s", alone.seconds, mixed.seconds, ".1f"),
        (
            "a good one in its worker, median, ms",
            *(1e3 * statistics.median(run.slots[one] for one in good) for run in (alone, mixed)),
            ".1f",
        ),
        ("the slowest good one in its worker, ms", *(1e3 * max(run.slots[one] for one in good) for run in (alone, mixed)), ".1f"),
    ]
    lines = [
        f"{len(good)} good submissions, {WORKERS} workers, level {level}",
        "",
        f"| | alone | with {len(HOSTILE)} hostile ones among them |",
        "|---|---:|---:|",
        *(f"| {what} | {one:{form}} | {other:{form}} |" for what, one, other, form in rows),
        "",
        f"The hostile ones took {_taken(mixed):.1f} s of their workers' time, the longest {mixed.slots[longest]:.1f} s ({longest}).",
        f"The class was done {mixed.seconds - alone.seconds:.1f} s later: {ratio(alone, mixed):.2f} times that, divided by {WORKERS}.",
        f"No good one took its worker more than {1e3 * later:.0f} ms longer than without them.",
    ]
    return "\n".join(lines)


def _taken(mixed: Graded) -> float:
    return sum(mixed.slots[name] for name in HOSTILE)


if __name__ == "__main__":
    sys.exit(main())

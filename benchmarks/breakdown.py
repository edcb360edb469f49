"""Where does the CPU time of a graded submission go? `python -m benchmarks.breakdown [--count 300]`

Grades with the pool alone, workers started before, and reads the kernel's accounts of each process: the judges, their zygotes, and
the zygotes' children. Everything is for one submission.
"""

import argparse
import time
from pathlib import Path

from autograder.course.manifest import load
from autograder.course.secret import Secret
from autograder.grading.submission import Submission
from autograder.marking.pool import Pool
from autograder.sandbox.probe import strongest
from benchmarks.grading import ROOT, SLUG
from benchmarks.meter import TICK, taken
from benchmarks.submissions import generate

JOBS = 2


def main() -> None:
    """Grade, and print one line an account."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300)
    count = parser.parse_args().count
    work = [Submission(student, SLUG, "gradient.py", text.encode()) for student, text in generate(count)]
    with Pool(load(ROOT), Secret(b"b" * 32), strongest("B"), JOBS) as pool:
        list(pool.grade(work[:4]))
        judges = [worker._process.pid for worker in pool._workers]
        before, start = accounts(judges), time.perf_counter()
        with taken() as machine:
            list(pool.grade(work))
        rate = count / (time.perf_counter() - start)
        after = accounts(judges)
    print(f"{count} submissions, {rate:.0f} a second, the whole machine {machine.cpu / count * 1e3:.1f} ms each")
    for name, value in after.items():
        each = (value - before[name]) / count
        print(f"{name}: {each:.0f}" if "faults" in name else f"{name}: {each * 1e3:.1f} ms")


def accounts(judges: list[int]) -> dict[str, float]:
    """CPU seconds of the judges, of the processes below them, and of those' ended children; page faults of the last."""
    found = {path.name: fields for path in Path("/proc").glob("[0-9]*") if (fields := _fields(path))}
    below, todo = [], [str(pid) for pid in judges]
    while todo:
        parent = todo.pop()
        children = [pid for pid, fields in found.items() if fields[1] == parent]
        below += children
        todo += children

    def total(pids: list[str], *columns: int) -> float:
        return sum(int(found[pid][column]) for pid in pids for column in columns)

    return {
        "judges": total([str(pid) for pid in judges], 11, 12) / TICK,
        "zygotes": total(below, 11, 12) / TICK,
        "children": total(below, 13, 14) / TICK,
        "children's page faults": total(below, 8),
    }


def _fields(path: Path) -> list[str]:
    """The fields of /proc/PID/stat behind the name; none for a process that has just ended."""
    try:
        return (path / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


if __name__ == "__main__":
    main()

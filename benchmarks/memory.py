"""How much memory does a worker hold, and does it grow? `python -m benchmarks.memory [--count 5000]`

Grades that many submissions in one worker and prints the resident memory of the judge's process and of its zygote as it goes.
"""

import argparse
from pathlib import Path

from autograder.course.manifest import load
from autograder.course.secret import Secret
from autograder.grading.limits import limits_of
from autograder.grading.submission import Submission
from autograder.marking.worker import Marker
from autograder.sandbox.host import Sandbox
from autograder.sandbox.probe import strongest
from benchmarks.grading import ROOT, SLUG
from benchmarks.submissions import generate

PAGE = 4096


def main() -> None:
    """Grade, and look now and then."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=5000)
    count = parser.parse_args().count
    course = load(ROOT)
    looks = {100, count // 4, count // 2, count}
    print("| submissions | judge MB | zygote MB | together MB |\n|---:|---:|---:|---:|")
    with Sandbox(strongest("B"), limits_of(course)) as sandbox:
        marker = Marker(course, Secret(b"m" * 32), sandbox)
        for number, (student, text) in enumerate(generate(count), 1):
            marker.mark(Submission(student, SLUG, "gradient.py", text.encode()))
            if number in looks:
                judge, zygote = resident("self"), resident(str(_zygote()))
                print(f"| {number} | {judge:.1f} | {zygote:.1f} | {judge + zygote:.1f} |", flush=True)


def resident(pid: str) -> float:
    """A process's resident memory in MB; pages that it shares with others count in full."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE / 1e6


def _zygote() -> int:
    """The largest process below this one: the zygote, not bubblewrap."""
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        fields = (folder / "stat").read_text().rpartition(")")[2].split()
        children.setdefault(int(fields[1]), []).append(int(folder.name))
    below, todo = [], [int(Path("/proc/self").resolve().name)]
    while todo:
        found = children.get(todo.pop(), [])
        below += found
        todo += found
    return max(below, key=lambda pid: resident(str(pid)))


if __name__ == "__main__":
    main()

"""What does `descent check` say of a student's file?

Asked in a process of its own, on the student's own machine: their code may end it, crash it or keep it busy, and the tests go on.
"""

import subprocess
import sys
from pathlib import Path

import msgspec

from autograder.grading.report import Report, Reports

FOUND = (0, 1)  # all right, something to mend
WRONG_USAGE = 2
BUG = 3

TOO_LONG = "{file} was not done after {seconds:g} seconds and was stopped. Look for a loop that never ends."
KILLED = "Python was ended by signal {number} while it ran {file}. Look for what takes too much memory or time."
ENDED = "{file} ended Python before anything could be judged. Look for a line that does so, such as os._exit."
OURS = "Descent itself failed, through no fault in {file}. To see how, run: descent check {file}"


def check(path: Path, seconds: float) -> Report | str:
    """The report on the public examples, or the sentence that says why there is none.

    Args:
        path: the student's file, beside its examples.json.
        seconds: the file is stopped after this.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-X", "utf8", "-m", "autograder", "check", "--json", "--", path.name],
            cwd=path.parent,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired:
        return TOO_LONG.format(file=path.name, seconds=seconds)
    if done.returncode < 0:
        return KILLED.format(file=path.name, number=-done.returncode)
    said = done.stderr.decode(errors="replace").strip()
    if done.returncode == WRONG_USAGE and said:
        return said.removeprefix("descent: ")
    if done.returncode == BUG and said:
        return OURS.format(file=path.name)
    return _report(done.stdout) or ENDED.format(file=path.name)


def _report(printed: bytes) -> Report | None:
    try:
        (report,) = msgspec.json.decode(printed, type=Reports).reports
    except (msgspec.MsgspecError, UnicodeDecodeError, ValueError):
        return None
    return report

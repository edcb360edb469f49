"""What happens between a submission on Gradescope and its results?

`run` is what run_autograder comes to. Results are written for every work that can be judged, unreadable ones too. Where we fail there
are none, and the exit code is 1: Gradescope then shows that the autograder failed, to the student without a score of ours, and to
instructors with what is printed here. Never a zero: not by half a file, and not by running into Gradescope's time limit, which it
counts as one. So we end ourselves before that.
"""

import signal
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import msgspec

from autograder.course.load import load_assignment
from autograder.course.secret import Secret
from autograder.errors import DescentError, SandboxFault
from autograder.feedback import plain
from autograder.grading.judge import refused
from autograder.grading.report import Report
from autograder.grading.submission import Submission
from autograder.marking.secrets import parse
from autograder.platforms.engine import Engine
from autograder.platforms.gradescope import metadata
from autograder.platforms.gradescope.handed_in import HandedIn, handed_in
from autograder.platforms.gradescope.results import results
from autograder.platforms.gradescope.slot import Slot
from autograder.platforms.gradescope.visibility import Until
from autograder.platforms.packing import FOLDER, unpacked

NOT_GRADED = "NOT GRADED, and no score was written. Nothing is marked down: see to the cause, then have it graded again."


@dataclass(frozen=True, slots=True)
class Task:
    """What the zip was exported for.

    Attributes:
        engine: the version of this package.
    """

    slug: str
    until: Until
    engine: str


def run(base: Path, task: Task, *, seconds: float, since: Callable[[], float], say: Callable[[str], None]) -> int:
    """Grade what lies in `base/submission` and write `base/results/results.json`.

    Args:
        base: the folder that Gradescope calls /autograder.
        seconds: how long grading may take.
        since: how many seconds have gone.
        say: prints a line for instructors.

    Returns:
        the exit code: 0, or 1 if nothing was written.
    """
    try:
        with Slot(base / "results") as slot:
            known = metadata.read(base / "submission_metadata.json")
            with _ending_after(seconds - since()):
                report, work = _graded(base, task, known.student, say)
            slot.write(msgspec.json.encode(results(report, task.until, remarks=work.remarks, seconds=since())))
    except DescentError as error:
        say(f"{NOT_GRADED}\n{error}")
        return 1
    except Exception as error:
        say(f"{NOT_GRADED}\n{_trace(error)}")
        return 1
    what = plain.line(": ".join(filter(None, (work.file, work.refusal)))).removesuffix(".")
    say(f"{report.score:g} of {report.max_score:g} points: {what}. {report.submission}, cases of secret {report.secret}.")
    if known.points is not None and known.points != report.max_score:
        say(f"Gradescope has this assignment at {known.points:g} points, course.toml at {report.max_score:g}: make them agree.")
    return 0


def _graded(base: Path, task: Task, student: str, say: Callable[[str], None]) -> tuple[Report, HandedIn]:
    root, kept = unpacked(base / "source" / FOLDER)
    secret = parse(kept.read_text(encoding="ascii"))
    with Engine(root, secret) as engine:
        say(f"descent {task.engine}, {task.slug}: isolation level {engine.isolation}.")
        work = handed_in(base / "submission", engine.course, engine.course.entry(task.slug))
        submission = Submission(student, task.slug, work.file, work.content)
        return (_refused(engine, submission, secret, work.refusal) if work.refusal else engine.mark(submission)), work


def _refused(engine: Engine, submission: Submission, secret: Secret, why: str) -> Report:
    loaded = load_assignment(engine.course, submission.slug)
    return refused(loaded, submission, isolation=engine.isolation, secret_id=secret.id, message=why)


class _Late(BaseException):  # what waits for a sandbox must not take it for the sandbox's
    """The time is over."""


@contextmanager
def _ending_after(seconds: float) -> Iterator[None]:
    """Let nothing take longer.

    Raises:
        SandboxFault: it did.
    """

    def stop(number: int, frame: FrameType | None) -> None:
        raise _Late

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, max(seconds, 0.001))
    try:
        yield
    except _Late:
        raise SandboxFault(
            "Grading took as long as Gradescope allows, which would have counted as a zero. Raise the timeout, and the CPU, in the "
            "assignment's autograder settings."
        ) from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _trace(error: Exception) -> str:
    """Where it happened, without what was said: that may hold a value of a hidden case or of a student's."""
    frames = (f"  {frame.filename}, line {frame.lineno}, in {frame.name}" for frame in traceback.extract_tb(error.__traceback__))
    why = f": {error.strerror}" if isinstance(error, OSError) and error.strerror else ""
    return "\n".join([f"This is a bug in descent, or of this image: {type(error).__name__}{why}", *frames])

"""What is the report on the submission that otter hands over?"""

from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from autograder.course.load import load_assignment
from autograder.course.manifest import Course, Entry
from autograder.course.secret import Secret
from autograder.errors import UsageError
from autograder.feedback import plain
from autograder.feedback.reading import read
from autograder.grading.judge import refused
from autograder.grading.report import Report
from autograder.grading.submission import Submission
from autograder.marking.secrets import parse
from autograder.platforms.engine import Engine
from autograder.platforms.gradescope import metadata
from autograder.platforms.gradescope.handed_in import HandedIn, handed_in
from autograder.platforms.otter.folder import blank, unzipped, without_otters
from autograder.platforms.otter.zipped import FILES, PACKED
from autograder.platforms.packing import unpacked

SOURCE, ASIDE, KNOWN = "source", "handed_in", "submission_metadata.json"
NOBODY = "handed in"
PDF = (
    "otter_config.json asks for a PDF (pdf, token). This autograder makes none: nothing that was handed in is opened outside of the "
    "sandbox. Take both out."
)


def grade(path: Path, slug: str) -> Report:
    """The report on one submission, of which nothing is left in its folder but a blank file of its name.

    Args:
        path: the file that otter hands over, in the folder `submission` beside `source`. In a container all of the submission was put
            aside before otter saw it, and this is a blank.

    Raises:
        UsageError: the zip is none of ours.
        SandboxFault: it could not be graded, by no fault of the student's.
    """
    place = path.parent.parent
    root, kept = unpacked(place / SOURCE / PACKED)
    if not (root.is_dir() and kept.is_file()):
        raise UsageError(f"{root}: no course lies there. Make the zip again: descent export otter DIR")
    secret = parse(kept.read_text(encoding="ascii"))
    with Engine(root, secret) as engine:
        if (place / ASIDE).is_dir():
            work = _unpacked(place / ASIDE, engine.course, engine.course.entry(slug))
        else:
            without_otters(path.parent, place / SOURCE / FILES)
            work = handed_in(path.parent, engine.course, engine.course.entry(slug))
        blank(path)
        return _report(engine, secret, slug, work, metadata.read(place / KNOWN).student or NOBODY)


def tame(config: Any) -> None:
    """Take out of otter's configuration what would have it look into a submission.

    Raises:
        UsageError: it asks for a PDF.
    """
    if config.pdf or config.token:
        raise UsageError(PDF)
    config.grade_from_log = False
    config.serialized_variables = config.seed = config.seed_variable = None


def summary(report: Report) -> str:
    """For whoever runs otter: what was graded, how it came out, and what it takes to grade it so again."""
    who = "" if report.student == NOBODY else f" of {plain.name(report.student)}"
    return (
        f"{report.assignment}, version {report.version}: {plain.name(report.file)}{who}: {read(report).total}.\n"
        f"{report.submission}, isolation {report.isolation}, secret {report.secret}"
    )


def _unpacked(folder: Path, course: Course, entry: Entry) -> HandedIn:
    """The student's work in what was put aside: files, or a zip as `grader.export()` makes it, which `otter grade` does not unpack."""
    troubles = unzipped(folder, course.limits.most_bytes)
    work = handed_in(folder, course, entry)
    if troubles and (work.refusal or work.file.casefold() not in (entry.file.casefold(), entry.notebook.casefold())):
        return replace(work, refusal=" ".join(troubles))  # it may well be the file that counts
    return replace(work, remarks=(*work.remarks, *troubles))


def _report(engine: Engine, secret: Secret, slug: str, work: HandedIn, who: str) -> Report:
    submission = Submission(who, slug, work.file, work.content)
    if work.refusal:
        loaded = load_assignment(engine.course, slug)
        return refused(loaded, submission, isolation=engine.isolation, secret_id=secret.id, message=work.refusal)
    report = engine.mark(submission)
    return msgspec.structs.replace(report, notes=(*report.notes, *work.remarks))

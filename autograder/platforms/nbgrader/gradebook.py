"""How do scores and comments get straight into nbgrader's gradebook? By nbgrader's own ways, and without its notebooks.

What a person has marked by hand stays, and is asked to be looked at again, as `nbgrader autograde` asks for it.
"""

import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat.v4 import new_notebook
from nbgrader.api import Gradebook  # type: ignore[import-untyped]
from nbgrader.coursedir import CourseDirectory  # type: ignore[import-untyped]
from nbgrader.preprocessors import AssignLatePenalties  # type: ignore[import-untyped]
from sqlalchemy import create_engine, inspect
from sqlalchemy.exc import SQLAlchemyError
from traitlets.config import Config

from autograder.course.manifest import Course
from autograder.errors import UsageError
from autograder.grading.report import Report
from autograder.platforms.nbgrader import telling
from autograder.platforms.nbgrader.assignments import Assignment, assignment_of
from autograder.platforms.nbgrader.handed_in import HandedIn
from autograder.platforms.nbgrader.names import question_of
from autograder.platforms.nbgrader.released import notebook_name
from autograder.platforms.nbgrader.times import nbgraders

Graded = tuple[HandedIn, Report]


def keep(folder: Path, config: Config, course: Course, graded: Iterable[Graded]) -> list[str]:
    """Write reports into the gradebook of a course folder, each student's whole or not at all.

    Args:
        graded: reports with a score, and what they are on.

    Returns:
        why nothing of an assignment was written, for each that nbgrader has not released, or not as the course has it now.

    Raises:
        UsageError: there is no gradebook, or it cannot be opened.
    """
    where = CourseDirectory(config=config)
    where.root = str(folder.resolve())  # whatever else the configuration says
    with warnings.catch_warnings(action="ignore"), opened(where) as book:  # nbgrader's own, of its tables and its dates
        writers: dict[str, _Writer | str] = {}
        for handed_in, report in graded:
            slug = report.assignment
            if slug not in writers:
                writers[slug] = _writer(book, course, slug, config, where.db_url)
            if isinstance(writer := writers[slug], _Writer):
                writer.write(handed_in, report)
        return [why for why in writers.values() if isinstance(why, str)]


def _writer(book: Gradebook, course: Course, slug: str, config: Config, db_url: str) -> "_Writer | str":
    """A writer for one assignment, or why there is none."""
    try:
        return _Writer(book, assignment_of(course, slug, book), config, db_url)
    except UsageError as error:
        return str(error)


def opened(where: CourseDirectory) -> Gradebook:
    """nbgrader's gradebook. Where there is none, none is made: nothing has been released there.

    Raises:
        UsageError: it is not there, or cannot be opened.
    """
    try:
        engine = create_engine(where.db_url)
        with engine.connect() as connection:
            there = bool(inspect(connection).get_table_names())
        engine.dispose()
    except SQLAlchemyError as error:
        raise UsageError(
            f"{where.root}: nbgrader's gradebook cannot be opened: {error.__class__.__name__}. Nothing was written."
        ) from None
    if not there:
        raise UsageError(f"{where.root}: nbgrader has released nothing there. Run in it: nbgrader generate_assignment SLUG")
    return Gradebook(where.db_url, where.course_id)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes to the gradebook, for one assignment."""

    book: Gradebook
    assignment: Assignment
    config: Config
    db_url: str

    def write(self, handed_in: HandedIn, report: Report) -> None:
        """One student's scores, comments and what lateness costs."""
        when = nbgraders(handed_in.when)
        slug, name = report.assignment, notebook_name(self.assignment.loaded)
        self.book.update_or_create_student(handed_in.student)
        submission = self.book.update_or_create_submission(slug, handed_in.student, **({"timestamp": when} if when else {}))
        notebook = self.book.find_submission_notebook(name, slug, handed_in.student)
        self._scores(notebook, report)
        self._comments(notebook, report)
        self.book.db.commit()
        if submission.total_seconds_late > 0 or notebook.late_submission_penalty is not None:
            self._late(slug, name, handed_in.student)

    def _scores(self, notebook: Any, report: Report) -> None:
        points = {question.id: question.points for question in report.questions}
        for grade in notebook.grades:
            question = question_of(grade.name)
            if question in points:
                grade.auto_score = points[question]
                grade.needs_manual_grade = grade.manual_score is not None

    def _comments(self, notebook: Any, report: Report) -> None:
        asked = self.assignment.released.asked
        for comment in notebook.comments:
            if questions := asked.get(comment.name):
                comment.auto_comment = telling.comment(report, questions)

    def _late(self, slug: str, name: str, student: str) -> None:
        """What nbgrader's own step does, by the rule that its configuration names."""
        about = {"notebook": name, "assignment": slug, "student": student, "db_url": self.db_url}
        AssignLatePenalties(config=self.config).preprocess(new_notebook(), {"nbgrader": about})  # type: ignore[no-untyped-call]

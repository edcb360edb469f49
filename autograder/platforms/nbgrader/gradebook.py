"""How do scores and comments get straight into nbgrader's gradebook? By nbgrader's own tables, and without its notebooks.

What a person has marked by hand stays, and is asked to be looked at again, as `nbgrader autograde` asks for it. nbgrader's ways of one
student at a time ask the database for the same things again and again, and have it put each piece safely on the disk: here all
students of an assignment are looked up together, and written together.
"""

import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from nbgrader.api import (  # type: ignore[import-untyped]
    Comment,
    Grade,
    Gradebook,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from nbgrader.coursedir import CourseDirectory  # type: ignore[import-untyped]
from sqlalchemy import create_engine, inspect, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import selectinload
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

if TYPE_CHECKING:
    from sqlalchemy import Select

Graded = tuple[HandedIn, Report]


def keep(folder: Path, config: Config, course: Course, graded: Iterable[Graded]) -> list[str]:
    """Write reports into the gradebook of a course folder, each assignment whole or not at all.

    Args:
        graded: reports with a score, and what they are on.

    Returns:
        why nothing of an assignment was written, for each that nbgrader has not released, or not as the course has it now, and for
        each at which the database failed.

    Raises:
        UsageError: there is no gradebook, or it cannot be opened.
    """
    where = CourseDirectory(config=config)
    where.root = str(folder.resolve())  # whatever else the configuration says
    works: dict[str, list[Graded]] = {}
    for one in graded:
        works.setdefault(one[1].assignment, []).append(one)
    whys = []
    with warnings.catch_warnings(action="ignore"), opened(where) as book:  # nbgrader's own, of its tables and its dates
        for slug, some in works.items():
            try:
                assignment = assignment_of(course, slug, book)
                late = _Writer(book, assignment).write(some)
            except UsageError as error:
                whys.append(str(error))
            else:
                _see_to_lateness(slug, notebook_name(assignment.loaded), late, config, where.db_url)
    return whys


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


class _Writer:
    """Writes to the gradebook, for one assignment."""

    def __init__(self, book: Gradebook, assignment: Assignment) -> None:
        self._db = book.db
        self._asked = assignment.released.asked
        self._slug = assignment.loaded.slug
        self._assignment = book.find_assignment(self._slug)
        self._notebook: Notebook = book.find_notebook(notebook_name(assignment.loaded), self._slug)
        own = self._notebook
        self._names: dict[str, str] = {cell.id: cell.name for cell in (*own.grade_cells, *own.solution_cells, *own.task_cells)}

    def write(self, graded: Sequence[Graded]) -> list[str]:
        """Write scores and comments; the students whose lateness is to be seen to.

        Raises:
            UsageError: the database failed. Then nothing of it is written.
        """
        try:
            late = self._written(graded)
            self._db.commit()
        except SQLAlchemyError as error:
            self._db.rollback()
            raise UsageError(
                f"{self._slug}: nbgrader's gradebook could not be written ({type(error).__name__}), and nothing of this was. Let "
                "nobody else work in it, and grade it again."
            ) from None
        return late

    def _written(self, graded: Sequence[Graded]) -> list[str]:
        known = set(self._db.scalars(select(Student.id)))
        there: dict[str, SubmittedAssignment] = {one.student_id: one for one in self._db.scalars(self._submissions())}
        late = []
        for handed_in, report in graded:
            student = handed_in.student
            if student not in known:
                self._db.add(Student(id=student))
            submission = there.get(student) or self._submission(student)
            notebook = self._notebook_of(submission)
            if when := nbgraders(handed_in.when):
                submission.timestamp = when
            self._scores(notebook, report)
            self._comments(notebook, report)
            if submission.total_seconds_late > 0 or notebook.late_submission_penalty is not None:
                late.append(student)
        return late

    def _submissions(self) -> "Select[tuple[SubmittedAssignment]]":
        """All there are already, with what is to be written in them."""
        notebooks = selectinload(SubmittedAssignment.notebooks)
        wanted = select(SubmittedAssignment).where(SubmittedAssignment.assignment_id == self._assignment.id)
        return wanted.options(notebooks.selectinload(SubmittedNotebook.grades), notebooks.selectinload(SubmittedNotebook.comments))

    def _submission(self, student: str) -> SubmittedAssignment:
        made = SubmittedAssignment(assignment=self._assignment, student_id=student)
        self._db.add(made)
        return made

    def _notebook_of(self, submission: SubmittedAssignment) -> SubmittedNotebook:
        """The notebook in a submission; where there is none, one as nbgrader makes it."""
        for notebook in submission.notebooks:
            if notebook.notebook_id == self._notebook.id:
                return notebook
        own = self._notebook
        made = SubmittedNotebook(notebook=own, assignment=submission)
        made.grades = [Grade(cell_id=cell.id) for cell in (*own.grade_cells, *own.task_cells)]
        made.comments = [Comment(cell_id=cell.id) for cell in (*own.solution_cells, *own.task_cells)]
        self._db.add(made)
        return made

    def _scores(self, notebook: SubmittedNotebook, report: Report) -> None:
        points = {question.id: question.points for question in report.questions}
        for grade in notebook.grades:
            question = question_of(self._names[grade.cell_id])
            if question in points:
                grade.auto_score = points[question]
                grade.needs_manual_grade = grade.manual_score is not None

    def _comments(self, notebook: SubmittedNotebook, report: Report) -> None:
        told = telling.comments(report, self._asked)
        for comment in notebook.comments:
            if (name := self._names[comment.cell_id]) in told:
                comment.auto_comment = told[name]


def _see_to_lateness(slug: str, name: str, students: Sequence[str], config: Config, db_url: str) -> None:
    """What nbgrader's own step does, by the rule that its configuration names."""
    if not students:
        return
    from nbformat.v4 import new_notebook
    from nbgrader.preprocessors import AssignLatePenalties  # type: ignore[import-untyped]

    step = AssignLatePenalties(config=config)
    for student in students:
        about = {"notebook": name, "assignment": slug, "student": student, "db_url": db_url}
        step.preprocess(new_notebook(), {"nbgrader": about})  # type: ignore[no-untyped-call]

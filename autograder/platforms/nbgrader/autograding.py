"""How does `nbgrader autograde` grade with our engine? By an Autograde of ours, which nbgrader's command and its formgrader use alike.

What was handed in is graded as it lies in submitted/, the whole class side by side before the first notebook is converted; the
notebooks in autograded/ are made for people to look at. Where the grader fails, nbgrader reports that student as failed and keeps
nothing, neither a zero nor a notebook.
"""

import os
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook  # type: ignore[import-untyped]
from nbgrader.apps import api, autogradeapp  # type: ignore[import-untyped]
from nbgrader.converters import Autograde  # type: ignore[import-untyped]
from nbgrader.converters.base import BaseConverter, NbGraderException  # type: ignore[import-untyped]
from nbgrader.utils import find_all_files, setenv  # type: ignore[import-untyped]
from traitlets import Integer, Unicode

from autograder.errors import DescentError, UsageError
from autograder.gradebook import store
from autograder.gradebook.allowance import Allowance, allowance
from autograder.grading.report import Report
from autograder.grading.submission import Submission
from autograder.marking.collect import Refusal
from autograder.marking.secrets import load_or_create
from autograder.marking.tree import OddError, regular, spelled
from autograder.platforms.engine import Engine
from autograder.platforms.nbgrader.assignments import assignment_of
from autograder.platforms.nbgrader.handed_in import HandedIn
from autograder.platforms.nbgrader.layout import Layout
from autograder.platforms.nbgrader.marks import ASKED, REPORT, UNGRADED
from autograder.platforms.nbgrader.released import notebook_name
from autograder.platforms.nbgrader.sharing import one_gradebook
from autograder.platforms.nbgrader.showing import shown
from autograder.platforms.nbgrader.times import nbgraders

KILOBYTE = 1000  # nbgrader's


class Keeping(BaseConverter):  # type: ignore[misc]
    """What of a submission comes into autograded/ besides the notebook: plain files."""

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        """Copy what lies beside the notebook: regular files of moderate size, and nothing that a link leads to."""
        source, target = Path(self._format_source(assignment_id, student_id)), Path(self._format_dest(assignment_id, student_id))
        most = self.coursedir.max_file_size * KILOBYTE
        for path in map(Path, find_all_files(str(source), [*self.coursedir.ignore, "*.ipynb"])):
            try:
                with os.fdopen(regular(path), "rb") as file:
                    content = file.read(most + 1)
                if len(content) > most:
                    raise OddError("It is too large.")
            except (OddError, OSError) as error:
                self.log.warning("%s: not copied. %s", spelled(str(path)), error)
                continue
            copy = target / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(content)


class DescentAutograde(Autograde, Keeping):  # type: ignore[misc]
    """nbgrader's Autograde with our engine in it. One stands for one run of the command, or one click in the formgrader."""

    course = Unicode(help="The folder that holds course.toml.").tag(config=True)
    home = Unicode(help="The folder that holds the course's secret.").tag(config=True)
    jobs = Integer(1, help="How many submissions are graded at a time.").tag(config=True)
    trouble = Unicode(help="Why the configuration could not be read to its end.").tag(config=True)
    database = ""  # the course's own gradebook, whose address may hold a password: no setting, since those are shown to people

    def start(self) -> None:
        """Grade what is there; a student who cannot be graded is told of, and the others go on.

        Raises:
            NbGraderException: somebody was not graded, or nobody can be; the log says why.
        """
        self._refused: list[Refusal] = []
        self._turns: dict[str, tuple[Submission, datetime | None]] = {}
        self._ahead = False
        with ExitStack() as opened:
            try:
                if self.trouble:
                    raise UsageError(f"nbgrader's configuration could not be read to its end: {self.trouble}.")
                secret, more = load_or_create(Path(self.home)), _more_time(self.database)
                self._engine = opened.enter_context(Engine(Path(self.course), secret, time_factor=more.of))
                book = opened.enter_context(Gradebook(self.coursedir.db_url, self.coursedir.course_id))
                self._assignment = assignment_of(self._engine.course, self.coursedir.assignment_id, book)
            except DescentError as error:
                self.log.error("%s %s", error, UNGRADED)  # noqa: TRY400  # for people: no traceback
                raise NbGraderException(str(error)) from error
            opened.enter_context(one_gradebook())
            super().start()
        if self._refused:
            raise NbGraderException(f"Some of what was handed in was not graded: {len(self._refused)}. The log says which, and why.")

    def init_notebooks(self) -> None:
        """Find what was handed in: for each student one notebook, which may be shown for a file of another name or kind."""
        slug = self.coursedir.assignment_id
        layout = Layout(Path(self.coursedir.root), self.coursedir.directory_structure, self.coursedir.submitted_directory)
        handed_in = layout.class_of(slug, self.coursedir.student_id, self._engine.course)
        if not handed_in:
            super().init_notebooks()  # which says what it looked for
            return
        self.assignments = {}
        for one in handed_in:
            if one.submission is None:
                self._refuse(one)
                continue
            for other in one.refused:
                self.log.warning("%s: %s", other.path, other.reason)
            self._turns[one.student] = one.submission, one.when
            self.assignments[str(one.folder)] = [str(one.folder / self._assignment.loaded.entry.notebook)]

    def init_destination(self, assignment_id: str, student_id: str) -> bool:
        """Whether this student is to be graded now; if so, do it, before anything is kept.

        Raises:
            SandboxFault: it could not be graded, by no fault of the student's.
        """
        if not super().init_destination(assignment_id, student_id):
            return False
        self._grade_ahead()
        self._submission, _ = self._turns[student_id]
        self._report: Report = self._engine.mark(self._submission)
        return True

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        """Begin a student's submission. nbgrader gives a zero where it finds no notebook; here there is one all the same."""
        super().init_assignment(assignment_id, student_id)
        if any(not Path(path).exists() for path in self.notebooks):
            with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as book:
                name = notebook_name(self._assignment.loaded)
                for grade in book.find_submission_notebook(name, assignment_id, student_id).grades:
                    grade.auto_score, grade.needs_manual_grade = None, True
                book.db.commit()

    def init_single_notebook_resources(self, notebook_filename: str) -> dict[str, Any]:
        """What a notebook takes along on its way; with it, the report."""
        resources: dict[str, Any] = super().init_single_notebook_resources(notebook_filename)
        return {**resources, REPORT: self._report, ASKED: self._assignment.released.asked}

    def convert_single_notebook(self, notebook_filename: str) -> None:
        """Write the notebook that is shown for what was handed in, with its marks.

        nbgrader writes one that is cleansed, reads it again and writes one that is graded. Here it is new, and needs no cleansing: all
        of nbgrader's steps are done on it in one go.
        """
        self.log.info("Autograding %s", notebook_filename)
        resources = self.init_single_notebook_resources(notebook_filename)
        expected = self._assignment.loaded.entry.notebook
        notebook = shown(self._submission, expected, self._assignment.released, self._assignment.prose)
        self.exporter.optimistic_validation = True  # when all steps are done, and not after each
        self.exporter._preprocessors = []
        for step in (*self.sanitize_preprocessors, *self.autograde_preprocessors):
            self.exporter.register_preprocessor(step)
        with setenv(NBGRADER_EXECUTION="autograde"):
            output, resources = self.exporter.from_notebook_node(notebook, resources=resources)
        self.write_single_notebook(output, resources)

    def _refuse(self, one: HandedIn) -> None:
        self._refused += one.refused
        for refusal in one.refused:
            self.log.error("%s", " ".join(filter(None, [f"{refusal.path}:" if refusal.path else "", refusal.reason, UNGRADED])))

    def _grade_ahead(self) -> None:
        """Grade all whose turn comes in this run, side by side; what fails there is tried again when it is its turn."""
        if self._ahead:
            return
        self._ahead = True
        waiting = [submission for student, (submission, when) in self._turns.items() if self._waits(student, when)]
        self.log.info("Grading %d submissions with isolation %s", len(waiting), self._engine.isolation)
        self._engine.mark_all(waiting, self.jobs)

    def _waits(self, student: str, when: datetime | None) -> bool:
        """Whether nbgrader is going to convert this student's notebook, by its own rule for what it skips."""
        kept = Path(self._format_dest(self.coursedir.assignment_id, student))
        if self.force or not kept.exists():
            return True
        now, before = nbgraders(when), self.coursedir.get_existing_timestamp(str(kept))
        return now is not None and before is not None and now > before


def install(database: str) -> None:
    """Have nbgrader's command and its formgrader use our Autograde.

    Args:
        database: the URL of the course's own gradebook, whose roster says who has more time.
    """
    DescentAutograde.database = database
    for module in (autogradeapp, api):
        module.Autograde = DescentAutograde


def _more_time(database: str) -> Allowance:
    """Who has more time than others, as `descent grade` gives it.

    Raises:
        GradebookError: that cannot be read.
    """
    if not database:
        return Allowance()
    with store.Gradebook.open(database) as book:
        return book.read(allowance)

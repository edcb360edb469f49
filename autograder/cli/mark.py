"""`descent mark`: a person marks what no program does, in the terminal or in a table that goes out and comes back."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.deciding import REMOVE
from autograder.cli.person import AS
from autograder.cli.workers import UNSAFE

if TYPE_CHECKING:
    from autograder.course.manifest import ByHand, Course, Entry
    from autograder.course.secret import Secret
    from autograder.gradebook.store import Gradebook
    from autograder.marking.byhand import Answer

USAGE = "descent mark SLUG QUESTION STUDENT POINTS [--comment TEXT]"
STUDENT = "This student alone, by name or by what stands for it."
OUT = "Write the answers as a table (CSV), to be marked there."
FROM = "Bring back the points of such a table: all of them, or none."
COMMENT = "With STUDENT and POINTS: what the student reads beside the points."


def mark(
    context: typer.Context,
    slug: Annotated[str, typer.Argument(metavar="SLUG", help="The assignment.")],
    question: Annotated[str | None, typer.Argument(metavar="[QUESTION]", help="The question.", show_default=False)] = None,
    student: Annotated[str | None, typer.Argument(metavar="[STUDENT]", help=STUDENT, show_default=False)] = None,
    points: Annotated[str | None, typer.Argument(metavar="[POINTS]", help="The points.", show_default=False)] = None,
    comment: Annotated[str, typer.Option("--comment", "--reason", metavar="TEXT", help=COMMENT)] = "",
    remove: Annotated[bool, typer.Option("--remove", help=REMOVE)] = False,
    out: Annotated[Path | None, typer.Option(metavar="FILE.csv", help=OUT)] = None,
    back: Annotated[Path | None, typer.Option("--from", metavar="FILE.csv", help=FROM)] = None,
    everything: Annotated[bool, typer.Option("--all", help="Show those that are marked, too.")] = False,
    names: Annotated[bool, typer.Option("--names", help="Say who; else others stand for the names.")] = False,
    unsafe: Annotated[bool, typer.Option("--unsafe", help=UNSAFE)] = False,
    person: Annotated[str | None, typer.Option("--as", metavar="NAME", help=AS)] = None,
) -> None:
    """Mark answers by hand (for instructors).

    With a question, one answer after the other is shown with the rubric. Without, it is told what waits.
    """
    from autograder.cli.place import database
    from autograder.errors import UsageError
    from autograder.gradebook.store import Gradebook

    course = context.obj.course()
    entry = course.entry(slug)
    questions = entry.questions if question is None else (entry.by_hand(question),)
    if not questions:
        raise UsageError(f"{slug} has no question that is marked by hand. docs/marking.md says how to add one to course.toml.")
    if sum([out is not None, back is not None, student is not None]) > 1:
        raise UsageError(f"Choose one: --out FILE, --from FILE, or a student: {USAGE}")
    if student is None and (remove or comment):
        raise UsageError(f"Whose? {USAGE}")
    with Gradebook.open(database()) as book:
        desk = _Desk(course, entry, questions, book, person, names=names, unsafe=unsafe)
        if student is not None:
            desk.one(student, points, comment, remove=remove)
        elif out is not None:
            desk.write(out, everything=everything)
        elif back is not None:
            desk.bring_back(back)
        elif question is not None:
            desk.walk(everything=everything)
        else:
            desk.tell()


@dataclass(frozen=True)
class _Desk:
    """Where somebody marks the answers to some questions of an assignment."""

    course: "Course"
    entry: "Entry"
    questions: "Sequence[ByHand]"
    book: "Gradebook"
    person: str | None
    names: bool
    unsafe: bool

    def tell(self) -> None:
        """How many answers to each question wait, and how to go on."""
        from autograder.feedback import plain, words
        from autograder.marking.byhand import State

        found = self._answers()
        for question in self.questions:
            mine = [answer.state for answer in found if answer.question is question]
            counts = [f"{number} {said}" for state, said in _COUNTED if (number := mine.count(State(state)))]
            blank = sum(answer.question is question and not answer.written.given for answer in found)
            said = ", ".join(counts) + (f" ({blank} with nothing written)" if blank else "") or "nothing handed in"
            print(f"{question.id}  {plain.line(question.title)} ({words.points(question.points)} points): {said}")
        print(f"Go through them: descent mark {self.entry.slug} {self.questions[0].id}; or as a table: --out FILE.csv")

    def walk(self, *, everything: bool) -> None:
        """Show one answer after the other."""
        from autograder.cli.person import by
        from autograder.feedback.words import counted
        from autograder.gradebook.marks import mark as give
        from autograder.marking.walk import Walk

        def keep(answer: "Answer", points: float, comment: str) -> None:
            give(self.book, self.course, self.entry, [answer.mark(points, comment)], by(self.person))

        by(self.person)  # nobody reads thirty answers for somebody who has no name
        chosen = self._chosen(everything=everything)
        if not chosen:
            print(f"Nothing waits. To look at what is marked: descent mark {self.entry.slug} {self.questions[0].id} --all")
            return
        done = Walk(_asked, print, keep, self._shown).through(self.questions[0], chosen)
        print(f"\n{counted(done, 'answer')} marked, {len(chosen) - done} left as they were.")

    def write(self, path: Path, *, everything: bool) -> None:
        """Write the answers as a table."""
        from autograder.building.build import write
        from autograder.errors import UsageError
        from autograder.feedback.words import counted
        from autograder.platforms.marksheet import sheet

        if path.exists():
            raise UsageError(f"{path}: is there already, perhaps with points in it. Name another file, or move it away.")
        chosen = self._chosen(everything=everything)
        if not chosen:
            print("Nothing waits, so no table was written. With --all, what is marked is written, too.")
            return
        write(path, sheet(chosen, self._label), 0o600)
        blank = sum(not answer.written.given for answer in chosen)
        print(f"{path}: {counted(len(chosen), 'answer')}{f', {blank} of them with nothing written' if blank else ''}.")
        print(f"Fill in points and comment, and bring it back: descent mark {self.entry.slug} --from {path}")

    def bring_back(self, path: Path) -> None:
        """Take in the points of a table."""
        from autograder.cli.person import by
        from autograder.feedback.words import counted
        from autograder.gradebook.marks import mark as give
        from autograder.platforms.marksheet import marks

        read = marks(path, self._answers(), self._meant)
        changed = give(self.book, self.course, self.entry, read, by(self.person))
        print(f"{path}: {counted(len(read), 'answer')} with points; {counted(changed, 'mark')} new or changed.")

    def one(self, label: str, points: str | None, comment: str, *, remove: bool) -> None:
        """Mark one student's answer, or take the mark back."""
        from autograder.cli.deciding import decide
        from autograder.cli.person import by
        from autograder.errors import UsageError
        from autograder.feedback.words import points as worded
        from autograder.gradebook.deciding import About, Outcome
        from autograder.gradebook.marks import Mark, unmark
        from autograder.gradebook.marks import mark as give
        from autograder.marking.walk import NUMBER

        (question,) = self.questions
        student = self._student(label)
        about = About(student, self.entry)
        if remove:
            if points is not None:
                raise UsageError("With --remove there are no points to name: descent mark SLUG QUESTION STUDENT --remove")
            decide(
                self.course,
                about,
                lambda book: unmark(book, about, question.id, reason=comment, by=by(self.person)),
                lambda outcome: f"the mark of {question.id} is taken back, which was {worded((outcome.before or {})['points'])}.",
            )
            return
        if points is None or not NUMBER.fullmatch(points):
            raise UsageError(f"{points or 'Nothing'} is no number of points. Expected one such as 1.5: {USAGE}")
        number = float(points.replace(",", "."))
        answer = next(iter(self._answers(student)), None)
        one = Mark((student,), question.id, number, comment) if answer is None else answer.mark(number, comment)
        shared = len(one.students) - 1
        decide(
            self.course,
            about,
            lambda book: Outcome(None, bool(give(book, self.course, self.entry, [one], by(self.person)))),
            lambda _: f"{worded(number)} of {worded(question.points)} points for {question.id}{_with(shared)}.",
        )

    def _answers(self, student: str | None = None) -> "list[Answer]":
        from autograder.cli.progress import progress
        from autograder.gradebook.marks import to_mark
        from autograder.grading.limits import limits_of
        from autograder.marking.byhand import answers
        from autograder.sandbox.probe import shut_in

        works = to_mark(self.book, self.course, self.entry.slug, student)
        if not works:
            return []
        opened = shut_in(self.course.min_isolation, limits_of(self.course), unsafe=self.unsafe)
        with opened as sandbox, progress(len(works), "Reading") as step:
            return answers(works, self.course, self.questions, sandbox, step)

    def _chosen(self, *, everything: bool) -> "list[Answer]":
        """Those that are to be marked, in an order that says nothing of the names."""
        from autograder.marking.byhand import State

        place = {question.id: at for at, question in enumerate(self.questions)}
        found = [answer for answer in self._answers() if everything or answer.state is not State.MARKED]
        return sorted(found, key=lambda answer: (place[answer.question.id], self._label(answer)))

    def _label(self, answer: "Answer") -> str:
        return min(self._labels[student] for student in answer.students)

    def _shown(self, answer: "Answer") -> str:
        from autograder.feedback import plain

        return plain.name(self._label(answer)) + _with(len(answer.students) - 1)

    @cached_property
    def _everybody(self) -> list[str]:
        from sqlalchemy import select

        from autograder.gradebook.tables import students

        return self.book.read(lambda connection: list(connection.execute(select(students.c.name)).scalars()))

    @cached_property
    def _secret(self) -> "Secret":
        from autograder.cli.place import home
        from autograder.marking import secrets

        return secrets.load_or_create(home())

    @cached_property
    def _labels(self) -> dict[str, str]:
        from autograder.course.pseudonyms import pseudonyms

        return {name: name for name in self._everybody} if self.names else pseudonyms(self._everybody, self._secret)

    def _meant(self, label: str) -> Sequence[str]:
        """Whom a name, or what stands for one, means."""
        from autograder.course.pseudonyms import meant

        return [label] if label in self._everybody else meant(label, self._everybody, self._secret)

    def _student(self, label: str) -> str:
        """The one who is meant; a name that is not known is told of by whoever looks for it."""
        found = self._meant(label)
        return found[0] if len(found) == 1 else label


_COUNTED = (("waits", "to be marked"), ("changed", "changed since they were marked"), ("marked", "marked"))


def _with(others: int) -> str:
    return f" and {others} more of the group" if others else ""


def _asked(prompt: str) -> str | None:
    """What is typed at a prompt; None at the end of the input, or on Ctrl-C."""
    print(prompt, end="" if sys.stdin.isatty() else "\n", flush=True)
    try:
        line = sys.stdin.readline()
    except KeyboardInterrupt:
        line = ""
    return line.rstrip("\n") if line else None

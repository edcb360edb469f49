"""How do answers go out as a table, to be marked in a spreadsheet program, and come back with points?

A row for each answer, with its digest: points for an answer that has changed meanwhile are refused. What comes back is taken whole or
not at all. No cell is a formula, whatever a student wrote; the sign that sees to this is taken off again on the way back.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import UsageError
from autograder.feedback import byhand, plain, words
from autograder.gradebook.deciding import LONGEST_REASON
from autograder.gradebook.marks import Mark
from autograder.gradebook.rows import textual
from autograder.marking.byhand import Answer, State
from autograder.marking.tree import spelled
from autograder.marking.walk import NUMBER, unread
from autograder.platforms.lms import points
from autograder.platforms.lms.formulas import MARK, STARTS
from autograder.platforms.lms.table import written

HEADER = ("student", "question", "points", "most", "comment", "state", "answer", "digest")
NEEDED = ("student", "question", "points", "digest")
LARGEST = 64 * 2**20  # bytes: a thousand answers of the longest that are shown
DELIMITERS = ",;\t"
DIGITS = 16  # hexadecimal, of a digest
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"  # without it, some spreadsheet programs read UTF-8 as something else

_BLANKS = rf"(?:[^\S\n]|{MARK})*"
_SIGN = rf"(?={_BLANKS}[{re.escape(STARTS)}])"
_GUARDED = re.compile(rf"(^|[;|\t]){_SIGN}", re.MULTILINE)
_UNGUARDED = re.compile(rf"(^|[;|\t]){MARK}{_SIGN}", re.MULTILINE)

Label = Callable[[Answer], str]
Whose = Callable[[str], Sequence[str]]  # the names that a label may stand for


def sheet(answers: Sequence[Answer], label: Label) -> bytes:
    """The table of these answers, with what has been given for those that stand as they were marked."""
    return BYTE_ORDER_MARK.encode() + written([HEADER, *(_row(answer, label) for answer in answers)])


def marks(path: Path, answers: Sequence[Answer], whose: Whose) -> list[Mark]:
    """The marks in a table that came back: of each row that has points.

    Args:
        answers: as they are by now.

    Raises:
        UsageError: with every line that is wrong.
    """
    where = spelled(str(path))
    found, problems = _Reading(answers, whose), list[str]()
    read: list[Mark] = []
    for line, row in _rows(path, where):
        one = found.of(row)
        if isinstance(one, Mark):
            read.append(one)
        elif one:
            problems.append(f"{where} line {line}: {one}")
    if problems:
        raise UsageError("\n".join(problems))
    return read


def guarded(text: str) -> str:
    """The text with a sign before whatever a spreadsheet program would take for a formula, at the start of a line or of a cell."""
    return _GUARDED.sub(rf"\1{MARK}", text)


def unguarded(text: str) -> str:
    """What was guarded, as it was."""
    return _UNGUARDED.sub(r"\1", text)


def _row(answer: Answer, label: Label) -> tuple[str, ...]:
    mark = next(iter(answer.marks.values()), None)
    stands = mark is not None and answer.state is State.MARKED and len({(one.points, one.reason) for one in answer.marks.values()}) == 1
    return (
        guarded(label(answer)),
        answer.question.id,
        points.written(mark.points) if mark is not None and stands else "",
        points.written(answer.question.points),
        guarded(mark.reason) if mark is not None and stands else "",
        guarded(_state(answer)),
        guarded("\n".join(byhand.lines(answer.written.text))) if answer.written.given else "",
        _digest(answer),
    )


def _state(answer: Answer) -> str:
    said = str(answer.state)
    if answer.state is State.CHANGED:
        given = {words.points(one.points) for one in answer.marks.values()}
        said = f"changed since it was given {words.listed(sorted(given))}"
    if not answer.written.given:
        said += f", nothing written{'' if answer.readable else unread(answer)}"
    return said + (", cut here" if answer.written.cut else "")


def _digest(answer: Answer) -> str:
    """As much of it as tells answers apart; with its name before it, it is no number to a spreadsheet program."""
    name, _, digits = answer.written.digest.partition(":")
    return f"{name}:{digits[:DIGITS]}"


@dataclass(frozen=True, slots=True)
class _Row:
    student: str
    question: str
    points: str
    comment: str
    digest: str


class _Reading:
    """Takes one row after the other, and remembers which answers have had theirs."""

    def __init__(self, answers: Sequence[Answer], whose: Whose) -> None:
        self.by_key = {(student, answer.question.id): answer for answer in answers for student in answer.students}
        self.questions = list(dict.fromkeys(answer.question.id for answer in answers))
        self.whose = whose
        self.seen: set[tuple[int, str]] = set()

    def of(self, row: _Row) -> Mark | str:
        """The row's mark; "" where it gives none; or what is wrong with it."""
        if not row.points and not row.comment:
            return ""
        who, what = plain.name(row.student), plain.name(row.question)
        if row.question not in self.questions:
            return f"there is no answer to {what}, which was looked for in: {', '.join(self.questions) or 'none'}. Name the question."
        names = self.whose(row.student)
        if len(names) != 1:
            return f"{who} is nobody whom this course knows{' for certain' if names else ''}. Write the student as the table had it."
        answer = self.by_key.get((names[0], row.question))
        if answer is None:
            return f"{who} has no work that counts by now. Take the row out."
        if row.digest != _digest(answer):
            return f"the answer of {who} to {what} has changed since this table was written. Write it again, and look at that answer."
        if (answer.number, row.question) in self.seen:
            return f"the answer of {who} to {what} stands here twice. Take one of the rows out."
        self.seen.add((answer.number, row.question))
        return self._mark(row, answer)

    def _mark(self, row: _Row, answer: Answer) -> Mark | str:
        most = answer.question.points
        if not row.points:
            return f"there is a comment and there are no points. Write some, from 0 to {words.points(most)}, or take the comment out."
        if not NUMBER.fullmatch(row.points) or (given := float(row.points.replace(",", "."))) > most:
            return f"{plain.line(row.points, 40)!r} is no number of points from 0 to {words.points(most)}. Mend it."
        if len(row.comment) > LONGEST_REASON or not textual(row.comment):
            return f"the comment has more than {LONGEST_REASON} characters, or signs that are no text. Shorten it."
        return answer.mark(given, row.comment)


def _rows(path: Path, where: str) -> Iterator[tuple[int, _Row]]:
    """The rows below the header, with their lines.

    Raises:
        UsageError: the file is no such table.
    """
    text = _decoded(path, where)
    delimiter = max(DELIMITERS, key=re.split(r"[\r\n]", text, maxsplit=1)[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        header = [cell.strip().casefold() for cell in next(reader, [])]
        if missing := [name for name in NEEDED if name not in header]:
            raise UsageError(
                f"{where} line 1: there is no column {', '.join(map(repr, missing))}. Expected what `descent mark SLUG --out FILE` "
                f"writes: {', '.join(HEADER)}"
            )
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, _read(dict(zip(header, cells, strict=False)))
            line = reader.line_num + 1
    except csv.Error as error:
        raise UsageError(f"{where} line {reader.line_num}: cannot be read as CSV: {error}. Save it as CSV (UTF-8) again.") from None


def _read(cells: Mapping[str, str]) -> _Row:
    def cell(name: str) -> str:
        return unguarded(" ".join(cells.get(name, "").split()))

    return _Row(cell("student"), cell("question"), cell("points"), cell("comment"), cell("digest"))


def _decoded(path: Path, where: str) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise UsageError(f"{where}: cannot be read: {error.strerror}. Name the table that came back.") from None
    if len(content) > LARGEST:
        raise UsageError(
            f"{where}: is larger than {LARGEST >> 20} MB. Write a table for each question: descent mark SLUG QUESTION --out"
        )
    try:
        text = content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{where} line {line}: is not UTF-8. Save it as CSV (UTF-8) again, so that no comment is garbled.") from None
    return text

"""A table of answers goes out and comes back: no cell is a formula, and what comes back is what went out."""

import csv
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.course.manifest import ByHand
from autograder.gradebook.standings import Decided
from autograder.gradebook.tables import Decision
from autograder.marking.byhand import Answer
from autograder.platforms.lms.formulas import STARTS
from autograder.platforms.marksheet import HEADER, guarded, marks, sheet, unguarded
from autograder.sandbox.writings import Written

WHY = ByHand("why", "manual", "Why?", 2)
WHEN = datetime(2026, 3, 2, tzinfo=UTC)
MESSY = st.text(st.sampled_from([*STARTS, "'", ";", "|", ",", '"', " ", "\t", "\n", "a", "1", "ü"]), max_size=30)


def answer(text: str, student: str = "ada", mark: tuple[float, str] | None = None) -> Answer:
    written = Written("given", text, len(text)) if text else Written("blank")
    given = {} if mark is None else {student: Decided(Decision.MARK, *mark, "grace", WHEN, written.digest)}
    return Answer(WHY, 1, "why.py", (student,), written, True, given)


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@given(MESSY)
def test_what_is_guarded_comes_back_as_it_was(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(MESSY)
def test_no_line_and_no_cell_behind_another_delimiter_begins_as_a_formula_does(text: str) -> None:
    for delimiter in ("\n", ";", "|", "\t"):
        assert not any(piece.lstrip(" \t").startswith(tuple(STARTS)) for piece in guarded(text).split(delimiter))


@given(MESSY, st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=20))
def test_a_table_holds_no_formula_whatever_is_written_and_whoever_wrote_it(text: str, student: str) -> None:
    (row,) = rows(sheet([answer(text, student)], lambda one: one.students[0]))
    assert not any(cell.strip().startswith(tuple(STARTS)) for cell in row.values())
    assert unguarded(row["student"]) == student


def test_a_row_says_all_that_is_needed_to_mark_it() -> None:
    answers = [answer("=So.\nand so", mark=(1.5, "-1 for spelling")), answer("", "ben")]
    content = sheet(answers, lambda one: f"student {one.students[0]}")
    first, second = rows(content)
    assert tuple(first) == HEADER
    assert [first[name] for name in HEADER[:-1]] == [
        "student ada", "why", "1.5", "2", "'-1 for spelling", "marked", "'=So.\nand so",
    ]  # fmt: skip
    assert first["digest"].startswith("sha256:")
    assert (second["points"], second["state"], second["answer"]) == ("", "waits, nothing written", "")
    assert content.startswith(b"\xef\xbb\xbfstudent,")


@given(comment=st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=40))
def test_a_comment_survives_the_way_out_and_back(comment: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path: Path = tmp_path_factory.getbasetemp() / "back.csv"
    one = answer("So.", mark=(1, comment))
    path.write_bytes(sheet([one], lambda _: "ada"))
    (found,) = marks(path, [one], lambda label: [label])
    assert (found.comment, found.points, found.students, found.answer) == (comment, 1, ("ada",), one.written.digest)

"""A forgotten student leaves nothing, and everybody else keeps everything."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event, select, text, update

from autograder.course.manifest import Course
from autograder.gradebook.connect import sqlite_url
from autograder.gradebook.deciding import override
from autograder.gradebook.forgetting import SAID, Forgotten, forget, preview
from autograder.gradebook.log import Line, lines, note
from autograder.gradebook.standings import StudentStanding
from autograder.gradebook.store import Gradebook
from autograder.gradebook.stored import stored
from autograder.gradebook.students import UnknownStudentError, names, number
from autograder.gradebook.tables import contents, roster, submissions
from tests.gradebook.classroom import COURSE, DUE, GRACE, OTHER, SLUG, hand_in, reported
from tests.gradebook.classroom import about as of
from tests.gradebook.crowd import HENRY, everything, fill, teamed


def told(book: Gradebook, name: str) -> Forgotten:
    return book.read(lambda connection: preview(connection, name))


def standing(book: Gradebook, *, but: str = "", course: Course = COURSE) -> list[StudentStanding]:
    """Where everybody stands but one, as far as that does not hang on how rows are numbered."""
    return [replace(one, report=None, attempts=()) for one in book.standings(course) if one.student != but]


def test_no_row_and_no_text_is_left_of_a_forgotten_student(book: Gradebook) -> None:
    fill(book, "ada", "ben")
    forget(book, "ada", HENRY)
    said = repr(everything(book)).casefold()
    for trace in ("ada", "lovelace", "ada@uni.example", "ada.login"):
        assert trace not in said
    assert book.read(names) == ["ben"]
    with pytest.raises(UnknownStudentError):
        told(book, "ada")


def test_nothing_of_anybody_elses_changes(book: Gradebook) -> None:
    fill(book, "ada", "ben", "cy")
    before = {name: book.read(lambda connection, name=name: stored(connection, name)) for name in ("ben", "cy")}
    scores = standing(book, but="ada")
    forget(book, "ada", HENRY)
    for name, kept in before.items():
        now = book.read(lambda connection, name=name: stored(connection, name))
        fewer = [{**row, "others": row["others"] - 1} for row in kept.tables["groups"]]
        assert {**now.tables, "groups": ()} == {**kept.tables, "groups": ()}
        assert list(now.tables["groups"]) == fewer
    assert standing(book) == scores


def test_the_log_keeps_what_happened_without_whose_and_why(book: Gradebook) -> None:
    fill(book, "ada", "ben")
    override(book, of("ada"), "q0", 2, 5, reason="Ada was ill: see the letter", by=GRACE)
    book.write(lambda connection: note(connection, GRACE, "group", "put with ada-and-ben", student=number(connection, "ada")))
    before = book.read(lines)
    forget(book, "ada", HENRY)
    *now, last = book.read(lines)
    assert len(now) == len(before)
    for was, one in zip(before, now, strict=True):
        if was.student != "ada":
            assert one == was
        else:
            said = "" if "ada" in was.said.partition(": ")[0] else was.said.partition(": ")[0]
            assert one == replace(was, student="", said=said)
    assert "2 points for q0" in [one.said for one in now]
    assert last == Line(HENRY.when, "henry", "forget", "", "", SAID)


def test_what_a_student_did_by_name_is_done_by_nobody_then(book: Gradebook) -> None:
    fill(book, "ada")
    mine = replace(GRACE, person="Ada Lovelace")
    book.write(lambda connection: note(connection, mine, "request", "asked", student=number(connection, "ada"), slug=SLUG))
    forget(book, "ada", HENRY)
    assert [(one.person, one.said) for one in book.read(lines) if one.verb == "request"] == [("", "asked")]


def test_a_preview_says_what_goes_and_changes_nothing(book: Gradebook) -> None:
    fill(book, "ada", "ben")
    before = everything(book)
    found = told(book, "ada")
    assert found.rows == {
        "students": 1, "contents": 2, "submissions": 2, "reports": 2, "attempts": 2, "roster": 1, "groups": 1, "extensions": 1,
        "excuses": 1, "decisions": 1, "requests": 1,
    }  # fmt: skip
    assert (found.lines, found.handed_over, found.named) == (3, (), ())
    assert everything(book) == before
    assert forget(book, "ada", HENRY) == found


def test_bytes_that_another_has_handed_in_too_stay_and_others_go(book: Gradebook) -> None:
    fill(book, "ada", "ben")
    forget(book, "ada", HENRY)
    kept = book.read(lambda connection: sorted(bytes(row.data) for row in connection.execute(select(contents.c.data))))
    assert kept == [b"all wrote this", b"ben wrote this"]


class TestGroups:
    def test_what_a_group_handed_in_goes_on_as_anothers_and_nobodys_score_moves(self, book: Gradebook) -> None:
        for name in ("ada", "ben", "cy"):
            hand_in(book, name, -30, 1, 0, text=f"of {name[0]}.")
        teamed(book, "ada", "ben", "cy")
        hand_in(book, "ada", -2, 5, 4, text="ours")
        scores = standing(book, but="ada")
        assert {one.student: one.standing.score for one in scores if one.slug == SLUG} == {"ben": 9, "cy": 9}
        assert told(book, "ada").handed_over == ((SLUG, "ben", 2),)
        assert forget(book, "ada", HENRY).handed_over == ((SLUG, "ben", 2),)
        after = standing(book)
        assert [(one.student, one.slug, one.standing.score, one.standing.earned) for one in after] == [
            (one.student, one.slug, one.standing.score, one.standing.earned) for one in scores
        ]
        assert "ada" not in repr(everything(book))

    def test_the_report_and_the_file_are_anothers_then_and_can_be_graded_anew(self, book: Gradebook) -> None:
        hand_in(book, "ben", -30, 1, 0)
        _, work = hand_in(book, "ada", -2, 5, 4)
        teamed(book, "ada", "ben")
        forget(book, "ada", HENRY)
        (number, now), *_ = [one for one in book.kept(SLUG) if one[1].content == work.content]
        assert now == replace(work, student="ben", file="handed-in.py")
        (report,) = [one for one in book.reports(SLUG) if one.submission == work.digest]
        assert (report.student, report.file) == ("ben", "handed-in.py")
        book.record([(number, reported(now, 5, 5))], when=DUE)
        assert {one.standing.score for one in book.standings(COURSE, SLUG)} == {10}

    def test_the_same_bytes_of_two_members_become_one_submission_with_both_times(self, book: Gradebook) -> None:
        hand_in(book, "ben", -5, text="ours")
        hand_in(book, "ada", -7, 4, 4, text="ours")
        hand_in(book, "ada", -3, text="ours")
        teamed(book, "ada", "ben")
        forget(book, "ada", HENRY)
        (one,) = [one for one in book.standings(COURSE, SLUG) if one.student == "ben"]
        assert [(attempt.handed_in - DUE).total_seconds() / 3600 for attempt in one.attempts] == [-7, -5, -3]
        assert one.standing.score == 8
        query = select(submissions.c.first_handed_in, submissions.c.last_handed_in)
        ((first, last),) = book.read(lambda connection: connection.execute(query).all())
        assert [(at - DUE).total_seconds() / 3600 for at in (first, last)] == [-7, -3]

    def test_the_same_attempt_of_two_members_is_one(self, book: Gradebook) -> None:
        for name in ("ada", "ben"):
            hand_in(book, name, -5, 4, 4, text="ours")
        teamed(book, "ada", "ben")
        forget(book, "ada", HENRY)
        assert [len(one.attempts) for one in book.standings(COURSE, SLUG)] == [1]

    @pytest.mark.parametrize("out", ["ada", "ben"])
    def test_nobody_gets_the_work_who_has_no_part_in_it(self, book: Gradebook, out: str) -> None:
        hand_in(book, "ben", -30, 1, 0)
        hand_in(book, "ada", -2, 5, 4)
        teamed(book, "ada", "ben", out=out)
        assert told(book, "ada").handed_over == ()
        forget(book, "ada", HENRY)
        assert [one.standing.score for one in book.standings(COURSE, SLUG)] == [1]
        assert len(book.kept(SLUG)) == 1

    def test_work_for_another_assignment_is_not_the_groups(self, book: Gradebook) -> None:
        hand_in(book, "ben", -30, 1, 0)
        hand_in(book, "ada", -2, 5, 4)
        teamed(book, "ada", "ben", slug=OTHER)
        forget(book, "ada", HENRY)
        assert [one.student for _, one in book.kept(SLUG)] == ["ben"]

    def test_the_last_of_a_group_takes_the_work_along(self, book: Gradebook) -> None:
        hand_in(book, "ada", -2, 5, 4)
        teamed(book, "ada")
        forget(book, "ada", HENRY)
        assert book.kept(SLUG) == []


def test_texts_about_others_stay_and_are_told_of(book: Gradebook) -> None:
    fill(book, "ada", "ben")
    override(book, of("ben"), "q0", 0, 5, reason="copied from ADA", by=GRACE)
    teamed(book, "ada", "ben", name="ada-ben")
    named = forget(book, "ada", HENRY).named
    assert named == (
        f"decisions, {SLUG} of ben: copied from ADA",
        f"groups, {SLUG} of ben: ada-ben",
        f"log, {SLUG} of ben: 0 points for q0: copied from ADA",
    )


def test_who_is_called_by_a_part_of_the_name_is_told_of_too(book: Gradebook) -> None:
    fill(book, "ada", "ben")
    override(book, of("ben"), "", 0, 10, reason="see the letter of Lovelace", by=GRACE)
    assert [one for one in told(book, "ada").named if "Lovelace" in one and one.startswith("decisions")]
    override(book, of("ben"), "", 0, 10, reason="for love of laceworks", by=GRACE)
    assert not [one for one in told(book, "ada").named if "lace" in one and one.startswith("decisions")]


@pytest.mark.parametrize(
    "content",
    ["# by Ada Lovelace\n", "# ADA@UNI.EXAMPLE\n", json.dumps({"by": "Åda Lovelace"}), "# åda lovelace, attempt 2"],
    ids=["a name", "an address", "a notebook in ASCII", "small letters"],
)
def test_a_file_that_stays_and_names_the_student_is_told_of(book: Gradebook, content: str) -> None:
    fill(book, "ada", "ben")
    if "Ada" not in content:
        book.write(
            lambda connection: connection.execute(update(roster).where(roster.c.login == "ada.login").values(full_name="Åda Lovelace"))
        )
    assert not [one for one in told(book, "ada").named if one.startswith("file")]
    hand_in(book, "ben", 0, text=content)
    assert f"file, {SLUG} of ben: gradient.py" in told(book, "ada").named


def test_work_that_goes_on_as_anothers_and_names_the_student_is_told_of(book: Gradebook) -> None:
    fill(book, "ada", "ben")
    teamed(book, "ada", "ben")
    hand_in(book, "ada", 0, text="# Ada Lovelace was here")
    assert f"file, {SLUG} of ben: handed-in.py" in forget(book, "ada", HENRY).named
    assert any("was here" in repr(row) for row in everything(book)["contents"])


def test_a_short_name_is_not_looked_for_in_code(book: Gradebook) -> None:
    fill(book, "ada", "ben")
    hand_in(book, "ben", 0, text="ada = np.ada(y)")
    assert not [one for one in told(book, "ada").named if one.startswith("file")]


def test_one_with_the_name_of_a_forgotten_student_is_somebody_else(book: Gradebook) -> None:
    fill(book, "ada", "ben")
    forget(book, "ada", HENRY)
    hand_in(book, "ada", 1, 2, 2)
    mine = book.read(lambda connection: stored(connection, "ada"))
    assert len(mine.tables["submissions"]) == 1
    assert not mine.tables["log"]
    assert not mine.tables["decisions"]


def test_where_it_cannot_be_finished_nothing_is_removed(book: Gradebook, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(book, "ada", "ben")
    before = everything(book)

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("the power fails")

    monkeypatch.setattr("autograder.gradebook.forgetting.note", fails)
    with pytest.raises(RuntimeError, match="the power fails"):
        forget(book, "ada", HENRY)
    assert everything(book) == before


def test_a_class_that_is_being_graded_meanwhile_is_graded_to_its_end(book: Gradebook) -> None:
    """Of the forgotten one's group work the report comes too late, under the old number."""
    ids = {name: hand_in(book, name, -2) for name in ("ada", "ben", "cy")}
    teamed(book, "ada", "ben")
    forget(book, "ada", HENRY)
    book.record([(number, reported(one, 3, 3)) for number, one in ids.values()], when=DUE, person="grace")
    assert sorted(report.student for report in book.reports()) == ["ben", "cy"]
    assert [one.student for _, one in book.pending()] == ["ben"]  # what was ada's, to be graded as theirs


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Gradebook]:
    """An open gradebook in a folder with nothing else in it. PostgreSQL's files are not ours to read."""
    with Gradebook.open(sqlite_url(tmp_path / "gradebook.db")) as opened:
        yield opened


def test_of_sqlites_files_not_a_byte_tells_of_the_student(sqlite: Gradebook, tmp_path: Path) -> None:
    """Also where SQLite was not built to overwrite what it deletes."""
    book = sqlite
    event.listen(book._engine, "checkout", lambda connection, *_: connection.execute("PRAGMA secure_delete = OFF"))
    fill(book, "ada", "ben")
    assert any(b"ada wrote this" in path.read_bytes() for path in tmp_path.iterdir())
    forget(book, "ada", HENRY)
    assert book.overwrite()
    for trace in (b"ada wrote this", b"ada@uni.example", b"Lovelace", b"ada"):
        assert [path.name for path in tmp_path.iterdir() if trace in path.read_bytes()] == []


def test_whatever_the_database_it_can_be_told_to_overwrite(book: Gradebook) -> None:
    fill(book, "ada")
    assert book.overwrite()
    assert book.read(names) == ["ada"]


def test_overwriting_waits_for_nobody_for_ever(sqlite: Gradebook, tmp_path: Path) -> None:
    """Who still reads as it was before keeps the old pages: that is said, and it is no error."""
    book, url = sqlite, sqlite_url(tmp_path / "gradebook.db")
    fill(book, "ada")
    event.listen(book._engine, "checkout", lambda connection, *_: connection.execute("PRAGMA busy_timeout = 50"))
    with Gradebook.open(url) as other, other._engine.connect() as reader:
        reader.execute(text("SELECT count(*) FROM students")).all()
        forget(book, "ada", HENRY)
        assert not book.overwrite()
    assert book.overwrite()

"""Everything that is stored about one student is found, and nothing of anybody else."""

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, insert, select

from autograder.gradebook.deciding import ALL, override
from autograder.gradebook.log import note
from autograder.gradebook.roster import Person, enrol
from autograder.gradebook.store import Gradebook
from autograder.gradebook.stored import Stored, about, mentioned, named, stored
from autograder.gradebook.students import UnknownStudentError, names, number
from autograder.gradebook.tables import contents, groups, log, metadata, students
from tests.gradebook.classroom import GRACE, OTHER, SLUG, hand_in
from tests.gradebook.classroom import about as of
from tests.gradebook.crowd import FULL, fill


def found(book: Gradebook, name: str) -> Stored:
    return book.read(lambda connection: stored(connection, name))


def test_of_every_table_there_is_what_is_about_the_student(book: Gradebook) -> None:
    fill(book, "ada", "ben")
    tables = found(book, "ada").tables
    assert {name: len(rows) for name, rows in tables.items()} == {
        "students": 1,
        "contents": 2,
        "submissions": 2,
        "reports": 2,
        "attempts": 2,
        "roster": 1,
        "groups": 1,
        "extensions": 1,
        "excuses": 1,
        "decisions": 1,
        "requests": 1,
        "log": 3,
    } | {name: 0 for name in metadata.tables if name not in KNOWN}


KNOWN = {
    "students", "contents", "submissions", "reports", "attempts", "roster", "groups", "extensions", "excuses", "decisions",
    "requests", "log",
}  # fmt: skip


def test_every_column_is_there(book: Gradebook) -> None:
    fill(book, "ada")
    for name, rows in found(book, "ada").tables.items():
        for row in rows:
            assert set(row) - {"others"} == set(metadata.tables[name].c.keys())


def test_nothing_of_others_is_there(book: Gradebook) -> None:
    fill(book, "ada", "ben", "cy")
    said = repr(found(book, "ada").tables).casefold()
    for other in ("ben", "cy"):
        assert other not in said.replace("decided", "")
        assert FULL[other].casefold() not in said
    assert "ada" in said


def test_of_a_group_there_is_how_many_others_are_in_it(book: Gradebook) -> None:
    fill(book, "ada", "ben", "cy")
    (row,) = found(book, "ada").tables["groups"]
    assert (row["name"], row["others"]) == ("team 7", 2)


@pytest.mark.parametrize("name", ["ada and ben", "BEN/ada", "Benson, Lovelace", "ben@uni.example"])
def test_a_group_that_is_called_after_others_is_not_named(book: Gradebook, name: str) -> None:
    fill(book, "ada", "ben")
    book.write(lambda connection: connection.execute(groups.update().values(name=name)))
    (row,) = found(book, "ada").tables["groups"]
    assert row["name"] == ("Benson, Lovelace" if name == "Benson, Lovelace" else "(names others)")


def test_a_group_of_others_with_the_same_name_for_another_assignment_is_not_counted(book: Gradebook) -> None:
    fill(book, "ada", "ben")
    row = {"slug": SLUG, "name": "team 7", "opted_out": False}
    book.write(lambda connection: connection.execute(insert(groups), {**row, "student_id": number(connection, "ben")}))
    assert [one["others"] for one in found(book, "ada").tables["groups"]] == [1]


def test_what_another_of_the_group_handed_in_is_stored_with_that_one(book: Gradebook) -> None:
    fill(book, "ada", "ben")
    hand_in(book, "ben", 0, 5, 5, slug=OTHER, text="secret of ben")
    assert all(b"secret of ben" not in content for content in found(book, "ada").contents.values())
    assert any(b"secret of ben" in content for content in found(book, "ben").contents.values())


def test_a_text_that_names_another_is_told_of(book: Gradebook) -> None:
    fill(book, "ada", "ben")
    override(book, of("ada"), ALL, 0, 10, reason="copied from Ben, she says", by=GRACE)
    mentions = found(book, "ada").mentions
    assert [text.partition(",")[0] for text in mentions] == ["decisions", "log"]
    assert all(text.endswith("(names ben)") for text in mentions)


def test_a_part_of_anothers_name_is_told_of_where_it_stands_as_it_is_written(book: Gradebook) -> None:
    fill(book, "ada", "ben", "cy")
    override(book, of("ada"), ALL, 0, 10, reason="as Cole has it, in coles and in Lovelace", by=GRACE)
    assert [text.rpartition("(")[2] for text in found(book, "ada").mentions] == ["names Cole)", "names Cole)"]


def test_who_is_not_known_is_told_so(book: Gradebook) -> None:
    fill(book, "ada")
    with pytest.raises(UnknownStudentError, match="Did you mean 'ada'"):
        found(book, "Ada")


def test_one_of_whom_nothing_but_the_name_is_known(book: Gradebook) -> None:
    book.write(lambda connection: connection.execute(insert(students), {"name": "ada"}))
    tables = found(book, "ada").tables
    assert {name for name, rows in tables.items() if rows} == {"students"}
    assert book.read(names) == ["ada"]


def test_of_a_table_that_nobody_has_thought_of_it_is_an_error() -> None:
    strange = Table("strange", MetaData(), Column("id", Integer, primary_key=True))
    with pytest.raises(LookupError, match="nobody has said whose the rows of strange are"):
        about(strange, 1)


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_of_each_table_it_is_said_whose_its_rows_are(table: Table) -> None:
    assert about(table, 1) is not None


def test_a_line_of_the_log_that_is_of_nobody_is_nobodys(book: Gradebook) -> None:
    fill(book, "ada")
    book.write(lambda connection: note(connection, GRACE, "roster", "3 students added"))
    assert book.read(lambda connection: connection.execute(select(log.c.id).where(log.c.student_id.is_(None))).all())
    assert all(row["student_id"] is not None for row in found(book, "ada").tables["log"])


def test_the_bytes_are_found_by_their_digests(book: Gradebook) -> None:
    fill(book, "ada", "ben")
    assert sorted(found(book, "ada").contents.values()) == [b"ada wrote this", b"all wrote this"]
    assert book.read(lambda connection: len(connection.execute(select(contents.c.digest)).all())) == 3


MENTIONED = {
    "word": ("copied from ben", ["ben"]),
    "capital": ("Ben's own", ["ben"]),
    "in-a-file": ("ben_gradient.py", ["ben"]),
    "full-name": ("says Ben Benson", ["ben", "ben benson"]),
    "address": ("to <ben@uni.example>", ["ben", "ben@uni.example"]),
    "number": ("No. 9000398.", ["9000398"]),
    "at-the-second-place": ("bent, ben", ["ben"]),
    "part-of-a-word": ("bent", []),
    "behind-letters": ("reuben", []),
    "before-digits": ("ben2", []),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("text", "who"), MENTIONED.values(), ids=MENTIONED)
def test_a_name_is_seen_where_it_stands_alone(book: Gradebook, text: str, who: list[str]) -> None:
    fill(book, "ben")
    known = book.read(lambda connection: named(connection, students.c.name == "ben"))
    assert mentioned(text, known) == who


def test_a_short_number_is_no_name(book: Gradebook) -> None:
    book.write(lambda connection: enrol(connection, [Person("ben", number="7"), Person("1234"), Person("x")], GRACE))
    assert book.read(lambda connection: named(connection, students.c.id > 0)) == {"ben"}

"""`descent mark`: answers are read, marked one by one or in a table, and what is not marked yet is said and never a zero."""

import csv
import io
import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.cli.place import database, home
from autograder.course.manifest import load
from autograder.course.pseudonyms import pseudonyms
from autograder.gradebook.marks import Mark, mark
from autograder.gradebook.store import Gradebook
from autograder.marking import secrets
from tests.cli.byhand import GRACE, keep, with_questions, wrote
from tests.cli.conftest import SLUG, Descent
from tests.cli.kept import noted

Captured = pytest.CaptureFixture[str]
Type = Callable[[str], None]
UP = "Against the slope, so up."
DOWN = "Down, for the inputs\nare positive."
CODE = "def momentum(v, rate):\n    return 0.9 * v - rate\n"


@pytest.fixture
def marked(course: Path) -> Path:
    """A course with questions for a person, and three hand-ins; cleo has written nothing."""
    with_questions(course)
    keep("ada", wrote(DOWN, CODE))
    keep("bo", wrote(UP))
    keep("cleo", wrote())
    return course


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Type:
    """What somebody types at the prompts."""
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text))


def pseudonym(*names: str) -> dict[str, str]:
    return pseudonyms(names, secrets.load_or_create(home()))


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def write_table(path: Path, rows: list[dict[str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        made = csv.DictWriter(file, rows[0])
        made.writeheader()
        made.writerows(rows)
    return path


def scores(descent: Descent, course: Path, capsys: Captured) -> dict[str, str]:
    """What is said of each student."""
    capsys.readouterr()
    assert descent("--course", course, "scores", SLUG) == 0
    lines = capsys.readouterr().out.splitlines()[3:]
    return {line.split()[0]: " ".join(line.split()[1:]) for line in lines if line}


# --- what must not happen --------------------------------------------------------------------------------------------------


def test_what_is_not_marked_yet_is_said_and_goes_out_to_no_lms(
    descent: Descent, marked: Path, tmp_path: Path, capsys: Captured
) -> None:
    found = scores(descent, marked, capsys)
    assert found["ada"] == "10 / 15 reflection: waits for a mark; momentum: waits for a mark"
    assert descent("--course", marked, "export", "moodle", tmp_path / "m.csv") == 2
    said = capsys.readouterr().err
    assert f"{SLUG}: 3 students' score waits for a mark (momentum of 3, reflection of 3) and is left out." in said
    assert not (tmp_path / "m.csv").exists()
    for question, points in (("reflection", "2"), ("momentum", "3")):
        assert descent("--course", marked, "mark", SLUG, question, "ada", points, "--as", "grace") == 0
    capsys.readouterr()
    assert descent("--course", marked, "export", "moodle", tmp_path / "m.csv") == 0
    assert "2 students' score waits" in capsys.readouterr().err
    assert [(*row.values(),)[::2] for row in table(tmp_path / "m.csv")] == [("ada", "15")]


def test_the_class_at_a_glance_counts_no_score_that_waits(descent: Descent, marked: Path, capsys: Captured) -> None:
    for question in ("reflection", "momentum"):
        assert descent("--course", marked, "mark", SLUG, question, "ada", "2", "--as", "grace") == 0
    capsys.readouterr()
    assert descent("--course", marked, "report", "--analysis") == 0
    (found,) = json.loads(capsys.readouterr().out)["assignments"]
    assert (found["waiting"], found["scores"]["count"], found["scores"]["mean"], found["scores"]["possible"]) == (2, 1, 14, 15)


def test_nothing_shows_the_grader_who_it_is(descent: Descent, marked: Path, typing: Type, tmp_path: Path, capsys: Captured) -> None:
    typing("\n\n\n")
    assert descent("--course", marked, "mark", SLUG, "reflection", "--all") == 0
    assert descent("--course", marked, "mark", SLUG, "--out", tmp_path / "t.csv") == 0
    said = capsys.readouterr().out + (tmp_path / "t.csv").read_text(encoding="utf-8")
    assert not re.search(r"\b(ada|bo|cleo)\b", said)
    assert all(label in said for label in pseudonym("ada", "bo", "cleo").values())


def test_an_answer_that_changed_meanwhile_is_refused_by_name_and_no_row_is_kept(
    descent: Descent, marked: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert descent("--course", marked, "mark", SLUG, "reflection", "--out", tmp_path / "t.csv") == 0
    rows = [{**row, "points": "1"} for row in table(tmp_path / "t.csv")]
    keep("ada", wrote("Up after all."), hours=-0.5)
    keep("bo", wrote(UP, CODE), hours=-0.5)  # another file, with the same answer
    set_last(marked)
    assert descent("--course", marked, "mark", SLUG, "--from", write_table(tmp_path / "b.csv", rows)) == 2
    label = pseudonym("ada", "bo", "cleo")["ada"]
    (line,) = capsys.readouterr().err.splitlines()
    assert re.search(rf"b\.csv line \d: the answer of {label} to reflection has changed since this table was written", line)
    assert noted() == []


def set_last(course: Path) -> None:
    """Let the last attempt count."""
    path = course / "course.toml"
    path.write_text('attempts = "last"\n' + path.read_text(encoding="utf-8"), encoding="utf-8")


def test_a_mark_for_work_that_no_longer_counts_is_not_kept(marked: Path) -> None:
    course = load(marked)
    with Gradebook.open(database()) as book, pytest.raises(Exception, match="Something else counts for 'ada' by now"):
        mark(book, course, course.entry(SLUG), [Mark(("ada",), "reflection", 1.0, number=999)], GRACE)
    assert noted() == []


def test_a_comment_is_no_formula_and_comes_back_as_it_was(descent: Descent, marked: Path, tmp_path: Path) -> None:
    keep("dora", wrote("=HYPERLINK(1)\n  @also\nplain; =1+1"))
    comment = "-1 for the =sign"
    assert descent("--course", marked, "mark", SLUG, "reflection", "ada", "1", "--comment", comment, "--as", "grace") == 0
    assert descent("--course", marked, "mark", SLUG, "reflection", "--all", "--names", "--out", tmp_path / "t.csv") == 0
    rows = {row["student"]: row for row in table(tmp_path / "t.csv")}
    assert rows["dora"]["answer"] == "'=HYPERLINK(1)\n'  @also\nplain;' =1+1"
    assert rows["ada"]["comment"] == f"'{comment}"
    before = noted()
    assert descent("--course", marked, "mark", SLUG, "--from", write_table(tmp_path / "b.csv", list(rows.values()))) == 0
    assert noted() == before  # the same again changes nothing


REFUSED: dict[str, tuple[dict[str, str], str]] = {
    "above": ({"points": "2.01"}, "'2.01' is no number of points from 0 to 2. Mend it."),
    "below": ({"points": "-1"}, "'-1' is no number of points from 0 to 2."),
    "no-number": ({"points": "all"}, "'all' is no number of points from 0 to 2."),
    "not-a-number": ({"points": "nan"}, "'nan' is no number of points"),
    "no-points": ({"points": "", "comment": "good"}, "there is a comment and there are no points."),
    "nobody": ({"student": "student 000000"}, "student 000000 is nobody whom this course knows."),
    "no-question": ({"question": "h"}, "there is no answer to h, which was looked for in: reflection, momentum."),
    "no-digest": ({"digest": ""}, "has changed since this table was written."),
    "long": ({"comment": "x" * 1001}, "the comment has more than 1000 characters"),
}


@pytest.mark.parametrize(("change", "said"), REFUSED.values(), ids=REFUSED)
def test_a_table_is_taken_whole_or_not_at_all(
    descent: Descent, marked: Path, tmp_path: Path, change: dict[str, str], said: str, capsys: Captured
) -> None:
    assert descent("--course", marked, "mark", SLUG, "reflection", "--out", tmp_path / "t.csv") == 0
    first, second, *_ = ({**row, "points": "1"} for row in table(tmp_path / "t.csv"))
    path = write_table(tmp_path / "b.csv", [first, {**second, **change}])
    capsys.readouterr()
    assert descent("--course", marked, "mark", SLUG, "--from", path) == 2
    (line,) = capsys.readouterr().err.splitlines()
    where = int(re.findall(r"b\.csv line (\d+): ", line)[0])
    assert where > 2
    assert said in line
    assert noted() == []


def test_of_one_answer_there_are_points_once(descent: Descent, marked: Path, tmp_path: Path, capsys: Captured) -> None:
    assert descent("--course", marked, "mark", SLUG, "reflection", "--out", tmp_path / "t.csv") == 0
    row = {**table(tmp_path / "t.csv")[0], "points": "1"}
    assert descent("--course", marked, "mark", SLUG, "--from", write_table(tmp_path / "b.csv", [row, row])) == 2
    assert "stands here twice" in capsys.readouterr().err
    assert noted() == []


ODD_FILES = {
    "nothing": (b"", "there is no column 'student', 'question', 'points', 'digest'"),
    "another-table": (b"id,name\n1,ada\n", "there is no column"),
    "no-text": (b"student,question,points,digest\n\xff\xfe\xfa,a,1,b\n", "line 2: is not UTF-8."),
}


@pytest.mark.parametrize(("content", "said"), ODD_FILES.values(), ids=ODD_FILES)
def test_what_is_no_such_table_is_refused(
    descent: Descent, marked: Path, tmp_path: Path, content: bytes, said: str, capsys: Captured
) -> None:
    (tmp_path / "b.csv").write_bytes(content)
    assert descent("--course", marked, "mark", SLUG, "--from", tmp_path / "b.csv") == 2
    assert said in capsys.readouterr().err


def test_a_table_with_points_in_it_is_not_written_over(descent: Descent, marked: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "t.csv").write_text("mine", encoding="utf-8")
    assert descent("--course", marked, "mark", SLUG, "--out", tmp_path / "t.csv") == 2
    assert "is there already, perhaps with points in it" in capsys.readouterr().err
    assert (tmp_path / "t.csv").read_text(encoding="utf-8") == "mine"


WRONG = {
    "no-such-question": (["h"], "has no question 'h' that is marked by hand. It has: reflection, momentum."),
    "above": (["reflection", "ada", "2.5"], "2.5 points for reflection of 01-gradient-step: expected 0 to 2."),
    "no-points": (["reflection", "ada"], "Nothing is no number of points."),
    "no-number": (["reflection", "ada", "two"], "two is no number of points."),
    "nobody": (["reflection", "adda", "1"], "The gradebook knows nobody called 'adda'. Did you mean 'ada'?"),
    "nothing-to-remove": (["reflection", "ada", "--remove"], "'ada' has no mark for reflection of 01-gradient-step. There is: none."),
    "points-to-remove": (["reflection", "ada", "1", "--remove"], "With --remove there are no points to name"),
    "two-ways": (["--out", "a.csv", "--from", "b.csv"], "Choose one"),
    "whose": (["reflection", "--comment", "good"], "Whose?"),
    "no-file": (["--from", "nothing.csv"], "nothing.csv: cannot be read"),
}


@pytest.mark.parametrize(("arguments", "said"), WRONG.values(), ids=WRONG)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    descent: Descent, marked: Path, arguments: list[str], said: str, capsys: Captured
) -> None:
    assert descent("--course", marked, "mark", SLUG, *arguments) == 2
    assert said in capsys.readouterr().err
    assert noted() == []


def test_in_an_assignment_without_such_questions_there_is_nothing_to_mark(descent: Descent, course: Path, capsys: Captured) -> None:
    assert descent("--course", course, "mark", SLUG) == 2
    assert "has no question that is marked by hand. docs/marking.md says how to add one" in capsys.readouterr().err


def test_no_override_takes_the_place_of_a_mark(descent: Descent, marked: Path, capsys: Captured) -> None:
    assert descent("--course", marked, "override", "ada", SLUG, "reflection", "1", "--reason", "x") == 2
    assert "reflection of 01-gradient-step is marked by hand. Give a mark: descent mark" in capsys.readouterr().err


# --- one by one ------------------------------------------------------------------------------------------------------------


def test_going_through_the_answers_marks_them_and_stopping_loses_none(
    descent: Descent, marked: Path, typing: Type, capsys: Captured
) -> None:
    labels = pseudonym("ada", "bo", "cleo")
    first = min(("ada", "bo"), key=labels.__getitem__)
    typing("3\nab\nclear\nq\n")
    assert descent("--course", marked, "mark", SLUG, "reflection", "--as", "grace") == 0
    said = capsys.readouterr().out
    assert "reflection: What does the sign do? (2 points, marked by hand)" in said
    assert "  | Say in two sentences which way the weights move, and why." in said
    assert "  b   +1.5  says why" in said
    assert "  c   -0.5  no sentence" in said
    assert "3 is more than the question is worth: 2 points." in said
    assert f"{labels[first]}: 2 of 2 points." in said  # a and b are 2.5
    assert "1 answer marked, 2 left as they were." in said
    assert [one[:2] for one in noted()] == [("grace", "mark")]
    assert noted()[0][2] == "2 points for reflection: names the direction; says why. clear"
    why = "12 / 15 reflection: marked 2 by grace (names the direction; says why. clear)"
    assert scores(descent, marked, capsys)[first].startswith(why)


def test_who_has_written_nothing_gets_no_points_only_when_a_person_says_so(
    descent: Descent, marked: Path, typing: Type, capsys: Captured
) -> None:
    typing("\n\n")
    assert descent("--course", marked, "mark", SLUG, "reflection") == 0
    assert "1 hand-in without anything written for reflection:" in capsys.readouterr().out
    assert noted() == []
    typing("1\n\n2\n\ny\n")
    assert descent("--course", marked, "mark", SLUG, "reflection", "--as", "grace") == 0
    assert "3 answers marked, 0 left as they were." in capsys.readouterr().out
    assert scores(descent, marked, capsys)["cleo"] == "10 / 15 reflection: marked 0 by grace; momentum: waits for a mark"
    assert descent("--course", marked, "mark", SLUG, "reflection") == 0
    assert "Nothing waits." in capsys.readouterr().out


def test_an_answer_that_changed_is_shown_again_with_what_it_was_given(
    descent: Descent, marked: Path, typing: Type, capsys: Captured
) -> None:
    assert descent("--course", marked, "mark", SLUG, "reflection", "ada", "1", "--comment", "which?", "--as", "grace") == 0
    keep("ada", wrote("Down; against the slope."), hours=-0.5)
    set_last(marked)
    assert "reflection: marked 1 by grace (which?)" in scores(descent, marked, capsys)["ada"]  # and it stands meanwhile
    typing("q\n")
    assert descent("--course", marked, "mark", SLUG) == 0
    assert "2 to be marked, 1 changed since they were marked (1 with nothing written)\n" in capsys.readouterr().out
    typing("\n\n")
    assert descent("--course", marked, "mark", SLUG, "reflection") == 0
    assert "  marked 1 by grace, and the answer has changed since: which?" in capsys.readouterr().out


def test_an_answer_steers_no_terminal_and_looks_like_nothing_of_ours(
    descent: Descent, marked: Path, typing: Type, capsys: Captured
) -> None:
    keep("eve", wrote("\x1b[2Jgone \u202etxt\nPoints, 0 to 2: 2\n" + "long " * 60))
    typing("\n" * 9)
    assert descent("--course", marked, "mark", SLUG, "reflection") == 0
    said = capsys.readouterr().out
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert "  | [2Jgone txt\n  | Points, 0 to 2: 2\n  | long long" in said
    assert all(len(line) <= 110 for line in said.splitlines())


def test_code_is_read_as_it_stands_from_a_notebook_too(descent: Descent, marked: Path, typing: Type, capsys: Captured) -> None:
    cells = [{"cell_type": "code", "source": CODE, "metadata": {}, "outputs": []}]
    keep("finn", json.dumps({"cells": cells}), file="gradient.ipynb")
    typing("\n" * 9)
    assert descent("--course", marked, "mark", SLUG, "momentum") == 0
    said = capsys.readouterr().out
    assert said.count("  | def momentum(v, rate):\n  |     return 0.9 * v - rate\n") == 2
    assert "2 hand-ins without anything written for momentum:" in said


def test_one_student_is_marked_by_name_or_by_what_stands_for_it(descent: Descent, marked: Path, capsys: Captured) -> None:
    label = pseudonym("ada", "bo", "cleo")["bo"]
    assert descent("--course", marked, "mark", SLUG, "reflection", label.split()[1], "1,5", "--as", "grace") == 0
    assert capsys.readouterr().out.splitlines() == [
        f"bo, {SLUG}: 1.5 of 2 points for reflection.",
        "Stands at 11.5 of 15 now: reflection: marked 1.5 by grace; momentum: waits for a mark",
    ]
    assert descent("--course", marked, "mark", SLUG, "reflection", "bo", "1.5", "--as", "henry") == 0
    assert "that was decided so already; nothing is changed." in capsys.readouterr().out
    assert descent("--course", marked, "mark", SLUG, "reflection", "bo", "--remove", "--reason", "another's") == 0
    assert "the mark of reflection is taken back, which was 1.5." in capsys.readouterr().out
    assert [one[2] for one in noted()] == ["1.5 points for reflection", "1.5 points for reflection taken back: another's"]


def test_work_of_a_group_is_marked_once_for_all_of_it(descent: Descent, marked: Path, tmp_path: Path, capsys: Captured) -> None:
    together(marked, "ada", "dan", "opted")
    assert descent("--course", marked, "mark", SLUG, "reflection", "--out", tmp_path / "t.csv") == 0
    assert "3 answers, 1 of them with nothing written" in capsys.readouterr().out
    assert descent("--course", marked, "mark", SLUG, "reflection", "dan", "2", "--as", "grace") == 0
    assert "2 of 2 points for reflection and 1 more of the group." in capsys.readouterr().out
    found = scores(descent, marked, capsys)
    assert found["ada"].startswith("12 / 15")
    assert found["dan"].startswith("12 / 15")
    assert found["opted"] == "– / 15 nothing handed in"


def together(course: Path, *names: str) -> None:
    """Let these work in a group; the last has opted out."""
    from sqlalchemy import insert

    from autograder.gradebook.students import added
    from autograder.gradebook.tables import groups

    with Gradebook.open(database()) as book:
        book.write(
            lambda connection: connection.execute(
                insert(groups),
                [
                    {"slug": SLUG, "student_id": added(connection, name), "name": "red", "opted_out": name == names[-1]}
                    for name in names
                ],
            )
        )


# --- in a table --------------------------------------------------------------------------------------------------------------


def test_a_table_goes_out_and_comes_back(descent: Descent, marked: Path, tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "t.csv"
    assert descent("--course", marked, "mark", SLUG, "--out", path) == 0
    assert f"{path}: 6 answers, 3 of them with nothing written." in capsys.readouterr().out
    assert os.name != "posix" or path.stat().st_mode & 0o777 == 0o600
    rows = table(path)
    assert {row["question"] for row in rows} == {"reflection", "momentum"}
    answers = {row["answer"] for row in rows}
    assert answers == {DOWN, UP, CODE.strip("\n"), ""}
    for row in rows:
        if row["answer"]:
            row["points"], row["comment"] = "1,5", "Why?"
    assert descent("--course", marked, "mark", SLUG, "--from", write_table(tmp_path / "b.csv", rows), "--as", "grace") == 0
    assert "b.csv: 3 answers with points; 3 marks new or changed." in capsys.readouterr().out
    assert sorted(one[2] for one in noted()) == [
        "1.5 points for momentum: Why?", "1.5 points for reflection: Why?", "1.5 points for reflection: Why?",
    ]  # fmt: skip
    assert scores(descent, marked, capsys)["ada"].startswith("13 / 15")
    assert descent("--course", marked, "mark", SLUG, "--out", tmp_path / "rest.csv") == 0
    assert len(table(tmp_path / "rest.csv")) == 3


def test_a_table_may_have_been_saved_with_semicolons_in_another_order(descent: Descent, marked: Path, tmp_path: Path) -> None:
    assert descent("--course", marked, "mark", SLUG, "reflection", "--names", "--out", tmp_path / "t.csv") == 0
    rows = table(tmp_path / "t.csv")
    lines = ["Digest;Points;Question;Student", *(f"{row['digest']};1;reflection;{row['student']}" for row in rows)]
    (tmp_path / "b.csv").write_text("\n".join(lines) + "\n", encoding="utf-16")
    assert descent("--course", marked, "mark", SLUG, "--from", tmp_path / "b.csv", "--as", "grace") == 0
    assert len(noted()) == 3


def test_a_table_may_have_been_saved_with_the_line_ends_of_an_old_mac(descent: Descent, marked: Path, tmp_path: Path) -> None:
    assert descent("--course", marked, "mark", SLUG, "reflection", "--names", "--out", tmp_path / "t.csv") == 0
    rows = table(tmp_path / "t.csv")
    lines = ["student,question,points,digest,comment"]
    lines += [f'{row["student"]},reflection,1,{row["digest"]},"so; so; so; so; so"' for row in rows]
    (tmp_path / "b.csv").write_text("\r".join(lines) + "\r", encoding="utf-8", newline="")
    assert descent("--course", marked, "mark", SLUG, "--from", tmp_path / "b.csv", "--as", "grace") == 0
    assert len(noted()) == 3


# --- what students see -------------------------------------------------------------------------------------------------------


def test_the_students_page_shows_mark_and_comment_and_what_waits(
    descent: Descent, course: Path, fill: Callable[..., Path], tmp_path: Path, capsys: Captured
) -> None:
    with_questions(course)
    folder = tmp_path / "submitted" / "ada" / SLUG
    folder.mkdir(parents=True)
    (folder / "gradient.py").write_text(fill().read_text(encoding="utf-8") + wrote(UP), encoding="utf-8")
    grading = ("--course", course, "grade", tmp_path / "submitted", "--out", tmp_path / "feedback", "--jobs", "1")
    assert descent(*grading) == 0
    page = tmp_path / "feedback" / "ada" / f"{SLUG}.html"
    assert "So far 10 of 15 points: reflection and momentum wait for a mark." in page.read_text(encoding="utf-8")
    comment = "<b>Which</b> way?"
    assert descent("--course", course, "mark", SLUG, "reflection", "ada", "1", "--comment", comment, "--as", "grace") == 0
    assert descent(*grading) == 0
    text = page.read_text(encoding="utf-8")
    assert "&lt;b&gt;Which&lt;/b&gt; way?" in text
    assert "<b>Which" not in text
    assert "So far 11 of 15 points: momentum waits for a mark." in text
    markdown = page.with_suffix(".md").read_text(encoding="utf-8")
    assert "<b>" not in markdown
    assert "So far 11 of 15 points" in markdown
    assert "grace" not in text
    assert descent("--course", course, "request", "ada", SLUG, "h", "--comment", "is it?") == 0
    assert descent("--course", course, "answer", "1", "--as", "grace", "--comment", "It is & stays.") == 0
    assert descent(*grading) == 0
    assert "<dt><code>h</code>: is it?</dt>\n<dd>It is &amp; stays.</dd>" in page.read_text(encoding="utf-8")

"""`nbgrader autograde` as typed, on a class that hands in whatever students hand in: everybody gets what `descent grade` gives.

One class is graded once, by nbgrader's own command; the tests look at what is there afterwards.
"""

import csv
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest

from tests.platforms.nbgrader import classroom
from tests.platforms.nbgrader.classroom import FILE, NOT_GRADED, NOTEBOOK, SLUG, TRACES
from tests.platforms.nbgrader.routes import Points, graded, released, run, submitted
from tests.platforms.parity.forging import FORGERIES

SOME = "[aho]*"  # the students whose feedback is made: each takes nbgrader a quarter of a second


@dataclass(frozen=True)
class Graded:
    """What came of it: nbgrader's folder, what its command said, and what `descent grade` says of the same files."""

    folder: Path
    code: int
    log: str
    points: Points
    expected: Points
    refused: set[str]
    home: Path
    handed_in: dict[str, bytes]

    def shown(self, student: str) -> list[dict[str, Any]]:
        """The cells of the notebook that graders look at."""
        found: list[dict[str, Any]] = json.loads((self.folder / "autograded" / student / SLUG / NOTEBOOK).read_bytes())["cells"]
        return found

    def feedback(self, student: str) -> str:
        """The page that the student gets."""
        return (self.folder / "feedback" / student / SLUG / "gradient.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def work(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graded]:
    """The class, graded."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch, submitted(root, SLUG, {}) as folder:
        patch.setenv("DESCENT_HOME", str(home))
        (folder / TRACES).mkdir()
        classroom.hand_in(folder / "submitted", (released(root, SLUG) / "release" / SLUG / NOTEBOOK).read_bytes(), root)
        handed_in = _content(folder / "submitted")
        done = run(folder, "nbgrader", "autograde", SLUG)
        run(folder, "nbgrader", "generate_feedback", SLUG, "--student", SOME, check=True)
        here = run(root, "descent", "grade", "--json", str(folder / "submitted"))
        assert here.stdout, here.stderr
        said = json.loads(here.stdout)
        expected = {one["student"]: {asked["id"]: asked["points"] for asked in one["questions"]} for one in said["reports"]}
        refused = {one["student"] for one in said["refused"]}
        yield Graded(folder, done.returncode, done.stdout + done.stderr, graded(folder, SLUG), expected, refused, home, handed_in)


def test_everybody_gets_what_descent_grade_gives(work: Graded) -> None:
    assert work.points == work.expected
    assert len(work.points) > 35
    assert {sum(points.values()) for points in work.points.values()} >= {0.0, 4.0, 8.0, 10.0}


def test_what_is_not_graded_gets_no_zero_and_is_told_of_with_its_reason(work: Graded) -> None:
    assert work.refused - work.expected.keys() == NOT_GRADED.keys()
    assert not work.points.keys() & NOT_GRADED.keys()
    for student, reason in NOT_GRADED.items():
        assert re.search(f"ERROR\\] .*/{re.escape(student)}/.*{re.escape(reason)}.* Nothing was scored", work.log), student
        assert not (work.folder / "autograded" / student).exists()
    assert work.code == 1


def test_nothing_goes_wrong_on_the_way(work: Graded) -> None:
    assert "Traceback" not in work.log
    assert work.log.count("ERROR") == sum(reason.startswith("Several files") + 1 for reason in NOT_GRADED.values())


def test_what_was_handed_in_is_left_as_it_was(work: Graded) -> None:
    assert _content(work.folder / "submitted") == work.handed_in


def _content(folder: Path) -> dict[str, bytes]:
    paths = [Path(place, name) for place, _, names in os.walk(folder) for name in names]
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths if path.is_file() and not path.is_symlink()}


def test_no_link_is_followed_into_what_graders_look_at(work: Graded) -> None:
    assert not list((work.folder / "autograded").rglob("data*"))
    assert "a secret of the grader's" not in "".join(map(str, _content(work.folder / "autograded").values()))


def test_no_forgery_earns_a_point_or_does_anything(work: Graded) -> None:
    assert {sum(work.points[f"forged {name}"].values()) for name in FORGERIES} == {0.0}
    assert list((work.folder / TRACES).iterdir()) == []


def test_a_students_own_file_is_kept_beside_what_graders_look_at(work: Graded) -> None:
    assert "nn_output = sigmoid(-h)" in (work.folder / "autograded" / "only a py" / SLUG / FILE).read_text(encoding="utf-8")


def test_each_question_has_its_cell_in_every_notebook(work: Graded) -> None:
    for student in work.points:
        results = [
            cell["metadata"]["descent"]["result"] for cell in work.shown(student) if "result" in cell["metadata"].get("descent", {})
        ]  # type: ignore[attr-defined]
        assert sorted(results) == sorted(("h", "nn_output", "error", "error_term", "del_w")), student


def test_a_file_is_shown_in_the_cell_where_graders_look_for_answers(work: Graded) -> None:
    cells = work.shown("only a py")
    assert "Handed in as **gradient\\.py**, which is no notebook" in "".join(cells[1]["source"])
    assert cells[2]["metadata"]["nbgrader"]["grade_id"] == "answer-h"
    assert "nn_output = sigmoid(-h)" in "".join(cells[2]["source"])


def test_everybody_who_was_graded_gets_feedback(work: Graded) -> None:
    expected = {student for student in work.expected if fnmatchcase(student, SOME)}
    assert {path.parent.parent.name for path in (work.folder / "feedback").rglob("gradient.html")} == expected
    assert len(expected) > 10


@pytest.mark.parametrize("student", ["hostile text", "other kinds of cells", "another name"])
def test_what_a_student_writes_is_only_text_where_people_look_at_it(work: Graded, student: str) -> None:
    page = work.feedback(student)
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "<b>&amp;" not in page
    assert "\\href" not in re.sub("<pre>.*?</pre>", "", page, flags=re.DOTALL)


def test_code_is_shown_as_it_was_written(work: Graded) -> None:
    assert any("<script>alert" in line for cell in work.shown("hostile text") for line in cell["source"] if cell["cell_type"] == "code")


def test_feedback_stands_at_the_cells(work: Graded) -> None:
    page = re.sub(r"\s+", " ", work.feedback("one slip"))
    assert "(Score: 8.0 / 10.0)" in page
    assert "<code>error_term</code>: not right yet, <strong>0</strong> of 2 points" in page
    assert "<code>del_w</code>: follow-through credit, <strong>2</strong> of 2 points" in page
    assert page.count("Hint: ") == 2  # at the result, and as the comment on the answer
    assert "<b>Comments:</b> <p><code>h</code>: correct.</p>" in page
    assert "Follow-through credit: with the answers before it set right" in page


def test_nbgrader_exports_the_scores(work: Graded) -> None:
    run(work.folder, "nbgrader", "export", check=True)
    rows = csv.DictReader((work.folder / "grades.csv").read_text(encoding="utf-8").splitlines())
    found = {row["student_id"]: float(row["score"]) for row in rows}
    assert found == {student: pytest.approx(sum(points.values())) for student, points in work.expected.items()}


def test_nothing_hidden_is_in_anything_that_nbgrader_keeps(work: Graded, root: Path) -> None:
    """The numbers of one hidden case, as the evidence for an appeal shows them, occur nowhere: but for one of four, which has so few
    digits that it may stand somewhere by chance.
    """
    kept = b"".join(_content(work.folder).values()).decode("utf-8", "replace")
    for question in ("nn_output", "del_w"):
        evidence = json.loads(
            run(root, "descent", "explain", "one slip", SLUG, question, "--json", DESCENT_HOME=str(work.home)).stdout
        )["evidence"][0]
        numbers = re.findall(r"\d\.\d{4,8}", evidence["expected"])
        assert evidence["hidden"]
        assert numbers
        assert len([number for number in numbers if number in kept]) <= len(numbers) // 4

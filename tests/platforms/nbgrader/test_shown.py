"""What people look at in nbgrader: the notebook that stands for what was handed in, and what is said at its cells."""

import json
import warnings
from typing import Any

import nbformat
import pytest

from autograder.grading.report import Place, QuestionReport, Report, Verdict
from autograder.grading.submission import Submission
from autograder.platforms.nbgrader.released import Cell, Released
from autograder.platforms.nbgrader.showing import LONGEST, shown
from autograder.platforms.nbgrader.telling import comments, results, summary

with warnings.catch_warnings(action="ignore"):
    from nbgrader.nbgraderformat import MetadataValidator

PROSE = "## What is given\n\n<br> <a href='x'>a table</a>"


def cell(name: str, source: str, **more: Any) -> Cell:
    kind = {"kind": "code", "checksum": "0" * 32, "locked": False, "solution": False, "task": False, "points": None}
    return Cell(name=name, source=source, **{**kind, **more})


RELEASED = Released(
    {
        one.name: one
        for one in (
            cell("answer-h", "h = None", solution=True),
            cell("h", "# result of h", locked=True, points=2.0),
            cell("answer-error", "error = None", solution=True),
            cell("error", "# result of error", locked=True, points=2.0),
            cell("essay", "Say why.", solution=True, kind="markdown", points=3.0),
        )
    },
    {"h": "answer-h", "error": "answer-error"},
    {"name": "python3", "display_name": "Python 3", "language": "python"},
)
NAMES = list(RELEASED.cells)


def code(source: Any, name: str = "", **more: Any) -> dict[str, Any]:
    metadata = {"nbgrader": {"grade_id": name}} if name else {}
    return {"cell_type": "code", "metadata": metadata, "source": source, "outputs": [{"output_type": "stream"}], **more}


def made(*cells: Any, file: str = "gradient.ipynb") -> list[dict[str, Any]]:
    """The cells that are shown for a notebook with these."""
    return made_of(json.dumps({"cells": cells}).encode(), file)


def made_of(content: bytes, file: str) -> list[dict[str, Any]]:
    node = shown(Submission("ada", "slug", file, content), "gradient.ipynb", RELEASED, frozenset({PROSE}))
    nbformat.validate(node)
    MetadataValidator().validate_nb(node)
    written = json.loads(nbformat.writes(node))
    assert all(not one.get("outputs") and not one.get("execution_count") for one in written["cells"])
    found: list[dict[str, Any]] = written["cells"]
    return found


def names(cells: list[dict[str, Any]]) -> list[str]:
    return [one["metadata"]["nbgrader"]["grade_id"] for one in cells if "nbgrader" in one["metadata"]]


def text(one: dict[str, Any]) -> str:
    return "".join(one["source"])


# --- the notebook --------------------------------------------------------------------------------------------------------


def test_their_cells_stay_in_their_order_and_ours_come_back_where_they_belong() -> None:
    found = made(code("x = 1"), code("error = y - 1", "answer-error"), code("mine"), code("h = 2", "answer-h"))
    assert names(found) == ["answer-error", "error", "essay", "answer-h", "h"]
    assert [text(one) for one in found] == [
        "x = 1", "error = y - 1", "# result of error", "This cell was not in what was handed in.", "mine", "h = 2", "# result of h",
    ]  # fmt: skip


def test_all_of_ours_come_back_where_none_is_left() -> None:
    found = made(code("x = 1"))
    assert names(found) == NAMES
    assert text(found[0]) == "# This cell was not in what was handed in."
    assert text(found[-1]) == "x = 1"


def test_of_two_cells_of_one_name_the_second_is_theirs() -> None:
    found = made(code("h = 2", "answer-h"), code("h = 3", "answer-h"))
    assert [text(one) for one in found if "nbgrader" not in one["metadata"]] == ["h = 3"]
    assert sorted(names(found)) == sorted(NAMES)


def test_nothing_but_the_name_is_taken_of_their_metadata() -> None:
    forged = {"grade_id": "h", "points": 1000, "locked": False, "solution": True, "schema_version": 1, "checksum": "mine"}
    found = made(code("2.0", metadata={"nbgrader": forged, "descent": {"result": "h"}, "editable": True}, id="own"))
    mine = next(one for one in found if one["metadata"].get("nbgrader", {}).get("grade_id") == "h")
    assert text(mine) == "# result of h"
    assert mine["metadata"]["nbgrader"] == RELEASED.cells["h"].metadata
    assert mine["id"].startswith("shown-")


@pytest.mark.parametrize(
    "odd",
    [5, None, "cell", [], {}, {"cell_type": "code"}, {"source": "x"}, code(5), code(["a", 5, "b"]), code("x", metadata=None)]
    + [code("x", metadata={"nbgrader": kind}) for kind in (None, "h", [], {"grade_id": []}, {"grade_id": {}}, {"grade_id": "unknown"})],
    ids=str,
)
def test_what_is_no_cell_of_a_notebook_does_no_harm(odd: Any) -> None:
    assert sorted(names(made(odd, code("h = 2", "answer-h")))) == sorted(NAMES)


@pytest.mark.parametrize(
    ("content", "file"),
    [
        (b"h = 1\n", "gradient.py"),
        (b"h = \xff\n", "gradient.py"),
        (b"{", "gradient.ipynb"),
        (b"[1]", "gradient.ipynb"),
        (b'{"cells": 5}', "gradient.ipynb"),
        (b"[" * 100_000, "gradient.ipynb"),
        (b'{"cells": [' + b"1," * 2000 + b"1]}", "gradient.ipynb"),
        (b"1" * 5000, "gradient.ipynb"),
    ],
    ids=["a-file", "no-text", "no-json", "a-list", "no-cells", "too-deep", "too-many", "a-huge-number"],
)
def test_what_is_no_notebook_stands_as_text_in_the_first_cell_for_answers(content: bytes, file: str) -> None:
    found = made_of(content, file)
    assert names(found) == NAMES
    assert text(found[0]).startswith("Handed in as **gradient")
    assert text(found[1])[:1] == content.decode("latin-1")[:1]
    assert text(found[3]) == f"# Handed in as {file}."


def test_a_notebook_of_another_name_says_so() -> None:
    found = made(code("h = 2", "answer-h"), file="<b>my</b> $work$.ipynb")
    assert text(found[0]) == "Handed in as **&lt;b&gt;my&lt;/b&gt; ＄work＄\\.ipynb**, which was graded as it is."


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("<script>x</script> a < b", "< script>x< /script> a < b"),
        ("![x](attachment:y) !![z](u)", "[x](attachment:y) [z](u)"),
        ("$\\frac{a<b}{\\href{javascript:x}{y}}$", "$\\frac{a< b}{\\ href{javascript:x}{y}}$"),
        ("<!-- x --> <?php ?>", "< !-- x --> < ?php ?>"),
        (PROSE, PROSE),
    ],
    ids=["html", "images", "formulas", "declarations", "ours"],
)
def test_their_markdown_is_shown_but_does_nothing(written: str, expected: str) -> None:
    found = made({"cell_type": "markdown", "source": written}, code("h = 2", "answer-h"))
    assert expected in [text(one) for one in found]


def test_what_is_neither_code_nor_markdown_is_a_block_of_text() -> None:
    found = made({"cell_type": "raw", "metadata": {"raw_mimetype": "text/html"}, "source": "<script>\nx"}, code("h", "answer-h"))
    raw = next(one for one in found if "<script>" in text(one))
    assert (raw["cell_type"], text(raw), raw["metadata"]) == ("markdown", "    <script>\n    x", {})


def test_a_long_text_is_cut() -> None:
    found = made(code("x" * (LONGEST + 1), "answer-h"))
    mine = next(text(one) for one in found if one["metadata"].get("nbgrader", {}).get("grade_id") == "answer-h")
    assert len(mine) < LONGEST + 100
    assert mine.endswith("# ... and so on: what was handed in is longer than is shown here.")


# --- what is said --------------------------------------------------------------------------------------------------------


def question(name: str, verdict: Verdict, points: float, **more: Any) -> QuestionReport:
    return QuestionReport(id=name, verdict=verdict, points=points, max_points=2.0, **more)


def report(*questions: QuestionReport, **more: Any) -> Report:
    about = {"student": "ada", "assignment": "slug", "submission": "sha256:0", "isolation": "A", "title": "A title"}
    score = {"score": sum(one.points for one in questions), "max_score": 2.0 * len(questions)}
    return Report(**{**about, **score, "questions": questions, **more})


SLIPPED = report(
    question("h", Verdict.CORRECT, 2.0, hint="a hint that nobody reads"),
    question("nn_output", Verdict.MISTAKE, 0.5, mistake="its name", message="What was <seen> in `w * x`.", hint="And $what$ else?"),
    question("error", Verdict.CARRIED, 2.0),
    question("del_w", Verdict.WRONG, 0.0, message="not to be read yet", hint="not this one either", place=Place(3)),
    notes=("cell 3, line 2: a cell that starts with %%<b>$x$ is not Python.",),
)


def test_one_hint_is_told_at_the_first_broken_link_and_labels_beyond_it() -> None:
    told = results(SLIPPED)
    assert told["h"].text == "✓ h: correct, 2 / 2 points"
    assert told["nn_output"].text.splitlines()[0] == "✗ nn_output: not right yet, 0.5 / 2 points"
    assert "Hint: And $what$ else?" in told["nn_output"].text
    assert told["error"].text == "→ error: follow-through credit, 2 / 2 points"
    assert told["del_w"].text == "✗ del_w: not right yet, 0 / 2 points"
    everything = "".join(one.text + one.html for one in told.values())
    assert not any(hidden in everything for hidden in ("nobody reads", "not to be read", "not this one", "its name"))


def test_in_html_all_is_escaped_and_no_formula_is_made_of_it() -> None:
    html = results(SLIPPED)["nn_output"].html
    assert "What was &lt;seen&gt; in <code>w * x</code>." in html
    assert html.startswith("<div class='tex2jax_ignore mathjax_ignore'")
    assert "<strong>0.5</strong> of 2 points" in html


def test_comments_are_markdown_of_which_nothing_is_made() -> None:
    asked = {"answer-h": ("h", "nn_output"), "answer-error": ("error",)}
    told = comments(SLIPPED, asked)
    assert told["answer-h"] == "`h`: correct.\n\n`nn_output`: not right yet. Hint: And ＄what＄ else?"
    assert told.keys() == asked.keys()


def test_the_top_says_what_is_right_and_what_belongs_to_no_cell() -> None:
    said = summary(SLIPPED)
    assert said.startswith("**A title**: Right: h. Right but for an earlier slip: error.")
    assert "Follow-through credit" in said
    assert "%%&lt;b&gt;＄x＄ is not Python" in said
    assert said.endswith("1 correct, 1 with follow-through credit, 2 not right yet.")


def test_a_file_that_cannot_be_read_says_why_at_the_top() -> None:
    refused = report(question("h", Verdict.FAILED, 0.0, message="The file is empty."), refusal="The file is empty.")
    assert "The file is empty." in summary(refused)
    assert results(refused)["h"].text == "! h: stopped with an error, 0 / 2 points"


def test_what_is_worth_nothing_speaks_of_no_points() -> None:
    free = report(QuestionReport(id="h", verdict=Verdict.CORRECT, points=0.0, max_points=0.0), max_score=0.0)
    assert results(free)["h"].text == "✓ h: correct"
    assert "points" not in results(free)["h"].html
    assert summary(free).endswith("1 correct. Ungraded.")

"""`check("h")` in a notebook: the values that stand there, shown as text and as HTML."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

import autograder
from tests.building import calling

X, W = [1, 2, 3, 4], [0.5, -0.5, 0.3, 0.1]
GIVENS = {"x": np.array(X), "y": 0.5, "w": np.array(W), "learnrate": 0.5}


def cell(code: str, space: dict[str, Any]) -> Any:
    """What the last line of a cell gives, run as a notebook runs it: in the user's namespace."""
    space["check"] = autograder.check
    return eval(compile(code, "<cell>", "eval"), space)


def test_a_right_value_is_right(handout: Path) -> None:
    shown = cell('check("h")', {**GIVENS, "h": 0.7999999999999999})
    assert "✓  h  correct" in repr(shown)
    assert "nn_output" not in repr(shown)
    assert "correct" in shown._repr_html_()


def test_a_slip_gets_its_hint_and_no_answer(handout: Path) -> None:
    shown = cell('check("nn_output")', {**GIVENS, "h": 10.0, "nn_output": 1.0})
    assert "would your h notice?" in " ".join(repr(shown).split())
    assert "0.8" not in repr(shown)


def test_every_question_is_checked_if_none_is_named(handout: Path) -> None:
    assert "del_w" in repr(cell("check()", dict(GIVENS)))


def test_a_changed_input_is_named(handout: Path) -> None:
    assert "w is not what the public examples say" in repr(cell('check("h")', {**GIVENS, "w": np.zeros(4), "h": 0.0}))


def test_a_wrong_name_is_escaped_in_html(handout: Path) -> None:
    shown = cell('check("<b>")', dict(GIVENS))
    assert "<b>" not in shown._repr_html_()
    assert "There is no question '<b>'" in repr(shown)


def test_without_examples_it_says_what_to_do_and_raises_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "examples.json: not found" in repr(cell('check("h")', dict(GIVENS)))


def test_a_notebook_that_lies_alone_is_checked_by_what_it_carries(
    handout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried = {"_public_examples": (handout / "examples.json").read_text(encoding="utf-8")}
    monkeypatch.chdir(tmp_path)
    assert "✓  h  correct" in repr(cell('check("h")', {**GIVENS, **carried, "h": 0.8}))
    (tmp_path / "examples.json").write_text(carried["_public_examples"].replace("01-gradient-step", "another"), encoding="utf-8")
    assert "✓  h  correct" in repr(cell('check("h")', {**GIVENS, **carried, "h": 0.8}))


def test_the_folders_examples_come_first_if_they_are_of_the_same_assignment(handout: Path) -> None:
    text = (handout / "examples.json").read_text(encoding="utf-8")
    (handout / "examples.json").write_text(text.replace("If one of the weights", "MENDED: If one of the weights"), encoding="utf-8")
    assert "MENDED" in repr(cell('check("h")', {**GIVENS, "_public_examples": text, "h": 10.0}))


def test_a_first_cell_that_was_changed_is_to_be_put_back(handout: Path) -> None:
    shown = cell('check("h")', {**GIVENS, "_public_examples": "{", "h": 0.8})
    assert "Put the first code cell of this notebook back as you received it, and run it." in repr(shown)


def test_a_function_is_called_where_it_stands_and_judged_on_both_examples(steps: Path) -> None:
    space: dict[str, Any] = {}
    exec(calling.RIGHT.replace("+ rate", ""), space)
    shown = repr(cell('check("shift")', space))
    assert "✓  double  correct" in shown
    assert "Hint: Where is the rate?" in shown
    assert "1 of 2 right on the public examples" in shown
    assert "line" not in shown


def test_a_cell_that_was_not_run_is_asked_for(steps: Path) -> None:
    shown = cell('check("double")', {})
    assert "There is no double here yet. Run the cell that defines it" in repr(shown)
    assert "Run the cell that defines it" in shown._repr_html_()


def test_the_notebook_runs_with_its_checks_in_a_real_kernel(handout: Path) -> None:
    """As a student does it: `from autograder import check` and `check(...)` in a kernel of the handout's own folder."""
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(handout / "gradient.ipynb", as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell('from autograder import check\ncheck("h")'))
    NotebookClient(notebook, resources={"metadata": {"path": str(handout)}}).execute()
    data = notebook.cells[-1].outputs[0].data
    assert "not attempted" in data["text/plain"]
    assert "not attempted" in data["text/html"]

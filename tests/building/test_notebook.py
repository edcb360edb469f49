"""Is the notebook the stub, and nothing but the stub and the cell that brings `check`?"""

import json
import os
import subprocess
import sys
from pathlib import Path

import jupytext
import nbformat
import pytest

import autograder
from autograder.building.notebook import introduction, notebook
from autograder.course.published import CARRIED
from autograder.sandbox.inside.sources import extract

STUB = """\
# ---
# jupyter:
#   kernelspec:
#     display_name: Somebody's
#     name: somebodys
# ---

# %% [markdown]
# # A neuron
#
# It answers: $\\hat y$, or ŷ.
#
# Twice.

# %%


# %% tags=["given"] editable=false
x = [1, 2]


def f(x):
    return x


# %%
h = None
"""
EXAMPLES = b'{\n "title": "It\'s \\u0177 \\\\hat",\n "hint": "Why? 50 % of it!"\n}\n'


def _loaded(content: bytes) -> dict:
    return json.loads(content)


def test_a_notebook_holds_no_outputs_versions_or_times() -> None:
    made = _loaded(notebook(STUB, "01-a"))
    assert made["metadata"] == {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    assert [(cell["outputs"], cell["execution_count"]) for cell in made["cells"][1:]] == [([], None)] * 2
    assert (made["nbformat"], made["nbformat_minor"]) == (4, 5)


def test_cells_are_named_by_slug_and_place_and_keep_their_tags_only() -> None:
    cells = _loaded(notebook(STUB, "01-a"))["cells"]
    assert [cell["id"] for cell in cells] == ["01-a-001", "01-a-002", "01-a-003"]
    assert [cell["metadata"] for cell in cells] == [{}, {"tags": ["given"]}, {}]


def test_a_slug_of_any_length_gives_valid_names() -> None:
    nbformat.validate(_loaded(notebook(STUB, "a" * 90)))


def test_text_and_code_arrive_as_they_are_written() -> None:
    text, code, last = ("".join(cell["source"]) for cell in _loaded(notebook(STUB, "01-a"))["cells"])
    assert text == "# A neuron\n\nIt answers: $\\hat y$, or ŷ.\n\nTwice."
    assert code == "x = [1, 2]\n\n\ndef f(x):\n    return x"
    assert last == "h = None"


def test_jupytext_reads_the_same_cells_back() -> None:
    back = jupytext.reads(notebook(STUB, "01-a").decode(), fmt="ipynb")
    written = jupytext.reads(STUB, fmt="py:percent").cells
    assert [cell.source for cell in back.cells] == [cell.source for cell in written if cell.source]


def test_opening_and_saving_it_changes_no_byte() -> None:
    made = notebook(STUB, "01-a").decode()
    assert nbformat.writes(nbformat.reads(made, as_version=4)).rstrip() == made.rstrip()
    assert "ŷ" in made


def test_the_bytes_end_with_one_line_feed_and_have_no_carriage_return() -> None:
    made = notebook(STUB, "01-a")
    assert made.endswith(b"}\n")
    assert b"\r" not in made


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_a_fresh_process_with_another_hash_seed_makes_the_same_bytes(root: Path, seed: str) -> None:
    code = f"import sys\nfrom autograder.building.notebook import notebook\nsys.stdout.buffer.write(notebook({STUB!r}, '01-a'))"
    settings = os.environ | {"PYTHONHASHSEED": seed}
    ran = subprocess.run([sys.executable, "-c", code], cwd=root, env=settings, capture_output=True, check=True)
    assert ran.stdout.replace(b"\r\n", b"\n") == notebook(STUB, "01-a")


@pytest.mark.parametrize(
    ("stub", "expected"),
    [
        (STUB, "It answers: $\\hat y$, or ŷ.\n\nTwice."),
        ("# %% [markdown]\n# # Only a heading\n\n# %%\nx = 1\n", ""),
        ("x = 1\n\n# %% [markdown]\n# Too late.\n", ""),
        ("", ""),
    ],
)
def test_the_introduction_is_the_first_text_without_its_heading(stub: str, expected: str) -> None:
    assert introduction(stub) == expected


# --- the cell that brings check ------------------------------------------------------------------------------------------


def test_the_first_code_cell_stands_below_the_title_and_leaves_the_others_as_they_are() -> None:
    plain, made = _loaded(notebook(STUB, "01-a"))["cells"], _loaded(notebook(STUB, "01-a", EXAMPLES))["cells"]
    assert [*made[:1], *made[2:]] == plain
    assert (made[1]["cell_type"], made[1]["id"], made[1]["metadata"]["descent"]) == ("code", "01-a-000", {"setup": True})


def test_it_comes_first_where_there_is_no_title() -> None:
    assert [cell["id"] for cell in _loaded(notebook("x = 1\n", "01-a", EXAMPLES))["cells"]] == ["01-a-000", "01-a-001"]
    assert [cell["id"] for cell in _loaded(notebook("", "01-a", EXAMPLES))["cells"]] == ["01-a-000"]


def test_it_is_folded_wherever_notebooks_can_be() -> None:
    cell = _loaded(notebook(STUB, "01-a", EXAMPLES))["cells"][1]
    assert cell["source"][0] == "# @title Run this cell first\n"
    assert (cell["metadata"]["cellView"], cell["metadata"]["jupyter"]) == ("form", {"source_hidden": True})


def test_it_carries_the_examples_word_for_word_and_runs_nothing_where_the_package_is_installed() -> None:
    source = "".join(_loaded(notebook(STUB, "01-a", EXAMPLES))["cells"][1]["source"])
    space: dict[str, object] = {}
    exec(compile(source, "<cell>", "exec"), space)  # get_ipython is nowhere here
    assert space["check"] is autograder.check
    assert json.loads(space[CARRIED]) == json.loads(EXAMPLES)  # type: ignore[arg-type]


def test_a_grader_reads_all_of_it_and_remarks_on_nothing(root: Path) -> None:
    for path in (root / "assignments").glob("*/*.ipynb"):
        assert extract(path.read_bytes(), "ipynb").notes == (), path
        assert "_public_examples = " in extract(path.read_bytes(), "ipynb").cells[0].text


def test_building_twice_gives_the_same_bytes() -> None:
    assert notebook(STUB, "01-a", EXAMPLES) == notebook(STUB, "01-a", EXAMPLES)
    nbformat.validate(_loaded(notebook(STUB, "a" * 90, EXAMPLES)))

"""What a person marks has its place in what students get; the course that we ship has no such question."""

import ast
import json
from pathlib import Path

import msgspec
import pytest

from autograder.building.build import build, differences
from autograder.building.byhand import places
from autograder.course.load import load_assignment
from autograder.course.manifest import ByHand, Criterion, Entry, load
from autograder.errors import CourseError
from autograder.sandbox.inside.sources import Cell, Source
from autograder.sandbox.inside.written import texts_for
from tests.building.making import TOML, Made

WHY = ByHand("why", "manual", "Which way?", 2, "Say which way,\n\n    and why: $a$.\n", (Criterion(1, "says it"),))
CODE = ByHand("faster", "manual", "With momentum", 1, answer="code")
ENTRY = Entry("01-double", "Doubling", "double.py", 3, questions=(WHY, CODE))
QUESTION = '[[assignments.questions]]\nid = "why"\nkind = "manual"\ntitle = "Which way?"\npoints = 2\nprompt = "Say why."\n'


def test_nothing_is_put_below_a_stub_where_nobody_marks_by_hand(root: Path) -> None:
    assert places(Entry("01-double", "Doubling", "double.py", 3)) == ""
    assert not any(entry.questions for entry in load(root).assignments)


def test_each_question_has_its_place_and_the_place_is_no_answer() -> None:
    text = places(ENTRY)
    ast.parse(text)
    assert "# ### `why`: Which way? (2 points)\n#\n# Say which way,\n#\n#     and why: $a$.\n#\n# Write your answer between" in text
    assert '\n# %%\n# TODO: Which way?\nwhy = """\n\n"""\n' in text
    assert 'def faster():\n    raise NotImplementedError("TODO: faster")\n' in text
    assert [row[0] for row in texts_for(Source((Cell(0, text),), ()), ["why", "faster"])] == ["blank", "blank"]
    assert "says it" not in text  # the rubric is the grader's


REFUSED = {
    "the-end-of-a-cell": ("First.\n%% [markdown]", "begins with %%"),
    "a-marker": ("So:\nSOLUTION", "looks like a marker of solutions: 'SOLUTION'"),
    "a-block": ("# BEGIN SOLUTION", "looks like a marker of solutions"),
    "an-escape": ("a\x1b[2Jb", "signs that cannot be printed"),
}


@pytest.mark.parametrize(("prompt", "said"), REFUSED.values(), ids=REFUSED)
def test_a_prompt_that_would_be_something_else_is_refused(prompt: str, said: str) -> None:
    question = msgspec.structs.replace(WHY, prompt=prompt)
    with pytest.raises(CourseError, match=r"course\.toml: assignment '01-double': question 'why'") as caught:
        places(msgspec.structs.replace(ENTRY, questions=(question,)))
    assert said in str(caught.value)


def test_file_notebook_and_readme_ask_for_it(course: Made) -> None:
    made = course(toml=TOML + QUESTION)
    build(made)
    folder = made.root / "assignments" / "01-halves"
    stub = (folder / "halves.py").read_text(encoding="utf-8")
    assert stub.endswith('why = """\n\n"""\n')
    cells = json.loads((folder / "halves.ipynb").read_text(encoding="utf-8"))["cells"]
    assert "".join(cells[-1]["source"]) == '# TODO: Which way?\nwhy = """\n\n"""'
    assert "### `why`: Which way? (2 points)" in "".join(cells[-2]["source"])
    readme = (folder / "README.md").read_text(encoding="utf-8")
    assert "| `why` | Which way? (marked by a person) | 2 |\n\n5.5 points in all." in readme
    assert "What a person marks has its place at the end of the file." in readme
    assert differences(made) == []


@pytest.mark.parametrize("taken", ["total", "a"])
def test_a_name_that_is_taken_is_refused(course: Made, taken: str) -> None:
    made = course(toml=TOML + QUESTION.replace('"why"', f'"{taken}"'))
    with pytest.raises(CourseError, match=f"a question '{taken}' that is marked by hand, and the name is taken"):
        load_assignment(made, "01-halves")

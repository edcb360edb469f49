"""What are cells called in nbgrader? By the question that they belong to, so that a name stays the same in every release.

nbgrader takes letters, digits, - and _ of ASCII. A question's id is a name in Python and has no hyphen, so what stands between two
hyphens in a cell's name is the code of another letter, and one hyphen more tells the cells with answers.
"""

import re
from collections.abc import Sequence

_OTHER = re.compile(r"[^A-Za-z0-9_]")
_CODE = re.compile(r"-([0-9a-f]+)-")
_ANSWER = "answer-"


def result_cell(question: str) -> str:
    """The grade_id of the cell that holds a question's result: the question's id, wherever nbgrader takes that."""
    return _OTHER.sub(lambda found: f"-{ord(found[0]):x}-", question)


def answer_cell(questions: Sequence[str]) -> str:
    """The grade_id of the cell in which students answer these questions."""
    return _ANSWER + result_cell(questions[0])


def question_of(cell: str) -> str:
    """The question whose result stands in the test cell of this grade_id."""
    return _CODE.sub(lambda found: chr(int(found[1], 16)), cell)

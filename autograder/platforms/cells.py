"""In which cells of a notebook does the work on each question stand?

Of the notebook that we hand out, whose text is ours; never of a student's.
"""

import ast
from collections.abc import Iterable, Iterator, Sequence

from autograder.course.vocabulary import Question


def answer_cells(sources: Sequence[str], questions: Iterable[Question]) -> dict[int, tuple[str, ...]]:
    """The questions whose work stands in each cell, by the cell's index, in the order asked.

    Args:
        sources: the text of each cell that we hand out, "" for those that are no code.
        questions: of the assignment. Those whose name no cell binds belong to the last cell that binds any.

    Returns:
        an entry for each cell that holds work.
    """
    bound = {name: index for index, source in enumerate(sources) for name in _bound(source)}
    placed: dict[int, tuple[str, ...]] = {}
    last = 0
    for question in questions:
        last = bound.get(question.at.partition(".")[0], last)
        placed[last] = (*placed.get(last, ()), question.id)
    return dict(sorted(placed.items()))


def _bound(source: str) -> Iterator[str]:
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name))

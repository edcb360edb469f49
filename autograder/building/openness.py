"""Is what is asked for left open in the stub?

A forgotten marker would hand out an answer. So each question's work stands in a solution region of the master, and the stub assigns
to no name that is asked for anything but the placeholder.
"""

import ast
import re
from collections.abc import Collection, Iterator, Sequence

from autograder.building.cuts import Region
from autograder.building.definitions import definition
from autograder.course.vocabulary import Question

MARK = "Write it, and mark it with # SOLUTION or with # BEGIN SOLUTION and # END SOLUTION."
SCOPES = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda


def answered(master: str, stub: str, cut: Sequence[Region], questions: Collection[Question]) -> Iterator[str]:
    """A sentence for each question whose answer the stub holds, or the master does not.

    Args:
        master, stub: their texts.
        cut: the master's solution regions.
    """
    tree = ast.parse(master)
    named = {question.id for question in questions if not question.kind.called}
    for node in _in_scope(ast.parse(stub)):
        if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign) and not _is_open(node.value):
            for name in sorted(_names(node) & named):
                yield f"'{name}' has its answer outside every solution region. Mark its line with # SOLUTION."
    for question in questions:
        place = question.at if question.kind.called else question.id
        defined = definition(tree, place)
        if not any(_holds(defined, region, place) for region in cut):
            where = f" (looked for in {place})" if place != question.id else ""
            yield f"'{question.id}' is asked for, and no solution region holds its answer{where}. {MARK}"


def _holds(node: ast.stmt | None, region: Region, place: str) -> bool:
    """Whether a region lies within a function or class, or speaks of a name."""
    if node is not None:
        return node.lineno <= region.last and region.first <= (node.end_lineno or node.lineno)
    return re.search(rf"\b{re.escape(place)}\b", region.text) is not None


def _in_scope(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a file's own scope: not those within functions and classes."""
    for node in ast.iter_child_nodes(tree):
        yield node
        if not isinstance(node, SCOPES):
            yield from _in_scope(node)


def _names(node: ast.Assign | ast.AugAssign | ast.AnnAssign) -> set[str]:
    """The names that a statement assigns to."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return {one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}


def _is_open(value: ast.expr | None) -> bool:
    """Whether all that is assigned is the placeholder."""
    if isinstance(value, ast.Tuple):
        return all(_is_open(one) for one in value.elts)
    return value is None or (isinstance(value, ast.Constant) and value.value is None)

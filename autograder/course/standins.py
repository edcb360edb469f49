"""Which part of a master can stand in for a student's functions, where something else is asked that is built on them?

No more than those functions and what they use: in the student's process nothing may lie that is still asked for.
"""

import ast
from collections.abc import Sequence

Binding = ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign | ast.Import | ast.ImportFrom


def stand_ins(master: str, names: Sequence[str]) -> str:
    """The statements at the top level of a master that these names need, in its order.

    Args:
        master: a master's text, which must be Python.
    """
    tree = ast.parse(master)
    binding = {name: node for node in tree.body if isinstance(node, Binding) for name in _bound(node)}
    found: set[Binding] = set()
    todo = [name for name in names if name in binding]
    while todo:
        node = binding[todo.pop()]
        if node not in found:
            found.add(node)
            todo += [other.id for other in ast.walk(node) if isinstance(other, ast.Name) and other.id in binding]
    return "\n".join(ast.unparse(node) for node in tree.body if node in found) + "\n"


def _bound(node: Binding) -> list[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    if isinstance(node, ast.Import | ast.ImportFrom):
        return [name.asname or name.name.partition(".")[0] for name in node.names]
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return [name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)]

"""Which part of a master can stand in for a student's functions, where something else is asked that is built on them?

No more than those functions and what they use: in the student's process nothing may lie that is still asked for.
"""

import ast
from collections.abc import Container, Sequence

Binding = ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign | ast.Import | ast.ImportFrom


def stand_ins(master: str, names: Sequence[str]) -> str:
    """The statements at the top level of a master that these names need, in its order.

    Args:
        master: a master's text, which must be Python.
        names: of functions, or of methods as `Perceptron.predict`: then the class has these methods and no other.
    """
    return "\n".join(map(ast.unparse, _needed(_pared(master, names), names))) + "\n"


def can_stand_in(master: str, names: Sequence[str], asked: Container[str]) -> bool:
    """Whether a master has functions or methods of these names, and nothing comes along with them that is asked for.

    Args:
        asked: names of functions and methods that stand for work that is asked for.
    """
    tree = _pared(master, names)
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    functions |= {f"{node.name}.{one.name}" for node in tree.body if isinstance(node, ast.ClassDef) for one in _methods(node)}
    along = [name for node in _needed(tree, names) if not isinstance(node, ast.ClassDef) for name in _bound(node)]
    return functions.issuperset(names) and not any(name in asked for name in (*names, *along))


def _pared(master: str, names: Sequence[str]) -> ast.Module:
    """A master whose classes have the methods that are named and nothing else, not even a base."""
    tree = ast.parse(master)
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and any(name.startswith(f"{node.name}.") for name in names):
            node.bases, node.keywords, node.decorator_list = [], [], []
            node.body = [*(one for one in _methods(node) if f"{node.name}.{one.name}" in names)] or [ast.Pass()]
    return tree


def _methods(node: ast.ClassDef) -> list[ast.FunctionDef]:
    return [one for one in node.body if isinstance(one, ast.FunctionDef)]


def _needed(tree: ast.Module, names: Sequence[str]) -> list[Binding]:
    binding = {name: node for node in tree.body if isinstance(node, Binding) for name in _bound(node)}
    found: set[Binding] = set()
    todo = [name.partition(".")[0] for name in names if name.partition(".")[0] in binding]
    while todo:
        node = binding[todo.pop()]
        if node not in found:
            found.add(node)
            todo += [other.id for other in ast.walk(node) if isinstance(other, ast.Name) and other.id in binding]
    return [node for node in tree.body if isinstance(node, Binding) and node in found]


def _bound(node: Binding) -> list[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    if isinstance(node, ast.Import | ast.ImportFrom):
        return [name.asname or name.name.partition(".")[0] for name in node.names]
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return [name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)]

"""Which functions and classes does a file define, under which names, and how are they called?"""

import ast
from collections.abc import Iterator

from autograder.building.segments import Segments

Function = ast.FunctionDef | ast.AsyncFunctionDef
_HOLDING = ast.stmt | ast.excepthandler | ast.match_case  # what may hold a definition: no expression does


def functions(tree: ast.AST, within: str = "") -> Iterator[tuple[str, Function]]:
    """Every function with its qualified name (`Perceptron.train`), outer ones first."""
    for name, node in _definitions(tree, within):
        if isinstance(node, Function):
            yield name, node


def definition(tree: ast.AST, name: str) -> Function | ast.ClassDef | None:
    """The function or class of a qualified name; the last one where a name is defined twice, None where it is not."""
    return dict(_definitions(tree)).get(name)


def signature(text: str, name: str) -> str | None:
    """How what has this qualified name is called: `Perceptron.train(xs, ys, eta, epochs)`; None if it is no function and no class.

    Args:
        text: a file's, which must be Python.
    """
    tree = ast.parse(text)
    node = definition(tree, name)
    if isinstance(node, ast.ClassDef):
        made = definition(node, "__init__")
        return f"{name}({', '.join(_parameters(text, made)[1:])})" if isinstance(made, Function) else f"{name}()"
    if node is None:
        return None
    method = isinstance(definition(tree, name.rpartition(".")[0]), ast.ClassDef) and not _is_static(node)
    return f"{name}({', '.join(_parameters(text, node)[method:])})"


def _definitions(tree: ast.AST, within: str = "") -> Iterator[tuple[str, Function | ast.ClassDef]]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, Function | ast.ClassDef):
            name = f"{within}{node.name}"
            yield name, node
            yield from _definitions(node, f"{name}.")
        elif isinstance(node, _HOLDING):
            yield from _definitions(node, within)


def _parameters(text: str, node: Function) -> list[str]:
    """The parameters with their defaults as they are written, and without types."""
    given, defaults = node.args, [*node.args.defaults]
    row = [*given.posonlyargs, *given.args]
    made = [one.arg for one in row[: len(row) - len(defaults)]]
    made += [f"{one.arg}={_written(text, value)}" for one, value in zip(row[len(made) :], defaults, strict=True)]
    made += [f"*{given.vararg.arg}"] if given.vararg else ["*"] if given.kwonlyargs else []
    for one, value in zip(given.kwonlyargs, given.kw_defaults, strict=True):
        made.append(f"{one.arg}={_written(text, value)}" if value is not None else one.arg)
    return [*made, *([f"**{given.kwarg.arg}"] if given.kwarg else [])]


def _written(text: str, value: ast.expr) -> str:
    return " ".join(Segments(text).of(value).split())


def _is_static(node: Function) -> bool:
    return any(isinstance(one, ast.Name) and one.id == "staticmethod" for one in node.decorator_list)

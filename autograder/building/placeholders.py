"""What does a student find in the place of a solution?

    h = np.dot(x, w)  # SOLUTION          h = None
    w, b = step(w, b)  # SOLUTION         w, b = None, None       as many as the student is to fill
    a = b = 0.5  # SOLUTION               a = b = None
    return y - output  # SOLUTION         raise NotImplementedError("TODO: error")      the function's name
    a block                               the same, or the prompt written below it

`None` keeps a file running, so that its other answers count. In a function, where a forgotten `None` would only surprise
later, the placeholder raises.
"""

import ast
import io
import tokenize
from collections.abc import Iterator, Sequence

from autograder.building.cuts import Cut
from autograder.building.definitions import Function, functions

NO_ASSIGNMENT = (
    "'{line}' is not one assignment or one return, so there is no value to cut out. Put it between '# BEGIN SOLUTION' and "
    "'# END SOLUTION'."
)


def placeholder(cut: Cut, lines: Sequence[str], tree: ast.Module) -> list[str]:
    """The lines that take the place of a cut.

    Args:
        lines, tree: the whole master as lines and parsed, for the indentation and the names of functions.

    Raises:
        ValueError: with the reason, if a `# SOLUTION` line is no assignment and no return.
    """
    if cut.prompt is not None:
        return list(cut.prompt)
    first = lines[cut.first - 1]
    indent = first[: len(first) - len(first.lstrip())]
    statement = None if cut.block else _statement(cut.region.text.strip())
    if cut.block or isinstance(statement, ast.Return):
        return [f'{indent}raise NotImplementedError("TODO: {_asked(cut, tree)}")']
    if isinstance(statement, ast.Assign):
        return _assigned(cut, indent, statement.targets)
    if isinstance(statement, ast.AnnAssign) and statement.value is not None:
        return _assigned(cut, indent, [statement.target])
    raise ValueError(NO_ASSIGNMENT.format(line=first.strip()))


def _statement(text: str) -> ast.stmt | None:
    """The one statement in `text`, or None if it holds several or only a part of one."""
    try:
        statements = ast.parse(text).body
    except SyntaxError:
        return None
    return statements[0] if len(statements) == 1 else None


def _assigned(cut: Cut, indent: str, targets: Sequence[ast.expr]) -> list[str]:
    text = cut.region.text.strip()
    return f"{indent}{_through_equals(text, len(targets))} {_nones(targets, cut)}".split("\n")


def _through_equals(text: str, count: int) -> str:
    """The text up to and with the `count`-th equals sign outside of brackets."""
    depth = 0
    lines = text.split("\n")
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        depth += (token.string in "([{") - (token.string in ")]}") if token.type == tokenize.OP else 0
        if token.type == tokenize.OP and token.string == "=" and depth == 0:
            count -= 1
            if count == 0:
                row, column = token.end
                return "\n".join([*lines[: row - 1], lines[row - 1][:column]])
    raise AssertionError("an assignment has an equals sign for each target")


def _nones(targets: Sequence[ast.expr], cut: Cut) -> str:
    """`None`, or as many as the tuple of names that is to be filled."""
    tuples = [target for target in targets if isinstance(target, ast.Tuple | ast.List)]
    if not tuples:
        return "None"
    if len(targets) > 1 or any(not isinstance(item, ast.Name | ast.Attribute | ast.Subscript) for item in tuples[0].elts):
        line = cut.region.text.strip().split("\n")[0]
        raise ValueError(f"'{line}' assigns to more than a row of names. Put it between '# BEGIN SOLUTION' and '# END SOLUTION'.")
    return ", ".join(["None"] * len(tuples[0].elts)) + ("," if len(tuples[0].elts) == 1 else "")


def _asked(cut: Cut, tree: ast.Module) -> str:
    """What the student is to write: the function that the cut lies in, else the names that it makes."""
    around = [name for name, node in functions(tree) if node.lineno < cut.region.first <= (node.end_lineno or 0)]
    return around[-1] if around else ", ".join(dict.fromkeys(_made(cut, tree))) or "your code"


def _made(cut: Cut, tree: ast.Module) -> Iterator[str]:
    """The names of functions, classes and variables that the cut's outermost statements make."""
    for node in tree.body:
        if cut.region.first <= node.lineno <= cut.region.last:
            if isinstance(node, Function | ast.ClassDef):
                yield node.name
            else:
                yield from _stored(node)


def _stored(node: ast.AST) -> Iterator[str]:
    for child in ast.walk(node):
        if isinstance(child, ast.Assign | ast.AnnAssign | ast.AugAssign):
            targets = child.targets if isinstance(child, ast.Assign) else [child.target]
            yield from (name for target in targets for name in _names(target))


def _names(target: ast.expr) -> list[str]:
    if isinstance(target, ast.Tuple | ast.List):
        return [name for item in target.elts for name in _names(item)]
    if isinstance(target, ast.Subscript | ast.Starred | ast.Attribute):
        return _names(target.value)
    return [target.id] if isinstance(target, ast.Name) else []

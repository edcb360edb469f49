"""What becomes of a master by one small change to one of its solutions?

Only what stands in a solution's region is changed: each expression by every operator, each statement by leaving it out, by
trading places with its neighbour (an update too early), and by `+=` for `=`.
"""

import ast
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise

from autograder.building.cuts import Region, regions
from autograder.integrity.operators import OPERATORS, Scope

COMPOUND = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A master with one change.

    Attributes:
        line: where, in the master.
        change: the changed statement as `descent verify` prints it: its first line, written as Python's own `ast.unparse` does.
        text: the whole changed master.
    """

    line: int
    change: str
    text: str


def mutants(text: str, file: str, givens: Sequence[str]) -> list[Mutant]:
    """Every mutant once, in the order of the file.

    Args:
        file: how the master is named in messages.

    Raises:
        CourseError: the master's markers are out of place.
    """
    master = _Master(text, regions(text, file), tuple(givens))
    found = {mutant.text: mutant for mutant in master.mutants() if mutant.text != text}
    return sorted(found.values(), key=lambda mutant: mutant.line)


class _Master:
    """A master's tree, and what stands in its solutions."""

    def __init__(self, text: str, found: Sequence[Region], givens: tuple[str, ...]) -> None:
        self.text = text
        self.regions = found
        self.givens = givens
        self.tree = ast.parse(text)
        self.functions = tuple(node.name for node in self.tree.body if isinstance(node, ast.FunctionDef))

    def mutants(self) -> Iterator[Mutant]:
        yield from self._in_block(self.tree.body, None)

    def _in_block(self, block: Sequence[ast.stmt], function: ast.FunctionDef | None) -> Iterator[Mutant]:
        for statement in block:
            if self._is_solution(statement) and not _says_nothing(statement):
                yield from self._of_statement(statement, self._scope(statement, function))
            inside = statement if isinstance(statement, ast.FunctionDef) else function
            for inner in _blocks(statement):
                yield from self._in_block(inner, inside)
        solved = [statement for statement in block if self._is_solution(statement) and not _says_nothing(statement)]
        for one, other in pairwise(solved):
            yield self._exchanged(one, other)

    def _is_solution(self, statement: ast.stmt) -> bool:
        last = statement.end_lineno or statement.lineno
        return any(region.first <= statement.lineno and last <= region.last for region in self.regions)

    def _scope(self, statement: ast.stmt, function: ast.FunctionDef | None) -> Scope:
        """What has a value where a statement stands: a function's arguments, else the givens; and what solutions assigned before."""
        arguments = self.givens if function is None else tuple(a.arg for a in ast.walk(function.args) if isinstance(a, ast.arg))
        inside = self.tree if function is None else function
        before = [
            name.id
            for name in ast.walk(inside)
            if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store) and name.lineno < statement.lineno
        ]
        solved = [name for name in before if function is not None or self._assigned_by_solution(name)]
        return Scope(tuple(dict.fromkeys([*arguments, *solved])), self.functions)

    def _assigned_by_solution(self, name: str) -> bool:
        return any(
            isinstance(target, ast.Name) and target.id == name
            for statement in self.tree.body
            if self._is_solution(statement) and isinstance(statement, ast.Assign)
            for target in statement.targets
        )

    def _of_statement(self, statement: ast.stmt, scope: Scope) -> Iterator[Mutant]:
        for changed in _changed_expressions(statement, scope):
            yield self._replaced(statement, changed)
        yield from (self._replaced(statement, changed) for changed in _changed_assignments(statement))
        if not isinstance(statement, COMPOUND):
            yield self._replaced(statement, ast.Pass(), f"{_shown(statement)} left out")

    def _replaced(self, statement: ast.stmt, instead: ast.stmt, change: str = "") -> Mutant:
        text = _spliced(self.text, [(statement, ast.unparse(ast.fix_missing_locations(instead)))])
        return Mutant(statement.lineno, change or _shown(instead), text)

    def _exchanged(self, one: ast.stmt, other: ast.stmt) -> Mutant:
        text = _spliced(self.text, [(one, ast.unparse(other)), (other, ast.unparse(one))])
        return Mutant(one.lineno, f"{_shown(other)} before {_shown(one)}", text)


def _shown(statement: ast.stmt) -> str:
    return ast.unparse(ast.fix_missing_locations(statement)).partition("\n")[0]


def _says_nothing(statement: ast.stmt) -> bool:
    """A docstring, `pass`, or something printed: no answer hangs on it."""
    match statement:
        case ast.Pass() | ast.Expr(value=ast.Constant()) | ast.Expr(value=ast.Call(func=ast.Name(id="print"))):
            return True
    return False


def _blocks(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    for part in [statement, *getattr(statement, "handlers", []), *getattr(statement, "cases", [])]:
        yield from (block for name in ("body", "orelse", "finalbody") if (block := getattr(part, name, None)))


def _changed_expressions(statement: ast.stmt, scope: Scope) -> Iterator[ast.stmt]:
    """The statement with one of its own expressions changed; the statements inside it are left alone."""
    for index, node in enumerate(_expressions(statement)):
        for operator in OPERATORS:
            for changed in operator(node, scope):
                copied = deepcopy(statement)
                _replace(copied, _expressions(copied)[index], deepcopy(changed))
                yield copied


def _expressions(statement: ast.stmt) -> list[ast.expr]:
    """The expressions that a statement computes, in a fixed order: no targets, annotations or texts, nothing of inner statements."""
    found: list[ast.expr] = []
    todo: list[ast.AST] = [] if isinstance(statement, COMPOUND) else [statement]
    while todo:
        node = todo.pop(0)
        if isinstance(node, ast.expr) and not isinstance(getattr(node, "ctx", None), ast.Store | ast.Del):
            found.append(node)
        for name, value in ast.iter_fields(node):
            children = value if isinstance(value, list) else [value]
            if name not in ("annotation", "body", "orelse", "finalbody", "handlers", "cases") or isinstance(value, ast.expr):
                todo += [child for child in children if isinstance(child, ast.AST) and name != "annotation"]
    return [node for node in found if not isinstance(node, ast.JoinedStr | ast.FormattedValue)]


def _changed_assignments(statement: ast.stmt) -> Iterator[ast.stmt]:
    """`+=` for `=`, and back; another operator before `=`."""
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1 and isinstance(statement.targets[0], ast.Name | ast.Subscript):
        yield ast.AugAssign(statement.targets[0], ast.Add(), statement.value)
    elif isinstance(statement, ast.AugAssign):
        yield ast.Assign([statement.target], statement.value)
        others: tuple[Callable[[], ast.operator], ...] = (ast.Add, ast.Sub)
        yield from (
            ast.AugAssign(statement.target, kind(), statement.value)
            for kind in others
            if not isinstance(statement.op, kind)  # type: ignore[arg-type]
        )


def _replace(root: ast.AST, old: ast.AST, new: ast.AST) -> None:
    for parent in ast.walk(root):
        for name, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, name, new)
                return
            if isinstance(value, list) and any(item is old for item in value):
                setattr(parent, name, [new if item is old else item for item in value])
                return


def _spliced(text: str, changes: Sequence[tuple[ast.stmt, str]]) -> str:
    """The text with other code in the place of statements; comments behind them stay."""
    lines = text.encode().split(b"\n")
    for statement, code in sorted(changes, key=lambda change: -change[0].lineno):
        first, last = statement.lineno - 1, (statement.end_lineno or statement.lineno) - 1
        indent = b"\n" + b" " * statement.col_offset
        new = lines[first][: statement.col_offset] + indent.join(code.encode().split(b"\n")) + lines[last][statement.end_col_offset :]
        lines[first : last + 1] = new.split(b"\n")
    return b"\n".join(lines).decode()

"""What becomes of a master by one small change to one of its solutions?

Only what stands in a solution's region is changed, also within functions and the methods of classes: each expression by every
operator, each statement by leaving it out, by trading places with its neighbour (an update too early), and by `+=` for `=`.
"""

import ast
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise

from autograder.building.cuts import Region, regions
from autograder.integrity.operators import OPERATORS, SELF, Scope, negated

COMPOUND = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
PURE = frozenset({"zeros", "zeros_like", "ones", "full", "array", "where", "dot", "outer", "exp", "sqrt", "abs", "len", "float", "int"})
PURE |= {"sum", "mean", "std", "var", "max", "min", "argmax", "reshape", "copy"}  # these may be methods of arrays, too


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


@dataclass(frozen=True, slots=True)
class _Around:
    """In what a statement stands: the class, and the functions from the outermost in."""

    functions: tuple[ast.FunctionDef, ...] = ()
    owner: ast.ClassDef | None = None

    def within(self, statement: ast.stmt) -> "_Around":
        """What is around the blocks of a statement that stands here."""
        if isinstance(statement, ast.ClassDef):
            return _Around((), statement)
        return _Around((*self.functions, statement), self.owner) if isinstance(statement, ast.FunctionDef) else self

    @property
    def attributes(self) -> tuple[str, ...]:
        """What the methods of the class assign in `self`."""
        found = [node for node in ast.walk(self.owner) if isinstance(node, ast.Attribute)] if self.owner else []
        kept = [node.attr for node in found if isinstance(node.ctx, ast.Store) and ast.unparse(node.value) == SELF]
        return tuple(dict.fromkeys(kept))

    @property
    def methods(self) -> tuple[str, ...]:
        """The methods of the class, but for those that Python calls by itself."""
        named = [node.name for node in self.owner.body if isinstance(node, ast.FunctionDef)] if self.owner else []
        return tuple(name for name in named if not name.startswith("__"))


class _Master:
    """A master's tree, and what stands in its solutions."""

    def __init__(self, text: str, found: Sequence[Region], givens: tuple[str, ...]) -> None:
        self.text = text
        self.regions = found
        self.givens = givens
        self.tree = ast.parse(text)
        self.functions = tuple(node.name for node in self.tree.body if isinstance(node, ast.FunctionDef))
        self.texts = tuple(dict.fromkeys(self._texts()))

    def mutants(self) -> Iterator[Mutant]:
        yield from self._in_block(self.tree.body, _Around())

    def _in_block(self, block: Sequence[ast.stmt], around: _Around) -> Iterator[Mutant]:
        for statement in block:
            if self._is_solution(statement) and not _says_nothing(statement):
                yield from self._of_statement(statement, self._scope(statement, around))
            for inner in _blocks(statement):
                yield from self._in_block(inner, around.within(statement))
        solved = [statement for statement in block if self._is_solution(statement) and not _says_nothing(statement)]
        for one, other in pairwise(solved):
            if not _independent(one, other):
                yield self._exchanged(one, other)

    def _texts(self) -> Iterator[str]:
        """The texts in solutions, but for docstrings, what is printed, and what is handed to a call."""
        solved = [node for node in ast.walk(self.tree) if isinstance(node, ast.stmt) and self._is_solution(node)]
        for statement in solved:
            if isinstance(statement, ast.Assign | ast.Return):
                calls = [node for node in ast.walk(statement) if isinstance(node, ast.Call | ast.JoinedStr | ast.Subscript)]
                handed = {id(node) for call in calls for node in ast.walk(call)}
                for node in ast.walk(statement):
                    if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in handed:
                        yield node.value

    def _is_solution(self, statement: ast.stmt) -> bool:
        last = statement.end_lineno or statement.lineno
        return any(region.first <= statement.lineno and last <= region.last for region in self.regions)

    def _scope(self, statement: ast.stmt, around: _Around) -> Scope:
        """What has a value where a statement stands: the functions' arguments, else the givens; and what solutions assigned before."""
        functions = around.functions
        arguments = [a.arg for function in functions for a in ast.walk(function.args) if isinstance(a, ast.arg)]
        before = [
            name.id
            for inside in functions or (self.tree,)
            for name in ast.walk(inside)
            if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store) and name.lineno < statement.lineno
        ]
        solved = [name for name in before if functions or self._assigned_by_solution(name)]
        values = tuple(dict.fromkeys([*(arguments if functions else self.givens), *solved]))
        return Scope(values, self.functions, around.attributes, around.methods, self.texts)

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


def _independent(one: ast.stmt, other: ast.stmt) -> bool:
    """Whether two assignments may trade places without a difference: neither makes what the other needs or makes, and all that they
    call is NumPy, but for its random numbers.
    """
    statements = one, other
    if not all(isinstance(statement, ast.Assign | ast.AnnAssign | ast.AugAssign) for statement in statements):
        return False
    calls = [node.func for statement in statements for node in ast.walk(statement) if isinstance(node, ast.Call)]
    if not all(_called(function) in PURE for function in calls):
        return False
    (made, touched), (theirs, others) = map(_names, statements)
    return not made & others and not theirs & touched


def _called(function: ast.expr) -> str:
    """The last name of what is called; nothing for what belongs to np.random or is no name."""
    if isinstance(function, ast.Attribute):
        return "" if "random" in ast.unparse(function.value) else function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _names(statement: ast.stmt) -> tuple[set[str], set[str]]:
    """What a statement makes, and all that it touches; `self.w` is a name of its own, and an index makes what it goes into."""
    made, touched = set[str](), set[str]()
    for node in ast.walk(statement):
        if isinstance(node, ast.Name | ast.Attribute):
            touched.add(name := ast.unparse(node))
            if isinstance(node.ctx, ast.Store):
                made.add(name)
        elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store):
            made.add(ast.unparse(node.value))
    return made, touched


def _blocks(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    for part in [statement, *getattr(statement, "handlers", []), *getattr(statement, "cases", [])]:
        yield from (block for name in ("body", "orelse", "finalbody") if (block := getattr(part, name, None)))


def _changed_expressions(statement: ast.stmt, scope: Scope) -> Iterator[ast.stmt]:
    """The statement with one of its own expressions changed; the statements inside it are left alone."""
    signless = {id(node) for call in ast.walk(statement) if isinstance(call, ast.Call) for node in _signless(call)}
    for index, node in enumerate(_expressions(statement)):
        for operator in OPERATORS:
            if operator is negated and id(node) in signless:
                continue
            for changed in operator(node, scope):
                copied = deepcopy(statement)
                _replace(copied, _expressions(copied)[index], deepcopy(changed))
                if ast.dump(copied) != ast.dump(statement):
                    yield copied


def _signless(call: ast.Call) -> list[ast.expr]:
    """Expressions whose sign makes no difference: of what the length is asked, and zeros."""
    name = ast.unparse(call.func)
    return list(call.args) if name == "len" else [call] if name in ("np.zeros", "np.zeros_like") else []


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
    if (
        isinstance(statement, ast.Assign)
        and len(statement.targets) == 1
        and isinstance(statement.targets[0], ast.Name | ast.Subscript | ast.Attribute)
    ):
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

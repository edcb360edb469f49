"""Which statements does a source hold, in the order in which they run?

Top-level statements one by one, the body of `if __name__ == "__main__":` among them. A cell that is not Python (a syntax error)
counts as one statement that raised. The student's text is parsed and compiled here, so this runs only where it may run.
"""

import ast
import opcode
import re
import warnings
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from types import CodeType

from . import sources

STORE_NAME, DELETE_NAME, EXTENDED_ARG = opcode.opmap["STORE_NAME"], opcode.opmap["DELETE_NAME"], opcode.EXTENDED_ARG
HOOK = "__descent_boundary__"
ASSIGNED = re.compile(r"^[ \t]*(?:(?:def|class)[ \t]+([A-Za-z_]\w*)|([A-Za-z_]\w*)[ \t]*(?:[-+*/@]|\*\*|//)?=(?!=))", re.MULTILINE)
FILE, CELL = "<your file>", re.compile(r"<cell (\d{1,6})>")
BLOCKS = (ast.If, ast.With, ast.Try, ast.TryStar, ast.For, ast.While, ast.Match)
SCOPES = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Lambda,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
    ast.GeneratorExp,
)


@dataclass(frozen=True)
class Raised:
    """A statement that did not come to its end: where, the exception's name, and the names that it would have bound.

    `detail` is Python's own message, for the student's own machine only: it may hold anything.
    """

    cell: int
    line: int
    error: str
    binds: frozenset[str]
    detail: str = ""


@dataclass(frozen=True)
class Statement:
    """One top-level statement, ready to run.

    Attributes:
        binds: the names it binds at the top level.
        definition: it is a plain `def` or `import`, which changes nothing but the names it binds.
    """

    code: CodeType
    cell: int
    line: int
    binds: frozenset[str]
    definition: bool


@dataclass(frozen=True)
class Program:
    """A source, parsed: its statements, and the cells that are not Python.

    Attributes:
        definitions: (cell, line) of the last `def` or `class` of each path that was asked for.
    """

    source: sources.Source
    statements: tuple[Statement, ...]
    broken: tuple[Raised, ...]
    definitions: Mapping[str, tuple[int, int]]


def compile_source(source: sources.Source, hooked: Set[str] = frozenset(), paths: Set[str] = frozenset()) -> Program:
    """Parse and compile cell by cell.

    Args:
        hooked: names after whose assignment inside a block (if, with, try, for, while) the runner wants to be called too.
        paths: of which functions ("step") and methods ("Perceptron.predict") the places are wanted.
    """
    statements: list[Statement] = []
    broken: list[Raised] = []
    definitions: dict[str, tuple[int, int]] = {}
    flags = 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for cell in source.cells:
            try:
                body = list(_flat(ast.parse(cell.text).body))
                flags |= _future_flags(body)
                found = [(path, line) for node in body for path, line in _definitions(node, paths)] if paths else []
                compiled = [_statement(node, cell, flags, hooked) for node in body]
            except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
                broken.append(_broken(cell, error))
            else:
                statements.extend(compiled)
                definitions.update((path, (cell.number, line)) for path, line in found)
    return Program(source, tuple(statements), tuple(broken), definitions)


def cell_of(filename: str) -> int | None:
    """The cell that code was compiled from, 0 for a .py file, by the file name that it carries; None for any other code."""
    if filename == FILE:
        return 0
    named = CELL.fullmatch(filename)
    return int(named[1]) if named else None


def _broken(cell: sources.Cell, error: BaseException) -> Raised:
    line = error.lineno or 1 if isinstance(error, SyntaxError) else 1
    detail = error.msg if isinstance(error, SyntaxError) else str(error)
    binds = frozenset(name for names in ASSIGNED.findall(cell.text) for name in names if name)
    return Raised(cell.number, line, type(error).__name__, binds, detail)


def _definitions(node: ast.stmt, paths: Set[str]) -> Iterator[tuple[str, int]]:
    """The paths among those wanted that a statement defines, in the order in which they stand, blocks and classes entered."""
    todo: list[tuple[str, ast.AST]] = [("", node)]
    while todo:
        prefix, inner = todo.pop()
        if isinstance(inner, (ast.FunctionDef, ast.ClassDef)):
            path = f"{prefix}{inner.name}"
            if path in paths:
                yield path, inner.lineno
            if isinstance(inner, ast.ClassDef):
                todo.extend((f"{path}.", one) for one in reversed(inner.body))
        elif isinstance(inner, (*BLOCKS, ast.ExceptHandler, ast.match_case)):
            todo.extend((prefix, one) for one in reversed([*ast.iter_child_nodes(inner)]))


def _flat(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    for node in body:
        if isinstance(node, ast.If) and _is_main_guard(node.test):
            yield from _flat(node.body)
        else:
            yield node


def _is_main_guard(test: ast.expr) -> bool:
    match test:
        case ast.Compare(left=ast.Name(id="__name__"), ops=[ast.Eq()], comparators=[ast.Constant(value="__main__")]):
            return True
        case ast.Compare(left=ast.Constant(value="__main__"), ops=[ast.Eq()], comparators=[ast.Name(id="__name__")]):
            return True
    return False


def _future_flags(body: list[ast.stmt]) -> int:
    import __future__

    names = [alias.name for node in body if isinstance(node, ast.ImportFrom) and node.module == "__future__" for alias in node.names]
    return sum(getattr(__future__, name).compiler_flag for name in names if hasattr(__future__, name))


def _statement(node: ast.stmt, cell: sources.Cell, flags: int, hooked: Set[str]) -> Statement:
    code = _compiled(node, cell, flags)
    binds = _stored(code)
    if isinstance(node, BLOCKS) and binds & hooked:
        code = _compiled(ast.fix_missing_locations(_Hooks(hooked).visit(node)), cell, flags)
    definition = isinstance(node, (ast.FunctionDef, ast.Import, ast.ImportFrom)) and not getattr(node, "decorator_list", None)
    return Statement(code, cell.number, node.lineno, binds, definition)


def _compiled(node: ast.stmt, cell: sources.Cell, flags: int) -> CodeType:
    name = f"<cell {cell.number}>" if cell.number else FILE
    code: CodeType = compile(ast.Module([node], []), name, "exec", flags=flags, dont_inherit=True)
    return code


def _stored(code: CodeType) -> frozenset[str]:
    """The names that top-level code binds, read off its instructions: quicker than walking its syntax tree."""
    found: set[str] = set()
    instructions, high = code.co_code, 0
    for at in range(0, len(instructions), 2):
        operation, argument = instructions[at], instructions[at + 1] | high
        high = argument << 8 if operation == EXTENDED_ARG else 0
        if operation == STORE_NAME:
            found.add(code.co_names[argument])
        elif operation == DELETE_NAME:  # the `e` of `except ... as e`, too
            found.discard(code.co_names[argument])
    return frozenset(found)


def _bound(node: ast.AST) -> Iterator[str]:
    """The names that a statement binds in the scope it stands in, from its syntax tree."""
    todo = [node]
    while todo:
        match todo.pop():
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.Name(id=name, ctx=ast.Store()):
                yield name
            case ast.alias(name=name, asname=asname):
                yield asname or name.partition(".")[0]
            case other if not isinstance(other, SCOPES):
                todo.extend(ast.iter_child_nodes(other))


class _Hooks(ast.NodeTransformer):
    """Puts a call of the runner's hook behind each statement inside a block that binds a hooked name."""

    def __init__(self, hooked: Set[str]) -> None:
        self.hooked = hooked

    def generic_visit(self, node: ast.AST) -> ast.AST:
        for field in ("body", "orelse", "finalbody"):
            block = getattr(node, field, None)
            if isinstance(block, list):
                setattr(node, field, list(self._with_hooks(block)))
        for part in [*getattr(node, "handlers", []), *getattr(node, "cases", [])]:
            self.generic_visit(part)
        return node

    def _with_hooks(self, block: list[ast.stmt]) -> Iterator[ast.stmt]:
        for inner in block:
            yield self.generic_visit(inner) if isinstance(inner, BLOCKS) else inner  # type: ignore[misc]
            if not isinstance(inner, BLOCKS) and self.hooked & set(_bound(inner)):
                call = ast.Expr(ast.Call(ast.Name(HOOK, ast.Load()), [], []))
                yield ast.copy_location(call, inner)

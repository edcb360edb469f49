"""Which small changes can a slip make to a formula?

Each operator goes from one expression to the expressions that may stand there instead. They are the slips that students make: a sign, a
factor dropped, `*` for `@`, arguments the wrong way round, a transpose, an index, a mean for a sum, the wrong name.
"""

import ast
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """The names that could stand for one another where an expression stands.

    Attributes:
        values: of the assignment: givens and what was computed before.
        functions: defined in the master.
        attributes: what the methods of the class around it keep in `self`.
        methods: the other methods of that class.
        texts: what solutions say in words.
    """

    values: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


Operator = Callable[[ast.expr, Scope], Iterator[ast.expr]]

ARITHMETIC = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow, ast.MatMult)
ORDERED = (ast.Sub, ast.Div, ast.Pow, ast.MatMult)
NEIGHBOURS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
}
SELF = "self"
PRODUCTS = ("dot", "matmul", "inner")
EXCHANGED = {"mean": "sum", "sum": "mean", "max": "min", "min": "max", "argmax": "argmin", "zeros": "ones", "ones": "zeros"}


def another_operator(node: ast.expr, scope: Scope) -> Iterator[ast.expr]:
    """Another arithmetic operator, and the operands the other way round."""
    if isinstance(node, ast.BinOp):
        for kind in ARITHMETIC:
            if not isinstance(node.op, kind):
                yield ast.BinOp(node.left, kind(), node.right)
        if isinstance(node.op, ORDERED):
            yield ast.BinOp(node.right, node.op, node.left)


def one_operand(node: ast.expr, scope: Scope) -> Iterator[ast.expr]:
    """A term or a factor dropped; a sign or a `not` dropped."""
    if isinstance(node, ast.BinOp):
        yield from (node.left, node.right)
    elif isinstance(node, ast.UnaryOp):
        yield node.operand
    elif isinstance(node, ast.BoolOp):
        yield from node.values
        yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)


def negated(node: ast.expr, scope: Scope) -> Iterator[ast.expr]:
    """The sign turned."""
    quantity = isinstance(node, ast.Name) and node.id in scope.values and node.id != SELF
    if quantity or isinstance(node, ast.BinOp | ast.Call | ast.Subscript) or _own(node) in scope.attributes:
        yield ast.UnaryOp(ast.USub(), node)


def another_constant(node: ast.expr, scope: Scope) -> Iterator[ast.expr]:
    """One more, none, one, twice as much, the other sign; the other truth value; another of the texts that are answers."""
    if not isinstance(node, ast.Constant):
        return
    value = node.value
    if isinstance(value, str):
        yield from (ast.Constant(other) for other in scope.texts if value in scope.texts and other != value)
    elif isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int | float):
        for other in dict.fromkeys([value + 1, 0, 1, 2 * value, -value]):
            if other != value:
                yield ast.Constant(other)


def another_name(node: ast.expr, scope: Scope) -> Iterator[ast.expr]:
    """Another quantity, or another of the functions that the file defines; of a class, another of what it keeps or can do."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id != SELF:
        for names in (scope.values, scope.functions):
            if node.id in names:
                yield from (ast.Name(other, ast.Load()) for other in names if other not in (node.id, SELF))
    for names in (scope.attributes, scope.methods):
        if (own := _own(node)) in names:
            yield from (ast.Attribute(ast.Name(SELF, ast.Load()), other, ast.Load()) for other in names if other != own)


def _own(node: ast.expr) -> str:
    """The name after `self.` where a value is read, or nothing."""
    if (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == SELF
        and isinstance(node.ctx, ast.Load)
    ):
        return node.attr
    return ""


def another_order(node: ast.expr, scope: Scope) -> Iterator[ast.expr]:
    """Of several things that are returned or assigned together, two neighbours the wrong way round."""
    if isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Load):
        for index in range(len(node.elts) - 1):
            elements = list(node.elts)
            elements[index : index + 2] = reversed(elements[index : index + 2])
            yield ast.Tuple(elements, ast.Load())


def another_call(node: ast.expr, scope: Scope) -> Iterator[ast.expr]:
    """The call left out, arguments the wrong way round, a keyword forgotten, `*` for a product of arrays, a mean for a sum."""
    if not isinstance(node, ast.Call):
        return
    yield from (argument for argument in node.args if not isinstance(argument, ast.Starred))
    for index in range(len(node.args) - 1):
        arguments = list(node.args)
        arguments[index : index + 2] = reversed(arguments[index : index + 2])
        yield ast.Call(node.func, arguments, node.keywords)
    for keyword in node.keywords:
        yield ast.Call(node.func, node.args, [other for other in node.keywords if other is not keyword])
    if isinstance(node.func, ast.Attribute):
        yield from _another_method(node, node.func)


def _another_method(node: ast.Call, function: ast.Attribute) -> Iterator[ast.expr]:
    module = isinstance(function.value, ast.Name) and function.value.id in ("np", "numpy", "math")
    if not module and not (isinstance(function.value, ast.Name) and function.value.id == SELF):
        yield function.value
    if function.attr in PRODUCTS and module and len(node.args) == 2:
        yield ast.BinOp(node.args[0], ast.Mult(), node.args[1])
    if function.attr in EXCHANGED:
        yield ast.Call(ast.Attribute(function.value, EXCHANGED[function.attr], ast.Load()), node.args, node.keywords)
    if function.attr == "exp" and len(node.args) == 1:
        yield ast.Call(function, [ast.UnaryOp(ast.USub(), node.args[0])], node.keywords)


def transposed(node: ast.expr, scope: Scope) -> Iterator[ast.expr]:
    """A transpose left out, or put where arrays are multiplied."""
    if isinstance(node, ast.Attribute) and node.attr == "T":
        yield node.value
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
        yield ast.BinOp(_transpose(node.left), node.op, node.right)
        yield ast.BinOp(node.left, node.op, _transpose(node.right))
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in PRODUCTS and len(node.args) == 2:
        one, other = node.args
        yield ast.Call(node.func, [_transpose(one), other], node.keywords)
        yield ast.Call(node.func, [one, _transpose(other)], node.keywords)


def _transpose(node: ast.expr) -> ast.expr:
    return ast.Attribute(node, "T", ast.Load())


def another_index(node: ast.expr, scope: Scope) -> Iterator[ast.expr]:
    """The neighbouring entry; a slice that begins or ends one further."""
    if not isinstance(node, ast.Subscript):
        return
    match node.slice:
        case ast.Slice():
            for end in ("lower", "upper"):
                if (bound := getattr(node.slice, end)) is not None:
                    yield from (_subscript(node, **{end: moved}) for moved in _moved(bound))
        case ast.Name() | ast.BinOp():
            yield from (ast.Subscript(node.value, moved, node.ctx) for moved in _moved(node.slice))


def _moved(index: ast.expr) -> Iterator[ast.expr]:
    yield ast.BinOp(index, ast.Add(), ast.Constant(1))
    yield ast.BinOp(index, ast.Sub(), ast.Constant(1))


def _subscript(node: ast.Subscript, **bounds: ast.expr) -> ast.Subscript:
    part = deepcopy(node.slice)
    for name, bound in bounds.items():
        setattr(part, name, bound)
    return ast.Subscript(node.value, part, node.ctx)


def another_comparison(node: ast.expr, scope: Scope) -> Iterator[ast.expr]:
    """A comparison with or without equality, or the other way round."""
    if isinstance(node, ast.Compare):
        for index, operator in enumerate(node.ops):
            for kind in NEIGHBOURS.get(type(operator), ()):
                yield ast.Compare(node.left, [*node.ops[:index], kind(), *node.ops[index + 1 :]], node.comparators)


OPERATORS: tuple[Operator, ...] = (
    another_operator,
    one_operand,
    negated,
    another_constant,
    another_name,
    another_order,
    another_call,
    transposed,
    another_index,
    another_comparison,
)

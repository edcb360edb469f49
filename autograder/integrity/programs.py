"""What would a student hand in who makes exactly one mistake?

A program written from the author's own formulas: every question as in `questions.py`, one of them with the mistake in its place. A
function that is built on others calls those of the program, so that what follows a mistake is computed with it. Outcomes are plain
functions here, called as they are: the driver knows only how to use a student's code. Measured questions are left out, since no
formula answers them. The program goes through the real sandbox and the real judge like any student's file.
"""

import ast
import dis
import inspect
import textwrap
from collections.abc import Container, Iterator
from math import isfinite
from types import CodeType, FunctionType, ModuleType
from typing import Any

import numpy as np

from autograder.course.vocabulary import Assignment, Formula, Kind, Mistake, Question
from autograder.errors import CourseError

NUMPY = "written_numpy"


def program(assignment: Assignment, instead: Mistake | None = None, named: Container[str] | None = None) -> str:
    """A program that answers every question but the measured ones, with a mistake's formula in the place of its question's.

    Args:
        named: the values that get their names; the others are computed under other names. None: all. Functions keep theirs.

    Raises:
        CourseError: a formula uses something that cannot be written into a program.
    """
    written = _Written()
    lines: list[str] = []
    names = {name: name for name in assignment.inputs}
    for question in assignment.questions.values():
        if question.kind is Kind.MEASURED:
            continue
        made = instead if instead is not None and instead.question == question.id else question
        written.function(made.formula, f"formula_{question.id}")
        keeps = named is None or question.kind.called or question.id in named
        names[question.id] = question.id if keeps else f"unnamed_{question.id}"
        if question.kind.called:
            uses = [f"{use}={names[use]}" for use in made.uses]
            lines.append(f"def {names[question.id]}({', '.join(question.needs)}):")
            lines.append(f"    return formula_{question.id}({', '.join([*made.needs, *uses])})")
        else:
            lines.append(f"{names[question.id]} = formula_{question.id}({', '.join(names[need] for need in made.needs)})")
    return "\n".join([*written.parts.values(), *lines]) + "\n"


def ends(assignment: Assignment) -> tuple[str, ...]:
    """The values that no other hangs on: what stands last."""
    values = {name: question for name, question in assignment.questions.items() if question.kind is Kind.VALUE}
    return tuple(name for name in values if not any(name in other.needs for other in values.values()))


class _Written:
    """What a program needs before its statements: imports, constants and functions, each once, what is used before who uses it."""

    def __init__(self) -> None:
        self.parts: dict[str, str] = {}
        self.begun: set[str] = set()

    def function(self, formula: Formula, name: str) -> None:
        """Write a function under a name, and before it whatever it uses of its module."""
        definition = _definition(formula)
        for used in _used(definition, formula):
            if used not in self.begun:
                self.begun.add(used)  # a function that calls itself is not looked into again
                self._thing(used, formula.__globals__[used], formula)
        definition.name = name
        self.parts[name] = ast.unparse(definition)

    def _thing(self, name: str, value: Any, user: Formula) -> None:
        module = getattr(value, "__module__", None)
        if isinstance(value, ModuleType):
            self.parts[name] = f"import {value.__name__} as {name}"
        elif isinstance(value, FunctionType) and module == user.__module__:
            self.function(value, name)
        elif callable(value) and module and module != user.__module__ and hasattr(value, "__name__"):
            self.parts[name] = f"from {module} import {value.__name__} as {name}"
        elif text := _literal(value):
            self.parts[name] = f"{name} = {text}"
        elif isinstance(value, np.ndarray) and value.dtype.kind in "iufb":
            self.parts[NUMPY] = f"import numpy as {NUMPY}"
            self.parts[name] = f"{name} = {NUMPY}.array({value.tolist()!r}, dtype={value.dtype.str!r})"
        else:
            raise CourseError([_unwritable(name, value, user)])


def _literal(value: Any) -> str:
    """A number, a text or a collection of such as it is written in Python; nothing for all else."""
    value = value.item() if isinstance(value, np.generic) else value
    if isinstance(value, float) and not isfinite(value):
        return f"float('{value}')"
    try:
        ast.literal_eval(text := repr(value))
    except (ValueError, SyntaxError):
        return ""
    return text


def _unwritable(name: str, value: Any, user: Formula) -> str:
    what = f"questions.py: the formula '{user.__name__}' uses '{name}'"
    if isinstance(value, Question | Mistake):
        return f"{what}, a question or a mistake, by its name alone. Name it after a * among the parameters: def ...(..., *, {name})."
    return (
        f"{what} of type {type(value).__name__}, which cannot be written into a program. Use functions, imports, and plain numbers and "
        "arrays only."
    )


def _definition(formula: Formula) -> ast.FunctionDef:
    """The formula's own text, without decorators."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(formula)))
    except (OSError, TypeError, SyntaxError):
        tree = ast.Module([], [])
    if not tree.body or not isinstance(tree.body[0], ast.FunctionDef):
        raise CourseError([f"questions.py: the formula '{formula.__name__}' is not a function written with def. Write it so."])
    definition = tree.body[0]
    definition.decorator_list = []
    return definition


def _used(definition: ast.FunctionDef, formula: Formula) -> Iterator[str]:
    """The names of the formula's module that it uses, in its body and as defaults of its parameters."""
    arguments = definition.args
    defaults = [node for default in (*arguments.defaults, *arguments.kw_defaults) if default for node in ast.walk(default)]
    names = [*(node.id for node in defaults if isinstance(node, ast.Name)), *_global_names(formula.__code__)]
    yield from (name for name in dict.fromkeys(names) if name in formula.__globals__)


def _global_names(code: CodeType) -> Iterator[str]:
    """Names that are looked up in the module, also by functions within."""
    yield from (str(one.argval) for one in dis.get_instructions(code) if one.opname == "LOAD_GLOBAL")
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _global_names(constant)

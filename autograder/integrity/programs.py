"""What would a student hand in who makes exactly one mistake?

A program written from the author's own formulas: every question as in `questions.py`, one of them with the mistake in its place.
It goes through the real sandbox and the real judge like any student's file.
"""

import ast
import inspect
import textwrap
from collections.abc import Container, Iterator
from types import FunctionType, ModuleType
from typing import Any

from autograder.course.vocabulary import Assignment, Formula, Mistake
from autograder.errors import CourseError

PLAIN = (bool, int, float, str, tuple, list, type(None))


def program(assignment: Assignment, instead: Mistake | None = None, named: Container[str] | None = None) -> str:
    """A program that answers every question, with a mistake's formula in the place of its question's.

    Args:
        named: the questions whose answers get their names; the others are computed under other names. None: all.

    Raises:
        CourseError: a formula uses something that cannot be written into a program.
    """
    written = _Written()
    lines: list[str] = []
    names = {name: name for name in assignment.givens}
    for question in assignment.questions.values():
        made = instead if instead is not None and instead.question == question.id else question
        function = f"formula_{question.id}"
        written.function(made.formula, function)
        names[question.id] = question.id if named is None or question.id in named else f"unnamed_{question.id}"
        lines.append(f"{names[question.id]} = {function}({', '.join(names[need] for need in made.needs)})")
    return "\n".join([*written.parts.values(), *lines]) + "\n"


def ends(assignment: Assignment) -> tuple[str, ...]:
    """The questions that no other hangs on: what stands last."""
    return tuple(name for name in assignment.questions if not any(name in other.needs for other in assignment.questions.values()))


class _Written:
    """What a program needs before its statements: imports, constants and functions, each once."""

    def __init__(self) -> None:
        self.parts: dict[str, str] = {}

    def function(self, formula: Formula, name: str) -> None:
        """Write a function under a name, and before it whatever it uses of its module."""
        definition = _definition(formula)
        for used in _used(definition, formula):
            if used not in self.parts:
                self.parts[used] = ""  # a function that calls itself is not looked into again
                self._thing(used, formula.__globals__[used], formula)
        definition.name = name
        self.parts[name] = ast.unparse(definition)

    def _thing(self, name: str, value: Any, user: Formula) -> None:
        module = getattr(value, "__module__", None)
        if isinstance(value, ModuleType):
            self.parts[name] = f"import {value.__name__} as {name}"
        elif isinstance(value, FunctionType) and module == user.__module__:
            self.function(value, name)
        elif callable(value) and module and hasattr(value, "__name__"):
            self.parts[name] = f"from {module} import {value.__name__} as {name}"
        elif isinstance(value, PLAIN):
            self.parts[name] = f"{name} = {value!r}"
        else:
            raise CourseError(
                [
                    f"questions.py: the formula '{user.__name__}' uses '{name}', a {type(value).__name__}, which cannot be written "
                    "into a program. Use functions, imports and plain numbers only."
                ]
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
    """The names of the formula's module that it uses."""
    own = {argument.arg for argument in ast.walk(definition) if isinstance(argument, ast.arg)}
    for node in ast.walk(definition):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id not in own and node.id in formula.__globals__:
            yield node.id

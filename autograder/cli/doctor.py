"""`descent doctor`: what is installed, how strongly this machine isolates and why, and what to do about it."""

import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from autograder.sandbox.isolation import Level
    from autograder.sandbox.layered import Found
    from autograder.sandbox.probe import Tried

PARTS = {
    "students": ("numpy", "msgspec", "typer"),
    "grading": ("sqlalchemy", "alembic", "jinja2", "rich"),
    "authors": ("jupytext", "nbformat"),
    "plots": ("matplotlib",),
    "platforms": ("nbgrader", "otter-grader"),
}


def doctor(
    context: typer.Context,
    json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
) -> None:
    """Say what works on this machine, and what to do about the rest."""
    from autograder.cli.console import print_json
    from autograder.sandbox.isolation import LAYERS, Layer, Level
    from autograder.sandbox.layered import try_layer
    from autograder.sandbox.probe import try_level

    tried = [try_level(level) for level in (Level.A, Level.B)]
    found = [try_layer(layer) for layer in Layer]
    layers = {level: [one for one in found if one.layer in LAYERS[level]] for level in (Level.A, Level.B)}
    minimum = _minimum(context)
    enough = any(one.works and one.level.reaches(minimum or "none") for one in tried)
    if json:
        print_json({"isolation": tried, "layers": found, "min_isolation": minimum, "enough": enough, "installed": _installed()})
    else:
        print("\n".join([*_machine(), "", *_isolation(tried, layers), "", _verdict(tried, minimum, enough)]))
    if not enough:
        raise typer.Exit(1)


def _minimum(context: typer.Context) -> str | None:
    """What course.toml asks for, or None where there is no course."""
    from autograder.errors import DescentError

    try:
        return str(context.obj.course().min_isolation)
    except DescentError:
        return None


def _installed() -> dict[str, dict[str, str | None]]:
    return {part: {name: _version(name) for name in names} for part, names in PARTS.items()}


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _machine() -> list[str]:
    lines = [f"Python {platform.python_version()} on {sys.platform} ({platform.machine()})", ""]
    for part, versions in _installed().items():
        there = ", ".join(f"{name} {found}" for name, found in versions.items() if found)
        missing = [name for name, found in versions.items() if not found]
        lines.append(f"  {part:<10} {there or '-'}" + (f"  (not installed: {', '.join(missing)})" if missing else ""))
    return lines


def _isolation(tried: "list[Tried]", layers: "dict[Level, list[Found]]") -> list[str]:
    lines = []
    for one in tried:
        lines.append(f"  {_mark(one.works)} level {one.level}: {one.said}")
        lines += [f"      {line}" for line in one.remedy.splitlines()]
        for layer in layers[one.level]:
            lines.append(f"      {_mark(layer.in_force)} {layer.says}")
            told = [layer.cause, *layer.remedy.splitlines()] if not layer.in_force else []
            lines += [f"          {line}" for line in told if line and line not in (one.said, *one.remedy.splitlines())]
    return lines


def _mark(good: bool) -> str:
    return "✓" if good else "✗"


def _verdict(tried: "list[Tried]", minimum: str | None, enough: bool) -> str:
    best = next((one.level for one in tried if one.works), None)
    asks = f"; course.toml asks for {minimum}" if minimum else ""
    if best is None:
        return f"Isolation: none{asks}. `descent check` works; grading for marks is refused."
    return f"Isolation: level {best}{asks}. " + ("All is well." if enough else "Grading is refused: see the remedies above.")

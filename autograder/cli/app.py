"""Which verbs are there, and what do they share?

Each verb is a module of this package with one function (or one small app of its own); it imports what it needs when it is
called, so that `descent --help` stays quick. A new verb is a new module and a line in `VERBS` or `GROUPS`.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from autograder.cli import (
    answer,
    build,
    check,
    collect,
    data,
    doctor,
    excuse,
    explain,
    export,
    extend,
    forget,
    grade,
    group,
    log,
    mark,
    mistakes,
    new,
    override,
    purge,
    receipt,
    regrade,
    report,
    request,
    requests,
    roster,
    scores,
    secret,
    verify,
)
from autograder.cli.place import Place

VERBS: dict[str, Callable[..., None]] = {
    "check": check.check,
    "collect": collect.collect,
    "grade": grade.grade,
    "explain": explain.explain,
    "report": report.report,
    "scores": scores.scores,
    "extend": extend.extend,
    "excuse": excuse.excuse,
    "override": override.override,
    "mark": mark.mark,
    "request": request.request,
    "requests": requests.requests,
    "answer": answer.answer,
    "regrade": regrade.regrade,
    "log": log.log,
    "receipt": receipt.receipt,
    "data": data.data,
    "forget": forget.forget,
    "purge": purge.purge,
    "new": new.new,
    "build": build.build,
    "verify": verify.verify,
    "doctor": doctor.doctor,
}
GROUPS: dict[str, typer.Typer] = {
    "export": export.app,
    "group": group.app,
    "mistakes": mistakes.app,
    "roster": roster.app,
    "secret": secret.app,
}

WITH_NUMBERS = {"override"}  # whose arguments may begin with a minus: they see to what is no option by themselves

app = typer.Typer(add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"descent {version('descent-course')}")
        raise typer.Exit


@app.callback()
def descent(
    context: typer.Context,
    course: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="The course's folder. Default: the nearest one upwards with a course.toml."),
    ] = None,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """An auto-graded course in gradient descent, and its grader."""
    context.obj = Place(course)


for _name, _verb in VERBS.items():
    app.command(_name, context_settings={"ignore_unknown_options": _name in WITH_NUMBERS})(_verb)
for _name, _group in GROUPS.items():
    app.add_typer(_group, name=_name)

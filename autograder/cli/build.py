"""`descent build`: make what students receive from what instructors write."""

from typing import Annotated

import typer


def build(
    context: typer.Context,
    check: Annotated[bool, typer.Option("--check", help="Change nothing; say what is not as it would be built.")] = False,
) -> None:
    """Make assignments/ from solutions/ (for authors)."""
    from autograder.building import build as building

    course = context.obj.course()
    if not check:
        changed = building.build(course)
        print("\n".join(path.as_posix() for path in changed) or "assignments/ is as solutions/ says. Nothing to do.")
        return
    found = building.differences(course)
    print("\n".join(found) or "assignments/ is as solutions/ says.")
    if found:
        raise typer.Exit(1)

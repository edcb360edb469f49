"""`descent new`: begin an assignment that works from the first moment, and a course if there is none."""

from pathlib import Path
from typing import Annotated

import typer


def new(
    context: typer.Context,
    slug: Annotated[str, typer.Argument(metavar="SLUG", help="The name of its folders, such as 02-my-topic.")],
    title: Annotated[str, typer.Option(metavar="TITLE", help="What students read. Default: from the slug.")] = "",
    file: Annotated[str, typer.Option(metavar="FILE", help="What students hand in. Default: from the slug, such as my_topic.py.")] = "",
) -> None:
    """Begin an assignment that works at once (for authors).

    It lays out a master with one question, its questions.py with one mistake, and the entry in course.toml, and builds them. `descent
    verify` holds from the first moment; change it from there. In an empty folder a course is begun first.
    """
    from autograder.building import scaffold
    from autograder.course.manifest import FILE

    wanted = scaffold.wanted(slug, title, file)
    root = context.obj.found or Path.cwd()
    if not (root / FILE).is_file():
        print(f"{scaffold.begin(root).name}: a new course.")
    _, written = scaffold.add(root, wanted)
    print("\n".join(path.as_posix() for path in written))
    print(f"\nNext: descent verify {slug}")

"""`descent verify`: who grades the grader? Six proofs for each assignment."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Annotated

import typer

DRAWS = 100


def verify(
    context: typer.Context,
    slug: Annotated[str | None, typer.Argument(metavar="SLUG", help="This assignment alone. Default: all of the course.")] = None,
    draws: Annotated[int, typer.Option(min=1, metavar="N", help="On how many draws verdicts must stay the same.")] = DRAWS,
    json: Annotated[bool, typer.Option("--json", help="Print the proofs as JSON.")] = False,
    jobs: Annotated[int, typer.Option(min=0, metavar="N", help="Programs graded at a time. Default: one for each core.")] = 0,
) -> None:
    """Prove that the grading of an assignment works (for authors).

    Six proofs: assignments/ is as built and gives nothing away; the master gets full marks and the stub none; master and questions.py
    agree; every mistake is diagnosed as itself; every small change to a solution loses points; verdicts do not depend on the draw.
    """
    from autograder.cli.console import colour, print_json
    from autograder.cli.cores import cores
    from autograder.integrity.proof import Verifications
    from autograder.integrity.render import overview, render
    from autograder.integrity.verify import verify as prove
    from autograder.sandbox.probe import strongest

    course = context.obj.course()
    slugs = [course.entry(slug).slug] if slug else [entry.slug for entry in course.assignments]
    level = strongest(course.min_isolation)
    made = []
    for each in slugs:
        with _bars() as watch:
            made.append(prove(course, each, level=level, jobs=jobs or cores(), draws=draws, watch=watch))
        if not json:
            print(render(made[-1], colour=colour()), end="" if each == slugs[-1] else "\n", flush=True)
    if not json and len(made) > 1:
        print(f"\n{overview(made)}", end="")
    passed = all(one.passed for one in made)
    if json:
        print_json(Verifications(tuple(made), passed))
    if not passed:
        raise typer.Exit(1)


@contextmanager
def _bars() -> Iterator[Callable[[str, int, int], None]]:
    """A watcher that shows one progress bar after the other."""
    from autograder.cli.progress import progress

    with ExitStack() as open_bar:
        step: Callable[[], None] = lambda: None  # noqa: E731  # nothing to advance yet
        shown = ""

        def watch(what: str, done: int, total: int) -> None:
            nonlocal step, shown
            if what != shown:
                open_bar.close()
                step, shown = open_bar.enter_context(progress(total, f"Proving: {what}")), what
            step()

        yield watch

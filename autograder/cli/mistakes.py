"""`descent mistakes`: which new mistakes does the class's work suggest?"""

from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.workers import UNSAFE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from autograder.course.load import Loaded
    from autograder.course.manifest import Course
    from autograder.feedback.classroom.clusters import Cluster
    from autograder.feedback.classroom.suggestions import Suggestion, Suggestions
    from autograder.grading.submission import Submission

MOST = 10

app = typer.Typer(no_args_is_help=True, help="Learn mistakes from wrong answers (for authors).")


@app.callback()
def mistakes() -> None:
    """Learn mistakes from wrong answers (for authors)."""


@app.command("suggest")
def suggest(
    context: typer.Context,
    slug: Annotated[str, typer.Argument(metavar="SLUG", help="The assignment.")],
    most: Annotated[int, typer.Option(metavar="N", min=1, help="At most so many.")] = MOST,
    names: Annotated[bool, typer.Option("--names", help="Say who has each value.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,
    unsafe: Annotated[bool, typer.Option("--unsafe", help=UNSAFE)] = False,
) -> None:
    """Show wrong values that several students share and no mistake explains (for authors).

    Each with what is expected, the code of one of them, and the beginning of a new mistake for questions.py.
    """
    from autograder.cli.console import colour, print_json
    from autograder.course.load import load_assignment
    from autograder.feedback.classroom.suggestions import render

    course = context.obj.course()
    found = _suggestions(course, load_assignment(course, slug), most, names=names, unsafe=unsafe)
    if json:
        print_json(found)
    else:
        print(render(found, named=names, colour=colour()), end="")


def _suggestions(course: "Course", loaded: "Loaded", most: int, *, names: bool, unsafe: bool) -> "Suggestions":
    import msgspec

    from autograder.cli.place import database, home
    from autograder.course.pseudonyms import pseudonyms
    from autograder.feedback.classroom.clusters import clusters, labelled
    from autograder.feedback.classroom.suggestions import Suggestions
    from autograder.gradebook.store import Gradebook
    from autograder.marking import secrets

    with Gradebook.open(database()) as book:
        standings = book.standings(course, loaded.slug)
        reports = [msgspec.structs.replace(one.report, student=one.student) for one in standings if one.report is not None]
        found = sorted(clusters(reports), key=lambda one: -one.size)[:most]
        kept = dict(book.kept(loaded.slug)) if found else {}
    numbers = {one.student: one.standing.attempt.submission for one in standings if one.standing.attempt is not None}
    counted = {student: kept[number] for student, number in numbers.items() if number in kept}
    students = {one.student for one in standings}
    labels = {name: name for name in students} if names else pseudonyms(students, secrets.load_or_create(home()))
    made = _with_code(course, loaded, found, counted, unsafe=unsafe)
    return Suggestions(
        assignment=loaded.slug,
        suggestions=tuple(msgspec.structs.replace(each, cluster=labelled(each.cluster, labels)) for each in made),
    )


def _with_code(
    course: "Course", loaded: "Loaded", found: "list[Cluster]", counted: "Mapping[str, Submission]", *, unsafe: bool
) -> "list[Suggestion]":
    """Each with the lines of its example, which the sandbox reads: a notebook is not opened anywhere else."""
    from autograder.course.cases import examples
    from autograder.feedback import plain
    from autograder.feedback.classroom.suggestions import Suggestion
    from autograder.grading.bench import as_json
    from autograder.grading.limits import limits_of
    from autograder.marking.excerpt import excerpt
    from autograder.sandbox.probe import shut_in

    if not found:
        return []
    questions, truth = loaded.assignment.questions, examples(loaded.assignment)[0].truth
    made = []
    with shut_in(course.min_isolation, limits_of(course, loaded.entry), unsafe=unsafe) as sandbox:
        for cluster in found:
            submission = counted[cluster.example]
            with sandbox.job(submission.content, submission.kind) as job:
                code = excerpt(job.source, cluster.place) if cluster.place is not None else ()
            asked, right = questions.get(cluster.question), truth.get(cluster.question)
            made.append(
                Suggestion(
                    cluster=cluster,
                    expected=(plain.value(as_json(right)) if right is not None else None) or "(not one value)",
                    parameters=asked.needs if asked is not None else (),
                    file=submission.file,
                    code=code,
                )
            )
    return made

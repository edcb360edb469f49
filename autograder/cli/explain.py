"""`descent explain`: the evidence behind a student's report, for appeals."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from autograder.course.load import Loaded
    from autograder.course.manifest import Course
    from autograder.gradebook.store import Gradebook
    from autograder.grading.evidence import Evidence
    from autograder.grading.judge import Examination
    from autograder.grading.submission import Submission


def explain(
    context: typer.Context,
    student: Annotated[str, typer.Argument(help="The student, as in the report.")],
    slug: Annotated[str, typer.Argument(help="The assignment.")],
    question: Annotated[str | None, typer.Argument(help="One question alone.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the evidence as JSON.")] = False,
    unsafe: Annotated[bool, typer.Option("--unsafe", help="As of descent grade.")] = False,
) -> None:
    """Show the evidence behind a report (for instructors).

    It shows hidden cases and expected values: keep it from students who may still hand in.
    """
    from autograder.cli.console import print_json
    from autograder.course.load import load_assignment
    from autograder.errors import UsageError
    from autograder.grading.evidence import evidence

    course = context.obj.course()
    loaded = load_assignment(course, slug)
    asked = list(loaded.assignment.questions)
    if question is not None and question not in asked:
        raise UsageError(f"{slug} has no question '{question}'. It has: {', '.join(asked)}.")
    examination = _examined(course, loaded, student, unsafe=unsafe)
    found = [evidence(loaded, examination, name) for name in ([question] if question else asked)]
    shown = [one for one in found if one is not None]
    if json:
        print_json({"student": student, "assignment": slug, "report": examination.report, "evidence": shown})
    else:
        print(_text(student, slug, examination, shown))


def _examined(course: "Course", loaded: "Loaded", student: str, *, unsafe: bool) -> "Examination":
    """The stored submission, graded once more with its evidence kept."""
    from autograder.cli.place import database, home
    from autograder.errors import UsageError
    from autograder.gradebook.allowance import allowance
    from autograder.gradebook.store import Gradebook
    from autograder.grading.judge import examine
    from autograder.grading.limits import limits_of
    from autograder.marking import secrets
    from autograder.sandbox.probe import shut_in

    with Gradebook.open(database()) as book:
        stored = _stored(book, course, student, loaded.slug)
        more = book.read(allowance)
    if stored is None:
        raise UsageError(f"The gradebook holds nothing of '{student}' for {loaded.slug}. Grade it first: descent grade PATH")
    secret = secrets.load_or_create(home())
    with shut_in(course.min_isolation, limits_of(course), unsafe=unsafe) as sandbox:
        return examine(loaded, stored, course=course, secret=secret, sandbox=sandbox, time_factor=more.of(stored))


def _stored(book: "Gradebook", course: "Course", student: str, slug: str) -> "Submission | None":
    """What the student handed in last, or else the student's group."""
    if (own := book.latest(student, slug)) is not None:
        return own[0]
    credited = next((one.attempts for one in book.standings(course, slug, reports=False) if one.student == student), ())
    return dict(book.kept(slug)).get(credited[-1].submission) if credited else None


def _text(student: str, slug: str, examination: "Examination", found: "list[Evidence]") -> str:
    from autograder.feedback import plain, words
    from autograder.grading.evidence import provenance

    report = examination.report
    score = "-" if report.score is None else words.points(report.score)
    total = f"{score} of {words.points(report.max_score)} points" if report.max_score else words.UNGRADED.lower()
    lines = [f"{slug}, {plain.name(student)}: {total}", ""]
    if report.refusal:
        lines += [report.refusal, ""]
    for one in found:
        lines += [*_question(one), ""]
    return "\n".join([*lines, *(f"{name}: {value}" for name, value in provenance(examination))])


def _question(one: "Evidence") -> list[str]:
    kind = "hidden case" if one.hidden else "public example"
    lines = [
        f"{one.question}: {one.verdict}" + (f" ({one.mistake})" if one.mistake else ""),
        f"  {one.message}",
        f"  {kind} {one.case + 1} of the {one.cases} of this run, drawn from {one.seed[:16]}",
        *([f"  called as {one.call}, with"] if one.call else []),
        *(_hung(f"    {name} = ", value) for name, value in one.givens.items()),
        *(_hung(f"    {name} = ", f"{value}  (put right before the run)") for name, value in one.mended.items()),
        _hung("  the student's value  ", one.yours or "(none)"),
        _hung("  the expected value   ", one.expected),
    ]
    lines += [f"  carried from         {name} ({mistake})" for name, mistake in one.carried.items()]
    if one.would_be is not None:
        lines.append(_hung("  the mistake gives    ", one.would_be))
    return lines


def _hung(head: str, text: str) -> str:
    """The text behind a head, its later lines below its first."""
    return head + text.replace("\n", f"\n{' ' * len(head)}")

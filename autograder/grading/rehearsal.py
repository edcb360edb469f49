"""What does the student's code give on the public examples, run on the student's own machine?

No sandbox: it is the student's own code on the student's own machine, run as it would be in the sandbox otherwise.
"""

import warnings
from collections.abc import Sequence

import numpy as np

from autograder.course.published import Published
from autograder.grading.gathering import calls_of, gathered, standing, stop_of, usable
from autograder.grading.practice import Practice, judge, with_ancestors
from autograder.grading.report import Place
from autograder.grading.seen import Stop
from autograder.grading.wording import FIRST_STOP, Reason, listed, told
from autograder.sandbox.inside import provided
from autograder.sandbox.inside.runner import Runner, extract, quiet

UNASSIGNED = "The file no longer assigns {names}. Put that back: to be marked, it is run again with other values there."


def rehearse(
    published: Published,
    content: bytes,
    kind: str,
    *,
    statement_seconds: float | None = None,
    call_seconds: float | None = None,
) -> Practice:
    """Run a file on the public examples and judge it.

    Args:
        kind: "py" or "ipynb".
        statement_seconds: a statement is stopped after this; None where that cannot be done (Windows): Ctrl-C stops it.
        call_seconds: the same for one call of a function; None: `statement_seconds`.

    Raises:
        Refused: the file is empty, not text or not a notebook.
        CourseError: the examples.json cannot be used.
    """
    source = extract(content, kind)
    names = [question.id for question in published.questions if not question.kind.called]
    calls = {call.question: call for call in calls_of(published, with_ancestors(published, ()))}
    with quiet(), np.errstate(), warnings.catch_warnings(action="ignore"), provided.standing_in(), usable():
        runner = Runner(
            source,
            published.givens,
            names,
            statement_seconds=statement_seconds,
            published=standing(published, published.examples[0]),
            calls=[*calls.values()],
            driver=published.driver,
            call_seconds=call_seconds,
        )
        results = [runner.run(standing(published, example), {}, (known := example.values()), known) for example in published.examples]
    seen = {
        index: gathered(dict(zip(names, result.answers, strict=True)), result.called, result.raised)
        for index, result in enumerate(results)
    }

    def place(name: str) -> Place | None:
        found = runner.place_of(calls[name]) if name in calls else runner.place(name)
        return Place(found[1], found[0]) if found else None

    # A literal that is the very object of an example's given (a small integer) looks unassigned there, but not in both examples.
    unassigned = [name for name in published.givens if all(name in result.unassigned for result in results)]
    notes = [*source.notes, *_remarks(published, unassigned, [stop_of(one) for one in results[0].raised])]
    return judge(published, seen, place=place, notes=notes)


def _remarks(published: Published, unassigned: Sequence[str], stops: Sequence[Stop]) -> list[str]:
    """What no single question says: a given that is gone, an early stop that the later ones come from."""
    if not stops:
        return [UNASSIGNED.format(names=listed(tuple(unassigned)))] if unassigned else []
    first = stops[0]
    if first.binds & {question.id for question in published.questions}:
        return []
    words = f" Python says: {first.words}." if first.words else ""
    return [FIRST_STOP.format(how=f"{told(Reason.RAISED, error=first.error, place=first.place)}{words}")]

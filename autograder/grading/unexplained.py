"""What is said of an answer that is not right and that no formula explains? What its values themselves show.

The last of the verdicts of design.md, section 4: unattempted, missing, failed; hardcoded; wrong, in one of several words.
"""

from dataclasses import replace

from autograder.course.closeness import Answer, finite, parts, same_shape
from autograder.course.vocabulary import Question
from autograder.grading.behind import Behind
from autograder.grading.finding import Finding
from autograder.grading.fitting import misfit, wanted
from autograder.grading.movement import still
from autograder.grading.nearness import nearly
from autograder.grading.report import Verdict
from autograder.grading.runs import EXAMPLES, Run, Trial
from autograder.grading.wording import Reason, things
from autograder.sandbox.host import Ended

NOTHING = "nothing"
NO_FUNCTION = "no function"
NOT_TO_BE_CALLED = "no function to be called"


def without_value(plain: Run, run: Run, asked: Question) -> Finding:
    """Verdict 5, of a question that has no answer, or not in all cases."""
    name = asked.id
    if name in run.stopped:
        return Finding(Verdict.FAILED, Reason.CALL_ENDED, run, detail=run.stopped[name])
    if waited := plain.waits(name):
        return Finding(Verdict.FAILED, Reason.WAITS, run, detail=waited, behind=waited)
    if run.raised(name) or plain.raised(name):
        return Finding(Verdict.FAILED, Reason.RAISED, run)
    if plain.blank(name):
        return Finding(Verdict.UNATTEMPTED, Reason.BLANK, run)
    if run is not plain and run.outcome.ended is not Ended.DONE:
        return Finding(Verdict.FAILED, Reason.ENDED, run, detail=run.outcome.ended)
    if asked.kind.called:
        return Finding(Verdict.MISSING, Reason.MISSING_CALL, run, detail=asked.at)
    return Finding(Verdict.MISSING, Reason.MISSING, run)


def unexplained(trial: Trial, plain: Run, run: Run, asked: Question, behind: Behind | None = None) -> Finding:
    """Verdicts 7 and 8.

    Args:
        behind: an earlier function from which follows what cannot be known.
    """
    name, truths = asked.id, run.truths(asked.id)
    if what := run.odd(name):
        return odd(run, asked, what, behind)
    got = run.answers(name)
    values = [value for value in got if value is not None]
    whole = len(values) == len(got) and all(map(finite, values))
    if whole and _still(run, name) and _still(plain, name):  # by chance, a few cases may lie on one side of a threshold
        return Finding(Verdict.HARDCODED, Reason.HARDCODED, run)
    if behind is not None:
        return _behind(run, behind)
    if len(values) < len(got):
        return Finding(Verdict.WRONG, Reason.SOMETIMES, run)
    if not whole:
        return Finding(Verdict.WRONG, Reason.NOT_FINITE, run)
    if not run.same_values(trial.repeated(run), name):
        return Finding(Verdict.WRONG, Reason.UNSTABLE, run)
    if nearly(values, truths):
        return Finding(Verdict.WRONG, Reason.NEARLY, run)
    if plain.right(trial.loaded, name, EXAMPLES):
        return Finding(Verdict.WRONG, Reason.EXAMPLES_ONLY, plain)
    seen = plain.shown_answer(name)  # of the first example: the shape of a hidden case could tell of its inputs
    if seen is not None and not same_shape(seen, truths[0]):
        return _misshapen(run, seen, truths[0])
    return Finding(Verdict.WRONG, Reason.OTHER_TEXT if isinstance(truths[0], str) else Reason.OTHER, run)


def odd(run: Run, asked: Question, what: str, behind: Behind | None = None) -> Finding:
    """Of a question that has an answer of another form than what is asked for."""
    expected = run.cases[0].truth.get(asked.id)
    if what == NOTHING:
        found = Finding(Verdict.WRONG, Reason.NOTHING, run)
        return followed_by(found, behind) if behind is not None and behind.reason is Reason.BEHIND_NOTHING else found
    if what == NO_FUNCTION:
        return Finding(Verdict.WRONG, Reason.NO_FUNCTION, run, detail=asked.at)
    if what == NOT_TO_BE_CALLED:
        return Finding(Verdict.WRONG, Reason.RETURNS_NO_FUNCTION, run)
    if behind is not None:
        return _behind(run, behind)
    if expected is None:
        return Finding(Verdict.WRONG, Reason.ODD_MEASURED, run, detail=what)
    if asked.kind.called:
        return Finding(Verdict.WRONG, Reason.ODD_CALL, run, detail=f"{what}|{wanted(expected)}")
    return Finding(Verdict.WRONG, Reason.NO_TEXT if isinstance(expected, str) else Reason.ODD, run, detail=what)


def followed_by(found: Finding, behind: Behind) -> Finding:
    """With what comes first told after what was seen here."""
    return replace(found, also=(*found.also, (behind.reason, behind.detail)), behind=behind.question)


def _behind(run: Run, behind: Behind) -> Finding:
    return Finding(Verdict.WRONG, behind.reason, run, detail=behind.detail, behind=behind.question)


def _misshapen(run: Run, seen: Answer, expected: Answer) -> Finding:
    got, asked = len(parts(seen)), len(parts(expected))
    if got != asked:
        return Finding(Verdict.WRONG, Reason.PARTS, run, detail=f"{things(got)}|{things(asked)}")
    number, shape, wanted_shape = misfit(seen, expected)
    if asked == 1:
        return Finding(Verdict.WRONG, Reason.SHAPE, run, detail=f"{shape} {wanted_shape}")
    return Finding(Verdict.WRONG, Reason.SHAPE_PART, run, detail=f"{asked}|{number}|{shape} {wanted_shape}")


def _still(run: Run, name: str) -> bool:
    """Whether the answers that there are stay where they are while the expected answer moves."""
    return still([value for value in run.answers(name) if value is not None], run.truths(name))

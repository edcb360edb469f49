"""In which fixed words is a finding told to a student?

What is said of hidden cases is said in these words only: no value, no input, no text of the student's process.
"""

from enum import Enum

from autograder.grading.report import Place


class Reason(Enum):
    """Why a verdict was given, as a sentence. Braces are filled from our own lists; numbers in them count the details."""

    RIGHT = "Right on the examples and on fresh inputs."
    UNNAMED = "Not given a name, and not needed: what follows from it is right."
    CARRIED = "Right in itself: with the earlier answers put right, this one is right on fresh inputs."
    CARRIED_FOLLOWING = "Right in itself: it differs only by what an earlier slip makes of it."
    UNNAMED_CARRIED = "Not given a name, and not needed: with the earlier answers put right, what follows from it is right."
    MISTAKE = "Not right yet, in a way that we have seen before."
    HARDCODED = "The value does not depend on the inputs: with other inputs it stays the same."
    BLANK = "The placeholder is still there."
    MISSING = "There is no such name at the top level of the file."
    RAISED = "{line} {error}."
    ENDED = "{how}"
    ODD = "The value is {what}; a number or an array of numbers is expected."
    SOMETIMES = "With some inputs there is no value."
    NOT_FINITE = "With some inputs the value is not a finite number."
    UNSTABLE = "The value changes between runs on the same inputs."
    EXAMPLES_ONLY = "It matches the examples; with other inputs it differs."
    SHAPE = "The value has shape {got}; expected is {expected}."
    OTHER = "Not right yet: it differs from the expected value."
    NEARLY = (
        "Nearly right: it agrees with the expected value in the first digits, and not in those after them. "
        "Is something rounded on the way, or held in single precision (float32)?"
    )
    NO_TEXT = "The value is {0}; a text is expected."
    OTHER_TEXT = "Not right yet: another text is expected."

    UNWRITTEN = "Not written as a function of its own, and not needed: what is built on it is right."
    UNWRITTEN_CARRIED = "Not written as a function of its own, and not needed: what is built on it is right but for an earlier slip."
    CARRIED_CALL = "Right in itself: its answer differs only by what an earlier function gives it."
    CARRIED_PUT_RIGHT = "Right in itself: with {0} put right, it gives what it should on fresh inputs."
    CARRIED_ROUNDED = (
        "Right in itself: what earlier functions round off, and what counts as right there, adds up here. "
        "Is something held in single precision (float32) in one of them?"
    )
    CARRIED_HOLDING = "Right but for the {0} in it."
    MISTAKE_IN = "Not right yet, in a way that we have seen before, in {0}."
    CHANGED = "What it returns is right, but it changes what it was called with{0}."
    CHANGED_BEFORE = "What it returns is right. It changes what it was called with{0}, as {1} does, which it is built on."
    CHANGED_TOO = "It also changes {0}, which whoever called still needs."
    MISSING_CALL = "There is no {0} in the file."
    CALL_ENDED = "When it was called, {how}."
    WAITS = "It needs {0}, which is not written yet."
    NOTHING = "It returns nothing. Is a return missing?"
    NO_FUNCTION = "The name {0} stands for something that is not a function."
    RETURNS_NO_FUNCTION = "What it returns is not a function, and a function is asked for."
    ODD_CALL = "It returns {0}; {1} expected."
    ODD_MEASURED = "It returns {0}, which cannot be measured."
    PARTS = "It returns {0}; expected: {1}."
    SHAPE_PART = "Of the {0} things that it returns, number {1} {2}"
    BEHIND = (
        "It is built on {0}, which is not right yet, and in no way that we have seen before: "
        "what follows from it cannot be carried. Mend {0} first."
    )
    BEHIND_SLIP = "It is built on {0}, which is not right yet. Mend {0} first."
    BEHIND_NOTHING = "It is built on {0}, which returns nothing. Mend {0} first."
    BEHIND_STOPPED = "It is built on {0}, which stops with an error. Mend {0} first."
    BEHIND_ENDED = "It is built on {0}, which does not come to its end. Mend {0} first."
    BEHIND_CHANGED = "It is built on {0}, which changes {1}: what is computed after that starts from other numbers. Mend {0} first."
    RAISED_BEHIND = "{line} {error}. With what {0} gives it now, nothing else can come of it. Mend {0} first."
    NOT_FINITE_BEHIND = "The value is not a finite number. With what {0} gives it now, nothing else can come of it. Mend {0} first."
    MEASURED_RIGHT = "It does what it should on fresh inputs."
    MEASURED = "On {0} of {1} fresh inputs it does what it should; {2} are enough for all points."
    MEASURED_CARRIED = "Right in itself: with {0} put right, it does what it should on fresh inputs."
    MEASURED_SHARE = "On fresh inputs it reaches {0} % of what it should; {1} % are enough for all points."


STOPPED = (Reason.RAISED, Reason.RAISED_BEHIND)
NAMELESS = "what it was called with"
FIRST_STOP = "{how} It is the first statement that stopped; what comes after it may hang on it."
CHANGED_HINT = (
    "Whoever called still needs {names} unchanged. "
    "Which line writes into what the function was given, and how could the new value get a place of its own?"
)
ENDINGS = {
    "time": "The program ran out of time before it came to its end.",
    "early": "The program ended before it came to its last line.",
    "garbled": "The program sent back something that cannot be read.",
}
CALL_ENDINGS = {
    "time": "the program ran out of time",
    "early": "the whole program ended",
    "garbled": "the program sent back something that cannot be read",
}
ERRORS = {
    "StatementTimeout": "came to no end: it ran out of time",
    "OutputFlood": "printed more than is allowed",
    "PermissionError": "stopped with a PermissionError: files, processes and the network are not there when work is graded",
    "ModuleNotFoundError": "stopped with a ModuleNotFoundError: NumPy and a good part of the standard library are what is provided",
    "NameError": "stopped with a NameError: a name that is not defined",
    "MemoryError": "stopped with a MemoryError: it asked for more memory than it may use",
    "SyntaxError": "stopped with a SyntaxError: Python cannot read it",
    "IndentationError": "stopped with an IndentationError: Python cannot read it",
    "TabError": "stopped with a TabError: Python cannot read it",
}


def told(reason: Reason, *, error: str = "", detail: str = "", place: Place | None = None) -> str:
    """The sentence of a reason, filled in.

    Args:
        error: a built-in exception's name, for what has STOPPED.
        detail: for ENDED and CALL_ENDED how, for ODD what, for SHAPE the two shapes with a blank between; for others what fills
            their numbered braces, with a | between. Arguments that were changed may be told without their names: "".
        place: where in the student's file, for what has STOPPED.
    """
    text = reason.value
    if reason in STOPPED:
        line = str(place).capitalize() if place is not None else "Its line"
        how = ERRORS.get(error, f"stopped with {'an' if error[:1] in 'AEIOU' else 'a'} {error}")
        return text.format(detail, line=line, error=how)
    if reason is Reason.ENDED:
        return ENDINGS[detail]
    if reason is Reason.CALL_ENDED:
        return text.format(how=CALL_ENDINGS[detail])
    if reason is Reason.ODD:
        return text.format(what=detail)
    if reason is Reason.SHAPE:
        return f"The value {_shapes(detail)}"
    if reason is Reason.SHAPE_PART:
        count, number, shapes = detail.split("|")
        return text.format(count, number, _shapes(shapes))
    filled = detail.split("|")
    if reason is Reason.CHANGED:
        filled[0] = f": {filled[0]}" if filled[0] else ""
    if reason is Reason.CHANGED_BEFORE:
        filled[0] = f" ({filled[0]})" if filled[0] else ""
    if reason in (Reason.CHANGED_TOO, Reason.BEHIND_CHANGED):
        filled[-1] = filled[-1] or NAMELESS
    return text.format(*filled)


def changed_hint(names: str) -> str:
    """What a tutor asks whose function changed its arguments, by their names if there are any."""
    return CHANGED_HINT.format(names=names or "what it handed over")


def listed(names: tuple[str, ...]) -> str:
    """Names as people say them: `w`, `w and b`, `w, b and X`."""
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def things(count: int) -> str:
    """So many things, in words."""
    return "one thing" if count == 1 else f"{count} things"


def _shapes(detail: str) -> str:
    got, expected = detail.replace(") (", ")|(").split("|")
    seen = "is a single number" if got == "()" else f"has shape {got}"
    return f"{seen}; expected is {'a single number' if expected == '()' else f'shape {expected}'}."

"""In which fixed words is a finding told to a student?

What is said of hidden cases is said in these words only: no value, no input, no text of the student's process.
"""

from enum import Enum

from autograder.grading.report import Place


class Reason(Enum):
    """Why a verdict was given, as a sentence. Braces are filled from our own lists."""

    RIGHT = "Right on the examples and on fresh inputs."
    UNNAMED = "Not given a name, and not needed: what follows from it is right."
    CARRIED = "Right in itself: with the earlier answers put right, this one is right on fresh inputs."
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


FIRST_STOP = "{how} It is the first statement that stopped; what comes after it may hang on it."
ENDINGS = {
    "time": "The program ran out of time before it came to its end.",
    "early": "The program ended before it came to its last line.",
    "garbled": "The program sent back something that cannot be read.",
}
ERRORS = {
    "StatementTimeout": "came to no end: it ran out of time",
    "OutputFlood": "printed more than is allowed",
    "PermissionError": "stopped with a PermissionError: files, processes and the network are not there when work is graded",
    "ModuleNotFoundError": "stopped with a ModuleNotFoundError: NumPy and the standard library are what is provided",
    "NameError": "stopped with a NameError: a name that is not defined",
    "MemoryError": "stopped with a MemoryError: it asked for more memory than it may use",
    "SyntaxError": "stopped with a SyntaxError: Python cannot read it",
    "IndentationError": "stopped with an IndentationError: Python cannot read it",
    "TabError": "stopped with a TabError: Python cannot read it",
}


def told(reason: Reason, *, error: str = "", detail: str = "", place: Place | None = None) -> str:
    """The sentence of a reason, filled in.

    Args:
        error: a built-in exception's name, for RAISED.
        detail: for ENDED how, for ODD what, for SHAPE the two shapes with a blank between.
        place: where in the student's file, for RAISED.
    """
    text = reason.value
    if reason is Reason.RAISED:
        line = str(place).capitalize() if place is not None else "Its line"
        text = text.format(line=line, error=ERRORS.get(error, f"stopped with {'an' if error[:1] in 'AEIOU' else 'a'} {error}"))
    elif reason is Reason.ENDED:
        text = ENDINGS[detail]
    elif reason is Reason.ODD:
        text = text.format(what=detail)
    elif reason is Reason.SHAPE:
        got, expected = detail.replace(") (", ")|(").split("|")
        text = text.format(got="a single number" if got == "()" else got, expected="a single number" if expected == "()" else expected)
        text = text.replace("has shape a single number", "is a single number").replace("expected is (", "expected is shape (")
    return text

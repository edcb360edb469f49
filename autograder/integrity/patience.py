"""How long is a program waited for that may never come to its end?

A mutant that loops for ever loses its points whether it is stopped after a moment or after all the time that the course gives; a
hundred of them make the difference. What takes no longer than many times what the master takes is never cut.
"""

from autograder.course import cases
from autograder.grading.runs import EXAMPLES
from autograder.integrity import draws
from autograder.integrity.running import run_once
from autograder.integrity.subject import Subject

TIMES = 20
LEAST_SECONDS = 0.02


def impatience(subject: Subject) -> float:
    """Seconds after which one statement or one call of a program is stopped: many times what the master's longest may take.

    Raises:
        CourseError: the driver cannot be run.
    """
    assignment = subject.loaded.assignment
    count = EXAMPLES + subject.course.hidden_for(subject.loaded.entry)
    drawn = [case.givens for case in cases.accepted(assignment, draws.rng("patience"), count)] or list(assignment.examples)

    def seconds(content: bytes, number: int) -> float:
        outcome = run_once(subject, content, drawn[:number], list(assignment.questions.values()))
        return outcome.cpu_seconds if outcome else 0.0

    master = subject.text.encode()
    one = seconds(master, 1)
    each = (seconds(master, len(drawn)) - one) / max(1, len(drawn) - 1)  # all calls of one case, or all statements
    once = one - seconds(b"pass\n", 1)  # all statements of a file that is run once
    return max(LEAST_SECONDS, TIMES * max(each, once))

"""Does the grading of an assignment work? Six proofs, each on its own."""

from collections.abc import Callable

from autograder.course.load import load_assignment
from autograder.course.manifest import Course
from autograder.errors import CourseError
from autograder.grading.limits import limits_of
from autograder.integrity.built import built
from autograder.integrity.diagnosis import diagnosis
from autograder.integrity.marks import marks
from autograder.integrity.mutation import mutation
from autograder.integrity.proof import Proof, Verification, proof
from autograder.integrity.repetition import repetition
from autograder.integrity.subject import Subject, Watch, unwatched
from autograder.integrity.truth import truth
from autograder.integrity.worker import Begin
from autograder.integrity.workers import Workers
from autograder.sandbox.host import Sandbox
from autograder.sandbox.isolation import Level


def verify(course: Course, slug: str, *, level: Level, jobs: int, draws: int, watch: Watch = unwatched) -> Verification:
    """All proofs of one assignment.

    Args:
        jobs: how many programs are graded at a time.
        draws: on how many draws each program must get the same verdicts.

    Raises:
        CourseError: the assignment cannot be loaded.
        IsolationError: the sandbox cannot start.
    """
    loaded = load_assignment(course, slug)
    text = loaded.master.read_text(encoding="utf-8-sig")
    begin = Begin(str(course.root.resolve()), slug, str(level))
    with Sandbox(level, limits_of(course, loaded.entry)) as sandbox, Workers(begin, jobs) as workers:
        subject = Subject(course, loaded, text, sandbox, workers, watch)
        made = tuple(_tried(name, made, subject) for name, made in _proofs(draws).items())
    return Verification(slug, loaded.entry.title, all(one.passed for one in made), made)


def _proofs(draws: int) -> dict[str, Callable[[Subject], Proof]]:
    return {
        "built": built,
        "marks": marks,
        "truth": truth,
        "mistakes": diagnosis,
        "mutation": mutation,
        "draws": lambda subject: repetition(subject, draws),
    }


def _tried(name: str, prove: Callable[[Subject], Proof], subject: Subject) -> Proof:
    """The proof; if the course's files do not let it be made, that is what was found."""
    try:
        return prove(subject)
    except CourseError as error:
        return proof(name, "could not be made", error.problems)

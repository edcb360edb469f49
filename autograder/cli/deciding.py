"""What do the verbs share by which a person decides about one student's work?"""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from autograder.course.manifest import Course
    from autograder.gradebook.deciding import About, Outcome
    from autograder.gradebook.store import Gradebook

STUDENT = "The student, as in descent scores."
REASON = "Why, for whoever asks later. It is kept, and shown beside the score."
NEW = "The student is new: not in the gradebook yet, and the name is right."
REMOVE = "Take it back."


def decide(course: "Course", about: "About", work: "Callable[[Gradebook], Outcome]", said: "Callable[[Outcome], str]") -> None:
    """Do it, say what was done, and where the student stands now."""
    from autograder.cli.place import database
    from autograder.feedback import plain
    from autograder.gradebook.store import Gradebook

    slug = about.entry.slug
    with Gradebook.open(database()) as book:
        outcome = work(book)
        now = stands(book, course, about.student, slug)
    what = said(outcome) if outcome.changed else "that was decided so already; nothing is changed."
    print(f"{plain.name(about.student)}, {slug}: {what}")
    print(now)


def stands(book: "Gradebook", course: "Course", student: str, slug: str) -> str:
    """Where the student stands now, and why, in a sentence."""
    from autograder.feedback import words
    from autograder.marking.scores import why

    now = next(one for one in book.standings(course, slug, reports=False) if one.student == student)
    score = now.standing.score
    where = "Has no score now" if score is None else f"Stands at {words.points(score)} of {words.points(now.standing.max_score)} now"
    return f"{where}: {why(now)}".removesuffix(": ")

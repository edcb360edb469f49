"""What happens when an assignment was mended? All that is kept of it is graded anew, and what comes of that is shown or recorded.

Nothing is recorded before the last submission is graded: whatever interrupts it leaves the gradebook as it was.
"""

from collections.abc import Callable

from autograder.course.manifest import Course
from autograder.errors import UsageError
from autograder.feedback.words import counted
from autograder.gradebook.log import By
from autograder.gradebook.purging import purged
from autograder.gradebook.regrading import Regrade, accept, preview
from autograder.gradebook.store import Gradebook
from autograder.grading.report import Report
from autograder.grading.submission import Submission
from autograder.marking.run import Markers

Kept = list[tuple[int, Submission]]


def kept(book: Gradebook, slug: str) -> Kept:
    """What is to be graded anew.

    Raises:
        UsageError: nothing was handed in, or all of it was purged.
    """
    if found := book.kept(slug):
        return found
    if students := book.read(lambda connection: purged(connection, slug)):
        raise UsageError(
            f"All files that {counted(students, 'student')} handed in for {slug} were purged: the points are kept, and nothing can be "
            f"graded anew. If you have the files still, grade those: descent grade PATH"
        )
    raise UsageError(f"The gradebook holds nothing of {slug}. Grade what was handed in first: descent grade PATH")


def regrade(
    slug: str,
    work: Kept,
    *,
    markers: Markers,
    book: Gradebook,
    course: Course,
    by: Callable[[], By] | None = None,
    graded: Callable[[Report], None] = lambda report: None,
) -> Regrade:
    """Grade an assignment anew.

    Args:
        by: who accepts what comes of it, asked when all is graded; None: nobody, it is only shown.
        graded: called with each report as it is done, for a progress bar.
    """
    reports: dict[int, Report] = {}
    for index, report in markers.grade([submission for _, submission in work]):
        reports[work[index][0]] = report
        graded(report)
    return preview(book, course, slug, reports) if by is None else accept(book, course, slug, reports, by())

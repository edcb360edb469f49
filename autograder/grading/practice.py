"""How far is a student's work right on the public examples?

The student's own check, before handing in: no solutions, no sandbox, no hidden cases. It needs what `examples.json` holds and the
values that the student's code gave, and judges the chain link by link. An answer that hangs on a broken link is left unjudged:
its formula may be right.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from autograder.course.published import Published
from autograder.grading.bench import Bench, Waiting
from autograder.grading.report import Place, QuestionReport, Report, total
from autograder.grading.seen import Seen

NOT_JUDGED = "Not judged yet: {0}, which hangs on {1}."


@dataclass(frozen=True, slots=True)
class Practice:
    """What is said of the student's work, question by question in the order asked.

    Attributes:
        examples: on how many of the two public examples every question was tried.
    """

    assignment: str
    title: str
    version: int
    links: tuple[QuestionReport | Waiting, ...]
    examples: int
    notes: tuple[str, ...] = ()

    @property
    def judged(self) -> tuple[QuestionReport, ...]:
        """The questions that a verdict was found for."""
        return tuple(link for link in self.links if isinstance(link, QuestionReport))

    @property
    def all_right(self) -> bool:
        """Whether nothing is left to do on the examples."""
        return all(isinstance(link, QuestionReport) and link.verdict.counts for link in self.links)

    @property
    def first_broken(self) -> QuestionReport | None:
        """The first link of the chain that is not right: the one that a student mends next."""
        return next((link for link in self.judged if not link.verdict.counts), None)

    def report(self, file: str, digest: str, max_score: float) -> Report:
        """The report that `--json` prints. Questions not judged yet are left out and named in the notes."""
        waiting = [NOT_JUDGED.format(link.id, link.behind) for link in self.links if isinstance(link, Waiting)]
        return Report(
            student="",
            assignment=self.assignment,
            submission=digest,
            isolation="none",
            score=total([question.points for question in self.judged]),
            max_score=max_score,
            questions=self.judged,
            notes=(*self.notes, *waiting),
            version=self.version,
            file=file,
            title=self.title,
        )


def judge(
    published: Published,
    seen: Mapping[int, Seen],
    *,
    only: Sequence[str] = (),
    place: Callable[[str], Place | None] = lambda name: None,
    notes: Sequence[str] = (),
) -> Practice:
    """Judge what was seen on the examples.

    Args:
        seen: by the example's index.
        only: these questions and what they hang on; all of them if empty.
        place: where a question is assigned in the student's file.
    """
    wanted = with_ancestors(published, only)
    bench = Bench(published, seen, place)
    asked = [question for question in published.questions if question.id in wanted]
    links = tuple(bench.link(question) for question in asked)
    tried = min(len(bench.examples(question)) for question in asked)
    return Practice(published.assignment, published.title, published.version, links, tried, tuple(notes))


def with_ancestors(published: Published, names: Sequence[str]) -> set[str]:
    """These questions and what they hang on; all questions if none is named."""
    known = {question.id for question in published.questions}
    wanted = set(names) or known
    for question in reversed(published.questions):
        if question.id in wanted:
            wanted |= known & {*question.needs, *question.uses}
    return wanted

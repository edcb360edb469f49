"""One submission, one score: whatever way a file is graded, each question gets the engine's points, and a forged score is none.

With DESCENT_PARITY=all, as `make parity` sets it, all sixty go through every route; else a few of each kind to two assignments.
"""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from autograder.course.manifest import load
from autograder.grading.submission import Submission
from autograder.marking.secrets import load_or_create
from autograder.platforms.engine import Engine
from tests.platforms.gradescope import routes as gradescope
from tests.platforms.nbgrader import routes as nbgrader
from tests.platforms.otter import routes as otter
from tests.platforms.parity.comparing import Points, differences
from tests.platforms.parity.conftest import ALL, Class
from tests.platforms.parity.forging import FORGERIES
from tests.platforms.parity.handed_in import CLASS, FIRST, USUAL, HandedIn, Kind

Files = Mapping[str, tuple[str, bytes]]
Route = Callable[[Path, str, Files], Points]
ROUTES: dict[str, Route] = {
    "nbgrader autograde": nbgrader.by_command,
    "formgrader": nbgrader.by_api,
    "descent grade --nbgrader": nbgrader.by_gradebook,
    "otter run": otter.by_run,
    "otter api": otter.by_api,
    "gradescope": gradescope.by_script,
}
ZIPPED = ("otter run", "otter api")  # they take a zip file, as grader.export() makes it, and so what lies beside a notebook
NO_WORK = {"nbgrader autograde": {"helen"}, "formgrader": {"helen"}, "descent grade --nbgrader": {"helen"}}
"""Who looks through folders passes over an empty file and says so, as `descent grade` does: helen is not graded, and has no zero."""
SLUGS = tuple(CLASS if ALL else USUAL)


def truth(root: Path, home: Path, handed_in: Iterable[HandedIn]) -> dict[str, dict[str, float]]:
    """The engine's points, on the bytes as they are."""
    with Engine(root, load_or_create(home)) as engine:
        reports = {one.student: engine.mark(Submission(one.student, one.slug, one.file, one.content)) for one in handed_in}
    return {student: {question.id: question.points for question in report.questions} for student, report in reports.items()}


def files(route: str, handed_in: Iterable[HandedIn]) -> Files:
    """What is handed in by a route: the file, or a zip file with what lies beside it."""
    return {one.student: _zipped(one) if one.beside and route in ZIPPED else (one.file, one.content) for one in handed_in}


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("route", ROUTES)
def test_a_route_gives_the_engines_points(route: str, slug: str, some: Class, traces: Path, root: Path, home: Path) -> None:
    handed_in = some(slug)
    wanted = {student: points for student, points in truth(root, home, handed_in).items() if student not in NO_WORK.get(route, ())}
    said = differences(route, wanted, ROUTES[route](root, slug, files(route, handed_in)))
    assert not said, "\n".join(said)
    assert [path.name for path in traces.iterdir()] == [], f"{route}: a hostile submission has got out"


def test_there_are_sixty_of_every_kind_in_both_forms_and_they_earn_what_they_should(everybody: Class, root: Path, home: Path) -> None:
    handed_in = [one for slug in CLASS for one in everybody(slug)]
    assert len(handed_in) == 60
    assert {(one.kind, one.file.rpartition(".")[2]) for one in handed_in} >= {
        (kind, form) for kind in Kind for form in ("py", "ipynb")
    } - {(Kind.HARDCODED, "ipynb")}
    for slug in CLASS:
        mine = everybody(slug)
        points = {student: sum(questions.values()) for student, questions in truth(root, home, mine).items()}
        full = load(root).entry(slug).points
        assert len(points) == len(mine), "a student stands twice in one class"
        for one in mine:
            if one.kind is Kind.RIGHT:
                assert points[one.student] == full, one.student
            elif one.kind in (Kind.SLIP, Kind.HARDCODED):
                assert 0 < points[one.student] < full or one.student in ("uma", "xiomara"), (one.student, points[one.student])


def test_a_known_forgery_earns_nothing(everybody: Class, root: Path, home: Path) -> None:
    forged = [one for one in everybody(FIRST) if one.forgery]
    assert {one.forgery for one in forged} == set(FORGERIES)
    assert {student: sum(points.values()) for student, points in truth(root, home, forged).items()} == dict.fromkeys(
        (one.student for one in forged), 0.0
    )


def _zipped(one: HandedIn) -> tuple[str, bytes]:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        for name, data in {one.file: one.content, **one.beside}.items():
            made.writestr(name, data)
    return f"{Path(one.file).stem}.zip", content.getvalue()

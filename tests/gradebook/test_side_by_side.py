"""Several who read and write one gradebook at once: writers wait for each other, readers see one moment, and nothing is lost."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Connection, func, select

from autograder.gradebook.deciding import ALL, override
from autograder.gradebook.log import lines
from autograder.gradebook.regrading import accept
from autograder.gradebook.store import Gradebook
from autograder.gradebook.tables import students
from tests.gradebook.classroom import COURSE, GRACE, SLUG, about, hand_in, of, reported
from tests.gradebook.making import MORNING, submission


@pytest.fixture
def shared(url: str) -> Iterator[tuple[Gradebook, Gradebook]]:
    """One gradebook, opened twice."""
    with Gradebook.open(url) as one, Gradebook.open(url) as other:
        yield one, other


def test_a_reader_sees_one_moment(shared: tuple[Gradebook, Gradebook]) -> None:
    one, other = shared
    query = select(func.count()).select_from(students)

    def work(connection: Connection) -> tuple[int, int]:
        before = connection.execute(query).scalar_one()
        other.accept([submission()], when=MORNING)
        return before, connection.execute(query).scalar_one()

    assert one.read(work) == (0, 0)
    assert one.read(lambda connection: connection.execute(query).scalar_one()) == 1


def test_what_a_writer_has_read_is_so_when_it_writes(shared: tuple[Gradebook, Gradebook]) -> None:
    """Two people who override at once: the log says of the second what the first had decided."""
    one, other = shared
    hand_in(one, "ada", -1, 5, 3)
    begun = threading.Barrier(2)

    def decide(book: Gradebook, given: float) -> None:
        begun.wait()
        override(book, about(), ALL, given, 10, reason="oral", by=GRACE)

    with ThreadPoolExecutor() as pool:
        list(pool.map(decide, (one, other), (4, 9)))
    first, second = (line.said for line in one.read(lines))
    assert second.startswith("9 points for the whole, before 4" if first.startswith("4") else "4 points for the whole, before 9")


def test_workers_and_regrades_side_by_side_lose_nothing(shared: tuple[Gradebook, Gradebook]) -> None:
    kept = [hand_in(shared[0], f"student{number}", -1, 1, 1) for number in range(20)]

    def work(book: Gradebook, turn: int) -> None:
        if turn % 2:
            accept(book, COURSE, SLUG, {number: reported(one, turn % 5, 0) for number, one in kept}, GRACE)
        else:
            book.record([(number, reported(one, turn % 5, 1)) for number, one in reversed(kept)], when=GRACE.when)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, shared * 6, range(12)))
    assert len({of(shared[0], f"student{number}").standing.score for number in range(20)}) == 1

"""Who has more time has it in every assignment, and in a group for all; nobody ever has less."""

from autograder.gradebook.allowance import Allowance, allowance
from autograder.gradebook.groups import Wish, opt_out, put
from autograder.gradebook.roster import Person, enrol
from autograder.gradebook.store import Gradebook
from autograder.grading.submission import Submission
from tests.gradebook.classroom import COURSE, GRACE, OTHER, SLUG


def factor(book: Gradebook, student: str, slug: str = SLUG) -> float:
    return book.read(allowance).of(Submission(student, slug, "x.py", b""))


def enrolled(book: Gradebook, **factors: float) -> None:
    book.write(lambda connection: enrol(connection, [Person(name, time_factor=each) for name, each in factors.items()], GRACE))


def test_the_roster_says_who_has_more_time(book: Gradebook) -> None:
    enrolled(book, ada=1.5, ben=1)
    assert [factor(book, name) for name in ("ada", "ben", "somebody else")] == [1.5, 1, 1]
    assert factor(book, "ada", OTHER) == 1.5


def test_in_a_group_the_longest_time_holds_for_that_assignment(book: Gradebook) -> None:
    enrolled(book, ada=1.5, ben=1, cleo=3, dora=1)
    put(book, COURSE, [Wish(SLUG, "A", one) for one in ("ada", "ben", "cleo")], GRACE)
    put(book, COURSE, [Wish(SLUG, "B", "dora")], GRACE)
    assert [factor(book, name) for name in ("ada", "ben", "cleo", "dora")] == [3, 3, 3, 1]
    assert [factor(book, name, OTHER) for name in ("ada", "ben", "cleo")] == [1.5, 1, 3]


def test_who_is_opted_out_takes_the_own_time_along(book: Gradebook) -> None:
    enrolled(book, ada=1.5, ben=1, cleo=3)
    put(book, COURSE, [Wish(SLUG, "A", one) for one in ("ada", "ben", "cleo")], GRACE)
    opt_out(book, COURSE, SLUG, "cleo", reason="x", by=GRACE)
    assert [factor(book, name) for name in ("ada", "ben", "cleo")] == [1.5, 1.5, 3]


def test_where_nobody_has_more_time_nothing_is_kept_in_mind(book: Gradebook) -> None:
    enrolled(book, ada=1)
    put(book, COURSE, [Wish(SLUG, "A", "ada")], GRACE)
    assert book.read(allowance) == Allowance()

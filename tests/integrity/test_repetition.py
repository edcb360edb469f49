"""Proof 6 holds for programs whose verdicts are always the same, and sees those that hang on the draw or on the clock."""

from pathlib import Path

from autograder.integrity.repetition import repetition
from autograder.integrity.subject import Subject
from tests.integrity.conftest import SLUG, Prepared

GIVENS = "a = 2.0\nb = 3.0\n"


def handed_in(subject: Subject, student: str, text: str) -> str:
    path = Path("examples", "submitted", student, SLUG, "product.py")
    (subject.course.root / path).parent.mkdir(parents=True)
    (subject.course.root / path).write_text(text, encoding="utf-8")
    return path.as_posix()


def test_master_and_mistakes_get_the_same_verdicts_on_every_draw(subject: Prepared) -> None:
    found = repetition(subject(), 4)
    assert found.passed, found.findings
    assert found.figures == {"programs": 4, "draws": 4, "gradings": 20}


def test_samples_are_graded_too_also_one_that_never_ends(subject: Prepared) -> None:
    made = subject()
    handed_in(made, "ada", f"{GIVENS}z = a * b\nslope = z * b\nwhile True:\n    pass\n")
    found = repetition(made, 2)
    assert found.passed, found.findings
    assert found.figures["programs"] == 5


def test_what_only_impatience_stops_is_graded_again_with_patience(subject: Prepared) -> None:
    made = subject()
    handed_in(made, "ada", f"{GIVENS}z = a * b + 0 * sum(range(3_000_000))\nslope = z * b\n")
    found = repetition(made, 2)
    assert found.passed, found.findings


def test_a_report_that_hangs_on_the_clock_is_found(subject: Prepared) -> None:
    made = subject()
    name = handed_in(made, "ada", f"import time\n{GIVENS}z = time.perf_counter() % 1 * 1e-6\nslope = a * b * b\n")
    assert repetition(made, 1).findings == (f"{name}: not always the same. draw 0: the same verdicts, but another report.",)


def test_a_verdict_that_hangs_on_the_draw_is_found(subject: Prepared) -> None:
    made = subject()
    name = handed_in(made, "ada", f"{GIVENS}z = a * b if a > 1.6 else 0.1\nslope = z * b\n")
    found = repetition(made, 12)
    assert len(found.findings) == 1
    assert found.findings[0].startswith(f"{name}: not always the same. draw ")
    assert "z is " in found.findings[0]


def test_only_what_belongs_to_the_assignment_is_graded(subject: Prepared) -> None:
    made = subject()
    other = made.course.root / "examples" / "submitted" / "ada" / "02-other" / "other.py"
    other.parent.mkdir(parents=True)
    other.write_text("while True: pass", encoding="utf-8")
    (made.course.root / "examples" / "submitted" / "ada" / SLUG).mkdir()
    (made.course.root / "examples" / "submitted" / "ada" / SLUG / "notes.txt").touch()
    assert repetition(made, 1).figures["programs"] == 4


def test_an_assignment_may_ask_for_fewer_draws(walk: Prepared) -> None:
    found = repetition(walk(), 100)
    assert found.passed, found.findings
    assert found.figures == {"programs": 8, "draws": 4, "gradings": 40}

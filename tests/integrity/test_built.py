"""Proof 1 holds for a course as built, and sees what is stale, stray or gives a solution away."""

from dataclasses import replace

import msgspec

from autograder.integrity.built import built
from tests.integrity.conftest import MASTER, SLUG, Prepared


def test_a_course_as_built_passes(subject: Prepared) -> None:
    found = built(subject())
    assert found.passed, found.findings


def test_a_solution_given_away_in_the_text_is_found(subject: Prepared) -> None:
    master = MASTER.replace("a * b  #", "max(a, 0) * b  #").replace("the product\n", "the product, as in u = max(a, 0)*b\n")
    found = built(subject(master, build_it=False))
    assert not found.passed
    assert any("gives away 'max(a, 0) * b'" in finding for finding in found.findings)


def test_a_file_changed_by_hand_is_found(subject: Prepared) -> None:
    made = subject()
    stub = made.course.root / "assignments" / SLUG / "product.py"
    stub.write_bytes(stub.read_bytes() + b"\n")
    assert built(made).findings == (
        f"assignments/{SLUG}/product.py: is not what its master gives. Run `descent build`; make changes in solutions/.",
    )


def test_a_file_of_no_assignment_is_found(subject: Prepared) -> None:
    made = subject()
    stray = made.course.root / "assignments" / "00-old" / "old.py"
    stray.parent.mkdir()
    stray.touch()
    assert [finding.split(":")[0] for finding in built(made).findings] == ["assignments/00-old/old.py"]


def test_another_assignment_is_another_matter(subject: Prepared) -> None:
    """Neither its files nor its mistakes are found here."""
    made = subject()
    other = made.course.root / "solutions" / "02-broken"
    other.mkdir()
    (other / "broken.py").write_text("h = (  # SOLUTION\n", encoding="utf-8")
    (other / "questions.py").write_text("oh no", encoding="utf-8")
    handed_out = made.course.root / "assignments" / "02-broken" / "broken.py"
    handed_out.parent.mkdir()
    handed_out.touch()
    entry = msgspec.structs.replace(made.loaded.entry, slug="02-broken", file="broken.py")
    beside = msgspec.structs.replace(made.course, assignments=(*made.course.assignments, entry))
    assert built(replace(made, course=beside)).passed

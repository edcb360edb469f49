"""A submission is its bytes: the judge measures and hashes them, and reads the kind off the name."""

import pytest

from autograder.grading.submission import Submission


@pytest.mark.parametrize(
    ("file", "kind"),
    [("gradient.py", "py"), ("gradient.ipynb", "ipynb"), ("Gradient.IPYNB", "ipynb"), ("ipynb", "py"), ("a.ipynb.py", "py")],
)
def test_the_ending_says_how_it_is_read(file: str, kind: str) -> None:
    assert Submission("ada", "01-a", file, b"").kind == kind


def test_the_digest_is_of_the_bytes_alone() -> None:
    one, two = Submission("ada", "01-a", "a.py", b"h = 1"), Submission("grace", "02-b", "b.ipynb", b"h = 1")
    assert one.digest == two.digest
    assert one.digest != Submission("ada", "01-a", "a.py", b"h = 1\n").digest


def test_the_digest_of_nothing_is_the_one_everybody_knows() -> None:
    assert Submission("a", "b", "c.py", b"").digest == "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

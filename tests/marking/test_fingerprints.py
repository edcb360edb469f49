"""A student's own code: without what was handed out, each file once."""

from pathlib import Path

from autograder.course.manifest import Course, Entry
from autograder.grading.submission import Submission
from autograder.marking.fingerprints import fingerprints, handed_out


class Words:
    """Takes a file down as its words' lengths, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[bytes, str]] = []

    def fingerprints(self, content: bytes, kind: str) -> frozenset[int]:
        self.asked.append((content, kind))
        return frozenset(map(len, content.split()))


def submission(student: str, content: bytes, file: str = "gradient.py") -> Submission:
    return Submission(student, "01-gradient-step", file, content)


def test_what_was_handed_out_is_nobodys() -> None:
    found = fingerprints({"ada": submission("ada", b"a bb ccc")}, [submission("", b"bb"), submission("", b"dddd")], Words())
    assert found == {"ada": {1, 3}}


def test_the_same_file_is_taken_down_once_and_as_what_it_is() -> None:
    taker, steps = Words(), list[int]()
    works = {
        "ada": submission("ada", b"a"),
        "bob": submission("bob", b"a"),
        "cy": submission("cy", b"a", "gradient.ipynb"),
    }
    assert fingerprints(works, [], taker, lambda: steps.append(1)) == {"ada": {1}, "bob": {1}, "cy": {1}}
    assert taker.asked == [(b"a", "py"), (b"a", "ipynb")]
    assert len(steps) == 3


def test_what_was_handed_out_is_read_as_far_as_it_is_built(tmp_path: Path) -> None:
    entry = Entry(slug="01-gradient-step", title="One step", file="gradient.py", points=10)
    course = Course(title="A course", assignments=(entry,), root=tmp_path)
    assert handed_out(course, entry) == []
    folder = tmp_path / "assignments" / entry.slug
    folder.mkdir(parents=True)
    (folder / "gradient.py").write_bytes(b"h = None\n")
    (folder / "gradient.ipynb").write_bytes(b"{}")
    assert [(one.content, one.kind) for one in handed_out(course, entry)] == [(b"h = None\n", "py"), (b"{}", "ipynb")]

"""Miniature courses, sound and broken: a folder with a course.toml and one tiny assignment."""

from pathlib import Path

MANIFEST = """title = "A small course"

[[assignments]]
slug = "01-double"
title = "Doubling"
file = "double.py"
points = 3
"""

QUESTIONS = '''from autograder.course import Assignment, uniform

double = Assignment(givens={"a": uniform(1, 2)}, examples=[{"a": 1.0}, {"a": 1.5}])


@double.question(points=1)
def twice(a):
    """Twice a."""
    return 2 * a


@double.question(points=2)
def more(twice):
    """One more than twice a."""
    return twice + 1


@more.mistake
def less(twice):
    """Which way is more?"""
    return twice - 1
'''


def write(root: Path, manifest: str = MANIFEST, questions: str | None = QUESTIONS, master: str | None = "twice = 2\n") -> Path:
    """A course in `root`; a part that is None is left out."""
    folder = root / "solutions" / "01-double"
    folder.mkdir(parents=True, exist_ok=True)
    (root / "course.toml").write_text(manifest, encoding="utf-8")
    for name, text in (("questions.py", questions), ("double.py", master)):
        if text is not None:
            (folder / name).write_text(text, encoding="utf-8")
    return root

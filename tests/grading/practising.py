"""A small published assignment to practise on: two numbers, their sum, its double, and the double as a list with its square."""

from autograder.course.published import Example, Published, PublishedMistake, PublishedQuestion


def question(name: str, *needs: str, mistakes: tuple[str, ...] = ()) -> PublishedQuestion:
    """A question worth two points."""
    hints = tuple(PublishedMistake(mistake, f"Is it {mistake}?") for mistake in mistakes)
    return PublishedQuestion(name, f"The {name}.", 2, needs, 1e-6, 1e-12, hints)


PUBLISHED = Published(
    assignment="01-small",
    title="Small",
    version=3,
    file="small.py",
    notebook="small.ipynb",
    givens=("a", "b"),
    questions=(
        question("total", "a", "b", mistakes=("minus", "partly", "first")),
        question("double", "total", mistakes=("halved",)),
        question("pair", "double"),
    ),
    examples=(
        Example(
            {"a": 1, "b": 2.0},
            {"total": 3.0, "double": 6.0, "pair": [6.0, 36.0]},
            {"total": {"minus": -1.0, "partly": 7.0, "first": 1.0}, "double": {"halved": 1.5}},
        ),
        Example(
            {"a": 4, "b": 0.5},
            {"total": 4.5, "double": 9.0, "pair": [9.0, 81.0]},
            {"total": {"minus": 3.5, "first": 4.0}, "double": {"halved": 2.25}},
        ),
    ),
)
FILE = "a = 1\nb = 2.0\n"
RIGHT = FILE + "total = a + b\ndouble = 2 * total\npair = [double, double**2]\n"
STUB = FILE + "total = None\ndouble = None\npair = None\n"

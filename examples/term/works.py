"""What may be handed in? Work of every kind: right, with one named mistake, half done, broken.

It comes from `examples/submitted`, from the masters, and from the formulas of the named mistakes. What each is worth is not said here:
who wants to know it looks where the work came from.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.course import graph
from autograder.course.load import load_assignment
from autograder.course.manifest import DRIVER, HANDED_OUT, MASTER_FOLDER, Course
from autograder.integrity.programs import program

NOTEBOOK = ".ipynb"
SUBMITTED = "examples/submitted"
RIGHT = {
    "01-gradient-step": "amara bjorn chen dina eoin farid grace hana ivan jose kavya liam mei",
    "02-single-neuron": "ivan mei",
    "03-perceptron": "bruno dina grace",
    "04-gradient-check": "farid ivan",
    "05-two-layer-network": "dina mei",
    "06-train-it": "amara",
}
ENDLESS = {  # or very slow: each costs its time limit
    "01-gradient-step": "aiko zeynep",
    "02-single-neuron": "aiko zeynep",
    "06-train-it": "zeynep",
}
FICKLE = {"06-train-it": "hana"}  # who learns XOR from most seeds, so that what it is worth hangs on those that were drawn


@dataclass(frozen=True, slots=True)
class Source:
    """A piece of work before somebody signs it.

    Attributes:
        kind: "example", "mistake", "master" or "stub".
        of: of an example whose it is; of a mistake its question and name.
    """

    kind: str
    of: str
    file: str
    content: bytes

    def signed(self, name: str, number: int) -> "Source":
        """The same as one student has it at one attempt: other bytes that do the same."""
        if self.file.endswith(NOTEBOOK):
            return replace(self, content=self.content.rstrip() + b"\n" * number)
        end = b"\r\n" if b"\r\n" in self.content else b"\n"
        return replace(self, content=self.content.rstrip() + end + f"# {name}, attempt {number}".encode() + end)


@dataclass(frozen=True, slots=True)
class Pool:
    """All work for one assignment.

    Attributes:
        endless: which does not come to an end in time.
    """

    right: tuple[Source, ...]
    wrong: tuple[Source, ...]
    endless: tuple[Source, ...]


def pool(course: Course, slug: str) -> Pool:
    """What may be handed in for an assignment."""
    entry = course.entry(slug)
    right, endless = RIGHT[slug].split(), ENDLESS.get(slug, "").split()
    examples = {one.of: one for one in _examples(course, slug)}
    master = Source("master", "", entry.file, (course.root / MASTER_FOLDER / slug / entry.file).read_bytes())
    stub = Source("stub", "", entry.file, (course.root / HANDED_OUT / slug / entry.file).read_bytes())
    others = [one for name, one in examples.items() if name not in (*right, *endless, *FICKLE.get(slug, "").split())]
    return Pool(
        right=(master, *(examples[name] for name in right)),
        wrong=(*others, *_mistakes(course, slug), stub),
        endless=tuple(examples[name] for name in endless),
    )


def _examples(course: Course, slug: str) -> Iterator[Source]:
    entry = course.entry(slug)
    for folder in sorted((course.root / SUBMITTED).glob(f"*/{slug}")):
        path = next((path for name in (entry.file, entry.notebook) if (path := folder / name).is_file()), None)
        if path is not None:
            yield Source("example", folder.parent.name, path.name, path.read_bytes())


def _mistakes(course: Course, slug: str) -> Iterator[Source]:
    """A program for each named mistake, where nothing but a file's names is asked for. What a consistent slip earns hangs on more than
    the slip, so those are left to the examples.
    """
    if Path(course.root / MASTER_FOLDER / slug / DRIVER).is_file():
        return
    loaded = load_assignment(course, slug)
    for mistake in graph.mistakes(loaded.assignment):
        if mistake.redeemed_by is None:
            text = program(loaded.assignment, mistake)
            yield Source("mistake", f"{mistake.question}:{mistake.id}", loaded.entry.file, text.encode())

"""What does `docs/attacks.md` say? One line for each attack that the tests let loose, and which layer stops what."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from autograder.sandbox.isolation import Layer
from tests.attacks import layers
from tests.attacks.attack import Attack, attacks, layouts

FILE = Path("docs/attacks.md")
HEAD = """# The attacks

Made from the tests by `python -m tests.reference`; a test compares the two. [security.md](security.md) says what is promised.

There are {count}. `make attacks` lets each of them loose, at level A and at level B, twice: on two judges that differ in nothing but
the secrets that they are full of. None may earn a mark that it did not earn, none of the secrets may come out, nothing may be left
over, and the two reports must be the same byte for byte. Beside each lies its *allowed twin*, which does the harmless version of the
same thing and gets all its marks: so no attack fails only because nothing ran.

*From* names the line of the catalogue that the tests were written from, or the grader whose own tests had the idea.
"""
LAYERS = """## What each layer stops by itself

Each of these goes through where no layer is in force, and a test shows for each layer, with all the others off, what it stops.

"""
TITLES = {
    "values": "Values that lie",
    "control": "Control flow",
    "reading": "Reading secrets",
    "covert": "From one submission to the next",
    "forging": "Forging the result",
    "resources": "Exhaustion",
    "system": "The system",
    "packages": "Packages and imports",
    "notebooks": "Notebooks",
    "feedback": "Into the feedback",
    "layouts": "Folders and archives",
}


def page() -> str:
    """The page."""
    every = [*attacks(), *layouts()]
    return "\n".join([HEAD.format(count=len(every)), *_groups(every), LAYERS + "\n".join(_layers()) + "\n"])


def _groups(every: list[Attack]) -> Iterator[str]:
    order = list(TITLES)
    for group, found in groupby(sorted(every, key=lambda one: (order.index(one.group), one.name)), key=lambda one: one.group):
        rows = [f"| {_name(one)} | {_cell(one.said['tries'])} | {_cell(one.said['from'])} |" for one in found]
        yield f"## {TITLES[group]} ({len(rows)})\n\n| attack | tries | from |\n|---|---|---|\n" + "\n".join(rows) + "\n"


def _name(attack: Attack) -> str:
    return attack.path.name.partition(".")[0].replace("_", " ")


def _layers() -> Iterator[str]:
    yield f"| a submission that tries to | {' | '.join(Layer)} |"
    yield f"|---|{'---|' * len(Layer)}"
    for what, stopped in layers.table():
        yield f"| {_cell(what)} | {' | '.join('stopped' if stopped[layer] else '' for layer in Layer)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "\\<").replace("*", "\\*")

"""What does a hostile submission try, and what must come of it? It says so itself, in the lines at its head.

Each attack is one file, `tests/attacks/<group>/<name>.py` or `.ipynb`, and beside it lies its allowed twin, `<name>.twin.py`, which
does the harmless version of the same thing and gets its marks. The head of an attack:

    # tries: to be equal to whatever it is compared with
    # from: A1
    # told: wrong

`from` names the line of the catalogue, or where the idea comes from. `told` lists the verdicts that its questions may get (by default
any that counts for nothing). Further lines where they are needed:

    # earns: h nn_output      questions that it answers honestly, so that it is seen to have run; "everything" for all of them
    # assignment: 02-single-neuron
    # level: B                the only level at which it makes sense
    # stops: time             it runs into a limit of time
    # refused: too large      it is not run at all, and these words are said of it

In a notebook the head is its first cell, of Markdown. A file ending in `.make.py` is an author's: its `make(folder)` lays out what a
student would hand in, where that is not one file of text, and `twin(folder)` lays out the twin.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
LINE = re.compile(r"^#?\s*([a-z]+):\s*(.+?)\s*$")
KEYS = {"tries", "from", "told", "earns", "assignment", "level", "stops", "refused"}
USUAL = "01-gradient-step"
EVERYTHING = "everything"
TWIN = ".twin"
MAKE = ".make.py"


@dataclass(frozen=True, slots=True)
class Attack:
    """One hostile submission with what it says of itself; `twin` is the path of the allowed one."""

    path: Path
    twin: Path
    said: Mapping[str, str]

    @property
    def group(self) -> str:
        """What kind it is: its folder's name."""
        return self.path.parent.name

    @property
    def name(self) -> str:
        """Its name, `<group>/<what it tries>`."""
        return f"{self.group}/{self.path.name.removesuffix(MAKE).partition('.')[0]}"

    @property
    def assignment(self) -> str:
        """The slug of the assignment that it is handed in for."""
        return self.said.get("assignment", USUAL)

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels at which it is tried."""
        return (self.said["level"],) if "level" in self.said else ("A", "B")

    @property
    def told(self) -> frozenset[str]:
        """The verdicts that questions which it does not earn may get; empty: any that earns nothing."""
        return frozenset(self.said.get("told", "").split())

    def earns(self, questions: tuple[str, ...]) -> frozenset[str]:
        """The questions that it earns."""
        said = self.said.get("earns", "").split()
        return frozenset(questions if said == [EVERYTHING] else said)


def attacks() -> list[Attack]:
    """All attacks on the sandbox and the judge, in the order of their names; those on the collecting of files are `layouts`."""
    return [
        Attack(path, _twin(path), head(path))
        for path in sorted(HERE.glob("*/*"))
        if path.suffix in (".py", ".ipynb") and TWIN not in path.name and not path.name.endswith(MAKE)
    ]


def layouts() -> list[Attack]:
    """All attacks on the collecting of files; the twin is laid out by the same file."""
    return [Attack(path, path, head(path)) for path in sorted(HERE.glob(f"*/*{MAKE}"))]


def head(path: Path) -> dict[str, str]:
    """What a file says of itself.

    Raises:
        ValueError: it does not say what it tries, or says something that nobody asked for.
    """
    said = dict(_head(path))
    if missing := {"tries", "from"} - said.keys():
        raise ValueError(f"{path}: its head does not say {' and '.join(sorted(missing))}")
    return said


def _head(path: Path) -> Iterator[tuple[str, str]]:
    for line in _lines(path):
        if not (match := LINE.match(line)):
            return
        if match[1] not in KEYS:
            raise ValueError(f"{path}: {match[1]!r} is not one of {', '.join(sorted(KEYS))}")
        yield match[1], match[2]


def _lines(path: Path) -> list[str]:
    content = path.read_bytes()
    if path.suffix == ".ipynb":
        try:
            return "".join(json.loads(content)["cells"][0]["source"]).splitlines()
        except (ValueError, KeyError, IndexError, TypeError, RecursionError):
            beside = path.with_suffix(".head")  # a notebook that nobody can read has its head beside it
            return beside.read_text(encoding="utf-8").splitlines()
    return content.decode("latin-1").lstrip("\xef\xbb\xbf").splitlines()


def _twin(path: Path) -> Path:
    found = [path.with_name(f"{path.stem}{TWIN}{ending}") for ending in (path.suffix, ".py", ".ipynb")]
    return next((twin for twin in found if twin.exists()), found[0])

"""Which lines of a student's file stand at a place? For people to read; the sandbox took the file apart, nothing is parsed here."""

from autograder.grading.report import Place
from autograder.sandbox.answers import Extract

MOST_LINES = 12


def excerpt(source: Extract, place: Place) -> tuple[str, ...]:
    """The line at that place and what is indented below it, at most `MOST_LINES`; nothing where there is no such line."""
    for text, (number, above) in zip(source.cells, source.places, strict=True):
        if number == place.cell:
            lines = text.split("\n")[place.line - above - 1 :] if place.line > above else []
            return _block(lines)
    return ()


def _block(lines: list[str]) -> tuple[str, ...]:
    if not lines:
        return ()
    outside = _indent(lines[0])
    inside = next((at for at, line in enumerate(lines[1:], 1) if line.strip() and _indent(line) <= outside), len(lines))
    block = lines[:inside][:MOST_LINES]
    while block and not block[-1].strip():
        block.pop()
    return tuple(line[outside:] for line in block)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())

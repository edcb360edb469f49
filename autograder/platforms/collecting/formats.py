"""Whose download is this? The LMS whose names fit most of the files in it; if two fit as well, nobody decides but the instructor."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from autograder.marking.tree import Found, Parts, Tree
from autograder.platforms.collecting import blackboard, brightspace, canvas, gradescope, moodle
from autograder.platforms.collecting.label import Format, Reader

FORMATS = (canvas.FORMAT, moodle.FORMAT, gradescope.FORMAT, brightspace.FORMAT, blackboard.FORMAT)
DEEPEST = 2  # folders around a download that has been unpacked
ENOUGH = 0.5  # the part of the files that must fit
NBGRADER = {"timestamp.txt": 200}  # bytes

_EXPORT = re.compile(r"assignment_\d+_export")  # Gradescope's folder


@dataclass(frozen=True, slots=True)
class Recognised:
    """A download of this LMS, below so many folders."""

    format: Format
    depth: int
    reader: Reader
    share: float
    typed: Reader


def recognised(tree: Tree, files: Sequence[Found], name: str | None, among: Sequence[Format] = FORMATS) -> list[Recognised]:
    """Every LMS whose download this may be: none, one, or several that fit as well.

    Args:
        name: what the folder, or the zip but for its ending, is called: a folder of that name may lie around everything. None: any may.
    """
    best: list[Recognised] = []
    for found in _fitting(tree, files, name, among):
        if found.share >= ENOUGH and (not best or found.share >= best[0].share):
            best = [*(best if best and found.share == best[0].share else []), found]
    return best


def read_of(name: str) -> int:
    """How many bytes of a file of this name are read, that is no submission, since some LMS or nbgrader may have written it."""
    return max(NBGRADER.get(name, 0), *(one.read(name) for one in FORMATS))


def _fitting(tree: Tree, files: Sequence[Found], name: str | None, among: Sequence[Format]) -> Iterator[Recognised]:
    """Each LMS that fits anything, at the depth where it fits most."""
    usable = [found.parts for found in files if not found.trouble]
    for one in among:
        shares = [found for depth in range(_around(usable, name) + 1) if (found := _share(one, tree, usable, depth)) is not None]
        if shares:
            yield max(shares, key=lambda found: (found.share, -found.depth))


def _share(one: Format, tree: Tree, usable: Sequence[Parts], depth: int) -> Recognised | None:
    handed_in = [parts[depth:] for parts in usable if len(parts) > depth and not one.own(parts[depth:])]
    reader = one.reader(tree, depth)
    if reader is None or not handed_in:
        return None
    fitting = sum(reader(parts) is not None for parts in handed_in)
    return Recognised(one, depth, reader, fitting / len(handed_in), one.typed(tree, depth))


def _around(paths: Sequence[Parts], name: str | None) -> int:
    """How many folders lie around everything: those that an LMS or whoever unpacked it has made.

    A folder of another name is a student's, who may have given the files in it any names.
    """
    depth = 0
    while depth < DEEPEST and paths and all(len(parts) > depth + 1 and parts[depth] == paths[0][depth] for parts in paths):
        if name is not None and paths[0][depth] != name and not _EXPORT.fullmatch(paths[0][depth]):
            break
        depth += 1
    return depth

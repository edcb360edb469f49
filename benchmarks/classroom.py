"""Who hands what in to each tool? One class's answers, in the notebook that each tool has handed out."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from autograder.course.load import load_assignment
from autograder.course.manifest import load
from autograder.platforms.cells import answer_cells
from benchmarks.grading import ROOT, SLUG
from benchmarks.stock.asked import filled
from benchmarks.submissions import generate

ANSWER = re.compile(r"^# (\w+), attempt \d+\n\1 = .*$", re.MULTILINE)
LAST, BROKEN = "del_w", "print(("


@dataclass(frozen=True, slots=True)
class Handed:
    """What one student answers, line by line, by the answer's name."""

    student: str
    answers: Mapping[str, str]


def a_class(count: int, of: int) -> list[Handed]:
    """`count` of `of` generated submissions, evenly spread, so that each share of the class is in it."""
    everybody = list(generate(of))
    return [Handed(student, _answers(source)) for student, source in everybody[:: of // count]]


def answered(handed_out: bytes, answers: Mapping[str, str]) -> bytes:
    """A notebook of ours as it was handed out, with the answers in it."""
    questions = load_assignment(load(ROOT), SLUG).assignment.questions.values()
    cells = json.loads(handed_out)["cells"]
    sources = ["".join(cell["source"]) if cell["cell_type"] == "code" else "" for cell in cells]
    places = {name: index for index, names in answer_cells(sources, questions).items() for name in names}
    return filled(handed_out, places, answers)


def _answers(source: str) -> dict[str, str]:
    found = {match[1]: match[0] for match in ANSWER.finditer(source)}
    return found | {LAST: f"{found[LAST]}\n{BROKEN}"} if source.endswith(BROKEN) else found

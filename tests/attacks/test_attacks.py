"""No attack earns a mark that it did not earn, sees anything hidden, harms another's work or stays. Its twin gets its marks.

With DESCENT_ATTACKS=all, as `make attacks` sets it, all of them at each level; else each at one level, and of those that run into a
limit of time one of eight.
"""

import os

import msgspec
import pytest

from autograder.grading.report import Report
from tests.attacks.attack import Attack, attacks
from tests.attacks.conftest import Stages
from tests.attacks.stage import Stage

COUNTS = {"correct", "carried"}
ATTACKS = attacks()
ALL = os.environ.get("DESCENT_ATTACKS") == "all"
SOME = 8


def _tried() -> list[tuple[Attack, str]]:
    if ALL:
        return [(attack, level) for attack in ATTACKS for level in attack.levels]
    slow = [attack for attack in ATTACKS if "stops" in attack.said]
    left_out = {attack.name for index, attack in enumerate(slow) if index % SOME}
    quick = [attack for attack in ATTACKS if attack.name not in left_out]
    return [(attack, attack.levels[index % len(attack.levels)]) for index, attack in enumerate(quick)]


TRIED = [pytest.param(attack, level, id=f"{attack.name}-{level}") for attack, level in _tried()]


@pytest.mark.parametrize(("attack", "level"), TRIED)
def test_an_attack_gains_nothing_and_sees_nothing(attack: Attack, level: str, stages: Stages) -> None:
    content = attack.path.read_bytes()
    seen = []
    for stage in stages(level):
        with stage.set():
            one = stage.attacked(content, attack.path.name, attack.assignment)
            assert list(stage.findings(one)) == []
            assert one.seconds < stage.allowed_seconds(attack.assignment), "it held its slot for longer than its limits allow"
            assert _gained(attack, stage, one.report) == []
            seen.append(msgspec.json.encode(msgspec.structs.replace(one.report, secret="", submission="")))
    assert seen[0] == seen[1], "the report hangs on something that the student must not see"


@pytest.mark.parametrize(("attack", "level"), TRIED)
def test_its_allowed_twin_gets_its_marks(attack: Attack, level: str, stages: Stages) -> None:
    stage = stages(level)[0]
    with stage.set():
        report = stage.graded(attack.twin.read_bytes(), attack.twin.name.replace(".twin", ""), attack.assignment)
    told = [(one.id, str(one.verdict), one.message) for one in report.questions]
    assert report.score == report.max_score, told
    assert {verdict for _, verdict, _ in told} <= COUNTS, told  # where nothing counts, too


def _gained(attack: Attack, stage: Stage, report: Report) -> list[str]:
    """What an attack got that it should not have, or did not get that it earned."""
    worth = stage.questions(attack.assignment)
    earned = attack.earns(tuple(worth))
    if unknown := earned - set(worth):
        return [f"its head names {', '.join(sorted(unknown))}, which is no question"]
    found = []
    if attack.said.get("refused", "") not in report.refusal or bool(report.refusal) != ("refused" in attack.said):
        found.append(f"it was {f'refused: {report.refusal}' if report.refusal else 'not refused'}")
    if report.score is None:
        return [*found, "it is a fault of ours"]
    for question in report.questions:
        verdict = str(question.verdict)
        if question.id in earned and (verdict not in COUNTS or question.points != worth[question.id]):
            found.append(f"{question.id} was earned, and is {verdict}: {question.message}")
        if question.id not in earned and (verdict in COUNTS or question.points):
            found.append(f"{question.id} was not earned, and is {verdict} with {question.points} points")
        if question.id not in earned and attack.told and verdict not in attack.told:
            found.append(f"{question.id} is {verdict}, and not {' or '.join(sorted(attack.told))}: {question.message}")
    return found

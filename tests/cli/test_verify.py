"""`descent verify` prints the proofs, as text or JSON, and its exit code says whether they hold."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Descent
from tests.integrity.conftest import SLUG, Made, made

__all__ = ["made"]


def test_a_sound_course_is_told_and_ends_with_0(descent: Descent, made: Made, capsys: pytest.CaptureFixture[str]) -> None:
    assert descent("--course", made(), "verify", "--draws", 1) == 0
    said = capsys.readouterr()
    assert said.out.endswith(f"{SLUG}: 6 of 6 proofs hold, mutation score 100.0%.\n")
    assert said.err == ""


def test_findings_end_with_1_and_stand_in_the_json(descent: Descent, made: Made, capsys: pytest.CaptureFixture[str]) -> None:
    root = made()
    (root / "assignments" / SLUG / "product.py").unlink()
    assert descent("--course", root, "verify", SLUG, "--draws", 1, "--json") == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["schema"], said["passed"]) == ("descent/verification/1", False)
    failed = [proof for proof in said["assignments"][0]["proofs"] if not proof["passed"]]
    assert [proof["name"] for proof in failed] == ["built"]
    assert failed[0]["findings"] == [f"assignments/{SLUG}/product.py: missing. Run `descent build`."]


def test_an_unknown_assignment_is_wrong_usage(descent: Descent, made: Made, capsys: pytest.CaptureFixture[str]) -> None:
    assert descent("--course", made(), "verify", "02-none") == 2
    assert "there is no assignment '02-none'" in capsys.readouterr().err


def test_no_draws_at_all_is_wrong_usage(descent: Descent, course: Path) -> None:
    assert descent("--course", course, "verify", "--draws", 0) == 2

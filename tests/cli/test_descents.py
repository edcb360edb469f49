"""A student's page shows their descent beside the reference's, from `descent grade` to the gradebook and the regrade."""

import json
from pathlib import Path

import pytest

from autograder.cli.place import database
from autograder.course.descent import Descended
from autograder.gradebook.store import Gradebook
from tests.cli.conftest import Descent

SLUG = "02-single-neuron"
STEP = "return w - learning_rate * weight_gradient(w, b, x, y), b - learning_rate * bias_gradient(w, b, x, y)"


@pytest.fixture
def submitted(root: Path, tmp_path: Path) -> Path:
    """One who is right, one who climbs, and one who has not begun."""
    master = (root / "solutions" / SLUG / "neuron.py").read_text(encoding="utf-8")
    assert STEP in master
    stub = (root / "assignments" / SLUG / "neuron.py").read_text(encoding="utf-8")
    for student, text in {"ada": master, "ben": master.replace(STEP, STEP.replace(" - ", " + ")), "cy": stub}.items():
        folder = tmp_path / "submitted" / student / SLUG
        folder.mkdir(parents=True)
        (folder / "neuron.py").write_text(text, encoding="utf-8")
    return tmp_path / "submitted"


def test_pages_show_what_each_students_own_code_gave(
    descent: Descent, root: Path, submitted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert descent("--course", root, "grade", submitted, "--out", tmp_path / "out") == 0
    capsys.readouterr()
    ada, ben, cy = ((tmp_path / "out" / student / f"{SLUG}.html").read_text(encoding="utf-8") for student in ("ada", "ben", "cy"))
    assert "It goes as the reference&#39;s does, and lies on it." in ada
    assert "Yours goes from 0.4711 to 0.4" in ben
    assert "Your descent" not in cy

    everything = json.loads((tmp_path / "out" / "reports.json").read_bytes())["reports"]
    held = {report["student"]: report.get("descent") for report in everything}
    assert held["cy"] is None
    assert held["ada"]["reference"] == held["ben"]["reference"] == held["ada"]["yours"]
    public = json.loads((root / "assignments" / SLUG / "examples.json").read_bytes())
    assert held["ben"]["reference"] == public["descent"]["walk"]

    with Gradebook.open(database()) as book:
        kept = {report.student: report.descent for report in book.reports(SLUG)}
    assert isinstance(kept["ben"], Descended)
    assert kept["ben"].yours.costs == tuple(held["ben"]["yours"]["costs"])

"""What the plugin makes of a submission's folder, without otter's kernel: which file counts, what is left, what is refused."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from autograder.errors import SandboxFault, UsageError
from autograder.grading.report import Report
from autograder.marking.worker import Marker
from autograder.platforms.otter.folder import BLANK, blank
from autograder.platforms.otter.grading import ASIDE, grade, tame
from tests.platforms.otter import hostile
from tests.platforms.otter.conftest import SLUG


@pytest.fixture(scope="module")
def source(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip, unpacked."""
    folder = tmp_path_factory.mktemp("source")
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder)
    return folder


@pytest.fixture
def place(source: Path, tmp_path: Path) -> Path:
    """A folder laid out as otter's, with nothing handed in."""
    (tmp_path / "source").symlink_to(source)
    (tmp_path / "submission").mkdir()
    (tmp_path / "submission_metadata.json").write_text("{}")
    return tmp_path


def handed_in(place: Path, files: dict[str, bytes], folder: str = "submission") -> Path:
    """Hand in; the path that otter hands over."""
    for name, content in files.items():
        path = place / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return place / "submission" / "gradient.ipynb"


# --- which file ----------------------------------------------------------------------------------------------------------


def test_what_otter_itself_puts_there_is_not_the_students(place: Path, filled: bytes, source: Path) -> None:
    path = handed_in(
        place, {"ada.ipynb": filled, "__init__.py": b"", "tests/h.py": b"h = 1", "descent/course/solutions/gradient.py": b"h = 1"}
    )
    report = grade(path.with_name("ada.ipynb"), SLUG)
    assert (report.file, report.score, report.notes[-1:]) == ("ada.ipynb", 8.0, report.notes[:1])


def test_the_file_comes_before_the_notebook_that_otter_hands_over_as_elsewhere(place: Path, master: bytes, filled: bytes) -> None:
    report = grade(handed_in(place, {"gradient.py": master, "gradient.ipynb": filled}), SLUG)
    assert (report.file, report.score) == ("gradient.py", 10.0)
    assert "gradient.ipynb: Not graded: gradient.py was. Leave only the file that counts." in report.notes


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({"essay.txt": b"h = 1"}, "No Python file or notebook was handed in. Expected gradient.py or gradient.ipynb."),
        ({"a.py": b"h = 1", "b.py": b"h = 2"}, "Several files, and none is named gradient.py or gradient.ipynb."),
        ({"gradient.py": b""}, "The file is empty."),
        ({"gradient.ipynb": b"h = 1"}, "The file is not a notebook: it cannot be read as JSON."),
        ({"ada.zip": hostile.zipped({"a/gradient.py": b"#" * 1_100_000})}, "a/gradient.py: The file is too large"),
        ({"ada.zip": hostile.zipped({"gradient.ipynb": b" " * 17_000_000, "a.py": b"h = 1"})}, "gradient.ipynb: The file is too large"),
        ({"ada.zip": b"no zip"}, "The zip cannot be read"),
        ({"a.zip": hostile.zipped({}), "b.zip": hostile.zipped({})}, "Unpack the zip and hand in what is in it."),
    ],
    ids=["nothing", "several", "empty", "no-notebook", "too-large-in-a-zip", "too-large-beside-another", "no-zip", "two-zips"],
)
def test_what_cannot_be_read_is_a_verdict_in_words(place: Path, files: dict[str, bytes], why: str) -> None:
    handed_in(place, files, ASIDE)
    report = grade(handed_in(place, {"gradient.ipynb": BLANK}), SLUG)
    assert why in report.refusal
    assert (report.score, report.max_score, len(report.questions)) == (0.0, 10.0, 5)


def test_of_a_zip_the_nearest_file_of_the_expected_name_is_graded(place: Path, master: bytes, slip: bytes) -> None:
    zipped = hostile.zipped({"old/versions/gradient.py": slip, "mine/gradient.py": master, "mine/helper.py": b"x = 1", "a.pkl": b""})
    handed_in(place, {"ada.zip": zipped}, ASIDE)
    assert grade(handed_in(place, {"gradient.ipynb": BLANK}), SLUG).score == 10.0


def test_whoever_is_known_is_named(place: Path, slip: bytes) -> None:
    (place / "submission_metadata.json").write_text('{"users": [{"email": "ada@example.edu"}]}')
    assert grade(handed_in(place, {"gradient.py": slip}), SLUG).student == "ada@example.edu"


# --- what is left --------------------------------------------------------------------------------------------------------


def test_nothing_is_left_of_a_submission_but_a_blank_of_its_name(place: Path, filled: bytes, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").write_text("here")
    path = handed_in(
        place, {"gradient.ipynb": filled, ".OTTER_LOG": hostile.LOG, ".Otter_Log": b"x", "a/b/.OTTER_LOG": b"x", "c.py": b"x"}
    )
    (path.parent / "linked").symlink_to(outside)
    (path.parent / "dangling.py").symlink_to(outside / "nothing")
    os.mkfifo(path.parent / "pipe.py")
    grade(path, SLUG)
    assert [one.name for one in path.parent.iterdir()] == ["gradient.ipynb"]
    assert path.read_bytes() == BLANK
    assert (outside / "kept").read_text() == "here"


def test_a_blank_file_of_python_is_empty(tmp_path: Path) -> None:
    (tmp_path / "ada.py").write_text("h = 1")
    blank(tmp_path / "ada.py")
    assert (tmp_path / "ada.py").read_bytes() == b""


def test_a_folder_of_somebodys_own_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "gradient.py").write_text("h = 1")
    with pytest.raises(UsageError, match=r"no course lies there\. Make the zip again: descent export otter DIR"):
        grade(tmp_path / "work" / "gradient.py", SLUG)
    assert (tmp_path / "work" / "gradient.py").read_text() == "h = 1"


def test_nothing_is_imported_from_the_students_folder_while_the_plugin_works(place: Path, filled: bytes, tmp_path: Path) -> None:
    """Otter's current folder is the submission's; where Python runs interactively, the current folder comes first on its path."""
    shadows = ("msgspec", "numpy", "tomllib", "unicodedata", "hashlib", "fractions", "statistics", "tempfile", "jinja2", "markupsafe")
    trace = f"open({str(tmp_path / 'imported')!r}, 'w').write(__name__)\nraise ImportError\n".encode()
    path = handed_in(place, {"gradient.ipynb": filled, **{f"{name}.py": trace for name in shadows}})
    interactively = (
        "import os, sys, otter.plugins; from types import SimpleNamespace as Config\n"
        "from autograder.platforms.otter.plugin import DescentPlugin\n"
        "assert sys.path[0] == ''; os.chdir(os.path.dirname(sys.argv[1]))\n"
        "plugin = DescentPlugin(sys.argv[1], {}, {'assignment': sys.argv[2]}); plugin.before_grading(Config(pdf=False, token=None))\n"
        "print(plugin.generate_report()); assert sys.path[0] == ''"
    )
    done = subprocess.run([sys.executable, "-c", interactively, path, SLUG], capture_output=True, check=False, text=True)
    assert "gradient.ipynb: 8 of 10 points" in done.stdout, done.stderr
    assert not (tmp_path / "imported").exists()


# --- what is not graded --------------------------------------------------------------------------------------------------


def test_a_fault_is_raised(place: Path, slip: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: Marker, submission: Any, time_factor: float = 1.0) -> Report:
        return Report(student="", assignment=SLUG, submission="", isolation="A", score=None, max_score=10.0, questions=())

    monkeypatch.setattr(Marker, "mark", broken)
    with pytest.raises(SandboxFault, match="a problem on our side"):
        grade(handed_in(place, {"gradient.py": slip}), SLUG)


@pytest.mark.parametrize("asked", [{"pdf": True, "token": None}, {"pdf": False, "token": "x"}], ids=["pdf", "token"])
def test_no_pdf_is_made_of_what_was_handed_in(asked: dict[str, object]) -> None:
    with pytest.raises(UsageError, match="nothing that was handed in is opened outside of the sandbox"):
        tame(SimpleNamespace(**asked))


def test_otter_is_not_to_grade_from_a_log() -> None:
    config = SimpleNamespace(pdf=False, token=None, grade_from_log=True, serialized_variables={"h": "float"}, seed=1, seed_variable="s")
    tame(config)
    assert vars(config) == {
        "pdf": False, "token": None, "grade_from_log": False, "serialized_variables": None, "seed": None, "seed_variable": None,
    }  # fmt: skip

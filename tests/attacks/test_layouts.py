"""No folder and no zip that is handed in leads anywhere else, holds up the class or takes another's marks. With `descent` as typed.

A layout is a module: `make(folder)` and `twin(folder)` lay out a folder of submissions. What must come of it stands in capitals:

    GRADED   the score of each student whose work is graded
    REFUSED  the students some of whose files are not, and words that stand in the reason; signs that cannot be printed as escapes
    EXIT     the exit code; by default 1 where anything is refused, else 0
    HANDED   what in the folder is handed to `descent grade`; by default all of it
    STANDING where in the folder the command is typed, which then speaks of paths as they are seen from there
    COURSE   False where `--course` is not given, so that a course is looked for from there upwards
    OUT      False where `--out` is not given, so that the pages go where they go by default
    TWIN     the students of the twin, who all get all points
    SECONDS  how long grading may take at the most

Its other constants begin with an underscore.
"""

import contextlib
import hashlib
import importlib.util
import json
import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest

from autograder import cli
from autograder.building.build import build
from autograder.course.manifest import load
from autograder.feedback import plain
from autograder.grading.report import Reports
from autograder.marking.render import ALL
from autograder.marking.tree import spelled
from tests.attacks import laying, showing
from tests.attacks.attack import Attack, layouts
from tests.attacks.laying import Outside
from tests.attacks.stage import QUICK, loot

SLUG = "01-gradient-step"
FULL = 10.0
HONEST = "ada"
LINES = 100  # that the command may print, beside one for each student
LOOKED_AT = 12  # reports whose pages are read, where there are many
HASHED = 1 << 20
EACH = pytest.mark.parametrize("attack", layouts(), ids=lambda attack: attack.name)
WATCHED = """
import atexit, json, os, sys

place, record, seen = os.environ.pop("WATCHED"), os.environ.pop("RECORD"), set()


def watch(event, arguments):
    if event in ("open", "os.scandir", "os.listdir") and isinstance(arguments[0], (str, bytes, os.PathLike)):
        path = os.path.abspath(os.fsdecode(arguments[0]))
        if path.startswith(place):
            seen.add(path)


sys.addaudithook(watch)
atexit.register(lambda: open(record, "w").write(json.dumps(sorted(seen))))
from autograder.cli import main

main()
"""
"""The command, with a note of every file and folder that it opens."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What must come of a layout; see above."""

    graded: Mapping[str, float]
    refused: Mapping[str, str]
    code: int
    handed: tuple[str, ...]
    standing: str | None
    course: bool
    out: bool
    twin: tuple[str, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Came:
    """What came of one command.

    Attributes:
        opened: the files and folders that it opened, of those that the test has laid out.
    """

    code: int
    said: str
    everything: Reports
    opened: tuple[Path, ...]

    @property
    def scores(self) -> dict[str, float | None]:
        """By student."""
        return {report.student: report.score for report in self.everything.reports}


@pytest.fixture(scope="session")
def course(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with its first assignment alone, and limits that are met soon."""
    folder = tmp_path_factory.mktemp("quick")
    shutil.copytree(root / "solutions" / SLUG, folder / "solutions" / SLUG)
    head, *entries = (root / "course.toml").read_text(encoding="utf-8").split("[[assignments]]")
    for name, value in QUICK.items():
        head = re.sub(rf"(?m)^{name} = \S+", f"{name} = {value}", head)
    own = next(entry for entry in entries if f'"{SLUG}"' in entry)
    (folder / "course.toml").write_text(f"{head}[[assignments]]{own}", encoding="utf-8")
    build(load(folder))
    return folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The folder that is laid out; beside it lies what nobody may reach."""
    folder = tmp_path / "in"
    folder.mkdir()
    Outside(folder).lay()
    return folder


@EACH
def test_a_hostile_layout_leads_nowhere_and_harms_nobody(attack: Attack, place: Path, course: Path) -> None:
    module = _module(attack.path)
    expected = _expected(module)
    with _as_far_as_it_goes():
        module.make(place)
    before, others = _snapshot(place.parent), loot(place)
    came = _typed(place, course, expected)
    assert came.code == expected.code, came.said
    assert came.scores == expected.graded, came.said
    assert list(_not_as_expected(came, expected)) == []
    assert _snapshot(place.parent) == before
    assert loot(place) == others
    assert list(_led_away(came, place)) == []
    assert list(_shown(came, place.parent / "out")) == []


@EACH
def test_its_allowed_twin_gets_its_marks(attack: Attack, place: Path, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    module = _module(attack.path)
    with _as_far_as_it_goes():
        module.twin(place)
    out, expected = place.parent / "out", _expected(module)
    handed = [place / name for name in expected.handed if (place / name).exists()] if expected.standing is None else [place]
    asked = ["--course", str(course), "grade", *map(str, handed), "--out", str(out), "--jobs", "1"]
    assert cli.run(asked) == 0, capsys.readouterr().err
    reports = _everything(out).reports
    assert {report.student: report.score for report in reports} == dict.fromkeys(expected.twin, FULL)


@cache
def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"layout_{path.name.partition('.')[0]}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _expected(module: ModuleType) -> Expected:
    def said(name: str, default: Any) -> Any:
        return getattr(module, name, default)

    refused = said("REFUSED", {})
    found = Expected(
        graded=said("GRADED", {HONEST: FULL}),
        refused=refused,
        code=said("EXIT", int(bool(refused))),
        handed=said("HANDED", ("",)),
        standing=said("STANDING", None),
        course=said("COURSE", True),
        out=said("OUT", True),
        twin=said("TWIN", (HONEST, "mallory")),
        seconds=said("SECONDS", 60.0),
    )
    assert found.code == 2 or found.graded.get(HONEST) == FULL, "an honest student is there, and gets all points"
    known = {"GRADED", "REFUSED", "EXIT", "HANDED", "STANDING", "COURSE", "OUT", "TWIN", "SECONDS", *vars(laying)}
    assert {name for name in vars(module) if name.isupper() and not name.startswith("_")} <= known
    return found


@contextlib.contextmanager
def _as_far_as_it_goes() -> Iterator[None]:
    """Devices are made by root alone, and some file systems take no name that is not text."""
    try:
        yield
    except (PermissionError, NotImplementedError, UnicodeEncodeError) as error:
        pytest.skip(f"it cannot be laid out here: {error}")


def _typed(place: Path, course: Path, expected: Expected) -> Came:
    """Type the command, and wait for it as long as it may take."""
    out, record = place.parent / "out", place.parent / "record"
    paths = expected.handed if expected.standing is not None else [str(place / name) for name in expected.handed]
    given = ["--course", str(course)] if expected.course else []
    pages = ["--out", str(out)] if expected.out else []
    command = [sys.executable, "-P", "-c", WATCHED, *given, "grade", *paths, *pages, "--jobs", "1"]
    folder = place.parent if expected.standing is None else place / expected.standing
    own = {"WATCHED": f"{place.parent}{os.sep}", "RECORD": str(record), "PYTHONUTF8": "0", "PYTHONIOENCODING": "utf-8"}
    environment = {**os.environ, **own}
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
        encoding="utf-8",
    ) as process:
        before = time.monotonic()
        try:
            said = process.communicate(timeout=expected.seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            pytest.fail(f"it had not come to its end after {time.monotonic() - before:.0f} seconds")
    opened = [Path(path) for path in json.loads(record.read_text(encoding="utf-8"))]
    return Came(
        process.returncode,
        "".join(said),
        _everything(out),
        tuple(path for path in opened if not path.is_relative_to(out) and path != record),
    )


def _everything(out: Path) -> Reports:
    return msgspec.json.decode((out / ALL).read_bytes(), type=Reports) if (out / ALL).exists() else Reports(())


def _not_as_expected(came: Came, expected: Expected) -> Iterator[str]:
    """Who was refused who should not have been, or not in these words."""
    reasons: dict[str, list[str]] = {}
    for one in came.everything.refused:
        reasons.setdefault(spelled(one.student), []).append(one.reason)
    for student in reasons.keys() - expected.refused.keys():
        yield f"{student} was refused: {reasons[student][0]}"
    for student, words in expected.refused.items():
        if not any(words in reason for reason in reasons.get(student, [])):
            yield f"of {student} it was not said {words!r}, but {reasons.get(student)}"


def _snapshot(around: Path) -> dict[str, tuple[object, ...]]:
    """All that lies around the folder but what the command writes: kind, size, time, content. Nothing is followed or waited for."""
    found: dict[str, tuple[object, ...]] = {}
    for above, folders, files in os.walk(around):
        if above == str(around):
            folders[:] = [name for name in folders if name != "out"]
            files = [name for name in files if name != "record"]
        for name in [*folders, *files]:
            path = Path(above, name)
            about = path.lstat()
            content: object = None
            if stat.S_ISREG(about.st_mode) and about.st_size <= HASHED:
                content = hashlib.sha256(path.read_bytes()).digest()
            elif stat.S_ISLNK(about.st_mode):
                content = path.readlink()
            found[str(path)] = (about.st_mode, about.st_size, about.st_mtime_ns, content)
    return found


def _led_away(came: Came, place: Path) -> Iterator[str]:
    """What was opened that lies elsewhere, or is reached by a link, or is neither a file nor a folder."""
    for path in came.opened:
        if not path.is_relative_to(place):
            yield f"{path} was opened, which lies outside"
            continue
        steps = [place.joinpath(*path.relative_to(place).parts[:count]) for count in range(1, len(path.relative_to(place).parts) + 1)]
        if any(step.is_symlink() for step in steps):
            yield f"{path} was opened, by a link"
        elif not path.is_file() and not path.is_dir():
            yield f"{path} was opened, which is no file"


def _shown(came: Came, out: Path) -> Iterator[str]:
    """What is wrong with what was printed and written."""
    reports = came.everything.reports
    yield from (f"printed: {problem}" for problem in showing.in_text(came.said, LINES + len(reports)))
    if "Traceback" in came.said or laying.SECRET.decode().strip() in came.said:
        yield "printed: what nobody should see"
    names = [plain.name(report.student) for report in reports]
    yield from (f"two students are shown as {name!r}" for name in sorted({name for name in names if names.count(name) > 1}))
    pages = sorted(out.glob("*/*.html"))
    if len(pages) != len(reports):
        yield f"{len(reports)} students have {len(pages)} pages"
    for page in [*pages[:LOOKED_AT], *sorted(out.glob("*/*.md"))[:LOOKED_AT], *out.glob(ALL)]:
        kind = {".html": "html", ".md": "markdown", ".json": "json"}[page.suffix]
        yield from (f"{page.name}: {problem}" for problem in showing.in_page(kind, page.read_text(encoding="utf-8")))
    for report in reports[:LOOKED_AT]:
        yield from showing.problems(report)


def test_what_is_opened_elsewhere_or_by_a_link_or_is_no_file_is_seen(place: Path) -> None:
    (place / "linked").symlink_to(place.parent / "outside")
    os.mkfifo(place / "pipe")
    opened = (place, Outside(place).right, place / "linked" / "gradient.py", place / "pipe")
    assert len(list(_led_away(Came(0, "", Reports(()), opened), place))) == len(opened) - 1


def test_what_is_written_or_changed_around_the_folder_is_seen(place: Path) -> None:
    before = _snapshot(place.parent)
    assert _snapshot(place.parent) == before
    Outside(place).secret.write_text("other", encoding="utf-8")
    changed = _snapshot(place.parent)
    (place / "new").symlink_to("old")
    assert len({frozenset(one.items()) for one in (before, changed, _snapshot(place.parent))}) == 3


def test_what_is_printed_is_looked_at(place: Path) -> None:
    for said in ("\x1b[31mred", "line\n" * (LINES + 1), "Traceback", "leaked: a text that nobody may read"):
        assert list(_shown(Came(0, said, Reports(()), ()), place / "out")), said
    assert list(_shown(Came(0, "nothing\n", Reports(()), ()), place / "out")) == []

"""The documentation is true: the commands in it run and print what it shows, its links lead somewhere, the reference is the help.

A block of shell commands below `<!-- run -->` is run in a copy of the course, one page's blocks after the other in one place.
`<!-- run, exit 1 -->` expects that exit code. If a block of text follows, that is what is printed; `...` on a line of its own
stands for any lines. A block below `<!-- write PATH -->` is that file, below `<!-- add PATH -->` what stands at its end. A page with
`<!-- in an empty folder -->` begins there instead, and says of every block what it is.
"""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.reference import PAGES as MADE

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
COURSE = ("course.toml", "assignments", "solutions", "examples")
EMPTY = "<!-- in an empty folder -->"
BLOCK = re.compile(
    r"<!-- (?:run(?:, exit (?P<code>\d+))?|(?P<how>write|add) (?P<path>\S+)) -->\n+"
    r"```(?:\w+)\n(?P<text>.*?)```(?:\n+```text\n(?P<shown>.*?)```)?",
    re.DOTALL,
)
FENCE = re.compile(r"^```(\w+)$", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)")


@dataclass(frozen=True)
class Block:
    """A script in a page, with what is said of it; or a file, or what is added to one."""

    text: str
    code: int
    shown: str | None
    how: str
    path: str


def blocks(page: str) -> list[Block]:
    return [
        Block(found["text"], int(found["code"] or 0), found["shown"], found["how"] or "run", found["path"] or "")
        for found in BLOCK.finditer(page)
    ]


def shows(shown: str, said: str) -> bool:
    """Whether `said` is what a page shows, blanks at the ends of lines aside."""

    def tidy(text: str) -> str:
        return "\n".join(line.rstrip() for line in text.strip("\n").split("\n"))

    parts = re.split(r"^\s*\.\.\.$\n?", tidy(shown), flags=re.MULTILINE)
    return re.fullmatch(".*".join(map(re.escape, parts)), tidy(said), re.DOTALL) is not None


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the course, without the environment and the tests."""
    for name in COURSE:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    return tmp_path


ELSEWHERE = ("docs/instructors.md",)  # tests/term goes through it, and reckons what must come of each command
RUNNABLE = {
    name: page
    for page in PAGES
    if (name := page.relative_to(ROOT).as_posix()) not in ELSEWHERE and blocks(page.read_text(encoding="utf-8"))
}


@pytest.mark.parametrize("page", RUNNABLE.values(), ids=RUNNABLE)
def test_the_commands_of_a_page_do_what_it_says(page: Path, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    folder = tmp_path if EMPTY in text else request.getfixturevalue("copy")
    for block in blocks(text):
        if block.how == "run":
            run(block, folder)
        else:
            path = folder / block.path
            before = path.read_text(encoding="utf-8").rstrip() + "\n" if block.how == "add" else ""
            gap = "\n\n" if before and path.suffix == ".py" else ""
            path.write_text(before + gap + block.text, encoding="utf-8")


def run(block: Block, folder: Path) -> None:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    env = {**os.environ, "PATH": path, "PYTHONIOENCODING": "utf-8", "COLUMNS": "80"}
    done = subprocess.run(
        ["bash", "-eu", "-c", block.text], cwd=folder, env=env, capture_output=True, check=False, text=True, encoding="utf-8"
    )
    assert done.returncode == block.code, f"{block.text}\n{done.stdout}\n{done.stderr}"
    assert block.shown is None or shows(block.shown, done.stdout), f"{block.text}\n{done.stdout}"


@pytest.mark.parametrize("page", [page for page in PAGES if EMPTY in page.read_text(encoding="utf-8")], ids=lambda page: page.name)
def test_of_a_page_that_begins_in_an_empty_folder_every_block_is_tried(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert len(FENCE.findall(text)) == sum(1 + (block.shown is not None) for block in blocks(text))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("path", MADE, ids=str)
def test_a_page_that_is_made_from_the_code_is_what_the_code_says(path: Path) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == MADE[path](), "run: python -m tests.reference"


def test_the_readme_begins_with_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert text.index("make demo") < text.index("make test") < text.index("```\n")


@pytest.mark.parametrize(
    ("shown", "said", "fits"),
    [
        ("a\n", "a\n", True),
        ("a\n...\nc\n", "a\nb\nb\nc\n", True),
        ("a\n...\n", "a\nb\n", True),
        ("a\n...\nc\n", "a\nb\n", False),
        ("a.c", "abc", False),
        ("a", "a\nb", False),
    ],
)
def test_what_is_shown_is_compared_with_what_is_said(shown: str, said: str, fits: bool) -> None:
    assert shows(shown, said) is fits

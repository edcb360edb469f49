"""What lies in the zip for `otter run`, `otter grade` and Gradescope?

What `otter generate` would write, with our plugin in its config; and in `files/`, the one folder that otter's images take along whole,
the packed engine, course and secret. Only instructors see it.
"""

import json
from collections.abc import Iterator, Sequence
from importlib import metadata, resources

from autograder.course.manifest import Course
from autograder.course.secret import Secret
from autograder.platforms.otter.checks import Asked, graders
from autograder.platforms.packing import packed, requirements, setup

PLUGIN = "autograder.platforms.otter.plugin.DescentPlugin"
CONFIG = "otter_config.json"
FILES = "files"
PACKED = f"{FILES}/descent"
RUN, SETUP = "run_autograder", "setup.sh"
PROGRAMS = frozenset({RUN, SETUP})
_SCRIPTS = resources.files("autograder.platforms.otter") / "scripts"
_OTTER = {"otter-grader": ">=7,<8", "ipykernel": ">=6"}  # by their versions here, or so where they are not installed
_ENVIRONMENT = """\
# Not used: setup.sh installs requirements.txt with pip. `otter grade` asks for a file of this name.
name: otter-env
dependencies: []
"""
_RUN_OTTER = '''\
"""Grades what lies in submission/: run_autograder names the folder that all lies in. Made by `descent export otter`."""

import sys
from pathlib import Path


def main(base: Path) -> int:
    """Grade; the exit code."""
    sys.path.insert(0, str(base / "source" / "{packed}" / "engine"))
    from autograder.platforms.otter.container import run

    return run(base)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
'''


def zipped(course: Course, secret: Secret, slug: str, questions: Sequence[Asked]) -> dict[str, bytes]:
    """The zip's files by their paths.

    Raises:
        UsageError: the course's assignments have not been built.
    """
    made = {
        RUN: (_SCRIPTS / RUN).read_bytes(),
        SETUP: setup(_SCRIPTS / "install.sh"),
        "run_otter.py": _RUN_OTTER.format(packed=PACKED).encode(),
        "requirements.txt": "".join(f"{line}\n" for line in _requirements()).encode(),
        "environment.yml": _ENVIRONMENT.encode(),
        CONFIG: config(slug, graded=any(question.points for question in questions)),
        **{f"tests/{question.name}.py": graders(question).encode() for question in questions},
    }
    return made | packed(course, secret, PACKED, slug)


def config(slug: str, *, graded: bool) -> bytes:
    """Otter's configuration: our plugin, and on Gradescope each question with its points and nothing twice.

    Nothing has to be hidden from students: what is said of hidden cases holds none of their values.
    """
    made = {
        "plugins": [{PLUGIN: {"assignment": slug}}],
        "show_hidden": True,
        "show_all_public": True,
        "force_public_test_summary": False,
        "print_score": graded,
    }
    return f"{json.dumps(made, indent=2)}\n".encode()


def _requirements() -> Iterator[str]:
    for name, accepted in _OTTER.items():
        try:
            yield f"{name}=={metadata.version(name)}"
        except metadata.PackageNotFoundError:
            yield f"{name}{accepted}"
    yield from requirements()

"""setup.sh, with stand-ins for apt and Python: what is installed where, and that it ends with an error where there is no Python."""

import os
import subprocess
from importlib import resources
from pathlib import Path

import pytest

from autograder.platforms.packing import setup

SCRIPT = setup(resources.files("autograder.platforms.otter") / "scripts" / "install.sh")
APT = """#!/bin/sh
echo "$(basename "$0") $*" >>"$LOG"
[ "$(basename "$0")" = apt-get ] || [ "$2" = python3.12-venv ]
"""
PYTHON = """#!/bin/sh
echo "python $*" >>"$LOG"
case "$*" in
*ctypes*) exit "$NO_SECCOMP" ;;
"-m venv --clear "*) mkdir -p "$4/bin" && cp "$0" "$4/bin/python" ;;
esac
"""


def program(path: Path, text: str) -> None:
    path.write_text(text)
    path.chmod(0o755)


@pytest.fixture
def image(tmp_path: Path) -> Path:
    """A folder with the script and its requirements, and stand-ins on the path; no Python there that will do."""
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "setup.sh").write_bytes(SCRIPT)
    (tmp_path / "bin").mkdir()
    for name in ("apt-get", "apt-cache"):
        program(tmp_path / "bin" / name, APT)
    for name in ("python3.13", "python3.12", "python3.11", "python3"):
        program(tmp_path / "bin" / name, "#!/bin/sh\nexit 1\n")
    return tmp_path


def run(image: Path, *, python: str = "", seccomp: bool = True) -> tuple[int, str, list[str]]:
    env = {
        "PATH": os.pathsep.join([str(image / "bin"), "/usr/bin", "/bin"]),
        "LOG": str(image / "log"),
        "PYTHON": python,
        "NO_SECCOMP": "0" if seccomp else "1",
    }
    done = subprocess.run(["bash", image / "source" / "setup.sh"], env=env, cwd="/", capture_output=True, check=False, text=True)
    log = (image / "log").read_text().splitlines() if (image / "log").exists() else []
    return done.returncode, done.stdout + done.stderr, log


def test_with_a_python_that_will_do_only_pip_installs(image: Path) -> None:
    program(image / "bin" / "mine", PYTHON)
    code, said, log = run(image, python=str(image / "bin" / "mine"))
    assert (code, said.splitlines()[-1]) == (0, "descent: ready.")
    assert [line for line in log if line.startswith("apt")] == []
    (pip,) = [line for line in log if "-m pip install" in line]
    assert pip.endswith(f"--requirement {image}/source/requirements.txt")
    assert (image / "source" / "venv" / "bin" / "python").exists()


def test_what_is_missing_is_installed(image: Path) -> None:
    program(image / "bin" / "mine", PYTHON)
    code, _, log = run(image, python=str(image / "bin" / "mine"), seccomp=False)
    assert code == 0
    assert [line for line in log if "install" in line and line.startswith("apt-get")] == [
        "apt-get install --yes --quiet=2 --no-install-recommends libseccomp2"
    ]


def test_an_image_without_python_gets_the_newest_that_it_has_and_is_told_if_that_will_not_do(image: Path) -> None:
    code, said, log = run(image)
    assert code == 1
    assert "this image has no Python 3.11 or newer. Choose Ubuntu 22.04 or newer, on Gradescope in the autograder's settings." in said
    assert "apt-get install --yes --quiet=2 --no-install-recommends python3.12 python3.12-venv" in log
    assert not (image / "source" / "venv").exists()

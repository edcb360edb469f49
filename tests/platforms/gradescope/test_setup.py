"""The image is set up: a Python that will do is found or installed, then what grading needs, and nobody but root reads any of it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.platforms.packing import requirements
from tests.platforms.gradescope.routes import Place

PYTHON = """#!/bin/sh
echo "$(basename "$0") $*" >>"{log}"
case "$*" in
*version_info*) exit {usable} ;;
*libseccomp*) exit {seccomp} ;;
--version) echo Python 3.12.9 ;;
"-m venv"*) mkdir -p "$4/bin" && cp "$0" "$4/bin/python" ;;
esac
"""
APT = """#!/bin/sh
echo "apt-get $*" >>"{log}"
case "$*" in
*python3.12*) cp "{stock}/python3.12" "{bin}/python3.12" ;;
esac
"""
APT_CACHE = """#!/bin/sh
case "$2" in {known}) exit 0 ;; esac
exit 100
"""


class Image:
    """A folder of programs that stand in for an image's, and a source folder to set up."""

    def __init__(self, folder: Path, place: Place) -> None:
        self.bin, self.stock, self.log, self.source = (folder / name for name in ("bin", "stock", "log", "source"))
        for made in (self.bin, self.stock, self.source / "descent" / "engine"):
            made.mkdir(parents=True)
        for tool in ("sh", "bash", "dirname", "basename", "mkdir", "cp", "chmod", "tr", "cat"):
            found = subprocess.run(["which", tool], capture_output=True, text=True, check=True).stdout.strip()
            (self.bin / tool).symlink_to(found)
        for name in ("setup.sh", "requirements.txt"):
            (self.source / name).write_bytes((place.base / "source" / name).read_bytes())
        (self.source / "descent" / "secret").write_text("secret")
        self.log.touch()

    def program(self, where: Path, name: str, text: str, **said: object) -> None:
        (where / name).write_text(text.format(log=self.log, bin=self.bin, stock=self.stock, **said))
        (where / name).chmod(0o755)

    def set_up(self) -> "subprocess.CompletedProcess[str]":
        command = ["bash", str(self.source / "setup.sh")]
        return subprocess.run(command, cwd="/", env={"PATH": str(self.bin)}, capture_output=True, check=False, text=True, timeout=120)

    @property
    def done(self) -> list[str]:
        """What was run, in order."""
        return self.log.read_text().splitlines()


@pytest.fixture
def image(tmp_path: Path, place: Place) -> Image:
    return Image(tmp_path, place)


def test_a_python_that_is_there_is_taken_and_nothing_installed_by_apt(image: Image) -> None:
    image.program(image.bin, "python3", PYTHON, usable=0, seccomp=0)
    done = image.set_up()
    assert done.returncode == 0, done.stderr
    assert [line for line in image.done if line.startswith("apt")] == []
    assert f"python3 -m venv --clear {image.source}/venv" in image.done
    assert [line for line in image.done if "-m pip install" in line and f"--requirement {image.source}/requirements.txt" in line]
    assert [line for line in image.done if "-m compileall" in line]
    assert done.stdout.splitlines()[-2:] == [f"descent: installed {' '.join(requirements())} ", "descent: ready."]


def test_where_the_image_has_an_older_one_a_newer_one_is_installed(image: Image) -> None:
    image.program(image.bin, "python3", PYTHON, usable=1, seccomp=0)
    image.program(image.stock, "python3.12", PYTHON, usable=0, seccomp=1)
    image.program(image.bin, "apt-get", APT)
    image.program(image.bin, "apt-cache", APT_CACHE, known="python3.12-venv|python3.11-venv")
    done = image.set_up()
    assert done.returncode == 0, done.stderr
    asked = [line for line in image.done if line.startswith("apt-get install")]
    assert [line.split("--no-install-recommends ")[1] for line in asked] == ["python3.12 python3.12-venv", "libseccomp2"]
    assert "descent: grading with Python 3.12.9" in done.stdout


def test_an_image_that_is_too_old_is_refused_with_the_remedy(image: Image) -> None:
    image.program(image.bin, "python3", PYTHON, usable=1, seccomp=0)
    image.program(image.bin, "apt-get", APT)
    image.program(image.bin, "apt-cache", APT_CACHE, known="none")
    done = image.set_up()
    assert done.returncode == 1
    assert "no Python 3.11 or newer. Choose Ubuntu 22.04 or newer, on Gradescope in the autograder's settings." in done.stderr
    assert not (image.source / "venv").exists()


def test_what_fails_ends_it(image: Image) -> None:
    image.program(image.bin, "python3", PYTHON.replace("--version)", "*pip*) exit 9 ;;\n--version)"), usable=0, seccomp=0)
    done = image.set_up()
    assert (done.returncode, "ready" in done.stdout) == (9, False)


def test_nobody_but_its_owner_reads_what_was_uploaded(image: Image) -> None:
    image.program(image.bin, "python3", PYTHON, usable=0, seccomp=0)
    assert image.set_up().returncode == 0
    everything = [image.source, *image.source.rglob("*")]
    assert [path for path in everything if path.stat().st_mode & 0o077] == []


@pytest.fixture(scope="module")
def installable(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Skips where pip finds no packages at all, as without a network."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(tmp_path_factory.mktemp("pip"))]
    done = subprocess.run([*command, *requirements()[1:]], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"pip finds no packages here, so nothing can be set up: {done.stderr.strip().splitlines()[-1:]}")


@pytest.mark.usefixtures("installable")
def test_set_up_for_real_it_grades(own: Place, slip: bytes) -> None:
    environment = {**os.environ, "PYTHON": sys.executable}
    command = ["bash", str(own.base / "source" / "setup.sh")]
    done = subprocess.run(command, env=environment, capture_output=True, check=False, text=True, timeout=600)
    assert (done.returncode, done.stdout.splitlines()[-1:]) == (0, ["descent: ready."]), done.stdout + done.stderr
    results = own.graded({"gradient.py": slip}, contained=os.geteuid() == 0)
    assert results["score"] == 8.0
    installed = next((own.base / "source" / "venv" / "lib").glob("python3*")) / "site-packages"
    assert not list(installed.glob("bubblewrap*"))

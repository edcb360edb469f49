"""The rules of the house hold in the whole project, and each rule sees what it is meant to see."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import house

MAY_RUN_TEXT = "autograder/sandbox/inside/"  # where students' code runs; course/load.py runs the author's by importlib
FREE_OF_PATH_RULE = ("tests/attacks/", "tests/house.py", "tests/test_house.py")

CAUGHT = {
    "pickle": ("import pickle", house.unsafe_imports),
    "dill-from": ("from dill import loads", house.unsafe_imports),
    "marshal-inside": ("def f():\n    import marshal", house.unsafe_imports),
    "eval": ("eval('1')", house.text_run_as_code),
    "exec": ("exec(text)", house.text_run_as_code),
    "dunder-import": ("__import__('os')", house.text_run_as_code),
    "shell": ("subprocess.run('ls', shell=True)", house.shells),
    "shell-by-a-variable": ("subprocess.run('ls', shell=yes)", house.shells),
    "os-system": ("os.system('ls')", house.shells),
    "yaml": ("yaml.load(text)", house.unsafe_yaml),
    "no-docstring": ("x = 1", house.no_docstring),
}
SPARED = {
    "json": ("import json", house.unsafe_imports),
    "a-name-that-begins-alike": ("import picklecount", house.unsafe_imports),
    "re-compile": ("re.compile('a')", house.text_run_as_code),
    "literal-eval": ("ast.literal_eval('1')", house.text_run_as_code),
    "no-shell": ("subprocess.run(['ls'], shell=False)", house.shells),
    "safe-yaml": ("yaml.safe_load(text)", house.unsafe_yaml),
    "docstring": ('"""What?"""', house.no_docstring),
}


def tracked(root: Path, *patterns: str) -> Iterator[str]:
    """The project's own files: those that git tracks or would track."""
    command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns]
    listed = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    return (name for name in sorted(set(filter(None, listed.split("\0")))) if (root / name).is_file())


@pytest.mark.parametrize(("source", "rule"), CAUGHT.values(), ids=CAUGHT)
def test_a_rule_sees_what_breaks_it(source: str, rule: house.Rule) -> None:
    assert list(rule(ast.parse(source)))


@pytest.mark.parametrize(("source", "rule"), SPARED.values(), ids=SPARED)
def test_a_rule_spares_what_is_allowed(source: str, rule: house.Rule) -> None:
    assert not list(rule(ast.parse(source)))


@pytest.mark.parametrize(
    "text", ["cd /root/x", "see /tmp/x", "/home/jane", r"C:\Users\ada", "--index-url x", "https://host/simple/numpy"]
)
def test_a_machines_own_places_are_seen(text: str) -> None:
    assert list(house.of_this_machine(text)) == [1]


@pytest.mark.parametrize("text", ["build/tmp/x", "../root/y", "a simple https://host/page", "/usr/bin/env", "/home/ada/notes"])
def test_places_of_everybody_are_spared(text: str) -> None:
    assert not list(house.of_this_machine(text))


@pytest.mark.parametrize("rule", house.SOURCE_RULES)
def test_autograder_keeps_the_rule_that_nothing(rule: str, root: Path) -> None:
    modules = list((root / "autograder").rglob("*.py"))
    broken = [
        f"{path.relative_to(root)}:{line} {rule}" for path in modules for line in house.SOURCE_RULES[rule](ast.parse(path.read_bytes()))
    ]
    assert modules
    assert broken == []


def test_text_is_run_as_code_only_inside_the_sandbox(root: Path) -> None:
    broken = [
        f"{name}:{line}"
        for name in (path.relative_to(root).as_posix() for path in (root / "autograder").rglob("*.py"))
        if not name.startswith(MAY_RUN_TEXT)
        for line in house.text_run_as_code(ast.parse((root / name).read_bytes()))
    ]
    assert broken == []


def test_no_module_is_longer_than_a_person_reads_at_a_sitting(root: Path) -> None:
    lengths = {path: path.read_bytes().count(b"\n") for path in (root / "autograder").rglob("*.py")}
    assert [f"{path.relative_to(root)}: {lines}" for path, lines in lengths.items() if lines > house.MODULE_LINES] == []


def test_no_file_names_a_place_of_somebodys_machine_or_a_registry(root: Path) -> None:
    broken = [
        f"{name}:{line}"
        for name in tracked(root)
        if not name.startswith(FREE_OF_PATH_RULE)
        for line in house.of_this_machine((root / name).read_text(encoding="utf-8", errors="replace"))
    ]
    assert broken == []


def test_every_pin_is_a_name_and_a_version_and_nothing_else(root: Path) -> None:
    lines = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert pins
    assert [line for line in pins if not line.replace("==", "", 1).replace("-", "").replace("_", "").replace(".", "").isalnum()] == []
    assert len({line.split("==")[0].lower() for line in pins}) == len(pins)


def test_what_a_student_installs_is_numpy_msgspec_and_typer(root: Path) -> None:
    import tomllib

    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert [needed.split(">")[0] for needed in project["dependencies"]] == ["numpy", "msgspec", "typer"]

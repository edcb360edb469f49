"""The layers hold: a line imports only lines below it, never its neighbour; and the reader of imports sees what breaks them."""

import sys
from pathlib import Path

import pytest

from tests.layers import findings, imported, imports

LAYERS = [
    ["__main__"],
    ["cli", "web"],
    ["platforms", "integrity"],
    ["marking"],
    ["feedback", "gradebook"],
    ["grading"],
    ["building", "sandbox"],
    ["course"],
    ["errors"],
]
INSIDE = "autograder.sandbox.inside"

BAD = {
    "climbing": ({"low/a.py": "from bad.high import b", "high/b.py": ""}, ["bad.low.a climbs to bad.high.b"]),
    "climbing-inside-a-function": (
        {"low/a.py": "def f():\n    import bad.high.b", "high/b.py": ""},
        ["bad.low.a climbs to bad.high.b"],
    ),
    "climbing-by-a-relative-import": (
        {"low/a.py": "from ..high.b import c", "high/b.py": "c = 1"},
        ["bad.low.a climbs to bad.high.b"],
    ),
    "crossing-to-a-neighbour": (
        {"high/b.py": "import bad.beside.c", "beside/c.py": ""},
        ["bad.high.b crosses to its neighbour bad.beside.c"],
    ),
    "cycle-inside-a-layer": (
        {"low/a.py": "from bad.low import b", "low/b.py": "from bad.low import a"},
        ["a cycle: bad.low.a <- bad.low.b <- bad.low.a"],
    ),
    "folder-in-no-layer": ({"stray/a.py": ""}, ["stray is in no layer"]),
}
GOOD = {
    "downwards": {"high/b.py": "from bad.low import a", "low/a.py": ""},
    "within-a-layer": {"low/a.py": "from .b import c", "low/b.py": "c = 1"},
    "front-door-to-anything": {"__init__.py": "from bad.high import b", "high/b.py": ""},
}


def write(folder: Path, files: dict[str, str]) -> Path:
    """A miniature package named `bad`, with an __init__.py in each folder."""
    for name, text in {"__init__.py": "", **files}.items():
        path = folder / "bad" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        (path.parent / "__init__.py").touch()
        path.write_text(text, encoding="utf-8")
    return folder / "bad"


@pytest.mark.parametrize(("files", "said"), BAD.values(), ids=BAD)
def test_a_package_that_breaks_its_layers_is_told_where(tmp_path: Path, files: dict[str, str], said: list[str]) -> None:
    assert findings(imports(write(tmp_path, files)), [["high", "beside"], ["low"]]) == said


@pytest.mark.parametrize("files", GOOD.values(), ids=GOOD)
def test_a_package_that_keeps_its_layers_is_left_in_peace(tmp_path: Path, files: dict[str, str]) -> None:
    assert findings(imports(write(tmp_path, files)), [["high", "beside"], ["low"]]) == []


def test_autograder_keeps_its_layers(root: Path) -> None:
    assert findings(imports(root / "autograder"), LAYERS) == []


def test_what_runs_inside_the_sandbox_imports_only_the_standard_library_numpy_and_itself(root: Path) -> None:
    modules = list((root / "autograder" / "sandbox" / "inside").glob("*.py"))
    strangers = [
        f"{path.name}: {name}"
        for path in modules
        for name in imported(path, INSIDE)
        if name.split(".")[0] not in {*sys.stdlib_module_names, "numpy"} and not name.startswith(INSIDE)
    ]
    assert modules
    assert strangers == []

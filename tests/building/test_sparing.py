"""Imports without what comes along: it is as if it were not installed, for as long as that lasts, and everything else is as it was."""

import subprocess
import sys

import pytest

from autograder.building.sparing import bare, spared


def test_meanwhile_it_is_not_there_and_afterwards_it_is() -> None:
    sys.modules.pop("this_is_nowhere", None)
    sys.modules.pop("colorsys", None)
    with spared("colorsys", "this_is_nowhere"), pytest.raises(ImportError):
        import colorsys
    import colorsys

    assert colorsys.rgb_to_hsv
    assert "this_is_nowhere" not in sys.modules


def test_what_is_imported_already_stays() -> None:
    import json

    with spared("json"):
        assert sys.modules["json"] is json
    assert sys.modules["json"] is json


def test_it_is_there_again_though_something_went_wrong() -> None:
    sys.modules.pop("colorsys", None)
    with pytest.raises(KeyError), spared("colorsys"):
        raise KeyError
    import colorsys

    assert colorsys.rgb_to_hsv


def asked(code: str) -> str:
    """What a process of its own prints."""
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_notebook_is_made_without_a_server() -> None:
    code = (
        "import sys; from autograder.building.notebook import notebook; "
        "made = notebook('# %% [markdown]\\n# # A\\n\\n# %%\\nx = 1\\n', 'a'); "
        "print(made.count(b'cell_type'), {'tornado', 'jupyter_server', 'notebook', 'rfc3987_syntax'} & {*sys.modules})"
    )
    assert asked(code) == "2 set()"


def test_a_part_of_a_package_comes_without_the_rest_of_it() -> None:
    code = (
        "import sys; from autograder.building.sparing import bare; bare('nbgrader'); from nbgrader.api import Gradebook; "
        "print(Gradebook.__module__, {'nbgrader.server_extensions', 'nbgrader.apps', 'nbconvert', 'jupyter_server'} & {*sys.modules})"
    )
    assert asked(code) == "nbgrader.api set()"


def test_a_package_that_is_imported_already_stays_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    import json

    monkeypatch.setitem(sys.modules, "json", json)
    bare("json")
    assert sys.modules["json"] is json


def test_a_package_that_is_not_installed_is_named() -> None:
    with pytest.raises(ModuleNotFoundError) as raised:
        bare("this_is_nowhere")
    assert raised.value.name == "this_is_nowhere"
    assert "this_is_nowhere" not in sys.modules

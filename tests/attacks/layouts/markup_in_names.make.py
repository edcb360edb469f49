# tries: to have its name or its file's taken for HTML, Markdown or a template
# from: H9

from pathlib import Path

from tests.attacks.laying import hand_in

_NAMES = (
    "<img src=x onerror=alert(7919)>",
    "<script>alert(7919)",
    "{{7919*6}}",
    "{0.__class__}",
    "[a](javascript:b) `c` *d*",
    "[bold]a[-bold]",
    "| a | b |",
    "&lt;b&gt;",
    "# a",
    "'\"><b>",
    "$(touch descent-loot)",
    "a; touch descent-loot",
    "%s%n",
)
GRADED = {"ada": 10.0, "mallory": 10.0} | dict.fromkeys(_NAMES, 10.0)
TWIN = ("ada", "a < b & c")


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    for name in _NAMES:
        hand_in(folder, f"{name}/gradient.py")
    hand_in(folder, "mallory/01-gradient-step/<img src=x onerror=alert(7919)> {{7919*6}} [a](b).py")


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "a < b & c/gradient.py")

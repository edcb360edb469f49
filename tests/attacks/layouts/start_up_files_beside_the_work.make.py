# tries: to be run before anything else, by files that programs look for
# from: G1 G2 G3

from pathlib import Path

from tests.attacks.laying import hand_in

_PROGRAM = b"open(__file__ + '.descent-loot', 'w')\n"
_NAMES = (
    "conftest.py",
    "sitecustomize.py",
    "usercustomize.py",
    "numpy.py",
    "secrets.py",
    "__init__.py",
    "__main__.py",
    "x.pth",
    "setup.cfg",
    "pytest.ini",
    "course.toml",
    "pyproject.toml",
    ".env",
)
GRADED = {"ada": 10.0, "mallory": 10.0}
REFUSED = {"mallory": ""} | {name.removesuffix(".py"): "No assignment has a file named" for name in _NAMES if name.endswith(".py")}


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    for name in _NAMES:
        for place in ("", "mallory/", "mallory/01-gradient-step/"):
            hand_in(folder, place + name, _PROGRAM)
    hand_in(folder, "mallory/01-gradient-step/gradient.py")


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/gradient.py")
    for name in ("pytest.ini", "setup.cfg", "requirements.txt", "x.pth"):
        hand_in(folder, f"mallory/{name}", _PROGRAM)

# tries: to be imported by the grader itself, which is started in its folder
# from: G1 (sys.path[0]); otter, PrairieLearn

from pathlib import Path

from tests.attacks.laying import hand_in

_PROGRAM = b"""import pathlib
pathlib.Path(__file__).with_name("descent-loot").touch()
raise SystemExit(0)
"""
_NAMES = ("numpy.py", "secrets.py", "json.py", "typing.py", "msgspec.py", "autograder/__init__.py", "sitecustomize.py")
GRADED = {"ada": 10.0, "mallory": 10.0}
HANDED = ("gradient.py", "../ada")
STANDING = "mallory"


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    for name in _NAMES:
        hand_in(folder, f"mallory/{name}", _PROGRAM)
    hand_in(folder, "mallory/gradient.py")


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/gradient.py")
    hand_in(folder, "mallory/numpy.txt")

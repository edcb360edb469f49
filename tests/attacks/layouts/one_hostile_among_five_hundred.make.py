# tries: to hold up a class of five hundred by running for ever, catching every end and printing
# from: B5 E1 E5 E9

from pathlib import Path

from tests.attacks.laying import hand_in

_HOSTILE = b"""
def again():
    try:
        while True:
            print("x" * 1000)
    except BaseException:
        again()


again()
h = again()
nn_output = again()
"""
_CLASS = [f"student{number:03}" for number in range(499)]
GRADED = {"ada": 10.0, "mallory": 0.0} | dict.fromkeys(_CLASS, 10.0)
TWIN = ("ada", "mallory", *_CLASS[:20])
SECONDS = 240.0


def make(folder: Path) -> None:
    for student in ("ada", *_CLASS):
        hand_in(folder, f"{student}/01-gradient-step/gradient.py")
    hand_in(folder, "mallory/01-gradient-step/gradient.py", _HOSTILE)


def twin(folder: Path) -> None:
    for student in TWIN:
        hand_in(folder, f"{student}/01-gradient-step/gradient.py")

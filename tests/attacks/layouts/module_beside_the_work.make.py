# tries: to have the work done by a module that lies beside it
# from: G1 I2

from pathlib import Path

from tests.attacks.laying import hand_in

GRADED = {"ada": 10.0, "mallory": 0.0, "oscar": 0.0}
REFUSED = {"mallory": "No assignment has a file named helper.py", "oscar": "neither a student's folder"}


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/gradient.py", b"from helper import *\n")
    hand_in(folder, "mallory/helper.py")
    hand_in(folder, "oscar/01-gradient-step/gradient.py", b"from gradient import *\nfrom ada.gradient import *\n")
    hand_in(folder, "oscar/01-gradient-step/helper/__init__.py")


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/gradient.py")
    hand_in(folder, "mallory/helper.txt")

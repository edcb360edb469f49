# tries: to hand in two works and to have the better one counted
# from: H (a notebook and a file)

from pathlib import Path

from tests.attacks.laying import RIGHT, WRONG, hand_in, notebook

GRADED = {"ada": 10.0, "mallory": 0.0}
REFUSED = {"mallory": "Not graded"}


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/gradient.py", WRONG)
    hand_in(folder, "mallory/gradient.ipynb", notebook(RIGHT))
    hand_in(folder, "mallory/01-gradient-step/gradient.py", WRONG + b"# again")


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/gradient.py")
    hand_in(folder, "mallory/01-gradient-step/gradient.py")

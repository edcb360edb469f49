# tries: to hand in wrong work in the name of another student, who then gets its marks
# from: H11

from pathlib import Path

from tests.attacks.laying import RIGHT, WRONG, hand_in, notebook, zipped

GRADED = {"ada": 10.0, "mallory": 0.0}


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.ipynb", notebook(RIGHT))
    zipped(folder / "mallory.zip", [("ada/gradient.py", WRONG)])


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.ipynb", notebook(RIGHT))
    zipped(folder / "mallory.zip", [("mallory/gradient.py", RIGHT)])

# tries: to hand in wrong work in the name of another student, whose own zip then comes too late
# from: H11

from pathlib import Path

from tests.attacks.laying import RIGHT, WRONG, zipped

GRADED = {"ada": 10.0, "aaron": 0.0}
TWIN = ("aaron", "ada")


def make(folder: Path) -> None:
    zipped(folder / "ada.zip", [("01-gradient-step/gradient.py", RIGHT)])
    zipped(folder / "aaron.zip", [("ada/01-gradient-step/gradient.py", WRONG)])


def twin(folder: Path) -> None:
    zipped(folder / "ada.zip", [("01-gradient-step/gradient.py", RIGHT)])
    zipped(folder / "aaron.zip", [("01-gradient-step/gradient.py", RIGHT)])

# tries: to have another student's work refused, by the same name in capitals in the class's zip
# from: G4 H11 (case clash)

from pathlib import Path

from tests.attacks.laying import RIGHT, WRONG, zipped

GRADED = {"ada": 10.0, "ADA": 0.0}
HANDED = ("class.zip",)
TWIN = ("ada", "Adam")


def make(folder: Path) -> None:
    zipped(folder / "class.zip", [("ada/gradient.py", RIGHT), ("ADA/gradient.py", WRONG)])


def twin(folder: Path) -> None:
    zipped(folder / "class.zip", [("ada/gradient.py", RIGHT), ("Adam/gradient.py", RIGHT)])

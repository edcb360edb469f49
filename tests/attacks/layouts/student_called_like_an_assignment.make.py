# tries: to have all others' folders misread, by a name that is an assignment's
# from: G4 H11

from pathlib import Path

from tests.attacks.laying import RIGHT, WRONG, zipped

GRADED = {"ada": 10.0}
REFUSED = {"01-gradient-step": ""}
HANDED = ("class.zip",)


def make(folder: Path) -> None:
    zipped(folder / "class.zip", [("class/ada/gradient.py", RIGHT), ("class/01-gradient-step/gradient.py", WRONG)])


def twin(folder: Path) -> None:
    zipped(folder / "class.zip", [("class/ada/gradient.py", RIGHT), ("class/mallory/gradient.py", RIGHT)])

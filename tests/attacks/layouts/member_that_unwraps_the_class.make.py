# tries: to have all others' folders misread, by one file at the top of the class's zip
# from: G4 H11

from pathlib import Path

from tests.attacks.laying import RIGHT, WRONG, zipped

REFUSED = {"mallory": "backslash"}
HANDED = ("class.zip",)
TWIN = ("ada", "bob", "mallory")
GRADED = {"ada": 10.0, "bob": 10.0}


def make(folder: Path) -> None:
    names = ["class/ada/01-gradient-step/gradient.py", "class/bob/01-gradient-step/gradient.py"]
    zipped(folder / "class.zip", [*((name, RIGHT) for name in names), ("class/mallory/..\\..\\gradient.py", WRONG)])


def twin(folder: Path) -> None:
    names = [f"class/{student}/01-gradient-step/gradient.py" for student in ("ada", "bob", "mallory")]
    zipped(folder / "class.zip", [(name, RIGHT) for name in names])

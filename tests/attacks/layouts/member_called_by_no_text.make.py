# tries: to have the class's zip refused as a whole, by one member whose name is no text
# from: G4 (invalid UTF-8)

from pathlib import Path

from tests.attacks.laying import RIGHT, patched, zipped

GRADED = {"ada": 10.0}
HANDED = ("class.zip",)
EXIT = 1
REFUSED = {"m\\udcff\\udcffllory": ""}


def make(folder: Path) -> None:
    path = zipped(
        folder / "class.zip", [("ada/gradient.py", RIGHT), ("m\N{LATIN SMALL LETTER A WITH DIAERESIS}llory/gradient.py", RIGHT)]
    )
    patched(path, "\N{LATIN SMALL LETTER A WITH DIAERESIS}".encode(), b"\xff\xff")


def twin(folder: Path) -> None:
    zipped(folder / "class.zip", [("ada/gradient.py", RIGHT), ("m\N{LATIN SMALL LETTER A WITH DIAERESIS}llory/gradient.py", RIGHT)])


TWIN = ("ada", "m\N{LATIN SMALL LETTER A WITH DIAERESIS}llory")

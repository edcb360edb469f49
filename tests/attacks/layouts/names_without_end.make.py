# tries: to have names that are longer than any file's may be, so that no page can be written
# from: G4 (255 bytes)

from pathlib import Path

from tests.attacks.laying import RIGHT, hand_in, zipped

GRADED = {"ada": 10.0, "\U0001d4dc" * 62 + "'": 10.0, "\U0001d4dc" * 150: 10.0}
REFUSED = dict.fromkeys(("m" * 255, "n" * 300), "longer than 200 characters")
HANDED = ("in", "wide.zip")
TWIN = ("ada", "m" * 80)


def make(folder: Path) -> None:
    hand_in(folder, "in/ada/gradient.py")
    hand_in(folder, "in/" + "m" * 255 + "/gradient.py")
    hand_in(folder, "in/" + "\U0001d4dc" * 62 + "'/gradient.py")
    zipped(folder / "wide.zip", [("\U0001d4dc" * 150 + "/gradient.py", RIGHT), ("n" * 300 + "/gradient.py", RIGHT)])


def twin(folder: Path) -> None:
    hand_in(folder, "in/ada/gradient.py")
    hand_in(folder, "in/" + "m" * 80 + "/gradient.py")

# tries: to have a zip unpacked into other folders by the way up
# from: G4; nbgrader zip_collect, go-judge

from pathlib import Path

from tests.attacks.laying import FILE, RIGHT, WRONG, hand_in, zipped

GRADED = {"ada": 10.0, "mallory": 10.0}
REFUSED = {"mallory": "leads out of the zip"}


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    up = ["../gradient.py", "../../descent-loot.py", ".././../descent-loot.py", "../" * 9 + "descent-loot.py", "..", "../"]
    zipped(folder / "mallory.zip", [(FILE, RIGHT), *((name, WRONG) for name in up)])


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    zipped(folder / "mallory.zip", [("./gradient.py", RIGHT), ("data..txt", WRONG), ("../notes.txt", WRONG)])

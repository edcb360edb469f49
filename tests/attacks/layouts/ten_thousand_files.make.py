# tries: to drown what is said of others in ten thousand names
# from: G4 E4 E5

from pathlib import Path

from tests.attacks.laying import FILE, RIGHT, WRONG, hand_in, zipped

GRADED = {"ada": 10.0, "mallory": 10.0}
REFUSED = {"mallory": ""}
SECONDS = 30.0


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    zipped(folder / "mallory.zip", [(FILE, RIGHT), *((f"more{number:04x}.py", WRONG) for number in range(10_000))])


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    zipped(folder / "mallory.zip", [(FILE, RIGHT), *((f"more{number:04x}.txt", WRONG) for number in range(10_000))])

# tries: to have its name taken for an option, a home folder or a device
# from: H11; G4 (reserved names)

from pathlib import Path

from tests.attacks.laying import hand_in

_NAMES = (
    "--json",
    "--unsafe",
    "-rf",
    "--out=descent-loot",
    "~",
    "*",
    "CON",
    "nul.txt",
    "reports.json",
    "index.html",
    "com1",
    "a.",
    "$HOME",
    "%PATH%",
)
GRADED = {"ada": 10.0} | dict.fromkeys(_NAMES, 10.0)


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    for name in _NAMES:
        hand_in(folder, f"{name}/gradient.py")


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/gradient.py")

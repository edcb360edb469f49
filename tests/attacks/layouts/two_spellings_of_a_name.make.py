# tries: to take another student's place by a name that is spelled in other signs and means the same
# from: G4 H11 (normalisation)

from pathlib import Path

from tests.attacks.laying import WRONG, hand_in

REFUSED = {"José": ""}
TWIN = ("ada", "José", "Jose")


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "Jos\N{LATIN SMALL LETTER E WITH ACUTE}/gradient.py")
    hand_in(folder, "Jose\N{COMBINING ACUTE ACCENT}/gradient.py", WRONG)


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "Jos\N{LATIN SMALL LETTER E WITH ACUTE}/gradient.py")
    hand_in(folder, "Jose/gradient.py")

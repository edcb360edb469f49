# tries: to have a name that is no text, at which whoever writes it down stops
# from: G4 (invalid UTF-8); DMOJ sandbox_bad_unicode

import os
from pathlib import Path

from tests.attacks.laying import hand_in

REFUSED = {"mallory\\udcff": "cannot be printed", "oscar": "cannot be printed"}


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, os.fsdecode(b"mallory\xff") + "/gradient.py")
    hand_in(folder, os.fsdecode(b"oscar/gradient\xc3.py"))


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/gradient.py")

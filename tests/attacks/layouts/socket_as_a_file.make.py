# tries: to hand in a socket
# from: G4

import os
import socket
from pathlib import Path

from tests.attacks.laying import hand_in

REFUSED = {"mallory": "not a regular file"}


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    (folder / "mallory").mkdir()
    descriptor = os.open(folder / "mallory", os.O_DIRECTORY)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(f"/proc/self/fd/{descriptor}/gradient.py")  # the whole path may be too long for a socket
    os.close(descriptor)


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/gradient.py")

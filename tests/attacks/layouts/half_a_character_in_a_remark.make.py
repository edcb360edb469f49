# tries: to have a remark in its report that no file can hold, so that the class's reports cannot be written
# from: A6 H9

from pathlib import Path

from tests.attacks.laying import RIGHT, hand_in, notebook

GRADED = {"ada": 10.0, "bob": 10.0, "mallory": 10.0}
TWIN = ("ada", "bob", "mallory")
_CELL = b'{"cell_type": "code", "metadata": {}, "outputs": [], "source": "%%\\ud800"}'


def make(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/gradient.ipynb", notebook(RIGHT).replace(b'"cells": [', b'"cells": [' + _CELL + b", "))
    hand_in(folder, "bob/gradient.py")


def twin(folder: Path) -> None:
    hand_in(folder, "ada/gradient.py")
    hand_in(folder, "mallory/gradient.ipynb", notebook(RIGHT))
    hand_in(folder, "bob/gradient.py")

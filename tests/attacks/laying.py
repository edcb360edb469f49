"""How does an author lay out what a hostile student hands in? Honest work, and zips whose members are called what one likes.

Beside the folder that is laid out lies another one, `outside`, with what nobody may reach: see `Outside`.
"""

import json
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path

FILE = "gradient.py"
RIGHT = b"""import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
"""
WRONG = b"h = nn_output = error = error_term = del_w = 1.0\n"
SECRET = b"leaked: a text that nobody may read\n"

Member = tuple[str | zipfile.ZipInfo, bytes]


class Outside:
    """What lies beside the folder: right work, a zip of it, and a secret."""

    def __init__(self, beside: Path) -> None:
        folder = beside.parent / "outside"
        self.right = folder / FILE
        self.zip = folder / "work.zip"
        self.secret = folder / "secret.txt"

    def lay(self) -> None:
        """Make all of it."""
        hand_in(self.right.parent, FILE)
        zipped(self.zip, [(FILE, RIGHT)])
        self.secret.write_bytes(SECRET)


def hand_in(folder: Path, name: str, content: bytes = RIGHT) -> Path:
    """A file below the folder, with the folders above it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def notebook(source: bytes) -> bytes:
    """A notebook of one cell."""
    cell: dict[str, object] = {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "source": source.decode()}
    return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


def zipped(path: Path, members: Iterable[Member], method: int = zipfile.ZIP_STORED) -> Path:
    """A zip of members whose names are written as they are, whatever they are."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(path, "w", method) as archive:  # of names that stand there twice
        for name, content in members:
            member = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo("a")
            if isinstance(name, str):
                member.filename = name  # past ZipInfo, which mends names
                member.compress_type = method
            archive.writestr(member, content)
    return path


def patched(path: Path, old: bytes, new: bytes) -> Path:
    """The file with some of its bytes changed everywhere, to others of the same length.

    Raises:
        ValueError: they are not there, or not of the same length.
    """
    content = path.read_bytes()
    if old not in content or len(old) != len(new):
        raise ValueError(f"{old!r} is not in {path}, or {new!r} is of another length")
    path.write_bytes(content.replace(old, new))
    return path


def bombs(path: Path, names: Iterable[str], size: int) -> Path:
    """A zip in which each member is the same so many zeros, packed once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(bytes(size)) + packer.flush()
    check = zlib.crc32(bytes(size))
    at, table = 0, []
    with path.open("wb") as file:
        for name in map(str.encode, names):
            about = struct.pack("<5H3L2H", 20, 0, 8, 0, 33, check, len(packed), size, len(name), 0)
            file.write(b"PK\x03\x04" + about + name + packed)
            table.append(b"PK\x01\x02" + struct.pack("<H", 20) + about + struct.pack("<3H2L", 0, 0, 0, 0, at) + name)
            at += 4 + len(about) + len(name) + len(packed)
        entries = b"".join(table)
        file.write(entries + b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, len(table), len(table), len(entries), at, 0))
    return path

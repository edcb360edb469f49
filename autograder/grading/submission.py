"""What was handed in: the bytes, by whom, for what. Nothing here reads or parses them."""

import hashlib
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Submission:
    """One student's file for one assignment.

    Attributes:
        file: the name it was handed in under; its ending, .py or .ipynb, says how the sandbox reads it.
        content: its bytes. The judge only measures and hashes them.
    """

    student: str
    slug: str
    file: str
    content: bytes

    @property
    def digest(self) -> str:
        """ "sha256:" and the hexadecimal digest of the bytes."""
        return f"sha256:{hashlib.sha256(self.content).hexdigest()}"

    @property
    def kind(self) -> str:
        """ "ipynb" for a notebook, else "py"."""
        return "ipynb" if self.file.lower().endswith(".ipynb") else "py"


@dataclass(frozen=True, slots=True)
class HandIn:
    """A submission at one time.

    Attributes:
        at: when, with a zone; None: nobody wrote it down.
        by: where nobody did, when it was there at the latest.
        earlier: the student has handed in something for the same assignment since.
    """

    submission: Submission
    at: datetime | None = None
    by: datetime | None = None
    earlier: bool = False

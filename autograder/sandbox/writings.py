"""Has what a child says of written answers their form? Texts for people to read: of nothing here comes a verdict."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from autograder.sandbox.answers import Malformed
from autograder.sandbox.inside.written import ABSENT, BLANK, GIVEN, LONGEST

STATES = (GIVEN, BLANK, ABSENT)
MOST_BYTES = 4  # of one character in UTF-8
SPARE_BYTES = 4096  # around the texts of one frame


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in a file for one question.

    Attributes:
        state: given; blank: the place as it was handed out; absent: no such name.
        text: its beginning, if it is longer than a person is to be shown.
        length: how many characters it has in all.
    """

    state: str
    text: str = ""
    length: int = 0

    @property
    def given(self) -> bool:
        """Whether there is anything to mark."""
        return self.state == GIVEN

    @property
    def cut(self) -> bool:
        """Whether there is more of it than the text."""
        return self.length > len(self.text)

    @property
    def digest(self) -> str:
        """What tells one answer from another; of nothing written it is the same however that is said."""
        said = f"{self.length}\0{self.text}" if self.given else ""
        return f"sha256:{hashlib.sha256(said.encode()).hexdigest()}"


def most_bytes(names: Sequence[str]) -> int:
    """How large a frame may be that answers for these names."""
    return len(names) * (LONGEST * MOST_BYTES + SPARE_BYTES) + SPARE_BYTES


def writings(said: Any, names: Sequence[str]) -> Mapping[str, Written] | None:
    """What a child says is written in a file, by name; None where it refuses the file.

    Raises:
        Malformed: it is neither.
    """
    match said if isinstance(said, list) else None:
        case [str("written"), list(each)] if len(each) == len(names):
            return {name: _written(one) for name, one in zip(names, each, strict=True)}
        case [str("refused"), str()]:
            return None
    raise Malformed("not answers")


def _written(said: Any) -> Written:
    match said if isinstance(said, list) else None:
        case [str(state), str(text), int(length)] if state in STATES and type(length) is int and len(text) <= LONGEST:
            whole = length == len(text) or (len(text) == LONGEST and length > LONGEST)
            if whole and (state == GIVEN) == bool(text) and not any(sign == "\0" or "\ud800" <= sign <= "\udfff" for sign in text):
                return Written(state, text, length)
    raise Malformed("not an answer")

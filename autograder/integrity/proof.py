"""What does a proof come to?

Each proof measures and returns one of these; nothing here prints. A finding is a sentence for the author: what is wrong, where, what
to do.
"""

from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

SCHEMA: Literal["descent/verification/1"] = "descent/verification/1"

Figure = int | float


class Proof(msgspec.Struct, frozen=True):
    """One proof's outcome.

    Attributes:
        name: one word.
        claim: what was to be shown, with its figures, in one line.
        findings: what speaks against it; none, and it is proven.
        notes: what an author should know of all the same.
    """

    name: str
    claim: str
    passed: bool
    findings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    figures: dict[str, Figure] = {}


class Verification(msgspec.Struct, frozen=True):
    """All proofs of one assignment."""

    assignment: str
    title: str
    passed: bool
    proofs: tuple[Proof, ...]


class Verifications(msgspec.Struct, frozen=True):
    """What `descent verify --json` prints."""

    assignments: tuple[Verification, ...]
    passed: bool
    schema: Literal["descent/verification/1"] = SCHEMA


def proof(
    name: str, claim: str, findings: Iterable[str], *, notes: Iterable[str] = (), figures: Mapping[str, Figure] | None = None
) -> Proof:
    """A proof from its findings: it has passed if there are none."""
    found = tuple(findings)
    return Proof(name, claim, not found, found, tuple(notes), dict(figures or {}))


def counted(number: int, one: str) -> str:
    """ "1 question", "5 questions"."""
    return f"{number:,} {one}{'' if number == 1 else 's'}"

"""How do authors read what the proofs came to? One line a proof; details for what failed, and what is good to know; a tally last."""

import textwrap
from collections.abc import Iterator, Sequence

from autograder.integrity.proof import Proof, Verification, counted

WIDTH = 120
GREEN, RED, DIM, BOLD, END = "\x1b[32m", "\x1b[31m", "\x1b[2m", "\x1b[1m", "\x1b[0m"


def render(verification: Verification, *, colour: bool = False) -> str:
    """The text for one assignment, ending in a line feed."""

    def painted(text: str, code: str) -> str:
        return f"{code}{text}{END}" if colour else text

    wide = max((len(one.name) for one in verification.proofs), default=0)
    lines = [painted(f"{verification.assignment}  {verification.title}", BOLD), ""]
    for one in verification.proofs:
        mark = painted("✓", GREEN) if one.passed else painted("✗", RED)
        claim = one.claim if one.passed else f"not proven: {one.claim}"
        lines.append(f"  {mark} {one.name:<{wide}}  {claim}")
        lines += [painted(line, DIM) if number >= len(one.findings) else line for number, block in _details(one) for line in block]
    return "\n".join([*lines, "", _tally(verification)]) + "\n"


def _details(one: Proof) -> Iterator[tuple[int, list[str]]]:
    """Findings first, then notes, each numbered and wrapped."""
    marks = ["! "] * len(one.findings) + ["· "] * len(one.notes)
    for number, (mark, text) in enumerate(zip(marks, [*one.findings, *one.notes], strict=True)):
        yield number, textwrap.wrap(text, WIDTH, initial_indent=f"      {mark}", subsequent_indent="        ")


def overview(verifications: Sequence[Verification]) -> str:
    """One line for each of several assignments, ending in a line feed."""
    wide = max((len(one.assignment) for one in verifications), default=0)
    lines = [f"  {'✓' if one.passed else '✗'} {one.assignment:<{wide}}  {_outcome(one)}" for one in verifications]
    passed = sum(one.passed for one in verifications)
    return "\n".join([*lines, "", f"{passed} of {counted(len(verifications), 'assignment')}: all proofs hold."]) + "\n"


def _tally(verification: Verification) -> str:
    return f"{verification.assignment}: {_outcome(verification)}."


def _outcome(verification: Verification) -> str:
    holding = sum(one.passed for one in verification.proofs)
    findings = sum(len(one.findings) for one in verification.proofs)
    scores = [f", mutation score {one.figures['score']:.1%}" for one in verification.proofs if "score" in one.figures]
    found = "" if verification.passed else f", {counted(findings, 'finding')}"
    return f"{holding} of {counted(len(verification.proofs), 'proof')} hold{''.join(scores)}{found}"

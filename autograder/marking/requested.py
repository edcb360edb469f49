"""How does it look who asks for another look? For people as text, for programs as JSON."""

import textwrap
from collections.abc import Iterator, Sequence

import msgspec

from autograder.feedback import plain, words
from autograder.gradebook.deciding import told
from autograder.gradebook.requests import Request

SCHEMA = "descent/requests/1"
WIDTH = 100


class Requested(msgspec.Struct, frozen=True):
    """What `descent requests --json` prints."""

    requests: tuple[Request, ...]
    schema: str = SCHEMA


def render(found: Sequence[Request]) -> str:
    """The requests one by one, with a tally; ends with a newline."""
    if not found:
        return "Nobody asks for another look.\n"
    waiting = sum(one.open for one in found)
    tally = f"{words.counted(len(found), 'request')}, {waiting} open."
    return "\n\n".join(["\n".join(_lines(one)) for one in found] + [tally]) + "\n"


def _lines(one: Request) -> Iterator[str]:
    what = f"{plain.name(one.student)}, {plain.name(one.slug)}, {plain.name(one.question or 'the whole')}"
    yield f"{one.number}  {'open' if one.open else 'answered'}  {what}, {told(one.asked)}"
    yield from _wrapped(one.comment)
    if one.answered is not None:
        yield f"   {plain.name(one.person)}, {told(one.answered)}:"
        yield from _wrapped(one.answer)


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(plain.line(text, 1000), WIDTH, initial_indent="     ", subsequent_indent="     ")

"""What is a student called where it is not to be seen who it is? By graders, in reports without names, in lists that are passed on.

The same in all of these, run after run and machine after machine, as long as the course's secret is the same; of no meaning to who
lacks it.
"""

import hashlib
import hmac
import re
from collections.abc import Iterable
from itertools import pairwise

from autograder.course.secret import Secret

WORD = "student"
SHORTEST = 6  # hexadecimal digits
_LABEL = re.compile(rf"(?:{WORD} )?([0-9a-f]{{{SHORTEST},64}})", re.ASCII)


def pseudonyms(names: Iterable[str], secret: Secret) -> dict[str, str]:
    """Another name for each: "student a3f2c1". Only those that would have the same get longer ones; nobody else's changes by that."""
    digits = _digits(names, secret)
    shared = _lengths(digits.values())
    return {name: f"{WORD} {one[: shared[one]]}" for name, one in digits.items()}


def meant(label: str, names: Iterable[str], secret: Secret) -> tuple[str, ...]:
    """Whom of these a pseudonym may stand for, by name: one, nobody, or several where it was made before there were others like it.

    Args:
        label: with the word before it or without.
    """
    found = _LABEL.fullmatch(" ".join(label.split()).lower())
    if found is None:
        return ()
    return tuple(sorted(name for name, one in _digits(names, secret).items() if one.startswith(found[1])))


def _digits(names: Iterable[str], secret: Secret) -> dict[str, str]:
    key = secret.subkey("pseudonyms")
    return {name: hmac.new(key, name.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest() for name in names}


def _lengths(digits: Iterable[str]) -> dict[str, int]:
    """How many digits tell each from its neighbours in the order of the digits, which are those most like it."""
    row = sorted(digits)
    alike = [_alike(one, other) for one, other in pairwise(row)]
    return {one: max([SHORTEST, *(n + 1 for n in alike[max(0, at - 1) : at + 1])]) for at, one in enumerate(row)}


def _alike(one: str, other: str) -> int:
    """How many digits they begin with alike."""
    return next(at for at, (mine, theirs) in enumerate(zip(one, other, strict=True)) if mine != theirs)

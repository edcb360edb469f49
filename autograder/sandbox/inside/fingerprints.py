"""What does some code look like when its names are left out?

A text is taken as Python's tokens: each name is the same name, comments, texts and blanks are gone, numbers and signs stay. Of every
few tokens in a row a number is made, and of these the smallest of each stretch is kept (winnowing: Schleimer, Wilkerson and Aiken,
2003), so that two texts that share a passage share numbers, and nobody can read the text out of them. Runs only where student code may
run.
"""

import io
import keyword
import token
import tokenize
from collections.abc import Iterator
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from .sources import Source

IN_A_ROW = 8  # tokens: less is shared by chance
STRETCH = 4
MOST = 4096
MOST_TOKENS = 200_000
NAME = "n"
DROPPED = frozenset(
    {
        *(token.COMMENT, token.NL, token.NEWLINE, token.INDENT, token.DEDENT, token.ENDMARKER, token.ENCODING, token.STRING),
        *(getattr(token, name) for name in ("FSTRING_START", "FSTRING_MIDDLE", "FSTRING_END") if hasattr(token, name)),
    }
)


def fingerprints(source: Source) -> NDArray[np.int64]:
    """The numbers of all cells, sorted, at most `MOST` of them."""
    found: set[int] = set()
    for cell in source.cells:
        found.update(_winnowed(_rows(list(_tokens(cell.text)))))
    return np.array(sorted(found)[:MOST], dtype=np.int64)


def _tokens(text: str) -> Iterator[str]:
    """Up to the place where Python cannot go on."""
    try:
        for number, one in enumerate(tokenize.generate_tokens(io.StringIO(text).readline)):
            if number >= MOST_TOKENS:
                return
            if one.type not in DROPPED:
                yield NAME if one.type == token.NAME and not keyword.iskeyword(one.string) else one.string
    except (tokenize.TokenError, SyntaxError, ValueError, RecursionError):
        return


def _rows(tokens: list[str]) -> list[int]:
    """A number for each row of tokens; for all of them where they are fewer than a row."""
    if not tokens:
        return []
    starts = range(max(len(tokens) - IN_A_ROW, 0) + 1)
    return [_number("\0".join(tokens[start : start + IN_A_ROW])) for start in starts]


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def _winnowed(numbers: list[int]) -> Iterator[int]:
    """The smallest of each stretch."""
    for start in range(max(len(numbers) - STRETCH, 0) + 1 if numbers else 0):
        yield min(numbers[start : start + STRETCH])

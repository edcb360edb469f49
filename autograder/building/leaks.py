"""Does anything that students receive give a solution away?

Of each solution its statements count, and what they assign or return; spaces and line breaks make no difference. Left aside
as trivial is what anyone may write: fewer than eight characters without spaces, fewer than two names besides Python's own, or
neither a call nor an operator (`h = None`, `range(len(x))`, `X.shape[0]`, `w, b`). Loops and conditions count by the statements
inside.
"""

import ast
import builtins
import io
import json
import re
import tokenize
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from autograder.building.cuts import regions

SHORTEST = 8
NAMES = 2

_PYTHONS_OWN = frozenset(dir(builtins))
_TELLING = (ast.BinOp, ast.BoolOp, ast.Call, ast.Compare, ast.UnaryOp)


def leaks(master: str, file: str, made: Mapping[Path, bytes]) -> list[str]:
    """A sentence for each piece of a solution that occurs in what students receive.

    Args:
        master: the text with the solutions, and as `file` how to name it in messages.
        made: the generated files.
    """
    texts = {path: _text(path, content) for path, content in made.items()}
    return [
        f"{path}: gives away '{piece}', the solution in {file}, line {line}. Reword what shows it."
        for line, piece in pieces(master, file)
        for path, text in texts.items()
        if _pattern(piece).search(text)
    ]


def pieces(master: str, file: str = "master") -> list[tuple[int, str]]:
    """What must not be seen of a master's solutions: each piece once, with its line."""
    found: dict[str, int] = {}
    inside = [range(region.first, region.last + 1) for region in regions(master, file)]
    for node in ast.walk(ast.parse(master)):
        if isinstance(node, ast.stmt) and any(node.lineno in lines for lines in inside):
            for part in _parts(node):
                found.setdefault(ast.get_source_segment(master, part) or "", part.lineno)
    return sorted((line, piece) for piece, line in found.items() if piece)


def _parts(node: ast.stmt) -> Iterator[ast.stmt | ast.expr]:
    """A statement and its value, as far as they are not trivial."""
    value = getattr(node, "value", None)
    if not isinstance(value, ast.expr):
        return
    if isinstance(node, ast.AugAssign) or any(isinstance(child, _TELLING) for child in ast.walk(value)):
        yield from (part for part in (node, value) if not _trivial(part) and not isinstance(part, ast.Return | ast.Expr))


def _trivial(part: ast.AST) -> bool:
    names = {node.id for node in ast.walk(part) if isinstance(node, ast.Name)}
    names |= {node.attr for node in ast.walk(part) if isinstance(node, ast.Attribute)}
    return len(names - _PYTHONS_OWN) < NAMES or len("".join(ast.unparse(part).split())) < SHORTEST


def _pattern(piece: str) -> re.Pattern[str]:
    """The piece's tokens with any space between them."""
    tokens = tokenize.generate_tokens(io.StringIO(f"({piece}\n)").readline)
    words = [token.string for token in tokens if token.type not in (tokenize.COMMENT, tokenize.NL) and token.string.strip()][1:-1]
    between = [r"\s+" if _wordy(one[-1]) and _wordy(other[0]) else r"\s*" for one, other in pairwise(words)]
    body = "".join(re.escape(word) + gap for word, gap in zip(words, [*between, ""], strict=True))
    before, after = r"(?<!\w)" if _wordy(words[0][0]) else "", r"(?!\w)" if _wordy(words[-1][-1]) else ""
    return re.compile(before + body + after)


def _wordy(character: str) -> bool:
    return character.isalnum() or character == "_"


def _text(path: Path, content: bytes) -> str:
    """A file as a person reads it: of JSON the strings, else the text."""
    text = content.decode("utf-8")
    return "\n".join(_strings(json.loads(text))) if path.suffix in (".json", ".ipynb") else text


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for item in value:
                yield from _strings(item)
        case dict():
            yield from _strings(list(value.values()))

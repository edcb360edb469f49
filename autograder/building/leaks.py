"""Does anything that students receive give a solution away?

Of each solution its statements count, and what they assign or return; spaces and line breaks make no difference. Left aside as trivial
is what anyone may write: fewer than eight characters without spaces, fewer than two names besides Python's own, or neither an
operator nor a telling call (`h = None`, `X.shape[0]`, `w, b`, `return a`). A call that only makes room or converts tells nothing
(`np.zeros(n)`, `len(y)`), nor does one of a function that is asked for, or with the arguments of its definition, since it stands in
any text about it (`forward(X, W1, B1, W2, B2)`); two such calls in a row tell. Loops and conditions count by the statements inside.
"""

import ast
import builtins
import io
import json
import re
import tokenize
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from autograder.building.cuts import regions
from autograder.building.definitions import functions
from autograder.building.segments import Segments

SHORTEST = 8
NAMES = 2
PREPARING = frozenset(
    {
        *("append", "arange", "array", "asarray", "astype", "copy", "default_rng", "empty", "empty_like", "enumerate", "float", "full"),
        *("int", "len", "list", "ones", "ones_like", "range", "reshape", "str", "tuple", "zeros", "zeros_like", "zip"),
    }
)

_PYTHONS_OWN = frozenset(dir(builtins))
_OPERATORS = (ast.BinOp, ast.BoolOp, ast.Compare, ast.IfExp, ast.ListComp, ast.GeneratorExp, ast.DictComp)


def leaks(master: str, file: str, made: Mapping[Path, bytes]) -> list[str]:
    """A sentence for each piece of a solution that occurs in what students receive.

    Args:
        master: the text with the solutions, and as `file` how to name it in messages.
        made: the generated files.
    """
    texts = {path: _Read(text) for path, content in made.items() if (text := _text(path, content)) is not None}
    return [
        f"{path}: gives away '{piece}', the solution in {file}, line {line}. Reword what shows it."
        for line, piece in pieces(master, file)
        for path in _showing(piece, texts)
    ]


def pieces(master: str, file: str = "master") -> list[tuple[int, str]]:
    """What must not be seen of a master's solutions: each piece once, with its line."""
    found: dict[str, int] = {}
    tree = ast.parse(master)
    inside = [range(region.first, region.last + 1) for region in regions(master, file)]
    known = _Known(
        frozenset(name.rpartition(".")[2] for name, node in functions(tree) if any(_holds(node, lines) for lines in inside)),
        {name: [one.arg for one in node.args.args] for name, node in functions(tree)},
    )
    segments = Segments(master)
    blocks = [*_blocks(tree)]
    for block in ([one for one in block if one.lineno in lines] for lines in inside for block in blocks):
        alone = {statement: list(_parts(statement, known)) for statement in block}
        for part in (part for parts in alone.values() for part in parts):
            found.setdefault(segments.of(part), part.lineno)
        for one, other in pairwise(block):
            if not alone[one] and not alone[other] and _calls(one, known) and _calls(other, known):
                found.setdefault("\n".join(map(segments.of, (one, other))), one.lineno)
    return sorted((line, piece) for piece, line in found.items() if piece)


@dataclass(frozen=True, slots=True)
class _Known:
    """The functions whose calls stand in any text: those that are asked for, and those that are defined, by their parameters."""

    asked: frozenset[str]
    defined: Mapping[str, list[str]]

    def expects(self, call: ast.Call) -> bool:
        """Whether a call says no more than that there is such a function: of what is asked for, or as it is defined."""
        name = _called(call)
        written = [one.id if isinstance(one, ast.Name) else "" for one in call.args]
        return name in self.asked or (not call.keywords and self.defined.get(name) == written)


def _blocks(tree: ast.AST) -> Iterator[list[ast.stmt]]:
    """All statements, those that follow one another together."""
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            if isinstance(block := getattr(node, name, None), list):
                yield [one for one in block if isinstance(one, ast.stmt)]


def _holds(node: ast.stmt, lines: range) -> bool:
    return node.lineno <= lines[0] <= (node.end_lineno or 0)


def _calls(node: ast.stmt, known: _Known) -> bool:
    """Whether a simple statement calls one of these functions."""
    return not hasattr(node, "body") and any(isinstance(one, ast.Call) and known.expects(one) for one in ast.walk(node))


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else node.func.attr if isinstance(node.func, ast.Attribute) else ""


def _parts(node: ast.stmt, known: _Known) -> Iterator[ast.stmt | ast.expr]:
    """A statement and its value, as far as they are not trivial."""
    value = getattr(node, "value", None)
    if not isinstance(value, ast.expr):
        return
    if isinstance(node, ast.AugAssign) or any(_telling(child, known) for child in ast.walk(value)):
        short = isinstance(node, ast.Return) and _trivial(value)  # `return y - a`: the word before it makes it a solution
        yield from (part for part in (node, value) if not _trivial(part) and (short or not isinstance(part, ast.Return | ast.Expr)))


def _telling(node: ast.AST, known: _Known) -> bool:
    """Whether a part of an expression says something: an operator, or a call of a function that is not just known."""
    if isinstance(node, ast.Call):
        return _called(node) not in PREPARING and not known.expects(node)
    if isinstance(node, ast.UnaryOp):
        return not isinstance(node.operand, ast.Constant)
    return isinstance(node, _OPERATORS)


def _trivial(part: ast.AST) -> bool:
    names = {node.id for node in ast.walk(part) if isinstance(node, ast.Name)}
    names |= {node.attr for node in ast.walk(part) if isinstance(node, ast.Attribute)}
    return len(names - _PYTHONS_OWN) < NAMES or len("".join(ast.unparse(part).split())) < SHORTEST


class _Read:
    """A text, and the same without any space."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.dense = _dense(text)


def _showing(piece: str, texts: Mapping[Path, _Read]) -> Iterator[Path]:
    """Where a piece occurs. It is looked for by its pattern only where it occurs without spaces, which is quickly said."""
    words = _words(piece)
    dense = _dense("".join(words))
    for path, read in texts.items():
        if dense in read.dense and _pattern(words).search(read.text):
            yield path


def _dense(text: str) -> str:
    return "".join(text.split())


def _words(piece: str) -> list[str]:
    """The piece's tokens."""
    tokens = tokenize.generate_tokens(io.StringIO(f"({piece}\n)").readline)
    return [token.string for token in tokens if token.type not in (tokenize.COMMENT, tokenize.NL) and token.string.strip()][1:-1]


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Tokens with any space between them."""
    between = [r"\s+" if _wordy(one[-1]) and _wordy(other[0]) else r"\s*" for one, other in pairwise(words)]
    body = "".join(re.escape(word) + gap for word, gap in zip(words, [*between, ""], strict=True))
    before, after = r"(?<!\w)" if _wordy(words[0][0]) else "", r"(?!\w)" if _wordy(words[-1][-1]) else ""
    return re.compile(before + body + after)


def _wordy(character: str) -> bool:
    return character.isalnum() or character == "_"


def _text(path: Path, content: bytes) -> str | None:
    """A file as a person reads it: of JSON the strings, else the text; None for data that are no text."""
    try:
        text = content.decode("utf-8")
        return "\n".join(_strings(json.loads(text))) if path.suffix in (".json", ".ipynb") else text
    except ValueError:
        return None


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for item in value:
                yield from _strings(item)
        case dict():
            yield from _strings(list(value.values()))

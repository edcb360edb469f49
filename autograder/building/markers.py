"""Which comments of a master are markers?

The markers are otter-grader's, which instructors know:

    h = np.dot(x, w)  # SOLUTION              a statement; `# SOLUTION NO PROMPT` takes it out without a trace
    # BEGIN SOLUTION                          a block, up to `# END SOLUTION`; with ` NO PROMPT` nothing takes its place
    \"\"\" # BEGIN PROMPT                        right below a block, up to `\"\"\" # END PROMPT`: what takes its place

This is the one place that reads them. A comment that is nearly a marker (nbgrader's `### BEGIN SOLUTION`, `# end solution`) is
reported as `odd`: a marker overlooked would show students the solution.
"""

import io
import re
import tokenize
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["begin", "end", "line", "prompt", "end prompt", "odd"]

_MARKER = re.compile(r"# ?(BEGIN SOLUTION|END SOLUTION|SOLUTION|END PROMPT)( NO PROMPT)?$")
_KINDS: dict[str, Kind] = {"BEGIN SOLUTION": "begin", "END SOLUTION": "end", "SOLUTION": "line", "END PROMPT": "end prompt"}
_NEARLY = re.compile(r"[#\s]*(begin|end)[\s_-]*(solution|prompt)", re.IGNORECASE)
_NEARLY_LINE = re.compile(r"#\s*solutions?\W*(no prompt)?\W*$", re.IGNORECASE)
_PROMPT = re.compile(r"[a-z]*(\"\"\"|''')[ \t]*# ?BEGIN PROMPT[ \t]*\n", re.IGNORECASE)
_NO_CODE = (tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.COMMENT)


@dataclass(frozen=True, slots=True)
class Mark:
    """One marker.

    Attributes:
        first, last: the line it stands in; of the kind `line` its whole statement, of the kind `prompt` its whole string.
        alone: whether nothing but the marker stands in that line.
        bare: whether it says NO PROMPT.
    """

    kind: Kind
    first: int
    last: int
    alone: bool
    bare: bool = False


def marks(text: str) -> list[Mark]:
    """The markers of a master, in the order of the file. The text must be Python, with line feeds only."""
    tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    prompts = {token.end[0]: token for token in tokens if token.type == tokenize.STRING and _PROMPT.match(token.string)}
    statements = list(_statements(tokens))
    found = []
    for token in tokens:
        if token.type == tokenize.COMMENT and (mark := _mark(token, statements)):
            prompt = prompts.pop(mark.last, None) if mark.kind == "end prompt" else None
            found.append(mark if prompt is None else _prompt(prompt))
    unclosed = [Mark("odd", prompt.start[0], prompt.end[0], True) for prompt in prompts.values()]
    return sorted([*found, *unclosed], key=lambda mark: mark.first)


def _mark(token: tokenize.TokenInfo, statements: Sequence[tuple[int, int]]) -> Mark | None:
    (line, column), text = token.start, token.string.rstrip()
    alone = not token.line[:column].strip()
    own = text if alone else f"#{text.rpartition('#')[2]}"
    exact = _MARKER.match(own)
    if exact is None:
        nearly = _NEARLY.match(own) or (not alone and _NEARLY_LINE.match(own))
        return Mark("odd", line, line, alone) if nearly else None
    kind = _KINDS[exact[1]]
    first, last = next((span for span in statements if span[0] <= line <= span[1]), (line, line))
    return Mark(kind, *((first, last) if kind == "line" else (line, line)), alone, exact[2] is not None)


def _prompt(token: tokenize.TokenInfo) -> Mark:
    head, *_, tail = token.string.split("\n")
    alone = token.line.split("\n")[0].strip() == head.strip() and tail.strip() == token.string[:3]
    return Mark("prompt", token.start[0], token.end[0], alone)


def _statements(tokens: Sequence[tokenize.TokenInfo]) -> Iterator[tuple[int, int]]:
    """First and last line of each statement."""
    first: int | None = None
    for token in tokens:
        if token.type == tokenize.NEWLINE and first is not None:
            yield first, token.start[0]
            first = None
        elif first is None and token.type not in _NO_CODE:
            first = token.start[0]

"""What has a student written for the questions that a person marks?

A text (`reflection = \"\"\"...\"\"\"`) or a function of that name, taken out of the file as it stands there: nothing of it runs. Of
what is bound several times, the last that holds anything counts. Where Python cannot read the file, the place is looked for by eye, so
that a slip elsewhere costs nobody their answer; so it is in cells of a notebook that were made text. Runs only where student code may
run.
"""

import ast
import re
import textwrap
from collections.abc import Iterator, Sequence

from .sources import Source

LONGEST = 30_000  # characters of one answer: some ten pages, and a cell of a spreadsheet
MOST_LINES, MOST_PLACES = 200, 16  # that are tried, of answers beside a slip
GIVEN, BLANK, ABSENT = "given", "blank", "absent"

Found = tuple[str, str]  # one of the states, and the text

_OPEN = (ast.Pass, ast.Raise)


def texts_for(source: Source, names: Sequence[str], beside: Sequence[str] = ()) -> list[list[object]]:
    """For each name: the state, the text up to `LONGEST`, and how many characters it has in all.

    Args:
        beside: the cells that are no code. What stands in one counts where no code holds anything.
    """
    wanted = frozenset(names)
    found = {name: one for text in beside for name in names for one in _by_eye(text, name) if one[0] == GIVEN}
    for cell in source.cells:
        for name, one in _bound(cell.text, wanted):
            if one[0] == GIVEN or name not in found:
                found[name] = one
    rows = [found.get(name, (ABSENT, "")) for name in names]
    return [[state, text[:LONGEST], len(text)] for state, text in rows]


def _bound(text: str, wanted: frozenset[str]) -> Iterator[tuple[str, Found]]:
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        for name in sorted(wanted):
            yield from ((name, one) for one in _by_eye(text, name))
        return
    for node in _statements(tree.body):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            if node.name in wanted:
                yield node.name, _definition(node, text)
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                if isinstance(target, ast.Name) and target.id in wanted:
                    yield target.id, _value(node.value, text)


def _statements(body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements of a file, those under `if __name__ == "__main__":` among them."""
    for node in body:
        yield node
        if isinstance(node, ast.If):
            yield from _statements([*node.body, *node.orelse])


def _value(node: ast.expr, text: str) -> Found:
    """A text as it reads; anything else that is assigned as it is written."""
    if isinstance(node, ast.Constant) and (node.value is None or node.value is ...):
        return BLANK, ""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return _tidied(node.value)
    return _tidied(ast.get_source_segment(text, node) or "")


def _definition(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef, text: str) -> Found:
    """A definition with its decorators; the placeholder, and nothing but words about it, is no answer."""
    if all(isinstance(one, _OPEN) or (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)) for one in node.body):
        return BLANK, ""
    first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
    return _tidied(textwrap.dedent("\n".join(text.split("\n")[first - 1 : node.end_lineno])))


def _by_eye(text: str, name: str) -> Iterator[Found]:
    """What is assigned, as far as it is Python by itself; else what stands between the quotation marks, to the end where they are not
    closed. Of definitions, what goes on indented.
    """
    word = re.escape(name)
    places = re.finditer(rf"^{word}[ \t]*(?::[^=\n]*)?=(?!=)", text, re.MULTILINE)
    for begun in list(places)[-MOST_PLACES:]:
        rest = text[begun.start() :]
        if (alone := _alone(rest, name)) is not None:
            yield alone
        elif quoted := re.match(rf"{word}[^=]*=[ \t]*[a-zA-Z]{{0,2}}(\"\"\"|''')(.*?)(?:\1|\Z)", rest, re.DOTALL):
            yield _tidied(quoted[2])
    for defined in re.finditer(rf"^(?:def|class)[ \t]+{word}\b.*\n(?:(?:[ \t].*)?\n?)*", text, re.MULTILINE):
        yield _tidied(defined[0]) if "NotImplementedError" not in defined[0] else (BLANK, "")


def _alone(text: str, name: str) -> Found | None:
    """What an assignment at the beginning of a text holds, where its first lines are Python without the others."""
    lines = text[: 2 * LONGEST].split("\n")
    for count in range(1, min(len(lines), MOST_LINES) + 1):
        try:
            tree = ast.parse("\n".join(lines[:count]))
        except (SyntaxError, ValueError, MemoryError, RecursionError):
            continue
        node = tree.body[0]
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        return None if value is None else _value(value, "\n".join(lines[:count]))
    return None


def _tidied(text: str) -> Found:
    """The text without blanks at the ends of lines and empty lines around it, in characters that everybody can store."""
    lines = (line.rstrip() for line in text.replace("\0", "\N{REPLACEMENT CHARACTER}").splitlines())
    kept = "\n".join(lines).strip("\n").encode("utf-8", "replace").decode()
    return (GIVEN, kept) if kept.strip() else (BLANK, "")

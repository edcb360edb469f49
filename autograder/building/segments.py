"""Which text does a part of a program stand for?

As ast.get_source_segment says, which goes through the whole text, sign by sign, for each part anew.
"""

import ast


class Segments:
    """The pieces of one text, which must be Python with line feeds only."""

    def __init__(self, text: str) -> None:
        self._lines = [line.encode() for line in text.split("\n")]

    def of(self, node: ast.stmt | ast.expr) -> str:
        """The text of a part, as it is written."""
        first, last = node.lineno - 1, (node.end_lineno or node.lineno) - 1
        lines = self._lines[first : last + 1]
        lines[-1] = lines[-1][: node.end_col_offset]  # in bytes, as Python counts
        lines[0] = lines[0][node.col_offset :]
        return b"\n".join(lines).decode()

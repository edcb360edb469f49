"""The text of a part of a program: what Python's own function says."""

import ast
from pathlib import Path

import pytest

from autograder.building.segments import Segments

ODD = 'größe = "äöü", f(\n    x,  # η\n    y\f,\n)\nif größe: z = """a\n\u2028b"""; w = z\n'


def parts(text: str) -> list[ast.stmt | ast.expr]:
    return [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.stmt | ast.expr)]


@pytest.mark.parametrize("text", [ODD, "x = 1", ""], ids=["odd", "without-a-line-feed", "nothing"])
def test_it_is_what_python_says(text: str) -> None:
    segments = Segments(text)
    assert [segments.of(one) for one in parts(text)] == [ast.get_source_segment(text, one) for one in parts(text)]


def test_it_is_what_python_says_of_a_master(root: Path) -> None:
    text = (root / "solutions" / "01-gradient-step" / "gradient.py").read_text(encoding="utf-8")
    segments = Segments(text)
    some = parts(text)[::3]  # Python's own takes long
    assert len(some) > 20
    assert [segments.of(one) for one in some] == [ast.get_source_segment(text, one) for one in some]

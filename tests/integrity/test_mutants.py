"""Only solutions are changed, everything in them is, and each mutant is a whole program with one change."""

import ast

import pytest

from autograder.integrity.mutants import Mutant, mutants

STEP = """\
x = 1.0
y = x * 2  # given
h = x + y  # SOLUTION
print("h =", h)
out = h * 3  # SOLUTION
"""
FUNCTION = '''\
def train(rows, rate):
    """Train."""
    # BEGIN SOLUTION
    w = 0.0
    for row in rows[1:]:
        if row > w:
            w += rate * row
    return w
    # END SOLUTION
'''


def changes(text: str, *givens: str) -> dict[str, Mutant]:
    return {mutant.change: mutant for mutant in mutants(text, "master", givens)}


@pytest.mark.parametrize("text", [STEP, FUNCTION], ids=["statements", "function"])
def test_each_mutant_is_python_differs_and_stands_once(text: str) -> None:
    found = [mutant.text for mutant in mutants(text, "master", ["x", "y"])]
    assert len(set(found)) == len(found)
    assert text not in found
    assert all(ast.parse(one) for one in found)


def test_what_is_given_stays_as_it_is_and_comments_too() -> None:
    for mutant in mutants(STEP, "master", ["x", "y"]):
        assert "x = 1.0\ny = x * 2  # given\n" in mutant.text
        assert mutant.text.count("# SOLUTION") == 2
        assert 'print("h =", h)' in mutant.text


def test_names_are_swapped_with_givens_and_earlier_answers_only() -> None:
    found = changes(STEP, "x", "y")
    assert {"h = y + y", "h = x + x", "out = x * 3", "out = y * 3"} <= found.keys()
    assert not {"h = h + y", "h = out + y", "out = out * 3"} & found.keys()


def test_statements_are_left_out_trade_places_and_add_up() -> None:
    found = changes(STEP, "x", "y")
    assert found["h = x + y left out"].text == STEP.replace("h = x + y", "pass")
    assert found["h += x + y"].line == 3
    exchanged = found["out = h * 3 before h = x + y"].text
    assert exchanged.index("out = h * 3") < exchanged.index("print") < exchanged.index("h = x + y")


def test_a_function_is_changed_inside_its_region_and_not_in_its_head() -> None:
    found = changes(FUNCTION)
    assert {
        "w = 1.0",
        "for row in rows[1 + 1:]:",
        "if row >= w:",
        "w += rate",
        "w = rate * row",
        "w -= rate * row",
        "return rate",
    } <= found.keys()
    assert "w = 0.0 left out" in found
    assert all(mutant.text.startswith('def train(rows, rate):\n    """Train."""\n    # BEGIN SOLUTION\n') for mutant in found.values())


def test_a_loops_head_changes_without_its_body() -> None:
    text = changes(FUNCTION)["if row >= w:"].text
    assert text == FUNCTION.replace("row > w", "row >= w")


def test_an_update_too_early_is_made() -> None:
    found = changes("# BEGIN SOLUTION\nd = w * 2\nw = w - d\n# END SOLUTION\n", "w")
    assert found["w = w - d before d = w * 2"].text == "# BEGIN SOLUTION\nw = w - d\nd = w * 2\n# END SOLUTION\n"


@pytest.mark.parametrize("statement", ["x: float = 2.0  # SOLUTION\n", "é = 1; x = 2.0  # SOLUTION\n"])
def test_targets_and_annotations_stay(statement: str) -> None:
    found = changes(statement, "x", "w")
    assert not any("w" in change.partition("=")[0] or "float()" in change for change in found)
    assert any("4.0" in change for change in found)


def test_what_is_printed_is_nobodys_answer() -> None:
    assert changes("print(f'{x} is', -x)  # SOLUTION\n", "x", "y") == {}


def test_texts_are_left_alone() -> None:
    assert not any(
        "x" in change for change in changes("h = f(f'{y}', 'x')  # SOLUTION\n", "x", "y") if "f'" in change and "'x'" not in change
    )

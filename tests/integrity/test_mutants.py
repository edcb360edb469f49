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


CLASS = '''\
class Neuron:
    """A neuron."""

    def __init__(self, n):
        # BEGIN SOLUTION
        self.w = [0.0] * n
        self.b = 0.0
        # END SOLUTION

    def predict(self, xs):
        return xs @ self.w + self.b  # SOLUTION

    def moved(self, xs, rate):
        # BEGIN SOLUTION
        self.w = self.w - rate * self.predict(xs)
        return self.w, "moved"
        # END SOLUTION

    def told(self):
        return "as it was"  # SOLUTION
'''


def changes(text: str, *givens: str) -> dict[str, Mutant]:
    return {mutant.change: mutant for mutant in mutants(text, "master", givens)}


@pytest.mark.parametrize("text", [STEP, FUNCTION, CLASS], ids=["statements", "function", "class"])
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


def test_methods_are_changed_with_what_their_class_keeps_and_can_do() -> None:
    found = changes(CLASS)
    assert {
        "return xs @ self.b + self.b",
        "return xs @ -self.w + self.b",
        "return xs.T @ self.w + self.b",
        "return xs @ self.w",
        "self.w += self.w - rate * self.predict(xs)",
        "self.w = self.w - rate * self.moved(xs)",
        "self.w = self.w - rate * self.predict(rate)",
        "self.w = [0.0] * n left out",
        "return ('moved', self.w)",
        "return (self.w, 'as it was')",
        "return 'moved'",
    } <= found.keys()
    assert not any("(self)" in change or "-self " in change or "__init__" in change for change in found)


def test_a_function_within_a_function_knows_the_arguments_of_both() -> None:
    found = changes(
        "def outer(a):\n    # BEGIN SOLUTION\n    def inner(b):\n        return a * b\n    return inner\n    # END SOLUTION\n"
    )
    assert {"return a * a", "return b * b", "return a + b"} <= found.keys()


def test_texts_of_which_there_is_one_stay() -> None:
    assert changes("def f(x):\n    return g(x, 'C'), 'up'  # SOLUTION\n").keys() >= {"return ('up', g(x, 'C'))"}
    assert not any("'C'" not in change and "g(" in change for change in changes("def f(x):\n    return g(x, 'C'), 'up'  # SOLUTION\n"))


PAIRS = {
    "one-makes-what-the-other-needs": ("a = x * 2", "b = a + 1", True),
    "one-changes-what-the-other-needs": ("a = x * 2", "x = x + 1", True),
    "both-make-the-same": ("a = x * 2", "a = x * 3", True),
    "one-writes-into-what-the-other-needs": ("a[0] = x", "b = a * 2", True),
    "an-attribute-of-an-attribute": ("self.w = x", "b = self.w.T * 2", True),
    "calls-that-may-do-anything": ("a = f(x)", "b = f(x)", True),
    "random-numbers": ("a = np.random.rand()", "b = np.random.rand()", True),
    "things-of-their-own": ("a = np.sum(x)", "b = x * 2", False),
    "methods-of-arrays": ("a = x.mean(axis=0)", "b = x.std(axis=0) / len(x)", False),
    "attributes-of-their-own": ("self.w = x", "self.b = 0.0", False),
}


@pytest.mark.parametrize(("one", "other", "made"), PAIRS.values(), ids=PAIRS)
def test_statements_trade_places_only_where_it_may_make_a_difference(one: str, other: str, made: bool) -> None:
    found = changes(f"def f(self, x):\n    # BEGIN SOLUTION\n    {one}\n    {other}\n    # END SOLUTION\n")
    assert any(f"{other} before {one}" == change for change in found) is made


def test_signs_are_not_turned_where_they_cannot_show() -> None:
    found = changes("def f(x):\n    return x / len(x) + np.zeros(3)  # SOLUTION\n")
    assert not {"return x / len(-x) + np.zeros(3)", "return x / len(x) + -np.zeros(3)"} & found.keys()
    assert {"return -x / len(x) + np.zeros(3)", "return x / -len(x) + np.zeros(3)"} <= found.keys()


def test_what_would_stay_the_same_is_not_made() -> None:
    assert changes("a, b = [], []  # SOLUTION\n").keys() == {"a, b = ([], []) left out"}

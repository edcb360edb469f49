"""A source becomes its top-level statements in the order in which they run, each with what it binds."""

import pytest

from autograder.sandbox.inside.program import Program, cell_of, compile_source
from autograder.sandbox.inside.sources import Cell, Source


def program(*cells: str, notebook: bool = False, hooked: frozenset[str] = frozenset()) -> Program:
    numbered = tuple(Cell(number if notebook else 0, text) for number, text in enumerate(cells, 1))
    return compile_source(Source(numbered, ()), hooked)


def lines(made: Program) -> list[tuple[int, int]]:
    return [(statement.cell, statement.line) for statement in made.statements]


GUARDS = {
    "as-usual": "if __name__ == '__main__':\n    a = 1\n    b = 2\n",
    "the-other-way-round": "if '__main__' == __name__:\n    a = 1\n    b = 2\n",
    "twice": "if __name__ == '__main__':\n  if __name__ == '__main__':\n    a = 1\n    b = 2\n",
    "with-an-else": "if __name__ == '__main__':\n    a = 1\n    b = 2\nelse:\n    c = 3\n",
}


@pytest.mark.parametrize("text", GUARDS.values(), ids=GUARDS)
def test_what_stands_under_the_main_guard_runs_statement_by_statement(text: str) -> None:
    assert [set(statement.binds) for statement in program(text).statements] == [{"a"}, {"b"}]


@pytest.mark.parametrize(
    "test", ["__name__ != '__main__'", "__name__ == 'x'", "name == '__main__'", "True", "__name__ == '__main__' == x"]
)
def test_another_condition_is_one_statement(test: str) -> None:
    assert len(program(f"if {test}:\n    a = 1\n    b = 2\n").statements) == 1


DEFINED = {
    "a-function": ("x = 1\ndef step():\n    pass\n", (0, 2)),
    "the-last-of-two": ("def step(): pass\n\ndef step(): pass\n", (0, 3)),
    "under-a-decorator": ("@cache\ndef step(): pass\n", (0, 2)),
    "under-the-main-guard": ("if __name__ == '__main__':\n    def step(): pass\n", (0, 2)),
    "in-a-block": ("try:\n    pass\nexcept E:\n    if x:\n        def step(): pass\n", (0, 5)),
    "a-method": ("class Other:\n    def predict(self): pass\nclass Perceptron:\n    n = 1\n    def predict(self): pass\n", (0, 5)),
    "a-method-in-a-block": ("class Perceptron:\n    if True:\n        def predict(self): pass\n", (0, 3)),
    "a-method-of-the-second": ("class Perceptron:\n    def predict(self): pass\n" * 2, (0, 4)),
    "a-function-inside-a-function": ("def train():\n    def step(): pass\n", None),
    "a-method-of-that-name": ("class C:\n    def step(self): pass\n", None),
    "a-variable": ("step = lambda: 1\n", None),
    "a-class-inside-a-class": ("class C:\n    class Perceptron:\n        def predict(self): pass\n", None),
}


@pytest.mark.parametrize(("text", "place"), DEFINED.values(), ids=DEFINED)
def test_a_function_or_method_is_found_where_it_is_defined(text: str, place: tuple[int, int] | None) -> None:
    wanted = frozenset({"step", "Perceptron.predict"})
    found = compile_source(Source((Cell(0, text),), ()), frozenset(), wanted).definitions
    assert list(found.values()) == ([place] if place else [])


def test_a_definition_is_found_in_its_cell_unless_the_cell_is_not_python() -> None:
    cells = tuple(Cell(number, text) for number, text in enumerate(["def step(): pass", "x = 1", "def step(): pass\n)"], 1))
    made = compile_source(Source(cells, ()), frozenset(), frozenset({"step"}))
    assert made.definitions == {"step": (1, 1)}
    assert made.broken[0].binds == {"step"}


@pytest.mark.parametrize(
    ("name", "cell"), [("<your file>", 0), ("<cell 12>", 12), ("<driver>", None), ("/home/ada/x.py", None), ("<cell 1>0", None)]
)
def test_code_says_which_cell_it_came_from(name: str, cell: int | None) -> None:
    assert cell_of(name) == cell


BINDS = {
    "a = 1": {"a"},
    "a, (b, *c) = 1, (2, 3)": {"a", "b", "c"},
    "a = b = 1": {"a", "b"},
    "a: int = 1": {"a"},
    "a += 1": {"a"},
    "a[0] = 1": set(),
    "a.b = 1": set(),
    "print(a := 1)": {"a"},
    "import os.path": {"os"},
    "import os.path as p, sys": {"p", "sys"},
    "from os import path as q": {"q"},
    "def f():\n    a = 1": {"f"},
    "class C:\n    a = 1": {"C"},
    "for i in x:\n    a = i": {"i", "a"},
    "with f() as g:\n    a = 1": {"g", "a"},
    "try:\n    a = 1\nexcept E as e:\n    b = 1\nfinally:\n    c = 1": {"a", "b", "c"},
    "while x:\n    a = 1": {"a"},
    "if x:\n    a = 1\nelse:\n    b = 1": {"a", "b"},
    "match x:\n    case 1:\n        a = 1": {"a"},
    "y = [a for a in x]": {"y"},
    "y = lambda: (a := 1)": {"y"},
    "del a": set(),
    "h == 1": set(),
}


@pytest.mark.parametrize(("text", "bound"), BINDS.items(), ids=BINDS)
def test_a_statement_binds_what_it_binds_at_the_top_level(text: str, bound: set[str]) -> None:
    assert program(text).statements[0].binds == bound


def test_one_slip_in_a_file_breaks_the_file() -> None:
    made = program("a = 1\nb = (\n")
    assert (made.statements, len(made.broken)) == ((), 1)
    assert (made.broken[0].cell, made.broken[0].line, made.broken[0].error) == (0, 2, "SyntaxError")


def test_one_slip_in_a_cell_breaks_that_cell_only() -> None:
    made = program("a = 1", "b = )\nc = 2", "d = 3", notebook=True)
    assert lines(made) == [(1, 1), (3, 1)]
    assert [(one.cell, one.line) for one in made.broken] == [(2, 1)]


def test_a_broken_cell_is_known_by_the_names_it_would_have_bound() -> None:
    made = program("h = np.dot(x, w\nnn_output = sigmoid(h)\n    error *= 2\nif h == 3: pass\n")
    assert made.broken[0].binds == {"h", "nn_output", "error"}


BROKEN = {
    "indentation": ("a = 1\n  b = 2\n", "IndentationError", 2),
    "tabs": ("if a:\n        b = 1\n\tc = 2\n", "TabError", 3),
    "null-byte": ("a = '\0'", None, 1),
    "return-at-the-top": ("a = 1\nreturn a", "SyntaxError", 2),
    "await-at-the-top": ("a = 1\nawait a", "SyntaxError", 2),
    "surrogate": ("a = '\ud800'", "UnicodeEncodeError", 1),
    "nested-without-end": ("a = " + "(" * 500, "SyntaxError", 1),
    "minus-without-end": ("a = " + "-" * 100_000 + "1", None, 1),
    "number-without-end": ("a = " + "9" * 5000, "SyntaxError", 1),
}


@pytest.mark.parametrize(("text", "error", "line"), BROKEN.values(), ids=BROKEN)
def test_what_is_no_python_is_a_statement_that_raised(text: str, error: str | None, line: int) -> None:
    made = program(text)
    assert made.statements == ()
    assert made.broken[0].line == line
    assert error is None or made.broken[0].error == error


def test_warnings_about_a_students_text_are_ours_to_swallow() -> None:
    assert len(program("a = '\\d'\nassert (a, 'b')\na is 'x'\n").statements) == 3


def test_a_future_import_reaches_the_statements_below_it() -> None:
    made = program("from __future__ import annotations\na: undefined = 1\ndef f(x: undefined): return x\n")
    space: dict[str, object] = {}
    for statement in made.statements:
        exec(statement.code, space)
    assert space["a"] == 1


def test_a_future_import_of_another_cell_reaches_the_cells_below() -> None:
    made = program("from __future__ import annotations", "def f(x: undefined): return x", notebook=True)
    for statement in made.statements:
        exec(statement.code, {})


def test_our_own_futures_do_not_reach_a_students_text() -> None:
    with pytest.raises(NameError):
        exec(program("def f(x: undefined): return x").statements[0].code, {})


@pytest.mark.parametrize(
    "text",
    [
        "if yes:\n    h = 1\n    seen(h)",
        "if not yes:\n    pass\nelse:\n    h = 1\n    seen(h)",
        "with ctx():\n    h = 1\n    seen(h)",
        "for _ in [1]:\n    h = 1\n    seen(h)",
        "while yes:\n    h = 1\n    seen(h)\n    break",
        "try:\n    h = 1\n    seen(h)\nfinally:\n    pass",
        "try:\n    1 / 0\nexcept ZeroDivisionError:\n    h = 1\n    seen(h)",
        "try:\n    pass\nfinally:\n    h = 1\n    seen(h)",
        "match yes:\n    case True:\n        h = 1\n        seen(h)",
        "if yes:\n    for _ in [1]:\n        with ctx():\n            h = 1\n            seen(h)",
    ],
)
def test_the_runner_is_called_behind_an_assignment_inside_a_block(text: str) -> None:
    """So that a mended answer is mended before the next line of the block uses it."""
    import contextlib

    from autograder.sandbox.inside.program import HOOK

    said: list[str] = []
    space = {HOOK: lambda: said.append("hook"), "seen": lambda h: said.append(f"seen {h}"), "yes": True, "ctx": contextlib.nullcontext}
    for statement in program(text, hooked=frozenset({"h"})).statements:
        exec(statement.code, space)
    assert said == ["hook", "seen 1"]


def test_blocks_that_bind_nothing_watched_are_left_as_they_are() -> None:
    with pytest.raises(NameError):
        exec(program("if True:\n    h = 1\n    __descent_boundary__()", hooked=frozenset({"x"})).statements[0].code, {})

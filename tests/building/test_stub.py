"""What becomes of a master, and which masters are refused?"""

import ast
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.building.cuts import regions
from autograder.building.stub import stub
from autograder.errors import CourseError

MALFORMED = {
    "unclosed": ("x = 1\n# BEGIN SOLUTION\nh = 1\n", 2, "never closed"),
    "end without begin": ("h = 1\n# END SOLUTION\n", 2, "without '# BEGIN SOLUTION'"),
    "nested": ("# BEGIN SOLUTION\n# BEGIN SOLUTION\nh = 1\n# END SOLUTION\n", 2, "within the solution that begins in line 1"),
    "line in a block": ("# BEGIN SOLUTION\nh = 1  # SOLUTION\n# END SOLUTION\n", 2, "within the solution"),
    "prompt in a block": (
        '# BEGIN SOLUTION\nh = 1\n""" # BEGIN PROMPT\nh = 0\n""" # END PROMPT\n# END SOLUTION\n',
        3,
        "within the solution",
    ),
    "empty": ("x = 1\n# BEGIN SOLUTION\n\n# only words\n# END SOLUTION\n", 2, "empty"),
    "begin behind code": ("x = 1  # BEGIN SOLUTION\nh = 1\n# END SOLUTION\n", 1, "shares its line with code"),
    "end behind code": ("# BEGIN SOLUTION\nh = 1  # END SOLUTION\n", 2, "shares its line with code"),
    "end with no prompt": ("# BEGIN SOLUTION\nh = 1\n# END SOLUTION NO PROMPT\n", 3, "'NO PROMPT' belongs"),
    "no assignment": ("x = 1\nprint(x)  # SOLUTION\n", 2, "not one assignment"),
    "no value": ("h: float  # SOLUTION\n", 1, "not one assignment"),
    "added to": ("h = 1\nh += 1  # SOLUTION\n", 2, "not one assignment"),
    "two statements": ("h = 1; k = 2  # SOLUTION\n", 1, "not one assignment"),
    "part of a statement": ("if True:\n    h = 1\nelse: h = 2  # SOLUTION\n", 3, "not one assignment"),
    "function in one line": ("def f(): return 1  # SOLUTION\n", 1, "not one assignment"),
    "starred": ("a, *b = [1, 2, 3]  # SOLUTION\n", 1, "more than a row of names"),
    "tuple in a chain": ("a, b = c = [1, 2]  # SOLUTION\n", 1, "more than a row of names"),
    "alone": ("x = 1\n# SOLUTION\nh = 1\n", 2, "stands alone"),
    "marked twice": ("x = 1\nh = (  # SOLUTION\n    1\n)  # SOLUTION\n", 2, "Mark it once"),
    "nbgrader's marker": ("### BEGIN SOLUTION\nh = 1\n### END SOLUTION\n", 1, "nearly a marker"),
    "small letters": ("h = 1  # solution\n", 1, "nearly a marker"),
    "prompt without solution": ('h = 1\n""" # BEGIN PROMPT\nh = 0\n""" # END PROMPT\n', 2, "does not follow a solution"),
    "prompt after a line": ('h = 1  # SOLUTION\n""" # BEGIN PROMPT\nh = 0\n""" # END PROMPT\n', 2, "does not follow"),
    "prompt too late": (
        '# BEGIN SOLUTION\nh = 1\n# END SOLUTION\nx = 1\n""" # BEGIN PROMPT\nh = 0\n""" # END PROMPT\n',
        5,
        "does not follow",
    ),
    "two prompts": ("# BEGIN SOLUTION\nh = 1\n# END SOLUTION\n" + '""" # BEGIN PROMPT\nh = 0\n""" # END PROMPT\n' * 2, 7, "follow"),
    "prompt never closed": ('# BEGIN SOLUTION\nh = 1\n# END SOLUTION\n""" # BEGIN PROMPT\nh = 0\n"""\n', 4, "nearly a marker"),
    "prompt never begun": ('# BEGIN SOLUTION\nh = 1\n# END SOLUTION\n"""\nh = 0\n""" # END PROMPT\n', 6, "BEGIN PROMPT"),
    "not python": ("x = 1\nh = = 1  # SOLUTION\n", 2, "not Python"),
    "null character": ("x = 1\0\n", 1, "not Python"),
    "nothing left in a function": (
        "def f():\n    # BEGIN SOLUTION NO PROMPT\n    return 1\n    # END SOLUTION\n\n\nx = 1\n",
        7,
        "without its solutions",
    ),
    "prompt not python": ('# BEGIN SOLUTION\nh = 1\n# END SOLUTION\n""" # BEGIN PROMPT\nh = ?\n""" # END PROMPT\n', 1, "not Python"),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_a_malformed_master_is_refused_with_its_line_and_a_remedy(name: str) -> None:
    text, line, words = MALFORMED[name]
    with pytest.raises(CourseError) as caught:
        stub(text, "solutions/01/h.py")
    mine = [problem for problem in caught.value.problems if problem.startswith(f"solutions/01/h.py, line {line}: ")]
    assert any(words in problem for problem in mine), caught.value.problems
    assert all(problem.endswith(".") for problem in mine)


def test_problems_of_markers_and_of_statements_are_named_together() -> None:
    with pytest.raises(CourseError) as caught:
        stub("print(1)  # SOLUTION\n# END SOLUTION\nprint(2)  # SOLUTION\n", "h.py")
    assert [problem.split(":")[0] for problem in caught.value.problems] == [f"h.py, line {line}" for line in (1, 2, 3)]


LINES = {
    "a name": ("h = np.dot(x, w)  # SOLUTION", "h = None"),
    "with another comment": ("h = x @ w  # shape () # SOLUTION", "h = None"),
    "a chain": ("a = b = 0.5  # SOLUTION", "a = b = None"),
    "a row": ("w, b = step(w, b)  # SOLUTION", "w, b = None, None"),
    "a row in brackets": ("(w, b) = step(w, b)  # SOLUTION", "(w, b) = None, None"),
    "a row of one": ("w, = step(w)  # SOLUTION", "w, = None,"),
    "an annotation": ("h: float = x  # SOLUTION", "h: float = None"),
    "an attribute": ("self.w = 1  # SOLUTION", "self.w = None"),
    "a place": ("cache['=', x == 1] = 1  # SOLUTION", "cache['=', x == 1] = None"),
    "a place in a call": ("cell(a=1).w = 1  # SOLUTION", "cell(a=1).w = None"),
    "a default of a lambda": ("f = lambda a=1: a  # SOLUTION", "f = None"),
    "a keyword": ("f = g(a=1)  # SOLUTION", "f = None"),
    "other letters": ("ŷ = σ(h)  # SOLUTION", "ŷ = None"),
    "several lines": ("h = (\n    x +\n  y\n)  # SOLUTION", "h = None"),
    "a row over several lines": ("(\n    w,\n    b,\n) = f()  # SOLUTION", "(\n    w,\n    b,\n) = None, None"),
    "marked within": ("h = (  # SOLUTION\n    x\n)", "h = None"),
    "nothing": ("print(h)  # SOLUTION NO PROMPT", ""),
}


@pytest.mark.parametrize("name", LINES)
def test_a_line_becomes_none_for_each_name(name: str) -> None:
    line, expected = LINES[name]
    assert stub(f"x = 1\n{line}\ny = 2\n") == f"x = 1\n{expected}\ny = 2\n".replace("\n\n", "\n")


def test_a_line_keeps_its_indentation() -> None:
    assert stub("if True:\n    h = 1  # SOLUTION\n") == "if True:\n    h = None\n"
    assert stub("def f():\n\th = (1 +\n2)  # SOLUTION\n\treturn h\n") == "def f():\n\th = None\n\treturn h\n"


@pytest.mark.parametrize("body", ["return x  # SOLUTION", "# BEGIN SOLUTION\n    y = x\n    return y\n    # END SOLUTION"])
def test_in_a_function_the_placeholder_raises_with_the_functions_name(body: str) -> None:
    assert stub(f"def step(x):\n    {body}\n") == 'def step(x):\n    raise NotImplementedError("TODO: step")\n'


def test_a_method_is_named_with_its_class_and_an_inner_function_with_its_own() -> None:
    train = "    def train(self):\n        return 1  # SOLUTION\n"
    inner = "    def g(self):\n        def f():\n            return 1  # SOLUTION\n"
    made = stub(f"class P:\n{train}\n{inner}")
    assert 'NotImplementedError("TODO: P.train")' in made
    assert 'NotImplementedError("TODO: P.g.f")' in made


@pytest.mark.parametrize(
    ("block", "asked"),
    [
        ("total = 0\nfor i in range(3):\n    total += i\n    row[i], (a, *b) = f()", "total, row, a, b"),
        ("def step(w):\n    inner = 1\n    return w", "step"),
        ("class Perceptron:\n    pass", "Perceptron"),
        ("import math\nprint(1)", "your code"),
    ],
)
def test_outside_of_functions_the_placeholder_names_what_the_block_makes(block: str, asked: str) -> None:
    assert stub(f"# BEGIN SOLUTION\n{block}\n# END SOLUTION\n") == f'raise NotImplementedError("TODO: {asked}")\n'


def test_a_prompt_takes_the_place_of_a_block() -> None:
    block = "    # BEGIN SOLUTION\n    return x\n    # END SOLUTION\n"
    prompt = '    """ # BEGIN PROMPT\n    y = None\n    return y\n    """ # END PROMPT\n'
    assert stub(f"def f(x):\n{block}\n{prompt}") == "def f(x):\n    y = None\n    return y\n"


def test_a_prompt_may_follow_no_prompt_as_otter_writes_it() -> None:
    text = "# BEGIN SOLUTION NO PROMPT\nh = 1\n# END SOLUTION\n''' # BEGIN PROMPT\nh = ...\n'''; # END PROMPT\n"
    assert stub(text) == "h = ...\n"


def test_no_prompt_leaves_nothing() -> None:
    assert stub("x = 1\n# BEGIN SOLUTION NO PROMPT\nh = 1\n# END SOLUTION\ny = 2\n") == "x = 1\ny = 2\n"


def test_a_stub_ends_with_one_line_feed_and_is_its_own_stub() -> None:
    made = stub("h = 1  # SOLUTION\n\n\n")
    assert made == "h = None\n"
    assert stub(made) == made


name = st.sampled_from(["h", "nn_output", "w1", "ŷ"])
value = st.sampled_from(
    ["np.dot(x, w)", "f(a=1)", "(1 +\n  2)", "'# SOLUTION'", "{'a': [1]}", "lambda q=2: q", '"""\n# END SOLUTION\n"""']
)
Piece = tuple[str, str, int]  # of the master, of the stub, how many solutions


@st.composite
def piece(draw: st.DrawFn) -> Piece:
    """A piece of a well-formed master, and what must become of it."""
    who, what = draw(name), draw(value)
    plain = f"{who} = {what}  # a comment\n"
    block = f"# BEGIN SOLUTION\n{who} = {what}\n# END SOLUTION\n"
    return draw(
        st.sampled_from(
            [
                (plain, plain, 0),
                ("# %% [markdown]\n# The solution comes last.\n\n", "# %% [markdown]\n# The solution comes last.\n\n", 0),
                (f"{who} = {what}  # SOLUTION\n", f"{who} = None\n", 1),
                (f"{who} = {what}  # SOLUTION NO PROMPT\n", "", 1),
                (block, f'raise NotImplementedError("TODO: {who}")\n', 1),
                (block.replace("N\n", "N NO PROMPT\n", 1), "", 1),
                (f'{block}""" # BEGIN PROMPT\n{who} = ...\n""" # END PROMPT\n', f"{who} = ...\n", 1),
            ]
        )
    )


@settings(deadline=None)
@given(st.lists(piece(), max_size=8), st.booleans())
def test_a_stub_is_its_master_with_the_solutions_replaced_and_nothing_else(pieces: list[Piece], within: bool) -> None:
    master = "".join(text for text, _, _ in pieces) + "pass\n"
    expected = "".join(text for _, text, _ in pieces) + "pass\n"
    assert len(regions(master)) == sum(count for _, _, count in pieces)
    assert stub(master) == expected
    assert regions(expected) == ()


FRAGMENTS = [
    "h = 1",
    "x = (1,",
    "2)",
    "def f():",
    "    return 1",
    "    # BEGIN SOLUTION",
    "# BEGIN SOLUTION",
    "# BEGIN SOLUTION NO PROMPT",
    "# END SOLUTION",
    "    # END SOLUTION",
    "h = 2  # SOLUTION",
    "    return 3  # SOLUTION",
    '""" # BEGIN PROMPT',
    '""" # END PROMPT',
    "'''",
    "# solution",
    "print(h)  # SOLUTION NO PROMPT",
    "\\",
    "",
]


@settings(deadline=None, max_examples=400)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=10))
def test_any_text_gives_either_a_stub_without_markers_that_is_python_or_problems_with_lines(lines: list[str]) -> None:
    text = "\n".join(lines)
    made, problems = _tried(text)
    assert (made is None) == bool(problems)
    assert all(problem.startswith("h.py, line ") for problem in problems)
    assert ast.parse(made or "") is not None
    assert regions(made or "") == ()


def _tried(text: str) -> tuple[str | None, tuple[str, ...]]:
    try:
        return stub(text, "h.py"), ()
    except CourseError as error:
        return None, error.problems


def test_the_text_of_a_solution_is_not_in_its_stub() -> None:
    master = textwrap.dedent(
        """\
        def f(x):
            # BEGIN SOLUTION
            secret = x
            return secret
            # END SOLUTION
        """
    )
    assert "secret" not in stub(master)


def test_a_marker_in_a_prompt_is_told_at_its_solution() -> None:
    master = 'a = 0\n# BEGIN SOLUTION\nh = 1\n# END SOLUTION\n""" # BEGIN PROMPT\n# BEGIN SOLUTION\n""" # END PROMPT\n'
    _, problems = _tried(master)
    assert problems == ("h.py, line 2: a prompt of this solution holds a marker. Take it out: a prompt is what the student reads.",)

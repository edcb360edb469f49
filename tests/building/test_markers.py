"""Which comments are markers, which nearly are, and which have nothing to do with them?"""

import pytest

from autograder.building.markers import Mark, marks


@pytest.mark.parametrize(
    "text",
    [
        "# The solution of the first example\n",
        "# ## Solution\n",
        "# The end. Solutions are not printed.\n",
        "# Begin with a solution in mind.\n",
        "h = 1  # the solution of h = 1\n",
        "h = '# SOLUTION'\n",
        "h = '''\n# BEGIN SOLUTION\n# END SOLUTION\n'''\n",
        "h = 1  # prompt\n",
        "# TODO: the sum\n",
    ],
)
def test_other_comments_and_strings_are_no_markers(text: str) -> None:
    assert marks(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "### BEGIN SOLUTION\n",
        "### END SOLUTION\n",
        "# begin solution\n",
        "# BEGIN SOLUTIONS\n",
        "# BEGIN  SOLUTION\n",
        "#  END SOLUTION\n",
        "# BEGIN_SOLUTION\n",
        "# BEGIN SOLUTION: the sum\n",
        "h = 1  # solution\n",
        "h = 1  # SOLUTIONS\n",
        "h = 1  #  SOLUTION\n",
        "h = 1  # SOLUTION.\n",
        "h = 1  # Solution no prompt\n",
        "h = 1  # begin solution\n",
        "# BEGIN PROMPT\n",
        '""" # BEGIN PROMPT\n"""\n',
    ],
)
def test_what_is_nearly_a_marker_is_odd(text: str) -> None:
    assert [mark.kind for mark in marks(text)] == ["odd"]


def test_a_line_marks_the_whole_statement_that_it_ends() -> None:
    text = "x = 1\nh = (\n    x +\n    1\n)  # SOLUTION\n"
    assert marks(text) == [Mark("line", 2, 5, alone=False)]


def test_a_marker_may_follow_another_comment() -> None:
    assert marks("h = 1  # shape () # SOLUTION\n") == [Mark("line", 1, 1, alone=False)]


def test_a_space_after_the_hash_is_not_needed_and_spaces_at_the_end_do_no_harm() -> None:
    assert [mark.kind for mark in marks("#BEGIN SOLUTION  \nh = 1\n#END SOLUTION\n")] == ["begin", "end"]


def test_no_prompt_is_read() -> None:
    text = "# BEGIN SOLUTION NO PROMPT\nh = 1\n# END SOLUTION\nprint(h)  # SOLUTION NO PROMPT\n"
    assert [mark.bare for mark in marks(text)] == [True, False, True]


def test_a_prompt_is_one_mark_over_its_whole_string() -> None:
    text = 'h = 1\n""" # BEGIN PROMPT\nh = None\n""" # END PROMPT\n'
    assert marks(text) == [Mark("prompt", 2, 4, alone=True)]


def test_a_prompt_that_shares_its_lines_with_code_is_not_alone() -> None:
    assert [mark.alone for mark in marks('h = """ # BEGIN PROMPT\nh = None\n""" # END PROMPT\n')] == [False]
    assert [mark.alone for mark in marks('""" # BEGIN PROMPT\nh = None """ # END PROMPT\n')] == [False]
    assert [mark.alone for mark in marks('r""" # BEGIN PROMPT\nh = None\n""" # END PROMPT\n')] == [False]

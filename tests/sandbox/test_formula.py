"""A formula's text becomes the function that it defines, and has nothing but NumPy."""

import numpy as np
import pytest

from autograder.sandbox.inside.formula import formula


def test_nothing_of_this_module_is_seen_by_it() -> None:
    with pytest.raises(NameError):
        formula("leak", "def leak():\n    return cache")()


def test_the_function_of_the_name_is_the_one_that_is_made() -> None:
    text = "def worth(got, least):\n    return np.mean(got > least)"
    assert formula("worth", text)(np.array([0.0, 1.0]), 0.5) == 0.5
    assert formula("worth", text) is formula("worth", text)

"""Where does each solution begin and end?"""

import pytest

from autograder.building.cuts import Region, regions
from autograder.errors import CourseError


def test_a_master_without_solutions_has_no_regions() -> None:
    assert regions("h = 1\n") == ()


def test_a_line_is_a_region_with_its_marker() -> None:
    assert regions("x = 1\nh = x  # SOLUTION\n") == (Region(2, 2, "h = x  # SOLUTION"),)


def test_a_block_is_a_region_without_its_markers() -> None:
    text = "def f(x):\n    # BEGIN SOLUTION\n    y = x\n    return y\n    # END SOLUTION\n"
    assert regions(text) == (Region(3, 4, "    y = x\n    return y"),)


def test_regions_come_in_the_order_of_the_file_and_prompts_are_none() -> None:
    text = '# BEGIN SOLUTION\na = 1\n# END SOLUTION\n\n""" # BEGIN PROMPT\na = 0\n""" # END PROMPT\nb = 2  # SOLUTION\n'
    assert [region.first for region in regions(text)] == [2, 8]


def test_every_marker_out_of_place_is_named_at_once_in_the_order_of_the_file() -> None:
    with pytest.raises(CourseError) as caught:
        regions("# END SOLUTION\nh = 1\n# SOLUTION\n# BEGIN SOLUTION\n", "solutions/01/h.py")
    places = [problem.split(":")[0] for problem in caught.value.problems]
    assert places == [f"solutions/01/h.py, line {line}" for line in (1, 3, 4)]

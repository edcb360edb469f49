"""What does the nbgrader_config.py that `descent export nbgrader` writes need to know of this machine and its user?"""

import sys
from pathlib import Path
from typing import Any


def plug(config: Any, course: Path) -> None:
    """Put our grading into nbgrader, where it is nbgrader that reads its configuration.

    Args:
        config: nbgrader's configuration, as its file knows it. It is shown in the formgrader: no secret comes into it.
        course: the folder that holds course.toml.
    """
    from autograder.cli.cores import cores
    from autograder.cli.place import database, home

    root = str(course.resolve())
    config.DescentAutograde.course = root
    config.DescentAutograde.home = str(home())
    config.DescentAutograde.jobs = cores()
    config.CourseRule.course = root
    config.CourseDue.course = root
    if "nbgrader.apps" in sys.modules:
        from autograder.platforms.nbgrader.autograding import install

        install(database())

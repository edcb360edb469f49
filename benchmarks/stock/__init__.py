"""The tools as they come: what an instructor would make with nbgrader and otter-grader alone, to measure and to attack."""

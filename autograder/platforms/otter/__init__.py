"""otter-grader: notebooks whose `grader.check` speaks our words, and a zip in which our engine gives the points."""

"""Work to try the grader on: what a class has handed in (`submitted`), and a whole term of downloads (`term`)."""

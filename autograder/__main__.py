"""`python -m autograder` is `descent`."""

from autograder.cli import main

main()

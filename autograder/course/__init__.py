"""The course: its manifest, the words in which an author writes questions, the graph they make, and the drawing of cases.

An assignment's `questions.py` imports its vocabulary from here.
"""

from autograder.course.givens import Given, choice, either, integers, length, normal, single, uniform
from autograder.course.vocabulary import Assignment, Kind, Mistake, Question, SigmoidPlot

__all__ = [
    "Assignment",
    "Given",
    "Kind",
    "Mistake",
    "Question",
    "SigmoidPlot",
    "choice",
    "either",
    "integers",
    "length",
    "normal",
    "single",
    "uniform",
]

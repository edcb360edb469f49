"""The course: its manifest, the words in which an author writes questions, the graph they make, and the drawing of cases.

An assignment's `questions.py` imports its vocabulary from here.
"""

from autograder.course.givens import Given, choice, integers, normal, uniform
from autograder.course.vocabulary import Assignment, Mistake, Question, SigmoidPlot

__all__ = ["Assignment", "Given", "Mistake", "Question", "SigmoidPlot", "choice", "integers", "normal", "uniform"]

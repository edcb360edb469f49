"""The course: its manifest, the words in which an author writes questions, the graph they make, and the drawing of cases.

An assignment's `questions.py` imports its vocabulary from here. It comes with NumPy, which most of what is imported from this package
does without: so each word is fetched when it is first asked for.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from autograder.course.descent import Border, Curve, Descent, Surface
    from autograder.course.givens import Given, choice, either, integers, length, normal, single, uniform
    from autograder.course.plots import SigmoidPlot
    from autograder.course.vocabulary import Assignment, Kind, Mistake, Question
else:

    def __getattr__(name: str) -> object:
        """A word of the vocabulary."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from autograder.course import descent, givens, plots, vocabulary

        return next(getattr(module, name) for module in (vocabulary, givens, plots, descent) if hasattr(module, name))


__all__ = [
    "Assignment",
    "Border",
    "Curve",
    "Descent",
    "Given",
    "Kind",
    "Mistake",
    "Question",
    "SigmoidPlot",
    "Surface",
    "choice",
    "either",
    "integers",
    "length",
    "normal",
    "single",
    "uniform",
]

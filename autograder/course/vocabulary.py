"""In which words does an author say what is asked, what is right, and what goes wrong?

An assignment's `questions.py` builds one `Assignment`. Its questions are small functions whose parameter names are givens or
earlier questions, as with pytest's fixtures; their docstrings are what the student reads:

    step = Assignment(givens={"x": integers(-5, 6, size=4), ...}, accept=lambda x, w: ..., examples=[...])

    @step.question(points=2)
    def h(x, w):
        \"\"\"The node's linear combination of its inputs and weights.\"\"\"
        return np.dot(x, w)

    @h.mistake
    def inputs_summed(x):
        \"\"\"What happens to h when one weight is doubled?\"\"\"
        return np.sum(x)
"""

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, overload

import msgspec

from autograder.course.givens import Given, Value, as_given

Formula = Callable[..., Any]

RTOL = 1e-6
ATOL = 1e-12


@dataclass(frozen=True, slots=True)
class Mistake:
    """A named misconception: a wrong formula for one question, with the hint that a tutor would give.

    Attributes:
        id: the function's name.
        hint: its docstring, worded as a question that does not give the answer away.
        formula: the wrong formula; its parameters are givens and questions before its own.
        worth: the part of the question's points that it still earns, 0 to 1 ...
        redeemed_by: ... if this later question is right all the same (a consistent convention); None: always.
        named: it can only be made where the question has a name of its own; never sought in a value computed in one line.
        partial: it gives the right value, or another mistake's, on some inputs by its nature (|error| for a positive error).
    """

    id: str
    question: str
    hint: str
    formula: Formula
    needs: tuple[str, ...]
    worth: float = 0.0
    redeemed_by: str | None = None
    named: bool = False
    partial: bool = False


@dataclass(slots=True)
class Question:
    """One thing that is marked: what the student reads of it, and the formula that is right."""

    id: str
    text: str
    points: float
    formula: Formula
    needs: tuple[str, ...]
    rtol: float = RTOL
    atol: float = ATOL
    mistakes: dict[str, Mistake] = field(default_factory=dict)

    @overload
    def mistake(
        self, formula: Formula, /, *, worth: float = ..., redeemed_by: str | None = ..., named: bool = ..., partial: bool = ...
    ) -> Mistake: ...
    @overload
    def mistake(
        self, formula: None = None, /, *, worth: float = ..., redeemed_by: str | None = ..., named: bool = ..., partial: bool = ...
    ) -> Callable[[Formula], Mistake]: ...
    def mistake(
        self,
        formula: Formula | None = None,
        /,
        *,
        worth: float = 0.0,
        redeemed_by: str | None = None,
        named: bool = False,
        partial: bool = False,
    ) -> Mistake | Callable[[Formula], Mistake]:
        """Register a wrong formula for this question; its name is the mistake's name and its docstring the hint."""

        def register(wrong: Formula) -> Mistake:
            name = wrong.__name__
            if name in self.mistakes:
                raise ValueError(f"question '{self.id}' has two mistakes named '{name}'. Give each its own name.")
            made = Mistake(name, self.id, _text(wrong), wrong, _parameters(wrong), worth, redeemed_by, named, partial)
            self.mistakes[name] = made
            return made

        return register if formula is None else register(formula)


@dataclass(frozen=True, slots=True)
class Equivalent:
    """A change to the master that an author explains: no input tells it from the original, and why."""

    change: str
    because: str


@dataclass(frozen=True, slots=True)
class Gradient:
    """An author's claim, for `descent verify`: a question is (a scale times) the gradient of a cost.

    Attributes:
        question: the question that is claimed to be it.
        of: the cost, a function of givens and questions by parameter name.
        wrt: the given or question that the cost is derived by; what follows from it moves along.
        scale: what the gradient is multiplied by, a function of givens and questions; None: by one.
    """

    question: str
    of: Formula
    wrt: str
    scale: Formula | None = None


class SigmoidPlot(msgspec.Struct, frozen=True):
    """A drawing of the sigmoid for feedback: the student's point on it, and the slope that the student used there.

    Attributes:
        at, height: the questions whose values are the point.
        slope: the questions (rise, run) whose quotient is the slope.
    """

    at: str
    height: str
    slope: tuple[str, str]


class Assignment:
    """The judge's statement of one assignment: givens, questions in the order asked, mistakes, public examples.

    Args:
        givens: the inputs by name, and what hidden cases draw them from.
        examples: the two public examples, each a value for every given.
        accept: a predicate over givens and questions (by parameter name); a drawn case that fails it is drawn again.
        plot: a drawing for the feedback page.
    """

    def __init__(
        self,
        *,
        givens: Mapping[str, Given],
        examples: Sequence[Mapping[str, object]],
        accept: Callable[..., Any] | None = None,
        plot: SigmoidPlot | None = None,
    ) -> None:
        self.givens = dict(givens)
        self.examples: tuple[dict[str, Value], ...] = tuple(
            {name: as_given(value) for name, value in example.items()} for example in examples
        )
        self.accept = accept
        self.plot = plot
        self.questions: dict[str, Question] = {}
        self.equivalents: list[Equivalent] = []
        self.gradients: list[Gradient] = []

    def question(self, *, points: float, rtol: float = RTOL, atol: float = ATOL) -> Callable[[Formula], Question]:
        """Register a question: the function is its right formula, the function's name its name, the docstring its text."""

        def register(formula: Formula) -> Question:
            name = formula.__name__
            if name in self.questions or name in self.givens:
                raise ValueError(f"'{name}' is the name of two things. Givens and questions need names of their own.")
            made = Question(name, _text(formula), points, formula, _parameters(formula), rtol, atol)
            self.questions[name] = made
            return made

        return register

    def equivalent(self, change: str, *, because: str) -> None:
        """Explain a mutation of the master that cannot be told from it, for `descent verify` (which checks that by value).

        Args:
            change: the changed line as `descent verify` prints it.
            because: the reason, in a sentence.
        """
        self.equivalents.append(Equivalent(change, because))

    def gradient(self, *, question: str, of: Formula, wrt: str, scale: Formula | None = None) -> None:
        """Claim that a question is the gradient of a cost, times `scale`. `descent verify` compares it with central differences.

        Args:
            of: the cost, a function of givens and questions.
            wrt: the given or question that it is derived by.
            scale: for example `lambda learnrate: -learnrate` for a step down the slope.
        """
        self.gradients.append(Gradient(question, of, wrt, scale))


def _text(function: Formula) -> str:
    return " ".join((inspect.getdoc(function) or "").split())


def _parameters(function: Formula) -> tuple[str, ...]:
    return tuple(inspect.signature(function).parameters)

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

A function that the student writes is a question too. Its positional parameters are what it is called with, in this order; its
keyword-only ones are earlier functions that it is built on:

    @network.function(points=1)
    def hidden_delta(dZ2, W2, Z1, *, d_sigmoid):
        \"\"\"dZ1, the derivative of the cost by each entry of Z1, shape (n1, M).\"\"\"
        return W2.T @ dZ2 * d_sigmoid(Z1)
"""

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, overload

import numpy as np

from autograder.course.descent import Descent
from autograder.course.givens import Given, Value, as_given
from autograder.course.plots import SigmoidPlot

Formula = Callable[..., Any]

RTOL = 1e-6
ATOL = 1e-12
DERIVED_DIGITS = 10


class Kind(StrEnum):
    """How a question is asked."""

    VALUE = "value"
    """A name at the top level of the student's file."""
    FUNCTION = "function"
    """A function at the top level of the student's file, called with a case's givens."""
    OUTCOME = "outcome"
    """What the author's driver gets out of the student's code."""
    MEASURED = "measured"
    """As an outcome, judged by what it is worth and not by being equal to anything."""

    @property
    def called(self) -> bool:
        """Whether it is answered by a call and not by a name's value."""
        return self is not Kind.VALUE


@dataclass(frozen=True, slots=True)
class Mistake:
    """A named misconception: a wrong formula for one question, with the hint that a tutor would give.

    Attributes:
        id: the function's name.
        hint: its docstring, worded as a question that does not give the answer away.
        formula: the wrong formula; its parameters are givens and questions before its own.
        needs: its positional parameters.
        uses: its keyword-only parameters, earlier functions.
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
    uses: tuple[str, ...] = ()
    worth: float = 0.0
    redeemed_by: str | None = None
    named: bool = False
    partial: bool = False


@dataclass(slots=True)
class Question:
    """One thing that is marked: what the student reads of it, and the formula that is right.

    Attributes:
        needs: the formula's positional parameters: givens and earlier questions of a value, the arguments of a function.
        uses: its keyword-only parameters: the earlier functions that it is built on. Of a measured one they are named beside it.
        at: where in the student's file the work is: a name, or a class's method as `Perceptron.predict`.
        sends: what the call is given of the givens, in this order; `later`: what the driver may ask for while it runs.
        enough: of a measured question, the mean share that earns all points.
    """

    id: str
    text: str
    points: float
    formula: Formula
    needs: tuple[str, ...]
    rtol: float = RTOL
    atol: float = ATOL
    kind: Kind = Kind.VALUE
    uses: tuple[str, ...] = ()
    at: str = ""
    sends: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    enough: float = 1.0
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
            made = Mistake(name, self.id, _text(wrong), wrong, positional(wrong), _keywords(wrong), worth, redeemed_by, named, partial)
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
        part: which of the things that the question returns is it, from 0; None: it returns one thing.
    """

    question: str
    of: Formula
    wrt: str
    scale: Formula | None = None
    part: int | None = None


class Assignment:
    """The judge's statement of one assignment: givens, questions in the order asked, mistakes, public examples.

    Args:
        givens: the inputs by name, and what hidden cases draw them from.
        examples: the two public examples, each a value for every given.
        accept: a predicate over givens and value questions (by parameter name); a drawn case that fails it is drawn again.
        plot: a drawing for the feedback page.
        descent: training that is asked for once more, for the feedback page to draw.
        sizes: lengths of axes by name, and what hidden cases draw them from; in a case no two are alike.
        draws: on how many draws `descent verify` repeats the gradings; fewer where a solution trains for long.
    """

    def __init__(
        self,
        *,
        givens: Mapping[str, Given],
        examples: Sequence[Mapping[str, object]],
        accept: Callable[..., Any] | None = None,
        plot: SigmoidPlot | None = None,
        descent: Descent | None = None,
        sizes: Mapping[str, Sequence[int]] | None = None,
        draws: int = 100,
    ) -> None:
        self.givens = dict(givens)
        self.written: tuple[dict[str, Value], ...] = tuple(
            {name: givens[name].written(value) if name in givens else as_given(value) for name, value in example.items()}
            for example in examples
        )
        self.accept = accept
        self.plot = plot
        self.descent = descent
        self.sizes = {name: tuple(among) for name, among in (sizes or {}).items()}
        self.draws = draws
        self.deriveds: dict[str, Formula] = {}
        self.questions: dict[str, Question] = {}
        self.equivalents: list[Equivalent] = []
        self.gradients: list[Gradient] = []

    @property
    def examples(self) -> tuple[dict[str, Value], ...]:
        """The two public examples with what is derived from their givens."""
        return tuple(self.completed(example) for example in self.written)

    @property
    def inputs(self) -> tuple[str, ...]:
        """The names of all givens, the derived ones last."""
        return (*self.givens, *self.deriveds)

    @property
    def bound(self) -> tuple[str, ...]:
        """The givens that stand at the top level of the student's file: what values hang on, not what functions are called with."""
        values = [question for question in self.questions.values() if not question.kind.called]
        if len(values) == len(self.questions):
            return self.inputs
        needed = {name for question in values for name in question.needs}
        needed.update(name for question in values for mistake in question.mistakes.values() for name in mistake.needs)
        return tuple(name for name in self.inputs if name in needed)

    def completed(self, givens: Mapping[str, Value]) -> dict[str, Value]:
        """Givens with those that are derived from them, to ten digits: the last ones differ between processors."""
        known: dict[str, Any] = dict(givens)
        for name, formula in self.deriveds.items():
            value = formula(*(known[need] for need in positional(formula)))
            known[name] = _rounded(value)
        return known

    def derived(self, formula: Formula) -> Formula:
        """Register a given that follows from others, by its function's name: the activations of a real forward pass."""
        name = formula.__name__
        self._claim(name)
        self.deriveds[name] = formula
        return formula

    def question(self, *, points: float, rtol: float = RTOL, atol: float = ATOL) -> Callable[[Formula], Question]:
        """Register a question: the function is its right formula, the function's name its name, the docstring its text."""
        return lambda formula: self._register(formula, Kind.VALUE, points, rtol, atol)

    def function(self, *, points: float, rtol: float = RTOL, atol: float = ATOL) -> Callable[[Formula], Question]:
        """Register a function that the student writes, under the same name: called with the positional parameters of this one."""
        return lambda formula: self._register(formula, Kind.FUNCTION, points, rtol, atol)

    def outcome(self, *, points: float, at: str = "", rtol: float = RTOL, atol: float = ATOL) -> Callable[[Formula], Question]:
        """Register what the driver's function of this name makes of the student's code.

        Args:
            at: where the student's work is, as `Perceptron.predict`; the question's own name if empty.
        """
        return lambda formula: self._register(formula, Kind.OUTCOME, points, rtol, atol, at=at)

    def measured(
        self,
        *,
        points: float,
        sends: Sequence[str],
        later: Sequence[str] = (),
        built_on: Sequence[str] = (),
        enough: float = 1.0,
        at: str = "",
    ) -> Callable[[Formula], Question]:
        """Register an outcome that is measured: the function says what it is worth in one case, from 0 to 1.

        Its first parameter is what the driver returned, the others are givens. It is shown to students: it uses nothing but its
        parameters and `np`.

        Args:
            sends: the givens that the driver is called with; `later`: those it may ask for while it runs.
            built_on: earlier functions of the student's that it may call. While one is not right, it is tried once more with the
                master's in its place.
            enough: the mean over the hidden cases that earns all points; less earns points by share.
        """
        more = {"at": at, "sends": tuple(sends), "later": tuple(later), "uses": tuple(built_on), "enough": enough}
        return lambda formula: self._register(formula, Kind.MEASURED, points, RTOL, ATOL, **more)

    def _register(self, formula: Formula, kind: Kind, points: float, rtol: float, atol: float, **more: Any) -> Question:
        name = formula.__name__
        self._claim(name)
        needs = positional(formula)
        more["at"] = more.get("at") or name
        if kind is not Kind.MEASURED:
            more["uses"] = _keywords(formula)
        if kind in (Kind.FUNCTION, Kind.OUTCOME):
            more["sends"] = needs
        made = Question(name, _text(formula), points, formula, needs, rtol, atol, kind, **more)
        self.questions[name] = made
        return made

    def _claim(self, name: str) -> None:
        if name in self.questions or name in self.inputs:
            raise ValueError(f"'{name}' is the name of two things. Givens and questions need names of their own.")

    def equivalent(self, change: str, *, because: str) -> None:
        """Explain a mutation of the master that cannot be told from it, for `descent verify` (which checks that by value).

        Args:
            change: the changed line as `descent verify` prints it.
            because: the reason, in a sentence.
        """
        self.equivalents.append(Equivalent(change, because))

    def gradient(self, *, question: str, of: Formula, wrt: str, scale: Formula | None = None, part: int | None = None) -> None:
        """Claim that a question is the gradient of a cost, times `scale`. `descent verify` compares it with central differences.

        Args:
            of: the cost, a function of givens and questions.
            wrt: the given or question that it is derived by.
            scale: for example `lambda learnrate: -learnrate` for a step down the slope.
            part: which of several things that the question returns, from 0.
        """
        self.gradients.append(Gradient(question, of, wrt, scale, part))


def positional(function: Formula) -> tuple[str, ...]:
    """The names of a formula's positional parameters."""
    code = function.__code__
    return code.co_varnames[: code.co_argcount]


def _keywords(function: Formula) -> tuple[str, ...]:
    code = function.__code__
    return code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]


def _text(function: Formula) -> str:
    return " ".join((inspect.getdoc(function) or "").split())


def _rounded(value: object) -> Value:
    array = np.asarray(value)
    if array.dtype.kind != "f":
        return as_given(array)
    return as_given(np.round(array.astype(np.float64), DERIVED_DIGITS))

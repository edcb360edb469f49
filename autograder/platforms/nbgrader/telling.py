"""What do students and graders read of a report in nbgrader? A piece at each cell, made of the same words as a page.

What is right, and one hint at the first broken link. All of it is escaped for the place where it stands: HTML in the cells of results,
Markdown in comments. No formula is made of it, wherever there are dollar signs.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from html import escape

from autograder.feedback import plain, words
from autograder.feedback.markdown import escaped
from autograder.feedback.reading import Line, Look, Reading, read
from autograder.feedback.words import Label
from autograder.grading.report import Report

_SHADES = {
    Label.CORRECT: "#2f9e44",
    Label.CARRIED: "#2a6a8f",
    Label.NOT_YET: "#e03131",
    Label.UNATTEMPTED: "#626973",
    Label.MISSING: "#a15c00",
    Label.FAILED: "#a15c00",
    Label.FAULT: "#6a4c93",
}
_FORMULAS = str.maketrans({"$": "\N{FULLWIDTH DOLLAR SIGN}", "\\": "\N{REVERSE SOLIDUS OPERATOR}"})
_NO_FORMULAS = "tex2jax_ignore mathjax_ignore"  # by its old and its new name


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of one question, as text and as a piece of a page."""

    text: str
    html: str


def results(report: Report) -> dict[str, Told]:
    """What stands at the cell of each question's result, by its id."""
    reading = read(report)
    told = {}
    for question, line in zip(report.questions, reading.lines, strict=True):
        look = reading.look if question == report.first_broken else None
        told[question.id] = Told(_text(line, look), _html(line, look))
    return told


def comments(report: Report, asked: Mapping[str, Collection[str]]) -> dict[str, str]:
    """The comment on each cell in which questions are answered, in Markdown.

    Args:
        asked: the questions by the name of the cell.
    """
    reading = read(report)
    said = {}
    for question, line in zip(report.questions, reading.lines, strict=True):
        look = reading.look if question == report.first_broken else None
        hint = f" {words.HINT}: {plainly(look.hint)}" if look is not None and look.hint else ""
        said[question.id] = f"`{line.id}`: {line.label}.{hint}"
    return {cell: "\n\n".join(text for name, text in said.items() if name in questions) for cell, questions in asked.items()}


def summary(report: Report) -> str:
    """What is said of the whole, in Markdown, for the top of the notebook."""
    reading = read(report)
    parts = [
        f"**{plainly(reading.title)}**: {plainly(reading.opening)}",
        plainly(reading.follow_through),
        *(f"{words.NOTE}: {plainly(remark)}" for remark in reading.remarks),
        f"{plainly(reading.tally)}.{_ungraded(reading)}",
    ]
    return "\n\n".join(part for part in parts if part)


def plainly(text: str) -> str:
    """A line of text of which neither Markdown nor MathJax makes anything: the latter has no sign that takes its own away."""
    return escaped(text.translate(_FORMULAS))


def _ungraded(reading: Reading) -> str:
    return "" if reading.graded else f" {words.UNGRADED}."


def _text(line: Line, look: Look | None) -> str:
    points = f", {line.points} points" if line.possible else ""
    return "\n".join([f"{line.label.mark} {line.id}: {line.result}{points}", *(_sentences(look) if look else [])])


def _html(line: Line, look: Look | None) -> str:
    points = f", <strong>{escape(line.earned)}</strong> of {escape(line.possible)} points" if line.possible else ""
    mark = f"<span aria-hidden='true' style='color:{_SHADES[line.label]}'>{line.label.mark}</span>"
    head = f"<p style='margin:.2em 0'>{mark} <code>{escape(line.id)}</code>: {escape(line.result)}{points}</p>"
    body = "".join(f"<p style='margin:.2em 0'>{_coded(sentence)}</p>" for sentence in (_sentences(look) if look else []))
    inner = f"<div style='border-left:3px solid {_SHADES[line.label]};padding-left:.8em;margin:.4em 0'>{body}</div>" if body else ""
    return f"<div class='{_NO_FORMULAS}' style='font-family:system-ui,sans-serif;line-height:1.45'>{head}{inner}</div>"


def _sentences(look: Look) -> list[str]:
    said = [look.text, look.message, look.seen, f"{words.HINT}: {look.hint}" if look.hint else "", look.built_on]
    return [sentence for sentence in said if sentence]


def _coded(sentence: str) -> str:
    return "".join(f"<code>{escape(piece)}</code>" if code else escape(piece) for piece, code in plain.spans(sentence))

"""What does a student read of their own check?

One line a question, then the first broken link in full with one hint, then how many are right and what follows. As text for a
terminal, and as a piece of HTML for a notebook that reads well on light and dark pages alike.
"""

import textwrap
from html import escape

from autograder.feedback import plain, words
from autograder.feedback.words import Label
from autograder.grading.bench import Waiting
from autograder.grading.practice import Practice
from autograder.grading.report import QuestionReport

WIDTH = 80
FOLLOWS = "When it is graded, it is tried on other inputs too, drawn afresh."
BOTH = "This looked at one example; `descent check` tries both."
WAITING = "·"

_BOLD, _DIM, _GREEN, _RED = "1", "2", "32", "31"
_SHADES = {_GREEN: "#2f9e44", _RED: "#e03131"}  # each at least 3:1 on white and on near-black


def text(practice: Practice, file: str, *, colour: bool = False, width: int = WIDTH) -> str:
    """The check of a file or of values, for a terminal; ends with a newline."""

    def paint(said: str, code: str) -> str:
        return f"\x1b[{code}m{said}\x1b[0m" if colour and code else said

    def wrapped(sentence: str, indent: str = "") -> list[str]:
        return textwrap.wrap(sentence, width, initial_indent=indent, subsequent_indent=indent)

    ids = max(len(link.id) for link in practice.links)
    lines = [paint(plain.line(practice.title), _BOLD), paint(_where(practice, file), _DIM), ""]
    for link in practice.links:
        mark, code, said = _line(link)
        lines.append(f"  {paint(mark, code)}  {link.id:<{ids}}  {said}")
    if (broken := practice.first_broken) is not None:
        lines += ["", paint(f"{words.BEGIN_HERE}: {broken.id}", _BOLD)]
        lines += [line for sentence in look(broken) for line in wrapped(sentence, "  ")]
    for note in practice.notes:
        lines += ["", *wrapped(f"{words.NOTE}: {plain.line(note)}")]
    return "\n".join([*lines, "", *wrapped(_outlook(practice))]) + "\n"


def html(practice: Practice) -> str:
    """The check of a notebook's values: a piece of a page with everything in it escaped, and no script."""
    rows = "".join(_row(link) for link in practice.links)
    return (
        "<div role='group' aria-label='Check' style='font-family:system-ui,sans-serif;line-height:1.45;max-width:44em'>"
        f"<table style='border-collapse:collapse;margin:0'><tbody>{rows}</tbody></table>{_block(practice.first_broken)}"
        f"<p style='margin:.4em 0'>{escape(_outlook(practice))}</p></div>"
    )


def look(question: QuestionReport) -> list[str]:
    """What is asked, what was seen, and the one hint."""
    said = [question.text, plain.line(question.message), words.on_first_example(plain.value(question.seen))]
    return [sentence for sentence in [*said, f"{words.HINT}: {question.hint}" if question.hint else ""] if sentence]


def _block(broken: QuestionReport | None) -> str:
    if broken is None:
        return ""
    sentences = "".join(f"<p style='margin:.2em 0'>{_coded(sentence)}</p>" for sentence in look(broken))
    heading = f"<strong>{words.BEGIN_HERE}: <code>{escape(broken.id)}</code></strong>"
    return f"<div style='border-left:3px solid {_SHADES[_RED]};padding-left:.8em;margin:.6em 0'>{heading}{sentences}</div>"


def _coded(sentence: str) -> str:
    pieces = ((escape(piece), code) for piece, code in plain.spans(sentence))
    return "".join(f"<code>{piece}</code>" if code else piece for piece, code in pieces)


def _row(link: QuestionReport | Waiting) -> str:
    mark, code, said = _line(link)
    cell = "style='text-align:left;padding:.1em .8em .1em 0;background:none;border:none'"
    shade = f" style='color:{_SHADES[code]}'" if code in _SHADES else ""
    return (
        f"<tr style='background:none'><td {cell}><span aria-hidden='true'{shade}>{mark}</span> <code>{escape(link.id)}</code></td>"
        f"<td {cell}>{escape(said)}</td></tr>"
    )


def _where(practice: Practice, file: str) -> str:
    return f"{plain.name(file)}, {'on the two public examples' if practice.examples > 1 else 'on one public example'}"


def _line(link: QuestionReport | Waiting) -> tuple[str, str, str]:
    """A mark, its colour and its words; the mark alone says nothing that the words do not say."""
    if isinstance(link, Waiting):
        return WAITING, _DIM, f"not judged yet: it hangs on {link.behind}"
    label = words.label(link.verdict)
    place = f", {link.place}" if link.place and not link.verdict.counts else ""
    code = _GREEN if link.verdict.counts else _DIM if label is Label.UNATTEMPTED else _RED
    return label.mark, code, f"{label}{place}"


def _outlook(practice: Practice) -> str:
    right = sum(question.verdict.counts for question in practice.judged)
    counted = "All right" if practice.all_right else f"{right} of {len(practice.links)} right"
    return f"{counted} on the public examples. {FOLLOWS}" if practice.examples > 1 else f"{counted} so far. {BOTH}"

"""Is what is shown of a submission only ever text? Each rule goes from a page to what breaks it.

Whatever a student can have shown is to stand there sign by sign: no tag, no link, no formula, nothing worked out, nothing that steers a
terminal or turns the direction of writing. What a student must not have shown at all is called `leaked` in the hostile files.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

import msgspec
from markdown_it import MarkdownIt

from autograder.feedback import html, markdown, marks, overview, text
from autograder.grading.report import Report, Reports

LEAKED = "leaked"
WORKED_OUT = {r"\b47514\b": "7919 * 6", r"\b7925\b": "7919 + 6", "<class": "{0.__class__}", "&lt;class": "{0.__class__}"}
"""What the hostile files would have become if somebody had worked them out: words, since four digits stand in a digest by chance."""

COLOURS = re.compile(r"\x1b\[(?:0|1|2|3[1-6])m")
FORMULA = re.compile(r"^[=+@\t-]")
STEERING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
PILED = 4  # more marks than this over one letter are in no script
TAGS = frozenset(
    """bdi body caption circle code desc div figcaption figure footer h1 h2 head header html li line main meta p polyline section span
    strong style svg table tbody td text th thead title tr ul""".split()  # noqa: SIM905  # read as a list of tags
)
ATTRIBUTES = frozenset(
    """aria-hidden aria-label aria-labelledby charset class content cx cy height http-equiv id lang name points r role scope
    text-anchor viewbox width x x1 x2 xmlns y y1 y2""".split()  # noqa: SIM905
)
BLOCKS = frozenset({"heading", "paragraph", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "inline"})
INLINE = frozenset({"text", "text_special", "softbreak", "strong_open", "strong_close"})
ADDRESS = re.compile(r"(?<!\\)(?:https?://|www\.|mailto:)|\w@\w")
LINES = 200  # of a page: nobody reads more


def problems(report: Report) -> Iterator[str]:
    """What is wrong with any page of one report."""
    made = pages(report)
    for name, page in made.items():
        yield from (f"{name}: {problem}" for problem in in_page(name, page))
    theirs = [report.student, report.file, *report.notes, *(one for asked in report.questions for one in _texts(asked.seen))]
    yield from (f"{name}: {one!r} is not escaped" for one in theirs if "<" in one for name in ("html", "markdown") if one in made[name])
    plain = _unspaced(made["text"])
    broken = report.first_broken
    for seen in _texts(broken.seen if broken else None):
        if _unspaced(seen) not in plain:
            yield f"text: {seen!r} is not shown as it is"


def pages(report: Report) -> dict[str, str]:
    """Everything that is made of one report, by the kind of page."""
    everything = msgspec.json.format(msgspec.json.encode(Reports((report,))), indent=2).decode()
    return {
        "text": text.render(report),
        "colour": text.render(report, colour=True),
        "class": marks.render([report], 0),
        "overview": overview.render([report]),
        "html": html.render(report),
        "markdown": markdown.render(report),
        "json": everything,
    }


def in_page(name: str, page: str) -> Iterator[str]:
    """What is wrong with a page of this kind."""
    match name:
        case "html":
            yield from in_html(page)
        case "markdown":
            yield from in_markdown(page)
        case "json":
            yield from steering(page)
        case "colour":
            yield from in_text(COLOURS.sub("", page))
        case _:
            yield from in_text(page)
    if LEAKED in page:
        yield f"{LEAKED!r} stands in it"
    yield from (f"{what!r} was worked out" for made, what in WORKED_OUT.items() if re.search(made, page))


def in_text(page: str, most: int = LINES) -> Iterator[str]:
    """What would steer a terminal or a spreadsheet, or drown everything else in more than so many lines."""
    yield from steering(page)
    lines = page.splitlines()
    yield from (f"a line begins as a formula does: {line[:40]!r}" for line in lines if FORMULA.match(line))
    if len(lines) > most:
        yield f"{len(lines)} lines"


def steering(page: str) -> Iterator[str]:
    """Signs that are no text, and marks piled up over one letter."""
    for sign in sorted({sign for sign in page if sign != "\n" and unicodedata.category(sign) in STEERING}):
        yield f"it holds {sign!r}"
    run = 0
    for sign in page:
        run = run + 1 if unicodedata.category(sign) in ("Mn", "Me") else 0
        if run == PILED + 1:
            yield f"more than {PILED} marks are piled up over one letter"


def in_html(page: str) -> Iterator[str]:
    """Tags, attributes and comments that are not ours."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    yield from reader.found
    yield from steering(page)


class _Reader(HTMLParser):
    """Notes whatever the pages' own templates do not have."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note tags and attributes of others."""
        if tag not in TAGS:
            self.found.append(f"a tag <{tag}>")
        self.found += [f"an attribute {name} of <{tag}>" for name, _ in attrs if name not in ATTRIBUTES]

    def handle_comment(self, data: str) -> None:
        """Note a comment."""
        self.found.append(f"a comment {data[:40]!r}")

    def handle_pi(self, data: str) -> None:
        """Note a processing instruction."""
        self.found.append(f"an instruction {data[:40]!r}")

    def unknown_decl(self, data: str) -> None:
        """Note a declaration."""
        self.found.append(f"a declaration {data[:40]!r}")


def in_markdown(page: str) -> Iterator[str]:
    """What Markdown, as GitHub reads it, makes of the page beside our own headings, tables and quotations."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(page)
    for token in tokens:
        if token.type.removesuffix("_open").removesuffix("_close") not in BLOCKS:
            yield f"it holds a {token.type}: {token.content[:40]!r}"
        yield from (f"it holds a {one.type}: {one.content[:40]!r}" for one in token.children or [] if one.type not in INLINE)
    rows = {re.sub(r"\\.", "", line).count("|") for line in page.splitlines() if line.startswith("|")}
    if len(rows) > 1:
        yield "the rows of the table have not the same number of cells"
    yield from (f"an address: {found[0]!r}" for found in ADDRESS.finditer(page))
    yield from in_text(page)


def _texts(seen: object) -> Iterator[str]:
    """The texts in what a report holds of a student's value."""
    match seen:
        case str():
            yield seen
        case Mapping():
            for part in seen.values():
                yield from _texts(part)
        case list() | tuple():
            for part in seen:
                yield from _texts(part)


def _unspaced(shown: str) -> str:
    return "".join(shown.split())

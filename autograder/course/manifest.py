"""What does course.toml say?

`load(root)` gives a typed `Course` or raises one `CourseError` that lists every problem with its place and its remedy.
"""

import difflib
import keyword
import tomllib
from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec

from autograder.errors import CourseError

FILE = "course.toml"
MASTER_FOLDER = "solutions"
HANDED_OUT = "assignments"
QUESTIONS = "questions.py"
DRIVER = "driver.py"

Positive = Annotated[float, msgspec.Meta(gt=0)]
Whole = Annotated[int, msgspec.Meta(ge=1)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
HiddenCases = Annotated[int, msgspec.Meta(ge=4)]
Slug = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$",
        max_length=80,
        description="small letters and digits, with single hyphens between, at most 80",
    ),
]
Moment = Annotated[datetime, msgspec.Meta(tz=True, description="a date and time with its zone, such as 2026-11-20T23:59:00+01:00")]
Module = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z_][A-Za-z0-9_]*\.py$", description="a Python file's name, such as gradient.py")]
Name = Annotated[
    str, msgspec.Meta(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$", max_length=80, description="a name in Python, such as reflection")
]
Line = Annotated[str, msgspec.Meta(pattern=r"^\S([^\r\n]*\S)?$", max_length=200, description="a line of at most 200 characters")]
PartOfPoints = Annotated[float, msgspec.Meta(ge=-1000, le=1000)]

TABLES = ("limits", "late")
LISTS = ("assignments", "questions")


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one run of one submission may use.

    Attributes:
        statement_seconds: one statement of a file that is run for each case.
        call_seconds: one call of a student's function, and one statement of a file that is run once.
        source_kb: a .py file; `notebook_kb`: a notebook, which holds pictures beside the code.
    """

    wall_seconds: Positive = 10.0
    cpu_seconds: Positive = 8.0
    statement_seconds: Positive = 2.0
    call_seconds: Positive = 5.0
    memory_mb: Annotated[int, msgspec.Meta(ge=256)] = 512
    output_kb: Whole = 4096
    source_kb: Whole = 1024
    notebook_kb: Whole = 16384
    frame_kb: Whole = 1024

    def most_bytes(self, name: str) -> int:
        """How large a file of this name may be."""
        return (self.notebook_kb if name.lower().endswith(".ipynb") else self.source_kb) << 10


class OwnLimits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one assignment sets otherwise: training takes longer than a line."""

    wall_seconds: Positive | None = None
    cpu_seconds: Positive | None = None
    statement_seconds: Positive | None = None
    call_seconds: Positive | None = None


class Attempts(StrEnum):
    """Which of several attempts counts."""

    BEST = "best"
    LAST = "last"
    FIRST = "first"


class Late(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is taken off a late submission: `per_day` of the points for each day begun and `per_hour` for each hour begun, after
    `grace_hours`, at most `cap`.
    """

    per_day: Share = 0.0
    per_hour: Share = 0.0
    grace_hours: Annotated[float, msgspec.Meta(ge=0)] = 0.0
    cap: Share = 1.0


class Criterion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of a rubric: what an answer gets for it, less than nothing too, and what is looked for."""

    points: PartOfPoints
    text: Line


class ByHand(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question that a person marks, beside those that are graded by themselves.

    Attributes:
        id: the name that holds the answer in the student's file: a text, or a function.
        prompt: what is asked, in Markdown.
        rubric: what may earn points. What is ticked is added up, and counts within 0 and `points`.
        answer: what is expected there: a text, or code.
    """

    id: Name
    kind: Literal["manual"]
    title: Line
    points: Positive
    prompt: str = ""
    rubric: Annotated[tuple[Criterion, ...], msgspec.Meta(max_length=25, description="at most 25 tables of points and text")] = ()
    answer: Literal["text", "code"] = "text"


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One assignment in the manifest.

    Attributes:
        points: what the questions that are graded by themselves are worth together; 0: they are judged and count for nothing.
        questions: those that a person marks.
        hidden_cases: in the place of the course's number.
        limits: in the place of some of the course's limits.
    """

    slug: Slug
    title: str
    file: Module
    points: Annotated[float, msgspec.Meta(ge=0)]
    version: Whole = 1
    due: Moment | None = None
    hidden_cases: HiddenCases | None = None
    limits: OwnLimits = OwnLimits()
    questions: tuple[ByHand, ...] = ()

    @property
    def notebook(self) -> str:
        """The notebook's name: the file's with .ipynb."""
        return f"{Path(self.file).stem}.ipynb"

    @property
    def total(self) -> float:
        """What the assignment is worth in all: what is graded by itself, and what a person marks."""
        return round(self.points + sum(question.points for question in self.questions), 6)

    def by_hand(self, name: str) -> ByHand:
        """The question of that name that a person marks.

        Raises:
            CourseError: there is none; the message lists those there are.
        """
        for question in self.questions:
            if question.id == name:
                return question
        known = ", ".join(question.id for question in self.questions) or "none; docs/marking.md says how to add one"
        raise CourseError([f"{self.slug} has no question '{name}' that is marked by hand. It has: {known}."])


class Course(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything in course.toml. `root` is the folder that holds it."""

    title: str
    assignments: tuple[Entry, ...]
    min_isolation: Literal["A", "B", "none"] = "A"
    follow_through: Share = 1.0
    hidden_cases: HiddenCases = 8  # fewer cannot show |error| and -error apart from error, twice each
    mended_cases: Annotated[int, msgspec.Meta(ge=4)] = 4
    limits: Limits = Limits()
    late: Late = Late()
    attempts: Attempts = Attempts.BEST
    root: Path = Path()

    def entry(self, slug: str) -> Entry:
        """The assignment of that slug.

        Raises:
            CourseError: there is none; the message lists those there are.
        """
        for entry in self.assignments:
            if entry.slug == slug:
                return entry
        known = ", ".join(entry.slug for entry in self.assignments)
        raise CourseError([f"{self.root / FILE}: there is no assignment '{slug}'. There is: {known}."])

    def hidden_for(self, entry: Entry) -> int:
        """How many hidden cases an assignment's plain run has."""
        return self.hidden_cases if entry.hidden_cases is None else entry.hidden_cases

    def limits_for(self, entry: Entry) -> Limits:
        """The limits of one assignment's runs."""
        own = {name: value for name, value in msgspec.structs.asdict(entry.limits).items() if value is not None}
        return msgspec.structs.replace(self.limits, **own)


def find_root(start: Path) -> Path | None:
    """The nearest folder at or above `start` that holds a course.toml."""
    start = start.resolve()
    return next((folder for folder in (start, *start.parents) if (folder / FILE).is_file()), None)


def load(root: Path) -> Course:
    """Read and check course.toml and that the folders it names are there.

    Raises:
        CourseError: with every problem found.
    """
    path = root / FILE
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CourseError([f"{path}: not found. Run this from the course's folder, or name it with --course."]) from None
    except OSError as error:
        raise CourseError([f"{path}: cannot be read ({error.strerror}). It must be a file that you may read."]) from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CourseError([f"{path}: not readable as TOML: {error}. Mend that line."]) from None
    if problems := [f"{path}: {problem}" for problem in _problems(raw, root)]:
        raise CourseError(problems)
    return msgspec.structs.replace(msgspec.convert(raw, Course), root=root)


def _problems(raw: Mapping[str, Any], root: Path) -> Iterator[str]:
    yield from _fields(raw, Course, "")
    if isinstance(limits := raw.get("limits"), dict):
        yield from _fields(limits, Limits, "limits.")
    if isinstance(late := raw.get("late"), dict):
        yield from _fields(late, Late, "late.")
    entries = raw.get("assignments")
    if not isinstance(entries, list):
        return
    if not entries:
        yield "no assignment. Add an [[assignments]] table with slug, title, file and points."
    seen: set[str] = set()
    for number, entry in enumerate(entries, 1):
        if not isinstance(entry, dict):
            yield f"assignments[{number}] is not a table. Write [[assignments]] above its keys."
            continue
        slug = entry.get("slug")
        where = f"assignment '{slug}'" if isinstance(slug, str) else f"assignments[{number}]"
        yield from _fields(entry, Entry, f"{where}: ")
        if isinstance(limits := entry.get("limits"), dict):
            yield from _fields(limits, OwnLimits, f"{where}: limits.")
        yield from _by_hand(entry.get("questions"), where)
        if isinstance(slug, str):
            if slug in seen:
                yield f"{where} stands twice. Give each assignment a slug of its own."
            seen.add(slug)
            yield from _missing_files(root, slug, entry.get("file"), where)


def _by_hand(questions: object, where: str) -> Iterator[str]:
    """Each problem of the questions that a person marks."""
    seen: set[str] = set()
    for number, question in enumerate(questions if isinstance(questions, list) else (), 1):
        if not isinstance(question, dict):
            yield f"{where}: questions[{number}] is not a table. Write [[assignments.questions]] above its keys."
            continue
        name = question.get("id")
        what = f"{where}: question '{name}'" if isinstance(name, str) else f"{where}: questions[{number}]"
        yield from _fields(question, ByHand, f"{what}: ")
        if isinstance(name, str):
            if keyword.iskeyword(name):
                yield f"{what} is a word of Python's own. Give it another id."
            if name in seen:
                yield f"{what} stands twice. Give each question an id of its own."
            seen.add(name)


def _missing_files(root: Path, slug: str, file: object, where: str) -> Iterator[str]:
    folder = root / MASTER_FOLDER / slug
    if not folder.is_dir():
        yield f"{where} has no folder {MASTER_FOLDER}/{slug}. Create it or remove the entry."
        return
    for name in [QUESTIONS, *([file] if isinstance(file, str) else [])]:
        if not (folder / name).is_file():
            yield f"{where} has no file {MASTER_FOLDER}/{slug}/{name}. Create it or correct the entry."


def _fields(raw: Mapping[str, Any], struct: type[msgspec.Struct], where: str) -> Iterator[str]:
    """Each problem of a table's own keys: unknown ones with the nearest known, missing ones, wrong types and ranges."""
    fields = {f.encode_name: f for f in msgspec.structs.fields(struct) if f.name != "root"}
    for key in sorted(raw.keys() - fields.keys()):
        near = difflib.get_close_matches(key, fields, n=1)
        known = f"Did you mean '{near[0]}'?" if near else f"Known are: {', '.join(fields)}."
        yield f"{where}'{key}' is not a key. {known}"
    for name, field in fields.items():
        if name not in raw:
            if field.required:
                yield f"{where}'{name}' is missing. Add it."
        elif name not in (*TABLES, *LISTS):
            try:
                msgspec.convert(raw[name], field.type)
            except msgspec.ValidationError as error:
                yield f"{where}{name} = {raw[name]!r}: {_lower(error)}. {_accepted(field.type)}".rstrip()
        elif name in LISTS and not isinstance(raw[name], list):
            yield f"{where}'{name}' must be a list of tables. Write [[{'assignments.' * bool(where)}{name}]] above each."
        elif name in TABLES and not isinstance(raw[name], dict):
            yield f"{where}'{name}' must be a table: {name} = {{ ... }}, or [{name}] above its keys."


def _accepted(kind: Any) -> str:
    """What a key takes, where that is a short list or a pattern."""
    if get_origin(kind) is Literal:
        return f"Accepted: {', '.join(map(repr, get_args(kind)))}."
    told = (one for part in (kind, *get_args(kind)) for one in getattr(part, "__metadata__", ()))
    meta = next((one for one in told if isinstance(one, msgspec.Meta)), None)
    return f"Accepted: {meta.description}." if meta is not None and meta.description else ""


def _lower(error: Exception) -> str:
    text = str(error)
    return text[:1].lower() + text[1:]

"""What must come of a generated term? Reckoned from what was thrown for it, in fractions, and by nothing of the gradebook's own.

What a piece of work is worth stands elsewhere: of an example in its golden report, of a named mistake in the assignment's questions.
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from autograder.course.load import load_assignment
from autograder.course.manifest import load

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "submissions" / "class"
PER_DAY, GRACE, CAP = Fraction(1, 10), timedelta(hours=1), Fraction(1, 2)
AMBIGUOUS = ("canvas", "brightspace")  # which hand out names alone, so that two of one name are sent by mail
Points = dict[str, Fraction]


@dataclass(frozen=True)
class Worth:
    """What a piece of work gets: points and what they are out of, the mistakes by question, and whether it could be read."""

    points: Points
    most: Points
    mistakes: Mapping[str, str] = field(default_factory=dict)
    readable: bool = True


@dataclass(frozen=True)
class Attempt:
    """One hand-in that reaches the gradebook; `at` None: the LMS says no time."""

    who: tuple[str, ...]
    slug: str
    at: datetime | None
    late: bool
    worth: Worth


@dataclass(frozen=True)
class Stand:
    """Where a student must stand; `score` None: nowhere."""

    score: Fraction | None
    attempts: int = 0
    counted: Attempt | None = None
    excused: bool = False
    off: Fraction = Fraction(0)
    overdue: bool = False


def read(folder: Path) -> dict[str, Any]:
    """What was thrown."""
    found: dict[str, Any] = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    return found


@cache
def golden(slug: str, who: str) -> Worth:
    """Of an example, by its golden report."""
    report = json.loads((GOLDEN / slug / f"{who}.json").read_text(encoding="utf-8"))
    return Worth(
        {one["id"]: Fraction(str(one["points"])) for one in report["questions"]},
        {one["id"]: Fraction(str(one["max_points"])) for one in report["questions"]},
        {one["id"]: one["mistake"] for one in report["questions"] if one["verdict"] == "mistake"},
        readable=not report.get("refusal") and "unreadable" not in report,
    )


@cache
def worth(slug: str, kind: str, of: str) -> Worth:
    """Of any piece of work."""
    if kind == "example":
        return golden(slug, of)
    most = golden(slug, next(path.stem for path in sorted((GOLDEN / slug).iterdir()))).most
    match kind:
        case "master":
            return Worth(dict(most), most)
        case "stub":
            return Worth(dict.fromkeys(most, Fraction(0)), most)
        case "mistake":
            question, name = of.split(":")
            asked = load_assignment(load(ROOT), slug).assignment.questions[question].mistakes[name]
            return Worth({**most, question: most[question] * Fraction(str(asked.worth))}, most, {question: name})
    raise ValueError(kind)


def attempts(truth: Mapping[str, Any]) -> Iterator[Attempt]:
    """What reaches the gradebook."""
    lms = {one["slug"]: one["lms"] for one in truth["assignments"]}
    last = {(one["slug"], one["who"][0]): one["number"] for one in truth["hand_ins"]}
    for one in truth["hand_ins"]:
        slug, student = one["slug"], one["who"][0]
        mailed = student in truth["twins"] and lms[slug] in AMBIGUOUS
        if not mailed or one["number"] == last[slug, student]:
            known = lms[slug] != "canvas" or mailed
            at = datetime.fromisoformat(one["at"]) if known else None
            yield Attempt(tuple(one["who"]), slug, at, one["late"], worth(slug, one["kind"], one["of"]))


def stands(truth: Mapping[str, Any], mended: Mapping[str, Mapping[str, Fraction]] | None = None) -> dict[tuple[str, str], Stand]:
    """Where everybody must stand.

    Args:
        mended: what some questions are worth instead, by assignment.
    """
    decided = list(truth["decisions"])
    by_work: dict[tuple[str, str], list[Attempt]] = {}
    for one in attempts(truth):
        for student in one.who:
            by_work.setdefault((student, one.slug), []).append(_mended(one, (mended or {}).get(one.slug, {})))
    found = {}
    for task in truth["assignments"]:
        due = datetime.fromisoformat(task["due"])
        for student in truth["students"]:
            key = (student["id"], task["slug"])
            mine = [tuple(one) for one in decided if tuple(one[1:3]) == key]
            extended = max([due, *(_until(due, one[3]) for one in mine if one[0] == "extend")])
            points = {one[3]: Fraction(one[4]) for one in mine if one[0] == "override"}
            most = sum(golden_most(task["slug"], mended or {}).values())
            excused = any(one[0] == "excuse" for one in mine)
            found[key] = _stand(by_work.get(key, []), extended, points, most, excused=excused)
    return found


def golden_most(slug: str, mended: Mapping[str, Mapping[str, Fraction]]) -> Points:
    """What each question is worth."""
    return {**worth(slug, "master", "").most, **mended.get(slug, {})}


def _mended(one: Attempt, most: Mapping[str, Fraction]) -> Attempt:
    """The same part of other points."""
    was = one.worth
    points = {name: of * most[name] / was.most[name] if name in most else of for name, of in was.points.items()}
    return replace(one, worth=replace(was, points=points, most={**was.most, **most}))


def _until(due: datetime, what: str) -> datetime:
    assert what[0] == "+"
    assert what[-1] == "d"
    return due + timedelta(days=int(what[1:-1]))


def _stand(tries: Sequence[Attempt], due: datetime, given: Mapping[str, Fraction], most: Fraction | int, *, excused: bool) -> Stand:
    found = []
    for one in tries:
        points = {**one.worth.points, **{name: value for name, value in given.items() if name in one.worth.points}}
        earned = sum(points.values())
        part = _lost(one, due)
        overdue = one.late if one.at is None else one.at > due
        found.append(Stand(earned - earned * part, len(tries), one, off=earned * part, overdue=overdue))
    best = max(found, key=lambda one: one.score or 0, default=Stand(None, len(tries)))  # of equals the first, which is the earliest
    if excused:
        return replace(best, score=None, excused=True)
    if "" in given:
        return replace(best, score=min(given[""], Fraction(most)))
    return best


def _lost(one: Attempt, due: datetime) -> Fraction:
    """The part that lateness takes off. Of what came late at no time that is known, nobody can say but that it was long ago."""
    if one.at is None:
        return CAP if one.late else Fraction(0)
    beyond = one.at.astimezone(UTC) - due.astimezone(UTC) - GRACE
    return min(CAP, PER_DAY * math.ceil(beyond / timedelta(days=1))) if beyond > timedelta(0) else Fraction(0)

"""Writes a term: `python -m examples.term FOLDER --students 12 --seed 4`, from the course's folder."""

import argparse
import json
import shlex
import sys
from pathlib import Path

from autograder.course.load import load_assignment
from autograder.course.manifest import Course, load
from examples.term import gradebooks
from examples.term.downloads import Files, by_hand, downloads
from examples.term.plan import TASKS, HandIn, Term, term

ROOT = Path(__file__).resolve().parents[2]
LATE = "\n[late]\nper_day = 0.1\ngrace_hours = 1\ncap = 0.5\n"
PERSON = "Dr. Hopper"


def main() -> int:
    """Write it, and say what."""
    parser = argparse.ArgumentParser(prog="python -m examples.term", description="Write a term of an invented class.")
    parser.add_argument("folder", type=Path, help="where it goes; it must not be there yet")
    parser.add_argument("--students", type=int, default=12, help="how many, from 6 to 600 (default: 12)")
    parser.add_argument("--seed", type=int, default=4, help="another one, another term (default: 4)")
    chosen = parser.parse_args()
    if chosen.folder.exists() or not 6 <= chosen.students <= 600:
        parser.error(f"{chosen.folder} is there already, or {chosen.students} is no number of students from 6 to 600")
    found, files = made(load(ROOT), chosen.students, chosen.seed)
    for name, content in files.items():
        path = chosen.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    print(f"{chosen.folder}: {len(found.students)} students, {len(TASKS)} assignments, {len(found.hand_ins)} hand-ins.")
    return 0


def made(course: Course, students: int, seed: int) -> tuple[Term, Files]:
    """A term, and all its files."""
    questions = {task.slug: _questions(course, task.slug) for task in TASKS}
    found = term(course, students, seed, questions)
    files: Files = {"roster.csv": gradebooks.roster(found), "course.toml": _rules(course)}
    files |= {"extensions.sh": _decisions(found, "extend", "excuse", "opt-out"), "overrides.sh": _decisions(found, "override")}
    for task in TASKS:
        files |= downloads(found, task, course)
    files |= by_hand(found)
    files |= {"groups.csv": gradebooks.groups(found)} | gradebooks.gradebooks(found, course)
    return found, files | {"truth.json": _truth(found)}


def _questions(course: Course, slug: str) -> list[tuple[str, float]]:
    asked = load_assignment(course, slug).assignment.questions.values()
    return [(question.id, question.points) for question in asked if question.points]


def _rules(course: Course) -> bytes:
    """The course's manifest with due dates, and what lateness costs."""
    text = (course.root / "course.toml").read_text(encoding="utf-8")
    for task in TASKS:
        line = f'slug = "{task.slug}"\n'
        text = text.replace(line, f"{line}due = {task.due.isoformat()}\n")
    return (text + LATE).encode()


def _decisions(of: Term, *verbs: str) -> bytes:
    """A command for each."""
    lines = []
    for one in (one for one in of.decisions if one.verb in verbs):
        what = [part for part in one.what if part]
        whose = ["group", one.verb, one.slug, one.student] if one.verb == "opt-out" else [one.verb, one.student, one.slug]
        lines.append(shlex.join(["descent", *whose, *what, "--reason", one.reason, "--as", PERSON]))
    return "".join(f"{line}\n" for line in lines).encode()


def _truth(of: Term) -> bytes:
    """What was thrown, for whoever wants to reckon by themselves what must come of it."""
    said = {
        "seed": of.seed,
        "assignments": [{"slug": task.slug, "lms": task.lms, "due": task.due.isoformat()} for task in TASKS],
        "students": [
            {"id": one.id, "given": one.given, "family": one.family, "number": one.number, "canvas": one.canvas, "participant":
             one.participant, "time_factor": one.time_factor}
            for one in of.students
        ],
        "twins": [one.id for one in of.twins],
        "groups": [{"slug": one.task.slug, "members": [student.id for student in one.members], "out": one.out.id} for one in of.groups],
        "no_work": [[task.slug, student.id] for task, student in of.no_work],
        "hand_ins": [_hand_in(one) for one in of.hand_ins],
        "decisions": [[one.verb, one.student, one.slug, *one.what] for one in of.decisions],
    }  # fmt: skip
    return json.dumps(said, indent=1, ensure_ascii=False).encode() + b"\n"


def _hand_in(one: HandIn) -> dict[str, object]:
    return {
        "slug": one.task.slug,
        "who": [student.id for student in one.who],
        "number": one.number,
        "at": one.at.isoformat(),
        "late": one.late,
        "kind": one.source.kind,
        "of": one.source.of,
    }


if __name__ == "__main__":
    sys.exit(main())

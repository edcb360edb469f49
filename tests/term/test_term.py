"""A term from the LMSes' downloads to exports and report, by the commands of docs/instructors.md: each figure is reckoned here anew.

Twelve students in the usual tests; `make term` goes through it with a hundred and twenty.
"""

import csv
import io
import json
import re
import zipfile
from collections import Counter
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tests.platforms.lms import importers
from tests.term import reckoning
from tests.term.going import STUDENTS, Gone

FIRST = "01-gradient-step"
SLUGS = (FIRST, "02-single-neuron", "03-perceptron", "04-gradient-check", "05-two-layer-network", "06-train-it")
MENDED = {FIRST: {"error": Fraction(1), "error_term": Fraction(3)}}
VERBS = ("extend", "excuse", "override")
GONE_FROM_COURSE = ("Zofia", "Nowak", "znowak", "20240001", 9001)


def scores(text: str) -> dict[tuple[str, str], dict[str, str]]:
    """A table of scores, by student and assignment."""
    return {(row["student"], row["assignment"]): row for row in csv.DictReader(io.StringIO(text))}


def rows(path: Path, encoding: str = "utf-8", delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode(encoding), newline=""), delimiter=delimiter))


# --- what was thrown -----------------------------------------------------------------------------------------------------


def the_term_is_one(gone: Gone) -> None:
    """Whatever is asserted below is asserted of something."""
    late = [one for one in gone.truth["hand_ins"] if one["late"]]
    verbs = Counter(one[0] for one in gone.truth["decisions"])
    assert len(gone.truth["students"]) == STUDENTS
    assert len(gone.truth["twins"]) == 2
    assert {one["slug"] for one in gone.truth["hand_ins"]} == set(SLUGS)
    assert len(late) >= STUDENTS / 4
    assert all(verbs[verb] for verb in ("extend", "excuse", "override"))
    assert any(len(one["who"]) > 1 for one in gone.truth["hand_ins"])
    assert any(stand.attempts > 1 for stand in gone.stands.values())
    assert any(stand.off for stand in gone.stands.values())


# --- collecting ----------------------------------------------------------------------------------------------------------


def all_that_was_handed_in_is_collected_and_nothing_is_guessed(gone: Gone, slug: str) -> None:
    found = json.loads((gone.folder / "work" / slug / "collected.json").read_text(encoding="utf-8"))
    mine = [one for one in reckoning.attempts(gone.truth) if one.slug == slug]
    wanted = Counter(
        (student, None if one.at is None else one.at.timestamp())
        for one in mine
        for student in (one.who if slug == "03-perceptron" else one.who[:1])  # Gradescope alone knows of groups
    )
    got = Counter((one["student"], None if one["handed_in"] is None else _second(one["handed_in"])) for one in found["files"])
    assert got == wanted
    assert {one["slug"] for one in found["files"]} == {slug}
    mailed = [one for one in gone.truth["hand_ins"] if one["slug"] == slug and one["who"][0] in gone.truth["twins"]]
    essays = [student for of, student in gone.truth["no_work"] if of == slug]
    if slug in (FIRST, "02-single-neuron"):
        assert len({one["path"] for one in found["left"]}) >= len({one["who"][0] for one in mailed})
        assert all("nothing here tells them apart" in one["why"] or "is not clear who is who" in one["why"] for one in found["left"])
    else:
        assert len(found["left"]) == len(essays)


def _second(stamp: str) -> float:
    return datetime.fromisoformat(stamp).replace(microsecond=0).timestamp()


# --- who stands where ----------------------------------------------------------------------------------------------------


def agree(found: dict[tuple[str, str], dict[str, str]], wanted: dict[tuple[str, str], reckoning.Stand]) -> None:
    """Each score of a table is the one that was reckoned."""
    wrong = []
    assert {key for key in found if key[1] in SLUGS} == set(wanted)
    for key, stand in wanted.items():
        row = found[key]
        score = None if not row["score"] else Fraction(row["score"])
        same = score is None if stand.score is None else score is not None and abs(score - stand.score) < Fraction(1, 10**5)
        if not same or int(row["attempts"]) != stand.attempts or (row["excused"] == "yes") != stand.excused:
            wrong.append((key, row["score"], row["attempts"], row["why"], stand.score and float(stand.score), stand.attempts))
    assert wrong == []


def everybody_stands_where_they_must(gone: Gone) -> None:
    agree(scores((gone.folder / "scores.csv").read_text(encoding="utf-8")), dict(gone.stands))


def what_was_mended_moves_whom_it_must_and_nobody_else(gone: Gone) -> None:
    after = reckoning.stands(gone.truth, MENDED)
    moves = [(after[key].score or 0) - (one.score or 0) for key, one in gone.stands.items() if after[key].score != one.score]
    up, down = sum(by > 0 for by in moves), sum(by < 0 for by in moves)
    tally = f"{len(moves)} score{'' if len(moves) == 1 else 's'} move{'s' if len(moves) == 1 else ''}: {up} up, {down} down."
    assert moves
    assert tally in gone.said("sed -i -z").out
    assert tally in gone.said("descent regrade 01-gradient-step --accept").out
    agree(scores(gone.typed("descent scores --csv")), dict(after))


def the_log_has_a_line_for_each_decision(gone: Gone) -> None:
    lines = gone.typed("descent log").splitlines()
    verbs = Counter(word for line in lines for word in VERBS if f"  {word}  " in re.sub(r"\s{2,}", "  ", line))
    assert verbs == Counter(one[0] for one in _once(gone.truth["decisions"]) if one[0] in VERBS)


def _once(decisions: list[list[str]]) -> list[tuple[str, ...]]:
    """What was decided; the same twice in a row for one question is one."""
    found: dict[tuple[str, ...], list[str]] = {}
    lines = []
    for one in decisions:
        key = tuple(one[:4])
        if one[0] != "override" or found.get(key) != one:
            lines.append(tuple(one))
        found[key] = one
    return lines


# --- the class at a glance -----------------------------------------------------------------------------------------------


def the_report_says_what_the_class_did(gone: Gone, slug: str) -> None:
    analysis = json.loads((gone.folder / "class.json").read_text(encoding="utf-8"))
    one = next(one for one in analysis["assignments"] if one["slug"] == slug)
    mine = [stand for (_, of), stand in gone.stands.items() if of == slug]
    scored = [stand.score for stand in mine if stand.score is not None]
    counted = [stand.counted.worth for stand in mine if stand.counted is not None]
    assert (analysis["students"], one["students"]) == (STUDENTS, STUDENTS)
    assert one["handed_in"] == sum(stand.attempts > 0 for stand in mine)
    assert one["excused"] == sum(stand.excused for stand in mine)
    assert one["attempts"]["each"] == {str(times): count for times, count in Counter(stand.attempts for stand in mine).items() if times}
    assert one["attempts"]["late"] == sum(stand.overdue for stand in mine)
    assert (one["scores"]["count"], one["scores"]["possible"]) == (len(scored), 10)
    assert one["scores"]["mean"] == pytest.approx(float(sum(scored) / len(scored)), abs=1e-4)
    assert (one["scores"]["lowest"], one["scores"]["highest"]) == pytest.approx((float(min(scored)), float(max(scored))))
    made = Counter(f"{question}: {name}" for worth in counted for question, name in worth.mistakes.items())
    assert {f"{each['question']}: {each['mistake']}": each["count"] for each in one["mistakes"]} == dict(made)
    readable = [worth for worth in counted if worth.readable]
    for item in one["questions"]:
        got = sum(worth.points[item["id"]] for worth in readable)
        most = sum(worth.most[item["id"]] for worth in readable)
        if most:
            assert (item["students"], item["share"]) == (len(readable), pytest.approx(float(got / most), abs=1e-4))


def the_page_names_nobody(gone: Gone) -> None:
    page = (gone.folder / "class.html").read_text(encoding="utf-8")
    assert "01-gradient-step" in page
    for student in gone.truth["students"]:
        assert not re.search(rf"\b{re.escape(student['family'])}\b|\b{re.escape(student['id'])}\b", page)


# --- exports -------------------------------------------------------------------------------------------------------------


def wanted(gone: Gone, old: dict[tuple[str, str], str], excused: str | None = None) -> dict[tuple[str, str], str | float]:
    """What an LMS must have after the upload: the scores; what stood there where there is none; and of who left what there was."""
    found: dict[tuple[str, str], str | float] = {key: text for key, text in old.items() if text}
    for key, stand in reckoning.stands(gone.truth, MENDED).items():
        if stand.excused and excused:
            found[key] = excused
        elif stand.score is not None:
            found[key] = float(stand.score)
    return found


def alike(found: dict[tuple[str, str], Any], must: dict[tuple[str, str], str | float]) -> None:
    got = {key: value if value == "EX" else float(value) for key, value in found.items() if value not in ("", None)}
    assert got.keys() == must.keys()
    wrong = {key: (one, must[key]) for key, one in got.items() if one != must[key] and abs(float(one) - float(must[key])) > 0.0051}
    assert wrong == {}


def people(gone: Gone) -> list[tuple[str, str, str, str, int]]:
    """Given and family name, login, number, Canvas' number; who has left the course among them."""
    return [
        *((one["given"], one["family"], one["id"], one["number"], one["canvas"]) for one in gone.truth["students"]),
        GONE_FROM_COURSE,
    ]


def canvas_has_the_scores_after_the_upload(gone: Gone) -> None:
    students = [
        importers.CanvasStudent(canvas, f"{last}, {first}", number, login) for first, last, login, number, canvas in people(gone)
    ]
    table = rows(gone.folder / "term" / "gradebooks" / "canvas.csv")
    titles = dict(enumerate((title.rpartition(" (")[0] for title in table[0][5:11]), 4711))
    of = {one.id: one.login for one in students}
    old = {(row[3], slug): row[5 + at] for row in table[2:-1] for at, slug in enumerate(SLUGS)}
    tester = importers.CanvasStudent(9999, "Student, Test", "", "9a8b7c")
    course = importers.CanvasCourse([*students, tester], {**titles, 4801: "Essay"})
    importers.canvas((gone.folder / "canvas.csv").read_bytes(), course)
    assert course.new == {}
    grades = {key: grade for key, grade in course.grades.items() if key[0] in of and key[1] in titles}
    alike({(of[student], SLUGS[number - 4711]): grade for (student, number), grade in grades.items()}, wanted(gone, old, "EX"))


def moodle_has_the_scores_after_the_upload(gone: Gone) -> None:
    table = rows(gone.folder / "term" / "gradebooks" / "moodle.csv")
    old = {(row[3].partition("@")[0], slug): row[4 + at].replace("-", "") for row in table[1:] for at, slug in enumerate(SLUGS)}
    course = importers.MoodleCourse({number: login for _, _, login, number, _ in people(gone)}, dict.fromkeys(SLUGS, 10.0))
    importers.moodle((gone.folder / "moodle.csv").read_bytes(), course, 2, {4 + at: slug for at, slug in enumerate(SLUGS)})
    alike(course.grades, wanted(gone, old))


def blackboard_has_the_scores_after_the_upload(gone: Gone) -> None:
    table = rows(gone.folder / "term" / "gradebooks" / "blackboard.xls", "utf-16", "\t")
    old = {(row[2], slug): row[6 + at] for row in table[1:] for at, slug in enumerate(SLUGS)}
    columns = {str(664_617 + at): slug for at, slug in enumerate(SLUGS)}
    course = importers.BlackboardCourse([login for _, _, login, _, _ in people(gone)], list(columns))
    importers.blackboard((gone.folder / "blackboard.xls").read_bytes(), course)
    assert course.made == []
    alike({(login, columns[number]): grade for (login, number), grade in course.grades.items()}, wanted(gone, old))


def brightspace_has_the_scores_after_the_upload(gone: Gone) -> None:
    table = rows(gone.folder / "term" / "gradebooks" / "brightspace.csv")
    titles = {title.partition(" Points Grade")[0]: slug for title, slug in zip(table[0][2:8], SLUGS, strict=True)}
    old = {(row[1].removeprefix("#"), slug): row[2 + at] for row in table[1:] for at, slug in enumerate(SLUGS)}
    course = importers.BrightspaceCourse([(number, login) for _, _, login, number, _ in people(gone)], dict.fromkeys(titles, 10.0))
    importers.brightspace((gone.folder / "brightspace.csv").read_bytes(), course)
    alike({(login, titles[title]): grade for (login, title), grade in course.grades.items()}, wanted(gone, old))


def everybody_whose_work_moodle_has_gets_a_page_and_nobody_anothers(gone: Gone) -> None:
    slug = "04-gradient-check"
    handed_in = {one["who"][0] for one in gone.truth["hand_ins"] if one["slug"] == slug}
    folders = {
        f"{one['given']} {one['family']}_{one['participant']}_assignsubmission_file": one
        for one in gone.truth["students"]
        if one["id"] in handed_in
    }
    with zipfile.ZipFile(gone.folder / "feedback-04.zip") as archive:
        names = archive.namelist()
        assert {name.rpartition("/")[0].rstrip("_") for name in names} == set(folders)
        for name in names:
            student = folders[name.rpartition("/")[0].rstrip("_")]
            page = archive.read(name).decode()
            others = [one["id"] for one in gone.truth["students"] if one["id"] != student["id"]]
            assert not any(re.search(rf"\b{re.escape(other)}\b", page) for other in others)


# --- all of it -----------------------------------------------------------------------------------------------------------

OF_THE_TERM = (
    the_term_is_one,
    everybody_stands_where_they_must,
    what_was_mended_moves_whom_it_must_and_nobody_else,
    the_log_has_a_line_for_each_decision,
    the_page_names_nobody,
    canvas_has_the_scores_after_the_upload,
    moodle_has_the_scores_after_the_upload,
    blackboard_has_the_scores_after_the_upload,
    brightspace_has_the_scores_after_the_upload,
    everybody_whose_work_moodle_has_gets_a_page_and_nobody_anothers,
)
OF_EACH_ASSIGNMENT = (all_that_was_handed_in_is_collected_and_nothing_is_guessed, the_report_says_what_the_class_did)


def test_a_term_comes_to_what_was_reckoned(gone: Gone, subtests: pytest.Subtests) -> None:
    """It is gone through once, so it is one test; each check tells by itself."""
    for check in OF_THE_TERM:
        with subtests.test(check.__name__):
            check(gone)
    for each in OF_EACH_ASSIGNMENT:
        for slug in SLUGS:
            with subtests.test(f"{each.__name__}, {slug}"):
                each(gone, slug)

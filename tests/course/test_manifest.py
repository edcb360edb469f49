"""A course.toml is read whole or refused whole: every problem at once, each with its place and its remedy."""

from pathlib import Path

import pytest

from autograder.course import manifest
from autograder.errors import CourseError
from tests.course import miniature

TOP = 'title = "A small course"\n'
ENTRY = '[[assignments]]\nslug = "01-double"\ntitle = "Doubling"\nfile = "double.py"\npoints = 3\n'


def problems(root: Path, text: str) -> str:
    """What is said of a course.toml that must be refused."""
    miniature.write(root, text)
    with pytest.raises(CourseError) as caught:
        manifest.load(root)
    return str(caught.value)


REFUSED = {
    "unknown-key": (TOP + "follow_thru = 1.0\n" + ENTRY, "'follow_thru' is not a key. Did you mean 'follow_through'?"),
    "unknown-key-far-from-any": (TOP + "zzz = 1\n" + ENTRY, "'zzz' is not a key. Known are: title, assignments"),
    "unknown-key-of-an-entry": (TOP + ENTRY + 'sluggg = "a"\n', "assignment '01-double': 'sluggg' is not a key. Did you mean 'slug'?"),
    "unknown-limit": (TOP + ENTRY + "[limits]\nwall_secs = 3\n", "limits.'wall_secs' is not a key. Did you mean 'wall_seconds'?"),
    "unknown-late-rule": (TOP + ENTRY + "[late]\nper_week = 0.1\n", "late.'per_week' is not a key."),
    "title-missing": (ENTRY, "'title' is missing. Add it."),
    "slug-missing": (TOP + ENTRY.replace('slug = "01-double"\n', ""), "assignments[1]: 'slug' is missing. Add it."),
    "points-missing": (TOP + ENTRY.replace("points = 3\n", ""), "assignment '01-double': 'points' is missing."),
    "no-assignments-key": (TOP, "'assignments' is missing"),
    "no-assignment": (TOP + "assignments = []\n", "no assignment. Add an [[assignments]] table"),
    "assignments-is-text": (TOP + 'assignments = "01"\n', "'assignments' must be a list of tables"),
    "assignments-is-a-list-of-text": (TOP + 'assignments = ["01"]\n', "assignments[1] is not a table"),
    "limits-is-a-number": ("limits = 3\n" + TOP + ENTRY, "'limits' must be a table: limits = { ... }, or [limits] above its keys."),
    "late-is-a-number": ("late = 3\n" + TOP + ENTRY, "'late' must be a table"),
    "title-is-a-number": ("title = 3\n" + ENTRY, "title = 3: expected `str`, got `int`."),
    "unknown-isolation": (TOP + 'min_isolation = "C"\n' + ENTRY, "min_isolation = 'C'"),
    "too-much-follow-through": (TOP + "follow_through = 1.5\n" + ENTRY, "follow_through = 1.5"),
    "follow-through-below-nothing": (TOP + "follow_through = -0.1\n" + ENTRY, "follow_through = -0.1"),
    "too-few-hidden-cases": (TOP + "hidden_cases = 3\n" + ENTRY, "hidden_cases = 3"),
    "too-few-mended-cases": (TOP + "mended_cases = 3\n" + ENTRY, "mended_cases = 3"),
    "no-time": (TOP + ENTRY + "[limits]\nwall_seconds = 0\n", "limits.wall_seconds = 0"),
    "time-is-not-a-number": (TOP + ENTRY + "[limits]\nwall_seconds = nan\n", "limits.wall_seconds = nan"),
    "too-little-memory": (TOP + ENTRY + "[limits]\nmemory_mb = 64\n", "limits.memory_mb = 64"),
    "negative-late-rule": (TOP + ENTRY + "[late]\nper_day = -1\n", "late.per_day = -1"),
    "negative-points": (TOP + ENTRY.replace("points = 3", "points = -3"), "points = -3"),
    "points-are-not-a-number": (TOP + ENTRY.replace("points = 3", "points = nan"), "points = nan"),
    "version-nought": (TOP + ENTRY + "version = 0\n", "version = 0"),
    "slug-with-capitals": (TOP + ENTRY.replace("01-double", "01-Double"), "assignment '01-Double': slug = '01-Double'"),
    "slug-out-of-the-folder": (TOP + ENTRY.replace("01-double", "../01"), "slug = '../01'"),
    "file-that-is-no-module": (TOP + ENTRY.replace("double.py", "double.txt"), "file = 'double.txt'"),
    "file-in-a-folder": (TOP + ENTRY.replace("double.py", "a/double.py"), "file = 'a/double.py'"),
    "due-is-text": (TOP + ENTRY + 'due = "soon"\n', "due = 'soon'"),
    "due-nowhere": (TOP + ENTRY + "due = 2026-03-01T12:00:00\n", "Accepted: a date and time with its zone, such as 2026-11-20T23:59"),
    "due-all-day": (TOP + ENTRY + "due = 2026-03-01\n", "Accepted: a date and time with its zone"),
    "twice-the-same-slug": (TOP + ENTRY + ENTRY, "assignment '01-double' stands twice. Give each assignment a slug of its own."),
    "no-folder": (
        TOP + ENTRY.replace("01-double", "02-treble"),
        "assignment '02-treble' has no folder solutions/02-treble. Create it or",
    ),
    "no-master": (
        TOP + ENTRY.replace("double.py", "other.py"),
        "has no file solutions/01-double/other.py. Create it or correct the entry.",
    ),
    "not-toml": ("title = \n", "not readable as TOML"),
    "empty": ("", "'title' is missing"),
}


@pytest.mark.parametrize(("text", "said"), REFUSED.values(), ids=REFUSED)
def test_what_is_wrong_is_said_with_its_file_and_place(tmp_path: Path, text: str, said: str) -> None:
    message = problems(tmp_path, text)
    assert said in message
    assert message.startswith(f"{tmp_path / 'course.toml'}: ")


def test_every_problem_is_said_at_once(tmp_path: Path) -> None:
    """Five slips in five places are five lines, whichever comes first."""
    text = "hidden_cases = 0\n" + ENTRY.replace("points = 3", "points = -1") + "colour = 1\n" + ENTRY + "[limits]\nmemory_mb = 1\n"
    lines = problems(tmp_path, text).splitlines()
    assert len(lines) == 6
    for said in ("'title' is missing", "hidden_cases = 0", "limits.memory_mb", "points = -1", "'colour'", "stands twice"):
        assert sum(said in line for line in lines) == 1, said


def test_two_unknown_keys_are_told_in_the_same_order_each_time(tmp_path: Path) -> None:
    said = problems(tmp_path, TOP + "zebra = 1\nant = 1\nmole = 1\n" + ENTRY).splitlines()
    assert [line.split("'")[1] for line in said] == sorted(line.split("'")[1] for line in said)


def test_a_missing_questions_file_is_named(tmp_path: Path) -> None:
    miniature.write(tmp_path, questions=None)
    with pytest.raises(CourseError, match=r"has no file solutions/01-double/questions\.py"):
        manifest.load(tmp_path)


def test_a_manifest_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "course.toml").write_bytes(b'title = "caf\xe9"\n')
    with pytest.raises(CourseError, match="not readable as TOML"):
        manifest.load(tmp_path)


def test_no_manifest_says_where_it_was_looked_for(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=r"not found\. Run this from the course's folder"):
        manifest.load(tmp_path)


def test_a_folder_in_the_manifests_place_is_refused_not_a_crash(tmp_path: Path) -> None:
    (tmp_path / "course.toml").mkdir()
    with pytest.raises(CourseError, match=r"course\.toml"):
        manifest.load(tmp_path)


def test_a_sound_manifest_is_read_with_its_defaults(tmp_path: Path) -> None:
    course = manifest.load(miniature.write(tmp_path))
    assert (course.root, course.min_isolation, course.follow_through) == (tmp_path, "A", 1.0)
    assert (course.hidden_cases, course.mended_cases, course.limits.memory_mb) == (8, 4, 512)
    assert (course.assignments[0].version, course.assignments[0].notebook) == (1, "double.ipynb")


def test_dates_and_tables_are_read(tmp_path: Path) -> None:
    text = TOP + ENTRY + "due = 2026-03-01T12:00:00Z\n[late]\nper_day = 0.1\n[limits]\ncpu_seconds = 1\n"
    course = manifest.load(miniature.write(tmp_path, text))
    assert course.assignments[0].due is not None
    assert (course.late.per_day, course.limits.cpu_seconds) == (0.1, 1.0)


def test_an_unknown_assignment_is_answered_with_those_there_are(tmp_path: Path) -> None:
    course = manifest.load(miniature.write(tmp_path))
    with pytest.raises(CourseError, match=r"there is no assignment '02'\. There is: 01-double\."):
        course.entry("02")


def test_the_course_is_found_from_any_folder_in_it(tmp_path: Path) -> None:
    miniature.write(tmp_path)
    assert manifest.find_root(tmp_path / "solutions" / "01-double") == tmp_path.resolve()


def test_outside_a_course_none_is_found(tmp_path: Path) -> None:
    assert manifest.find_root(tmp_path) is None


def test_the_courses_own_manifest_is_sound(root: Path) -> None:
    assert [entry.slug[:2] for entry in manifest.load(root).assignments] == ["00", "01", "02", "03", "04", "05", "06"]


# --- questions that a person marks -----------------------------------------------------------------------------------------

MANUAL = (
    '[[assignments.questions]]\nid = "why"\nkind = "manual"\ntitle = "Which way?"\npoints = 1.5\n'
    'rubric = [{ points = 1, text = "says it" }]\n'
)
REFUSED_BY_HAND = {
    "no-id": (MANUAL.replace('id = "why"\n', ""), "questions[1]: 'id' is missing. Add it."),
    "no-kind": (MANUAL.replace('kind = "manual"\n', ""), "question 'why': 'kind' is missing."),
    "another-kind": (MANUAL.replace('"manual"', '"auto"'), "kind = 'auto': invalid enum value 'auto'. Accepted: 'manual'."),
    "no-title": (MANUAL.replace('title = "Which way?"\n', ""), "'title' is missing."),
    "a-title-of-two-lines": (MANUAL.replace("Which way?", "Which\\nway?"), "Accepted: a line of at most 200 characters."),
    "nothing-worth": (MANUAL.replace("points = 1.5", "points = 0"), "points = 0"),
    "no-name": (MANUAL.replace('"why"', '"why not"'), "Accepted: a name in Python, such as reflection."),
    "a-word-of-pythons": (MANUAL.replace('"why"', '"class"'), "question 'class' is a word of Python's own. Give it another id."),
    "twice": (MANUAL + MANUAL, "question 'why' stands twice. Give each question an id of its own."),
    "unknown-key": (MANUAL + 'promt = "x"\n', "question 'why': 'promt' is not a key. Did you mean 'prompt'?"),
    "unknown-answer": (MANUAL + 'answer = "essay"\n', "Accepted: 'text', 'code'."),
    "rubric-without-text": (MANUAL.replace(', text = "says it"', ""), "rubric = [{'points': 1}]: object missing required field `text`"),
    "rubric-is-text": (MANUAL.replace('[{ points = 1, text = "says it" }]', '"good"'), "rubric = 'good': expected `array`"),
    "a-rubric-of-nothing-certain": (MANUAL.replace("points = 1,", "points = nan,"), "rubric = "),
    "too-many-lines": (MANUAL.replace("[{", "[" + '{ points = 0, text = "x" }, ' * 25 + "{"), "rubric = "),
    "no-list": ("questions = 3\n", "'questions' must be a list of tables. Write [[assignments.questions]] above each."),
    "a-list-of-text": ('questions = ["why"]\n', "questions[1] is not a table. Write [[assignments.questions]] above its keys."),
}


@pytest.mark.parametrize(("text", "said"), REFUSED_BY_HAND.values(), ids=REFUSED_BY_HAND)
def test_what_is_wrong_with_a_question_for_a_person_is_said_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    message = problems(tmp_path, TOP + ENTRY + text)
    assert f"assignment '01-double': {said}" in message or (said in message and "assignment '01-double': question" in message)


def test_an_assignment_is_worth_what_is_graded_and_what_is_marked(tmp_path: Path) -> None:
    (entry,) = manifest.load(miniature.write(tmp_path, TOP + ENTRY + MANUAL)).assignments
    assert (entry.points, entry.total) == (3, 4.5)
    assert entry.by_hand("why").rubric == (manifest.Criterion(1, "says it"),)
    with pytest.raises(CourseError, match=r"01-double has no question 'h' that is marked by hand\. It has: why\."):
        entry.by_hand("h")

"""Where does a student answer what a person will mark? At the end of the file, in places that course.toml asks for.

A text has quotation marks to write between, code a function to fill. The places are made here and not written into the master: what is
asked stands in course.toml alone.
"""

from collections.abc import Iterator

from autograder.building.markers import marks
from autograder.course.manifest import FILE, ByHand, Entry
from autograder.errors import CourseError

HEADING = "## For a person to read"
SAID = {
    "text": "Write your answer between the two rows of quotation marks, on as many lines as you like. A person will read and mark it.",
    "code": "Write your code in the function; give it the parameters that it needs. A person will read and mark it: it is not run.",
}


def places(entry: Entry) -> str:
    """What is put below the stub; nothing where nobody marks anything by hand.

    Raises:
        CourseError: a prompt cannot stand in a file.
    """
    if problems := [problem for question in entry.questions for problem in _problems(entry, question)]:
        raise CourseError(problems)
    return "".join(f"{line}\n" for line in _lines(entry)) if entry.questions else ""


def _lines(entry: Entry) -> Iterator[str]:
    yield from ("", "# %% [markdown]", f"# {HEADING}")
    for number, question in enumerate(entry.questions):
        if number:
            yield from ("", "# %% [markdown]", f"# ### {_titled(question)}")
        else:
            yield from ("#", f"# ### {_titled(question)}")
        for paragraph in filter(None, (question.prompt.strip("\n"), SAID[question.answer])):
            yield "#"
            yield from (f"# {line}".rstrip() for line in paragraph.splitlines())
        yield from ("", "# %%", f"# TODO: {question.title}")
        yield from _place(question)


def _titled(question: ByHand) -> str:
    return f"`{question.id}`: {question.title} ({question.points:g} point{'' if question.points == 1 else 's'})"


def _place(question: ByHand) -> Iterator[str]:
    if question.answer == "text":
        yield from (f'{question.id} = """', "", '"""')
    else:
        yield from (f"def {question.id}():", f'    raise NotImplementedError("TODO: {question.id}")')


def _problems(entry: Entry, question: ByHand) -> Iterator[str]:
    """Prompts that would be taken for something else than words."""
    where = f"{FILE}: assignment '{entry.slug}': question '{question.id}'"
    for text in (question.title, *question.prompt.splitlines()):
        if text.lstrip().startswith("%%"):
            yield f"{where}: a line of the prompt begins with %%, which would end its cell of the notebook. Begin it otherwise."
        elif not text.replace("\t", " ").isprintable():
            yield f"{where}: a line of the prompt holds signs that cannot be printed. Take them out."
        elif marks(f"# {text}\n"):
            yield f"{where}: a line of the prompt looks like a marker of solutions: {text.strip()[:60]!r}. Word it otherwise."

"""Whose work is each file that was handed in, and for which assignment?

Folders are read as `<student>/<slug>/<file>` or `<student>/<file>`, or as one student's folder; a zip is read as the folder that it
holds. A zip that is found in a folder is one student's, who is called as it is, whatever its members say: else anybody could hand in
for others. What cannot be graded becomes a `Refusal` with its reason, and all the rest is graded.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from autograder.course.manifest import Course, Entry
from autograder.errors import UsageError
from autograder.grading.submission import Submission
from autograder.marking.archive import read_archive
from autograder.marking.choose import Candidate, choose
from autograder.marking.tree import ARCHIVE, ENDINGS, Found, Tree, read_file, read_folder, spelled, student_trouble

MANY = 40  # files of one student that are looked into to tell what they are for

_MISLEADING = "A folder among students' folders is called like an assignment. Name it after the student whose work is in it."


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that was handed in and is not graded.

    Attributes:
        path: where it is, for people.
        student, slug: as far as they are known, else ""; what cannot be printed of the name is escaped.
        reason: what is wrong and what to do, in sentences.
    """

    path: str
    student: str
    slug: str
    reason: str


@dataclass(slots=True)
class Collected:
    """What to grade, by student and assignment, and what not."""

    submissions: list[Submission] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)


def collect(paths: Iterable[Path], course: Course, slug: str | None = None) -> Collected:
    """Find the submissions in files, folders and zip files.

    Args:
        slug: the assignment, where the layout does not say it; work that is laid out as another assignment's is left out.

    Raises:
        UsageError: a path is not there.
        CourseError: there is no assignment of that slug.
    """
    search = Search(course, None if slug is None else course.entry(slug))
    collected = Collected()
    for path in paths:
        search.path(path)
    for candidates in _by_work(search.candidates):
        one = candidates[0]
        if len(spellings := search.spellings[one.student]) > 1:
            names = " and ".join(sorted(ascii(spelling) for spelling in spellings))
            reason = f"The same name is spelled in {len(spellings)} ways, {names}, so it is not clear whose work it is. Rename one."
            collected.refusals += [Refusal(other.found.origin, one.student, one.slug, reason) for other in candidates]
            continue
        chosen, reasons = choose(candidates, course.entry(one.slug), course.root)
        if chosen is not None:
            name = chosen.found.parts[-1]
            collected.submissions.append(Submission(one.student, one.slug, name, chosen.found.content))
        collected.refusals += [Refusal(found.origin, one.student, one.slug, reason) for found, reason in reasons]
    collected.refusals += search.refusals
    return collected


def _by_work(candidates: list[Candidate]) -> Iterator[list[Candidate]]:
    def work(candidate: Candidate) -> tuple[str, str]:
        return candidate.student, candidate.slug

    return (list(group) for _, group in groupby(sorted(candidates, key=work), key=work))


class Search:
    """Goes through what was named, and keeps what it finds.

    Args:
        wanted: the assignment, where neither the layout nor a file's name says it.
        recognise: whoever is asked for the assignment where nothing else says it; None: nothing there says it either.
    """

    def __init__(self, course: Course, wanted: Entry | None, recognise: Callable[[Found], str | None] = lambda found: None) -> None:
        self.candidates: list[Candidate] = []
        self.refusals: list[Refusal] = []
        self.spellings: dict[str, set[str]] = {}  # of each student's name, as folders and zips have it
        self._course = course
        self._wanted = wanted
        self._recognise = recognise
        self._looked_into = Counter[str]()
        self._slugs = {entry.slug for entry in course.assignments}
        self._limit = course.limits.most_bytes
        self._names = {entry.slug: {entry.file.casefold(), entry.notebook.casefold()} for entry in course.assignments}

    def path(self, path: Path) -> None:
        """One path as it was named."""
        if not path.exists() and not path.is_symlink():
            raise UsageError(f"{spelled(str(path))}: not found. Name a submission, a folder of submissions or a zip file of one.")
        if path.is_dir():
            tree = read_folder(path, self._limit)
            self.tree(tree, _name(path))
            for archive in tree.archives:
                self.own(read_archive(archive, self._limit), archive)
        elif path.suffix.lower() == ARCHIVE and path.is_file():
            self.tree(read_archive(path, self._limit), path.stem)
        else:
            self._single(path)

    def _single(self, path: Path) -> None:
        *folders, name = (*path.parent.resolve().parts, path.name)
        found = read_file(path, (name,), self._limit(name))
        if len(folders) > 2 and folders[-1] in self._slugs:
            self._offer(found, folders[-2], folders[-1])
        elif len(folders) > 1 and self._expected(name):
            self._offer(found, folders[-1], None)
        else:
            self._offer(found, path.stem, None)

    def own(self, tree: Tree, archive: Path) -> None:
        """A zip that was found in a folder: all in it is of the one who is called as it is."""
        wrapped = self._wrappers(_usable(tree.files))
        for found in tree.files:
            match found.parts[wrapped:-1]:
                case [*_, slug] if slug in self._slugs and len(found.parts) <= wrapped + 3:
                    self._offer(found, archive.stem, slug)
                case [] | [_]:
                    self._offer(found, archive.stem, None)
                case folders:
                    self._refuse(found.origin, archive.stem, "", found.trouble or self._too_deep(folders))
        if not tree.files:
            self._refuse(str(archive), archive.stem, "", "The zip holds no .py or .ipynb file, so nothing was graded.")

    def tree(self, tree: Tree, name: str) -> None:
        """A folder or a zip: a class's, or one student's."""
        usable = _usable(tree.files)
        wrapped = self._around(usable)
        own = self._own(tree.files, wrapped)
        alone = self._alone(usable, wrapped, own=self._own(usable, wrapped))
        heard = set()
        for found in tree.files:
            *folders, file = found.parts[wrapped:] or found.parts
            heard.add(tuple(folders[:1]))
            match folders:
                case [] if own:
                    self._offer(found, name, None)
                case []:
                    self._offer(found, Path(file).stem, None)
                case [slug, *_] if slug in self._slugs and not alone:
                    self._refuse(found.origin, slug, "", found.trouble or _MISLEADING)
                case [slug] if slug in self._slugs:
                    self._offer(found, name, slug)
                case [_, *_] if alone:
                    self._refuse(found.origin, name, "", found.trouble or self._too_deep(folders))
                case [student]:
                    self._offer(found, student, None)
                case [student, slug] if slug in self._slugs:
                    self._offer(found, student, slug)
                case [student, *_]:
                    self._refuse(found.origin, student, "", found.trouble or self._too_deep(folders))
        for parts in sorted(tree.folders):
            if len(parts) == wrapped + 1 and parts[wrapped:] not in heard and not alone:
                self._refuse("/".join((name, *parts)), parts[-1], "", "The folder holds no .py or .ipynb file, so nothing was graded.")

    def _around(self, files: Sequence[Found]) -> int:
        """How many folders lie around the students'. Where but one remains inside, it may as well be a folder in a student's own: it is
        a student's only if work lies in an assignment's folder in it.
        """
        depth = self._wrappers(files)
        several = len({found.parts[depth] for found in files if depth}) > 1
        return depth if several or any(found.parts[depth + 1] in self._slugs for found in files if depth) else 0

    def _wrappers(self, files: Sequence[Found]) -> int:
        """How many folders lie around everything: a zip of a folder holds that folder. They are looked through."""
        depth = 0
        while files and all(len(found.parts) > depth + 2 for found in files):
            inner = {found.parts[depth + 1] for found in files}
            if len({found.parts[depth] for found in files}) > 1 or (inner & self._slugs and self._alone(files, depth + 1)):
                break
            depth += 1
        return depth

    def _own(self, files: Sequence[Found], depth: int) -> bool:
        """Whether work lies at this depth, in no further folder."""
        return any(self._expected(found.parts[-1]) for found in files if len(found.parts) == depth + 1)

    def _alone(self, files: Sequence[Found], depth: int, *, own: bool = False) -> bool:
        """Whether all at this depth is one student's: there is work, and at most one folder besides that may be a student's, by what is
        in it; or there is an assignment's folder, and none besides: whoever is called like an assignment must harm nobody else.

        Args:
            own: whether there is work.
        """
        inside = [found.parts[depth:] for found in files if len(found.parts) > depth + 1]
        students = {parts[0] for parts in inside if parts[1] in self._slugs or (len(parts) == 2 and self._expected(parts[1]))}
        others = len(students - self._slugs)
        return others < 2 if own else not others and any(parts[0] in self._slugs for parts in inside)

    def _offer(self, found: Found, student: str, slug: str | None) -> None:
        """A file of this student: a candidate if it is known for what, else a refusal."""
        spelling, student = student, unicodedata.normalize("NFC", student)
        if slug is not None and self._wanted is not None and slug != self._wanted.slug:
            return
        name = found.parts[-1]
        slug = slug or (self._wanted.slug if self._wanted else self._by_name(name) or self._recognised(found, student))
        if trouble := found.trouble or student_trouble(student):
            self._refuse(found.origin, student, slug or "", trouble)
        elif not name.lower().endswith(ENDINGS):
            what = (
                "a zip that lies in a student's folder" if name.lower().endswith(ARCHIVE) else "it, and name the file or folder in it"
            )
            self._refuse(found.origin, student, slug or "", f"Expected a .py or .ipynb file. Unpack {what}.")
        elif slug is None:
            self._refuse(found.origin, student, "", self._which(name))
        else:
            self.spellings.setdefault(student, set()).add(spelling)
            self.candidates.append(Candidate(student, slug, found))

    def _recognised(self, found: Found, student: str) -> str | None:
        """By what somebody says who looks into it: not into any number of one student's files."""
        self._looked_into[student] += 1
        return self._recognise(found) if self._looked_into[student] <= MANY else None

    def _expected(self, name: str) -> bool:
        return any(name.casefold() in names for names in self._names.values())

    def _by_name(self, name: str) -> str | None:
        """The one assignment whose file has this name."""
        slugs = [slug for slug, names in self._names.items() if name.casefold() in names]
        return slugs[0] if len(slugs) == 1 else None

    def _which(self, name: str) -> str:
        if self._expected(name):
            return f"Several assignments have a file named {name}. Say which one is meant: --assignment SLUG."
        return f"No assignment has a file named {spelled(name)}. Say which one is meant: --assignment SLUG."

    def _too_deep(self, folders: Sequence[str]) -> str:
        return (
            f"It lies in {spelled('/'.join(folders))}, which is neither a student's folder nor an assignment in one. Expected "
            "<student>/<assignment>/<file> or <student>/<file>."
        )

    def _refuse(self, path: str, student: str, slug: str, reason: str) -> None:
        self.refusals.append(Refusal(spelled(path), spelled(student), slug, reason))


def _usable(files: list[Found]) -> list[Found]:
    """The files that say how a tree is laid out: what is refused could otherwise have all others' folders misread."""
    return [found for found in files if not found.trouble] or files


def _name(path: Path) -> str:
    return path.resolve().name or "student"

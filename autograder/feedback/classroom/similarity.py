"""Whose submissions have something in common that few others have?

Each thing that two students share is worth the more the fewer have it: log2 of how many students there are to one who has it. What
half the class has is worth one bit; what only the two of 120 have, six. A shared mistake and a shared wrong value count in full; shared
code, most of which is right and therefore alike, counts little and only up to a bound. Nothing of this is a verdict: people who sit
together, a forum or a book lead to the same. It says which two to look at side by side.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

import msgspec

from autograder.feedback.classroom.clusters import Cluster
from autograder.feedback.classroom.difficulty import judges
from autograder.feedback.classroom.work import Sheet, Work
from autograder.grading.report import Verdict

Prints = Mapping[str, Set[int]]
"""Fingerprints of the code, by student."""

FEWEST = 5  # students, below which nothing is rare
RARE = 0.1  # what more of the class has tells nothing of two
ALWAYS_RARE = 5  # students: some have a friend or four
ENOUGH = 6.0  # bits
MOST_PAIRS = 20
CODE_WEIGHT = 0.1
MOST_CODE = 8.0  # bits


class Kind(StrEnum):
    """What two may share."""

    MISTAKE = "mistake"
    VALUE = "value"
    CODE = "code"


class Shared(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that two share.

    Attributes:
        what: in words; `students`: how many have it. Of code: how many pieces, and 0.
    """

    kind: Kind
    what: str
    students: int
    bits: float


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two students, by their labels, and what they share. `bits` is not a chance of anything: it puts pairs in an order."""

    one: str
    other: str
    bits: float
    shared: tuple[Shared, ...]
    same_file: bool


@dataclass(frozen=True, slots=True)
class _Feature:
    kind: Kind
    what: str


def pairs(sheet: Sheet, clusters: Sequence[Cluster], prints: Prints | None = None) -> tuple[Pair, ...]:
    """The pairs that share most of what is rare, at most `MOST_PAIRS`. Who works in one group is not compared.

    Args:
        prints: what of the code was taken down in the sandbox, without what was handed out; None: code is not compared.
    """
    works = {work.student: work for work in sheet.works if work.report is not None and judges(work.report)}
    if len(works) < FEWEST:
        return ()
    count = len(works)
    having = {feature: students for feature, students in _having(works, clusters).items() if _rare(len(students), count)}
    found: dict[tuple[str, str], list[Shared]] = defaultdict(list)
    for feature, students in having.items():
        shared = Shared(kind=feature.kind, what=feature.what, students=len(students), bits=_bits(len(students), count))
        for two in combinations(sorted(students), 2):
            found[two].append(shared)
    for two, code in _alike(prints or {}, works, count):
        found[two].append(code)
    made = (_pair(two, shared, works) for two, shared in found.items() if _apart(works, two))
    ranked = sorted((pair for pair in made if pair.bits >= ENOUGH), key=lambda pair: (-pair.bits, pair.one, pair.other))
    return tuple(ranked[:MOST_PAIRS])


def _having(works: Mapping[str, Work], clusters: Sequence[Cluster]) -> dict[_Feature, set[str]]:
    having: dict[_Feature, set[str]] = defaultdict(set)
    for student, work in works.items():
        for question in work.report.questions if work.report else ():
            if question.verdict is Verdict.MISTAKE and question.mistake:
                having[_Feature(Kind.MISTAKE, f"{question.id}: {question.mistake}")].add(student)
    for cluster in clusters:
        if not cluster.as_expected:
            having[_Feature(Kind.VALUE, f"{cluster.question} = {cluster.value}")].update(works.keys() & set(cluster.students))
    return having


def _rare(having: int, count: int) -> bool:
    return 2 <= having <= max(ALWAYS_RARE, RARE * count)


def _bits(having: int, count: int) -> float:
    return round(math.log2(count / having), 2)


def _alike(prints: Prints, works: Mapping[str, Work], count: int) -> Iterator[tuple[tuple[str, str], Shared]]:
    """Pairs whose code shares rare pieces."""
    students: dict[int, list[str]] = defaultdict(list)
    for student in sorted(works.keys() & prints.keys()):
        for piece in prints[student]:
            students[piece].append(student)
    rare = {piece: having for piece, having in students.items() if _rare(len(having), count)}
    pieces: dict[tuple[str, str], list[float]] = defaultdict(list)
    for having in rare.values():
        for two in combinations(having, 2):
            pieces[two].append(CODE_WEIGHT * _bits(len(having), count))
    for two, bits in pieces.items():
        what = f"{len(bits)} pieces of code that few others have" if len(bits) > 1 else "a piece of code that few others have"
        yield two, Shared(kind=Kind.CODE, what=what, students=0, bits=round(min(math.fsum(bits), MOST_CODE), 2))


def _apart(works: Mapping[str, Work], two: Iterable[str]) -> bool:
    """Whether each of the two works alone, or in a group of their own."""
    one, other = (works[student].group for student in two)
    return not one or one != other


def _pair(two: tuple[str, str], shared: Sequence[Shared], works: Mapping[str, Work]) -> Pair:
    one, other = two
    digests = {report.submission for student in two if (report := works[student].report)}
    ordered = tuple(sorted(shared, key=lambda each: (-each.bits, each.what)))
    bits = round(math.fsum(each.bits for each in shared), 2)
    return Pair(one=one, other=other, bits=bits, shared=ordered, same_file=len(digests) == 1)

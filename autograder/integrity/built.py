"""Proof 1: is what students receive what the master gives, and does it give nothing away?"""

from autograder.building.build import differences
from autograder.course.manifest import HANDED_OUT
from autograder.integrity.proof import Proof, proof
from autograder.integrity.subject import Subject


def built(subject: Subject) -> Proof:
    """`assignments/` equals a fresh build byte for byte, and no text of a solution occurs in it.

    Raises:
        CourseError: the master cannot be built.
    """
    others = tuple(f"{HANDED_OUT}/{entry.slug}/" for entry in subject.course.assignments if entry.slug != subject.slug)
    findings = [sentence for sentence in differences(subject.alone) if not sentence.startswith(others)]
    return proof("built", f"{HANDED_OUT}/{subject.slug} is what its master gives, and gives nothing away", findings)

"""What does a student have in hand who was told that nothing arrived? A receipt, signed with a key of the course's secret.

It names the very bytes by their digest and the time that counts. Whoever holds the secret can tell whether a receipt is genuine,
years later and without the gradebook; nobody else can make one, or change one unseen.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec

from autograder.course.secret import Secret
from autograder.errors import UsageError
from autograder.feedback import plain
from autograder.gradebook.receiving import Received

SCHEMA: Final = "descent/receipts/1"
FILE = "receipts.json"
LARGEST = 16 * 2**20  # bytes of a file of receipts
PURPOSE = "receipts"

Zoned = Annotated[datetime, msgspec.Meta(tz=True)]


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """That something was handed in.

    Attributes:
        course: its title.
        file: the name that it was handed in under.
        bytes: how many.
        digest: "sha256:" and the hexadecimal digest of the bytes.
        secret: the id of the course secret that it is signed with.
        signature: 64 hexadecimal digits.
    """

    course: str
    student: str
    assignment: str
    file: str
    bytes: int
    digest: str
    handed_in: Zoned
    secret: str
    signature: str = ""


class Receipts(msgspec.Struct, frozen=True):
    """What a file of receipts holds."""

    receipts: tuple[Receipt, ...]
    schema: Literal["descent/receipts/1"] = SCHEMA


class Genuine(StrEnum):
    """What a signature says of a receipt."""

    YES = "genuine"
    NO = "not genuine: it was changed since it was signed, or was never signed here"
    UNKNOWN = "signed with another course secret"


def receipt(of: Received, course: str, secret: Secret) -> Receipt:
    """A signed receipt."""
    unsigned = Receipt(
        course=course,
        student=of.student,
        assignment=of.slug,
        file=of.file,
        bytes=of.size,
        digest=of.digest,
        handed_in=of.handed_in.astimezone(UTC),
        secret=secret.id,
    )
    return msgspec.structs.replace(unsigned, signature=_signature(unsigned, secret))


def verified(one: Receipt, secret: Secret) -> Genuine:
    """Whether it was signed with this secret and says what it said then."""
    if one.secret != secret.id:
        return Genuine.UNKNOWN
    genuine = hmac.compare_digest(_signature(one, secret).encode(), one.signature.encode("utf-8", "surrogatepass"))
    return Genuine.YES if genuine else Genuine.NO


def written(receipts: Iterable[Receipt]) -> bytes:
    """Receipts as a file, in ASCII, for people to read and for `read`."""
    return json.dumps(msgspec.to_builtins(Receipts(tuple(receipts))), indent=2).encode() + b"\n"


def read(path: Path) -> tuple[Receipt, ...]:
    """The receipts in a file that `written` made, or that somebody says it has made.

    Raises:
        UsageError: it cannot be read, or holds something else.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}.") from None
    try:
        if len(content) > LARGEST:
            raise msgspec.ValidationError(f"it is larger than {LARGEST >> 20} MB")
        found = msgspec.json.decode(content, type=Receipts).receipts
        return tuple(msgspec.structs.replace(one, handed_in=one.handed_in.astimezone(UTC)) for one in found)
    except (msgspec.DecodeError, UnicodeDecodeError, OverflowError) as error:
        raise UsageError(f"{path}: is no file of receipts: {error}. Expected what descent receipt --out FILE has written.") from None


def render(receipts: Iterable[Receipt]) -> str:
    """Receipts for people, an empty line between two; ends with a newline."""
    return "\n".join("\n".join(_lines(one)) + "\n" for one in receipts)


def told(one: Receipt) -> str:
    """A receipt in one line that is safe to print."""
    when = one.handed_in.astimezone(UTC)
    who = f"{plain.name(one.student)}, {plain.name(one.assignment)}"
    return f"{who}: {plain.name(one.file)}, {one.bytes} bytes, handed in {when:%Y-%m-%d %H:%M:%S} UTC"


def is_of(one: Receipt, content: bytes) -> bool:
    """Whether it is these bytes that were handed in."""
    return one.digest == f"sha256:{hashlib.sha256(content).hexdigest()}"


def _lines(one: Receipt) -> list[str]:
    when = one.handed_in.astimezone(UTC)
    return [
        f"Receipt: {plain.name(one.assignment)}, {plain.name(one.student)}",
        f"  course     {plain.line(one.course)}",
        f"  file       {plain.name(one.file)}, {one.bytes} bytes",
        f"  sha256     {one.digest.removeprefix('sha256:')}",
        f"  handed in  {when:%Y-%m-%d %H:%M:%S} UTC",
        f"  signed     {one.signature} (course secret {one.secret})",
    ]


def _signature(one: Receipt, secret: Secret) -> str:
    """HMAC-SHA256 of all that is said, as a list of texts in JSON: no two receipts have the same."""
    said = [
        SCHEMA, one.course, one.student, one.assignment, one.file, str(one.bytes), one.digest,
        one.handed_in.astimezone(UTC).isoformat(timespec="microseconds"), one.secret,
    ]  # fmt: skip
    return hmac.new(secret.subkey(PURPOSE), json.dumps(said).encode(), hashlib.sha256).hexdigest()

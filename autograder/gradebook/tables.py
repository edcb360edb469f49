"""What does the gradebook keep?

Of the work: students; contents, the submitted bytes, each once by its digest; submissions; attempts, a row for each hand-in; reports,
one for each submission. Of people: what a roster says of them, groups, extensions, excuses. Of what people decide: overrides, marks of
questions that are marked by hand, requests for another look; and a log of all that. The migrations make the tables; a test holds that
these definitions and the migrations agree.
"""

from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Dialect,
    Double,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.dialects import mysql

NAME_LENGTH = 255  # of student, assignment and file names: what file systems allow for one name
DIGEST_LENGTH = 71  # "sha256:" and 64 hexadecimal digits

# MySQL compares names without regard to case, and cuts bytes and text at 64 kB, unless told otherwise.
_exact = mysql.VARCHAR(NAME_LENGTH, charset="utf8mb4", collation="utf8mb4_bin")
Name = String(NAME_LENGTH).with_variant(_exact, "mysql", "mariadb")
Bytes = LargeBinary().with_variant(mysql.LONGBLOB(), "mysql", "mariadb")
LongText = Text().with_variant(mysql.LONGTEXT(), "mysql", "mariadb")


class State(StrEnum):
    """Where a submission stands: accepted and waiting, graded, or old, with its file removed and of its report the points kept."""

    QUEUED = "queued"
    GRADED = "graded"
    PURGED = "purged"


class Decision(StrEnum):
    """What a person decided on points."""

    OVERRIDE = "override"
    MARK = "mark"


class Moment(TypeDecorator[datetime]):
    """A point in time: aware on the way in, UTC in the database, aware on the way out whatever the database keeps of zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware time into UTC.

        Raises:
            ValueError: the time has no zone, so nobody knows when it was.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"expected a time with a zone, found {value!r}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give a time its zone back; SQLite and MySQL drop it."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

students = Table(
    "students",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Name, nullable=False, unique=True),
)

contents = Table(
    "contents",
    metadata,
    Column("digest", String(DIGEST_LENGTH), primary_key=True),
    Column("data", Bytes, nullable=False),
)

submissions = Table(
    "submissions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("student_id", ForeignKey("students.id"), nullable=False),
    Column("slug", Name, nullable=False),
    Column("digest", ForeignKey("contents.digest"), nullable=False),
    Column("file", Name, nullable=False),
    Column("first_handed_in", Moment, nullable=False),
    Column("last_handed_in", Moment, nullable=False),
    Column("state", String(10), nullable=False, index=True),
    UniqueConstraint("student_id", "slug", "digest"),
)

reports = Table(
    "reports",
    metadata,
    Column("submission_id", ForeignKey("submissions.id"), primary_key=True, autoincrement=False),
    Column("json", LongText, nullable=False),
    Column("score", Double),
    Column("max_score", Double, nullable=False),
    Column("isolation", String(10), nullable=False),
    Column("version", Integer, nullable=False),
    Column("secret", String(16), nullable=False),
    Column("graded_at", Moment, nullable=False),
)

attempts = Table(
    "attempts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("submission_id", ForeignKey("submissions.id"), nullable=False),
    Column("handed_in", Moment, nullable=False),
    Column("file", Name, nullable=False),
    UniqueConstraint("submission_id", "handed_in"),
)

roster = Table(
    "roster",
    metadata,
    Column("student_id", ForeignKey("students.id"), primary_key=True, autoincrement=False),
    Column("full_name", Name, nullable=False),
    Column("email", Name, nullable=False),
    Column("login", Name, nullable=False),
    Column("number", Name, nullable=False),
    Column("section", Name, nullable=False),
    Column("time_factor", Double, nullable=False),
)

groups = Table(
    "groups",
    metadata,
    Column("slug", Name, primary_key=True),
    Column("student_id", ForeignKey("students.id"), primary_key=True, autoincrement=False),
    Column("name", Name, nullable=False),
    Column("opted_out", Boolean, nullable=False),
)

extensions = Table(
    "extensions",
    metadata,
    Column("student_id", ForeignKey("students.id"), primary_key=True, autoincrement=False),
    Column("slug", Name, primary_key=True),
    Column("due", Moment, nullable=False),
    Column("reason", LongText, nullable=False),
)

excuses = Table(
    "excuses",
    metadata,
    Column("student_id", ForeignKey("students.id"), primary_key=True, autoincrement=False),
    Column("slug", Name, primary_key=True),
    Column("reason", LongText, nullable=False),
)

# Points that a person gave: in a question's place, of a question that is marked by hand, or ("" for the question) of all. A mark keeps
# the digest of the answer that it is for.
decisions = Table(
    "decisions",
    metadata,
    Column("student_id", ForeignKey("students.id"), primary_key=True, autoincrement=False),
    Column("slug", Name, primary_key=True),
    Column("question", Name, primary_key=True),
    Column("kind", String(10), nullable=False),
    Column("points", Double, nullable=False),
    Column("reason", LongText, nullable=False),
    Column("person", Name, nullable=False),
    Column("decided_at", Moment, nullable=False),
    Column("answer", String(DIGEST_LENGTH), nullable=False, server_default=""),
)

requests = Table(
    "requests",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("student_id", ForeignKey("students.id"), nullable=False),
    Column("slug", Name, nullable=False),
    Column("question", Name, nullable=False),
    Column("comment", LongText, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("answer", LongText, nullable=False),
    Column("person", Name, nullable=False),
    Column("answered_at", Moment),
    UniqueConstraint("student_id", "slug", "question"),
)

log = Table(
    "log",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("person", Name, nullable=False),
    Column("verb", String(20), nullable=False),
    Column("student_id", ForeignKey("students.id")),
    Column("slug", Name, nullable=False),
    Column("said", LongText, nullable=False),
)

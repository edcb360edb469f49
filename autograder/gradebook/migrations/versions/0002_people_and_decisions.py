"""Attempts, what a roster says of people, and what people decide."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# Written out, not imported: a migration says for ever what it said when it was made.
NAME = sa.String(255).with_variant(mysql.VARCHAR(255, charset="utf8mb4", collation="utf8mb4_bin"), "mysql", "mariadb")
LONG_TEXT = sa.Text().with_variant(mysql.LONGTEXT(), "mysql", "mariadb")
MOMENT = sa.DateTime(timezone=True)


def _student(table: str, *, nullable: bool = False, key: bool = False) -> tuple[sa.Column[int], sa.ForeignKeyConstraint]:
    column = sa.Column("student_id", sa.Integer, nullable=nullable, autoincrement=False if key else "auto")
    return column, sa.ForeignKeyConstraint(["student_id"], ["students.id"], name=f"fk_{table}_student_id")


def upgrade() -> None:
    """Create the tables; what has been handed in so far was an attempt, when it came first and when it came last."""
    op.create_table(
        "attempts",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("submission_id", sa.Integer, nullable=False),
        sa.Column("handed_in", MOMENT, nullable=False),
        sa.Column("file", NAME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_attempts"),
        sa.ForeignKeyConstraint(["submission_id"], ["submissions.id"], name="fk_attempts_submission_id"),
        sa.UniqueConstraint("submission_id", "handed_in", name="uq_attempts_submission_id"),
    )
    op.execute(
        "INSERT INTO attempts (submission_id, handed_in, file) SELECT id, first_handed_in, file FROM submissions "
        "UNION SELECT id, last_handed_in, file FROM submissions"
    )
    op.create_table(
        "roster",
        *_student("roster", key=True),
        *(sa.Column(name, NAME, nullable=False) for name in ("full_name", "email", "login", "number", "section")),
        sa.Column("time_factor", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("student_id", name="pk_roster"),
    )
    op.create_table(
        "groups",
        sa.Column("slug", NAME, nullable=False),
        *_student("groups", key=True),
        sa.Column("name", NAME, nullable=False),
        sa.Column("opted_out", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("slug", "student_id", name="pk_groups"),
    )
    op.create_table(
        "extensions",
        *_student("extensions", key=True),
        sa.Column("slug", NAME, nullable=False),
        sa.Column("due", MOMENT, nullable=False),
        sa.Column("reason", LONG_TEXT, nullable=False),
        sa.PrimaryKeyConstraint("student_id", "slug", name="pk_extensions"),
    )
    op.create_table(
        "excuses",
        *_student("excuses", key=True),
        sa.Column("slug", NAME, nullable=False),
        sa.Column("reason", LONG_TEXT, nullable=False),
        sa.PrimaryKeyConstraint("student_id", "slug", name="pk_excuses"),
    )
    op.create_table(
        "decisions",
        *_student("decisions", key=True),
        sa.Column("slug", NAME, nullable=False),
        sa.Column("question", NAME, nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("points", sa.Double, nullable=False),
        sa.Column("reason", LONG_TEXT, nullable=False),
        sa.Column("person", NAME, nullable=False),
        sa.Column("decided_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("student_id", "slug", "question", name="pk_decisions"),
    )
    op.create_table(
        "requests",
        sa.Column("id", sa.Integer, nullable=False),
        *_student("requests"),
        sa.Column("slug", NAME, nullable=False),
        sa.Column("question", NAME, nullable=False),
        sa.Column("comment", LONG_TEXT, nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("answer", LONG_TEXT, nullable=False),
        sa.Column("person", NAME, nullable=False),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_requests"),
        sa.UniqueConstraint("student_id", "slug", "question", name="uq_requests_student_id"),
    )
    op.create_table(
        "log",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("person", NAME, nullable=False),
        sa.Column("verb", sa.String(20), nullable=False),
        *_student("log", nullable=True),
        sa.Column("slug", NAME, nullable=False),
        sa.Column("said", LONG_TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_log"),
    )


def downgrade() -> None:
    """Drop the tables."""
    for table in ("log", "requests", "decisions", "excuses", "extensions", "groups", "roster", "attempts"):
        op.drop_table(table)

"""Students, contents, submissions and reports."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Written out, not imported: a migration says for ever what it said when it was made.
NAME = sa.String(255).with_variant(mysql.VARCHAR(255, charset="utf8mb4", collation="utf8mb4_bin"), "mysql", "mariadb")
BYTES = sa.LargeBinary().with_variant(mysql.LONGBLOB(), "mysql", "mariadb")
LONG_TEXT = sa.Text().with_variant(mysql.LONGTEXT(), "mysql", "mariadb")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the four tables."""
    op.create_table(
        "students",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", NAME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_students"),
        sa.UniqueConstraint("name", name="uq_students_name"),
    )
    op.create_table(
        "contents",
        sa.Column("digest", sa.String(71), nullable=False),
        sa.Column("data", BYTES, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_contents"),
    )
    op.create_table(
        "submissions",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("student_id", sa.Integer, nullable=False),
        sa.Column("slug", NAME, nullable=False),
        sa.Column("digest", sa.String(71), nullable=False),
        sa.Column("file", NAME, nullable=False),
        sa.Column("first_handed_in", MOMENT, nullable=False),
        sa.Column("last_handed_in", MOMENT, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_submissions"),
        sa.ForeignKeyConstraint(["student_id"], ["students.id"], name="fk_submissions_student_id"),
        sa.ForeignKeyConstraint(["digest"], ["contents.digest"], name="fk_submissions_digest"),
        sa.UniqueConstraint("student_id", "slug", "digest", name="uq_submissions_student_id"),
    )
    op.create_index("ix_submissions_state", "submissions", ["state"])
    op.create_table(
        "reports",
        sa.Column("submission_id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("json", LONG_TEXT, nullable=False),
        sa.Column("score", sa.Double, nullable=True),
        sa.Column("max_score", sa.Double, nullable=False),
        sa.Column("isolation", sa.String(10), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("secret", sa.String(16), nullable=False),
        sa.Column("graded_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("submission_id", name="pk_reports"),
        sa.ForeignKeyConstraint(["submission_id"], ["submissions.id"], name="fk_reports_submission_id"),
    )


def downgrade() -> None:
    """Drop the four tables."""
    for table in ("reports", "submissions", "contents", "students"):
        op.drop_table(table)

"""Which answer a mark is for."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the digest of the answer; of what was decided so far none is known."""
    op.add_column("decisions", sa.Column("answer", sa.String(71), nullable=False, server_default=""))


def downgrade() -> None:
    """Drop it."""
    op.drop_column("decisions", "answer")

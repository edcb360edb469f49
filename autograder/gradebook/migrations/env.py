"""How Alembic runs the migrations: on the connection, and inside the transaction, that `schema.ensure` hands over."""

from alembic import context

from autograder.gradebook.schema import VERSION_TABLE
from autograder.gradebook.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=True,
)
context.run_migrations()

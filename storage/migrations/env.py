"""Runs migrations on the connection that ``storage.migrate`` opened and locked."""

from alembic import context

from storage.models import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    transactional_ddl=True,
    transaction_per_migration=False,
    render_as_batch=connection.dialect.name == "sqlite",
    user_module_prefix="base.",
)
context.run_migrations()

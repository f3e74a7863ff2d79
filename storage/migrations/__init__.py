"""Alembic migrations; ``HEAD`` names the newest, so that two parallel ones conflict in git."""

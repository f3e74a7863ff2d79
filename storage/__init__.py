"""Everything that is kept: models, unit of work, repositories, migrations.

Imports nothing else of the project. Rules live in ``handlers.services``; this package only stores,
locks and reads.
"""

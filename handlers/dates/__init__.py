"""Dates and times as people write them in Vietnamese, with or without accents.

In goes a text and the present moment, out comes a day and an hour, or a named problem that tells
what still has to be asked. Nothing here raises, whatever the text.
"""

from handlers.dates.ends import as_end
from handlers.dates.problem import Problem
from handlers.dates.reading import Reading, only_moment, read_moment

__all__ = ["Problem", "Reading", "as_end", "only_moment", "read_moment"]

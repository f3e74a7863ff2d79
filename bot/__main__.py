"""``python -m bot`` is the ``doithoai`` command."""

import sys

from bot.cli import main

sys.exit(main())

"""Fails when branch coverage of a package is below its floor."""

import json
import sys
from collections import defaultdict
from pathlib import Path

FLOORS = {"handlers": 90, "faq": 90, "storage": 90, "bot": 85}

report = json.loads(Path(".coverage.json").read_text("utf-8"))
covered: dict[str, int] = defaultdict(int)
total: dict[str, int] = defaultdict(int)
for name, found in report["files"].items():
    package, figures = Path(name).parts[0], found["summary"]
    covered[package] += figures["covered_lines"] + figures["covered_branches"]
    total[package] += figures["num_statements"] + figures["num_branches"]
failed = False
for package, floor in FLOORS.items():
    share = 100 * covered[package] / max(1, total[package])
    failed |= share < floor
    sys.stdout.write(f"coverage {package}: {share:.1f} % (floor {floor} %)\n")
sys.exit(failed)

"""Fails when a package is covered below its floor: its branches, or lines and branches."""

import json
import sys
from collections import Counter
from pathlib import Path

FLOORS = {"handlers": 90, "faq": 90, "storage": 90, "bot": 85}

report = json.loads(Path(".coverage.json").read_text("utf-8"))
sums: dict[str, Counter[str]] = {package: Counter() for package in FLOORS}
for name, found in report["files"].items():
    sums[Path(name).parts[0]].update({k: v for k, v in found["summary"].items() if type(v) is int})
failed = False
for package, floor in FLOORS.items():
    got = sums[package]
    branches = 100 * got["covered_branches"] / max(1, got["num_branches"])
    hit = got["covered_branches"] + got["covered_lines"]
    both = 100 * hit / max(1, got["num_branches"] + got["num_statements"])
    failed |= branches < floor or both < floor
    sys.stdout.write(
        f"coverage {package}: branches {branches:.1f} %, with lines {both:.1f} % "
        f"(floor {floor} %)\n"
    )
sys.exit(failed)

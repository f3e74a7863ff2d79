"""The frequently asked questions of a commune: entries, matching, measuring, checking.

A pure package: no database, no network, nothing of `bot`, `handlers` or `storage`.
Text goes in, ranked entries with a calibrated score come out.
"""

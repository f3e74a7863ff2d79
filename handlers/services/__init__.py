"""Rules, one area per file: each lives once, inside the transaction that enforces it."""

#!/usr/bin/env bash
# Refuses files that look as if they carried a bot token, a private key or a password in a URL.
set -euo pipefail
[ $# -gt 0 ] || exit 0
if grep -nEI '[0-9]{8,10}:[A-Za-z0-9_-]{35}|-----BEGIN [A-Z ]*PRIVATE KEY|postgresql://[^:@/ ]+:[^@/ ]+@' -- "$@"; then
  echo "These lines look like secrets." >&2
  exit 1
fi

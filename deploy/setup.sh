#!/usr/bin/env bash
# Makes .venv with exactly the locked packages and the project itself. Safe to run again.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive
cd "$(dirname "$0")/.."

missing() { echo "Missing: $1. Install it (Debian, Ubuntu: sudo apt-get install $2) and try again." >&2; exit 1; }

command -v python3 >/dev/null || missing "python3" "python3 python3-venv"
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || missing "Python 3.11 or newer" "python3"
if [ ! -x .venv/bin/python ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
  rm -rf .venv
  if ! python3 -m venv .venv >/dev/null 2>&1; then
    rm -rf .venv
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
      apt-get update -qq >/dev/null && apt-get install -qq -y python3-venv >/dev/null || missing "python3-venv" "python3-venv"
      python3 -m venv .venv || missing "python3-venv" "python3-venv"
    else
      missing "python3-venv" "python3-venv"
    fi
  fi
fi
echo "Installing the locked packages into .venv (a minute or two the first time)…"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock 2>/tmp/doithoai-setup.$$ || {
  cat /tmp/doithoai-setup.$$ >&2; rm -f /tmp/doithoai-setup.$$
  echo "The packages could not be installed: is the network reachable?" >&2; exit 1; }
rm -f /tmp/doithoai-setup.$$
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable . || {
  echo "The project itself could not be installed into .venv." >&2; exit 1; }
touch .venv/.ready

#!/usr/bin/env bash
# Makes .venv with exactly the locked packages and the project itself. Safe to run again.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive
cd "$(dirname "$0")/.."

missing() {
  local how=", as root: apt-get install $2"
  if command -v sudo >/dev/null; then how=": sudo apt-get install $2"; fi
  echo "$1 is missing: install it (Debian, Ubuntu$how) and run the command again." >&2
  exit 1
}

# Debian's python3 comes without what makes virtual environments.
has_venv() { python3 -c 'import ensurepip, venv' 2>/dev/null; }

command -v python3 >/dev/null || missing "Python 3.11 or newer" "python3 python3-venv"
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || missing "Python 3.11 or newer" "python3 python3-venv"
if [ ! -x .venv/bin/python ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
  rm -rf .venv
  if ! has_venv && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing python3-venv…"
    (apt-get update -qq && apt-get install -qq -y --no-install-recommends python3-venv) >/dev/null 2>&1 || true
  fi
  has_venv || missing "python3-venv" "python3-venv"
  python3 -m venv .venv
fi
echo "Installing the locked packages into .venv (a minute or two the first time)…"
pip=(.venv/bin/python -m pip install -qq --disable-pip-version-check)
"${pip[@]}" --require-hashes -r requirements.lock || {
  echo "The packages could not be installed: is the network reachable?" >&2; exit 1; }
"${pip[@]}" --no-deps --no-build-isolation --editable . || {
  echo "The project itself could not be installed into .venv." >&2; exit 1; }
touch .venv/.ready

#!/usr/bin/env bash
# All tests. PostgreSQL: DOITHOAI_TEST_POSTGRES_URL, or a local server that lets this user in.
set -euo pipefail
cd "$(dirname "$0")/.."

export DEBIAN_FRONTEND=noninteractive
if [ -z "${DOITHOAI_TEST_POSTGRES_URL:-}" ]; then
  found=$(bash deploy/postgres.sh)
  export DOITHOAI_TEST_POSTGRES_URL="${found%%#*}"
  case "$found" in *"#"*) private=${found#*#};; esac
fi
stop_private() {
  [ -n "${private:-}" ] || return 0
  kill -INT "$(head -n 1 "$private/data/postmaster.pid")" 2>/dev/null || true
  rm -rf "$private"
}
trap stop_private EXIT
if [ -z "${DOITHOAI_TEST_POSTGRES_URL:-}" ]; then
  if [ "${CI:-}" = true ]; then echo "PostgreSQL is not reachable: set DOITHOAI_TEST_POSTGRES_URL." >&2; exit 1; fi
  echo "PostgreSQL is not reachable: its tests do not run. Set DOITHOAI_TEST_POSTGRES_URL to run them."
fi

if ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null && ! command -v google-chrome >/dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Chromium for the browser tests…"
    (apt-get update -qq && apt-get install -qq -y chromium fonts-noto-core) >/dev/null 2>&1 || true
  fi
fi
if ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null && ! command -v google-chrome >/dev/null; then
  if [ "${CI:-}" = true ]; then echo "Chromium is not installed and cannot be: the browser tests did not run." >&2; exit 1; fi
  echo "Chromium is not installed: the browser tests do not run (Debian, Ubuntu: sudo apt-get install chromium)."
fi
if ! command -v soffice >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing LibreOffice Calc for the spreadsheet tests…"
  (apt-get update -qq && apt-get install -qq -y --no-install-recommends libreoffice-calc-nogui poppler-utils || apt-get install -qq -y --no-install-recommends libreoffice-calc poppler-utils) >/dev/null 2>&1 || true
fi
if ! command -v soffice >/dev/null; then
  if [ "${CI:-}" = true ]; then echo "LibreOffice is not installed and cannot be: the spreadsheet tests did not run." >&2; exit 1; fi
  echo "LibreOffice is not installed: the tests that open files in it do not run (sudo apt-get install libreoffice-calc)."
fi

.venv/bin/python -m pytest -q -n 2 --dist loadgroup --cov --cov-report=term:skip-covered --cov-report=json:.coverage.json "$@"

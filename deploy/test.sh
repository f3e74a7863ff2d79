#!/usr/bin/env bash
# All tests, or those of the arguments. PostgreSQL: DOITHOAI_TEST_POSTGRES_URL, or a local server that
# lets this user in. On Debian as root what is missing is installed; in CI it must be there.
set -euo pipefail
cd "$(dirname "$0")/.."
export DEBIAN_FRONTEND=noninteractive

# install WHAT PACKAGES…: only as root where apt-get is.
install() {
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then return 0; fi
  echo "Installing $1…"
  shift
  (apt-get update -qq && apt-get install -qq -y --no-install-recommends "$@") >/dev/null 2>&1 || true
}

# without WHAT WHICH PACKAGES: says which tests do not run; in CI that is a failure.
without() {
  if [ "${CI:-}" = true ]; then echo "$1 is missing and cannot be installed: $2 did not run." >&2; exit 1; fi
  echo "$1 is missing: $2 do not run (Debian, Ubuntu: apt-get install $3)."
}

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
[ -n "$DOITHOAI_TEST_POSTGRES_URL" ] || without "PostgreSQL" "its tests" "postgresql"

has_chromium() {
  { command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null \
    && .venv/bin/playwright --version >/dev/null 2>&1
}
has_chromium || install "Chromium for the browser tests" chromium libatomic1 fonts-noto-core
has_chromium || without "Chromium" "the browser tests" "chromium libatomic1"

# Page layout is tested with letters as wide as those of Times New Roman.
has_office() {
  command -v soffice >/dev/null && command -v pdftotext >/dev/null \
    && fc-match "Times New Roman" | grep -qi liberation
}
with_office="poppler-utils fontconfig fonts-liberation2"
# shellcheck disable=SC2086  # several packages
has_office || install "LibreOffice Calc for the spreadsheet tests" libreoffice-calc-nogui $with_office
# shellcheck disable=SC2086
has_office || install "LibreOffice Calc for the spreadsheet tests" libreoffice-calc $with_office
has_office || without "LibreOffice with its fonts" "the tests that open files in it" "libreoffice-calc $with_office"

.venv/bin/python -m pytest -q -n 2 --dist loadgroup --cov --cov-report=term:skip-covered --cov-report=json:.coverage.json "$@"

#!/usr/bin/env bash
# Linters, types and import rules; fails on any of them.
set -euo pipefail
cd "$(dirname "$0")/.."
.venv/bin/ruff format --check .
.venv/bin/ruff check .
.venv/bin/mypy
.venv/bin/lint-imports
.venv/bin/doithoai faq lint

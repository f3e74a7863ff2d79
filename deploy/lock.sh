#!/usr/bin/env bash
# Renews requirements.lock: one file for all supported Pythons, hash-pinned, no index address.
set -euo pipefail
cd "$(dirname "$0")/.."
python3 -m venv /tmp/doithoai-lock.$$
trap 'rm -rf /tmp/doithoai-lock.$$' EXIT
/tmp/doithoai-lock.$$/bin/pip install --quiet uv
/tmp/doithoai-lock.$$/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-header --group dev pyproject.toml -o requirements.lock

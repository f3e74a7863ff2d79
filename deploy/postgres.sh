#!/usr/bin/env bash
# Prints the URL of a PostgreSQL server for the tests: the one that answers here, or a throw-away
# server in a temporary folder (installed first when this is root on Debian). Nothing when neither.
set -euo pipefail
cd "$(dirname "$0")/.."
export DEBIAN_FRONTEND=noninteractive

for url in "postgresql://postgres@127.0.0.1:5432/postgres" "postgresql://$(id -un)@127.0.0.1:5432/postgres"; do
  if .venv/bin/python deploy/reach_postgres.py "$url"; then echo "$url"; exit 0; fi
done

programs() { find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1 || true; }
if [ -z "$(programs)" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  (apt-get update -qq && apt-get install -qq -y postgresql) >/dev/null 2>&1 || true
fi
bin=$(programs)
[ -n "$bin" ] || exit 0

folder=$(mktemp -d /tmp/doithoai-pg.XXXXXX)
port=$(.venv/bin/python -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
as=""
if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; as="runuser -u postgres --"; fi
(
  $as "$bin/initdb" -D "$folder/data" -U postgres --auth=trust -E UTF8 --no-sync
  $as "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c fsync=off" start
) >/dev/null 2>&1 || exit 0
echo "postgresql://postgres@127.0.0.1:$port/postgres#$folder"

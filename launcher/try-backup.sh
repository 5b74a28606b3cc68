#!/usr/bin/env bash
# Proves that a copy can be put back: starts a server on a new folder, writes, stops, copies, restores elsewhere,
# verifies the history there, starts again and compares. Part of the way through a release; about two minutes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=$(mktemp -d "${TMPDIR:-/tmp}/hejie-backup.XXXXXX")
server=
trap 'kill -TERM $server 2>/dev/null || true; wait; rm -rf "$work"' EXIT

# run_until_ready DIR : a small demo county on the folder
run_until_ready() {
  ./hejie demo --port 18090 --data "$1" -- --hejie.demo.size=small >"$work/out.log" 2>&1 &
  server=$!
  until grep -q 'Ready after' "$work/out.log"; do
    kill -0 "$server" 2>/dev/null || { cat "$work/out.log"; exit 1; }
    sleep 0.5
  done
}

stop() { kill -TERM "$server"; wait "$server" || true; server=; }

run_until_ready "$work/first"
stop
seals() { ./hejie audit seals --data "$1" | grep -E '^[0-9]+=' || true; }
./hejie audit seal --data "$work/first" >/dev/null
before=$(seals "$work/first")
[ -n "$before" ] || { echo "nothing was sealed"; exit 1; }
./hejie backup "$work/copy.tar.gz" --data "$work/first"
rm -rf "$work/first"
./hejie restore "$work/copy.tar.gz" --data "$work/second"
./hejie audit verify --data "$work/second"
[ "$(seals "$work/second")" = "$before" ] || { echo "the restored seals differ"; exit 1; }
run_until_ready "$work/second"
stop
echo "The copy was put back, its history verified, and the server runs on it."

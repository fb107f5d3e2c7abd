# What the scripts of the smaller editors share: `source` it after setting `here` and `root`.
set -uo pipefail
passed=0 failed=0
cache=$root/tests/editors/.cache
mkdir -p "$cache"

server=${TASKPACKET_SERVER:-$root/target/release/taskpacket}
if [ ! -x "$server" ]; then
  [ -z "${TASKPACKET_SERVER:-}" ] || { echo "TASKPACKET_SERVER names $server, which cannot be run" >&2; exit 2; }
  cargo build --release --locked --manifest-path "$root/Cargo.toml" || exit 2
fi
server=$(readlink -f "$server")

ok() { echo "  ok $1"; passed=$((passed + 1)); }
fail() { echo "  FAIL $1"; failed=$((failed + 1)); }

finish() {
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit
}

# configuration EDITOR: the first block under that heading in docs/editors.md, so that what users copy is what is tested.
configuration() {
  awk -v heading="## $1" '$0 == heading { there = 1; next } /^## / { there = 0 }
    there && /^```/ { if (inside) exit; inside = 1; next } inside' "$root/docs/editors.md"
}

# workspace FOLDER: a copy of the demo, with a packet that nobody has signed.
workspace() {
  rm -rf "$1"
  mkdir -p "$(dirname "$1")"
  cp -r "$root/fixtures/workspaces/demo" "$1"
  cat >"$1/.GOV/task_packets/WP-1-Fresh.md" <<'PACKET'
# Task Packet: WP-1-Fresh
## METADATA
- TASK_ID: WP-1-Fresh
- **Status:** ready-for-dev
## SCOPE
- What: Write batches.
## AUTHORITY
- SPEC_ANCHOR: 4.1.1 (Tag Names)
## Dependencies
- Depends on: WP-1-Tag-Search
PACKET
}

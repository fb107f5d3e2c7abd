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

# had NAME EDITOR: fetches it and sets `program`; where it is not to be had, nothing is run, and the last lines say so.
had() {
  local status=0 errors
  errors=$(mktemp)
  program=$("$root/tests/editors/$2/fetch.sh" "$cache" 2>"$errors") || status=$?
  case $status in
    0) rm "$errors"; return ;;
    75) echo "not run: $1: $(tail -1 "$errors")" ;;
    *) cat "$errors"; fail "$1 could be had" ;;
  esac
  rm "$errors"
  finish
}

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

# large FILE: the demo's packet as large as real ones grow, 82 KB, with a few things that are wrong.
large() {
  local note="- A line of the Coder's own notes about what was tried and what came of it."
  local source=$root/fixtures/workspaces/demo/.GOV/task_packets/WP-1-Tag-Search.md
  awk -v note="$note" -v missing=$((82000 - $(wc -c <"$source"))) '
    { gsub(/WP-1-Tag-Search/, "WP-1-Large"); gsub(/mara[0-9]+/, "mara060320260815"); print }
    $0 == "## HYGIENE" { for (; missing > 0; missing -= length(note) + 1) print note }' "$source" >"$1"
}

# processor PID: the processor's time of a process so far, in milliseconds; the kernel counts in steps of 10.
processor() { awk '{ sub(/.*\) /, ""); print ($12 + $13) * 10 }' "/proc/$1/stat"; }

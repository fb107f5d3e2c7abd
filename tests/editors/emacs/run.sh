#!/usr/bin/env bash
# run.sh: Emacs with eglot in batch, over a copy of the demo workspace, with the configuration of docs/editors.md.
#   TASKPACKET_SERVER  the program to test; target/release/taskpacket without it, built if it is not there
#   EMACS_PROGRAM      an Emacs of your own, with markdown-mode, instead: nothing is downloaded
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
source "$root/tests/editors/common.sh"

program=${EMACS_PROGRAM:-}
[ -n "$program" ] || had Emacs emacs
"$program" --version | head -1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
workspace "$scratch/work/demo"
workspace "$scratch/work/second"
large "$scratch/work/second/.GOV/task_packets/WP-1-Large.md"
mkdir -p "$scratch/bin" "$scratch/home" "$scratch/work/plain"
echo '# Task Packet: WP-1-Else' >"$scratch/work/plain/a.md"
# The configuration names the program as users have it: on PATH.
ln -s "$server" "$scratch/bin/taskpacket"
configuration Emacs >"$scratch/init.el"

HOME=$scratch/home PATH=$scratch/bin:$PATH LC_ALL=C.UTF-8 WORK=$scratch/work RESULTS=$scratch/results timeout --kill-after=5 180 \
  "$program" --batch -Q -l markdown-mode -l "$scratch/init.el" -l "$here/test.el" >"$scratch/log" 2>&1 </dev/null || true
while IFS= read -r line; do
  case $line in
    "ok "*) ok "${line#ok }" ;;
    "measured "*) echo "  $line" ;;
    "FAIL "*) fail "${line#FAIL }" ;;
  esac
done <"$scratch/results"
grep -q '^end of tests$' "$scratch/results" || fail "Emacs came to the end of the tests"
[ "$failed" -eq 0 ] || tail -30 "$scratch/log" | sed 's/^/    /'
finish

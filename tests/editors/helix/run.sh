#!/usr/bin/env bash
# run.sh: Helix on a terminal that is read back, over a copy of the demo workspace, with the configuration of docs/editors.md.
#   TASKPACKET_SERVER  the program to test; target/release/taskpacket without it, built if it is not there
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
source "$root/tests/editors/common.sh"

had Helix helix
programs=$program
"$programs/hx" --version
scratch=$(mktemp -d)
socket=taskpacket-$$
tmux() { LC_ALL=C.UTF-8 "$programs/tmux" -L "$socket" -f /dev/null "$@"; }
trap 'tmux kill-server 2>/dev/null; rm -rf "$scratch"' EXIT

work=$scratch/work/demo
packets=.GOV/task_packets
workspace "$work"
mkdir -p "$scratch/bin" "$scratch/home/.config/helix"
# The configuration names the program as users have it: on PATH.
ln -s "$server" "$scratch/bin/taskpacket"
configuration Helix >"$scratch/home/.config/helix/languages.toml"
# Findings at the end of their lines, so that they can be read without a cursor.
cat >"$scratch/home/.config/helix/config.toml" <<'CONFIG'
[editor]
end-of-line-diagnostics = "hint"
lsp.display-messages = true
CONFIG

# show FILE..: a new Helix with these files, wide enough for whole messages.
show() {
  tmux kill-server 2>/dev/null
  (cd "$work" && HOME=$scratch/home XDG_CONFIG_HOME=$scratch/home/.config XDG_CACHE_HOME=$scratch/home/.cache PATH=$scratch/bin:$PATH \
    TERM=xterm-256color COLORTERM=truecolor tmux new-session -d -x 180 -y 40 -s h "'$programs/hx' -v $*")
}
screen() { tmux capture-pane -p -t h; }
keys() { tmux send-keys -t h "$@"; sleep 0.3; }
# As fast as a person: of a burst of keys Helix 25.01 tells the server in another order.
write() {
  local at
  for ((at = 0; at < ${#1}; at++)); do
    tmux send-keys -t h -l -- "${1:at:1}"
    sleep 0.03
  done
  sleep 0.2
}
line() { keys Escape; write ":$1"; keys Enter; }
# see WORDS: waits until they are on the screen.
see() {
  for _ in $(seq 150); do
    screen | grep -qF -- "$1" && return 0
    sleep 0.1
  done
  return 1
}
gone() {
  for _ in $(seq 150); do
    screen | grep -qF -- "$1" || return 0
    sleep 0.1
  done
  return 1
}
# check NAME COMMAND..: one test; the screen is shown where it fails.
check() {
  local name=$1
  shift
  if "$@"; then ok "$name"; else fail "$name"; screen | sed 's/^/    /'; fi
}
FRESH=$packets/WP-1-Fresh.md
BROKEN=$packets/WP-1-Export-Bundle.md

show "$BROKEN"
broken() {
  see 'MERGE_BASE_SHA: main  MERGE_BASE_SHA is `main`, not the 40' || return 1
  # As the terminal draws it: behind the label, an underline begins at the word.
  local colour=$'\e\\[[0-9;:]*m'
  tmux capture-pane -e -p -t h | grep -qE "MERGE_BASE_SHA:($colour)* ($colour)*"$'\e\\[4:3m'"($colour)*main\\b"
}
check "in the broken packet the words that are wrong are underlined" broken

show "$FRESH"
check "findings stand at the end of their lines, in their words" see '**Status:** ready-for-dev  `ready-for-dev` is spelled `Ready for Dev`'

hover() { line 10; keys g l; keys b b b; keys Space k; see 'Stage' && screen | grep -qF 'In Progress'; }
check "hover on an id shows where the packet stands" hover

definition() { line 8; keys g l; keys b b b; keys g d; see '### 4.1.1 Tag Names' && screen | grep -qF 'Fieldbook_Master_Spec_v01.004.md'; }
check "a SPEC_ANCHOR leads to its heading in the specification" definition

fix() {
  line "open $FRESH"
  line 4
  keys g l
  keys Space a
  see 'Write `Ready for Dev`' || return 1
  keys Enter
  see '**Status:** Ready for Dev' && gone 'is spelled'
}
check "a quick fix writes the status, and its finding goes" fix

completion() {
  line 8
  keys x d O
  write '- SPEC_ANCHOR: '
  keys C-x
  see '2.1.1 Note Identity' || return 1
  write 7.6
  sleep 1
  ! screen | grep -qF 'reference' || return 1
  keys BSpace BSpace BSpace
  write 4.1
  keys C-x
  see '4.1.2 Nested Tags'
}
check "completion of a SPEC_ANCHOR offers sections of the Main Body" completion

# Two windows below one another: findings of both are on the screen.
reused() {
  local signature
  signature=$(grep -oE 'USER_SIGNATURE: \w+' "$work/$packets/WP-1-Note-Sync-v2.md" | cut -d' ' -f2)
  show "--hsplit $FRESH $packets/WP-1-Note-Sync-v2.md:21"
  see 'is spelled' || return 1
  keys C-w j
  line 21
  keys C-w k
  line 4
  keys o
  write "- USER_SIGNATURE: $signature"
  keys Escape
  for _ in $(seq 100); do
    [ "$(screen | grep -cF "$signature\` is also used by")" -eq 2 ] && return 0
    sleep 0.1
  done
  return 1
}
check "a signature that is typed a second time marks both packets" reused

rename() {
  show "$FRESH" "$packets/WP-1-Waits.md"
  see 'Task Packet: WP-1-Fresh' || return 1
  line "open $packets/WP-1-Waits.md"
  see 'Depends on: WP-1-Fresh' || return 1
  line "open $FRESH"
  line 3
  keys g l b b
  keys Space r
  see 'rename-to' || return 1
  keys C-u
  write WP-1-Sketch
  keys Enter
  see 'TASK_ID: WP-1-Sketch' || return 1
  line write-all
  for _ in $(seq 50); do [ -e "$work/$packets/WP-1-Sketch.md" ] && break; sleep 0.1; done
  [ ! -e "$work/$FRESH" ] && grep -qF 'TASK_ID: WP-1-Sketch' "$work/$packets/WP-1-Sketch.md" &&
    grep -qF 'Depends on: WP-1-Sketch' "$work/$packets/WP-1-Waits.md"
}
printf '# Task Packet: WP-1-Waits\n## Dependencies\n- Depends on: WP-1-Fresh\n' >"$work/$packets/WP-1-Waits.md"
check "a rename takes the file and every mention along" rename
tmux kill-server
rm -f "$work/$packets/"WP-1-{Waits,Sketch}.md
workspace "$work"

servers() { pgrep -f "^$scratch/bin/taskpacket server|^taskpacket server" || true; }
restart() {
  local before after
  before=$(servers)
  [ "$(wc -w <<<"$before")" -eq 1 ] || { echo "    servers: $before"; return 1; }
  kill -9 "$before"
  sleep 0.5
  line lsp-restart
  for _ in $(seq 50); do
    after=$(servers)
    [ -n "$after" ] && [ "$after" != "$before" ] && break
    sleep 0.1
  done
  line 4
  keys x d O
  write '- **Status:** Wandering'
  keys Escape
  see '`Wandering`'
}
show "$FRESH"
see 'is spelled' || true
check "a server that was killed is started again, and has findings" restart

settings() {
  line 'open taskpacket.toml'
  keys g e o
  write '[severity]'
  keys Enter
  write 'status-invalid = "off"'
  line write
  line "open $FRESH"
  gone '`Wandering`'
}
check "settings that are written count at once" settings

outside() {
  local unknown='there is no work packet WP-1-Zip-Library'
  line 10
  keys x d O
  write '- Depends on: WP-1-Zip-Library'
  keys Escape
  see "$unknown" || return 1
  printf '# Task Packet: WP-1-Zip-Library\n' >"$work/$packets/WP-1-Zip-Library.md"
  gone "$unknown"
}
check "a file that something else writes counts" outside

second() {
  cp -r "$work" "$scratch/work/second"
  line "open $scratch/work/second/$packets/WP-1-Tag-Search.md"
  line 'open ../second/.GOV/task_packets/WP-1-Fresh.md'
  see 'no BOOTSTRAP'
}
check "a second workspace has its findings" second

# As fast as a person: see `write`.
typing() {
  local server before
  large "$work/$packets/WP-1-Large.md"
  show "$packets/WP-1-Large.md"
  see 'Task Packet: WP-1-Large' && sleep 1
  write '/Coder fills this'
  keys Enter
  keys i
  server=$(servers)
  before=$(processor "$server")
  write "$(printf 'xxxxx %.0s' $(seq 50))"
  sleep 1
  measured=$((($(processor "$server") - before) / 3))
  keys Escape
  line write
  grep -qF "$(printf 'xxxxx %.0s' $(seq 50))Coder fills this" "$work/$packets/WP-1-Large.md" || return 1
  # What is told afterwards is told of the newest text, where it stands now.
  line 1
  write '/Status:'
  keys Enter
  keys x d O
  write '- **Status:** ready-for-dev'
  keys Escape
  see '**Status:** ready-for-dev  `ready-for-dev` is spelled `Ready for Dev`'
}
check "300 letters typed in a packet of 82 KB arrive in their order, and findings stand on their lines afterwards" typing
echo "  (${measured:-?} hundredths of a millisecond of the server's processor for a letter)"

elsewhere() {
  mkdir -p "$scratch/plain"
  echo '# Task Packet: WP-1-Else' >"$scratch/plain/a.md"
  tmux kill-server
  (cd "$scratch/plain" && HOME=$scratch/home XDG_CONFIG_HOME=$scratch/home/.config PATH=$scratch/bin:$PATH TERM=xterm-256color \
    tmux new-session -d -x 180 -y 40 -s h "'$programs/hx' a.md")
  see 'WP-1-Else' && sleep 1 && [ -z "$(servers)" ]
}
check "elsewhere no server is started" elsewhere
finish

#!/usr/bin/env bash
# run.sh [SPEC...]: the Neovim client in real Neovims, over copies of the demo workspace.
#   TASKPACKET_SERVER  the program to test; target/release/taskpacket without it, built if it is not there
#   NVIM_VERSIONS      what to run, "0.11 0.10" without it
#   NVIM_PROGRAM       a Neovim of your own instead: nothing is downloaded
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)

server=${TASKPACKET_SERVER:-$root/target/release/taskpacket}
if [ ! -x "$server" ]; then
  [ -z "${TASKPACKET_SERVER:-}" ] || { echo "TASKPACKET_SERVER names $server, which cannot be run" >&2; exit 2; }
  cargo build --release --locked --manifest-path "$root/Cargo.toml"
fi
TASKPACKET_SERVER=$(readlink -f "$server")
export TASKPACKET_SERVER

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
passed=0 failed=0

# run_spec PROGRAM SPEC: one Neovim, with nothing of the user's, in a workspace of its own.
run_spec() {
  local name workspace home
  name=$(basename "$2" .lua)
  workspace=$scratch/work/demo home=$scratch/home
  rm -rf "$scratch/work" "$home"
  mkdir -p "$scratch/work" "$home"
  cp -r "$root/fixtures/workspaces/demo" "$workspace"
  # helptags writes beside the help file, so the plugin is run from a copy too.
  cp -r "$root/editors/neovim" "$home/plugin"
  local place=(--clean --cmd "set runtimepath^=$home/plugin")
  if [ "$name" = installed ]; then
    place=()
    install "$1" "$home"
  fi
  local log=$scratch/log results=$scratch/results status=0
  : >"$results"
  (
    cd "$workspace"
    export HOME=$home PATH=$home/bin:$PATH GRAMMARS=$root/grammars WORKSPACE=$workspace PLUGIN=$home/plugin RESULTS=$results LC_ALL=C.UTF-8
    unset VIMINIT NVIM_APPNAME NVIM XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_CACHE_HOME
    [ "$name" != installed ] || unset TASKPACKET_SERVER
    exec timeout --kill-after=5 180 "$1" --headless "${place[@]}" \
      --cmd "lua package.path = '$here/?.lua;' .. package.path" -S "$2" </dev/null
  ) >"$log" 2>&1 || status=$?
  grep '^\(ok\|FAIL\) ' "$results" | sed "s/^/  $name: /" || true
  local good bad
  good=$(grep -c '^ok ' "$results" || true)
  bad=$(grep -c '^FAIL ' "$results" || true)
  if ! grep -q '^end of spec$' "$results" || { [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; }; then
    echo "  $name: FAIL Neovim ended with $status before the spec did"
    bad=$((bad + 1))
  fi
  if [ "$bad" -ne 0 ]; then
    echo "  $name: Neovim said:"
    { grep -v '^\(ok\|end of spec$\)' "$results" || true; tr -d '\r' <"$log"; } | sed 's/^/    /'
    echo
  fi
  passed=$((passed + good)) failed=$((failed + bad))
}

# install PROGRAM HOME: the first block of the plugin's README, but that the program on PATH is the one under test, not a build.
install() {
  mkdir -p "$2/bin"
  ln -s "$TASKPACKET_SERVER" "$2/bin/taskpacket"
  printf '#!/bin/sh\nexec "%s" --headless "$@"\n' "$1" >"$2/bin/nvim"
  chmod +x "$2/bin/nvim"
  (cd "$2" && mkdir editors && ln -s "$2/plugin" editors/neovim &&
    sed -n '/^    /,/^$/{ s/^    //p; /^$/q }' "$root/editors/neovim/README.md" | sed '/^cargo install /d' |
      env -u XDG_DATA_HOME -u XDG_CONFIG_HOME HOME="$2" PATH="$2/bin:$PATH" bash -e) >/dev/null 2>&1 </dev/null
}

run_all() {
  local program=$1 spec
  shift
  "$program" --version | head -1 || true
  for spec in "$@"; do
    run_spec "$program" "$spec"
  done
}

specs=("$here"/specs/*.lua)
if [ $# -gt 0 ]; then
  specs=()
  for name in "$@"; do
    specs+=("$here/specs/$(basename "$name" .lua).lua")
  done
fi

if [ -n "${NVIM_PROGRAM:-}" ]; then
  run_all "$NVIM_PROGRAM" "${specs[@]}"
else
  for version in ${NVIM_VERSIONS:-0.11 0.10}; do
    had=0
    program=$("$here/fetch.sh" "$version" "$here/../.cache" 2>"$scratch/fetch") || had=$?
    case $had in
      0) run_all "$program" "${specs[@]}" ;;
      75) echo "not run: Neovim $version: $(tail -1 "$scratch/fetch")" ;;
      *)
        cat "$scratch/fetch"
        echo "FAIL Neovim $version could not be had"
        failed=$((failed + 1))
        ;;
    esac
  done
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]

